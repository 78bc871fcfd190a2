"""Expressions of time, money and number in Swedish and English text, as spans."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from babel.dates import get_month_names

from knowledge.model import Span

_LANGUAGES = ("sv", "en")
_NUMBERS = (
    "två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tjugo|trettio|hundra|tusen|"
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|hundred"
)
_ORDINALS = (
    "första|andra|tredje|fjärde|femte|sjätte|annat|vartannat|"
    "first|second|third|fourth|fifth|sixth|other"
)
_YEAR = r"(?:19|20)\d\d"
_PERIODS = (
    r"mandatperiod(?:en|er)?|verksamhetsår(?:et)?|kalenderår(?:et)?|budgetår(?:et)?|läsår(?:et)?|"
    r"år(?:et|en)?|halvår(?:et)?|kvartal(?:et|en)?|månad(?:en|er)?|veck(?:a|an|or)|dag(?:en|ar)?|"
    r"tertial(?:et|en)?|termin(?:en|er)?|sammanträde(?:t|n)?"
)
_PERIODS_EN = r"years?|half-years?|quarters?|months?|weeks?|days?|terms?(?: of office)?"
_SEASONS = (
    r"vår(?:en|terminen)?|sommar(?:en)?|höst(?:en|terminen)?|vint(?:er|ern)|spring|summer|autumn|"
    r"winter"
)
_FINITE = (
    r"ska|skall|bör|måste|kan|får|är|har|krävs|kräver|behövs|behöver|rapporter\w+|redovis\w+|"
    r"lämn\w+|gör\w*|sker|följs|fastställ\w+|beslut\w+r|shall|must|should|may|is|are"
)
_UNTIL = r"(?=\s+(?:" + _FINITE + r")\b|[.,;:)\n]|\s+(?:och|samt)\s+(?:" + _FINITE + r")\b|$)"


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Names of months, whole and as Swedes shorten them, and their numbers."""
    names: dict[str, int] = {}
    for language in _LANGUAGES:
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=language).items():
                names[name.rstrip(".").casefold()] = number
    return names


@lru_cache(maxsize=1)
def _month_pattern() -> str:
    return "(?:" + "|".join(sorted(_months(), key=len, reverse=True)) + r")\b\.?"


@lru_cache(maxsize=1)
def _date_pattern() -> re.Pattern[str]:
    month = _month_pattern()
    return re.compile(
        rf"\b(?P<iso>{_YEAR}-\d\d-\d\d)\b"
        rf"|\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|"
        rf":e)?\s+(?:of\s+)?(?P<month>{month})\s*,?\s+(?P<year>{_YEAR})\b"
        rf"|\b(?P<month_first>{month})\s+(?P<day_second>\d{{1,2}})(?:st|nd|rd|"
        rf"th)?,?\s+(?P<year_last>{_YEAR})\b",
        re.I,
    )


