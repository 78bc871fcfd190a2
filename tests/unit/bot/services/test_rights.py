from __future__ import annotations

import logging

import pytest

from bot.domain.people import Standing
from bot.services.errors import NotAdmitted, OnlyCoordinators
from bot.services.rights import Rights
from tests.fakes.storage import FakeDatabase
from tests.unit.bot.services.asked import START, FakeDirectory


@pytest.fixture
def directory() -> FakeDirectory:
    return FakeDirectory()


@pytest.fixture
def database() -> FakeDatabase:
    return FakeDatabase()


@pytest.fixture
def rights(directory: FakeDirectory, database: FakeDatabase) -> Rights:
    return Rights(directory, database.denials, lambda: START)


def denied(database: FakeDatabase) -> list[tuple[str, str, str]]:
    found = database.denials.since(START)
    assert all(each.at == START for each in found)
    return [(each.person, each.action, each.reason) for each in found]


def test_members_are_admitted_and_nothing_is_recorded(
    rights: Rights, database: FakeDatabase
) -> None:
    assert rights.admit("eva", "ask").id == "eva"
    assert denied(database) == []


@pytest.mark.parametrize("standing", [Standing.GUEST, Standing.STRANGER])
def test_guests_and_strangers_are_refused_and_it_is_on_record(
    rights: Rights, directory: FakeDirectory, database: FakeDatabase, standing: Standing
) -> None:
    directory.standings["gun"] = standing
    with pytest.raises(NotAdmitted) as refusal:
        rights.admit("gun", "ask")
    assert refusal.value.standing is standing
    assert refusal.value.details == {"standing": standing.value}
    assert denied(database) == [("gun", "ask", standing.value)]


def test_looking_somebody_up_refuses_nobody(
    rights: Rights, directory: FakeDirectory, database: FakeDatabase
) -> None:
    directory.standings["gun"] = Standing.STRANGER
    assert rights.look_up("gun").standing is Standing.STRANGER
    assert denied(database) == []


def test_coordinators_may_do_what_only_they_may(
    rights: Rights, directory: FakeDirectory, database: FakeDatabase
) -> None:
    directory.coordinators.add("bo")
    rights.require_coordinator("bo", "see the gap list")
    assert denied(database) == []


def test_others_may_not_and_every_attempt_is_on_record(
    rights: Rights, directory: FakeDirectory, database: FakeDatabase
) -> None:
    directory.coordinators.add("bo")
    for _ in range(2):
        with pytest.raises(OnlyCoordinators):
            rights.require_coordinator("eva", "see the gap list")
    assert denied(database) == 2 * [("eva", "see the gap list", "not a coordinator")]


def test_a_refusal_is_in_the_log(rights: Rights, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(OnlyCoordinators):
        rights.require_coordinator("eva", "see the gap list")
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert "see the gap list" in record.getMessage()
    assert record.__dict__["person"] == "eva"
