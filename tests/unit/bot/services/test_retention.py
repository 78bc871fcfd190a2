from __future__ import annotations

import logging
from datetime import datetime, timedelta

import pytest

from bot.domain.activities.activity import ChangeKind, Content, Status
from bot.domain.activities.dates import day
from bot.domain.hand_overs import HandOver
from bot.domain.questions import Feedback, Verdict
from bot.services.activities.ports import Doing, Query
from bot.services.ports import Delivery, Denial
from bot.services.retention import DELIVERIES, Kept, Overdue, Retention
from tests.contracts.reminders import planned
from tests.fakes.storage import FakeDatabase
from tests.unit.bot.services.asked import START, logged

KEPT = timedelta(days=30)
SECOND = timedelta(seconds=1)


@pytest.fixture
def database() -> FakeDatabase:
    return FakeDatabase()


def forget(database: FakeDatabase, activity_years: int | None = None) -> None:
    Retention(database, Kept(KEPT, activity_years), lambda: START).forget()


def deliver(database: FakeDatabase, key: str, done_at: datetime | None) -> None:
    delivery = Delivery(
        key=key, listener="mention", body={}, received_at=START - 90 * KEPT, attempts=1
    )
    assert database.inbox.accept(delivery, START)
    if done_at:
        database.inbox.done(key, done_at)


def known(database: FakeDatabase, key: str) -> bool:
    delivery = Delivery(key=key, listener="mention", body={}, received_at=START, attempts=1)
    return not database.inbox.accept(delivery, START)


def test_questions_are_kept_as_long_as_set_and_not_longer(database: FakeDatabase) -> None:
    database.questions.add(logged("kept", at=START - KEPT))
    database.questions.add(logged("old", at=START - KEPT - SECOND))
    forget(database)
    assert [each.text for each in database.questions.since(START - 9 * KEPT)] == ["kept"]


def test_what_belongs_to_a_question_goes_with_it(database: FakeDatabase) -> None:
    old = logged("old", at=START - KEPT - SECOND)
    database.questions.add(old)
    thumb = Feedback(question=old.id, person="U1", verdict=Verdict.UP, given_at=START)
    database.feedback.give(thumb)
    database.hand_overs.open(
        HandOver(id="h", question=old.id, asker="U1", venue=old.venue, handed_over_at=START)
    )
    forget(database)
    assert database.feedback.on([old.id]) == []
    assert database.hand_overs.find("h") is None


def test_denials_are_kept_as_long_as_questions(database: FakeDatabase) -> None:
    for action, at in (("kept", START - KEPT), ("old", START - KEPT - SECOND)):
        database.denials.add(Denial(person="U1", action=action, reason="guest", at=at))
    forget(database)
    assert [each.action for each in database.denials.since(START - 9 * KEPT)] == ["kept"]


def test_keys_of_deliveries_are_kept_a_week_after_they_were_done(database: FakeDatabase) -> None:
    deliver(database, "kept", START - DELIVERIES)
    deliver(database, "old", START - DELIVERIES - SECOND)
    forget(database)
    assert known(database, "kept")
    assert not known(database, "old")


def test_a_delivery_that_is_not_done_is_never_forgotten(database: FakeDatabase) -> None:
    deliver(database, "waiting", None)
    forget(database)
    assert database.inbox.waiting() == 1


def test_how_many_questions_were_forgotten_is_in_the_log(
    database: FakeDatabase, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    forget(database)
    assert caplog.records == []
    database.questions.add(logged("hemlig", at=START - KEPT - SECOND))
    forget(database)
    assert caplog.messages == ["1 questions were old enough to be forgotten"]


def add_old_activity(database: FakeDatabase) -> None:
    ended = day((START - timedelta(days=365 * 7)).date())
    content = Content(kind="eu_project", title="old", dates=ended, unit="ks")
    doing = Doing(kind=ChangeKind.LOGGED, by="U1", at=START)
    database.activities.add("key", "Skövde", content, Status.LOGGED, doing)


def test_what_would_be_removed_is_told_before_it_is(database: FakeDatabase) -> None:
    retention = Retention(database, Kept(KEPT, 5), lambda: START)
    assert retention.overdue().is_nothing
    add_old_activity(database)
    database.questions.add(logged("old", at=START - KEPT - SECOND))
    database.questions.add(logged("kept", at=START - KEPT))
    denied_at = START - KEPT - SECOND
    database.denials.add(Denial(person="U1", action="old", reason="guest", at=denied_at))
    planned(database, due_at=START - timedelta(days=365 * 7))
    assert retention.overdue() == Overdue(activities=1, occurrences=1, questions=1, denials=1)
    assert [each.content.title for each in retention.old_activities(9)] == ["old"]
    retention.forget()
    assert retention.overdue().is_nothing
    assert retention.old_activities(9) == []


def test_activities_that_are_kept_for_good_are_not_counted(database: FakeDatabase) -> None:
    add_old_activity(database)
    retention = Retention(database, Kept(KEPT), lambda: START)
    assert retention.overdue() == Overdue(activities=None, occurrences=None, questions=0, denials=0)
    assert retention.old_activities(9) == []


@pytest.mark.parametrize(("years", "left"), [(None, 1), (5, 0)])
def test_activities_are_kept_as_long_as_set(
    database: FakeDatabase, years: int | None, left: int
) -> None:
    add_old_activity(database)
    forget(database, years)
    assert database.activities.count(Query()) == left
