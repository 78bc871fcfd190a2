"""Which agreements a text asks for, in words of any order, Swedish or English: "vänorter i Norden",
"nätverk varningar", "utgår", "Spanien".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bot.domain.activities.units import Unit
from bot.domain.agreement_rules import DueKind
from bot.domain.agreements import AgreementKind, months_after
from bot.services.activities.countries import country_code
from bot.services.activities.sheets import plain
from bot.services.agreements.standing import Standing
from knowledge.language.words import fold
from knowledge.model import Value

LONGEST = 200
"""Characters that are read."""

SOON = 12
"""Months within which what ends is said to be ending."""

KINDS: dict[AgreementKind, tuple[str, ...]] = {
    AgreementKind.TWIN_TOWN: (
        *("vänort", "twin town", "vänorter", "vänortsavtal", "vänortsavtalen", "vänorterna"),
        *("twin towns", "twinning", "twinnings", "sister city", "sister cities"),
    ),
    AgreementKind.COOPERATION: (
        *("samarbete", "cooperation", "samarbetsavtal", "samarbeten", "samarbetsavtalen"),
        *("samverkan", "samverkansavtal", "partnerskap", "partnership", "partnerships"),
    ),
    AgreementKind.NETWORK: ("nätverk", "network", "nätverken", "networks"),
    AgreementKind.MEMBERSHIP: (
        *("medlemskap", "membership", "medlemskapen", "memberships", "organisationer"),
    ),
}
"""What the kinds are called: first the names that forms, files and lists give them."""

_ENDING = ("utgår", "utgar", "löper ut", "går ut", "förfaller", "expires", "expiring", "ends")
_WARNED = ("varningar", "varning", "warnings", "warning", "bryter", "brott", "breaches")
_NO_END = ("tills vidare", "utan slut", "utan slutdatum", "open-ended", "no end")
_EVALUATED = ("utvärdering", "utvärdera", "utvärderas", "evaluation", "evaluate", "utvärderingar")
_ENDED = ("avslutade", "avslutad", "avslutat", "upphörda", "ended", "historiska")
_ALL = ("alla", "samtliga", "all", "everything", "allt")
_IDLE = frozenset(
    (
        "i",
        "med",
        "som",
        "och",
        "avtal",
        "avtalen",
        "in",
        "with",
        "and",
        "agreements",
        "the",
        "snart",
    )
)
_NORDIC = ("norden", "nordiska", "nordisk", "nordic")
_NORDIC_COUNTRIES = frozenset(("AX", "DK", "FI", "FO", "GL", "IS", "NO"))


class AgreementFilter(Value):
    """Which agreements: None and ``()`` stand for all. ``ending`` are those that end within SOON
    months, or have; ``warned`` those with a warning; ``unlimited`` those without an end;
    ``evaluated`` those whose evaluation falls due within SOON months, or has. Of ``ended`` None
    stands for those that nobody has ended, True for the others, False for both. ``words`` stand in
    a name, a partner or a town.
    """

    kinds: frozenset[AgreementKind] | None = None
    countries: frozenset[str] | None = None
    owners: frozenset[str] | None = None
    ending: bool = False
    warned: bool = False
    unlimited: bool = False
    evaluated: bool = False
    ended: bool | None = None
    words: tuple[str, ...] = ()


def read_filter(text: str, units: Sequence[Unit]) -> AgreementFilter:
    """What a text asks for; ``units`` are those of the municipality."""
    return _Reading(text, units).filter()


def chosen(standings: Iterable[Standing], wanted: AgreementFilter, today: date) -> list[Standing]:
    """Those that are asked for, in the order in which they come."""
    return [each for each in standings if _is_wanted(each, wanted, today)]


def _is_wanted(standing: Standing, wanted: AgreementFilter, today: date) -> bool:
    content, agreement = standing.agreement.content, standing.agreement
    soon = months_after(today, SOON)
    called = fold(f"{content.name} {content.partner} {content.town or ''}")
    return (
        wanted.ended in (False, not agreement.is_in_force or None)
        and (wanted.kinds is None or content.kind in wanted.kinds)
        and (wanted.countries is None or content.country in wanted.countries)
        and (wanted.owners is None or content.owner in wanted.owners)
        and (not wanted.warned or bool(standing.warnings))
        and (not wanted.unlimited or content.valid.last is None)
        and (not wanted.ending or _is_due(standing, DueKind.EXPIRES, soon))
        and (not wanted.evaluated or _is_due(standing, DueKind.EVALUATE, soon))
        and all(fold(word) in called for word in wanted.words)
    )


def _is_due(standing: Standing, what: DueKind, last: date) -> bool:
    return any(each.what is what and each.day <= last for each in standing.due)


class _Reading:
    """The words of a text, taken away as they are read: several together before single ones."""

    def __init__(self, text: str, units: Sequence[Unit]) -> None:
        self._left = f" {plain(text[:LONGEST].replace(',', ' ').replace('?', ' '))} "
        self._units = units

    def filter(self) -> AgreementFilter:
        owners = {each.id for each in self._units if self._takes((each.name,))}
        kinds = {kind for kind, names in KINDS.items() if self._takes(names)}
        flags = {
            "unlimited": self._takes(_NO_END),
            "ending": self._takes(_ENDING),
            "warned": self._takes(_WARNED),
            "evaluated": self._takes(_EVALUATED),
        }
        ended = True if self._takes(_ENDED) else False if self._takes(_ALL) else None
        countries = self._countries()
        return AgreementFilter(
            kinds=frozenset(kinds) or None,
            countries=countries or None,
            owners=frozenset(owners) or None,
            ended=ended,
            words=tuple(each for each in self._left.split() if each not in _IDLE),
            **flags,
        )

    def _takes(self, names: Sequence[str]) -> bool:
        """Whether one of the names stands there; all of them are taken away."""
        found = False
        for name in sorted(names, key=len, reverse=True):
            words = f" {plain(name)} "
            while words in self._left:
                self._left, found = self._left.replace(words, " ", 1), True
        return found

    def _countries(self) -> frozenset[str]:
        found = set(_NORDIC_COUNTRIES if self._takes(_NORDIC) else ())
        words = self._left.split()
        for length in (3, 2, 1):
            for start in range(len(words) - length + 1):
                name = " ".join(words[start : start + length])
                # Two letters are rather a word than a country's code.
                code = country_code(name) if len(name) > 2 else None
                if code and self._takes((name,)):
                    found.add(code)
        return frozenset(found)
