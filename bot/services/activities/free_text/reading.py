"""A text and what was read out of it, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from pydantic import AnyHttpUrl, TypeAdapter, ValidationError

from bot.domain.activities.activity import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    MOST_NAMES,
    Funding,
    Participants,
)
from bot.domain.activities.dates import Dates
from bot.domain.activities.kinds import Kind
from bot.domain.activities.money import Amount
from bot.services.activities.free_text.dates import read_dates
from bot.services.activities.free_text.found import Found, without
from bot.services.activities.free_text.kind import labels, read_kind
from bot.services.activities.free_text.money import read_money
from bot.services.activities.free_text.partners import read_partners
from bot.services.activities.free_text.people import read_people
from bot.services.activities.free_text.places import read_places
from bot.services.activities.free_text.squeezing import squeeze
from bot.services.activities.free_text.title import make_title
from knowledge.model import Span, Value

_LINK = re.compile(r"https?://[^\s<>|\"”“]+", re.IGNORECASE)
_URL = TypeAdapter(AnyHttpUrl)

T = TypeVar("T")
_MONEY = frozenset(["cost", "funding"])
"""What is taken together, since an amount may be neither."""


class Reading(Value):
    """What a text tells of an activity: None, "" and () for what it does not tell, or not surely.

    ``kind`` is the id of a kind; ``cities`` and ``partners`` are written as in the text;
    ``countries`` are ISO 3166-1 alpha-2, those of the towns included; ``done`` is the whole text
    where a title cannot hold it. ``spans`` tells by field which characters it was read from.
    """

    title: str
    dates: Dates | None
    kind: str | None
    participants: Participants | None
    cost: Amount | None
    funding: tuple[Funding, ...]
    partners: tuple[str, ...]
    cities: tuple[str, ...]
    countries: tuple[str, ...]
    link: AnyHttpUrl | None
    done: str
    spans: Mapping[str, tuple[Span, ...]]


def read_activity(text: str, today: date, kinds: Mapping[str, Kind]) -> Reading:
    """Read what people write of an activity, in Swedish or English.

    Rules alone: nothing is guessed, and only the first 3,000 characters are read. ``today`` is
    what "i tisdags" counts from; ``kinds`` are those to suggest from. Never raises.
    """
    written = text[:LONGEST_TEXT]
    squeezed = squeeze(written)
    reader = _Reader(squeezed.text)
    link = reader.noted("link", _link(reader.rest))
    dates = reader.noted("dates", read_dates(reader.rest, today))
    money = read_money(reader.rest)
    cost = reader.noted("cost", money.cost)
    funding = reader.noted("funding", money.funding)
    reader.take(money.spans)
    places = read_places(reader.rest)
    partners = read_partners(reader.rest, places)
    kind = reader.noted("kind", read_kind(reader.rest, kinds), is_taken=False)
    participants = reader.noted("participants", read_people(reader.rest))
    # Of amounts that make no cost, the title is the only place.
    amounts = money.spans if cost is not None else reader.of("funding")
    always = [*reader.of("link"), *reader.of("dates"), *labels(reader.rest, kinds)]
    return Reading(
        title=make_title(squeezed.text, always, amounts, reader.of("participants")),
        dates=dates,
        kind=kind,
        participants=participants,
        cost=cost,
        funding=funding or (),
        partners=reader.names("partners", partners),
        cities=reader.names("cities", [(each.name, each.span) for each in places if each.town]),
        countries=reader.names("countries", [(each.country, each.span) for each in places]),
        link=link,
        done=written.strip() if len(squeezed.text.strip()) > LONGEST_TITLE else "",
        spans={field: tuple(map(squeezed.back, spans)) for field, spans in reader.spans.items()},
    )


class _Reader:
    """What is left of a text to read, and what was read from where."""

    def __init__(self, text: str) -> None:
        self.rest = text
        self.spans: dict[str, tuple[Span, ...]] = {}

    def of(self, field: str) -> tuple[Span, ...]:
        """Where a field was read from."""
        return self.spans.get(field, ())

    def noted(self, field: str, found: Found[T] | None, *, is_taken: bool = True) -> T | None:
        """What was found, with its places noted, and not to be read again."""
        if found is None:
            return None
        self.spans[field] = found.spans
        if is_taken and field not in _MONEY:
            self.take(found.spans)
        return found.value

    def take(self, spans: Iterable[Span]) -> None:
        """Leave these places to nobody else."""
        self.rest = without(self.rest, spans)

    def names(self, field: str, named: Iterable[tuple[str, Span]]) -> tuple[str, ...]:
        """Different names in their order, each with its first place noted."""
        first: dict[str, Span] = {}
        for name, span in named:
            first.setdefault(name, span)
        kept = dict(list(first.items())[:MOST_NAMES])
        if kept:
            self.spans[field] = tuple(kept.values())
        return tuple(kept)


def _link(text: str) -> Found[AnyHttpUrl] | None:
    """The first address, without the punctuation of the sentence around it."""
    for match in _LINK.finditer(text):
        written = match[0].rstrip(".,;:!?)]}'")
        try:
            link = _URL.validate_python(written)
        except ValidationError:
            continue
        return Found(link, (Span(start=match.start(), end=match.start() + len(written)),))
    return None
