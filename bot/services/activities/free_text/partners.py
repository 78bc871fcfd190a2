"""Who something was done with: organisations, and the towns themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.services.activities.concerns import HOME_COUNTRY
from bot.services.activities.countries import country_code
from bot.services.activities.free_text.calendar_words import months, weekdays
from bot.services.activities.free_text.found import TAKEN
from bot.services.activities.free_text.funders import without_givers
from bot.services.activities.free_text.organisations import (
    begins_organisation,
    ends_organisation,
    tells_organisation,
    tells_twin,
)
from bot.services.activities.free_text.places import FROM, FROM_OR_WITH, TOWARDS, Place
from bot.services.activities.free_text.words import Word, begins_sentence, words
from knowledge.model import Span

_MEETING = re.compile(
    r"till|t|mot|to|towards|mellan|between"
    r"|\w*(?:utbyte|besök|visit|exchange|vänort|vänorten|vänstad|vänstaden|city|town)"
)
"""Words before a town that make it the partner, where no other is told."""

_JOINS = frozenset(
    ["of", "de", "di", "da", "do", "del", "la", "le", "du", "des", "for", "för", "the", "y"]
)  # fmt: skip
_INSIDE_NAME = frozenset(["i", "in", "of", "på"])
_BETWEEN = re.compile(
    r"\s*:?\s*(?:(?:vår|vårt|våra|sin|sitt|sina|en|our|their|an?|the|city\s+of|town\s+of"
    r"|municipality\s+of)\s+)*"
)
"""What may stand between "med" and a name, in small letters."""

_PARTNERS = re.compile(r"(?:samarbets)?partner(?:n|s|er|erna)?")

_QUOTED = re.compile(
    r"(?:med|m|hos|från|with|from|träffade|besökte|gästade|met|visited)\s+"
    r"[\"”“»]([^\"”“»«\n]{2,80})[\"”“«]",
    re.IGNORECASE,
)
_REST_OF_NAME = re.compile(
    r"\s+nr\.?\s+\d{1,3}(?:\s+we?\s+[^\W\d_]+)?|\s+\d{1,3}(?=[.,;)]|$)|\s+län(?!\w)", re.IGNORECASE
)
"""What can end an organisation's name; a number before a word counts something ("2 elever")."""

_TOWARDS_NEXT = re.compile(r"\s+(?:till|to)\s")
_LIST = re.compile(
    r"\s*(?:,|,?\s*\b(?:och|o|samt|and)\b|&|\+)\s*(?:med\s+|från\s+|from\s+|with\s+)?"
)
_OPENS_LIST = re.compile(r"(?:och|o|samt|and)\b", re.IGNORECASE)

_LONGEST = 200
"""Characters of a partner's name that an activity can hold."""

_LONGEST_SHORT = 4
"""Capitals of what units are called among themselves ("från KS")."""

_MOST_WORDS = 8
"""Words of a name, roughly."""


class _Name(NamedTuple):
    """Words that make one name, and whether one of them is a word for an organisation."""

    start: int
    end: int
    is_organisation: bool

    @property
    def span(self) -> Span:
        return Span(start=self.start, end=self.end)


def read_partners(text: str, places: Sequence[Place]) -> list[tuple[str, Span]]:
    """The partners as they are written, with their places.

    Whoever stands after "med", "hos" or "från"; names with a word for an organisation in them;
    and where there is none of them, the foreign towns that are not just where it took place.
    """
    reader = _Reader(text, places)
    found = {span.start: span for span in (*reader.after_words(), *reader.organisations())}
    for match in _QUOTED.finditer(text):
        found[match.start(1)] = Span(start=match.start(1), end=match.end(1))
    spans = list(found.values()) or list(reader.towns())
    outer = [each for each in spans if not any(o != each and o.holds(each) for o in spans)]
    named = [(each.of(text), each) for each in sorted(outer, key=lambda each: each.start)]
    return [(name, span) for name, span in named if len(name) <= _LONGEST]


