"""Which activities a person wants listed, in words of any order, Swedish or English, in any case
and without diacritics.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from bot.domain.activities.activity import Status
from bot.domain.activities.dates import Dates
from bot.domain.activities.kinds import Kind
from bot.domain.activities.units import Unit
from bot.services.activities.countries import country_code
from bot.services.activities.kind_terms import term_rank
from bot.services.activities.ports import Query
from bot.services.activities.sheets import plain
from bot.services.places import find_municipality
from knowledge.model import Value

Noted = TypeVar("Noted")

LONGEST = 300
"""Characters that are read."""

_PAGE = re.compile(r"(?i)\b(?:sida|sidan|page)\s+(\d{1,6})\b")
_YEAR = re.compile(r"(?:(?:ar|aret|year) )?((?:19|20)\d\d)")
_YEARS_AGO = {
    **dict.fromkeys(("i ar", "detta ar", "arets", "innevarande ar", "this year"), 0),
    **dict.fromkeys(("forra aret", "fjolaret", "i fjol", "foregaende ar", "last year"), 1),
}
_LONGEST_NAME = 6
"""Words of a country's or unit's name."""

_SHORTEST_BEGINNING = 5
"""Letters from which a word for a kind is also known with an ending ("utbyten")."""

_MINE = frozenset(("mina", "mitt", "min", "mine", "my"))
_UNIT = frozenset(("enhet", "enheten", "enhetens", "enhets", "unit", "units"))
_STATUSES = {
    Status.DRAFT: frozenset(("utkast", "draft", "drafts")),
    Status.WITHDRAWN: frozenset(("tillbakadragen", "tillbakadragna", "withdrawn")),
}
_FILLING = frozenset(
    (
        *("alla", "all", "aktivitet", "aktiviteter", "activity", "activities"),
        *("i", "in", "fran", "from", "med", "with", "och", "and", "for", "av", "by", "of", "the"),
    )
)


class Wish(Value):
    """Which activities, on which page, and the words that were not understood; whether those of
    the person's units are meant and none is known (``lacks_unit``).
    """

    query: Query
    page: int
    unknown: tuple[str, ...] = ()
    lacks_unit: bool = False


@dataclass(frozen=True)
class Known:
    """What a person's words may name. ``home`` is the municipality that they mean without naming
    one; ``own_units`` gives theirs in a municipality; ``today`` tells which year is this one.
    """

    person: str
    today: date
    municipalities: Sequence[str]
    home: str | None
    kinds: Mapping[str, Kind]
    units: Callable[[str], Sequence[Unit]]
    own_units: Callable[[str], Iterable[str]]


@dataclass
class _Found:
    place: str | None = None
    units: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    statuses: set[Status] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    is_mine: bool = False
    is_my_units: bool = False
    unknown: list[str] = field(default_factory=list)


def read_wish(text: str, known: Known) -> Wish:
    """What a text like "mina 2026 Litauen sida 2" asks for."""
    asked = text[:LONGEST]
    page = _PAGE.search(asked)
    words = re.sub(r"[,;]", " ", _PAGE.sub(" ", asked)).split()
    found = _Found()
    found.place = _named_place(words, known)
    place = found.place or known.home
    matching = _matching(found, known, place)
    _take(words, matching, found)
    query = _query(found, known, place)
    return Wish(
        query=query,
        page=int(page[1]) if page else 1,
        unknown=tuple(found.unknown),
        lacks_unit=query.units is not None and not query.units,
    )


def _spans(words: Sequence[str], start: int) -> Iterator[tuple[int, str]]:
    """The longest first."""
    for end in range(min(len(words), start + _LONGEST_NAME), start, -1):
        yield end, " ".join(words[start:end])


def _named_place(words: Sequence[str], known: Known) -> str | None:
    spans = (span for start in range(len(words)) for _, span in _spans(words, start))
    named = (find_municipality(span, known.municipalities) for span in spans)
    return next((each for each in named if each), None)


def _take(words: Sequence[str], matching: Callable[[str], bool], found: _Found) -> None:
    start = 0
    while start < len(words):
        end = next((end for end, span in _spans(words, start) if matching(span)), None)
        if end is None:
            found.unknown.append(words[start])
        start = end or start + 1


def _matching(found: _Found, known: Known, place: str | None) -> Callable[[str], bool]:
    """Whether a stretch of words names something, which is noted."""
    units: dict[str, set[str]] = {}
    for each in known.units(place) if place else ():
        units.setdefault(plain(each.name), set()).add(each.id)

    def matches(span: str) -> bool:
        word = plain(span)
        if find_municipality(span, known.municipalities) or word in _FILLING:
            return True
        return (
            _is_whose(word, found)
            or _noted(found.units, units.get(word, ()))
            or _noted(found.countries, _country(span))
            or _noted(found.years, _years(word, known.today))
            or _noted(found.statuses, [s for s, named in _STATUSES.items() if word in named])
            or _noted(found.kinds, _kinds(span, known.kinds))
        )

    return matches


def _is_whose(word: str, found: _Found) -> bool:
    if word in _UNIT:
        found.is_my_units = True
    elif word in _MINE:
        found.is_mine = True
    else:
        return False
    return True


def _noted(those: set[Noted], named: Iterable[Noted]) -> bool:
    new = set(named)
    those |= new
    return bool(new)


def _country(span: str) -> list[str]:
    """A code only in capitals: "se" and "at" are words."""
    if len(span) == 2 and not span.isupper():
        return []
    code = country_code(span)
    return [code] if code else []


def _years(words: str, today: date) -> list[int]:
    if words in _YEARS_AGO:
        return [today.year - _YEARS_AGO[words]]
    named = _YEAR.fullmatch(words)
    return [int(named[1])] if named else []


def _kinds(span: str, kinds: Mapping[str, Kind]) -> list[str]:
    """The kinds that some words name in any inflection, else those of the longest cue or name
    that they are, or one word begins with.
    """
    inflected = [kind.id for kind in kinds.values() if term_rank(span, kind) is not None]
    if inflected:
        return inflected
    word = plain(span)
    is_one = " " not in word
    named = [
        (len(each), kind.id)
        for kind in kinds.values()
        for each in map(plain, (*kind.names.values(), *kind.plurals.values(), *kind.cues))
        if word == each or (is_one and len(each) >= _SHORTEST_BEGINNING and word.startswith(each))
    ]
    longest = max((length for length, _ in named), default=0)
    return sorted({kind for length, kind in named if length == longest})


def _query(found: _Found, known: Known, place: str | None) -> Query:
    is_mine = found.is_mine and not found.is_my_units
    if found.is_my_units and place:
        found.units |= set(known.own_units(place))
    years = found.years
    return Query(
        municipality=found.place or (None if is_mine else place),
        units=frozenset(found.units) if found.units or found.is_my_units else None,
        kinds=frozenset(found.kinds) or None,
        countries=frozenset(found.countries) or None,
        statuses=frozenset(found.statuses) or None,
        overlapping=(
            Dates(first=date(min(years), 1, 1), last=date(max(years), 12, 31)) if years else None
        ),
        logged_by=known.person if is_mine else None,
    )
