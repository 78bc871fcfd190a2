"""Telling a person that something did not work: calmly, never in the error's own words."""

from __future__ import annotations

import logging
from collections.abc import Callable
from uuid import uuid4

from bot.channels.slack.actions import answers, coordinators
from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.fitting import Message
from bot.channels.slack.blocks.notices import (
    Notice,
    already_answered,
    answer_kept,
    not_admitted,
    notice,
    plain_notice,
)
from bot.channels.slack.desk import NOT_INSIDE, Desk
from bot.channels.slack.errors import AnswerUndelivered, ChannelRefused, CoordinatorsRefused
from bot.channels.slack.incoming import Occasion
from bot.services.errors import AnsweredAlready, NotAdmitted
from knowledge.errors import InvalidInput, PolicylotsenError
from knowledge.texts.catalogue import say

_log = logging.getLogger(__name__)

EXPIRED = frozenset(("expired_trigger_id", "exchanged_trigger_id"))

LET_GO: dict[str, Callable[[Desk, Occasion], None]] = {
    names.SHARE: answers.give_up_sharing,
    names.HAND_OVER: coordinators.give_up_hand_over,
}
"""What a button claimed for its occasion alone, and others may do when that is given up."""


def complain(desk: Desk, occasion: Occasion, error: Exception) -> None:
    """Tell the person; what nobody foresaw is logged under the id that they are given."""
    _let_go(desk, occasion)
    try:
        desk.tell(occasion, complaint(error, _language(desk, occasion)))
    except PolicylotsenError:
        _log.exception("nobody could be told", extra={"delivery": occasion.key})


def complaint(error: Exception, language: str) -> Message:
    """What to say of an error."""
    if isinstance(error, NotAdmitted):
        return notice(not_admitted(error.standing), language)
    if isinstance(error, AnsweredAlready) and error.hand_over.answered_by:
        return already_answered(error.hand_over.answered_by, language)
    if isinstance(error, InvalidInput):
        return plain_notice(say(error.key, language, **error.details), language)
    if isinstance(error, CoordinatorsRefused):
        return notice(Notice.COORDINATORS_UNREACHABLE, language, id=_logged(error))
    if isinstance(error, AnswerUndelivered):
        return answer_kept(error.asker, _logged(error), language)
    if isinstance(error, ChannelRefused) and error.code in EXPIRED:
        return notice(Notice.PRESS_AGAIN, language)
    if isinstance(error, ChannelRefused) and error.code in NOT_INSIDE:
        return notice(Notice.NOT_IN_CHANNEL, language)
    return notice(Notice.FAILED, language, id=_logged(error))


def _logged(error: Exception) -> str:
    """The id under which the log has the error."""
    identity = uuid4().hex[:8]
    _log.error("error %s", identity, exc_info=error)
    return identity


def _let_go(desk: Desk, occasion: Occasion) -> None:
    let_go = LET_GO.get(str(occasion.action.get("action_id")))
    try:
        if let_go:
            let_go(desk, occasion)
    except PolicylotsenError:
        _log.exception("still claimed", extra={"delivery": occasion.key})


def _language(desk: Desk, occasion: Occasion) -> str:
    try:
        return desk.language(desk.rights.look_up(occasion.person))
    except PolicylotsenError:
        return "sv"
