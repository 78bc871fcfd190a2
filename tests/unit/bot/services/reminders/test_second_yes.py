from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.domain.reminders.audience import Audience
from bot.domain.reminders.broadcast import Broadcast, BroadcastStatus, EventKind
from bot.domain.reminders.schedule import Monthly, Once
from bot.services.errors import BroadcastChanged, NoYesAsked, OwnYes
from bot.services.reminders.limits import Limits
from bot.storage.database import file_address, open_database
from tests.unit.bot.services.reminders.reminded import BO, MIA, Desk, content, settle, skara

EACH_MONTH = Monthly(day=15, at=time(9))
FEW = Audience(groups=frozenset({"S-few"}))
TERMINAL = "terminal:kim"


@pytest.fixture
def desk() -> Desk:
    """Two recipients need a second yes."""
    desk = skara()
    desk.limits = Limits(second_yes_from=2)
    desk.members.groups["S-few"] = ["anna"]
    return desk.another()


def asked(desk: Desk) -> Broadcast:
    return desk.start(content())


def changed(desk: Desk) -> Broadcast:
    running = desk.start(content(schedule=EACH_MONTH, audience=FEW))
    said = content(schedule=EACH_MONTH)
    return desk.use.broadcasts.change(running.id, running.version, said, BO)


def grown(desk: Desk) -> Broadcast:
    soon = Once(on=date(2026, 11, 2), at=time(10))
    running = desk.start(content(schedule=soon, audience=FEW))
    desk.members.groups["S-few"] = ["anna", "bengt"]
    desk.at("2026-11-02 10:00")
    desk.plan()
    return desk.now_of(running)


def paused(desk: Desk) -> Broadcast:
    running = desk.start(content(schedule=EACH_MONTH, audience=FEW))
    desk.members.groups["S-few"] = ["anna", "bengt"]
    return desk.use.broadcasts.pause(running.id, running.version, MIA)


def declined(desk: Desk) -> Broadcast:
    held = changed(desk)
    return desk.use.broadcasts.decline(held.id, held.version, "Nej", MIA)


def approved(desk: Desk) -> Broadcast:
    held = changed(desk)
    return desk.use.broadcasts.approve(held.id, held.version, MIA)


def waiting(desk: Desk, since: datetime | None = None) -> list[int]:
    return [each.id for each in desk.use.second_yes.waiting(since or desk.clock())]


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (asked, EventKind.ASKED_FOR_YES),
        (changed, EventKind.CHANGED),
        (grown, EventKind.PAUSED),
    ],
)
def test_what_waits_for_a_yes_is_asked_about_with_what_made_it_wait(
    desk: Desk, make: Callable[[Desk], Broadcast], kind: EventKind
) -> None:
    made = make(desk)
    assert waiting(desk) == [made.id]
    request = desk.use.second_yes.request(made.id, made.version)
    assert request
    assert (request.broadcast, request.kind, request.recipients) == (made, kind, 2)
    assert desk.use.second_yes.request(made.id, made.version - 1) is None
    assert waiting(desk, desk.clock() + timedelta(seconds=1)) == []


@pytest.mark.parametrize("make", [paused, declined, approved])
def test_what_waits_for_nobodys_yes_is_not_asked_about(
    desk: Desk, make: Callable[[Desk], Broadcast]
) -> None:
    made = make(desk)
    assert waiting(desk) == []
    assert desk.use.second_yes.request(made.id, made.version) is None
    assert desk.use.second_yes.request(99, 1) is None


@pytest.mark.parametrize("make", [paused, declined])
def test_what_is_paused_and_waits_for_nobodys_yes_takes_neither_yes_nor_no(
    desk: Desk, make: Callable[[Desk], Broadcast]
) -> None:
    made = make(desk)
    with pytest.raises(NoYesAsked):
        desk.use.broadcasts.approve(made.id, made.version, MIA)
    with pytest.raises(NoYesAsked):
        desk.use.broadcasts.decline(made.id, made.version, "Nej", MIA)
    assert desk.now_of(made) == made
    resumed = desk.use.broadcasts.resume(made.id, made.version, MIA)
    assert (resumed.status, resumed.approved_by) == (BroadcastStatus.ACTIVE, MIA)


def test_what_has_grown_goes_on_by_another_coordinators_yes(desk: Desk) -> None:
    made = grown(desk)
    with pytest.raises(OwnYes):
        desk.use.broadcasts.approve(made.id, made.version, BO)
    desk.use.broadcasts.approve(made.id, made.version, MIA)
    assert desk.round() == ["first anna", "first bengt"]


def test_that_somebody_named_was_erased_leaves_it_waiting(desk: Desk) -> None:
    named = Audience(people=frozenset({"anna", "bengt", "eva"}))
    made = desk.start(content(audience=named))
    desk.database.broadcasts.rename("eva", "raderad-1", MIA, desk.clock())
    assert waiting(desk) == [made.id]


@pytest.mark.parametrize(("asker", "other"), [(BO, TERMINAL), (TERMINAL, BO)])
def test_what_is_started_in_one_channel_is_approved_in_the_other(
    tmp_path: Path, asker: str, other: str
) -> None:
    with closing(open_database(file_address(tmp_path))) as database:
        desks = {BO: settle(Desk(Limits(second_yes_from=2), database))}
        desks[TERMINAL] = desks[BO].another()
        desks[TERMINAL].directory.coordinators = {TERMINAL}
        waits = desks[asker].start(content(), asker)
        assert waiting(desks[BO]) == [waits.id]
        with pytest.raises(OwnYes):
            desks[asker].use.broadcasts.approve(waits.id, waits.version, asker)
        active = desks[other].use.broadcasts.approve(waits.id, waits.version, other)
        assert (active.asked_by, active.approved_by) == (asker, other)
        assert waiting(desks[BO]) == []
        # Whoever presses the card by now is told so.
        with pytest.raises(BroadcastChanged):
            desks[BO].use.broadcasts.decline(waits.id, waits.version, "Nej", MIA)
        assert desks[BO].round() == ["first anna", "first bengt"]
