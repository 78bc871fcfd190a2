"""Proposals, decisions and drifts in words, for all channels and files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.domain.reminders.proposals import Decision, Drift, Proposal, StatedYears, Verdict
from bot.domain.reminders.schedule import Once, Schedule
from bot.services.calendar.year import Entry, to_come
from bot.services.reminders.told_times import told
from knowledge.texts.catalogue import say
from knowledge.wording import on_one_line


def what_and_who(proposal: Proposal, language: str) -> str:
    """What is to be done and, where the document names them, by whom."""
    if not proposal.who:
        return proposal.what
    return say("calendar-what-who", language, who=proposal.who, what=proposal.what)


def standing(entry: Entry, language: str) -> str:
    """Whether it is accepted, rejected or proposed, then also whether a day has to be chosen."""
    proposed = "choose" if entry.proposal.needs_day else "proposed"
    verdict = entry.decision.verdict.value if entry.decision else proposed
    return say("calendar-standing", language, standing=verdict)


def about_time(entry: Entry, language: str, today: date) -> Iterator[str]:
    """What the document says of when; and of a proposal that waits, what is suggested and why."""
    proposal = entry.proposal
    yield say("calendar-when-told", language, when=proposal.when)
    if entry.decision is None:
        suggested = to_come(proposal.schedule, today) if proposal.schedule else None
        yield _suggestion(proposal, suggested, language, today)
        yield say("calendar-basis", language, basis=proposal.basis.value)


def _suggestion(proposal: Proposal, suggested: Schedule | None, language: str, today: date) -> str:
    words = told(suggested, language) if suggested else None
    if proposal.is_past(today):
        years = _years(proposal)
        if words is None:
            return say("calendar-past-undated", language, years=years)
        return say("calendar-past", language, years=years, schedule=words)
    if words is None:
        return say("calendar-choose-day", language)
    return say("calendar-suggestion", language, schedule=words)


def _years(proposal: Proposal) -> str:
    years = proposal.years
    if years is None and isinstance(proposal.schedule, Once):
        years = StatedYears(first=proposal.schedule.on.year, last=proposal.schedule.on.year)
    if years is None or years.first == years.last:
        return str(years.last if years else "")
    return f"{years.first or ''}–{years.last or ''}"


def decision_lines(decision: Decision, who: str, language: str) -> Iterator[str]:
    """Who decided when, and what; ``who`` as the channel names them."""
    verdict = say("calendar-standing", language, standing=decision.verdict.value)
    day = decision.at.date().isoformat()
    yield say("calendar-decided", language, standing=verdict, who=who, day=day)
    if decision.schedule:
        yield say("calendar-chosen", language, schedule=told(decision.schedule, language))
    if decision.verdict is not Verdict.REJECTED:
        yield broadcast_words(decision, language)
    if decision.reason:
        yield say("calendar-reason", language, reason=decision.reason)


def broadcast_words(decision: Decision, language: str) -> str:
    """The number of the broadcast, or that it is not made yet."""
    if decision.broadcast is None:
        return say("calendar-no-broadcast", language)
    return say("calendar-broadcast", language, broadcast=str(decision.broadcast))


def drift_lines(drift: Drift, language: str) -> Iterator[str]:
    """What became of the words, what they were and what stands there now."""
    before = on_one_line(drift.decision.proposal.citation.quote)
    yield say("calendar-drift-told", language, kind=drift.kind.value)
    yield say("calendar-drift-before", language, quote=before)
    if drift.now:
        yield say("calendar-drift-now", language, quote=on_one_line(drift.now.quote))
