"""Follow-up questions: what is left out of them is taken from the question before.

A follow-up is told by its form alone, the same way in both languages: it opens with "och", "what
about" and the like, or it is nothing but a municipality, a body or a question word. Everything
else is a new question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from knowledge.language.actors import Actors, load_actors
from knowledge.language.detection import detect_language
from knowledge.language.lexicon import Lexicon, load_lexicon
from knowledge.language.municipalities import find_municipalities, swedish_municipalities
from knowledge.language.phrases import Phrases
from knowledge.model import Span, Value
from knowledge.wording import listed

MOST_WORDS = 7
"""A fragment with more words than this is a question of its own."""

_OPENER = re.compile(
    r"(?:(?:och|men|samt|okej|ok|jaha|aha|and|but|okay|so)\b[\s,]*)+", re.IGNORECASE
)
_FRAME = re.compile(
    r"(?:hur (?:är|blir|ser|funkar|fungerar|gör|var)(?: det| man)?(?: ut)?(?: med)?"
    r"|vad (?:gäller|säger|sägs|står)(?: det| man)?|(?:gäller|är) (?:det|detta|samma)(?: sak)?"
    r"(?: också| även| samma)?|samma (?:sak|fråga)|(?:what|how) about|how is it|what is it like"
    r"|what (?:applies|holds|goes)|(?:is it |is that )?the same(?: question)?"
    r"|(?:does|do) (?:it|that|this|the same) (?:also )?(?:apply|hold|go)|same(?: question)?)\b\s*",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"[\s,]*\b(?:då|istället|i stället|också|nu|then|instead|too|as well|also)$", re.IGNORECASE
)
_PREPOSITION = re.compile(
    r"(?:även\s+)?(för|om|till|på|med|hos|av|från|vid|inom|i|for|on|about|to|with|at|by|of|from|in)\s+"
    r"(?!v(?:em|ad|ilk)|wh)",
    re.IGNORECASE,
)
_EVERYWHERE = re.compile(
    r"\b(?:(?:alla|samtliga|andra|övriga|vilka|vilken)(?: av)?(?: de)? kommun(?:er|erna)?"
    r"|de andra|de övriga"
    r"|(?:all|other|which)(?: of)?(?: the)?(?: other)? municipalit(?:y|ies)|the others|all of them"
    r"|jämför\w*|skillnad\w*|compare|differ\w*)\b",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"\b(?:dem|dessa|them|these|those)\b|\b(?:den|det|detta|it|that|this)(?=\s*[?.!]*\s*$)",
    re.IGNORECASE,
)
_YES_OR_NO = re.compile(
    r"(?:ska|skall|kan|får|måste|bör|är|har|finns|behöver|does|do|did|is|are|can|must|should|may|has"
    r"|have|will|shall)\b",
    re.IGNORECASE,
)


class Conversation(Value):
    """The question asked last, standing on its own, and the municipality it is about, if one;
    ``everywhere`` tells that it asks about all of them.
    """

    question: str
    municipality: str | None
    everywhere: bool = False


class _Fragment(NamedTuple):
    """What a text says beside the form of a follow-up; ``is_opened`` tells that it has the form."""

    words: str
    preposition: str
    is_framed: bool
    is_opened: bool


class FollowUps:
    """Completes follow-up questions; the ``known`` municipalities are those with documents."""

    def __init__(self, known: Sequence[str], lexicon: Lexicon, actors: Actors) -> None:
        self._known = tuple(known)
        self._lexicon = lexicon
        self._actors = actors
        self._phrases = Phrases(lexicon, actors)

    def resolve(self, before: Conversation | None, text: str) -> Conversation:
        """What is to be asked for ``text``, as a question that stands on its own.

        Its municipality is the only one it names; the conversation's where it names none; None
        where it names several, one without documents, or asks about all.
        """
        if before is None:
            return self._asked(text, text, None)
        fragment = _fragment(text)
        names = self._names(text) or _bare_name(fragment.words)
        rest = self._without_names(fragment.words) if names else fragment.words
        question = self._completed(before, fragment._replace(words=rest), names)
        if question is None:
            return self._asked(self._pointed(before, text), text, before.municipality)
        if _EVERYWHERE.search(text):
            return self._asked(question, text, None)
        return self._asked(question, question, before.municipality)

    def asks(self, text: str) -> bool:
        """Whether a text has the form of a question or of a follow-up to one; thanks and remarks
        have not.
        """
        words = text.strip()
        if words.endswith("?") or self._phrases.question_word(words):
            return True
        fragment = _fragment(words)
        return (
            fragment.is_framed or bool(_YES_OR_NO.match(words)) or bool(_bare_name(fragment.words))
        )

    def _completed(
        self, before: Conversation, fragment: _Fragment, names: Sequence[str]
    ) -> str | None:
        """The question before with what the fragment changes, or None if it is no follow-up."""
        asked = before.question
        word = self._phrases.lone_question_word(fragment.words)
        if word:
            asked = self._phrases.with_question_word(asked, word, self._language(asked))
        elif self._asks_everywhere(fragment.words):
            return self.everywhere(asked)
        elif not self._is_empty(fragment.words):
            if not self._is_topic(fragment, alone=not names):
                return None
            asked = self._with_topic(asked, fragment)
        elif not names:
            return None
        return self._moved(asked, names) if names else asked

    def _asked(self, question: str, naming: str, kept: str | None) -> Conversation:
        names = self._names(naming)
        if not names:
            everywhere = _EVERYWHERE.search(naming) is not None
            place = None if everywhere else kept
            return Conversation(question=question, municipality=place, everywhere=everywhere)
        only = names[0] if len(names) == 1 and names[0] in self._known else None
        return Conversation(question=question, municipality=only)

    def _names(self, text: str) -> list[str]:
        return list(dict.fromkeys(m.name for m in find_municipalities(text, self._known)))

    def _places(self, text: str) -> list[Span]:
        """Where municipalities are named, without a genitive's "s" of its own."""
        return [
            Span(start=mention.starts[0], end=_word_end(text, mention.starts[-1]))
            for mention in find_municipalities(text, self._known)
        ]

    def _without_names(self, text: str) -> str:
        if text in swedish_municipalities():
            return ""
        for place in reversed(self._places(text)):
            head = re.sub(
                r"\b(?:i|in|hos|för|for|at|from|från|och|and)\s+$", "", text[: place.start]
            )
            text = head + re.sub(r"^[’']s\b", "", text[place.end :])
        return re.sub(r"\s+", " ", text).strip(" ,")

    def _asks_everywhere(self, words: str) -> bool:
        """Whether all or the other municipalities are all that is named."""
        left, found = _EVERYWHERE.subn("", words)
        return bool(found) and self._is_empty(left)

    def _is_empty(self, words: str) -> bool:
        return not self._phrases.content(words)

    def _is_topic(self, fragment: _Fragment, *, alone: bool) -> bool:
        """Whether the words are something to ask the question before about."""
        words = fragment.words
        if self._phrases.question_word(words) or len(words.split()) > MOST_WORDS:
            return False
        if fragment.is_framed:
            return True
        if _YES_OR_NO.match(words) or self._phrases.begins_with_verb(words):
            return False
        return fragment.is_opened or (alone and self._phrases.is_actor(words))

    def _with_topic(self, asked: str, fragment: _Fragment) -> str:
        return self._phrases.with_topic(
            asked,
            fragment.words,
            fragment.preposition,
            self._places(asked),
            self._language(asked),
        )

    def _moved(self, asked: str, names: Sequence[str]) -> str:
        """The question about other municipalities."""
        language = self._language(asked)
        there = listed(names, language)
        places = self._places(asked)
        if not places:
            return f"{asked.rstrip('?!. ')} {'i' if language == 'sv' else 'in'} {there}?"
        start, end = places[0].start, places[0].end
        for place in places[1:]:
            if asked[end : place.start].strip() in {"och", "and", ",", "eller", "or"}:
                end = place.end
        owned = asked[:end].endswith("s") and not asked[start:end].casefold().endswith(
            tuple(name.casefold() for name in self._names(asked))
        )
        return (
            asked[:start] + there + ("s" if owned and there[-1] not in "sxz" else "") + asked[end:]
        )

    def everywhere(self, asked: str) -> str:
        """The question without its municipalities."""
        ending = "?" if asked.rstrip().endswith("?") else ""
        return self._without_names(asked.rstrip("?!. ")) + ending

    def _pointed(self, before: Conversation, text: str) -> str:
        """A new question whose "dem" or "it" points at the thing the question before was about."""
        topic = self._phrases.topic(before.question, self._places(before.question))
        if topic is None or len(self._phrases.content(text)) > MOST_WORDS // 2:
            return text
        return _POINTER.sub(lambda _: topic.of(before.question), text, count=1)

    def _language(self, text: str) -> str:
        return detect_language(text, self._lexicon)


