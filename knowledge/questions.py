"""Reading a question: its language, municipalities, what it asks for and about what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from knowledge.language.detection import DEFAULT_LANGUAGE, detect_language
from knowledge.language.lexicon import rows
from knowledge.language.municipalities import find_municipalities
from knowledge.language.need import Need
from knowledge.language.needs import NeedFinder
from knowledge.language.steering import SteeringKind, kinds_spoken_of, tells_of_treatment
from knowledge.language.words import fold
from knowledge.model import Aspect, FactName, Span, Value


class Question(Value):
    """A question, understood.

    ``municipalities`` are those it names itself, in order; ``needs`` are what the asking sentence
    speaks of, ``asides`` what is told around it ("Jag är rektor. ..."). ``is_order`` tells that it
    is no question but tells the assistant how to behave; ``documents`` are the kinds of steering
    document it asks about, where it asks for a field of theirs or what is done to them.
    """

    text: str
    language: str
    municipalities: tuple[str, ...]
    aspects: frozenset[Aspect]
    facts: tuple[FactName, ...]
    needs: tuple[Need, ...]
    asides: tuple[Need, ...]
    is_order: bool = False
    documents: frozenset[SteeringKind] = frozenset()


class QuestionReader:
    """Reads questions for an index with documents of the ``known`` municipalities."""

    def __init__(self, needs: NeedFinder, known: Sequence[str]) -> None:
        self._needs = needs
        self._known = tuple(known)

    def read(self, text: str, otherwise: str = DEFAULT_LANGUAGE) -> Question:
        """The question, understood, in ``otherwise`` where nothing tells its language. Never
        fails: nonsense becomes a question with no needs.
        """
        language = detect_language(text, self._needs.lexicon, otherwise)
        mentions = find_municipalities(text, self._known)
        named = frozenset(start for mention in mentions for start in mention.starts)
        asking, told = asking_part(text)
        mentions = [m for m in mentions if m.name in self._known or asking[m.starts[0]] != " "]
        folded = fold(asking)
        aspects = frozenset(a for a, pattern in _aspect_cues() if pattern.search(folded))
        facts = tuple(dict.fromkeys(f for f, pattern in _fact_cues() if pattern.search(folded)))
        return Question(
            text=text,
            language=language,
            municipalities=tuple(dict.fromkeys(mention.name for mention in mentions)),
            aspects=aspects,
            facts=facts,
            needs=tuple(self._needs.needs(asking, language, named)),
            asides=tuple(self._needs.needs(told, language, named)),
            is_order=any(order.search(fold(text)) for order in _order_cues()),
            documents=_documents(asking, aspects, facts),
        )


def _documents(
    asking: str, aspects: frozenset[Aspect], facts: Sequence[FactName]
) -> frozenset[SteeringKind]:
    """Why a document was decided or revised is told without a word of that: none is looked for."""
    if Aspect.PURPOSE in aspects or not (facts or tells_of_treatment(asking)):
        return frozenset()
    return kinds_spoken_of(asking)


def asking_part(text: str) -> tuple[str, str]:
    """The sentences that ask, and those that tell, each blanked out where the other stands.

    A sentence asks if it ends with a question mark or, where none does, if it holds a question
    word; without any, all of it asks. What leads up to a colon tells ("Journalist here: who ...").
    """
    pieces = _pieces(text)
    asking = [piece for piece in pieces if piece.of(text).endswith("?")]
    if not asking:
        asking = [piece for piece in pieces if _has_cue(fold(piece.of(text)))] or pieces
    told = [piece for piece in pieces if piece not in asking]
    return _only(text, asking), _only(text, told)


_BOUNDARY = re.compile(r"[.!?:]+(?=\s)|\s[-–—]\s|,(?=\s(?:but|men)\s)")
_NARRATED = re.compile(
    r"(?:^|(?<=[.!?]\s))(?:jag|vi|som|i|we|i'm|i’m|we're|we’re|as)\b[^.!?]*?,"
    r"(?=\s(?:vem|vad|var|vart|hur|när|vilk\w+|varför|får|ska|måste|kan|finns"
    r"|who|what|where|how|when|which|why|do|does|may|can|must|should|is|are)\s)",
    re.I,
)


def _pieces(text: str) -> list[Span]:
    """Sentences, and what stands before a colon, a dash or a "but", as spans; and what askers tell
    of themselves before they ask ("We plan a trip, who pays?").
    """
    boundaries = (*_BOUNDARY.finditer(text), *_NARRATED.finditer(text))
    ends = sorted({found.end() for found in boundaries} | {len(text)})
    starts = [0, *ends[:-1]]
    return [
        Span(start=start, end=start + len(text[start:end].rstrip()))
        for start, end in zip(starts, ends, strict=True)
        if text[start:end].strip()
    ]


def _only(text: str, spans: list[Span]) -> str:
    """The text with all but the spans blank, so that positions stay."""
    blank = [" "] * len(text)
    for span in spans:
        blank[span.start : span.end] = text[span.start : span.end]
    return "".join(blank)


def _has_cue(folded: str) -> bool:
    cues = (*_aspect_cues(), *_fact_cues())
    return any(pattern.search(folded) for _, pattern in cues)


@lru_cache(maxsize=1)
def _aspect_cues() -> tuple[tuple[Aspect, re.Pattern[str]], ...]:
    return tuple(
        (Aspect(row["aspect"]), re.compile(row["pattern"])) for row in _cues("question_cues")
    )


@lru_cache(maxsize=1)
def _fact_cues() -> tuple[tuple[FactName, re.Pattern[str]], ...]:
    return tuple((FactName(row["fact"]), re.compile(row["pattern"])) for row in _cues("fact_cues"))


@lru_cache(maxsize=1)
def _order_cues() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row["pattern"]) for row in _cues("order_cues"))


def _cues(name: str) -> list[dict[str, str]]:
    """Patterns over folded question text, in the order of the file."""
    return list(rows(files("knowledge").joinpath("lexicon", f"{name}.tsv").read_text("utf-8")))
