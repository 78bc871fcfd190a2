"""What a composer says, as the content of a broadcast, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.choices import option_value
from bot.channels.slack.blocks.text import clean, is_visible
from bot.channels.slack.broadcast_entries import TEXTS, Draft, in_template
from bot.domain.activities.dates import PeriodKind
from bot.domain.activities.units import Unit
from bot.domain.contacts import ContactRole
from bot.domain.reminders.audience import Audience, Contacts, Silence, SilentIn
from bot.domain.reminders.broadcast import Content, Escalation, Lateness, Nagging, Wish
from bot.domain.reminders.schedule import Now, Schedule
from bot.domain.reminders.working_time import WorkingTime
from bot.services.errors import TimePassed, UnreadableTime
from bot.services.reminders.reading_times import read_schedule
from bot.services.reminders.told_times import told
from knowledge.errors import InvalidInput
from knowledge.texts.catalogue import say

Errors = dict[str, str]
"""What is wrong, by the id of the input."""


@dataclass(frozen=True)
class Reading:
    """How a composer is read. ``units`` are those of its municipality; ``before`` is what it began
    with: the duty behind it stays, and what it has no input for.
    """

    now: datetime
    working_time: WorkingTime
    units: Iterable[Unit]
    before: Content | None
    language: str


def read_draft(draft: Draft, reading: Reading) -> tuple[Content | None, Errors]:
    """The content, or what is wrong."""
    errors: Errors = dict(_wrong(draft, reading.language))
    schedule = _schedule(draft, reading, errors)
    if errors or schedule is None or draft.municipality is None:
        return None, errors
    before = reading.before
    nagging, escalation = _nagging(draft), draft.numbers.get("after")
    return Content(
        municipality=draft.municipality,
        **{each: clean(draft.texts[each]) for each in TEXTS},
        citation=before.citation if before else None,
        proposal=before.proposal if before else None,
        audience=_audience(draft, reading),
        schedule=schedule,
        wishes=frozenset(map(Wish, draft.wishes)),
        nagging=nagging,
        escalation=_escalation(int(escalation), before) if escalation else None,
        lateness=Lateness.DROP if draft.is_dropped else Lateness.SEND,
    ), {}


def _wrong(draft: Draft, language: str) -> Iterator[tuple[str, str]]:
    for each in TEXTS:
        if not is_visible(clean(draft.texts.get(each, ""))):
            yield in_template(each, draft.template), say("composer-blank", language)
    if not (draft.roles or draft.units or draft.people or draft.channels or draft.groups):
        yield names.broadcast_input("roles"), say("composer-nobody", language)
    elif draft.silence and not (draft.roles or draft.units):
        yield names.broadcast_input("silence"), say("composer-silence-contacts", language)
    every, most, after = (draft.numbers.get(each, "") for each in ("every", "most", "after"))
    if most and not every:
        yield names.broadcast_input("every"), say("composer-every-missing", language)
    if every and not most:
        yield names.broadcast_input("most"), say("composer-most-missing", language)
    if (every or after) and not draft.wishes:
        yield in_template("wishes", draft.template), say("composer-needs-wish", language)


def _schedule(draft: Draft, reading: Reading, errors: Errors) -> Schedule | None:
    """What was there before stays where its words were not touched."""
    before = reading.before.schedule if reading.before else None
    if before is not None and draft.when == told(before, reading.language):
        return before
    if not draft.when:
        return Now()
    try:
        return read_schedule(draft.when, reading.now, reading.working_time)
    except (UnreadableTime, TimePassed) as error:
        errors[names.broadcast_input("when")] = _said(error, reading.language)
        return None


def _said(error: InvalidInput, language: str) -> str:
    return say(error.key, language, **error.details)


def _audience(draft: Draft, reading: Reading) -> Audience:
    contacts = None
    if draft.roles or draft.units:
        chosen = frozenset(
            each.id for each in reading.units if option_value(each.id) in draft.units
        )
        roles = frozenset(map(ContactRole, draft.roles)) or frozenset({ContactRole.CONTACT_PERSON})
        contacts = Contacts(units=chosen or None, roles=roles)
    return Audience(
        contacts=contacts,
        channels=frozenset(draft.channels),
        groups=frozenset(draft.groups),
        people=frozenset(draft.people),
        silent=_silent(draft) if contacts else None,
    )


def _silent(draft: Draft) -> SilentIn | None:
    if not draft.silence:
        return None
    kind, _, when = draft.period.partition(":")
    return SilentIn(
        silence=Silence(draft.silence), period=PeriodKind(kind or "year"), ended=when == "ended"
    )


def _nagging(draft: Draft) -> Nagging | None:
    every, most = draft.numbers.get("every"), draft.numbers.get("most")
    if not every or not most:
        return None
    return Nagging(every_days=int(every), at_most=int(most))


def _escalation(after: int, before: Content | None) -> Escalation:
    if before and before.escalation:
        return before.escalation.model_copy(update={"after_days": after})
    return Escalation(after_days=after)
