"""The duties' calendar as tables and lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from babel.dates import get_month_names

from bot.channels.terminal.tables import table
from bot.services.calendar.wording import (
    about_time,
    decision_lines,
    drift_lines,
    drift_mark,
    standing,
    what,
)
from bot.services.reports.periods import LOCALES
from knowledge.texts.catalogue import say
from knowledge.wording import citation_line, on_one_line

if TYPE_CHECKING:
    from datetime import date

    from rich.table import Table

    from bot.domain.reminders.proposals import Decision
    from bot.services.calendar.year import DutyDay, Entry, Month

_COLUMNS = ("calendar_name", "what", "who", "standing", "source")


def month_name(number: int, language: str) -> str:
    """A month with a capital, as a heading."""
    name = str(get_month_names("wide", "stand-alone", LOCALES[language])[number])
    return name[:1].upper() + name[1:]


def month_table(month: Month, language: str, today: date) -> Table:
    """The days of a month, duties and agreements, by their names."""
    rows = [(_day(each, language), *_row(each.entry, language, today)) for each in month.duties]
    return table(("calendar_day", *_COLUMNS), rows, language)


def entries_table(entries: Iterable[Entry], language: str, today: date) -> Table:
    """Proposals that have no day of the year."""
    return table(
        ("when", *_COLUMNS),
        ((each.proposal.when, *_row(each, language, today)) for each in entries),
        language,
    )


def entry_lines(
    entry: Entry, decisions: Iterable[Decision], language: str, today: date
) -> Iterator[str]:
    """A proposal with its quote and all that was decided about it."""
    proposal = entry.proposal
    yield f"{proposal.handle}  {_standing(entry, language, today)}"
    yield what(proposal, language)
    if proposal.agreement is None:
        yield proposal.who or say("calendar-nobody", language)
    yield from about_time(entry, language, today)
    if cited := proposal.citation:
        yield f"”{on_one_line(cited.quote)}”"
        yield citation_line(cited, language)
    for each in decisions:
        yield from decision_lines(each, each.by, language)
    if entry.is_over and entry.is_accepted:
        yield say("calendar-over", language)
    if entry.drift:
        yield from drift_lines(entry.drift, language)


def _day(duty: DutyDay, language: str) -> str:
    """The day, and the one of the schedule where that is another."""
    on = duty.on.isoformat()
    if duty.moved is None:
        return on
    return say("calendar-moved-from", language, day=on, since=duty.moved.since.isoformat())


def _standing(entry: Entry, language: str, today: date) -> str:
    """How it stands; what nobody decided on before its agreement's day is not proposed any more."""
    proposal = entry.proposal
    if entry.decision is None and proposal.agreement and proposal.is_past(today):
        return say("calendar-agreement-passed", language)
    return standing(entry, language)


def _row(entry: Entry, language: str, today: date) -> tuple[str, ...]:
    proposal = entry.proposal
    mark = _standing(entry, language, today)
    if entry.drift:
        mark = f"{mark} · {drift_mark(entry.drift, language)}"
    source = citation_line(proposal.citation, language) if proposal.citation else ""
    return (proposal.handle, what(proposal, language), proposal.who, mark, source)
