"""What becomes of the forms of activities."""

from __future__ import annotations

import logging

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.activity_card import Version, activity_view, effect_form, receipt
from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.blocks.notices import not_admitted, plain_notice
from bot.channels.slack.blocks.unsaved import unsaved_message, unsaved_view
from bot.channels.slack.desk import Desk
from bot.channels.slack.entries import Entries, typed_entries
from bot.channels.slack.errors import ChannelRefused, ChannelUnavailable
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.reminder_outcomes import show_outcome
from bot.channels.slack.sent_forms import Errors, Form, wrong_reason
from bot.channels.slack.standing import changeable
from bot.domain.activities.activity import Activity, Status
from bot.domain.people import Person
from bot.services.errors import ChangedMeanwhile, NotAdmitted
from knowledge.errors import InvalidInput
from knowledge.texts.catalogue import say

_log = logging.getLogger(__name__)


def objection(desk: Desk, occasion: Occasion) -> Errors | View | None:
    """What is wrong with an activity, or what to look at first; what was typed, where it cannot be
    stored any more.
    """
    try:
        person = desk.rights.admit(occasion.person, "log an activity")
        return Form.of(desk, occasion, person).objection()
    except InvalidInput as error:
        return unsaved_view(*_unsaved(desk, occasion, error))


def store(desk: Desk, occasion: Occasion) -> None:
    """Log an activity, or change one, and give its person a receipt."""
    try:
        person = desk.rights.admit(occasion.person, "log an activity")
        form = Form.of(desk, occasion, person)
        stored = form.store(occasion.key, is_repeated=occasion.attempts > 1)
    except InvalidInput as error:
        # It was all right when the form was sent, an instant before.
        desk.tell(occasion, unsaved_message(*_unsaved(desk, occasion, error)))
        return
    if form.is_stated_by(stored):
        _tell_unchanged(desk, occasion, person, stored)
        return
    _give_receipt(desk, occasion, person, stored, _RECEIPTS[stored.status])
    if form.state.reminder is not None and stored.status is not Status.DRAFT:
        desk.reminders.answers.logged(form.state.reminder, person.id, stored.id)
        show_outcome(desk, occasion, person, form.state.reminder)


def effect_objection(desk: Desk, occasion: Occasion) -> Errors | View | None:
    """The form again, with what is stated by now where somebody else was first, and with what to
    give a reason for; what was typed, where it cannot be stored any more.
    """
    try:
        person = desk.rights.admit(occasion.person, "change an activity")
        seen = Version.decoded(occasion.view["private_metadata"])
        now = changeable(desk, person, seen.activity)
    except InvalidInput as error:
        return unsaved_view(*_unsaved(desk, occasion, error))
    effects, reason, language = _effects(occasion), _reason(occasion), desk.language(person)
    concerns = desk.log.effect_concerns(now, effects)
    is_changed = now.version != seen.version
    if is_changed or (concerns and names.ACTIVITY_REASON not in occasion.inputs):
        known = desk.names(now.municipality, language)
        return effect_form(
            now, effects, known, is_changed=is_changed, concerns=concerns, reason=reason
        )
    return wrong_reason(reason, language) if concerns else None


def add_effect(desk: Desk, occasion: Occasion) -> None:
    """Store what an activity led to."""
    seen = Version.decoded(occasion.view["private_metadata"])
    try:
        person = desk.rights.admit(occasion.person, "change an activity")
        stored = _with_effect(desk, occasion, person, seen)
    except InvalidInput as error:
        desk.tell(occasion, unsaved_message(*_unsaved(desk, occasion, error)))
        return
    if stored.version == seen.version:
        _tell_unchanged(desk, occasion, person, stored)
        return
    _give_receipt(desk, occasion, person, stored, "activity-effect-added")


def _with_effect(desk: Desk, occasion: Occasion, person: Person, seen: Version) -> Activity:
    effects, reason = _effects(occasion), _reason(occasion)
    try:
        return desk.log.add_effect(seen.activity, seen.version, effects, person.id, reason)
    except ChangedMeanwhile as error:
        now = error.current
        is_own = now.changed_by == person.id and now.content.effects == effects
        if is_own and occasion.attempts > 1:
            return now
        raise


_RECEIPTS = {
    Status.LOGGED: "activity-logged",
    Status.DRAFT: "activity-saved-as-draft",
    Status.CORRECTED: "activity-corrected",
}


def _effects(occasion: Occasion) -> str:
    return _typed(occasion, names.activity_text("effects"))


def _reason(occasion: Occasion) -> str:
    return _typed(occasion, names.ACTIVITY_REASON)


def _typed(occasion: Occasion, block: str) -> str:
    return str(occasion.typed(block).get("value") or "").strip()


def _unsaved(
    desk: Desk, occasion: Occasion, error: InvalidInput
) -> tuple[str, dict[str, str], str]:
    """Why a form is not stored, what was typed in it, and the language to tell it in."""
    language = desk.language(desk.rights.look_up(occasion.person))
    if isinstance(error, NotAdmitted):
        why = say(not_admitted(error.standing), language)
    else:
        why = say(error.key, language, **error.details)
    entries = typed_entries(occasion, None, Entries())
    rest = {"first": entries.first, "last": entries.last, "reason": entries.reason}
    typed = {**entries.texts, **{field: text for field, text in rest.items() if text}}
    return why, typed, language


def _tell_unchanged(desk: Desk, occasion: Occasion, person: Person, same: Activity) -> None:
    language = desk.language(person)
    told = say("activity-unchanged", language, number=str(same.id))
    desk.tell(occasion, plain_notice(told, language))


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
