"""What the tests of planning share: schedules, and what became of each time."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.domain.reminders.broadcast import Broadcast
from bot.domain.reminders.occurrence import OccurrenceStatus
from bot.domain.reminders.schedule import Monthly, Once
from tests.unit.bot.services.reminders.reminded import Desk, skara

EACH_MONTH = Monthly(day=15, at=time(9))
ONCE = Once(on=date(2026, 12, 1), at=time(9))


@pytest.fixture
def desk() -> Desk:
    return skara()


def statuses(desk: Desk, broadcast: Broadcast) -> list[tuple[str, OccurrenceStatus]]:
    """The occurrences by key, the latest first."""
    return [(each.key, each.status) for each in desk.occurrences(broadcast)]
