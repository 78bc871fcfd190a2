"""Broadcasts as people read them: what was decided, who would get it, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.table import Table
from rich.text import Text

from bot.channels.terminal.cards import fields_table
from bot.domain.contacts import ContactRole
from bot.domain.reminders.audience import Audience
from bot.domain.reminders.broadcast import Broadcast, BroadcastStatus, Content, Event, Wish
from bot.domain.reminders.occurrence import Answer, AnswerKind
from bot.domain.reminders.working_time import in_utc
from bot.services.reminders.broadcasts import Caution, Preview
from bot.services.reminders.ports import Outgoing
from bot.services.reminders.record_words import reason_in_words
from bot.services.reminders.resolved import LeftOut, Reached, Resolved
from bot.services.reminders.status import Line, OccurrenceState, Stand
from bot.services.reminders.told_times import moment_in_words, when_in_words
from knowledge.texts.catalogue import say
from knowledge.wording import citation_line, listed, quoted

MOST_NAMED = 30
"""People or units who are named in one line."""


def broadcasts_table(broadcasts: Sequence[Broadcast], language: str) -> Table:
    """One a line."""
    table = Table()
    for column in ("number", "title", "municipality", "status", "when", "next"):
        table.add_column(say(f"remind-{column}", language), overflow="fold")
    for each in broadcasts:
        table.add_row(
            str(each.id),
            Text(each.content.title),
            Text(each.content.municipality),
            say(f"broadcast-status-{each.status.value}", language),
            when_in_words(each, language),
            moment_in_words(each.next_at, language) if each.next_at else "",
        )
    return table


def broadcast_table(broadcast: Broadcast, units: Mapping[str, str], language: str) -> Table:
    """All that was decided; ``units`` are the names of units by id."""
    content = broadcast.content
    fields = {
        "number": str(broadcast.id),
        "status": say(f"broadcast-status-{broadcast.status.value}", language),
        "title": content.title,
        "text": content.text,
        "reason": content.reason,
        "citation": citation_line(content.citation, language) if content.citation else "",
        "audience": audience_words(content.audience, units, language),
        "when": when_in_words(broadcast, language),
        "wishes": _wishes(content, language),
        "nagging": _nagging(content, language),
        "escalation": _escalation(content, language),
        "lateness": say(f"remind-late-{content.lateness.value}", language),
    }
    named = [(say(f"remind-{name}", language), value) for name, value in fields.items() if value]
    return fields_table(named)


def audience_words(audience: Audience, units: Mapping[str, str], language: str) -> str:
    """Whom it is for, part by part."""
    return "; ".join(_parts(audience, units, language))


def _parts(audience: Audience, units: Mapping[str, str], language: str) -> Iterator[str]:
    contacts = audience.contacts
    if contacts:
        roles = [say(f"composer-role-{e}", language) for e in ContactRole if e in contacts.roles]
        of_all = say("remind-all-units", language)
        named = (
            listed(sorted(units.get(each, each) for each in contacts.units), language)
            if contacts.units
            else of_all
        )
        yield f"{listed(roles, language)} ({named})"
    for name, chosen in (
        ("channels", audience.channels),
        ("groups", audience.groups),
        ("people", audience.people),
    ):
        if chosen:
            yield say(f"remind-{name}", language, named=", ".join(sorted(chosen)))
    if audience.silent:
        which = "ended" if audience.silent.ended else "now"
        period = say(f"period-{audience.silent.period.value}-{which}", language)
        yield f"{say(f'silence-{audience.silent.silence.value}', language)} ({period})"


def _wishes(content: Content, language: str) -> str:
    wished = [
        say(f"reminder-wish-{each.value}", language) for each in Wish if each in content.wishes
    ]
    return ", ".join(wished) or say("reminder-wish-none", language)


def _nagging(content: Content, language: str) -> str:
    if content.nagging is None:
        return ""
    days, most = content.nagging.every_days, content.nagging.at_most
    return say("remind-nags", language, days=days, most=most)


def _escalation(content: Content, language: str) -> str:
    if content.escalation is None:
        return ""
    return say("remind-escalates", language, days=content.escalation.after_days)


def preview_lines(preview: Preview, units: Mapping[str, str], language: str) -> Iterator[str]:
    """Who would get it and when, and what to know before it is sent."""
    yield from _reached(preview.resolved, units, language)
    for due in preview.dues:
        at = moment_in_words(due.at, language)
        if due in preview.moved:
            nominal = moment_in_words(in_utc(due.nominal), language)
            at = say("preview-moved", language, at=at, nominal=nominal)
        yield say("preview-when", language, when=at)
    for caution in preview.cautions:
        if caution is Caution.NOBODY_TO_ESCALATE_TO and preview.unled_units:
            named = _named(preview.unled_units, language)
            yield say("caution-unled", language, units=named)
        else:
            yield say(f"caution-{caution.value}", language)


def _reached(resolved: Resolved, units: Mapping[str, str], language: str) -> Iterator[str]:
    recipients = resolved.recipients
    yield say("preview-recipients", language, count=len(recipients))
    yield from (f"  {line}" for line in _people(recipients, units))
    for key, people in (("doubles", resolved.doubles), ("away", resolved.away)):
        if people:
            named = _named([each.name for each in people], language)
            yield say(f"preview-{key}", language, count=len(people), people=named)
    yield from _left_out(resolved.left_out, language)
    if resolved.units_without:
        named = _named([each.name for each in resolved.units_without], language)
        count = len(resolved.units_without)
        yield say("preview-units-without", language, count=count, units=named)
    if resolved.unreadable:
        yield say("preview-unreadable", language, count=len(resolved.unreadable))


def _people(recipients: Sequence[Reached], units: Mapping[str, str]) -> Iterator[str]:
    for each in recipients:
        named = [units.get(unit, unit) for unit in each.units]
        yield f"{each.name} ({', '.join(named)})" if named else each.name


def _left_out(left_out: Sequence[LeftOut], language: str) -> Iterator[str]:
    reasons = dict.fromkeys(each.reason for each in left_out)
    for reason in reasons:
        people = [each.name for each in left_out if each.reason is reason]
        named = _named(people, language)
        yield say(f"preview-left-{reason.value}", language, count=len(people), people=named)


def _named(names: Sequence[str], language: str) -> str:
    if len(names) <= MOST_NAMED:
        return listed(list(names), language)
    first = ", ".join(names[:MOST_NAMED])
    return say("preview-and-more", language, people=first, count=len(names) - MOST_NAMED)


def stand_line(broadcast: Broadcast, language: str) -> str:
    """How it stands with a broadcast, in a sentence."""
    number = {"number": str(broadcast.id)}
    if broadcast.status is BroadcastStatus.AWAITING_YES:
        return say("remind-awaiting", language, **number)
    if broadcast.status is BroadcastStatus.ACTIVE and broadcast.next_at:
        when = moment_in_words(broadcast.next_at, language)
        return say("broadcast-planned", language, **number, when=when)
    status = say(f"broadcast-status-{broadcast.status.value}", language)
    return say("remind-stands", language, **number, status=status)


def change_line(before: Broadcast, after: Broadcast, language: str) -> str:
    """What became of a change, in a sentence."""
    key = f"remind-changed-{after.status.value}"
    if after.version == before.version:
        key = "remind-unchanged"
    elif before.status is BroadcastStatus.AWAITING_YES:
        key = "remind-changed-withdrawn"
    elif (before.status, after.status) == (BroadcastStatus.ACTIVE, BroadcastStatus.PAUSED):
        key = "remind-changed-held"
    return say(key, language, number=str(after.id))


def message_lines(outgoing: Outgoing, language: str) -> Iterator[str]:
    """What a recipient would read. Raises ValueError for a digest."""
    if outgoing.occurrence is None:
        raise ValueError("a digest has no message")
    content = outgoing.occurrence.content
    yield content.title
    yield ""
    yield content.text
    yield ""
    yield say("reminder-reason", language, reason=content.reason)
    if content.citation is not None:
        yield f"{quoted(content.citation)} — {citation_line(content.citation, language)}"
    if content.wishes:
        yield say("reminder-wishes", language, wishes=_wishes(content, language))


def state_table(state: OccurrenceState, language: str) -> Table:
    """By unit who has answered what, who not, and whom it never reached."""
    counts = [
        say(f"stand-count-{stand.value}", language, count=count)
        for stand, count in state.counts.items()
        if count
    ]
    table = Table(title=Text(state.occurrence.content.title), caption=" · ".join(counts))
    for column in ("unit", "name", "state", "sent-at"):
        table.add_column(say(f"broadcast-column-{column}", language), overflow="fold")
    for unit in state.units:
        name = unit.unit.name if unit.unit else say("preview-no-unit", language)
        for line in unit.lines:
            sent = moment_in_words(line.sent_at, language) if line.sent_at else ""
            table.add_row(Text(name), Text(line.recipient.name), Text(_stand(line, language)), sent)
    return table


def _stand(line: Line, language: str) -> str:
    recipient = line.recipient
    if line.stand is Stand.ANSWERED and recipient.answer:
        said = _said(recipient.answer, language)
        at = moment_in_words(recipient.answer.at, language)
        return say("stand-answered", language, said=said, at=at)
    details = {}
    if line.stand is Stand.FAILED:
        details["reason"] = line.failure or ""
    if line.stand is Stand.SNOOZED and recipient.remind_at:
        details["at"] = moment_in_words(recipient.remind_at, language)
    return say(f"stand-{line.stand.value}", language, **details)


def _said(answer: Answer, language: str) -> str:
    if answer.kind is AnswerKind.LOGGED:
        return say("stand-logged", language, number=str(answer.activity or ""))
    if answer.kind is AnswerKind.TEXT:
        return say("remind-said", language, text=answer.text)
    return say(f"answer-{answer.kind.value}", language)


def record_table(events: Sequence[Event], language: str) -> Table:
    """One event a line."""
    table = Table()
    for column in ("at", "by", "what", "whom", "reason"):
        table.add_column(say(f"remind-event-{column}", language), overflow="fold")
    for each in events:
        table.add_row(
            moment_in_words(each.at, language),
            Text(each.by or say("event-by-itself", language)),
            say(f"event-{each.kind.value}", language),
            Text(each.person or ""),
            Text(reason_in_words(each, language)),
        )
    return table
