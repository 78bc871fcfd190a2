"""The form of an activity as it is shown: what it begins with, and what can be chosen in it."""

from __future__ import annotations

from dataclasses import replace

from bot.channels.slack.blocks.activity_form import Choices, FormState, activity_form
from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.blocks.questions import Questions
from bot.channels.slack.desk import Desk
from bot.channels.slack.entries import Entries, goal_value
from bot.channels.slack.entry_reading import Begun
from bot.domain.activities.activity import Activity, Content, Status
from bot.domain.activities.units import Unit
from bot.domain.people import Person
from bot.domain.questions import Venue
from bot.domain.reminders.occurrence import Occurrence, Recipient
from knowledge.model import Citation


def new_form(desk: Desk, person: Person, channel: str, entries: Entries | None = None) -> View:
    """A form to log something; what ``entries`` leave open begins as it was last time."""
    begun = _begun(desk, person, channel, entries or Entries())
    return form_view(desk, begun, FormState(), None, desk.language(person))


def answering_form(
    desk: Desk, person: Person, occurrence: Occurrence, recipient: Recipient
) -> View:
    """A form to log something as the answer to a reminder, for the unit that is asked."""
    place = occurrence.content.municipality
    language, last = desk.language(person), desk.log.last_by(person.id)
    entries = Entries(
        municipality=place, unit=recipient.unit, kind=last.content.kind if last else None
    )
    return form_view(desk, entries, FormState(reminder=occurrence.id), None, language)


def change_form(desk: Desk, person: Person, activity: Activity) -> View:
    """A form to change an activity."""
    language = desk.language(person)
    entries = begun_with(activity, activity.content, language).entries
    state = FormState(activity=activity.id, opened=activity.version, version=activity.version)
    return form_view(desk, entries, state, activity, language)


def begun_with(activity: Activity, content: Content, language: str) -> Begun:
    """What a form to change an activity began with when it stated ``content``."""
    begun = Begun.of(content, activity.municipality, language)
    is_draft = activity.status is Status.DRAFT
    entries = begun.entries.model_copy(update={"is_draft": is_draft})
    return replace(begun, entries=entries)


def _begun(desk: Desk, person: Person, channel: str, entries: Entries) -> Entries:
    """With the municipality, unit and kind of last time; else the municipality of channel or
    person.
    """
    known = desk.records.municipalities()
    last = desk.log.last_by(person.id)
    if last is not None and last.municipality in known:
        kind = entries.kind or last.content.kind
        told = {"municipality": last.municipality, "unit": last.content.unit, "kind": kind}
        return entries.model_copy(update=told)
    here = Venue(channel=channel, thread=None, is_private=True)
    place = desk.inquiries.scope(here, person.id)
    return entries.model_copy(update={"municipality": place})


def form_view(
    desk: Desk,
    entries: Entries,
    state: FormState,
    now: Activity | None,
    language: str,
    questions: Questions | None = None,
) -> View:
    """The form as it stands, to change what ``now`` states, with what to look at first."""
    place, kind = entries.municipality, desk.records.kinds.get(entries.kind or "")
    policies = desk.records.policies
    choices = Choices(
        kinds=desk.records.kinds,
        municipalities=() if now else desk.records.municipalities(),
        units=units_of(desk, place, now.content.unit if now else None),
        goals=tuple(goals_of(desk, place, now).values()),
        definition=policies.definition(place, kind) if place and kind else None,
        can_be_draft=now is None or now.status is Status.DRAFT,
        questions=questions or Questions(),
    )
    return activity_form(entries, choices, state, language)


def units_of(desk: Desk, place: str | None, own: str | None) -> list[Unit]:
    """Those that can be chosen, and an activity's ``own`` though it is closed."""
    everyone = desk.records.all_units(place) if place else []
    return [each for each in everyone if not each.closed or each.id == own]


def goals_of(desk: Desk, place: str | None, now: Activity | None) -> dict[str, Citation]:
    """The goals to choose from by their values; those that an activity serves stay as they are."""
    known = (*desk.records.policies.goals(place),) if place else ()
    own = now.content.goals if now else ()
    return {goal_value(each): each for each in (*known, *own)}
