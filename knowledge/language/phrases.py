"""The parts of a question that a follow-up may exchange: its question word, who and about what."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.language.actors import Actors
from knowledge.language.function_words import PARTICLES, function_words
from knowledge.language.lexicon import Lexicon
from knowledge.language.words import Token, english_stem, tokenise
from knowledge.model import Span

_WHO = r"vem|vilka|who"
_QUESTION_WORD = re.compile(
    r"(?:(?:av|till|för|hos|med|åt|från|by|to|for|with|from) )?"
    r"(?:vems?|vad|vilk(?:en|et|a)|who(?:m|se)?|what|which)"
    r"(?: (?:år|vecka|datum|dag|månad|year|week|date|day|month))?\b"
    r"|(?:när|vart?|varför|hur(?: (?:ofta|mycket|många|länge|stort?|stora))?"
    r"|when|where|why|how(?: (?:often|much|many|long|big|large))?)\b",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"\b(?:är|gör|gäller|sker|ska|var|blir|det|då|just|exakt|precis|ungefär|ske"
    r"|is|does|do|was|will|it|that|this|exactly|then|so|happen|be)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\b(för|om|till|på|med|hos|av|från|vid|inom|i|for|on|about|to|with|at|by|of|from|in)\s+"
    r"(?:(?:the|an?|en|ett|den|det|de|our|vår|vårt|våra)\s+)*$",
    re.IGNORECASE,
)
"""The end of a text before a phrase, where a preposition and articles lead up to it."""

_THING = re.compile(
    r"polic(?:yn?|yer|yerna|ies)|dokument(?:et|en)?|documents?|towns?|cit(?:y|ies)", re.IGNORECASE
)
"""Things that small words leave out, since all documents speak of them."""

_DOERS = frozenset(("political", "administration", "role", "company"))
"""Kinds of actors that have tasks of their own; others are what tasks are about ("vänorter")."""


class Phrases:
    """Finds the parts of questions by the lexicon and the actors, and exchanges them."""

    def __init__(self, lexicon: Lexicon, actors: Actors) -> None:
        self._lexicon = lexicon
        self._actors = actors
        self._small = tuple(function_words().values())

    def content(self, text: str) -> list[Token]:
        """The words that name something, small words of both languages left out."""
        return [token for token in tokenise(text) if not self._is_small(token.text)]

    def _is_small(self, word: str) -> bool:
        return word in PARTICLES or any(word in small for small in self._small)

    def question_word(self, text: str) -> str | None:
        """The question word that a text begins with, if it does."""
        found = _QUESTION_WORD.match(text.strip())
        return found[0] if found else None

    def lone_question_word(self, text: str) -> str | None:
        """The question word that is all of a text, but for words that say nothing."""
        word = self.question_word(text)
        rest = text.strip()[len(word) :] if word else text
        return word if word and not _FILLER.sub("", rest).strip(" ,") else None

    def begins_with_verb(self, text: str) -> bool:
        """Whether the first word can only be a verb: a question to be answered by yes or no."""
        tokens = tokenise(text)
        return bool(tokens) and self._is_verb(tokens[0].text)

    def is_actor(self, text: str) -> bool:
        """Whether the text names a body, office or role and nothing else."""
        spans = self._doers(text)
        content = self.content(text)
        return bool(content) and all(
            any(span.start <= token.start < span.end for span in spans) for token in content
        )

    def with_question_word(self, asked: str, word: str, language: str) -> str:
        """The question with another question word."""
        found = _QUESTION_WORD.match(asked)
        new = word[0].upper() + word[1:]
        if found is None:
            return f"{new} {asked[0].lower()}{asked[1:]}"
        rest = asked[found.end() :].strip()
        if not re.fullmatch(_WHO, found[0], re.IGNORECASE) or re.match(_WHO, word, re.IGNORECASE):
            return f"{new} {rest}"
        if language == "en":
            return f"{new} is it that someone {rest}"
        verb, _, after = rest.partition(" ")
        return f"{new} {verb} man {after}"

    def with_topic(
        self, asked: str, words: str, preposition: str, places: Sequence[Span], language: str
    ) -> str:
        """The question about somebody or something else.

        What follows the same preposition is exchanged; else, for somebody, who is named or asked
        for; else the last thing. Where there is nothing to exchange, the words are added.
        """
        old = self._after(asked, preposition, places) if preposition else None
        if old is None and self.is_actor(words):
            old = next(iter(self._doers(asked)), None)
            who = re.match(rf"(?:{_WHO})\b", asked, re.IGNORECASE)
            if old is None and who:
                old = Span(start=0, end=who.end())
                words = words[0].upper() + words[1:]
        elif old is None:
            old = self.topic(asked, places)
        if old is None:
            link = preposition or ("om" if language == "sv" else "about")
            return f"{asked.rstrip('?!. ')} {link} {words}?"
        if re.search(r"\b(?:the|a|an)\s+$", asked[: old.start], re.IGNORECASE):
            words = _ARTICLE.sub("", words, count=1)
        return asked[: old.start] + words + asked[old.end :]

    def topic(self, asked: str, places: Sequence[Span]) -> Span | None:
        """The last thing that a question is about: not who does something, nor a municipality."""
        actors = self._doers(asked)
        for chunk in reversed(self._chunks(asked, places)):
            if _governed(asked, chunk) or not any(actor.holds(chunk) for actor in actors):
                return chunk
        return None

    def _after(self, asked: str, preposition: str, places: Sequence[Span]) -> Span | None:
        for chunk in self._chunks(asked, places):
            if _governed(asked, chunk) == preposition:
                return chunk
        return None

    def _doers(self, text: str) -> list[Span]:
        """Where bodies, offices and roles are named, in order."""
        return [m.span for m in self._actors.find(text) if self._actors[m.actor].kind in _DOERS]

    def _chunks(self, asked: str, places: Sequence[Span]) -> list[Span]:
        """Runs of words that name things, in order."""
        found = _QUESTION_WORD.match(asked)
        first = found.end() if found else 0
        chunks: list[Span] = []
        for token in tokenise(asked):
            if self._is_small(token.text) and not _THING.fullmatch(token.text):
                continue
            inside = any(place.start <= token.start < place.end for place in places)
            if token.start < first or inside or self._is_verb(token.text):
                continue
            if chunks and asked[chunks[-1].end : token.start] == " ":
                chunks[-1] = Span(start=chunks[-1].start, end=token.end)
            else:
                chunks.append(Span(start=token.start, end=token.end))
        return chunks

    def _is_verb(self, word: str) -> bool:
        """Whether the lexicon knows the word as a verb in one language, and as nothing else."""
        swedish = {entry.pos for entry in self._lexicon.of_swedish(self._lexicon.term(word))}
        senses = self._lexicon.of_english(english_stem(word))
        english = {entry.pos for entry, rank in senses if rank == 0} or {e.pos for e, _ in senses}
        return (swedish | english) == {"verb"}


def _governed(asked: str, chunk: Span) -> str:
    """The preposition before a phrase and its article, or "" where there is none."""
    found = _PREPOSITION.search(asked[: chunk.start])
    return found[1].casefold() if found else ""
