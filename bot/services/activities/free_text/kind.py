"""Which kind of activity a text is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from bot.domain.activities.kinds import Kind
from bot.services.activities.free_text.found import Found
from knowledge.model import Span, Value

_SHORTEST_INSIDE = 5
"""Letters from which a cue is also known at the end of a compound ("ungdomsutbyte")."""

_NAMED = 100
"""What naming a kind weighs more than any cue for one."""


_NOT_MEANT = re.compile(
    r"besökar\w*|besöksnäring\w*|visitors?|projektor\w*|delegations(?:ordning|beslut)\w*"
    r"|vuxenutbildning\w*|\w*(?:nämnd|förvaltning|kontor|avdelning|enhet|utskott|sektor)(?:en|et)?s?",
    re.IGNORECASE,
)
"""Words that begin like a cue and speak of something else, as a unit ("utbildningsnämnden")."""


class Suggestion(Value):
    """A kind, and the words that speak for it."""

    kind: Kind
    because: Span


def suggest(text: str, kinds: Mapping[str, Kind]) -> list[Suggestion]:
    """The kinds that something in the text speaks for, the surest first.

    Who names a kind means it; else the longest word that gives one away wins, since it is the
    most specific ("studiebesök" before "projekt").
    """
    return [suggestion for suggestion, _ in _weighed(text, kinds)]


def read_kind(text: str, kinds: Mapping[str, Kind]) -> Found[str] | None:
    """The id of the kind that most speaks for; None if nothing does, or for several alike."""
    weighed = _weighed(text, kinds)
    if not weighed or (len(weighed) > 1 and weighed[0][1] == weighed[1][1]):
        return None
    best = weighed[0][0]
    return Found(best.kind.id, (best.because,))


def labels(text: str, kinds: Mapping[str, Kind]) -> list[Span]:
    """Where the text names a kind and says nothing else by it ("EU-projekt, 45 000 kr")."""
    return [
        _span(match)
        for kind in kinds.values()
        for name in kind.names.values()
        for match in re.finditer(
            rf"(?:^|(?<=[,;.:\n(]))\s*{re.escape(name)}\s*(?=$|[,;.:\n)])", text, re.IGNORECASE
        )
        if match[0].strip() != text.strip()
    ]


def _weighed(text: str, kinds: Mapping[str, Kind]) -> list[tuple[Suggestion, int]]:
    found = []
    for kind in kinds.values():
        best = max(_matches(text, kind), key=lambda each: each[1], default=None)
        if best:
            found.append((Suggestion(kind=kind, because=best[0]), best[1]))
    return sorted(found, key=lambda each: (-each[1], each[0].because.start))


def _matches(text: str, kind: Kind) -> Iterator[tuple[Span, int]]:
    """What speaks for a kind, and its weight: the letters of the word it stands in."""
    for name in kind.names.values():
        for match in _pattern(name).finditer(text):
            yield _span(match), _NAMED + len(name)
    for cue in (*kind.terms, *kind.cues):
        for match in _pattern(cue).finditer(text):
            if not _NOT_MEANT.fullmatch(match[0]):
                yield _span(match), len(cue)


def _span(match: re.Match[str]) -> Span:
    return Span(start=match.start(), end=match.end())


@lru_cache(maxsize=1_000)
def _pattern(cue: str) -> re.Pattern[str]:
    """A cue at the beginning of a word; a long one also at the end of a compound."""
    before = r"\w{0,30}" if len(cue) >= _SHORTEST_INSIDE else ""
    return re.compile(rf"(?<!\w){before}{re.escape(cue)}\w{{0,30}}", re.IGNORECASE)