@lru_cache(maxsize=1)
def _time_pattern() -> re.Pattern[str]:
    month = _month_pattern()
    day = (
        rf"(?:\d{{1,2}}(?:st|nd|rd|th|:e)?\s+(?:of\s+)?{month}(?:,?\s+{_YEAR})?|"
        rf"{month}\s+\d{{1,2}}(?!\d)(?:,?\s+{_YEAR})?)"
    )
    point = (
        rf"(?:{_YEAR}-\d\d-\d\d|(?:den\s+|the\s+)?{day}"
        rf"|{month}\s*[-–]\s*{month}(?:\s+{_YEAR})?|{month}\s+{_YEAR}|"
        rf"i\s+{month}(?:\s+månad)?(?:\s+{_YEAR})?"
        rf"|(?:början|slutet|mitten)\s+av\s+(?:{_PERIODS}|{month}|{_YEAR})(?:\s+{_YEAR})?"
        rf"|(?:{_SEASONS})\s*[-–]\s*(?:{_SEASONS})\s+{_YEAR}|(?:{_SEASONS})\s+{_YEAR}|våren|"
        rf"hösten|sommaren|vintern"
        rf"|(?:hela\s+|the whole "
        rf"of\s+)?(?:år(?:et)?\s+)?(?<![\w:/.-]){_YEAR}(?:\s*[-–/]\s*{_YEAR})?(?![\w:/-])"
        rf"|år\s+\d{{1,2}}\b(?!\s*år))"
    )
    edge = (
        r"senast|från och med|fr\.?\s?o\.?\s?m\.?|till och med|t\.?\s?o\.?\s?m\.?|inför|efter|"
        r"före|under|by|before|after|from|until|no later than"
    )
    count = rf"(?:\d+|en|ett|one|{_NUMBERS})"
    frequency = (
        rf"(?:minst\s+|högst\s+|at least\s+)?{count}\s+(?:gång(?:er)?|times?)\s+(?:per|om|i|"
        rf"under|varje|a|each|every)\s+"
        rf"(?:\w+\s+)?(?:{_PERIODS}|{_PERIODS_EN})"
        rf"|(?:once|twice)\s+(?:a|per|every|each)\s+(?:{_PERIODS_EN})"
        rf"|(?:varje|vart|var|vartannat|varannan|per|each|every)\s+(?:(?:{_ORDINALS}|{_NUMBERS}|ny|"
        rf"nytt)\s+)?(?:{_PERIODS}|{_PERIODS_EN})"
        r"|(?:årligen|halvårsvis|kvartalsvis|månadsvis|månatligen|veckovis|terminsvis|årsvis|"
        r"regelbundet|fortlöpande|(?<!den )(?<!det )(?<!de )löpande|kontinuerligt|återkommande|"
        r"omgående|snarast(?: möjligt)?|omedelbart|"
        r"tills vidare|fortsättningsvis framåt|(?<!den )(?<!det )(?<!de )(?:årlig[at]?|"
        r"regelbund(?:en|na))"
        r"|annually|yearly|quarterly|monthly|regularly|continuously|continually|immediately|"
        r"until further notice)"
    )
    span = (
        rf"(?:inom|within)\s+(?:{count}|\w+)\s+(?:{_PERIODS}|{_PERIODS_EN})(?:\s+(?:efter|från|"
        rf"of|after)\s+[^.,;\n]+?{_UNTIL})?"
        rf"|(?:vid|i|under|inför|efter|före)\s+(?:års?|mandatperiod(?:en)?s?|halvårs|kvartals|"
        rf"verksamhetsårs|årets|månadens|varje\s+års)\s*"
        r"(?:slut(?:et)?|skift(?:e|et)|början|utgång(?:en)?)\b"
        rf"|(?:under|i början av|i slutet av)\s+(?:hela\s+|varje\s+|innevarande\s+|"
        rf"kommande\s+)?(?:mandatperioden|verksamhetsåret|året|läsåret)"
        r"|at the end of (?:the|each|every) \w+"
        rf"|(?:till\s+dess|tills)\s+(?:att\s+)?[^.,;\n]+?(?=[.,;\n]|$)"
        rf"|(?:i samband med|in connection with)\s+(?:[^.,;:()\n]|\([^()\n]*\))+?{_UNTIL}"
    )
    return re.compile(rf"(?<!\w)(?:{span}|{frequency}|(?:(?:{edge})\s+)?{point})(?!\w)", re.I)


