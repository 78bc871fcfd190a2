"""The words by which Swedish and English policies demand reports: that, when, and of what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from babel.dates import get_month_names

from bot.domain.activities.kinds import Kind
from bot.services.activities.kind_terms import kinds_named
from bot.services.reports.demand import Occasion, OccasionKind, Want

REPORTING = re.compile(
    r"\b(?:(?:åter|av)?rapporter(?:a|as|ar|at|ades|ing\w*)|rapport(?:en|er|erna)?"
    r"|redovis(?:a|as|ar|at|ning\w*)|redogör(?:a|s|else\w*)?"
    r"|följ(?:a|as|er|s)\s+(?:[\w-]+\s+){0,5}?upp|uppfölj(?:a|as|s|er|ning|ningen|ningar\w*)"
    r"|utvärder(?:a|as|ar|at|ing|ingen|ingar\w*)"
    r"|reports?|reported|reporting|follow(?:s|ed|ing)?\s+(?:[\w-]+\s+){0,5}?up|follow-ups?"
    r"|evaluat(?:e|es|ed|ing|ions?)|account(?:s|ed)?\s+for"
    r"|monitor(?:s|ed|ing)?\s+(?:of\s+)?(?:(?:the|its|their)\s+)?(?:international\s+)?"
    r"(?:work|activities))\b(?!-)",
    re.I,
)
"""That somebody is to be told of what was done."""

_COLLECTING = re.compile(r"\b(?:sammanställ(?:a|as|s|er|ning\w*)|compil\w+)\b", re.I)
_WORK = re.compile(
    r"internation|aktivitet|arbete|insats|verksamhet|utbyte|projekt|nätverk|kontakt|resultat|"
    r"redovisning|rapport|uppföljning|activit|work|exchange|project|network|result|report",
    re.I,
)

_OTHER_MATTERS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        # What is done with a plan that is spoken of: "en handlingsplan som utvärderas".
        r"(?<=\w)(?:plan|program|strategi|polic|riktlinj|strateg)\w*,?\s+(?:som|vilken|vilket|"
        r"which|that)\s[^.;]*",
        # Keeping a document up to date.
        r"\b(?:utvärder\w+|följ\w+\s+upp|uppfölj\w+|evaluat\w+|review\w*)\s*(?:,|och|samt|and)\s*"
        r"(?:revider\w+|uppdater\w+|ses\s+över|revis\w+|updat\w+)",
        r"\b(?:revider\w+|uppdater\w+|revis\w+|updat\w+)\s*(?:,|och|samt|and)\s*"
        r"(?:utvärder\w+|följ\w+\s+upp|uppfölj\w+|evaluat\w+)",
        # Whether to go on with something.
        r"\b(?:utvärder\w+|evaluat\w+)\b[^.;]*?\b(?:om|whether|if)\s[^.;]*",
        # Agreements and memberships.
        r"\b\w*(?:avtal|medlemskap|agreement|membership)\w*\b[^.;]*?\b(?:utvärderas|omprövas|"
        r"följs\s+upp|följas\s+upp|evaluated|reviewed)\b",
        r"\b(?:utvärder\w+|uppfölj\w+|följ\w+\s+upp|evaluat\w+|follow\w*\s+up|follow-up)\s+"
        r"(?:av\s+|of\s+)?(?:[\w-]+\s+){0,3}?[\w-]*(?:avtal|medlemskap|agreement|membership)\w*",
        # What those who give money want to know.
        r"\b(?:rapporter|redovis|report)\w*\b[^.;]*?\b(?:till|to)\s+(?:\w+\s+){0,2}?"
        r"(?:finansiär\w*|bidragsgivar\w*|EU-kommissionen|EU\b|kommissionen|funders?|"
        r"the\s+Commission)",
    )
)

REFERS = re.compile(
    r"redovis|rapport|uppfölj|följ\w*\s+upp|utvärder|sammanställ|redogör|i\s+form\s+av|report|"
    r"evaluat|follow-up|follow\w*\s+up|accounts?\b|in\s+the\s+form\s+of",
    re.I,
)
"""Beside a demand: that a sentence says how it is to be met."""

GOES_ON = re.compile(r"^(?:Det|Den|Detta|Denna|Dessa|De|Här|Där|It|This|These|They)\b")
"""Beginnings of sentences about what the one before them speaks of."""

DETAILS = re.compile(
    r"^(?:(?:[\w-]*redovisningen|[\w-]*rapporten|[\w-]*rapporteringen|[\w-]*uppföljningen|"
    r"[\w-]*utvärderingen|sammanställningen|redogörelsen|den|det|the\s+(?:[\w-]+\s+){0,2}?"
    r"(?:report|follow-up|evaluation|compilation|account)|it)\s+)(?:[\w-]+\s+){0,3}?"
    r"(?:beskriv\w*|innehåll\w*|omfatt\w*|vis(?:a|ar)|ang(?:e|er)|inkluder\w*|belys\w*|"
    r"ta(?:r)?\s+upp|(?:göras|ske)\s+i\s+form|describ\w*|includ\w*|cover\w*|contain\w*|state\w*|"
    r"show\w*|list\w*)\b",
    re.I,
)
"""Sentences on what a report holds, not that there is one."""

INTERNATIONAL = re.compile(
    r"internation|vänort|\bEU\b|EU-|transnation|utbyte|omvärld|gränsöver|twin\s*town|exchange",
    re.I,
)
"""That a sentence, a section or a document is about international work."""

EACH_UNIT = re.compile(
    r"\b(?:[\w-]*nämnder(?:na)?|[\w-]*förvaltningar(?:na)?|[\w-]*bolag(?:en)?|"
    r"[\w-]*styrelser(?:na)?|[\w-]*skolor(?:na)?|[\w-]*sektorer(?:na)?|[\w-]*kontoren|"
    r"verksamheter(?:na)?|enheter(?:na)?|(?:varje|respektive|each|every)\s+\w+|committees|"
    r"administrations|departments|companies|schools|units)\b",
    re.I,
)
"""Those who act each for itself."""

OBLIGES = re.compile(r"\b(?:ska|skall|bör|måste|shall|must|should)\b", re.I)

RECIPIENT = re.compile(
    r"\b(?:(?:åter|av)?rapporter|redovis|report)\w*\s+(?P<to>(?:till|to)\s+\S.*)", re.I
)
"""In an action plan: to whom a measure is reported."""

_WANTS = (
    (
        Want.FUNDING_SHARE,
        r"\b(?:finansieringsandel\w*|finansieringsgrad\w*|medfinansieringsgrad\w*|"
        r"(?:andel\w*|grad(?:en)?)\s+(?:[\w-]+\s+){0,3}?\w*(?:finansier\w*|medel)|"
        r"(?:extern\w*|EU-?)\s*(?:finansiering\w*|medel)|"
        r"(?:share|proportion|degree)\s+of\s+(?:[\w-]+\s+){0,3}?(?:fund\w*|financ\w*)|"
        r"(?:external|EU)\s+funding|funding\s+share)",
    ),
    (
        Want.NETWORK_PARTICIPANTS,
        r"\b(?:antal(?:et)?|hur\s+många)\s+(?:[\w-]+\s+){0,4}?delta\w*\s+(?:[\w-]+\s+){0,2}?"
        r"i\s+(?:[\w-]+\s+){0,2}?[\w-]*nätverk\w*"
        r"|\b(?:number\s+of|how\s+many)\s+(?:[\w-]+\s+){0,4}?(?:in|from)\s+(?:[\w-]+\s+){0,2}?"
        r"network\w*",
    ),
    (
        Want.PARTICIPANTS,
        r"\b(?:antal(?:et)?|hur\s+många)\s+(?:[\w-]+\s+){0,3}?(?:delta\w*|medverka\w*|person\w*|"
        r"elev\w*|medarbetar\w*|anställda|barn\w*|ung\w*|besökar\w*|invånar\w*)"
        r"|\bdeltagarantal\w*"
        r"|\b(?:number\s+of|how\s+many)\s+(?:[\w-]+\s+){0,3}?(?:particip\w*|people|persons|pupils|"
        r"students|employees|children|staff|residents)",
    ),
    (
        Want.EFFECTS,
        r"\b(?:effekt\w*|resultat(?:et|en)?(?!\s+av\s+(?:\w+\s+)?(?:upp|ut)\w+ing)|nytta\w*|lärdom\w*|mervärde\w*|erfarenhet(?:er|erna)|"
        r"lett\s+till|effects?|outcomes?|impacts?|benefits?|results?(?!\s+(?:shall|must|will|of\s+the\s+"
        r"(?:follow|evaluat)))|lessons|experiences?)\b",
    ),
    (Want.EVALUATION, r"\b(?:utvärder(?:a|as|ar|at|ing|ingen|ingar\w*)|evaluat\w+)\b"),
    (Want.COMPILATION, _COLLECTING.pattern),
    (
        Want.BY_UNIT,
        r"\b(?:(?:per|varje|respektive|samtliga)\s+(?:nämnd|förvaltning|enhet|sektor|bolag|"
        r"verksamhet|kontor|skol)\w*|(?:nämnd|förvaltning|enhet)svis|"
        r"(?:by|per|each|every)\s+(?:unit|committee|department|administration|company|school)s?)\b",
    ),
)
_PATTERNS = tuple((want, re.compile(pattern, re.I)) for want, pattern in _WANTS)

_ORDER = {
    **dict.fromkeys(("första", "first", "i", "ett"), 1),
    **dict.fromkeys(("andra", "second", "ii", "två"), 2),
    **dict.fromkeys(("tredje", "sista", "third", "last", "iii", "tre"), 3),
    **dict.fromkeys(("fjärde", "fourth", "fyra"), 4),
}
_ORDINAL = r"(?:(?P<ordinal>första|andra|tredje|fjärde|sista|first|second|third|fourth|last)\s+)?"
_COUNTED = r"(?:\s*(?P<numbers>[1-4](?!\d)(?:\s*(?:,|och|samt|and|&)\s*[1-4](?!\d))*))?"
_OCCASIONS = (
    (OccasionKind.TERM_OF_OFFICE, r"\b(?:mandatperiod|valperiod|term\s+of\s+office)\w*"),
    (
        OccasionKind.TERTIAL,
        rf"\b{_ORDINAL}(?:tertial|tertiär|four-month)[\w-]*{_COUNTED}"
        r"|\bdelårs\w+\s*(?P<interim>[12](?:\s*(?:,|och|samt)\s*[12])*)\b|\bT(?P<short>[1-3])\b",
    ),
    (
        OccasionKind.HALF_YEAR,
        rf"\b{_ORDINAL}(?:halvår|half-year|semi-annual|biannual)\w*"
        r"|\b(?:två|2)\s+gånger\s+(?:per|om|varje)\s+år(?:et)?\b|\btwice\s+(?:a|per|each|every)\s+year",
    ),
    (OccasionKind.QUARTER, rf"\b{_ORDINAL}(?:kvartal|quarter)\w*{_COUNTED}"),
    (
        OccasionKind.YEAR,
        r"\b(?:årlig\w*|årsvis|årets|annual\w*|yearly|(?:per|om|varje|vart|vartannat|vart\s+annat)"
        r"\s+år(?:et)?|(?:a|per|each|every|every\s+other)\s+year|(?:års)?bokslut\w*|"
        r"årsredovisning\w*|årsrapport\w*|årsberättelse\w*|årsskift\w*|årsslut\w*)\b",
    ),
    (
        OccasionKind.REGULARLY,
        r"\b(?:regelbund\w*|fortlöpande|löpande|kontinuerlig\w*|återkommande|regular\w*|"
        r"continuous\w*|continual\w*)\b",
    ),
)
_WHEN = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _OCCASIONS)

_INTERIM = re.compile(r"\bdelårs\w*|\binterim\s+reports?\b", re.I)
_INTERIM_OCCASIONS = (
    Occasion(kind=OccasionKind.HALF_YEAR, number=1),
    Occasion(kind=OccasionKind.TERTIAL, number=2),
)
"""An interim report covers between half and two thirds of the year: 13 kap. 1 § lag (2018:597) om
kommunal bokföring och redovisning.
"""

_YEAR_BEFORE = re.compile(
    r"\b(?:föregående|gångna|förra|previous|preceding|past)\s+(?:[\w-]+\s+)?(?:år|year)", re.I
)
"""Where the year before is told of, a month only says until when."""

_MONTHLY = re.compile(
    r"\b(?:månadsvis|månatlig\w*|(?:varje|per|i)\s+månad(?:en)?|monthly|(?:a|each|every|per)\s+"
    r"month)\b",
    re.I,
)


class Told(NamedTuple):
    """A thing that a text wants told, and the ids of the kinds of activities it is of."""

    want: Want
    kinds: tuple[str, ...]


def of_the_work(text: str) -> str:
    """A text without what it says of reporting and evaluating other things than the work."""
    for other in _OTHER_MATTERS:
        text = other.sub(" ", text)
    return text


def demands_report(text: str) -> bool:
    """Whether a clause of a duty is about reporting, following up or evaluating the work."""
    text = of_the_work(text)
    return bool(REPORTING.search(text) or (_COLLECTING.search(text) and _WORK.search(text)))


def wants_in(text: str, kinds: Sequence[Kind]) -> tuple[Told, ...]:
    """What a text wants told, each once, with the kinds that are named beside it."""
    found = sorted(_found(text))
    starts = [0, *(start for start, _ in found[1:]), len(text)]
    told = [
        Told(want, () if want is Want.BY_UNIT else kinds_named(text[start:end], kinds))
        for (_, want), start, end in zip(found, starts, starts[1:], strict=False)
    ]
    return tuple(dict.fromkeys(told))


def _found(text: str) -> Iterator[tuple[int, Want]]:
    """Where each want stands first; those who take part in networks are not told twice."""
    taken: list[tuple[int, int]] = []
    for want, pattern in _PATTERNS:
        free = (
            match
            for match in pattern.finditer(text)
            if not any(start <= match.start() < end for start, end in taken)
        )
        first = next(free, None)
        if first:
            taken.append(first.span())
            yield first.start(), want


def occasions_in(text: str) -> frozenset[Occasion]:
    """When a text says that a report is given."""
    found: list[Occasion] = []
    for kind, pattern in _WHEN:
        for match in pattern.finditer(text):
            found += (Occasion(kind=kind, number=number) for number in _numbers(match))
        text = pattern.sub(" ", text)
    if _INTERIM.search(text):
        found += _INTERIM_OCCASIONS
    if not _YEAR_BEFORE.search(text):
        found += _months(text)
    return frozenset(found)


def _numbers(match: re.Match[str]) -> list[int | None]:
    groups = match.groupdict()
    given = " ".join(filter(None, groups.values()))
    numbers: list[int | None] = [int(number) for number in re.findall(r"\d", given)]
    return numbers or [_ORDER.get((groups.get("ordinal") or "").lower())]


def _months(text: str) -> Iterator[Occasion]:
    if _MONTHLY.search(text):
        yield Occasion(kind=OccasionKind.MONTH)
    for number, pattern in _month_patterns():
        if pattern.search(text):
            yield Occasion(kind=OccasionKind.MONTH, number=number)


@lru_cache(maxsize=1)
def _month_patterns() -> tuple[tuple[int, re.Pattern[str]], ...]:
    """Months by name; in English with their capital, since "may" is a verb."""
    swedish, english = (get_month_names("wide", locale=language) for language in ("sv", "en"))
    return tuple(
        (number, re.compile(rf"\b(?:(?i:{swedish[number]})|{english[number]})\b"))
        for number in range(1, 13)
    )
