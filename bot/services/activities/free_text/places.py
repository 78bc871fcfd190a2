"""The towns and countries that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.services.activities.countries import country_adjectives, country_names, folded
from bot.services.activities.free_text.funders import without_givers
from bot.services.activities.free_text.numbers import alternatives
from bot.services.activities.free_text.organisations import (
    ends_organisation,
    tells_organisation,
    tells_twin,
)
from bot.services.activities.free_text.words import Word, begins_sentence, words
from bot.services.activities.towns import Town, find_town, is_also_a_word
from knowledge.model import Span

FROM = frozenset(["från", "fran", "fr", "ifrån", "from"])
FROM_OR_WITH = FROM | frozenset(["med", "m", "hos", "with"])
"""Words before a town that make it somebody one has to do with."""

INSIDE = frozenset(["i", "in", "at", "på", "vid", "inom", "near", "utanför", "outside"])
"""Words before a town that only tell where something took place."""

TOWARDS = frozenset(["till", "t", "to", "mot", "towards"])
_LEADING = (
    FROM_OR_WITH
    | INSIDE
    | TOWARDS
    | frozenset(["av", "by", "för", "for", "genom", "via", "mellan", "between"])
)
_WHERE = FROM | INSIDE | TOWARDS
"""Words after which no person is named."""

_MOST_WORDS = 4
_SHORTEST_SMALL = 5
"""Letters of a town or country that is known though written in small letters."""

_GAP = re.compile(r"[ \u00a0]|[-‑–]")
_LANGUAGE_BEFORE = re.compile(r"(?<!\w)(?:på|i|in|läser|läsa|talar|språket)\s+$", re.IGNORECASE)
_LANGUAGE_AFTER = re.compile(
    r"\s*(?:lärare|språk|lektion|undervisning|teachers?\b|lessons?\b|class|course|$|[.,;)])",
    re.IGNORECASE,
)
_OF_SOMETHING = re.compile(r"\s+(?:of\b|fylkeskommun|region\b|county\b|län\b)", re.IGNORECASE)
_MUNICIPALITY = re.compile(r"s?\s+(?:kommun|stad|municipality)", re.IGNORECASE)
_REGIONS = frozenset(["norden", "europa", "baltikum", "norrland", "balkan"])
"""Regions that some small town is named like."""

_LISTED = re.compile(
    r"s?\s*(?:,|(?:,\s*)?\b(?:och|o|samt|and)\b|&|/|\+)\s*(?:(?:från|from|i|in)\s+)?", re.IGNORECASE
)
_SHORT_NAMES = frozenset(["UK"])


class Place(NamedTuple):
    """A place as it is written: a town, or a country where ``town`` is None. ``led_by`` is the word
    before it, in small letters, or that before the first of a list; "" if there is none.
    """

    name: str
    country: str
    town: Town | None
    span: Span
    led_by: str


def read_places(text: str) -> list[Place]:
    """Towns and countries in their order, those told by an adjective ("litauisk") included.

    A town that is a common word too, or a part of other names, needs "från", "i" or the like
    before it; without a capital letter, only big towns and countries are known, and only so.
    """
    found = [*_named(text, words(without_givers(text))), *_adjectives(text)]
    return sorted(found, key=lambda place: place.span.start)


def _named(text: str, all_words: Sequence[Word]) -> Iterator[Place]:
    index, before = 0, None
    while index < len(all_words):
        led_by = _led_by(text, all_words, index, before)
        place, length = _longest(text, all_words, index, led_by)
        if place:
            yield place
            before = place
        index += max(length, 1)


def _longest(
    text: str, all_words: Sequence[Word], index: int, led_by: str
) -> tuple[Place | None, int]:
    """The place with the most words that begins there, and how many they are."""
    for length in range(_together(text, all_words, index), 0, -1):
        part = all_words[index : index + length]
        for end in (part[-1].end, part[-1].end - 1):
            name = text[part[0].start : end]
            if end < part[-1].end and not part[-1].small.endswith("s"):
                continue
            place = _place(name, Span(start=part[0].start, end=end), led_by)
            if place and _is_meant(text, all_words, index, length, place):
                return place, length
    return None, 0


def _together(text: str, all_words: Sequence[Word], index: int) -> int:
    """How many words from there on stand with one space or hyphen between them."""
    length = 1
    while (
        length < _MOST_WORDS
        and index + length < len(all_words)
        and _GAP.fullmatch(text, all_words[index + length - 1].end, all_words[index + length].start)
    ):
        length += 1
    return length


def _place(name: str, span: Span, led_by: str) -> Place | None:
    if len(name) <= 2 and name not in _SHORT_NAMES:
        return None
    country = country_names().get(folded(name))
    if country:
        return Place(name, country, None, span, led_by)
    town = find_town(name)
    return Place(name, town.country, town, span, led_by) if town else None


def _is_meant(text: str, all_words: Sequence[Word], index: int, length: int, place: Place) -> bool:
    first = all_words[index]
    led = place.led_by in _LEADING or tells_twin(place.led_by)
    if not first.is_capital:
        known = place.town is None or place.town.is_big
        return (
            led and known and len(place.name) >= _SHORTEST_SMALL and not is_also_a_word(place.name)
        )
    if place.town is None:
        return led or not _is_inside_name(text, all_words, index, length)
    if _OF_SOMETHING.match(text, place.span.end) or folded(place.name) in _REGIONS:
        return False
    if is_also_a_word(place.name) or place.name.isupper():
        return led or bool(_MUNICIPALITY.match(text, place.span.end))
    if place.town.is_big:
        return place.led_by in _WHERE or not _is_first_name(text, all_words, index + length)
    return not _in_longer_name(text, all_words, index, length, is_led=led)


def _is_inside_name(text: str, all_words: Sequence[Word], index: int, length: int) -> bool:
    """Whether a country stands between words of a name ("North Sweden European Office")."""
    if not index or index + length >= len(all_words):
        return False
    before, after = all_words[index - 1], all_words[index + length]
    end = all_words[index + length - 1].end
    beside = text[before.end : all_words[index].start] == text[end : after.start] == " "
    return beside and before.is_capital and after.is_capital and not begins_sentence(text, before)


def _is_first_name(text: str, all_words: Sequence[Word], index: int) -> bool:
    """Whether from there a name goes on that is no organisation's ("Sofi Oksanen")."""
    rest = _rest_of_name(text, all_words, index)
    return bool(rest) and not any(map(_is_of_organisation, rest))


