"""Activities as rows: what is searched in columns of its own, beside the whole content."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, or_, select

from bot.domain.activities.activity import Activity, Change, Content
from bot.domain.activities.dates import Dates
from bot.services.activities.alike import compared
from bot.services.activities.ports import Query
from bot.storage import tables
from bot.storage.columns import storable

_activities = tables.activity.c


def all_activities() -> Select[Any]:
    """The columns of all activities."""
    return select(*[_activities[name] for name in Activity.model_fields])


def latest_first(statement: Select[Any]) -> Select[Any]:
    """By their first day, then by id."""
    return statement.order_by(_activities.first_day.desc(), _activities.id.desc())


def conditions_of(query: Query) -> list[ColumnElement[bool]]:
    """What holds for the activities that a query asks for."""
    one = {"municipality": query.municipality, "logged_by": query.logged_by}
    several = {"unit": query.units, "kind": query.kinds, "status": query.statuses}
    conditions = [_activities[name] == value for name, value in one.items() if value is not None]
    conditions += [
        _activities[name].in_(values) for name, values in several.items() if values is not None
    ]
    if query.countries is not None:
        country = tables.activity_country.c
        there = select(country.activity).where(country.country.in_(query.countries))
        conditions.append(_activities.id.in_(there))
    if query.ended_before is not None:
        conditions.append(_activities.last_day < query.ended_before)
    return [*conditions, *(overlapping(query.overlapping) if query.overlapping else ())]


def overlapping(dates: Dates) -> list[ColumnElement[bool]]:
    """As ``Dates.overlaps``; what still runs has no last day."""
    begun = [] if dates.last is None else [_activities.first_day <= dates.last]
    return [*begun, or_(_activities.last_day.is_(None), _activities.last_day >= dates.first)]


def stored_names(names: Iterable[str]) -> set[str]:
    """The names of partners and towns in the form in which they are compared."""
    return set(map(storable, compared(names)))


def columns_of(content: Content) -> dict[str, object]:
    """A content, and what of it is searched."""
    return {
        "kind": content.kind,
        "unit": content.unit,
        "first_day": content.dates.first,
        "last_day": content.dates.last,
        "content": content.model_dump(mode="json"),
    }


def activity_of(row: Row[Any]) -> Activity:
    """An activity out of the columns of ``all_activities``, which may have others after them."""
    return Activity.model_validate(dict(zip(Activity.model_fields, row, strict=False)))


def change_of(row: Row[Any]) -> Change:
    """An entry of a history out of all the columns of its table."""
    return Change.model_validate(dict(row._mapping))
