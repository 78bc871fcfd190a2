"""Which municipality a document belongs to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from knowledge.model import Span


class Named(NamedTuple):
    """A municipality's name, without "kommun", and where a text first names it."""

    name: str
    span: Span


def municipality_in(text: str, opening: Span, names: Sequence[str]) -> Named | None:
    """The municipality of a document: named on its cover ("Skara kommun"), else most often.

    "X kommun" and "X stad" count, in the genitive too; where no name stands so, bare genitives do.
    """
    wanted = {name.casefold(): name for name in names}
    full = _pattern(names, r"s?\s+(?:kommuns?|stads?|municipality)\b")
    cover = next(_capitalised(full, text, opening), None)
    if cover:
        return _named(cover, wanted)
    whole = Span(start=0, end=len(text))
    for pattern in (full, _pattern(names, r"(?::s|s)\b")):
        found = list(_capitalised(pattern, text, whole))
        if found:
            most = Counter(match["name"] for match in found).most_common(1)[0][0]
            return _named(next(match for match in found if match["name"] == most), wanted)
    return None


def _pattern(names: Sequence[str], after: str) -> re.Pattern[str]:
    longest_first = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])(?P<name>{longest_first}){after}", re.I)


def _capitalised(pattern: re.Pattern[str], text: str, span: Span) -> Iterator[re.Match[str]]:
    """Matches whose name begins with a capital: many names are common words ("vara", "mark")."""
    found = pattern.finditer(text, span.start, span.end)
    return (match for match in found if match["name"][0].isupper())


def _named(match: re.Match[str], wanted: Mapping[str, str]) -> Named:
    name = wanted[match["name"].casefold()]
    return Named(name, Span(start=match.start(), end=match.end()))
