"""What is to be done without anybody asking: answers that did not arrive, reminders of hand-overs,
broadcasts that are due, and forgetting.
"""

from __future__ import annotations

import logging
from datetime import date, timedelta
from hashlib import sha256
from threading import Event, Thread

from bot.channels.slack.blocks import calendar_names, names
from bot.channels.slack.blocks.hand_over import hand_over_reminder_message
from bot.channels.slack.desk import Desk
from bot.channels.slack.own_deliveries import deliver
from bot.channels.slack.second_yes import ask_for_all
from bot.domain.people import is_erased
from bot.services.contacts.departures import Departures
from bot.services.ports import Inbox
from bot.services.retention import Retention
from knowledge.errors import PolicylotsenError

_log = logging.getLogger(__name__)

EVERY = timedelta(minutes=1)


class Chores:
    """Does them once in a while in a thread of its own; several processes may do so at once."""

    def __init__(self, desk: Desk, retention: Retention, inbox: Inbox) -> None:
        self._desk = desk
        self._retention = retention
        self._inbox = inbox
        contacts = desk.records.storage.contacts
        self._departures = Departures(contacts, desk.rights.look_up, self._tell_departure, desk.now)
        self._compared: tuple[str, date] | None = None
        self._stopping = Event()
        self._thread = Thread(target=self._go_round, name="chores", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End, after the round under way."""
        self._stopping.set()
        self._thread.join()

    def do(self) -> None:
        """One round; what fails is left for the next, and keeps nothing else from being done."""
        for step in (
            *(self._retention.forget, self.take_up, self.remind),
            *(self.plan, self.remind_recipients, self.plan_digests, self.end_finished),
            *(self.ask_for_yes, self.notice_departures, self.notice_drifts),
        ):
            try:
                step()
            except PolicylotsenError as error:
                _log.warning("chores are left for the next round: %s", error)
            except Exception:  # noqa: BLE001 - one bad step must not end them all
                _log.exception("chores failed")

    def plan(self) -> None:
        """Plan what is due of broadcasts. Raises StorageUnavailable."""
        self._desk.reminders.planner.plan_due()

    def remind_recipients(self) -> None:
        """Plan reminders of broadcasts and escalations. Raises StorageUnavailable."""
        self._desk.reminders.planner.remind_due()

    def plan_digests(self) -> None:
        """Plan what coordinators are told once a day. Raises StorageUnavailable."""
        self._desk.reminders.digests.plan_due()

    def end_finished(self) -> None:
        """End the broadcasts of which nothing is to come. Raises StorageUnavailable."""
        self._desk.reminders.planner.end_finished()

    def ask_for_yes(self) -> None:
        """Have the coordinators asked for the second yes that broadcasts wait for, once, also where
        they were started in the terminal. Raises StorageUnavailable.
        """
        ask_for_all(self._desk)

    def notice_departures(self) -> None:
        """Flag contacts who have left the workspace, and have the coordinators told. Raises
        ChannelUnavailable, ChannelRefused and StorageUnavailable.
        """
        self._departures.notice()

    def notice_drifts(self) -> None:
        """Have the coordinators told, once for each change, what a municipality's documents and
        register of agreements say otherwise than when it was decided. It is looked for in each new
        index and on each new day. Raises as ``DocumentsInUse.get``, and StorageUnavailable.
        """
        desk = self._desk
        compared = desk.index.get().generation, desk.calendar.today
        if desk.coordinator_channel is None or compared == self._compared:
            return
        for place in desk.records.municipalities():
            drifts = desk.calendar.drifts(place)
            marks = ",".join(sorted(f"{each.decision.handle}:{each.mark}" for each in drifts))
            if marks:
                key = f"drifts:{place}:{sha256(marks.encode()).hexdigest()}"
                self._deliver(key, calendar_names.TELL_DRIFTS, place)
        self._compared = compared

    def take_up(self) -> None:
        """Put answers that have not reached their asker into the inbox, where one process claims
        each, as if their coordinators had sent them once more; as if nobody had, where they have
        been erased since.
        """
        for handed, times in self._desk.hand_overs.undelivered():
            by = handed.answered_by or ""
            key = f"{handed.id}:delivery:{times}"
            self._deliver(key, names.DELIVER_ANSWER, handed.id, "" if is_erased(by) else by)

    def remind(self) -> None:
        """Call unanswered hand-overs to mind, below their cards."""
        desk = self._desk
        if desk.coordinator_channel is None:
            return
        for handed in desk.hand_overs.due():
            asked = desk.inquiries.find(handed.question)
            message = hand_over_reminder_message(
                handed,
                asked,
                now=desk.now(),
                mention=desk.coordinator_group,
                language=desk.house_language,
            )
            key = f"{handed.id}:reminder:{handed.reminders}"
            desk.messenger.post(desk.coordinator_channel, message, handed.card, key)

    def _tell_departure(self, person: str, noticed: date) -> None:
        if self._desk.coordinator_channel is not None:
            # Keys are kept: nobody's id stands in them.
            key = sha256(f"{person}:{noticed}".encode()).hexdigest()
            self._deliver(f"departed:{key}", names.TELL_DEPARTURE, person)

    def _deliver(self, key: str, listener: str, about: str, by: str = "") -> None:
        deliver(self._inbox, self._desk.now(), key, listener, about, by)

    def _go_round(self) -> None:
        while not self._stopping.wait(EVERY.total_seconds()):
            self.do()
