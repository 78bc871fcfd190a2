"""Questions to begin with, made from a municipality's own documents and sure to be answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.domain.people import EVERYWHERE
from bot.services.asking import Asking
from bot.services.index_in_use import IndexInUse, OpenIndex
from knowledge.language.actors import load_actors
from knowledge.model import AnswerStatus, Document
from knowledge.texts.catalogue import say

MOST_PROMPTS = 4
"""https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts"""

LONGEST_TERM = 40

DOERS = frozenset(("political", "role", "company"))
"""Kinds of actors that people ask about; "kommun" and "medborgare" are others."""


class Prompts:
    """Suggested questions, found once a generation of the index."""

    def __init__(self, index: IndexInUse) -> None:
        self._index = index
        self._found: dict[tuple[str, str | None, str], tuple[str, ...]] = {}

    def questions(self, chosen: str | None, language: str) -> tuple[str, ...]:
        """Those of the municipality ``chosen``, else of the home's, else of several; of several
        too if EVERYWHERE was chosen. Raises as ``Asking.ask``.
        """
        index = self._index.get()
        municipality = None
        if chosen != EVERYWHERE:
            municipality = index.asking.known(chosen) or index.asking.scope(None)
        key = (index.generation, municipality, language)
        found = self._found.get(key)
        if found is None:
            found = suggested_questions(index, municipality, language)
            # Replaced and never changed: other threads may be reading it.
            current = {k: v for k, v in self._found.items() if k[0] == index.generation}
            self._found = {**current, key: found}
        return found


def suggested_questions(
    index: OpenIndex, municipality: str | None, language: str
) -> tuple[str, ...]:
    """Up to MOST_PROMPTS questions, each of another kind, that the documents of ``municipality``
    answer; with none, one of each of the first municipalities. Raises as ``Asking.ask``.
    """
    asking = index.asking
    places = [municipality] if municipality else asking.municipalities[:MOST_PROMPTS]
    each = MOST_PROMPTS if municipality else 1
    questions: list[str] = []
    for place in places:
        documents = [d for d in index.catalog.documents() if d.municipality == place]
        kinds = _rotated(list(_kinds(documents, place, language)), len(questions))
        questions += _answered(asking, kinds, place, each)
    return tuple(questions[:MOST_PROMPTS])


def _kinds(documents: Sequence[Document], place: str, language: str) -> Iterator[list[str]]:
    """The candidates by kind, the likeliest first in each."""
    yield [say("prompt-follow-up", language, municipality=place)]
    yield [say("prompt-purpose", language, municipality=place)]
    yield [
        say("prompt-duty", language, municipality=place, actor=name)
        for name in _doers(documents, language)
    ]
    yield [
        say("prompt-definition", language, municipality=place, term=definition.term)
        for document in documents
        for definition in document.definitions
        if len(definition.term) <= LONGEST_TERM and not definition.term.isupper()
    ]
    yield [say("prompt-money", language, municipality=place)]
    yield [say("prompt-decided", language, municipality=place)]


def _doers(documents: Sequence[Document], language: str) -> list[str]:
    """The bodies and roles with duties, those with most first, by the name people use."""
    actors = load_actors()
    counted = Counter(a for d in documents for duty in d.duties for a in duty.actors)
    doers = [actors[identity] for identity, _ in counted.most_common()]
    named = [each for each in doers if each.kind in DOERS]
    return [(each.names_sv if language == "sv" else each.names_en)[0] for each in named]


def _rotated(kinds: list[list[str]], places: int) -> list[list[str]]:
    start = places % len(kinds)
    return kinds[start:] + kinds[:start]


def _answered(asking: Asking, kinds: Sequence[Sequence[str]], place: str, most: int) -> list[str]:
    """The first candidate of each kind that is answered."""
    found = []
    for candidates in kinds:
        question = next((c for c in candidates if _is_answered(asking, c, place)), None)
        found += [question] if question else []
        if len(found) == most:
            break
    return found


def _is_answered(asking: Asking, question: str, place: str) -> bool:
    return asking.ask_in(question, place).status is AnswerStatus.ANSWERED
