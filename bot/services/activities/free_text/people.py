"""How many took part: "12 elever och 3 lärare", "30 personer varav 12 barn"."""

from __future__ import annotations

import csv
import re
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from bot.domain.activities.activity import Participants
from bot.services.activities.free_text.found import Found
from bot.services.activities.free_text.numbers import alternatives, cardinals
from knowledge.model import Span


class _Who(StrEnum):
    """What a word for people says of their age; ``ALL`` words count the others too."""

    YOUNG = "young"
    ALL = "all"
    OTHERS = "others"


class _Group(NamedTuple):
    number: int
    who: _Who
    start: int
    end: int


_MOST = 100_000
_PART = re.compile(
    r"\s*[,(]?\s*(?:och\s+)?(?:varav|därav|av\s+(?:dem|vilka)|of\s+(?:whom|which|them)|including"
    r"|inkl\.?|inklusive)\b[^.;\n]{0,20}$",
    re.IGNORECASE,
)
_NUMBERS = ("n", "n2", "n3", "n4", "n5", "n6", "n7", "n8")
"""The groups of the pattern that hold a number."""

_EACH = re.compile(r"\s+(?:vardera|var|per|each)\b|/[^\W\d]", re.IGNORECASE)
_LONGEST_LEAD = 15
"""Characters before a number in which a word can tell that it is not one of people."""

_PLUS = re.compile(r"\s*(?:och|o|samt|and|plus|\+|&|/)\s*$", re.IGNORECASE)
_NOT_A_NUMBER_OF_PEOPLE = re.compile(
    r"(?<!\w)(?:åk|årskurs|klass|grade|kl|kap|nr|nummer|vecka|week|v|upp\s+till|högst|max|maximalt"
    r"|färre\s+än|under|up\s+to|at\s+most|fewer\s+than)\.?\s*$"
    r"|\d\s*[-–]\s*$|\d[/:.,]?$",
    re.IGNORECASE,
)


_COUNTED = (
    "och|and|varav|per|kr|tkr|kronor|sek|eur|euro|dag|dagar|vecka|veckor|timmar|månader|år"
    "|days?|weeks?|hours?|months?|years?"
)
"""Words after a number that it counts itself, so that no people follow that it counts."""


def read_people(text: str) -> Found[Participants] | None:
    """How many, and how many of them are children and young people.

    Groups are added up, unless one counts the others in ("personer varav", "deltagare"). None
    where no group is told, and where a number is given as from-to.
    """
    groups = _groups(text)
    if not groups:
        return None
    count = _Count()
    for index, group in enumerate(groups):
        count.take(group, text[groups[index - 1].end : group.start] if index else None)
    participants = Participants(total=count.total, young=count.young)
    return Found(participants, tuple(Span(start=each.start, end=each.end) for each in groups))


class _Count:
    """Groups counted one after the other. ``within`` is how many of the total may still be told
    apart; None while no group has counted others in.
    """

    def __init__(self) -> None:
        self.total = 0
        self.young: int | None = None
        self._within: int | None = None
        self._before: _Group | None = None

    def take(self, group: _Group, between: str | None) -> None:
        """Count a group; ``between`` is the text since the one before."""
        added = between is not None and bool(_PLUS.search(between))
        if between is not None and _PART.search(between):
            self._within = self.total if self._within is None else self._within
        if group.who is _Who.ALL and not added and group.number >= self.total:
            self.total, self._within = group.number, group.number - (self.young or 0)
        elif self._is_counted_in(group, added):
            self._within = (self._within or 0) - group.number
            self._note_young(group, is_apart=self.young == self.total)
        else:
            self.total += group.number
            self._note_young(group)
        self._before = group

    def _is_counted_in(self, group: _Group, added: bool) -> bool:
        follows_all = self._before is not None and self._before.who is _Who.ALL
        return (
            self._within is not None
            and group.number <= self._within
            and not (added and follows_all)
        )

    def _note_young(self, group: _Group, *, is_apart: bool = False) -> None:
        if group.who is _Who.YOUNG and not is_apart:
            self.young = (self.young or 0) + group.number


