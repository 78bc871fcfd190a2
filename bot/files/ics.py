"""The duties' calendar as an iCalendar file, which calendar programs read (RFC 5545).

https://datatracker.ietf.org/doc/html/rfc5545 and, for the calendar's own name and how often to read
it again, https://datatracker.ietf.org/doc/html/rfc7986. The same years give the same bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from bot.files.safe_text import ascii_words, clean, one_line
from bot.services.calendar.wording import (
    basis_words,
    broadcast_words,
    drift_mark,
    moved_words,
    standing,
    what_and_who,
    when,
)
from bot.services.calendar.year import CalendarYear, DutyDay, Entry
from knowledge.model import Citation
from knowledge.texts.catalogue import say
from knowledge.wording import citation_line, on_one_line

_PRODUCT = "-//Policylotsen//policylots//SV"
_DOMAIN = "policylots"
_LONGEST_SUMMARY = 200
_READ_AGAIN = timedelta(hours=12)


def write_ics(years: Sequence[CalendarYear], language: str) -> bytes:
    """The days of the years as all-day events: what is accepted, what is proposed (tentative, and
    said so), and the days of agreements. At least one year, all of the same municipality.

    An event keeps its UID when its day is moved within its year, with a higher SEQUENCE.
    """
    municipality = years[0].municipality
    name = say(
        "calendar-year-of",
        language,
        municipality=municipality,
        year="–".join(dict.fromkeys((str(years[0].year), str(years[-1].year)))),
    )
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for field in ("name", "x-wr-calname"):
        calendar.add(field, clean(name))
    calendar.add("refresh-interval", _READ_AGAIN, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    for year in years:
        for event in _events(year, language):
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def ics_file_name(municipality: str, year: int, language: str) -> str:
    """In ASCII letters, such as ``Orebro-2027-kalender.ics``."""
    words = (municipality, str(year), say("calendar-file-subject", language))
    return f"{'-'.join(filter(None, map(ascii_words, words)))}.ics"


def _events(year: CalendarYear, language: str) -> Iterator[Event]:
    counted: Counter[str] = Counter()
    for month in year.months:
        for duty in month.duties:
            handle = _handle(duty.entry)
            counted[handle] += 1
            yield _of_duty(duty, f"{handle}-{year.year}-{counted[handle]}", language)


def _handle(entry: Entry) -> str:
    """That under which it was decided on, which stays when its words move."""
    return entry.decision.handle if entry.decision else entry.proposal.handle


def _of_duty(duty: DutyDay, identity: str, language: str) -> Event:
    entry, decision = duty.entry, duty.entry.decision
    what = one_line(what_and_who(entry.proposal, language))
    # That an agreement ends is so, whatever is decided on calling it to mind.
    is_certain = entry.is_accepted or entry.proposal.agreement is not None
    if not is_certain:
        what = say("calendar-proposal-mark", language, what=what)
    changed_at = decision.at if decision else datetime(duty.on.year, 1, 1, tzinfo=UTC)
    event = _all_day(identity, duty.on, what, changed_at)
    event.add("sequence", entry.seen)
    event.add("status", "CONFIRMED" if is_certain else "TENTATIVE")
    event.add("description", clean("\n".join(_description(duty, language))))
    return event


def _description(duty: DutyDay, language: str) -> Iterator[str]:
    entry, proposal = duty.entry, duty.entry.proposal
    yield standing(entry, language)
    yield when(proposal, language)
    if duty.moved:
        yield moved_words(duty.moved, language)
    if entry.decision:
        yield broadcast_words(entry.decision, language)
    else:
        yield basis_words(proposal, language)
    if entry.drift:
        yield drift_mark(entry.drift, language)
    if proposal.citation:
        yield from _source(proposal.citation, language)


def _source(citation: Citation, language: str) -> Iterator[str]:
    yield ""
    yield f"”{on_one_line(citation.quote)}”"
    yield citation_line(citation, language)


def _all_day(identity: str, on: date, summary: str, changed_at: datetime) -> Event:
    """An event of a whole day, during which nobody is busy."""
    event = Event()
    event.add("uid", f"{identity}@{_DOMAIN}")
    event.add("summary", one_line(summary, _LONGEST_SUMMARY))
    event.add("dtstart", on)
    event.add("dtend", on + timedelta(days=1))
    at = changed_at.astimezone(UTC).replace(microsecond=0)
    event.add("dtstamp", at)
    event.add("last-modified", at)
    event.add("transp", "TRANSPARENT")
    return event
