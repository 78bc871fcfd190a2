"""The form of an activity as it was sent: what is wrong with it, what to ask first, and storing
it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.channels.slack.activity_forms import begun_with, form_view, goals_of, units_of
from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.activity_card import activity_line
from bot.channels.slack.blocks.activity_form import FormState
from bot.channels.slack.blocks.choices import option_value
from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.blocks.questions import Alike, Changed, Questions
from bot.channels.slack.desk import Desk
from bot.channels.slack.entries import Entries, typed_entries
from bot.channels.slack.entry_reading import Begun, Read, read
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.standing import changeable, content_of
from bot.domain.activities.activity import Activity, Content, Status
from bot.domain.activities.units import Unit
from bot.domain.people import Person
from bot.files.activity_fields import differences
from bot.services.activities.concerns import Concern
from bot.services.activities.overrides import overridden, require_usable
from bot.services.errors import ChangedMeanwhile
from bot.services.reports.naming import capitalised
from knowledge.errors import InvalidInput
from knowledge.texts.catalogue import say

MOST_ALIKE = 100
"""Activities that are asked about: their numbers travel in the form's metadata, which holds 3,000
characters (https://docs.slack.dev/reference/views).
"""

Errors = dict[str, str]
"""What is wrong, by the id of the input."""


@dataclass(frozen=True)
class Form:
    """A form as it was sent or changed. ``now`` is the activity that it changes, as it is by now,
    None for a new one; ``begun`` what the form began with, and ``inputs`` the ids of those it has.
    """

    desk: Desk
    person: Person
    state: FormState
    entries: Entries
    now: Activity | None
    begun: Begun
    inputs: frozenset[str]

    @classmethod
    def of(cls, desk: Desk, occasion: Occasion, person: Person) -> Form:
        """The form of a delivery. Raises ActivityGone, ActivityWithdrawn and NotYourActivity."""
        state = FormState.model_validate_json(occasion.view["private_metadata"])
        language = desk.language(person)
        if state.activity is None:
            now, begun = None, Begun.empty(language)
        else:
            now = changeable(desk, person, state.activity)
            before = content_of(desk, person, now, state.opened)
            begun = begun_with(now, before, language)
        entries = typed_entries(occasion, now.municipality if now else None, begun.entries)
        form = cls(desk, person, state, entries, now, begun, occasion.inputs)
        chosen = (each.id for each in form._units() if option_value(each.id) == entries.unit)
        unit = {"unit": next(chosen, entries.unit)}
        return replace(form, entries=entries.model_copy(update=unit))

    @property
    def language(self) -> str:
        """The person's."""
        return self.begun.language

    def shown(self) -> View:
        """The form with what fits what is chosen in it by now; what was asked stays asked."""
        if not self.state.is_asking:
            return self._view(Questions(), self.state)
        told = self._read().content
        questions = self._questions(told) if told else Questions(changed=self._changed(None))
        return self._asking(questions)

    def objection(self) -> Errors | View | None:
        """What is wrong with it, or the form again with what to look at first; None if it can be
        stored.
        """
        told = self._read()
        if self._lacks_units():
            return self.shown()
        if told.content is None or self.entries.municipality is None:
            return self._errors(told)
        if gone := self._gone():
            return gone
        questions = self._questions(told.content)
        if self._is_asked(questions):
            return self._unanswered(questions)
        return self._asking(questions)

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

    def is_stated_by(self, stored: Activity) -> bool:
        """Whether there was nothing to change: ``stored`` is the version that it is about."""
        return stored.version == self.state.version

    def _read(self) -> Read:
        goals = goals_of(self.desk, self.entries.municipality, self.now)
        overrides = self.now.content.overrides if self.now else ()
        return read(self.entries, goals, self.begun, overrides)

    def _view(self, questions: Questions, state: FormState) -> View:
        return form_view(self.desk, self.entries, state, self.now, self.language, questions)

    def _asking(self, questions: Questions) -> View:
        version = self.now.version if self.now else 0
        return self._view(questions, self.state.asking(questions, version))

    def _units(self) -> list[Unit]:
        own = self.now.content.unit if self.now else None
        return units_of(self.desk, self.entries.municipality, own)

    @property
    def _unit_input(self) -> str:
        return names.in_place(names.ACTIVITY_UNIT, self.entries.municipality)

    def _lacks_units(self) -> bool:
        """Whether it was sent before it could show the units of the municipality just chosen."""
        is_chosen = self.entries.unit is not None
        return not is_chosen and self._unit_input not in self.inputs and bool(self._units())

    def _errors(self, told: Read) -> Errors:
        """Under the inputs; what the form has no input for stands under the kind."""
        errors: Errors = {}
        for each in told.problems:
            reason = say(each.reason, self.language, **each.details)
            block = each.column or names.ACTIVITY_KIND
            if block not in self.inputs:
                is_unit = block == self._unit_input
                reason = say("activity-unit-missing", self.language) if is_unit else reason
                block = names.ACTIVITY_KIND
            errors.setdefault(block, f"{capitalised(reason.rstrip('.'))}.")
        return errors

    def _gone(self) -> Errors:
        """What was chosen while it could be, and cannot any more."""
        place = self.entries.municipality
        goals = {*goals_of(self.desk, place, self.now), *self.begun.entries.goals}
        is_gone = {
            names.ACTIVITY_KIND: self.entries.kind not in self.desk.log.kinds,
            self._unit_input: self.entries.unit not in {each.id for each in self._units()},
            names.in_place(names.ACTIVITY_GOALS, place): not {*self.entries.goals} <= goals,
        }
        return {
            block: say("activity-choice-gone", self.language)
            for block, gone in is_gone.items()
            if gone
        }

    def _questions(self, told: Content) -> Questions:
        return Questions(
            concerns=tuple(self._concerns(told)),
            alike=tuple(self._alike(told)),
            changed=self._changed(told),
        )

    def _concerns(self, told: Content) -> list[Concern]:
        place, before = self.entries.municipality or "", self.now.content if self.now else None
        return self.desk.log.concerns(place, told, before, draft=self.entries.is_draft)

    def _alike(self, told: Content) -> list[Alike]:
        """Unless this is what was there before."""
        now, place = self.now, self.entries.municipality or ""
        if now and now.status is not Status.DRAFT and _meets_as(told, now.content):
            return []
        found = self.desk.log.duplicates(place, told, now.id if now else None)
        known = self.desk.names(place, self.language)
        return [Alike(each.id, activity_line(each, known)) for each in found[:MOST_ALIKE]]

    def _changed(self, told: Content | None) -> Changed | None:
        """What was changed since the form was opened; None in ``told`` cannot be compared."""
        now = self.now
        if now is None or now.version == self.state.opened:
            return None
        known = self.desk.names(now.municipality, self.language)
        return Changed(now, differences(now.content, told, known) if told else ())

    def _is_asked(self, questions: Questions) -> bool:
        """Whether the form that was sent showed all of them."""
        shown = {*self.state.concerns}, {*self.state.alike}
        return (
            {each.kind.value for each in questions.concerns} <= shown[0]
            and {each.id for each in questions.alike} <= shown[1]
            and (
                questions.changed is None
                or questions.changed.activity.version == self.state.version
            )
        )

    def _unanswered(self, questions: Questions) -> Errors | None:
        unticked = {
            names.ACTIVITY_SEEN: bool(questions.alike) and not self.entries.is_another,
            names.ACTIVITY_READ: questions.changed is not None and not self.entries.has_read,
        }
        errors = wrong_reason(self.entries.reason, self.language) if questions.concerns else None
        told = {
            block: say(f"{block.replace('_', '-')}-missing", self.language)
            for block, is_missing in unticked.items()
            if is_missing
        }
        return {**(errors or {}), **told} or None


def wrong_reason(reason: str, language: str) -> Errors | None:
    """What is wrong with why a warning is set aside, under its input."""
    if not reason:
        return {names.ACTIVITY_REASON: say("activity-reason-missing", language)}
    try:
        require_usable(reason)
    except InvalidInput as error:
        return {names.ACTIVITY_REASON: say(error.key, language, **error.details)}
    return None


def is_own(current: Activity, told: Content, person: Person) -> bool:
    """Whether that is what this person stated; warnings that were set aside may not be needed."""
    stated = {"overrides": current.content.overrides}
    return current.changed_by == person.id and current.content == told.model_copy(update=stated)


def _meets_as(told: Content, before: Content) -> bool:
    """Whether the same activities could be like it."""
    return (told.partners, told.cities, told.dates) == (
        before.partners,
        before.cities,
        before.dates,
    )
