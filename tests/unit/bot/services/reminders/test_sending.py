from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.reminders.dispatch import Dispatch, DispatchState
from bot.domain.reminders.working_time import WorkingTime
from bot.services.errors import InDoubt, NotMade, NotSent, StorageUnavailable, Unreachable
from bot.services.reminders.ports import Outgoing
from bot.services.reminders.sending import LEASE, Sender, loading
from tests.contracts import reminders
from tests.fakes.storage import FakeDatabase
from tests.unit.bot.services.reminders.sent import MONDAY, Clocks, Scene


def test_what_is_due_is_sent_and_where_it_stands_is_kept() -> None:
    scene = Scene("U1")
    assert scene.sender.send_some() == 1
    assert scene.state == DispatchState.SENT
    assert (scene.only.channel, scene.only.message) == ("D1", "0.1")
    assert scene.only.sent_at == MONDAY
    assert scene.sender.send_some() == 0


def test_what_was_refused_waits_as_long_as_the_channel_says() -> None:
    scene = Scene("U1")
    scene.post.errors.append(NotSent("too fast", timedelta(seconds=30)))
    scene.sender.send_some()
    assert scene.state == DispatchState.WAITING
    pause = (scene.only.not_before - MONDAY).total_seconds()
    assert 30 <= pause <= 33
    scene.clocks.pass_(seconds=34)
    scene.sender.send_some()
    assert scene.state == DispatchState.SENT


def test_what_was_claimed_is_given_back_while_the_channel_asks_to_wait() -> None:
    scene = Scene("U1", "U2", "U3")
    scene.post.errors.append(NotSent("too fast", timedelta(seconds=30)))
    assert scene.sender.send_some() == 3
    assert len(scene.post.tried) == 1
    assert not scene.sender.may_send
    assert scene.sender.send_some() == 0
    elsewhere = scene.another_sender(scene.clocks)
    assert elsewhere.send_some() == 2


def test_what_we_cannot_make_ourselves_holds_back_nobody_else() -> None:
    scene = Scene("U1", "U2")
    scene.post.errors.append(NotMade("not rendered"))
    assert scene.sender.send_some() == 2
    assert [each.state.value for each in scene.outbox.every()] == ["waiting", "sent"]
    assert scene.sender.may_send


def test_pauses_grow_with_attempts_and_end_with_success() -> None:
    scene = Scene("U1")
    pauses = []
    for _ in range(6):
        scene.post.errors.append(NotSent("away"))
        scene.sender.send_some()
        pauses.append(scene.only.not_before - scene.clocks.at)
        scene.clocks.pass_(minutes=2)
    assert pauses == sorted(pauses)
    assert pauses[0] <= timedelta(seconds=2) < timedelta(seconds=20) < pauses[-1]
    scene.sender.send_some()
    assert scene.state == DispatchState.SENT


def test_who_cannot_be_reached_is_told_with_the_reason_and_never_tried_again() -> None:
    scene = Scene("U1")
    scene.post.errors.append(Unreachable("user_not_found"))
    scene.sender.send_some()
    assert (scene.only.state, scene.only.failure) == (DispatchState.FAILED, "user_not_found")
    scene.clocks.pass_(days=1)
    assert scene.sender.send_some() == 0


@pytest.mark.parametrize("error", [InDoubt("no answer"), RuntimeError("broken"), OSError("line")])
def test_what_may_have_arrived_is_not_sent_again_before_it_was_looked_for(
    error: Exception,
) -> None:
    scene = Scene("U1")
    scene.post.errors.append(error)
    scene.sender.send_some()
    assert scene.state == DispatchState.SENDING
    scene.clocks.pass_(hours=1)
    assert scene.sender.send_some() == 0
    assert scene.settle() == 1
    assert scene.state == DispatchState.WAITING
    assert scene.sender.send_some() == 1
    assert scene.state == DispatchState.SENT


def test_nothing_is_sent_outside_working_time() -> None:
    closing = datetime(2026, 11, 27, 16, 0, 1, tzinfo=UTC)
    scene = Scene("U1", due_at=closing)
    assert scene.sender.send_some() == 0
    scene.clocks.at = datetime(2026, 11, 28, 10, tzinfo=UTC)
    assert scene.sender.send_some() == 0
    scene.clocks.at = datetime(2026, 11, 30, 7, tzinfo=UTC)
    assert scene.sender.send_some() == 1


@pytest.mark.parametrize(
    ("due_at", "sent_at", "is_late"),
    [
        ("2026-11-23T09:00", "2026-11-23T10:00", False),
        ("2026-11-23T09:00", "2026-11-23T10:01", True),
        # Due on Friday evening it is sent on Monday morning, at 8 by Swedish time: in time.
        ("2026-11-27T18:00", "2026-11-30T07:30", False),
        ("2026-11-27T18:00", "2026-11-30T08:01", True),
        # In the night to 25 October an hour comes twice, in that to 29 March one never does.
        ("2026-10-25T00:30", "2026-10-26T07:59", False),
        ("2026-10-25T00:30", "2026-10-26T08:01", True),
        ("2026-03-27T17:00", "2026-03-30T06:59", False),
        ("2026-03-27T17:00", "2026-03-30T07:01", True),
    ],
)
def test_what_goes_out_over_an_hour_after_it_could_says_so(
    due_at: str, sent_at: str, is_late: bool
) -> None:
    scene = Scene("U1", due_at=datetime.fromisoformat(f"{due_at}+00:00"))
    scene.clocks.at = datetime.fromisoformat(f"{sent_at}+00:00")
    assert scene.sender.send_some() == 1
    assert [each.is_late for each in scene.post.tried] == [is_late]


