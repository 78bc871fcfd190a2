"""The form of an activity between a person and the log: what it begins with, what is wrong with
it, what to ask first, and storing it.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.activity_card import activity_line
from bot.channels.slack.blocks.activity_form import Choices, FormState, activity_form
from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.blocks.questions import Alike, Changed, Questions
from bot.channels.slack.desk import Desk
from bot.channels.slack.entries import (
    Entries,
    Read,
    content_entries,
    goal_value,
    read,
    typed_entries,
)
from bot.channels.slack.incoming import Occasion
from bot.domain.activities.activity import Activity, Content, Status
from bot.domain.activities.units import Unit
from bot.domain.people import Person
from bot.domain.questions import Venue
from bot.files.activity_fields import differences
from bot.services.activities.concerns import Concern, ConcernKind
from bot.services.activities.log import overridden
from bot.services.errors import ChangedMeanwhile
from bot.services.reports.naming import capitalised
from knowledge.model import Citation
from knowledge.texts.catalogue import say

MOST_ALIKE = 100
"""Activities that are asked about: their numbers travel in the form's metadata, which holds 3,000
characters (https://docs.slack.dev/reference/views).
"""

Errors = dict[str, str]
"""What is wrong, by the id of the input."""


def new_form(desk: Desk, person: Person, channel: str, entries: Entries | None = None) -> View:
    """A form to log something; what ``entries`` leave open begins as it was last time."""
    begun = _begun(desk, person, channel, entries or Entries())
    return _view(desk, begun, FormState(), None, desk.language(person))


def change_form(desk: Desk, person: Person, activity: Activity) -> View:
    """A form to change an activity."""
    language = desk.language(person)
    entries = content_entries(activity.content, activity.municipality, language)
    entries = entries.model_copy(update={"is_draft": activity.status is Status.DRAFT})
    state = FormState(activity=activity.id, version=activity.version)
    return _view(desk, entries, state, activity, language)


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


def _view(
    desk: Desk,
    entries: Entries,
    state: FormState,
    now: Activity | None,
    language: str,
    questions: Questions | None = None,
) -> View:
    place, kind = entries.municipality, desk.records.kinds.get(entries.kind or "")
    policies = desk.records.policies
    choices = Choices(
        kinds=desk.records.kinds,
        municipalities=() if now else desk.records.municipalities(),
        units=_units(desk, place, entries.unit),
        goals=tuple(_goals(desk, place, now).values()),
        definition=policies.definition(place, kind) if place and kind else None,
        can_be_draft=now is None or now.status is Status.DRAFT,
        questions=questions or Questions(),
    )
    return activity_form(entries, choices, state, language)


def _units(desk: Desk, place: str | None, chosen: str | None) -> list[Unit]:
    """Those that can be chosen, and the one that is chosen though it is closed."""
    everyone = desk.records.all_units(place) if place else []
    return [each for each in everyone if not each.closed or each.id == chosen]


def _goals(desk: Desk, place: str | None, now: Activity | None) -> dict[str, Citation]:
    """The goals to choose from by their values; those that an activity serves stay as they are."""
    known = (*desk.records.policies.goals(place),) if place else ()
    own = now.content.goals if now else ()
    return {goal_value(each): each for each in (*known, *own)}


@dataclass(frozen=True)
class Form:
    """A form as it was sent or changed. ``now`` is the activity that it changes, as it is by now;
    None for a new one.
    """

    desk: Desk
    person: Person
    state: FormState
    entries: Entries
    now: Activity | None

    @classmethod
    def of(cls, desk: Desk, occasion: Occasion, person: Person) -> Form:
        """The form of a delivery. Raises ActivityGone."""
        state = FormState.model_validate_json(occasion.view["private_metadata"])
        now = desk.log.find(state.activity, person.id) if state.activity else None
        entries = typed_entries(occasion, now.municipality if now else None)
        return cls(desk, person, state, entries, now)

    @property
    def language(self) -> str:
        """The person's."""
        return self.desk.language(self.person)

    def shown(self) -> View:
        """The form with what fits what is chosen in it by now; what was asked is asked anew."""
        state = FormState(activity=self.state.activity, version=self.state.version)
        return _view(self.desk, self.entries, state, self.now, self.language)

    def objection(self) -> Errors | View | None:
        """What is wrong with it, or the form again with what to look at first; None if it can be
        stored.
        """
        told = self._read()
        if told.content is None or self.entries.municipality is None:
            return self._errors(told)
        questions = self._questions(told.content)
        if self._is_asked(questions):
            return self._unanswered(questions)
        state = self.state.asking(questions, self.now.version if self.now else 0)
        return _view(self.desk, self.entries, state, self.now, self.language, questions)

    def store(self, key: str, *, is_repeated: bool) -> Activity:
        """Log it, or change what it is about. Raises as ``ActivityLog.log`` and ``correct``.

        A change whose earlier attempt (``is_repeated``) was ended after it was stored is not
        taken for another's.
        """
        told, place = self._read().content, self.entries.municipality
        if told is None or place is None:
            raise ValueError(f"a form was taken that cannot be read: {key}")
        concerns = self._concerns(told)
        if concerns:
            told = overridden(told, [each.kind for each in concerns], self.entries.reason)
        log, is_draft = self.desk.log, self.entries.is_draft
        if self.now is None:
            return log.log(key, place, told, self.person.id, draft=is_draft)
        try:
            return log.correct(
                self.now.id, self.state.version, told, self.person.id, draft=is_draft
            )
        except ChangedMeanwhile as error:
            if is_repeated and is_own(error.current, told, self.person):
                return error.current
            raise

    def _read(self) -> Read:
        goals = _goals(self.desk, self.entries.municipality, self.now)
        return read(self.entries, goals, self.now.content.overrides if self.now else ())

    def _errors(self, told: Read) -> Errors:
        """Under the inputs; what the form has no input for stands under the kind."""
        unit = names.in_place(names.ACTIVITY_UNIT, self.entries.municipality)
        has_unit = self.entries.municipality is not None and bool(
            _units(self.desk, self.entries.municipality, self.entries.unit)
        )
        errors: Errors = {}
        for each in told.problems:
            reason = say(each.reason, self.language, **each.details)
            block = each.column or names.ACTIVITY_KIND
            if block == unit and not has_unit:
                block, reason = names.ACTIVITY_KIND, say("activity-unit-missing", self.language)
            errors.setdefault(block, f"{capitalised(reason.rstrip('.'))}.")
        return errors

    def _questions(self, told: Content) -> Questions:
        return Questions(
            concerns=tuple(self._concerns(told)),
            alike=tuple(self._alike(told)),
            changed=self._changed(told),
        )

    def _concerns(self, told: Content) -> list[Concern]:
        """Of a draft, only what must not be stored at all."""
        place = self.entries.municipality or ""
        return [
            each
            for each in self.desk.log.concerns(place, told)
            if not self.entries.is_draft or each.kind is ConcernKind.PERSONAL_NUMBER
        ]

    def _alike(self, told: Content) -> list[Alike]:
        """Unless this is what was there before."""
        now, place = self.now, self.entries.municipality or ""
        if now and now.status is not Status.DRAFT and _meets_as(told, now.content):
            return []
        found = self.desk.log.duplicates(place, told, now.id if now else None)
        known = self.desk.names(place, self.language)
        return [Alike(each.id, activity_line(each, known)) for each in found[:MOST_ALIKE]]

    def _changed(self, told: Content) -> Changed | None:
        now, language = self.now, self.language
        if now is None or now.version == self.state.version:
            return None
        known = self.desk.names(now.municipality, language)
        return Changed(now, differences(now.content, told, known))

    def _is_asked(self, questions: Questions) -> bool:
        """Whether the form that was sent showed all of them."""
        shown = {*self.state.concerns}, {*self.state.alike}
        return (
            {each.kind.value for each in questions.concerns} <= shown[0]
            and {each.id for each in questions.alike} <= shown[1]
            and questions.changed is None
        )

    def _unanswered(self, questions: Questions) -> Errors | None:
        is_missing = {
            names.ACTIVITY_REASON: questions.concerns and not self.entries.reason,
            names.ACTIVITY_SEEN: questions.alike and not self.entries.is_another,
            names.ACTIVITY_READ: self.state.is_changed and not self.entries.has_read,
        }
        return {
            block: say(f"{block.replace('_', '-')}-missing", self.language)
            for block, missing in is_missing.items()
            if missing
        } or None


def is_own(current: Activity, told: Content, person: Person) -> bool:
    """Whether that is what this person stated."""
    return current.changed_by == person.id and current.content == told


def _meets_as(told: Content, before: Content) -> bool:
    """Whether the same activities could be like it."""
    return (told.partners, told.cities, told.dates) == (
        before.partners,
        before.cities,
        before.dates,
    )
