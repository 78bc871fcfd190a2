"""Reminding those who have not answered, and telling others of them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.domain.days import swedish_day
from bot.domain.reminders.broadcast import Event, EventKind
from bot.domain.reminders.dispatch import (
    UNDER_WAY,
    Dispatch,
    DispatchKind,
    DispatchState,
    NewDispatch,
)
from bot.domain.reminders.occurrence import Occurrence, Recipient, RecipientState
from bot.domain.reminders.postponing import next_reminder
from bot.domain.reminders.working_time import WorkingTime
from bot.services.errors import StorageUnavailable
from bot.services.reminders.leaders import Leaders
from bot.services.reminders.ports import OccurrenceBook, Outbox, Turn
from bot.services.reminders.reminding import (
    ASKING,
    drop_at,
    is_too_late,
    may_send,
    remind_again_at,
    soon,
)
from knowledge.errors import PolicylotsenError

_log = logging.getLogger(__name__)

AT_ONCE = 500
"""Recipients that are read at once."""


class Nagging:
    """Each step may be repeated, and done by several processes at once: it holds for a recipient as
    they were.
    """

    def __init__(
        self,
        occurrences: OccurrenceBook,
        outbox: Outbox,
        leaders: Leaders,
        working_time: WorkingTime,
        now: Callable[[], datetime],
    ) -> None:
        self._occurrences = occurrences
        self._outbox = outbox
        self._leaders = leaders
        self._working_time = working_time
        self._now = now

    def remind_due(self) -> int:
        """Plan the reminders and escalations that are due; how many. Everybody has one turn. Those
        of whom the channel cannot tell now who leads their unit wait for another time.
        """
        planned, heard = 0, dict[int, dict[str, _Heard]]()
        # What is put off to a later moment than this is not read again.
        now, after = self._now(), None
        while due := self._occurrences.to_remind(now, AT_ONCE, after):
            planned += sum(self._tried(occurrence, each, heard) for occurrence, each in due)
            _, last = due[-1]
            after = Turn(last.turn_at or now, last.occurrence, last.person)
        return planned

    def _tried(
        self, occurrence: Occurrence, each: Recipient, heard: dict[int, dict[str, _Heard]]
    ) -> int:
        try:
            return self._turn(occurrence, each, heard)
        except StorageUnavailable:
            raise
        except PolicylotsenError as error:
            _log.warning("a recipient of occurrence %d waits: %s", occurrence.id, error)
        except Exception:  # noqa: BLE001 - one of whom nothing is known must not keep the others
            _log.exception("a recipient of occurrence %d waits", occurrence.id)
        return 0

    def _turn(
        self, occurrence: Occurrence, each: Recipient, heard: dict[int, dict[str, _Heard]]
    ) -> int:
        """How many messages there are for one recipient."""
        now, due_at = self._now(), each.turn_at
        if due_at is None or not may_send(now, due_at, self._working_time):
            return 0
        if occurrence.id not in heard:
            dispatches = self._outbox.of_occurrence(occurrence.id)
            heard[occurrence.id] = _heard(dispatches, now)
        last = heard[occurrence.id].get(each.person, _Heard())
        if each.remind_at is not None and each.remind_at <= now:
            return self._remind(occurrence, each, each.remind_at, last)
        return self._escalate(occurrence, each, due_at, last)

    def _remind(
        self, occurrence: Occurrence, each: Recipient, due_at: datetime, last: _Heard
    ) -> int:
        content, now = occurrence.content, self._now()
        nagging = content.nagging
        is_asked_for = each.state is RecipientState.SNOOZED
        if last.is_in_vain and not is_asked_for:
            return self._change(occurrence, each, {"remind_at": None}, EventKind.NOT_REMINDED)
        if nagging and last.at and not is_asked_for and _is_fresh(last.at, nagging.every_days, now):
            # The message before came late, or has not gone out yet.
            later = next_reminder(last.at, nagging.every_days, self._working_time)
            return self._change(occurrence, each, {"remind_at": later}, EventKind.RESCHEDULED)
        number = each.reminders + 1
        begin = soon(now, self._working_time) if is_too_late(now, due_at) else due_at
        again_at = remind_again_at(content, number, begin, self._working_time)
        after = {"state": RecipientState.WAITING, "reminders": number, "remind_at": again_at}
        message = NewDispatch(
            kind=DispatchKind.REMINDER,
            person=each.person,
            due_at=due_at,
            occurrence=occurrence.id,
            number=number,
            drop_at=drop_at(content, due_at, self._working_time),
        )
        return self._change(occurrence, each, after, EventKind.REMINDED, message)

    def _escalate(
        self, occurrence: Occurrence, each: Recipient, due_at: datetime, last: _Heard
    ) -> int:
        content, now = occurrence.content, self._now()
        escalation = content.escalation
        if escalation is None:
            return self._change(occurrence, each, {"escalate_at": None}, EventKind.RESCHEDULED)
        if last.at is None:
            # Who never got a message has left nothing unanswered.
            return self._change(occurrence, each, {"escalate_at": None}, EventKind.NOT_REACHED)
        is_first = each.reminders == 0 or not last.has_arrived
        if is_first and _is_fresh(last.at, escalation.after_days, now):
            later = next_reminder(last.at, escalation.after_days, self._working_time)
            return self._change(occurrence, each, {"escalate_at": later}, EventKind.RESCHEDULED)
        leader = self._leaders.of(
            content.municipality, each.unit, escalation.roles, swedish_day(now), but=each.person
        )
        if leader is None:
            return self._change(occurrence, each, {"escalate_at": None}, EventKind.NOBODY_TO_TELL)
        message = NewDispatch(
            kind=DispatchKind.ESCALATION,
            person=leader,
            about=each.person,
            due_at=due_at,
            occurrence=occurrence.id,
            drop_at=drop_at(content, due_at, self._working_time),
        )
        return self._change(occurrence, each, {"escalate_at": None}, EventKind.ESCALATED, message)

    def _change(
        self,
        occurrence: Occurrence,
        each: Recipient,
        update: dict[str, object],
        kind: EventKind,
        message: NewDispatch | None = None,
    ) -> int:
        """How many messages go out because of it: none if somebody else was faster."""
        event = Event(
            broadcast=occurrence.broadcast,
            kind=kind,
            at=self._now(),
            occurrence=occurrence.id,
            person=each.person,
        )
        messages = [message] if message else []
        is_changed = self._occurrences.change(each, each.model_copy(update=update), event, messages)
        return len(messages) if is_changed else 0


class _Heard(NamedTuple):
    """Of the messages that ask somebody: when the last arrived (now where one is still under way),
    whether any has arrived, and whether the latest never will.
    """

    at: datetime | None = None
    has_arrived: bool = False
    is_in_vain: bool = False


def _heard(dispatches: Iterable[Dispatch], now: datetime) -> dict[str, _Heard]:
    """By person, of an occurrence's dispatches by id."""
    heard: dict[str, _Heard] = {}
    for each in dispatches:
        if each.kind in ASKING:
            before = heard.get(each.person, _Heard())
            moment = now if each.state in UNDER_WAY else each.sent_at
            heard[each.person] = _Heard(
                at=max((m for m in (before.at, moment) if m), default=None),
                has_arrived=before.has_arrived or each.sent_at is not None,
                is_in_vain=each.state is DispatchState.FAILED,
            )
    return heard


def _is_fresh(last: datetime, days: int, now: datetime) -> bool:
    """Whether the last message came less than so many days ago."""
    return swedish_day(last) + timedelta(days=days) > swedish_day(now)
