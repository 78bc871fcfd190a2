"""The countries of the world by name.

Names are those of Unicode's CLDR, which Babel carries (https://babel.pocoo.org/en/latest/api/core.html#babel.core.Locale.territories);
what people call countries besides, and the adjectives, stand in ``countries.tsv``.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from babel import Locale

LANGUAGES = ("sv", "en")

_NOT_COUNTRIES = frozenset(
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"]
)
"""Two letters of CLDR that name no country: groups, parts of countries, and test values. Kosovo
(XK) is kept: it has no code in ISO 3166-1, but CLDR and the EU give it this one.
"""


class _Row(NamedTuple):
    code: str
    also: tuple[str, ...]
    swedish: tuple[str, ...]
    english: tuple[str, ...]


def country_name(code: str, language: str) -> str:
    """The name of an ISO 3166-1 alpha-2 code in "sv" or "en". Raises KeyError for no country.

    >>> country_name("LT", "sv")
    'Litauen'
    """
    return _names(language)[code]


def country_code(name: str) -> str | None:
    """The code of a country by its Swedish, English or everyday name, or by the code itself; in
    whatever case, with or without diacritics.

    >>> country_code("Holland"), country_code("lt")
    ('NL', 'LT')
    """
    return country_names().get(folded(name))


@lru_cache(maxsize=1)
def country_names() -> Mapping[str, str]:
    """Codes by folded name, of all the names that ``country_code`` knows."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in _names(language).items():
            found[folded(name)] = code
            found[folded(code)] = code
    for row in _rows():
        found.update({folded(name): row.code for name in row.also})
    return found


@lru_cache(maxsize=1)
def country_adjectives() -> Mapping[str, str]:
    """Codes by adjective in small letters: the Swedish ones without ending ("litauisk"), and the
    English.
    """
    return {word: row.code for row in _rows() for word in (*row.swedish, *row.english)}


def folded(name: str) -> str:
    """Small letters without diacritics, spaces or dots around them: what names are compared by.

    >>> folded("Radviliškis"), folded("Sønderborg")
    ('radviliskis', 'sonderborg')
    """
    if name.isascii():
        return name.lower().strip()
    letters = unicodedata.normalize("NFKD", name.casefold().strip())
    plain = "".join(each for each in letters if not unicodedata.combining(each))
    return plain.translate(_STROKES)


_STROKES = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "’": "'"}
)
"""Letters that Unicode does not take apart."""


@lru_cache(maxsize=len(LANGUAGES))
def _names(language: str) -> Mapping[str, str]:
    territories = Locale.parse(language).territories
    return {
        str(code): str(name)
        for code, name in territories.items()
        if len(code) == 2 and code not in _NOT_COUNTRIES
    }


@lru_cache(maxsize=1)
def _rows() -> tuple[_Row, ...]:
    return tuple(_read())


def _read() -> Iterator[_Row]:
    source = files("bot.services.activities").joinpath("countries.tsv").read_text("utf-8")
    for row in csv.DictReader(source.splitlines(), delimiter="\t"):
        also, swedish, english = (
            tuple(filter(None, (row[column] or "").split(";")))
            for column in ("also", "swedish", "english")
        )
        yield _Row(row["code"], also, swedish, english)
