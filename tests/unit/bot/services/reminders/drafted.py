"""What the tests of broadcasts share: drafts, and desks with lower limits."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.domain.reminders.audience import Audience
from bot.domain.reminders.broadcast import Broadcast, Content
from bot.domain.reminders.schedule import Monthly, Once
from bot.services.reminders.limits import Limits
from tests.unit.bot.services.reminders.reminded import BO, Desk, content, skara

NOBODY = Audience(channels=frozenset({"C-empty"}))
DECEMBER = Once(on=date(2026, 12, 1), at=time(9))
EACH_MONTH = Monthly(day=15, at=time(9))


@pytest.fixture
def desk() -> Desk:
    desk = skara()
    desk.members.channels["C-empty"] = []
    return desk


def draft(desk: Desk, said: Content | None = None) -> Broadcast:
    return desk.use.broadcasts.draft("key", said or content(), BO)


def limited(**limits: int) -> Desk:
    """A desk with lower limits."""
    desk = skara()
    desk.limits = Limits.model_validate(limits)
    return desk.another()
