"""The kinds of thing a question can ask for, and whether a stretch of text has one."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from knowledge.language.actors import Actors
from knowledge.language.expressions import amounts, date_span, quantities, times
from knowledge.language.lexicon import Lexicon
from knowledge.model import Aspect

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
_SHARE = re.compile(r"\d ?(?:%|procent|per cent)|\b(?:helt|delvis|hälften|del av|andel\w*)\b", re.I)
_PROPER_NAME = re.compile(r"(?<=[\wåäö,] )[A-ZÅÄÖ][\wåäö-]{2,}")
_EVERYBODY = frozenset(("municipality", "the_municipality", "municipal_group"))


class Kinds:
    """Recognises the kinds of thing by the lexicon's actors and the expressions of both languages.

    ``has(text, aspect)`` tells whether a text has a thing of that kind, ``names_actor(text)``
    whether it names a body, office or role; both remember, since the same sentences come again.
    """

    def __init__(self, actors: Actors, lexicon: Lexicon) -> None:
        self._actors = actors
        self._lexicon = lexicon
        self._tests: dict[Aspect, Callable[[str], bool]] = {
            Aspect.WHO: self._names_actor,
            Aspect.WHEN: lambda text: bool(times(text)),
            Aspect.YEAR: lambda text: bool(_YEAR.search(text)),
            Aspect.MONTH: lambda text: bool(_MONTH.search(text)),
            Aspect.WEEK: lambda text: bool(_WEEK.search(text)),
            Aspect.DATE: lambda text: date_span(text) is not None,
            Aspect.DURATION: _has_duration,
            Aspect.HOW_MUCH: lambda text: bool(amounts(text) or _SHARE.search(text)),
            Aspect.HOW_MANY: lambda text: bool(quantities(text)),
            Aspect.NAME: self._has_name,
        }
        self.has = lru_cache(maxsize=100_000)(self._has)
        self.names_actor = lru_cache(maxsize=100_000)(self._names_actor)

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


def _has_duration(text: str) -> bool:
    spans = (span.of(text) for span in times(text))
    return bool(_SPAN.search(text)) or any(
        _LENGTH.search(span) and _COUNT.search(span) for span in spans
    )
