"""The words by which Swedish and English policies demand reports: that, when, and of what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise, starmap
from typing import NamedTuple

from bot.domain.activities.kinds import Kind
from bot.services.activities.kind_terms import kinds_named
from bot.services.reports.demand import Want
from bot.services.reports.occasion_words import occasions_in

REPORTING = re.compile(
    r"\b(?:[\w-]*rapporter(?:a|as|ar|at|ades|ing\w*)|[\w-]*rapport(?:en|er|erna)?"
    r"|[\w-]*(?:verksamhets|års)berättelse\w*|i\s+(?:[\w-]+\s+){0,3}?[\w-]*(?:årsredovisning|"
    r"bokslut)\w*|redovis(?:a|as|ar|at|ning\w*)|redogör(?:a|s|else\w*)?"
    r"|följ(?:a|as|er|s)\s+(?:[\w-]+\s+){0,5}?upp|[\w-]*uppfölj(?:a|as|s|er|ning|ningen|ningar\w*)"
    r"|[\w-]*utvärder(?:a|as|ar|at|ing|ingen|ingar\w*)"
    r"|reports?|reported|reporting|follow(?:s|ed|ing)?\s+(?:[\w-]+\s+){0,5}?up|follow-ups?"
    r"|evaluat(?:e|es|ed|ing|ions?)|account(?:s|ed)?\s+for"
    r"|monitor(?:s|ed|ing)?\s+(?:of\s+)?(?:(?:the|its|their)\s+)?(?:international\s+)?"
    r"(?:work|activities))\b(?!-)",
    re.I,
)
"""That somebody is to be told of what was done."""

_TELLING = re.compile(
    r"\b(?:återkoppl(?:a|as|ar|ing\w*)|presenter(?:a|as|ar)|presentation\w*|delge(?:s|r)?"
    r"|delgivning\w*|present(?:s|ed)?|(?:feeds?|fed)\s+back|feedback)\b",
    re.I,
)
_TO_THE_TOP = re.compile(
    r"\b(?:kommunstyrelse\w*|(?:kommun)?fullmäktige\w*|KS|KF|nämnden|[\w-]*utskott\w*|"
    r"[\w-]*beredning\w*|kommunledning\w*|municipal\s+(?:executive\s+board|council)|"
    r"executive\s+committee)\b",
    re.I,
)
_NOT_DONE_YET = re.compile(
    r"\b(?:[\w-]*förslag|[\w-]*ansök|[\w-]*idé|[\w-]*möjlighet|information|planer|kommande|inför|"
    r"proposal|application|idea|opportunit|upcoming)\w*",
    re.I,
)
"""What is presented before anything is done."""

_COLLECTING = re.compile(r"\b(?:sammanställ(?:a|as|s|er|ning\w*)|compil\w+)\b", re.I)
_WORK = re.compile(
    r"internation|aktivitet|arbete|insats|verksamhet|utbyte|projekt|nätverk|kontakt(?!person)|resultat|"
    r"erfarenhet|lärdom|effekt|redovisning|rapport|uppföljning|activit|work|exchange|project|"
    r"network|result|experience|lesson|effect|report",
    re.I,
)

_NOT = r"(?:inte|ej|icke|aldrig|not|never)\b(?!\s+(?:bara|endast|enbart|minst|only))"
_REPORT_WORD = (
    r"[\w-]{0,30}(?:rapport|redovis|redogör|utvärder|uppfölj|följ|sammanställ|återkoppl|presenter|"
    r"report|evaluat|follow)\w*"
)
_BUT = re.compile(rf"\b{_NOT}\s+([\w-]+)\b[^.;]*?\b(?:utan(?!\s+att)|but)\b", re.I)
"""What is not to be, where it is followed by what is: "ska inte redovisa A utan B"."""

_OTHER_MATTERS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        # What is not to be reported.
        rf"(?:(?:^|(?<=[.;,]))(?:(?!{_REPORT_WORD})[^.;,])*?)?"
        r"\b(?:ska|skall|bör|måste|behöver|behövs|krävs|får|shall|must|should|needs?|does|do|is|are)"
        rf"\s+(?:(?!{_REPORT_WORD})[\w-]+\s+){{0,3}}?{_NOT}[^.;,]*",
        rf"\b{_REPORT_WORD}\s+{_NOT}[^.;,]*",
        rf"\b(?:men|dock|but)\s+{_NOT}[^.;,]*",
        rf"\b(?:ingen|inga|inget|no)\s+(?:[\w-]+\s+){{0,2}}?{_REPORT_WORD}[^.;,]*",
        r"\b(?:undant\w+|exempt\w*)\s+(?:från|from)\b[^.;,]*",
        rf"\b{_NOT}\s+(?:[\w-]+\s+){{0,3}}?{_REPORT_WORD}",
        # What those who travelled tell at home.
        r"\breserapport\w*",
        # What is done with a report.
        r"\b[\w-]*(?:rapport|berättelse|report)\w*\s+(?:[\w-]+\s+){0,3}?"
        r"(?:(?:ska|skall|bör|måste|shall|must|should)\s+)?(?:be\s+)?"
        r"(?:godkän|underteckn|fastställ|arkiver|diarieför|approv|sign|adopt|archiv)\w*",
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
        r"\b(?:avtal|medlemskap|budget|ekonomi)s?(?:uppfölj|utvärder)\w*",
        # What those who give money want to know.
        r"\b(?:rapporter|redovis|report)\w*\b[^.;]*?\b(?:till|to)\s+(?:\w+\s+){0,2}?"
        r"(?:finansiär\w*|bidragsgivar\w*|EU-kommissionen|EU\b|kommissionen|funders?|"
        r"the\s+Commission)",
    )
)

REFERS = re.compile(
    r"redovis|rapport|uppfölj|följ\w*\s+upp|utvärder|sammanställ|redogör|återkoppl|berättelse|"
    r"i\s+form\s+av|report|"
    r"evaluat|follow-up|follow\w*\s+up|accounts?\b|in\s+the\s+form\s+of",
    re.I,
)
"""Beside a demand: that a sentence says how it is to be met."""

GOES_ON = re.compile(r"^(?:Det|Den|Detta|Denna|Dessa|De|Här|Där|It|This|These|They)\b")
"""Beginnings of sentences about what the one before them speaks of."""

DETAILS = re.compile(
    r"^(?:(?:[\w-]*redovisningen|[\w-]*rapporten|[\w-]*rapporteringen|[\w-]*uppföljningen|"
    r"[\w-]*utvärderingen|sammanställningen|redogörelsen|"
    r"(?:den|det|it)(?=\s+(?:ska|skall|bör|kan|måste|shall|should|must|can)\b)|the\s+(?:[\w-]+\s+){0,2}?"
    r"(?:report|follow-up|evaluation|compilation|account))\s+)(?:[\w-]+\s+){0,3}?"
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

ITEM_MARKER = re.compile(r"^(?:[-–•*·o»] +(?:\w{1,2}[.)] +)?|\w{1,2}[.)]\s+)")
"""What an item of a list begins with."""

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
    r"\b(?:(?:åter|av)?rapporter|redovis|återkoppl|presenter|report)\w*\s+"
    r"(?P<to>(?:till|för|to)\s+(?!\d)\S.*)",
    re.I,
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
    (Want.EVALUATION, r"\b(?:[\w-]*utvärder(?:a|as|ar|at|ing|ingen|ingar\w*)|evaluat\w+)\b"),
    (Want.COMPILATION, _COLLECTING.pattern),
    (
        Want.BY_UNIT,
        r"\b(?:(?:per|varje|respektive|samtliga)\s+(?:nämnd|förvaltning|enhet|sektor|bolag|"
        r"verksamhet|kontor|skol)\w*|(?:nämnd|förvaltning|enhet)svis|"
        r"(?:by|per|each|every)\s+(?:unit|committee|department|administration|company|school)s?)\b",
    ),
)
_JOINT = re.compile(r"[,;:]|\b(?:och|samt|and)\b", re.I)
_PATTERNS = tuple((want, re.compile(pattern, re.I)) for want, pattern in _WANTS)


class Told(NamedTuple):
    """A thing that a text wants told, and the ids of the kinds of activities it is of."""

    want: Want
    kinds: tuple[str, ...]


def of_the_work(text: str) -> str:
    """A text without what it says of reporting and evaluating other things than the work, and of
    what is not to be reported.
    """
    text = _BUT.sub(r"\1", text)
    for other in _OTHER_MATTERS:
        text = other.sub(" ", text)
    return text


def demands_report(text: str) -> bool:
    """Whether a clause of a duty is about reporting, following up or evaluating the work."""
    text = of_the_work(text)
    if REPORTING.search(text):
        return True
    if not _WORK.search(text):
        return False
    return bool(_COLLECTING.search(text) or _presents(text))


def _presents(text: str) -> bool:
    """Whether those who decide are to be told, or anybody at set times, of what was done."""
    if not _TELLING.search(text) or _NOT_DONE_YET.search(text):
        return False
    return bool(_TO_THE_TOP.search(text) or occasions_in(text))


def wants_in(text: str, kinds: Sequence[Kind], topic: tuple[str, ...] = ()) -> tuple[Told, ...]:
    """What a text wants told, each once, with the kinds that are named beside it; failing those,
    with the kinds that the text begins with, or that ``topic`` says it is about.
    """
    found = sorted(_found(text))
    if not found:
        return ()
    topic = kinds_named(text[: found[0][0]], kinds) or topic
    edges = [0, *starmap(partial(_edge, text), pairwise(found)), len(text)]
    told = [
        Told(want, () if want is Want.BY_UNIT else kinds_named(text[start:end], kinds) or topic)
        for (_, _, want), (start, end) in zip(found, pairwise(edges), strict=True)
    ]
    return tuple(dict.fromkeys(told))


def _edge(text: str, one: tuple[int, int, Want], other: tuple[int, int, Want]) -> int:
    """Where the words about one thing end and those about the next begin."""
    between = text[one[1] : other[0]]
    joints = [each.start() for each in _JOINT.finditer(between)]
    return one[1] + joints[-1] if joints else other[0]


def _found(text: str) -> Iterator[tuple[int, int, Want]]:
    """From where to where each want stands first; those who take part in networks are not told
    twice.
    """
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
            yield *first.span(), want
