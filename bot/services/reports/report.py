"""A report, ready to be laid out: everything in one language, every figure with its activities."""

from __future__ import annotations

from pydantic import AwareDatetime

from bot.domain.activities.activity import Activity
from bot.domain.activities.dates import Period
from bot.services.reports.selection import Figure
from knowledge.model import Citation, Value


class Line(Value):
    """Something that figures are told of: a unit, a kind, a country, the whole."""

    label: str
    figures: tuple[Figure, ...]


class Table(Value):
    """Lines under the columns of their figures. ``total`` is the line of all of them together; it
    need not be their sum, since an activity may belong to several.
    """

    title: str
    first_column: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    total: Line | None


class Chart(Value):
    """A bar for each line, longest first. ``alt_text`` tells those who do not see it."""

    title: str
    alt_text: str
    unit: str
    bars: tuple[Line, ...]


class Source(Value):
    """A numbered source: ``number`` counts from 1 and is what the parts refer to."""

    number: int
    citation: Citation


class Account(Value):
    """What one activity tells, in words: an effect, or what was done."""

    activity: int
    title: str
    unit: str
    text: str


class Part(Value):
    """A part of a report. ``sources`` are the numbers of the sentences that demand it, ``text``
    what is said under the heading. ``silent`` are the units of which nothing is reported,
    ``heard_below`` those of which only units below them have reported, which stand in brackets.
    """

    heading: str
    sources: tuple[int, ...]
    text: tuple[str, ...] = ()
    figures: tuple[Line, ...] = ()
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()
    accounts: tuple[Account, ...] = ()
    silent: tuple[str, ...] = ()
    heard_below: tuple[str, ...] = ()


class ActivityRow(Value):
    """An activity behind the figures, with the names of what its content holds ids of."""

    activity: Activity
    kind: str
    unit: str
    countries: tuple[str, ...]
    dates: str


class Report(Value):
    """A municipality's report on a period. ``figures`` are the main ones; ``rows`` all activities
    that it is about, by id, ``earlier_rows`` those of the period a year before.
    """

    title: str
    municipality: str
    period: Period
    period_name: str
    language: str
    made_at: AwareDatetime
    notes: tuple[str, ...]
    figures: tuple[Line, ...]
    parts: tuple[Part, ...]
    rows: tuple[ActivityRow, ...]
    earlier_rows: tuple[ActivityRow, ...]
    sources: tuple[Source, ...]
