"""One thing that a question needs a text to speak of, with all it may be called."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property

from knowledge.model import Value

STRONG = 0.7
"""From this weight an alternative counts as another name of the same thing."""


class Alternative(Value):
    """Stems that must all stand in a text for it to name the thing this way."""

    terms: frozenset[str]
    weight: float


class Need(Value):
    """One thing that a question speaks of, and the ways a text may name it, surest first.

    ``is_term`` tells that it is a term of the policies' own field, ``is_known`` that the lexicon
    has it, ``is_thing`` that it can only be a noun or a name, ``is_verb`` that it is first of all a
    verb, ``is_name`` that it is a proper name, by the lexicon or by its capitals.
    """

    words: str
    alternatives: tuple[Alternative, ...]
    is_term: bool
    is_known: bool
    is_thing: bool
    is_verb: bool
    is_name: bool

    def met_by(self, terms: AbstractSet[str]) -> float:
        """How surely a text with these terms speaks of it, from 0 to 1."""
        single = max((self._single[term] for term in self._single.keys() & terms), default=0.0)
        return next(
            (a.weight for a in self._several if a.weight > single and a.terms <= terms), single
        )

    @cached_property
    def _single(self) -> dict[str, float]:
        """The alternatives of one term, by it."""
        return {t: a.weight for a in self.alternatives if len(a.terms) == 1 for t in a.terms}

    @cached_property
    def _several(self) -> list[Alternative]:
        """The alternatives of several terms, surest first."""
        return [a for a in self.alternatives if len(a.terms) > 1]

    def single_terms(self) -> Iterator[tuple[str, float]]:
        """(term, weight) of each alternative, for ranking; several terms share their weight."""
        for alternative in self.alternatives:
            share = alternative.weight / len(alternative.terms)
            yield from ((term, share) for term in alternative.terms)


def one_of(one: Need, other: Need) -> Need:
    """A need that either of two meets."""
    ways = sorted((*one.alternatives, *other.alternatives), key=lambda way: -way.weight)
    return one.model_copy(
        update={"alternatives": tuple(ways), "words": f"{one.words} / {other.words}"}
    )
