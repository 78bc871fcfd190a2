"""Proposals, decisions and drifts in words, for all channels and files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from babel.dates import format_date

from bot.domain.reminders.proposals import (
    Decision,
    Drift,
    DriftKind,
    Proposal,
    Stated,
    StatedYears,
    Verdict,
)
from bot.domain.reminders.schedule import Once, Schedule
from bot.services.calendar.year import Entry, Moved, suggestion
from bot.services.reminders.told_times import told
from bot.services.reports.periods import LOCALES
from knowledge.texts.catalogue import say
from knowledge.wording import on_one_line


def what(proposal: Proposal, language: str) -> str:
    """What is to be done in the document's words, or what falls due of which agreement."""
    if agreement := proposal.agreement:
        due = agreement.what.value
        return say("calendar-agreement-due", language, due=due, name=proposal.what)
    return proposal.what


def what_and_who(proposal: Proposal, language: str) -> str:
    """What is to be done and, where the document names them, by whom."""
    if not proposal.who:
        return what(proposal, language)
    return say("calendar-what-who", language, who=proposal.who, what=proposal.what)


def when(proposal: Proposal, language: str) -> str:
    """When, by the document or by the register of agreements, then also with whom."""
    if agreement := proposal.agreement:
        day, partner = proposal.when, agreement.partner
        return say("calendar-agreement-day", language, day=day, partner=partner)
    return say("calendar-when-told", language, when=proposal.when)


def standing(entry: Entry, language: str) -> str:
    """Whether it is accepted, rejected or proposed, then also whether a day has to be chosen."""
    proposed = "choose" if entry.proposal.needs_day else "proposed"
    verdict = entry.decision.verdict.value if entry.decision else proposed
    return say("calendar-standing", language, standing=verdict)


def about_time(entry: Entry, language: str, today: date) -> Iterator[str]:
    """When it is to be done; and of a proposal that waits, what is suggested and why."""
    proposal = entry.proposal
    yield when(proposal, language)
    if entry.decision is None:
        yield _suggestion(proposal, suggestion(proposal, today), language, today)
        yield basis_words(proposal, language)


def basis_words(proposal: Proposal, language: str) -> str:
    """How much of a proposal's time is the document's, and what the rest is taken from."""
    interval = proposal.interval
    if interval is None:
        return say("calendar-basis", language, basis=proposal.basis.value)
    details = {"years": interval.years, "since": interval.since.value, "of": str(interval.of)}
    return say("calendar-basis-nth-year", language, **details)


def moved_words(moved: Moved, language: str) -> str:
    """From which day something was moved, and why."""
    day = str(format_date(moved.since, "EEEE d MMMM y", locale=LOCALES[language]))
    return say("calendar-moved", language, day=day, why=moved.why.value)


def _suggestion(proposal: Proposal, suggested: Schedule | None, language: str, today: date) -> str:
    words = told(suggested, language) if suggested else None
    if proposal.agreement and suggested is None:
        return say("calendar-agreement-passed", language)
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
    proposal = drift.decision.proposal
    if proposal.agreement:
        yield from _day_drifted(proposal, drift, language)
        return
    yield say("calendar-drift-told", language, kind=drift.kind.value)
    if cited := proposal.citation:
        yield say("calendar-drift-before", language, quote=on_one_line(cited.quote))
    if drift.now:
        yield say("calendar-drift-now", language, quote=on_one_line(drift.now.quote))


def _day_drifted(proposal: Proposal, drift: Drift, language: str) -> Iterator[str]:
    yield say("calendar-day-drift-told", language, kind=drift.kind.value)
    if drift.kind is not DriftKind.RESTATED:
        yield say("calendar-day-drift-before", language, day=proposal.when)
    if drift.now_on:
        yield say("calendar-day-drift-now", language, day=drift.now_on.isoformat())
    for each in drift.restated:
        label = say(f"agreement-{each.value.replace('_', '-')}", language)
        before, after = (_stated(each, e, language) for e in (proposal, drift.now_proposal))
        yield say("calendar-restated", language, label=label, before=before, after=after)


def _stated(what: Stated, proposal: Proposal | None, language: str) -> str:
    """What an agreement states of one thing, in words."""
    agreement = proposal.agreement if proposal else None
    if proposal is None or agreement is None or agreement.terms is None:
        return ""
    terms = agreement.terms
    match what:
        case Stated.NAME:
            return proposal.what
        case Stated.PARTNER:
            return agreement.partner
        case Stated.LAST:
            return _day_or(terms.last, "agreement-until-further", language)
        case Stated.NEXT_EVALUATION:
            return _day_or(terms.next_evaluation, "agreement-nothing", language)
        case Stated.NOTICE if terms.notice and terms.notice.months:
            return say("agreement-notice-months", language, months=terms.notice.months)
        case Stated.NOTICE:
            by = terms.notice.day if terms.notice else None
            return _day_or(by, "agreement-nothing", language)


def _day_or(on: date | None, without: str, language: str) -> str:
    return on.isoformat() if on else say(without, language)


def drift_mark(drift: Drift, language: str) -> str:
    """That something is changed since it was decided on, in few words."""
    key = "calendar-day-drift" if drift.decision.proposal.agreement else "calendar-drift"
    return say(key, language, kind=drift.kind.value)