def _groups(text: str) -> list[_Group]:
    found = []
    for match in _pattern().finditer(text):
        before = text[max(0, match.start() - _LONGEST_LEAD) : match.start()]
        number = _number(match)
        if (
            _NOT_A_NUMBER_OF_PEOPLE.search(before)
            or _EACH.match(text, match.end())
            or not 0 < number <= _MOST
        ):
            continue
        found.append(_Group(number, _who(match), match.start(), match.end()))
    return found


def _number(match: re.Match[str]) -> int:
    written = next(match[name] for name in _NUMBERS if match[name])
    plain = re.sub(r"^ett\s+(?=\S)|[\s.-]|tal$", "", written.casefold())
    number = int(plain) if plain.isdigit() else cardinals().get(plain, 0)
    return number + bool(match["me"])


def _who(match: re.Match[str]) -> _Who:
    word = (match["role"] or match["role2"] or match["role3"] or "").casefold()
    if not word:
        return _Who.OTHERS if match["n8"] else _Who.ALL
    word = " ".join(word.split())
    while word not in _roles():
        word = word[1:]
    return _roles()[word]


@lru_cache(maxsize=1)
def _roles() -> dict[str, _Who]:
    source = files(__package__).joinpath("people.tsv").read_text("utf-8")
    rows = csv.DictReader(source.splitlines(), delimiter="\t")
    return {form: _Who(row["group"]) for row in rows for form in row["forms"].split(";")}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """A number, at most two words that describe, and who; or who, a colon and a number.

    Swedish compounds end with who it is: "gymnasieelever", "musiklärare".
    """
    about = (
        r"(?:(?:ca|cirka|c:a|runt|omkring|drygt|knappt|över|minst|(?:fler|mer)\s+än|nästan|närmare"
        r"|about|around|over|at\s+least|more\s+than|almost|totalt|sammanlagt)\.?\s+)?"
    )
    words = alternatives(word for word in cardinals() if word not in ("en", "ett"))
    tens = rf"(?:ett\s+)?(?:\d{{2,3}}-?\s?tal|(?:{words})tal)"
    digits = r"\d{1,3}(?:[ .]\d{3})|\d{1,5}"
    number = rf"{tens}|{digits}|{words}|en|ett|one"
    roles = alternatives(_roles())
    described = (
        rf"(?:(?:st\.?|av|våra|of|our)\s+)*(?:(?!(?:{_COUNTED})\b)[^\W\d_][\w-]*\s+){{0,2}}?"
    )
    me = r"(?P<me>(?:jag|undertecknad|(?-i:I)|myself)\s*(?:och|o|\+|samt|and)\s*)?"
    described_role = r"[^\W\d_]{0,25}(?:-\s?(?:och|and)\s[^\W\d_]{1,20})?"
    whom = rf"{described_role}(?:{roles})"
    in_words = rf"{me}(?P<n>{number})\+?\s*{described}(?P<role>{whom})(?![\w-])"
    alone = rf"(?!\s+{described}{whom}(?![\w-]))"
    labelled = (
        rf"(?:antal\s+)?(?P<role2>{roles})(?:\s+antal)?\s*"
        r"(?::\s*(?P<n2>\d{1,5})(?!\d|\s?[-–]\s?\d)|\(\s*(?P<n3>\d{1,5})(?:\s?st)?\s*\))"
    )
    group = (
        r"(?:delegation|grupp|sällskap|party|group)\s+(?:på|om|of)"
        rf"\s+(?P<n4>\d{{1,4}}|{words})\b{alone}"
    )
    ourselves = (
        rf"(?:vi\s+var|we\s+were)\s+(?P<n5>\d{{1,4}}|{words}){alone}(?:\s+st(?:ycken)?)?(?![\w-])"
    )
    pieces = r"(?P<n6>\d{1,4})(?:\s?st(?:ycken)?|p)\b(?![\w-])"
    of_role = rf"(?P<role3>[^\W\d_]{{0,25}}(?:{roles})),\s*(?P<n7>\d{{1,4}})\s?st\b(?![\w-])"
    senders = rf"(?<=[.,;:(+]\s)(?P<n8>\d{{1,3}}|{words}|en)(?=\s+(?:från|from)\s(?!var|each))"
    forms = "|".join((of_role, in_words, labelled, group, ourselves, pieces, senders))
    return re.compile(rf"(?<![\w-]){about}(?:{forms})", re.IGNORECASE)
