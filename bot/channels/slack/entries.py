"""What stands in the form of an activity, and its way out of a content and a delivery."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from pydantic import Field

from bot.channels.slack.blocks import limits, names
from bot.channels.slack.entry_lists import (
    SOURCES,
    funding_lines,
    money_as_typed,
    names_line,
    typed_countries,
)
from bot.channels.slack.incoming import Occasion
from bot.domain.activities.activity import Content
from bot.domain.activities.dates import Dates
from bot.services.activities.free_text import Reading
from knowledge.model import Citation, Value

TEXTS = (
    *("title", "done", "partners", "cities", "countries", "participants", "young"),
    *("cost", *SOURCES, "agreement", "effects", "link"),
)
"""The fields that are typed as text."""

OF_LINES = frozenset(("done", "effects", *SOURCES))
"""Those of several lines."""


class Entries(Value):
    """The form as it stands. ``texts`` are by the fields of TEXTS, without the blank ones;
    ``first`` and ``last`` are days as 2026-05-03 or ""; ``goals`` are those of ``goal_value``.
    ``left_out`` counts, by field, what the activity states and its input has no room for.
    """

    municipality: str | None = None
    kind: str | None = None
    unit: str | None = None
    first: str = ""
    last: str = ""
    is_running: bool = False
    texts: Mapping[str, str] = Field(default_factory=dict)
    goals: tuple[str, ...] = ()
    is_draft: bool = False
    reason: str = ""
    is_another: bool = False
    has_read: bool = False
    left_out: Mapping[str, int] = Field(default_factory=dict)


def typed_entries(occasion: Occasion, municipality: str | None, begun: Entries) -> Entries:
    """The form of a delivery; ``municipality`` is what it is about where it lets nobody choose.
    What it has no input for is as it was when the form had ``begun``.
    """
    has = occasion.inputs

    def value(block: str, otherwise: str = "") -> str:
        return str(occasion.typed(block).get("value") or "").strip() if block in has else otherwise

    def chosen(block: str, otherwise: str | None = None) -> str | None:
        option = occasion.typed(block).get("selected_option") or {}
        return option.get("value") if block in has else otherwise

    def day(block: str, otherwise: str) -> str:
        return occasion.typed(block).get("selected_date") or "" if block in has else otherwise

    def ticked(block: str) -> tuple[str, ...]:
        options = occasion.typed(block).get("selected_options") or []
        return tuple(str(each["value"]) for each in options)

    def is_ticked(block: str, otherwise: bool) -> bool:
        return bool(ticked(block)) if block in has else otherwise

    place = municipality or chosen(names.ACTIVITY_MUNICIPALITY)
    goals = names.in_place(names.ACTIVITY_GOALS, place)
    texts = {each: value(names.activity_text(each), begun.texts.get(each, "")) for each in TEXTS}
    return Entries(
        municipality=place,
        kind=chosen(names.ACTIVITY_KIND, begun.kind),
        unit=chosen(names.in_place(names.ACTIVITY_UNIT, place), begun.unit),
        first=day(names.ACTIVITY_FIRST, begun.first),
        last=day(names.ACTIVITY_LAST, begun.last),
        is_running=is_ticked(names.ACTIVITY_RUNNING, begun.is_running),
        texts={field: text for field, text in texts.items() if text},
        goals=ticked(goals) if goals in has else begun.goals,
        is_draft=is_ticked(names.ACTIVITY_DRAFT, begun.is_draft),
        reason=value(names.ACTIVITY_REASON),
        is_another=bool(ticked(names.ACTIVITY_SEEN)),
        has_read=bool(ticked(names.ACTIVITY_READ)),
        left_out=begun.left_out,
    )


def content_entries(content: Content, municipality: str, language: str) -> Entries:
    """A form that says what a content states, as far as it can."""
    more = {"agreement": content.agreement or "", "effects": content.effects}
    texts, left_out = _texts(content, language, more)
    filled = Entries(
        municipality=municipality,
        kind=content.kind,
        unit=content.unit,
        texts=texts,
        goals=tuple(dict.fromkeys(map(goal_value, content.goals))),
        left_out=left_out,
    )
    return filled.model_copy(update=_days(content.dates))


def read_entries(reading: Reading, language: str) -> Entries:
    """A form with what was read of a text."""
    texts, _ = _texts(reading, language, {})
    return Entries(kind=reading.kind, texts=texts).model_copy(update=_days(reading.dates))


def goal_value(goal: Citation) -> str:
    """What a goal is called among the options: the same as long as it reads the same."""
    return hashlib.sha256(goal.quote.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _texts(
    told: Content | Reading, language: str, more: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, int]]:
    """What both can tell and ``more``, as it is typed; and how much of it there is no room for."""
    people = told.participants
    young = people.young if people else None
    lists = {
        "partners": names_line(told.partners),
        "cities": names_line(told.cities),
        "countries": typed_countries(told.countries, language),
        **funding_lines(told.funding),
    }
    texts = {
        "title": told.title,
        "done": told.done,
        "participants": str(people.total) if people else "",
        "young": "" if young is None else str(young),
        "cost": money_as_typed(told.cost) if told.cost else "",
        "link": str(told.link or ""),
        **{field: written.text for field, written in lists.items()},
        **more,
    }
    fitting = {
        field: text if field in OF_LINES else " ".join(text.split())[: limits.INPUT]
        for field, text in texts.items()
    }
    return (
        {field: text for field, text in fitting.items() if text},
        {field: written.left_out for field, written in lists.items() if written.left_out},
    )


def _days(dates: Dates | None) -> dict[str, object]:
    if dates is None:
        return {}
    last = dates.last.isoformat() if dates.last and dates.last != dates.first else ""
    return {"first": dates.first.isoformat(), "last": last, "is_running": dates.last is None}
