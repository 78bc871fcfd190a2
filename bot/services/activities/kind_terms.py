"""Which kinds of activities a text names, in any inflection and in either language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from bot.domain.activities.kinds import Kind
from knowledge.language.analysis import Analyser
from knowledge.language.lexicon import english_key, load_lexicon
from knowledge.language.words import english_stem, tokenise

Key = tuple[str, ...]


def term_rank(term: str, kind: Kind) -> int | None:
    """Which of a kind's terms, from 0, or names after them, ``term`` is as a whole; None if none.

    >>> from bot.services.activities.kinds import load_kinds
    >>> term_rank("Transnationella utbyten", load_kinds(None)["transnational_exchange"])
    0
    """
    swedish, english = _swedish(term), english_key(term)
    known = [*(_swedish(each) == swedish for each in kind.terms), _in_english(kind) == english]
    return next((rank for rank, same in enumerate(known) if same), None)


def kinds_named(text: str, kinds: Iterable[Kind]) -> tuple[str, ...]:
    """The ids of the kinds that a text names, in the order of ``kinds``.

    A compound names what it begins with ("nätverksarbete"). The last word of a name stands for
    every kind of that name ("projekt" and "projects" for EU projects and any other projects).
    """
    words = [token.text for token in tokenise(text)]
    swedish = [_forms(word) for word in words]
    english = {english_stem(part) for word in words for part in word.split("-")}
    return tuple(
        kind.id
        for kind in kinds
        if any(_occurs(term, swedish) for term in _terms(kind)) or _in_english(kind)[-1] in english
    )


def _terms(kind: Kind) -> Iterator[Key]:
    """Its terms, and the last word of its name: of "Nordplus-projekt", "projekt"."""
    yield from map(_swedish, kind.terms)
    yield _swedish(re.split(r"[\s-]", kind.names["sv"])[-1])


@lru_cache(maxsize=1)
def _analyser() -> Analyser:
    return Analyser(load_lexicon())


def _in_english(kind: Kind) -> Key:
    return english_key(kind.names["en"])


@lru_cache(maxsize=1_000)
def _swedish(term: str) -> Key:
    return tuple(_bare(word) for word in load_lexicon().key(term))


def _bare(word: str) -> str:
    """A term without the neuter ending that the stemmer leaves ("internationellt")."""
    return word.removesuffix("t") if word.endswith("llt") else word


def _forms(word: str) -> tuple[str, ...]:
    """The term of a word, and what it begins with if it is a compound."""
    return (_bare(load_lexicon().term(word)), *_analyser().parts(word)[:1])


def _occurs(key: Key, forms: Sequence[Key]) -> bool:
    return any(
        all(part in at for part, at in zip(key, window, strict=True))
        for window in _windows(forms, len(key))
    )


def _windows(forms: Sequence[Key], length: int) -> Iterator[Sequence[Key]]:
    return (forms[start : start + length] for start in range(len(forms) - length + 1))
