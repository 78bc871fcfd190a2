"""A year of the duties' calendar in a modal, page by page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from babel.dates import format_date, get_month_names

from bot.channels.slack.blocks import calendar_names, limits, names
from bot.channels.slack.blocks.elements import (
    Block,
    actions,
    button,
    context,
    divider,
    header,
    paragraph,
    rich,
    section,
    words,
)
from bot.channels.slack.blocks.fitting import Piece, View, key, modal
from bot.channels.slack.blocks.quotes import reference_row, short_line
from bot.channels.slack.blocks.sentences import spoken
from bot.channels.slack.blocks.text import shown
from bot.domain.reminders.proposals import Drift
from bot.services.calendar.wording import (
    about_time,
    broadcast_words,
    drift_lines,
    moved_words,
    standing,
    what,
    what_and_who,
)
from bot.services.calendar.year import CalendarYear, DutyDay, Entry
from bot.services.reminders.told_times import told
from bot.services.reports.periods import LOCALES
from knowledge.model import Citation, Value
from knowledge.texts.catalogue import say

ON_A_PAGE = 8
"""Entries, each of some blocks, of the hundred that a modal holds."""

_LONGEST_LINE = 600


class Shown(Value):
    """Which page of which year is shown; what buttons and forms carry along."""

    municipality: str
    year: int
    page: int = 1


class Deciding(Value):
    """What a button or form decides on: the proposal, and how many decisions its person saw."""

    shown: Shown
    handle: str
    seen: int


class Reader(NamedTuple):
    """Who looks at the calendar, and when."""

    language: str
    may_decide: bool
    today: date

    def say(self, key: str, **details: str | int) -> str:
        """A text of the catalogue."""
        return say(key, self.language, **details)


class _Item(NamedTuple):
    """One thing of the year under its heading, on a day of the month where it has one."""

    heading: str
    what: DutyDay | Entry | Drift


def calendar_view(year: CalendarYear, asked: Shown, reader: Reader) -> View:
    """The page of a year that is asked for, or the nearest that there is."""
    items = list(_items(year, reader))
    pages = max(1, -(-len(items) // ON_A_PAGE))
    page = min(max(asked.page, 1), pages)
    here = asked.model_copy(update={"page": page})
    on_it = items[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
    parts = [
        key(
            header(
                reader.say("calendar-title-of", municipality=year.municipality, year=str(year.year))
            )
        ),
        key(context(_counts(year, reader))),
        *_pieces(on_it, here, reader),
    ]
    if not items:
        parts.append(key(section(reader.say("calendar-empty", municipality=year.municipality))))
    if not reader.may_decide:
        parts.append(key(context(reader.say("slack-calendar-read-only"))))
    parts.append(key(actions(list(_turning(here, pages, reader)))))
    title = reader.say("calendar-title", year=str(year.year))
    metadata = here.model_dump_json()
    return modal(title, calendar_names.VIEW, parts, reader.language, metadata=metadata)


def _items(year: CalendarYear, reader: Reader) -> Iterator[_Item]:
    """All of a year: what has changed first, then month by month, then what has no day."""
    for drift in year.drifts:
        yield _Item(reader.say("calendar-drifts"), drift)
    for month in year.months:
        for duty in month.duties:
            yield _Item(_month(month.number, reader.language), duty)
    for heading, entries in (
        ("calendar-undated", year.undated),
        ("calendar-past-heading", year.past),
        ("calendar-rejected", year.rejected),
    ):
        for entry in entries:
            yield _Item(reader.say(heading), entry)


def _month(number: int, language: str) -> str:
    name = str(get_month_names("wide", "stand-alone", LOCALES[language])[number])
    return name[:1].upper() + name[1:]


def _counts(year: CalendarYear, reader: Reader) -> str:
    dated = {e.entry.proposal.key: e.entry for m in year.months for e in m.duties}
    accepted = sum(each.is_accepted for each in dated.values())
    waiting = len(dated) - accepted + len(year.undated) + len(year.past)
    return reader.say(
        "calendar-counts", accepted=accepted, proposed=waiting, rejected=len(year.rejected)
    )


def _pieces(items: Iterable[_Item], here: Shown, reader: Reader) -> Iterator[Piece]:
    heading = ""
    for ordinal, item in enumerate(items):
        if item.heading != heading:
            heading = item.heading
            yield key(divider(), header(heading))
        match item.what:
            case DutyDay() as duty:
                yield from _of_day(duty, ordinal, here, reader)
            case Entry() as entry:
                yield from _of_entry(entry, ordinal, here, reader)
            case drift:
                yield from _of_drift(drift, ordinal, here, reader)


def _of_day(duty: DutyDay, ordinal: int, here: Shown, reader: Reader) -> Iterator[Piece]:
    day = str(format_date(duty.on, "d MMMM", locale=LOCALES[reader.language]))
    yield key(_headline(f"{day} · {what_and_who(duty.entry.proposal, reader.language)}"))
    if duty.moved:
        yield key(context(moved_words(duty.moved, reader.language)))
    yield from _below_headline(duty.entry, ordinal, here, reader)


def _of_entry(entry: Entry, ordinal: int, here: Shown, reader: Reader) -> Iterator[Piece]:
    yield key(_headline(what_and_who(entry.proposal, reader.language)))
    yield from _below_headline(entry, ordinal, here, reader)


def _below_headline(entry: Entry, ordinal: int, here: Shown, reader: Reader) -> Iterator[Piece]:
    if entry.decision is None:
        yield key(context(lines_of(about_time(entry, reader.language, reader.today))))
    else:
        yield key(*_of_decision(entry, reader))
    if cited := entry.proposal.citation:
        yield key(_source(cited, ordinal, reader))
    if row := list(_buttons(entry, ordinal, here, reader)):
        yield key(actions(row))


def _headline(text: str) -> Block:
    return rich(paragraph(words(shown(text, _LONGEST_LINE), bold=True)))


def _of_decision(entry: Entry, reader: Reader) -> Iterator[Block]:
    decision = entry.decision
    if decision is None:
        return
    said = spoken(
        "calendar-decided",
        reader.language,
        {"who": decision.by},
        standing=standing(entry, reader.language),
        day=decision.at.date().isoformat(),
    )
    yield rich(paragraph(*said.inlines))
    lines = []
    if decision.schedule:
        lines.append(
            reader.say("calendar-chosen", schedule=told(decision.schedule, reader.language))
        )
        lines.append(broadcast_words(decision, reader.language))
        if entry.is_over:
            lines.append(reader.say("calendar-over"))
    if decision.reason:
        lines.append(reader.say("calendar-reason", reason=decision.reason))
    yield context(lines_of(lines))


def _of_drift(drift: Drift, ordinal: int, here: Shown, reader: Reader) -> Iterator[Piece]:
    lines = [what(drift.decision.proposal, reader.language), *drift_lines(drift, reader.language)]
    yield key(section(lines_of(lines)))
    if drift.now:
        yield key(_source(drift.now, ordinal, reader))
    if reader.may_decide:
        handle = drift.decision.handle
        deciding = Deciding(shown=here, handle=handle, seen=drift.decision.number)
        yield key(
            actions(
                [
                    button(
                        reader.say("slack-calendar-acknowledge"),
                        names.numbered(calendar_names.ACKNOWLEDGE, ordinal),
                        deciding.model_dump_json(),
                    )
                ]
            )
        )


def _buttons(entry: Entry, ordinal: int, here: Shown, reader: Reader) -> Iterator[Block]:
    if not reader.may_decide:
        return
    if entry.is_open(reader.today):
        yield from _deciding(entry, ordinal, here, reader)
    if entry.is_accepted and entry.decision and entry.decision.broadcast is not None:
        action = names.numbered(names.SHOW_BROADCAST, ordinal)
        yield open_broadcast(entry.decision.broadcast, action, reader.language)


def open_broadcast(number: int, action: str, language: str) -> Block:
    """A button that opens a broadcast, from where it is continued, changed or cancelled."""
    return button(say("slack-calendar-open", language), action, str(number))


def _deciding(entry: Entry, ordinal: int, here: Shown, reader: Reader) -> Iterator[Block]:
    deciding = Deciding(shown=here, handle=entry.proposal.handle, seen=entry.seen)
    choices = [
        ("slack-calendar-accept", calendar_names.ACCEPT),
        ("slack-calendar-change", calendar_names.CHANGE),
        ("slack-calendar-reject", calendar_names.REJECT),
    ]
    about = what(entry.proposal, reader.language)
    for text, action in choices[:2] if entry.is_rejected else choices:
        yield button(
            reader.say(text),
            names.numbered(action, ordinal),
            deciding.model_dump_json(),
            label=shown(f"{reader.say(text)}: {about}", limits.BUTTON),
            is_primary=action == calendar_names.ACCEPT,
        )


def _turning(here: Shown, pages: int, reader: Reader) -> Iterator[Block]:
    ways = [
        ("slack-calendar-earlier-page", {"page": here.page - 1}, here.page > 1),
        ("slack-calendar-later-page", {"page": here.page + 1}, here.page < pages),
        ("slack-calendar-before", {"year": here.year - 1, "page": 1}, True),
        ("slack-calendar-after", {"year": here.year + 1, "page": 1}, True),
    ]
    for place, (text, update, is_there) in enumerate(ways):
        if is_there:
            other = here.model_copy(update=update)
            action = names.numbered(calendar_names.TURN, place)
            yield button(reader.say(text), action, other.model_dump_json())
    yield button(reader.say("slack-calendar-file"), calendar_names.FILE, here.model_dump_json())


def _source(citation: Citation, ordinal: int, reader: Reader) -> Block:
    return reference_row(citation, short_line(citation, reader.language), ordinal, reader.language)


def lines_of(lines: Iterable[str]) -> str:
    """Lines of a text, each cut to a usual length."""
    return "\n".join(shown(each, _LONGEST_LINE) for each in lines)
