"""What is said of reminders: rendered for the outbox, and brought up to date after an answer."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from bot.channels.slack.blocks.digest import digest_message
from bot.channels.slack.blocks.fitting import Message
from bot.channels.slack.blocks.reminder import (
    escalation_message,
    listed_units,
    reminder_message,
    standing_message,
)
from bot.channels.slack.desk import Desk
from bot.channels.slack.errors import ChannelRefused, ChannelUnavailable
from bot.domain.reminders.dispatch import DispatchKind
from bot.domain.reminders.occurrence import Occurrence, Recipient
from bot.services.errors import Unreachable
from bot.services.reminders.ports import Outgoing

_log = logging.getLogger(__name__)


def rendered(desk: Desk, outgoing: Outgoing) -> Message:
    """A dispatch as a message, in the language of whom it is for. Raises ChannelUnavailable, and
    Unreachable for a digest to who is no coordinator any more.
    """
    dispatch = outgoing.dispatch
    language = language_of(desk, dispatch.person)
    if dispatch.kind is DispatchKind.DIGEST:
        if not desk.rights.is_coordinator(dispatch.person):
            raise Unreachable("no_coordinator")
        digest = desk.reminders.digests.digest(dispatch.person, dispatch.due_at)
        return digest_message(digest, language)
    unit = unit_names(desk, outgoing.occurrence, outgoing.recipient, language)
    if dispatch.kind is DispatchKind.ESCALATION:
        return escalation_message(outgoing, language, unit)
    return reminder_message(outgoing, language, unit)


def bring_up_to_date(desk: Desk, occurrence: int, person: str, *pressed: tuple[str, str]) -> None:
    """Let all messages of an occurrence to a person say how it stands now; also the one that was
    just ``pressed`` (its channel and timestamp), if the outbox does not know yet where it stands.
    A failure is let be: the answer holds, and whoever presses an old button is told so.
    """
    told = desk.reminders.answers.told(occurrence, person)
    if told is None:
        return
    language = language_of(desk, person)
    unit = unit_names(desk, told.occurrence, told.recipient, language)
    message = standing_message(told.occurrence, told.recipient, language, unit)
    standing = ((each.channel, each.message) for each in told.messages)
    for channel, timestamp in dict.fromkeys((*standing, *pressed)):
        try:
            desk.messenger.change(channel, timestamp, message)
        except (ChannelRefused, ChannelUnavailable) as error:
            _log.warning("a reminder keeps its buttons: %s", error)


def units_by_id(desk: Desk, municipality: str) -> Mapping[str, str]:
    """The names of a municipality's units, closed ones too."""
    return {each.id: each.name for each in desk.records.all_units(municipality)}


def unit_names(
    desk: Desk, occurrence: Occurrence | None, recipient: Recipient | None, language: str
) -> str | None:
    """The names of all units that a recipient is asked for, such as "Kultur och Västerhöjd"; None
    where it is for none.
    """
    if occurrence is None or recipient is None:
        return None
    return listed_units(recipient, units_by_id(desk, occurrence.content.municipality), language)


def language_of(desk: Desk, person: str) -> str:
    """The language in which something is said to somebody."""
    return desk.language(desk.rights.look_up(person))