def test_a_machine_that_stood_still_after_beginning_does_not_send() -> None:
    scene = Scene("U1")
    begin = scene.outbox.begin

    def slowly(identity: int, token: str, at: datetime) -> bool:
        begun = begin(identity, token, at)
        scene.clocks.pass_(minutes=5)
        return begun

    scene.outbox.begin = slowly  # type: ignore[method-assign]
    scene.sender.send_some()
    assert not scene.post.tried
    assert scene.state == DispatchState.WAITING


def test_who_begins_has_so_long_to_write_by_the_clock_before_it() -> None:
    scene = Scene("U1")
    before, begin = scene.clocks.seconds, scene.outbox.begin

    def slowly(identity: int, token: str, at: datetime) -> bool:
        scene.clocks.pass_(seconds=50)
        return begin(identity, token, at)

    scene.outbox.begin = slowly  # type: ignore[method-assign]
    scene.sender.send_some()
    assert scene.post.until == before + 60


def test_what_was_dropped_between_claim_and_beginning_is_not_sent() -> None:
    scene = Scene("U1")
    scene.outbox.begin = lambda *_: False  # type: ignore[method-assign]
    scene.sender.send_some()
    assert not scene.post.tried


def test_with_the_database_away_after_the_sending_it_is_found_to_have_arrived() -> None:
    scene = Scene("U1")

    def away(*_: object) -> bool:
        raise StorageUnavailable("away", location="here")

    told, scene.outbox.sent = scene.outbox.sent, away  # type: ignore[assignment,method-assign]
    with pytest.raises(StorageUnavailable):
        scene.sender.send_some()
    scene.outbox.sent = told  # type: ignore[method-assign]
    scene.clocks.pass_(seconds=61)
    assert scene.settle() == 1
    assert scene.state == DispatchState.SENT
    assert len(scene.post.tried) == 1


def test_what_cannot_be_loaded_waits_and_does_not_keep_others() -> None:
    scene = Scene("U1", "U2")

    def load(dispatch: Dispatch, is_late: bool) -> Outgoing:
        if dispatch.person == "U1":
            raise KeyError("broken")
        return Outgoing(dispatch=dispatch, occurrence=None, recipient=None, is_late=is_late)

    sender = Sender(scene.outbox, load, scene.post, WorkingTime(frozenset()), scene.clocks.now)
    sender.send_some()
    assert [each.state.value for each in scene.outbox.every()] == ["waiting", "sent"]
    assert sender.send_some() == 0


def test_what_is_stopped_gives_back_what_it_claimed() -> None:
    scene = Scene("U1", "U2")
    goes_on = iter([True, False])
    scene.sender.send_some(lambda: next(goes_on))
    assert len(scene.post.tried) == 1
    assert scene.another_sender(scene.clocks).send_some() == 1


@pytest.mark.parametrize("ahead", [-timedelta(days=1), timedelta(days=1)])
def test_a_clock_that_jumps_while_a_message_is_sent_doubles_and_loses_nothing(
    ahead: timedelta,
) -> None:
    scene = Scene("U1", "U2")
    other = Clocks(MONDAY + ahead)
    second, settler = scene.another_sender(other), scene.another_settler(other)

    def meanwhile() -> None:
        scene.post.before = lambda: None
        scene.clocks.at += ahead
        second.send_some()
        settler.settle_some()

    scene.post.before = meanwhile
    scene.sender.send_some()
    for each in (other, scene.clocks):
        each.at = MONDAY + timedelta(days=2)
    for _ in range(4):
        settler.settle_some()
        scene.sender.send_some()
        for each in (other, scene.clocks):
            each.pass_(seconds=61)
    assert [each.state.value for each in scene.outbox.every()] == ["sent", "sent"]
    assert len(scene.post.arrived) == 2


def test_machines_with_different_clocks_send_each_message_once() -> None:
    scene = Scene(*(f"U{number}" for number in range(12)))
    ahead = Clocks(MONDAY + 2 * LEASE)
    second = scene.another_sender(ahead)
    while scene.sender.send_some() + second.send_some():
        pass
    assert len(scene.post.tried) == 12


def test_the_occurrence_and_whom_it_is_about_are_loaded() -> None:
    storage = FakeDatabase()
    occurrence = reminders.planned(storage)
    load = loading(storage.occurrences)
    dispatch = storage.outbox.of_occurrence(occurrence.id)[0]
    outgoing = load(dispatch, True)
    assert outgoing.is_late
    assert outgoing.occurrence == occurrence
    assert outgoing.recipient == storage.occurrences.recipient(occurrence.id, "U1")
    about = dispatch.model_copy(update={"about": "U2"})
    assert load(about, False).recipient == storage.occurrences.recipient(occurrence.id, "U2")
    digest = dispatch.model_copy(update={"occurrence": None})
    assert (load(digest, False).occurrence, load(digest, False).recipient) == (None, None)
