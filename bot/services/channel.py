"""The use cases of people's channels, over one index and one database."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from bot.domain.activities.kinds import Kind
from bot.services.activities.free_text import read_activity
from bot.services.gaps import Gaps
from bot.services.hand_overs import HandOvers
from bot.services.index_in_use import IndexInUse
from bot.services.inquiries import Inquiries
from bot.services.ports import Storage
from bot.services.prompts import Prompts
from bot.services.records import Records
from bot.services.reminders.limits import USUAL, Limits
from bot.services.retention import Kept, Retention
from bot.services.rights import Directory, Rights
from bot.services.thumbs import Thumbs


class ChannelServices:
    """Made once a process. ``kinds`` are the known kinds of activities by id; ``kept`` is how long
    what is kept.
    """

    def __init__(
        self,
        index: IndexInUse,
        storage: Storage,
        kinds: Mapping[str, Kind],
        kept: Kept,
        now: Callable[[], datetime],
        *,
        log_questions: bool,
        limits: Limits = USUAL,
    ) -> None:
        self.index = index
        self.storage = storage
        self.now = now
        self.inquiries = Inquiries(
            index, storage.questions, storage.settings, now, log_questions=log_questions
        )
        self.thumbs = Thumbs(storage.feedback, now)
        self.prompts = Prompts(index)
        self.retention = Retention(storage, kept, now)
        self.records = Records(index, storage, kinds, now, limits)

    def warm_up(self) -> None:
        """Load what is read of activities, which takes seconds: a form must open within three."""
        read_activity("Besök från Paris i maj", self.now().date(), self.records.kinds)
        for place in self.records.municipalities():
            for kind in self.records.kinds.values():
                self.records.policies.definition(place, kind)
                self.records.policies.rules(place, kind)

    def rights(self, directory: Directory) -> Rights:
        """Who may do what, by the channel's directory."""
        return Rights(directory, self.storage.denials, self.now)

    def hand_overs(self, rights: Rights) -> HandOvers:
        """Hand-overs, answered by those who may."""
        return HandOvers(self.storage.hand_overs, rights, self.now)

    def gaps(self, rights: Rights) -> Gaps:
        """The gap list, for those who may see it."""
        return Gaps(self.index, self.storage.questions, self.storage.feedback, rights, self.now)
