"""What becomes of the forms of activities."""

from __future__ import annotations

import logging

from bot.channels.slack.actions.activities import tell_changed
from bot.channels.slack.activity_forms import Errors, Form
from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.activity_card import Version, activity_view, effect_form, receipt
from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.desk import Desk
from bot.channels.slack.errors import ChannelRefused, ChannelUnavailable
from bot.channels.slack.incoming import Occasion
from bot.domain.activities.activity import Activity, Status
from bot.domain.people import Person
from bot.services.errors import ChangedMeanwhile, NotAdmitted
from knowledge.errors import InvalidInput

_log = logging.getLogger(__name__)


def objection(desk: Desk, occasion: Occasion) -> Errors | View | None:
    """What is wrong with an activity, or what to look at first. Who may not log at all, or not
    change this, is told by ``store``.
    """
    try:
        person = desk.rights.admit(occasion.person, "log an activity")
        return Form.of(desk, occasion, person).objection()
    except (NotAdmitted, InvalidInput):
        return None


def store(desk: Desk, occasion: Occasion) -> None:
    """Log an activity, or change one, and give its person a receipt."""
    person = desk.rights.admit(occasion.person, "log an activity")
    form = Form.of(desk, occasion, person)
    try:
        stored = form.store(occasion.key, is_repeated=occasion.attempts > 1)
    except ChangedMeanwhile as error:
        tell_changed(desk, occasion, person, error)
        return
    _give_receipt(desk, occasion, person, stored, _RECEIPTS[stored.status])


def effect_objection(desk: Desk, occasion: Occasion) -> View | None:
    """The form again, with what is stated by now, where somebody else was first."""
    try:
        person = desk.rights.admit(occasion.person, "change an activity")
        seen = Version.decoded(occasion.view["private_metadata"])
        now = desk.log.find(seen.activity, person.id)
    except (NotAdmitted, InvalidInput):
        return None
    if now.version == seen.version:
        return None
    known = desk.names(now.municipality, desk.language(person))
    return effect_form(now, _effects(occasion), known, is_changed=True)


def add_effect(desk: Desk, occasion: Occasion) -> None:
    """Store what an activity led to."""
    person = desk.rights.admit(occasion.person, "change an activity")
    seen = Version.decoded(occasion.view["private_metadata"])
    effects = _effects(occasion)
    try:
        stored = desk.log.add_effect(seen.activity, seen.version, effects, person.id)
    except ChangedMeanwhile as error:
        is_stored = error.current.content.effects == effects and occasion.attempts > 1
        if not is_stored or error.current.changed_by != person.id:
            tell_changed(desk, occasion, person, error)
            return
        stored = error.current
    _give_receipt(desk, occasion, person, stored, "activity-effect-added")


_RECEIPTS = {
    Status.LOGGED: "activity-logged",
    Status.DRAFT: "activity-saved-as-draft",
    Status.CORRECTED: "activity-corrected",
}


def _effects(occasion: Occasion) -> str:
    return str(occasion.typed(names.activity_text("effects")).get("value") or "").strip()


def _give_receipt(
    desk: Desk, occasion: Occasion, person: Person, stored: Activity, told: str
) -> None:
    """In the conversation with its person, where it can be found again, once."""
    known = desk.names(stored.municipality, desk.language(person))
    said = known.say(told, number=str(stored.id))
    message = receipt(said, stored, known, desk.log.roles(stored, person.id))
    direct = desk.messenger.direct(person.id)
    desk.post_once(occasion, direct, message, None, f"{occasion.key}:receipt")
    below = occasion.view.get("previous_view_id")
    if below:
        _turn_below(desk, below, activity_view(stored, known, desk.log.roles(stored, person.id)))


def _turn_below(desk: Desk, below: str, view: View) -> None:
    """Show by now what the modal below the form shows, which is the activity. That it may have
    been closed meanwhile is let be.
    """
    try:
        desk.messenger.turn(below, view)
    except (ChannelRefused, ChannelUnavailable) as error:
        _log.info("the activity below is not shown anew: %s", error)
