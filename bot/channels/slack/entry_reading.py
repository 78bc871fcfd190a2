"""What a form states, as the content of an activity, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.text import clean
from bot.channels.slack.entries import TEXTS, Entries, content_entries, goal_value
from bot.channels.slack.entry_lists import (
    SOURCES,
    cities_in,
    countries_in,
    funding_in,
    money_typed,
    partners_in,
)
from bot.domain.activities.activity import Content, Funding, Override
from bot.services.activities.rows import RowReader
from bot.services.activities.sheets import BadCell, Problem, Row
from knowledge.model import Citation, Value

Found = TypeVar("Found")

_TEXTS_OF = {
    **{field: (field,) for field in ("title", "done", "agreement", "effects", "link")},
    **{field: (field,) for field in ("partners", "cities", "countries", "cost")},
    "participants": ("participants", "young"),
    "funding": tuple(SOURCES),
}
"""The fields of a content that are typed, with the form's texts that tell each."""

_OWN_WAY = frozenset(("partners", "cities", "countries", "cost", *SOURCES))
"""The texts that are written otherwise than in sheets."""


@dataclass(frozen=True)
class Begun:
    """What a form began with: the content of the activity that it changes, None for a new one, and
    how the form told it.
    """

    content: Content | None
    entries: Entries
    language: str

    @classmethod
    def of(cls, content: Content, municipality: str, language: str) -> Begun:
        """A form to change what states ``content``."""
        return cls(content, content_entries(content, municipality, language), language)

    @classmethod
    def empty(cls, language: str) -> Begun:
        """A form for something new."""
        return cls(None, Entries(), language)


class Read(Value):
    """What the form states; None where something in it must be corrected, by its input's id."""

    content: Content | None
    problems: tuple[Problem, ...] = ()


def read(
    entries: Entries,
    goals: Mapping[str, Citation],
    begun: Begun,
    overrides: Sequence[Override] = (),
) -> Read:
    """The content that the form states, with ``goals`` by their values. What nobody changed in it
    stays as it was, also where the form could not tell it all.
    """
    kept = _kept(entries, begun)
    told = {
        text: entries.texts.get(text, "")
        for field, texts in _TEXTS_OF.items()
        if field not in kept
        for text in texts
    }
    row = Row(0, _cells(entries, told), _blocks(entries))
    for field, needed in _needed(entries).items():
        if not needed:
            row.refuse(field, "activity-missing")
    if entries.is_running and entries.last:
        row.refuse("last", "activity-running-and-ended")
    fields = {
        **RowReader((), ()).fields(row),
        **_otherwise(told, row, begun),
        "kind": entries.kind,
        "unit": entries.unit,
        "goals": _goals(entries, goals, begun),
        "overrides": tuple(overrides),
        **kept,
    }
    if row.problems:
        return Read(content=None, problems=tuple(row.problems))
    return Read(content=Content.model_validate(fields))


def _is_same(typed: str, before: str) -> bool:
    """Whether two texts are one to people: Slack may turn ends of lines into others."""
    return clean(typed).strip() == clean(before).strip()


def _kept(entries: Entries, begun: Begun) -> dict[str, object]:
    """The fields that the form tells as it did when it was begun."""
    if begun.content is None:
        return {}
    before, now = begun.entries.texts, entries.texts
    same = [
        field
        for field, texts in _TEXTS_OF.items()
        if all(_is_same(now.get(each, ""), before.get(each, "")) for each in texts)
    ]
    if frozenset(entries.goals) == frozenset(begun.entries.goals):
        same.append("goals")
    return {field: getattr(begun.content, field) for field in same}


def _needed(entries: Entries) -> Mapping[str, str | None]:
    """What every activity needs."""
    title = entries.texts.get("title")
    return {"kind": entries.kind, "title": title, "first": entries.first, "unit": entries.unit}


def _cells(entries: Entries, told: Mapping[str, str]) -> dict[str, str]:
    """The fields that are written as in sheets."""
    days = {"first": entries.first, "last": "pågår" if entries.is_running else entries.last}
    texts = {field: text for field, text in told.items() if field not in _OWN_WAY}
    return {field: text for field, text in {**texts, **days}.items() if text}


def _blocks(entries: Entries) -> dict[str, str]:
    """The inputs by their fields, where what is wrong is shown."""
    return {
        **{field: names.activity_text(field) for field in TEXTS},
        "kind": names.ACTIVITY_KIND,
        "unit": names.in_place(names.ACTIVITY_UNIT, entries.municipality),
        "first": names.ACTIVITY_FIRST,
        "last": names.ACTIVITY_LAST,
    }


def _otherwise(told: Mapping[str, str], row: Row, begun: Begun) -> dict[str, object]:
    """What those state."""
    known = begun.content
    readers: dict[str, Callable[[str], object]] = {
        "partners": partial(partners_in, known=known.partners if known else ()),
        "cities": partial(cities_in, known=known.cities if known else ()),
        "countries": partial(
            countries_in, known=known.countries if known else (), language=begun.language
        ),
        "cost": lambda text: money_typed(text) if text else None,
    }
    read = {
        field: _read_of(row, field, reader, told[field])
        for field, reader in readers.items()
        if field in told
    }
    return {**read, "funding": tuple(_funding(told, row, known.funding if known else ()))}


def _funding(told: Mapping[str, str], row: Row, known: Sequence[Funding]) -> Iterator[Funding]:
    for field, source in SOURCES.items():
        if field in told:
            reader = partial(funding_in, source=source, known=known)
            yield from _read_of(row, field, reader, told[field]) or ()


def _read_of(row: Row, field: str, reader: Callable[[str], Found], text: str) -> Found | None:
    """As ``Row.read``, also of blank texts: what had no room in an input may be left."""
    try:
        return reader(text)
    except BadCell as error:
        row.refuse(field, error.reason, **error.details)
        return None


def _goals(entries: Entries, goals: Mapping[str, Citation], begun: Begun) -> tuple[Citation, ...]:
    """Those of before that are still chosen, and the new ones."""
    before = begun.content.goals if begun.content else ()
    kept = [each for each in before if goal_value(each) in entries.goals]
    known = {goal_value(each) for each in before}
    new = [goals[each] for each in entries.goals if each in goals and each not in known]
    return (*kept, *new)