def _rest_of_name(text: str, all_words: Sequence[Word], index: int) -> Sequence[Word]:
    """The words with capitals from there on that stand directly behind each other."""
    end = index
    while (
        index <= end < min(len(all_words), index + _MOST_WORDS)
        and all_words[end].is_capital
        and text[all_words[end - 1].end : all_words[end].start] == " "
    ):
        end += 1
    return all_words[index:end]


def _is_of_organisation(word: Word) -> bool:
    return tells_organisation(word.text) or ends_organisation(word.text)


def _in_longer_name(
    text: str, all_words: Sequence[Word], index: int, length: int, *, is_led: bool
) -> bool:
    """Whether words with capitals stand directly beside it; after "från", what follows may be one
    for an organisation.
    """
    before = all_words[index - 1] if index else None
    joined = before and before.is_capital and text[before.end : all_words[index].start] == " "
    named_after = before and (begins_sentence(text, before) or tells_organisation(before.text))
    if before and joined and not is_led and not named_after:
        return True
    rest = _rest_of_name(text, all_words, index + length)
    return bool(rest) and not (is_led and any(map(_is_of_organisation, rest)))


def _led_by(text: str, all_words: Sequence[Word], index: int, place: Place | None) -> str:
    """The word before; in a list of places, the one before the first of them."""
    start = all_words[index].start
    if place and _LISTED.fullmatch(text, place.span.end, start):
        return place.led_by
    if index and text[all_words[index - 1].end : start].strip(" .\u00a0") == "":
        return all_words[index - 1].small
    return ""


def _adjectives(text: str) -> Iterator[Place]:
    for match in _adjective_pattern().finditer(text):
        if _LANGUAGE_BEFORE.search(text[max(0, match.start() - 12) : match.start()]):
            continue
        if _LANGUAGE_AFTER.match(text, match.end()) and not match["people"]:
            continue
        code = country_adjectives()[match["stem"].casefold()]
        yield Place(match[0], code, None, Span(start=match.start(), end=match.end()), "")


@lru_cache(maxsize=1)
def _adjective_pattern() -> re.Pattern[str]:
    """Swedish stems with their endings ("tyska", "tyskar"), English ones as they are."""
    stems = alternatives(country_adjectives())
    people = r"(?P<people>ar|are|arna|aren|or|orna)"
    return re.compile(rf"(?<!\w)(?P<stem>{stems})(?:{people}|a|t|e|as|s)?(?!\w)", re.IGNORECASE)
