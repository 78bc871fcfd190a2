"""What can be done with an activity: show it, change it, take it back, see what became of it."""

from __future__ import annotations

from bot.channels.slack.activity_forms import change_form, new_form
from bot.channels.slack.blocks.activity_card import (
    Version,
    activity_view,
    effect_form,
    history_view,
    receipt,
    removed_view,
)
from bot.channels.slack.blocks.fitting import Message, View
from bot.channels.slack.blocks.notices import plain_notice
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.sent_forms import Form
from bot.channels.slack.standing import changeable, version_to_act_on
from bot.domain.activities.activity import Activity
from bot.domain.people import Person
from bot.files.activity_fields import history_of
from bot.services.errors import ActivityGone, ActivityWithdrawn, ChangedMeanwhile
from knowledge.texts.catalogue import say


def open_form(desk: Desk, occasion: Occasion) -> None:
    """Open an empty form."""
    person = desk.rights.admit(occasion.person, "log an activity")
    desk.show(occasion, new_form(desk, person, occasion.channel))


def turn_form(desk: Desk, occasion: Occasion) -> None:
    """Show the form with what fits the kind or municipality that was just chosen in it."""
    person = desk.rights.admit(occasion.person, "log an activity")
    desk.turn(occasion.view["id"], Form.of(desk, occasion, person).shown())


def show(desk: Desk, occasion: Occasion) -> None:
    """Show an activity, whose number is the value; in the place of a list in a modal, since only
    three can lie on each other (https://docs.slack.dev/surfaces/modals#view_stack), and the form
    and a section may come on top.
    """
    person = desk.rights.admit(occasion.person, "see an activity")
    found = desk.log.find(int(occasion.value), person.id)
    known = desk.names(found.municipality, desk.language(person))
    view = activity_view(found, known, desk.log.roles(found, person.id))
    if occasion.view:
        desk.turn(occasion.view["id"], view)
    else:
        desk.messenger.open(occasion.trigger, view)


def change(desk: Desk, occasion: Occasion) -> None:
    """Open the form with what an activity states by now."""
    person = desk.rights.admit(occasion.person, "change an activity")
    activity = changeable(desk, person, Version.decoded(occasion.value).activity)
    desk.show(occasion, change_form(desk, person, activity))


def add_effect(desk: Desk, occasion: Occasion) -> None:
    """Open the form for what an activity led to."""
    person = desk.rights.admit(occasion.person, "change an activity")
    found = changeable(desk, person, Version.decoded(occasion.value).activity)
    known = desk.names(found.municipality, desk.language(person))
    desk.show(occasion, effect_form(found, found.content.effects, known))


def show_history(desk: Desk, occasion: Occasion) -> None:
    """Show who changed an activity when, and what it stated before."""
    person = desk.rights.admit(occasion.person, "see an activity's history")
    identity = Version.decoded(occasion.value).activity
    changes = desk.log.history(identity, person.id)
    found = desk.log.find(identity, person.id)
    known = desk.names(found.municipality, desk.language(person))
    history = history_of(changes, found.content, known)
    desk.show(occasion, history_view(found, history, known))


def withdraw(desk: Desk, occasion: Occasion) -> None:
    """Take an activity back as its person saw it, or has changed it themselves since, and show it
    so where they pressed; of a draft, that it is removed.
    """
    person = desk.rights.admit(occasion.person, "withdraw an activity")
    seen = Version.decoded(occasion.value)
    try:
        withdrawn = _withdrawn(desk, person, seen)
    except ActivityWithdrawn:
        withdrawn = desk.log.find(seen.activity, person.id)
        if occasion.attempts == 1 or withdrawn.changed_by != person.id:
            raise
    except ActivityGone:
        if occasion.attempts == 1:
            raise
        withdrawn = None
    except ChangedMeanwhile as error:
        _tell_changed(desk, occasion, person, error)
        return
    if withdrawn is None:
        _show_removed(desk, occasion, desk.language(person), seen.activity)
        return
    known = desk.names(withdrawn.municipality, desk.language(person))
    roles = desk.log.roles(withdrawn, person.id)
    said = known.say("activity-withdrawn", number=str(withdrawn.id))
    told = receipt(said, withdrawn, known, roles)
    _show_instead(desk, occasion, told, activity_view(withdrawn, known, roles))


def _show_removed(desk: Desk, occasion: Occasion, language: str, number: int) -> None:
    said = say("activity-draft-removed", language, number=str(number))
    view = removed_view(number, said, language)
    _show_instead(desk, occasion, plain_notice(said, language), view)


def _show_instead(desk: Desk, occasion: Occasion, told: Message, view: View) -> None:
    """Where a button was pressed, what became of it; to who closed the modal, in a message."""
    if occasion.response_url:
        desk.messenger.respond(occasion.response_url, told, replaces=True)
    elif not desk.turn(occasion.view["id"], view):
        desk.tell(occasion, told)


def _withdrawn(desk: Desk, person: Person, seen: Version) -> Activity | None:
    try:
        return desk.log.withdraw(seen.activity, seen.version, person.id, None)
    except ChangedMeanwhile:
        version = version_to_act_on(desk, person, seen.activity, seen.version)
        if version == seen.version:
            raise
        return desk.log.withdraw(seen.activity, version, person.id, None)


def _tell_changed(desk: Desk, occasion: Occasion, person: Person, error: ChangedMeanwhile) -> None:
    """Tell calmly what an activity states by now, since somebody else was first."""
    known = desk.names(error.current.municipality, desk.language(person))
    roles = desk.log.roles(error.current, person.id)
    said = known.say(error.key, **error.details)
    desk.tell(occasion, receipt(said, error.current, known, roles))
