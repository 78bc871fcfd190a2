"""What the tests of answers share: a reminder that was sent, and its record."""

from __future__ import annotations

import pytest

from bot.domain.reminders.broadcast import Escalation, EventKind, Nagging
from bot.domain.reminders.occurrence import Occurrence
from bot.services.reminders.answering import Answers
from tests.unit.bot.services.reminders.reminded import BO, Desk, content, skara

WEEKLY = Nagging(every_days=7, at_most=2)


@pytest.fixture
def desk() -> Desk:
    return skara()


@pytest.fixture
def answers(desk: Desk) -> Answers:
    return desk.use.answers


@pytest.fixture
def occurrence(desk: Desk) -> Occurrence:
    return desk.send(content(nagging=WEEKLY, escalation=Escalation(after_days=10)))


def record(desk: Desk, occurrence: Occurrence) -> list[tuple[EventKind, str | None]]:
    """What recipients did, and how it is told."""
    events = desk.use.broadcasts.record(occurrence.broadcast, BO)
    return [(each.kind, each.reason) for each in events if each.person]
