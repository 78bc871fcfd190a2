"""What becomes of the forms of the calendar."""

from __future__ import annotations

from bot.channels.slack.blocks import calendar_names
from bot.channels.slack.blocks.calendar import Deciding
from bot.channels.slack.blocks.fitting import Message
from bot.channels.slack.blocks.notices import plain_notice
from bot.channels.slack.calendar_pages import accepted, turn_below
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.sent_forms import Errors
from bot.domain.people import Person
from bot.services.activities.overrides import require_usable
from bot.services.calendar.wording import what
from bot.services.errors import RejectionUnexplained
from knowledge.errors import InvalidInput
from knowledge.texts.catalogue import say


def wrong_time(desk: Desk, occasion: Occasion) -> Errors | None:
    """What is wrong with the time."""
    try:
        desk.calendar.read_time(_typed(occasion, calendar_names.WHEN))
    except InvalidInput as error:
        return {calendar_names.WHEN: _said(desk, occasion, error)}
    return None


def accept(desk: Desk, occasion: Occasion) -> None:
    """Accept a proposal with the time that was chosen."""
    person = desk.rights.admit(occasion.person, "decide on a proposal")
    deciding = Deciding.model_validate_json(occasion.view["private_metadata"])
    schedule = desk.calendar.read_time(_typed(occasion, calendar_names.WHEN))
    decision = desk.calendar.accept(
        deciding.shown.municipality,
        deciding.handle,
        person.id,
        seen=deciding.seen,
        schedule=schedule,
    )
    _tell(desk, occasion, person, accepted(desk, decision, desk.language(person)))
    turn_below(desk, occasion, person, deciding.shown)


def wrong_reason(desk: Desk, occasion: Occasion) -> Errors | None:
    """What is wrong with the reason."""
    try:
        reason = _typed(occasion, calendar_names.WHY)
        if not reason:
            raise RejectionUnexplained("no reason")
        require_usable(reason)
    except InvalidInput as error:
        return {calendar_names.WHY: _said(desk, occasion, error)}
    return None


def reject(desk: Desk, occasion: Occasion) -> None:
    """Reject a proposal."""
    person = desk.rights.admit(occasion.person, "decide on a proposal")
    deciding = Deciding.model_validate_json(occasion.view["private_metadata"])
    place, reason = deciding.shown.municipality, _typed(occasion, calendar_names.WHY)
    decision = desk.calendar.reject(place, deciding.handle, person.id, reason, seen=deciding.seen)
    language = desk.language(person)
    said = say("slack-calendar-rejected", language, what=what(decision.proposal, language))
    _tell(desk, occasion, person, plain_notice(said, language))
    turn_below(desk, occasion, person, deciding.shown)


def _tell(desk: Desk, occasion: Occasion, person: Person, message: Message) -> None:
    direct = desk.messenger.direct(person.id)
    desk.post_once(occasion, direct, message, None, f"{occasion.key}:told")


def _typed(occasion: Occasion, block: str) -> str:
    return str(occasion.typed(block).get("value") or "").strip()


def _said(desk: Desk, occasion: Occasion, error: InvalidInput) -> str:
    language = desk.language(desk.rights.look_up(occasion.person))
    return say(error.key, language, **error.details)
