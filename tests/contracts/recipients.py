"""What the tests of recipients share: changes, and messages that come with them."""

from __future__ import annotations

from bot.domain.reminders.dispatch import DispatchKind, NewDispatch
from bot.domain.reminders.occurrence import Occurrence, Recipient, RecipientState
from tests.contracts.reminders import first


def reminder(made: Occurrence, person: str, number: int = 1) -> NewDispatch:
    return first(person, kind=DispatchKind.REMINDER, number=number, occurrence=made.id)


def changed(each: Recipient, state: RecipientState = RecipientState.WAITING) -> Recipient:
    return each.model_copy(update={"state": state, "reminders": each.reminders + 1})
