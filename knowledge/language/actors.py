"""The actors of a municipality: who a text names, in any inflection, and under one id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from knowledge.language.lexicon import rows
from knowledge.language.words import Token, fold, tokenise
from knowledge.model import Span

COMPOUND_HEADS = ("nämnd", "förvaltning", "kontor")
"""Heads of compounds that name one of a kind the lexicon knows ("tekniska nämnden" has its own
name, "servicenämnden" is a committee all the same)."""

_SHORT = 3
_PREFIX = 3
_ENDINGS = ("", "n", "en", "et", "t", "r", "er", "ar", "or", "na", "rna", "erna", "arna", "orna")
_NOUN_ENDINGS = frozenset(ending + genitive for ending in _ENDINGS for genitive in ("", "s"))
_VOWEL_ENDINGS = frozenset(
    ending + genitive for ending in ("a", "an", "or", "orna", "en") for genitive in ("", "s")
)
_ENGLISH_ENDINGS = frozenset(("", "s", "es"))


class Actor(NamedTuple):
    """Somebody who has tasks: a body, an office, a role or a group. ``kind`` is the lexicon's."""

    id: str
    sv: str
    en: str
    names_sv: tuple[str, ...]
    names_en: tuple[str, ...]
    kind: str


class ActorMention(NamedTuple):
    """Where a text names an actor; ``span`` holds the inflected name."""

    actor: str
    span: Span


class _Name(NamedTuple):
    """One name of an actor as words: folded, or as written where it is an abbreviation."""

    actor: str
    words: tuple[str, ...]
    english: bool

    def matches(self, tokens: Sequence[Token]) -> bool:
        """Whether the first tokens are this name in some inflection."""
        return len(tokens) >= len(self.words) and all(
            self._is(index, tokens[index].text) for index in range(len(self.words))
        )

    def begins(self, word: str) -> bool:
        """Whether the first word of this name is ``word`` in some inflection."""
        return self._is(0, word)

    def _is(self, index: int, word: str) -> bool:
        same = _english_word if self.english else _swedish_word
        return same(self.words[index], word, last=index == len(self.words) - 1)


class Actors:
    """A set of actors that can be found in text."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._actors = {actor.id: actor for actor in actors}
        self._names: dict[str, list[_Name]] = defaultdict(list)
        for actor in self._actors.values():
            for name in _names_of(actor):
                self._names[fold(name.words[0])[:_PREFIX]].append(name)
        for names in self._names.values():
            names.sort(key=lambda name: (len(name.words), len(name.words[-1])), reverse=True)
        self._beginning = lru_cache(maxsize=50_000)(self._names_beginning)
        self.find = lru_cache(maxsize=20_000)(self._find)
        self._heads = {
            head: name.actor
            for head in COMPOUND_HEADS
            for name in self._names.get(fold(head)[:_PREFIX], ())
            if name.words == (fold(head),)
        }

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._actors.values())

    def __getitem__(self, identity: str) -> Actor:
        """The actor of that id. Raises KeyError when there is none."""
        return self._actors[identity]

    def _find(self, text: str) -> list[ActorMention]:
        """The actors that ``text`` names, in order, the longest name first; mentions never overlap.

        Case does not matter except for abbreviations ("KS"), which must be written as such.
        """
        tokens = tokenise(text)
        mentions: list[ActorMention] = []
        index = 0
        while index < len(tokens):
            actor, length = self._at(tokens[index : index + 8])
            if actor:
                span = Span(start=tokens[index].start, end=tokens[index + length - 1].end)
                mentions.append(ActorMention(actor, span))
            index += length
        return mentions

    def _at(self, tokens: Sequence[Token]) -> tuple[str | None, int]:
        """The actor named at the first token, and how many tokens its name takes (at least 1)."""
        for name in self._beginning(tokens[0].text):
            if name.matches(tokens):
                return name.actor, len(name.words)
        return self._of_compound(fold(tokens[0].text)), 1

    def _names_beginning(self, word: str) -> tuple[_Name, ...]:
        """The names whose first word is this one in some inflection, longest first."""
        names = self._names.get(fold(word)[:_PREFIX], ())
        return tuple(name for name in names if name.begins(word))

    def _of_compound(self, word: str) -> str | None:
        for head, actor in self._heads.items():
            stem, found, ending = word.rpartition(fold(head))
            if found and len(stem) >= _SHORT and ending in _NOUN_ENDINGS:
                return actor
        return None


def _names_of(actor: Actor) -> list[_Name]:
    names = []
    for english, written in ((False, actor.names_sv), (True, actor.names_en)):
        for name in written:
            words = tuple(_word(token.text) for token in tokenise(name))
            if english and words and words[0] == "the":
                words = words[1:]
            if words:
                names.append(_Name(actor.id, words, english))
    return names


def _word(word: str) -> str:
    return word if word.isupper() else fold(word)


def _swedish_word(word: str, token: str, *, last: bool) -> bool:
    if word.isupper():
        return token == word
    folded = fold(token)
    if folded == word or not last:
        return folded == word or _adjective(folded) == _adjective(word)
    if len(word) < _SHORT:
        return folded == f"{word}s"
    if folded.startswith(word):
        return folded[len(word) :] in _NOUN_ENDINGS
    bare = word[:-1]
    return word[-1] in "ae" and folded.startswith(bare) and folded[len(bare) :] in _VOWEL_ENDINGS


def _adjective(word: str) -> str:
    """An adjective without its ending: "internationella", "internationellt"."""
    return word[:-1] if len(word) > _SHORT + 1 and word[-1] in "at" else word


def _english_word(word: str, token: str, *, last: bool) -> bool:
    if word.isupper():
        return token == word
    folded = fold(token)
    if folded == word or not last:
        return folded == word
    if word.endswith("y") and folded == f"{word[:-1]}ies":
        return True
    return folded.startswith(word) and folded[len(word) :] in _ENGLISH_ENDINGS


@lru_cache(maxsize=1)
def load_actors() -> Actors:
    """The shipped actors."""
    text = files("knowledge").joinpath("lexicon", "actors.tsv").read_text("utf-8")
    return Actors(
        Actor(
            id=row["id"],
            sv=row["sv"],
            en=row["en"],
            names_sv=_parts(row["names_sv"]),
            names_en=_parts(row["names_en"]),
            kind=row["kind"],
        )
        for row in rows(text)
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