_JOINED = re.compile(r"\s*(?:och|and|samt|till|to|-|–)\s*|\s+", re.I)
_BARE_YEARS = re.compile(rf"{_YEAR}(?:\s*[-–/]\s*{_YEAR})?")
_NAME_BEFORE = re.compile(r"(?<=[\w.,:;] )[A-ZÅÄÖ][\w-]* $|^(?:Agenda|Vision|Europa) $")
_AMOUNT = re.compile(
    r"(?<!\w)(?:(?:SEK|EUR|€)\s?\d[\d \u00a0.,]*\d(?:\s?(?:million|billion))?|"
    r"\d(?:[\d \u00a0.]*\d)?(?:,\d+)?\s?"
    r"(?:kr(?:onor)?\b|tkr\b|mnkr\b|mkr\b|mdkr\b|SEK\b|EUR\b|euro\b|€|miljon(?:er)?\s+kronor|"
    r"tusen\s+kronor|miljon(?:er)?\s+kr\b)|\d+(?:,\d+)?\s?kr\b)",
    re.I,
)
_NOT_COUNTED = (
    r"(?!(?:ska|skall|bör|måste|kan|får|och|som|att|av|i|på|för|med|till|den|det|de|är|har|om|samt|"
    r"eller|of|and|the|in|to|for|shall|must|is|are|år)\b)"
)
_QUANTITY = re.compile(
    r"(?<![\w§:./-])(?:(?:mer än|minst|högst|mindre än|färre än|fler än|över|drygt|nästan|cirka|"
    r"ca|upp till|"
    r"more than|at least|at most|fewer than|about|up to)\s+)?"
    rf"(?:\d{{1,3}}(?:[ \u00a0]\d{{3}})+|\d+(?:,\d+)?|{_NUMBERS})\s?(?:%|(?<=\s)procent\b|"
    rf"(?<=\s)per cent\b|"
    rf"(?<=\s)(?:{_NOT_COUNTED}\w+(?:a|ade|ande|ende|ste|al|"
    rf"ic)\s+){{0,2}}{_NOT_COUNTED}(?:\w+-)?[^\W\d_]\w+)",
    re.I,
)


def times(text: str) -> list[Span]:
    """When or how often: points, stretches, seasons and frequencies, in order, not overlapping.

    Expressions joined by "och" or a dash are one ("Hela 2017 och fortlöpande").
    """
    found = [
        Span(start=match.start(), end=match.end())
        for match in _time_pattern().finditer(text)
        if not _names_a_thing(text[: match.start()], match[0])
    ]
    joined: list[Span] = []
    for span in found:
        if joined and _JOINED.fullmatch(text[joined[-1].end : span.start]):
            joined[-1] = Span(start=joined[-1].start, end=span.end)
        else:
            joined.append(span)
    return [_trimmed(text, span) for span in joined]


def amounts(text: str) -> list[Span]:
    """Sums of money with their currency ("500 000 kr", "2 mnkr", "SEK 500,000")."""
    return [_trimmed(text, Span(start=m.start(), end=m.end())) for m in _AMOUNT.finditer(text)]


def quantities(text: str) -> list[Span]:
    """Numbers with what they count ("mer än 300 EU-fonder"), neither times nor money."""
    taken = [*times(text), *amounts(text)]
    found = (Span(start=match.start(), end=match.end()) for match in _QUANTITY.finditer(text))
    return [span for span in found if not _touches(span, taken)]


def iso_date(text: str) -> str | None:
    """The first full date in ``text`` as ISO 8601, or None if there is none or no such day."""
    found = _date_pattern().search(text)
    if found is None:
        return None
    if found["iso"]:
        return _valid(*(int(part) for part in found["iso"].split("-")))
    month = _months()[(found["month"] or found["month_first"]).rstrip(".").casefold()]
    return _valid(
        int(found["year"] or found["year_last"]), month, int(found["day"] or found["day_second"])
    )


def date_span(text: str) -> Span | None:
    """Where the first full date stands, without "den"."""
    found = _date_pattern().search(text)
    return Span(start=found.start(), end=found.end()) if found else None


def _names_a_thing(before: str, expression: str) -> bool:
    """Whether a bare year belongs to a name, as in "Skara Vision 2025"."""
    return bool(_BARE_YEARS.fullmatch(expression) and _NAME_BEFORE.search(before))


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _trimmed(text: str, span: Span) -> Span:
    return Span(start=span.start, end=span.start + len(span.of(text).rstrip(" ,.\u00a0")))
