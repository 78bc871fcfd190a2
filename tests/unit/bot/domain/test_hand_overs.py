from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.hand_overs import REMINDERS_AFTER, HandOver
from bot.domain.questions import Venue

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
WAITING = HandOver(
    id="h",
    question="q",
    asker="U1",
    venue=Venue(channel="C1", thread="1.0", is_private=False),
    handed_over_at=START,
)
ANSWERED = WAITING.model_copy(update={"answered_at": START, "answer": "Ja.", "answered_by": "U2"})


@pytest.mark.parametrize(
    ("days", "due"), [(0, 0), (0.99, 0), (1, 1), (2.99, 1), (3, 2), (6.99, 2), (7, 3), (400, 3)]
)
def test_reminders_are_due_after_one_three_and_seven_days(days: float, due: int) -> None:
    assert WAITING.reminders_due(START + timedelta(days=days)) == due


@given(
    sent=st.integers(0, len(REMINDERS_AFTER)),
    waited=st.timedeltas(timedelta(), timedelta(days=20)),
)
def test_a_reminder_is_due_if_fewer_were_sent_than_should_have_been(
    sent: int, waited: timedelta
) -> None:
    hand_over = WAITING.model_copy(update={"reminders": sent})
    passed = len([after for after in REMINDERS_AFTER if waited >= after])
    assert hand_over.is_due(START + waited) == (sent < passed)


def test_what_is_answered_is_never_due() -> None:
    assert WAITING.is_open
    assert not ANSWERED.is_open
    assert not ANSWERED.is_due(START + timedelta(days=400))
