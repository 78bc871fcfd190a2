"""The kinds of thing a question can ask for, and whether a stretch of text has one."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from knowledge.language.actors import Actors
from knowledge.language.expressions import amounts, date_span, quantities, times
from knowledge.language.lexicon import Lexicon
from knowledge.language.words import tokenise
from knowledge.model import Aspect

_OCCASION = re.compile(
    r"\b(?:vid (?:all|allt|alla|varje)|i samband med|inför|innan|så snart|when(?:ever)?|before|in"
    r" connection with)\b",
    re.I,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WEEK = re.compile(r"\b(?:v\. ?\d{1,2}\b|vecka \d|week \d)", re.I)
_MONTH = re.compile(
    r"\b(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|january|february|march|may|june|july|august|october)\b",
    re.I,
)
_LENGTH = re.compile(
    r"år|månad|veck|dag|mandatperiod|till dess|year|month|week|day|term of office", re.I
)
_COUNT = re.compile(r"\d|\b(?:ett|en|två|tre|fyra|fem|one|two|three|four|five)\b|till dess", re.I)
_SPAN = re.compile(
    r"\b(?:\d+|ett|en|två|tre|fyra|fem|one|two|three|four|five) "
    r"(?:år|månad(?:er)?|veck(?:a|or)|dag(?:ar)?|years?|months?|weeks?|days?)\b",
    re.I,
)
_SHARE = re.compile(
    r"\d ?(?:%|procent|per cent)"
    r"|\b(?:helt|delvis|hälften|andel\w*|del av (?:finans|kostnad|medl|budget)\w*)\b",
    re.I,
)
_PURPOSE = re.compile(
    r"\b(?:(?:syfte|mål|ändamål|avsikt|ambition|vision|bidra|främja|stärk|möjliggör|möjlighet|nytta"
    r"|mervärde)\w*|för att|varför|därför|led(?:a|er) till|verktyg|purposes?|aims?|goals?"
    r"|objectives?|in order to|contribut\w*|so that)\b",
    re.I,
)
_REPORT = re.compile(
    r"\b\w*(?:rapport|redovis|bokslut|berättelse|protokoll|plan|program|dokument|sammanställning|report"
    r"|account|minutes)\w*",
    re.I,
)
_CAPITALISED = r"\b[A-ZÅÄÖ][a-zåäöéü]+"
_PROPER_NAME = re.compile(r"(?<=[\wåäö,] )[A-ZÅÄÖ][\wåäö-]{2,}")
_MEANING = re.compile(
    r"\b(?:definier\w*|definition\w*|begrepp\w*|avse[rs]|menas|menar|innebär|betyder|räknas|kallas"
    r"|omfattar|innefattar|utgörs|handlar om|uttrycker|anger|är|kan vara|behöver inte"
    r"|defined?|means?|meant|refers?|is|are)\b",
    re.I,
)
_PERSON = re.compile(rf"{_CAPITALISED}(?:-{_CAPITALISED})?(?: {_CAPITALISED}){{1,2}}\b")
_CONTACT = re.compile(r"\S+@\S+|\b0\d{1,3}[- /]?\d[\d ]{4,}|\+46\b")
HEADED = frozenset((Aspect.WHO, Aspect.PURPOSE, Aspect.MEANING))
"""Kinds that a heading can name for all that stands under it ("4.2 Kommunstyrelsen:")."""

_EVERYBODY = frozenset(("municipality", "the_municipality", "municipal_group"))


class Kinds:
    """Recognises the kinds of thing by the lexicon's actors and the expressions of both languages.

    ``has(text, aspect)`` tells whether a text has a thing of that kind; it remembers, since the
    same sentences come again.
    """

    def __init__(self, actors: Actors, lexicon: Lexicon) -> None:
        self._actors = actors
        self._lexicon = lexicon
        self._tests: dict[Aspect, Callable[[str], bool]] = {
            Aspect.WHO: self._names_actor,
            Aspect.WHEN: lambda text: bool(times(text) or _OCCASION.search(text)),
            Aspect.YEAR: lambda text: bool(_YEAR.search(text)),
            Aspect.MONTH: lambda text: bool(_MONTH.search(text)),
            Aspect.WEEK: lambda text: bool(_WEEK.search(text)),
            Aspect.DATE: lambda text: date_span(text) is not None,
            Aspect.DURATION: _has_duration,
            Aspect.HOW_MUCH: lambda text: bool(amounts(text) or _SHARE.search(text)),
            Aspect.HOW_MANY: lambda text: bool(quantities(text)),
            Aspect.NAME: self._has_name,
            Aspect.PERSON: self._has_person,
            Aspect.CONTACT: lambda text: bool(_CONTACT.search(text)),
            Aspect.COUNTRY: lambda text: bool(_countries().search(text)) or self._has_name(text),
            Aspect.MEANING: lambda text: bool(_MEANING.search(text)),
            Aspect.PURPOSE: lambda text: bool(_PURPOSE.search(text)),
            Aspect.REPORT: lambda text: bool(_REPORT.search(text)) or self._names_actor(text),
        }
        self.has = lru_cache(maxsize=100_000)(self._has)

    def told(self, aspect: Aspect, unit: str, heading: str) -> bool:
        """Whether a unit has a thing of that kind, or its heading has it for the whole section."""
        return (aspect in HEADED and self.has(heading, aspect)) or self.has(unit, aspect)

    def asked(self, aspects: frozenset[Aspect]) -> list[Aspect]:
        """The aspects that ask for a kind of thing a text can be searched for."""
        wanted = [aspect for aspect in self._tests if aspect in aspects]
        if Aspect.HOW_MUCH in wanted or Aspect.DURATION in wanted:
            wanted = [aspect for aspect in wanted if aspect is not Aspect.HOW_MANY]
        return wanted

    def _has(self, text: str, aspect: Aspect) -> bool:
        """Whether the text has a thing of that kind."""
        return self._tests[aspect](text)

    def _names_actor(self, text: str) -> bool:
        """Whether a body, office or role is named; the municipality as a whole is nobody."""
        return any(mention.actor not in _EVERYBODY for mention in self._actors.find(text))

    def _has_name(self, text: str) -> bool:
        """Whether there is a proper name that is not a municipal body or a word the lexicon has."""
        actors = [mention.span for mention in self._actors.find(text)]
        return any(
            not any(span.start <= name.start() < span.end for span in actors)
            and not self._lexicon.of_swedish(self._lexicon.term(name[0]))
            for name in _PROPER_NAME.finditer(text)
        )

    def _has_person(self, text: str) -> bool:
        """Whether two or three names stand together of which the lexicon knows none."""
        return any(
            not any(self._lexicon.of_swedish(self._lexicon.term(t.text)) for t in tokenise(name[0]))
            for name in _PERSON.finditer(text)
        )


@lru_cache(maxsize=1)
def _countries() -> re.Pattern[str]:
    """The countries' Swedish and English names."""
    from babel import Locale

    names = {
        name
        for language in ("sv", "en")
        for code, name in Locale(language).territories.items()
        if code.isalpha()
    }
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})\b")


def _has_duration(text: str) -> bool:
    spans = (span.of(text) for span in times(text))
    return bool(_SPAN.search(text)) or any(
        _LENGTH.search(span) and _COUNT.search(span) for span in spans
    )
