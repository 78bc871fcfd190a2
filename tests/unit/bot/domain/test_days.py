from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.domain.days import swedish_day


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 1, 31, 22, 59, tzinfo=UTC), date(2026, 1, 31)),
        (datetime(2026, 1, 31, 23, 0, tzinfo=UTC), date(2026, 2, 1)),
        (datetime(2026, 7, 31, 22, 0, tzinfo=UTC), date(2026, 8, 1)),
    ],
)
def test_the_day_begins_at_midnight_in_sweden(moment: datetime, day: date) -> None:
    assert swedish_day(moment) == day
