"""The use cases of people's channels, over one index and one database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.services.gaps import Gaps
from bot.services.hand_overs import HandOvers
from bot.services.index_in_use import IndexInUse
from bot.services.inquiries import Inquiries
from bot.services.ports import Storage
from bot.services.prompts import Prompts
from bot.services.retention import Retention
from bot.services.rights import Directory, Rights
from bot.services.thumbs import Thumbs


class ChannelServices:
    """Made once a process. ``kept`` is how long questions are kept."""

    def __init__(
        self,
        index: IndexInUse,
        storage: Storage,
        kept: timedelta,
        now: Callable[[], datetime],
        *,
        log_questions: bool,
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

    def rights(self, directory: Directory) -> Rights:
        """Who may do what, by the channel's directory."""
        return Rights(directory, self.storage.denials, self.now)

    def hand_overs(self, rights: Rights) -> HandOvers:
        """Hand-overs, answered by those who may."""
        return HandOvers(self.storage.hand_overs, rights, self.now)

    def gaps(self, rights: Rights) -> Gaps:
        """The gap list, for those who may see it."""
        return Gaps(self.index, self.storage.questions, self.storage.feedback, rights, self.now)
