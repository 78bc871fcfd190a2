"""A text and what was read out of it, field by field."""

from __future__ import annotations

import re
from collections.abc import Mapping
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
from bot.services.activities.free_text.kind import label, read_kind
from bot.services.activities.free_text.money import read_money
from bot.services.activities.free_text.partners import read_partners
from bot.services.activities.free_text.people import read_people
from bot.services.activities.free_text.places import read_places
from bot.services.activities.free_text.title import make_title
from knowledge.model import Span, Value

_LINK = re.compile(r"https?://[^\s<>|\"”“]+", re.IGNORECASE)
_URL = TypeAdapter(AnyHttpUrl)

T = TypeVar("T")


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
    text = text[:LONGEST_TEXT]
    spans: dict[str, tuple[Span, ...]] = {}
    link = _noted(spans, "link", _link(text))
    rest = without(text, spans.get("link", ()))
    dates = _noted(spans, "dates", read_dates(rest, today))
    rest = without(rest, spans.get("dates", ()))
    money = read_money(rest)
    cost = _noted(spans, "cost", money.cost)
    funding = _noted(spans, "funding", money.funding)
    rest = without(rest, money.spans)
    participants = _noted(spans, "participants", read_people(rest))
    kind = _noted(spans, "kind", read_kind(rest, kinds))
    places = read_places(rest)
    towns = {place.name: place.span for place in places if place.town}
    countries = {place.country: place.span for place in reversed(places)}
    partners = read_partners(rest, places)
    for field, named in (
        ("cities", towns.values()), ("countries", countries.values()),
        ("partners", [span for _, span in partners]),
    ):  # fmt: skip
        if named:
            spans[field] = tuple(sorted(named, key=lambda span: span.start))[:MOST_NAMES]
    named_kind = label(rest, kinds)
    left_out = [*spans.get("link", ()), *spans.get("dates", ()), *money.spans]
    left_out += [*spans.get("participants", ()), *([named_kind] if named_kind else ())]
    whole = " ".join(text.split())
    return Reading(
        title=make_title(text, left_out),
        dates=dates,
        kind=kind,
        participants=participants,
        cost=cost,
        funding=funding or (),
        partners=tuple(name for name, _ in partners)[:MOST_NAMES],
        cities=tuple(towns)[:MOST_NAMES],
        countries=tuple(reversed(countries))[:MOST_NAMES],
        link=link,
        done=text.strip() if len(whole) > LONGEST_TITLE else "",
        spans=spans,
    )


def _noted(spans: dict[str, tuple[Span, ...]], field: str, found: Found[T] | None) -> T | None:
    if found is None:
        return None
    spans[field] = found.spans
    return found.value


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