class _Reader:
    """The names of one text."""

    def __init__(self, text: str, places: Sequence[Place]) -> None:
        self._text = text
        self._words = words(text)
        self._index = {word.start: index for index, word in enumerate(self._words)}
        self._towns = {place.span.start: place for place in places if place.town}
        self._without_givers = without_givers(text)
        self._own: set[int] = set()
        self._goes_abroad = any(
            place.country != HOME_COUNTRY and place.led_by in TOWARDS for place in places
        )

    def after_words(self) -> Iterator[Span]:
        """Names after "med", "hos", "från", "vänorten", "partner:", and those listed after them."""
        for word in self._words[:-1]:
            if not self._leads(word):
                continue
            between = _BETWEEN.match(self._text, word.end)
            name = self._name(self._index.get(between.end(), len(self._words))) if between else None
            if name is None:
                continue
            if word.small in FROM and self._is_own(name):
                self._own.add(name.start)
                continue
            yield self._without_genitive(name)
            yield from self._listed(name)

    def organisations(self) -> Iterator[Span]:
        """Names of several words with one for an organisation; none that begins the text, unless
        it lies abroad: that is most often one's own unit.
        """
        index = 0
        while index < len(self._words):
            name = self._name(index)
            if name and name.is_organisation and self._is_others(name):
                yield name.span
            while name and index < len(self._words) and self._words[index].end < name.end:
                index += 1
            index += 1

    def towns(self) -> Iterator[Span]:
        """The foreign towns that one went to, or had an exchange with."""
        for place in self._towns.values():
            if place.country != HOME_COUNTRY and _MEETING.fullmatch(place.led_by):
                yield place.span

    def _lies_abroad(self, name: _Name) -> bool:
        return any(
            place.country != HOME_COUNTRY and name.span.holds(place.span)
            for place in self._towns.values()
        )

    def _is_others(self, name: _Name) -> bool:
        several = " " in self._text[name.start : name.end]
        abroad = self._lies_abroad(name)
        is_own = name.start in self._own
        return (
            several and not is_own and (abroad or not begins_sentence(self._text, self._at(name)))
        )

    def _without_genitive(self, name: _Name) -> Span:
        """Of a town's name in the genitive ("Sulingens borgmästare"), the town."""
        town = self._towns.get(name.start)
        return town.span if town and town.span.end == name.end - 1 else name.span

    def _at(self, name: _Name) -> Word:
        return self._words[self._index[name.start]]

    def _is_own(self, name: _Name) -> bool:
        """Whether a journey goes from there to somewhere else, or the name is short for a unit."""
        written = self._text[name.start : name.end]
        is_short = written.isupper() and len(written) <= _LONGEST_SHORT
        goes_on = bool(_TOWARDS_NEXT.match(self._text, name.end))
        return is_short or goes_on or (self._goes_abroad and not self._lies_abroad(name))

    def _listed(self, name: _Name) -> Iterator[Span]:
        while match := _LIST.match(self._text, name.end):
            following = self._name(self._index.get(match.end(), len(self._words)))
            if following is None:
                return
            is_town = following.start in self._towns and not name.is_organisation
            if not (is_town or following.is_organisation or _OPENS_LIST.search(match[0])):
                return
            yield following.span
            name = following

    def _leads(self, word: Word) -> bool:
        """Whether a partner's name may follow; after "partner" only with a colon."""
        is_label = bool(_PARTNERS.fullmatch(word.small)) and self._text[word.end] == ":"
        return is_label or word.small in FROM_OR_WITH or tells_twin(word.small)

    def _name(self, index: int) -> _Name | None:
        """The name that begins with that word, if it is one."""
        if index >= len(self._words):
            return None
        first = self._words[index]
        is_organisation = tells_organisation(first.text)
        if not first.is_capital and not begins_organisation(first.text):
            return None
        end, is_organisation = self._extended(index, is_organisation)
        name = _Name(first.start, end, is_organisation)
        return None if self._is_something_else(name) else name

    def _extended(self, index: int, is_organisation: bool) -> tuple[int, bool]:
        end = self._words[index].end
        last = index + _MOST_WORDS
        while index < last and (step := self._next(index, is_organisation)) is not None:
            index, found = step
            end = self._words[index].end
            is_organisation = is_organisation or found
        is_organisation = is_organisation or ends_organisation(self._words[index].text)
        rest = _REST_OF_NAME.match(self._text, end) if is_organisation else None
        return (rest.end() if rest else end), is_organisation

    def _next(self, index: int, is_organisation: bool) -> tuple[int, bool] | None:
        """The next word of the same name, and whether it is one for an organisation."""
        for ahead in (1, 2):
            if index + ahead >= len(self._words) or not self._one_space(index + ahead - 1):
                return None
            word = self._words[index + ahead]
            if ahead == 1 and tells_organisation(word.text):
                return index + 1, True
            if word.is_capital:
                return index + ahead, tells_organisation(word.text)
            inside = is_organisation and word.small in _INSIDE_NAME
            if not (inside or word.small in _JOINS):
                return None
        return None

    def _one_space(self, index: int) -> bool:
        between = self._text[self._words[index].end : self._words[index + 1].start]
        return between in (" ", "-", "\u00a0")

    def _is_something_else(self, name: _Name) -> bool:
        """A country, a month, a funder, or a word for an organisation alone."""
        written = self._text[name.start : name.end]
        small = written.casefold()
        return (
            TAKEN in self._without_givers[name.start : name.end]
            or bool(country_code(written) or country_code(written.removesuffix("s")))
            or small in months()
            or small in weekdays()
            or small == "eu"
            or (name.is_organisation and not written[0].isupper() and " " not in written)
        )