def open_follow_ups(known: Sequence[str]) -> FollowUps:
    """Follow-ups by the shipped lexicon and actors."""
    return FollowUps(known, load_lexicon(), load_actors())


def _fragment(text: str) -> _Fragment:
    """A text without opener, frame, leading preposition and closing words."""
    words = text.strip().rstrip("?!. ")
    closed = _TAG.sub("", words)
    while closed != words:
        words, closed = closed, _TAG.sub("", closed)
    is_closed = len(words) < len(text.strip().rstrip("?!. "))
    opener = _OPENER.match(words)
    words = words[opener.end() :] if opener else words
    frame = _FRAME.match(words)
    words = words[frame.end() :] if frame else words
    lead = _PREPOSITION.match(words)
    preposition = lead[1].casefold() if lead else ""
    return _Fragment(
        words=words[lead.end() :].strip() if lead else words.strip(),
        preposition=preposition,
        is_framed=frame is not None,
        is_opened=opener is not None or is_closed,
    )


def _bare_name(words: str) -> list[str]:
    """A municipality that stands alone, with documents or without."""
    name = re.sub(r"s? kommun$", "", words)
    return [name] if name in swedish_municipalities() else []


def _word_end(text: str, start: int) -> int:
    word = re.match(r"[^\W_]+", text[start:])
    return start + len(word[0]) if word else start
