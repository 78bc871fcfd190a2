"""What coordinators are asked about broadcasts, in their channel: who is to answer instead of
somebody, and a second yes.
"""

from __future__ import annotations

from typing import NamedTuple

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.elements import actions, button, paragraph, rich
from bot.channels.slack.blocks.fitting import Message, Piece, key, message
from bot.channels.slack.blocks.reminder import (
    LONGEST_UNITS,
    content_paragraphs,
    content_pieces,
)
from bot.channels.slack.blocks.sentences import Spoken, spoken
from bot.channels.slack.blocks.text import shown
from bot.domain.reminders.broadcast import Broadcast, EventKind
from bot.domain.reminders.occurrence import Occurrence, Recipient
from bot.services.reminders.second_yes import YesRequest
from knowledge.texts.catalogue import say

_ASKED = {EventKind.CHANGED: "asked-change", EventKind.PAUSED: "asked-grown"}
"""What is asked about a broadcast that is under way."""


class Pointing(NamedTuple):
    """What a card's button is about, as its value: who has named whom instead."""

    occurrence: int
    person: str
    instead: str

    @property
    def encoded(self) -> str:
        """As a button's value."""
        return f"{self.occurrence}:{self.person}:{self.instead}"

    @classmethod
    def decoded(cls, value: str) -> Pointing:
        """Of a button's value."""
        occurrence, person, instead = value.split(":")
        return cls(int(occurrence), person, instead)


def instead_card(
    occurrence: Occurrence, recipient: Recipient, unit: str | None, language: str
) -> Message:
    """Somebody says that an occurrence is another's; with the buttons to decide."""
    told = _pointing("instead-asked", occurrence, recipient, unit, language, {})
    value = Pointing(occurrence.id, recipient.person, recipient.instead or "").encoded
    row = actions(
        [
            button(say("instead-confirm", language), names.CONFIRM_INSTEAD, value, is_primary=True),
            button(say("instead-keep", language), names.KEEP_RECIPIENT, value),
        ]
    )
    return _said(told, [key(row)], language)


def instead_settled_card(
    occurrence: Occurrence,
    recipient: Recipient,
    unit: str | None,
    language: str,
    by: str,
    *,
    is_confirmed: bool,
) -> Message:
    """The same card once ``by`` has decided; ``recipient`` as they were before."""
    how = "instead-confirmed" if is_confirmed else "instead-kept"
    return _said(_pointing(how, occurrence, recipient, unit, language, {"by": by}), [], language)


def instead_over_card(
    occurrence: Occurrence, recipient: Recipient, unit: str | None, language: str
) -> Message:
    """The same card where there is nothing to decide any more."""
    told = _pointing("instead-over", occurrence, recipient, unit, language, {})
    return _said(told, [], language)


def approval_card(request: YesRequest, when: str, language: str) -> Message:
    """A broadcast to many, its change, or one that has come to reach many, waits for another
    coordinator's yes; ``when`` says when it goes.
    """
    broadcast, asker = request.broadcast, {"person": request.broadcast.owner}
    asked = f"approval-{_ASKED.get(request.kind, 'asked')}"
    told = spoken(asked, language, asker, count=request.recipients)
    value = f"{broadcast.id}:{broadcast.version}"
    row = actions(
        [
            button(say("approval-yes", language), names.APPROVE_BROADCAST, value, is_primary=True),
            button(say("approval-no", language), names.DECLINE_BROADCAST, value),
        ]
    )
    return _card(told, broadcast, when, [key(row)], language)


def approval_settled_card(
    broadcast: Broadcast, asker: str, when: str, language: str, by: str, declined_for: str | None
) -> Message:
    """The same card once ``by`` has decided: approved, or declined for a reason; ``asker`` wanted
    it sent.
    """
    how = "approval-approved" if declined_for is None else "approval-declined"
    reason = {} if declined_for is None else {"reason": shown(declined_for, 600)}
    told = spoken(how, language, {"person": asker, "by": by}, **reason)
    return _card(told, broadcast, when, [], language)


def _pointing(
    text: str,
    occurrence: Occurrence,
    recipient: Recipient,
    unit: str | None,
    language: str,
    people: dict[str, str],
) -> Spoken:
    return spoken(
        text,
        language,
        {"person": recipient.person, "instead": recipient.instead or "", **people},
        title=occurrence.content.title,
        unit=shown(unit, LONGEST_UNITS) if unit else say("instead-no-unit", language),
    )


def _card(
    told: Spoken, broadcast: Broadcast, when: str, last: list[Piece], language: str
) -> Message:
    """The headline, the content and what comes last."""
    parts = [
        key(rich(paragraph(*told.inlines))),
        *content_pieces(broadcast.content, when, language),
    ]
    paragraphs = [told.written, *content_paragraphs(broadcast.content, when, language)]
    return message(paragraphs, [*parts, *last], language)


def _said(told: Spoken, last: list[Piece], language: str) -> Message:
    return message([told.written], [key(rich(paragraph(*told.inlines))), *last], language)
