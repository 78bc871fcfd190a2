from __future__ import annotations

from datetime import date

import pytest

from bot.domain.people import Person, Standing
from bot.services.contacts.departures import Departures
from tests.unit.bot.services.contacts.made import ANNA, HOME, Desk, added, entry, make_desk


@pytest.fixture
def desk() -> Desk:
    desk = make_desk()
    added(
        desk,
        *[entry(person=ANNA), entry("ks", person=ANNA), entry("tn", "Bo", "U0BO")],
        *[entry("kf", person=ANNA, last=date(2026, 6, 30)), entry("kf", "Utan")],
    )
    return desk


@pytest.fixture
def departures(desk: Desk) -> Departures:
    return Departures(desk.database.contacts, desk.directory.person, desk.clock)


def left(desk: Desk) -> list[tuple[str, str | None]]:
    return [(each.unit, each.person) for each in desk.everything() if each.left_at]


def test_contacts_of_who_left_are_flagged_and_told_once(desk: Desk, departures: Departures) -> None:
    assert departures.notice() == []
    desk.directory.standings[ANNA] = Standing.STRANGER
    assert departures.notice() == []
    desk.clock.go_on(days=1)
    assert {each.unit for each in departures.notice()} == {"kn", "ks"}
    assert len(left(desk)) == 3
    desk.clock.go_on(days=1)
    assert departures.notice() == []


def test_who_is_back_is_not_flagged_any_more(desk: Desk, departures: Departures) -> None:
    desk.directory.standings[ANNA] = Standing.STRANGER
    departures.notice()
    desk.directory.standings[ANNA] = Standing.MEMBER
    desk.clock.go_on(days=1)
    assert departures.notice() == []
    assert left(desk) == []


def test_of_two_processes_one_tells_it(desk: Desk, departures: Departures) -> None:
    other = Departures(desk.database.contacts, desk.directory.person, desk.clock)
    desk.directory.standings["U0BO"] = Standing.STRANGER
    assert [len(each.notice()) for each in (departures, other)] == [1, 0]


def test_a_guest_is_still_there(desk: Desk, departures: Departures) -> None:
    desk.directory.standings[ANNA] = Standing.GUEST
    assert departures.notice() == []
    assert left(desk) == []


def test_what_breaks_off_is_taken_up_again_the_same_day(desk: Desk) -> None:
    def fail(identity: str) -> Person:
        raise ConnectionError

    broken = Departures(desk.database.contacts, fail, desk.clock)
    with pytest.raises(ConnectionError):
        broken.notice()
    with pytest.raises(ConnectionError):
        broken.notice()
    assert desk.database.contacts.contacts(HOME)
