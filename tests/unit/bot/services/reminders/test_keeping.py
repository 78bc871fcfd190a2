from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta

import pytest

from bot.services.reminders.keeping import BroadcastKeeping
from tests.contracts.reminders import planned
from tests.fakes.storage import FakeDatabase

NEW_YEAR = datetime(2020, 12, 31, 23, tzinfo=UTC)
"""The first moment of 2021 in Sweden."""

TODAY = datetime(2026, 11, 22, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture
def database() -> FakeDatabase:
    made = FakeDatabase()
    planned(made, key="old", due_at=NEW_YEAR - SECOND)
    planned(made, key="kept", due_at=NEW_YEAR)
    return made


def left(database: FakeDatabase) -> int:
    return sum(
        len(database.occurrences.of_broadcast(each.id)) for each in database.broadcasts.search(None)
    )


def test_occurrences_are_kept_for_whole_years_after_theirs(database: FakeDatabase) -> None:
    keeping = BroadcastKeeping(database.broadcasts, 5, lambda: TODAY)
    assert keeping.count_old() == 1
    assert keeping.forget_old() == 1
    assert left(database) == 1
    assert keeping.count_old() == 0


def test_without_years_they_are_kept_for_good(database: FakeDatabase) -> None:
    keeping = BroadcastKeeping(database.broadcasts, None, lambda: TODAY)
    assert keeping.count_old() is None
    assert keeping.forget_old() == 0
    assert left(database) == 2


def test_they_are_removed_once_a_day(
    database: FakeDatabase, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    now = [TODAY]
    keeping = BroadcastKeeping(database.broadcasts, 5, lambda: now[0])
    assert keeping.forget_old() == 1
    planned(database, key="again", due_at=NEW_YEAR - SECOND)
    assert keeping.forget_old() == 0
    now[0] += timedelta(days=1)
    assert keeping.forget_old() == 1
    assert caplog.messages == ["1 occurrences of broadcasts were old enough to be removed"] * 2
