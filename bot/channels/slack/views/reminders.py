"""What becomes of the forms behind a reminder's buttons."""

from __future__ import annotations

from datetime import date

from bot.channels.slack.blocks import names
from bot.channels.slack.desk import Desk
from bot.channels.slack.handing_on import ask_coordinators
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.reminder_outcomes import show_outcome
from knowledge.texts.catalogue import say

ANSWERING = "answer a reminder"


def empty_reply(occasion: Occasion) -> dict[str, str] | None:
    """What is wrong with an answer of blanks only."""
    if str(occasion.typed(names.REPLY_TEXT).get("value") or "").strip():
        return None
    return {names.REPLY_TEXT: say("composer-blank", _language(occasion))}


def reply(desk: Desk, occasion: Occasion) -> None:
    """Keep an answer in words."""
    person = desk.rights.admit(occasion.person, ANSWERING)
    occurrence = _occurrence(occasion)
    text = str(occasion.typed(names.REPLY_TEXT).get("value") or "")
    desk.reminders.answers.text(occurrence, person.id, text)
    show_outcome(desk, occasion, person, occurrence)


def later(desk: Desk, occasion: Occasion) -> None:
    """Remind on the chosen day."""
    person = desk.rights.admit(occasion.person, ANSWERING)
    occurrence = _occurrence(occasion)
    day = date.fromisoformat(occasion.typed(names.LATER_DAY)["selected_date"])
    desk.reminders.answers.snooze(occurrence, person.id, day)
    show_outcome(desk, occasion, person, occurrence)


def past_day(desk: Desk, occasion: Occasion) -> dict[str, str] | None:
    """What is wrong with a day that is not to come."""
    day = str(occasion.typed(names.LATER_DAY).get("selected_date") or "")
    if day > desk.today.isoformat():
        return None
    return {names.LATER_DAY: say("later-past", _language(occasion))}


def not_me(desk: Desk, occasion: Occasion) -> None:
    """Ask a coordinator whether somebody else is to answer."""
    person = desk.rights.admit(occasion.person, ANSWERING)
    occurrence = _occurrence(occasion)
    instead = str(occasion.typed(names.INSTEAD).get("selected_user") or "")
    asked = desk.reminders.answers.not_me(occurrence, person.id, instead or None)
    show_outcome(desk, occasion, person, occurrence)
    ask_coordinators(desk, occasion, asked)


def _occurrence(occasion: Occasion) -> int:
    return int(occasion.view["private_metadata"].partition(" ")[0])


def _language(occasion: Occasion) -> str:
    return occasion.view["private_metadata"].partition(" ")[2] or "sv"
