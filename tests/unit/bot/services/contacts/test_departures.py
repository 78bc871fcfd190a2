from __future__ import annotations

from datetime import date

import pytest

from bot.domain.people import Person, Standing
from bot.services.contacts.departures import Departures
from tests.unit.bot.services.contacts.made import ANNA, Desk, added, entry, make_desk


@pytest.fixture
def desk() -> Desk:
    desk = make_desk()
    added(
        desk,
        *[entry(person=ANNA), entry("ks", person=ANNA), entry("tn", "Bo", "U0BO")],
        *[entry("kf", person=ANNA, last=date(2026, 6, 30)), entry("kf", "Utan")],
    )
    return desk


class Told:
    """What was told, by person and day, once each."""

    def __init__(self) -> None:
        self.of: list[tuple[str, date]] = []
        self.faults: list[Exception] = []

    def __call__(self, person: str, noticed: date) -> None:
        if self.faults:
            raise self.faults.pop()
        if (person, noticed) not in self.of:
            self.of.append((person, noticed))

    @property
    def people(self) -> list[str]:
        return [person for person, _ in self.of]


@pytest.fixture
def told() -> Told:
    return Told()


def noticing(desk: Desk, told: Told) -> Departures:
    return Departures(desk.database.contacts, desk.directory.person, told, desk.clock)


@pytest.fixture
def departures(desk: Desk, told: Told) -> Departures:
    return noticing(desk, told)


def left(desk: Desk) -> list[tuple[str, str | None]]:
    return [(each.unit, each.person) for each in desk.everything() if each.left_at]


def test_contacts_of_who_left_are_flagged_and_told_once(
    desk: Desk, departures: Departures, told: Told
) -> None:
    departures.notice()
    desk.directory.standings[ANNA] = Standing.STRANGER
    departures.notice()
    assert told.people == []
    for _ in range(3):
        desk.clock.go_on(days=1)
        departures.notice()
        assert told.people == [ANNA]
        assert len(left(desk)) == 3


def test_who_is_back_is_not_flagged_any_more_and_told_of_when_gone_again(
    desk: Desk, departures: Departures, told: Told
) -> None:
    for standing, flagged in ((Standing.STRANGER, 3), (Standing.MEMBER, 0), (Standing.STRANGER, 3)):
        desk.directory.standings[ANNA] = standing
        departures.notice()
        assert len(left(desk)) == flagged
        desk.clock.go_on(days=1)
    assert told.people == [ANNA, ANNA]


def test_whose_contacts_are_over_is_not_told_of(
    desk: Desk, departures: Departures, told: Told
) -> None:
    added(desk, entry("kn", "Cia", "U0CIA", last=date(2026, 6, 30)))
    desk.directory.standings["U0CIA"] = Standing.STRANGER
    departures.notice()
    assert told.people == []
    assert left(desk) == [("kn", "U0CIA")]


def test_of_two_processes_one_tells_it(desk: Desk, departures: Departures, told: Told) -> None:
    desk.directory.standings["U0BO"] = Standing.STRANGER
    for each in (departures, noticing(desk, told)):
        each.notice()
    assert told.people == ["U0BO"]


def test_a_guest_is_still_there(desk: Desk, departures: Departures, told: Told) -> None:
    desk.directory.standings[ANNA] = Standing.GUEST
    departures.notice()
    assert told.people == []
    assert left(desk) == []


def test_what_could_not_be_told_is_not_flagged_and_told_the_next_time(
    desk: Desk, departures: Departures, told: Told
) -> None:
    desk.directory.standings[ANNA] = Standing.STRANGER
    told.faults.append(ConnectionError())
    with pytest.raises(ConnectionError):
        departures.notice()
    assert left(desk) == []
    departures.notice()
    assert told.people == [ANNA]


def test_who_was_noticed_is_told_though_the_next_look_up_fails(desk: Desk, told: Told) -> None:
    def look_up(identity: str) -> Person:
        if identity == "U0BO":
            raise ConnectionError
        return desk.directory.person(identity)

    desk.directory.standings[ANNA] = Standing.STRANGER
    broken = Departures(desk.database.contacts, look_up, told, desk.clock)
    for _ in range(2):
        with pytest.raises(ConnectionError):
            broken.notice()
    assert told.people == [ANNA]
