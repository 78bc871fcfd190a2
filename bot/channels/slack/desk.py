"""What the handlers work with, and how they speak to the person they serve."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.channels.slack.blocks.fitting import Message, View
from bot.channels.slack.blocks.notices import Notice, notice
from bot.channels.slack.errors import ChannelRefused
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.messenger import Messenger, SharedFile
from bot.channels.slack.metrics import Metrics
from bot.domain.days import swedish_day
from bot.domain.people import Person, Standing
from bot.services.activities.log import ActivityLog
from bot.services.calendar.duties import DutiesCalendar
from bot.services.contacts.importing import ContactImporting
from bot.services.contacts.register import Contacts
from bot.services.gaps import Gaps
from bot.services.hand_overs import HandOvers
from bot.services.index_in_use import IndexInUse
from bot.services.inquiries import Inquiries
from bot.services.ports import SettingsBook
from bot.services.prompts import Prompts
from bot.services.records import Records
from bot.services.reminders.use_cases import Reminders
from bot.services.reports.making import Reports
from bot.services.reports.naming import Names
from bot.services.rights import Rights
from bot.services.thumbs import Thumbs

_log = logging.getLogger(__name__)

NOT_INSIDE = frozenset(("not_in_channel", "channel_not_found", "user_not_in_channel"))
"""Slack's words for a channel that the assistant has not been invited to."""

USED_UP = frozenset(("expired_url", "used_url"))
"""Slack's words for a response_url after thirty minutes or five uses."""

CLOSED = "not_found"
"""Slack's word for a modal that is not open any more
(https://docs.slack.dev/reference/methods/views.update).
"""


@dataclass(frozen=True)
class Desk:
    """The services and the messenger.

    ``coordinator_channel`` is None if hand-overs are off, ``coordinator_group`` whom to mention
    there; ``groups`` are the names of the workspace's user groups by id, none where they cannot be
    seen, and ``house_language`` is what is spoken where no single person is spoken to;
    ``calendar_base`` is what the addresses of calendars begin with, None without subscriptions.
    """

    inquiries: Inquiries
    hand_overs: HandOvers
    thumbs: Thumbs
    gaps: Gaps
    prompts: Prompts
    records: Records
    log: ActivityLog
    reports: Reports
    reminders: Reminders
    rights: Rights
    settings: SettingsBook
    index: IndexInUse
    messenger: Messenger
    metrics: Metrics
    now: Callable[[], datetime]
    groups: Callable[[], Mapping[str, str]]
    coordinator_channel: str | None
    coordinator_group: str | None
    house_language: str
    calendar_base: str | None = None

    def language(self, person: Person) -> str:
        """The language of what is said to a person: chosen, else that of their client."""
        return self.settings.preferences(person.id).language or person.language

    def names(self, municipality: str, language: str) -> Names:
        """The names of what the municipality's activities hold ids of."""
        return Names(language, self.records.all_units(municipality), self.records.kinds)

    @property
    def contacts(self) -> Contacts:
        """The contacts of units."""
        return self.records.contacts(self.rights)

    @property
    def contact_importing(self) -> ContactImporting:
        """Importing them."""
        return self.records.contact_importing(self.rights)

    @property
    def calendar(self) -> DutiesCalendar:
        """The duties' calendar."""
        return self.records.calendar(self.rights, self.house_language)

    @property
    def today(self) -> date:
        """The day in Sweden."""
        return swedish_day(self.now())

    def tell(self, occasion: Occasion, message: Message) -> None:
        """Say something to the person only, in the place where they are; in their own conversation
        where it is too late for that.
        """
        if occasion.response_url:
            self._respond(occasion, occasion.response_url, message)
        elif occasion.is_direct:
            thread = occasion.thread or occasion.message or None
            self.messenger.post(occasion.channel, message, thread, f"{occasion.key}:told")
        elif occasion.channel:
            self.messenger.whisper(occasion.channel, occasion.person, message, occasion.thread)
        else:
            self.messenger.post(occasion.person, message, None, f"{occasion.key}:told")

    def _respond(self, occasion: Occasion, response_url: str, message: Message) -> None:
        try:
            self.messenger.respond(response_url, message, occasion.thread)
        except ChannelRefused as error:
            if error.code not in USED_UP:
                raise
            self.messenger.post(occasion.person, message, None, f"{occasion.key}:told")

    def conversation_with(self, person: str) -> str | None:
        """The channel of the conversation with somebody; None where they cannot be reached here, as
        who did something at the terminal, or has left. Raises ChannelUnavailable.
        """
        try:
            if self.rights.look_up(person).standing is Standing.STRANGER:
                return None
            return self.messenger.direct(person)
        except ChannelRefused as error:
            _log.warning("cannot be reached: %s", error.code, extra={"person": person})
            return None

    def show(self, occasion: Occasion, view: View) -> None:
        """Open a modal; on top of the one that the occasion comes from, if it does."""
        if occasion.view.get("type") == "modal":
            self.messenger.push(occasion.trigger, view)
        else:
            self.messenger.open(occasion.trigger, view)

    def turn(self, view_id: str, view: View) -> bool:
        """Replace what a modal shows; whether its person had it open still."""
        try:
            self.messenger.turn(view_id, view)
        except ChannelRefused as error:
            if error.code != CLOSED:
                raise
            _log.info("closed meanwhile: %s", view.payload["callback_id"])
            return False
        return True

    def post_once(
        self, occasion: Occasion, channel: str, message: Message, thread: str | None, key: str
    ) -> str:
        """Post a message unless an earlier attempt of the occasion did; its timestamp."""
        earlier = self._posted(channel, thread, key) if occasion.attempts > 1 else None
        return earlier or self.messenger.post(channel, message, thread, key)

    def _posted(self, channel: str, thread: str | None, key: str) -> str | None:
        """What an earlier attempt posted; None also where we may not read what was said, as in
        conversations of several: to tell it twice is better than not at all.
        """
        try:
            return self.messenger.posted(channel, thread, key)
        except ChannelRefused as error:
            _log.warning("cannot be read back: %s", error.code)
            return None

    def share_once(
        self, occasion: Occasion, channel: str, thread: str, files: Sequence[SharedFile], said: str
    ) -> None:
        """Share files in a thread unless an earlier attempt of the occasion did. They carry no key,
        so that any files there count.
        """
        if occasion.attempts == 1 or not self.messenger.has_files(channel, thread):
            self.messenger.share(channel, thread, files, said)

    def tell_in_thread(self, occasion: Occasion, message: Message, thread: str) -> None:
        """Say something to the person only, in a thread; beside it where we are not inside."""
        try:
            self.messenger.whisper(occasion.channel, occasion.person, message, thread)
        except ChannelRefused as error:
            if error.code not in NOT_INSIDE or not occasion.response_url:
                raise
            self.messenger.respond(occasion.response_url, message, thread)

    def notify(
        self, occasion: Occasion, person: Person, what: Notice, channel: str, thread: str | None
    ) -> None:
        """Show a notice to a person in a channel, though the occasion comes from a form; in their
        own conversation where we are not inside.
        """
        message = notice(what, self.language(person))
        try:
            self.messenger.whisper(channel, person.id, message, thread)
        except ChannelRefused as error:
            if error.code not in NOT_INSIDE:
                raise
            self.tell(occasion, message)
