"""What the tests of backups share: a filled database, its backup, and what both tell."""

from __future__ import annotations

import shutil
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from bot.domain.activities.activity import ChangeKind, Status
from bot.domain.activities.units import Unit, UnitKind
from bot.domain.people import Preferences
from bot.domain.reminders.proposals import Acknowledgement
from bot.services.activities.ports import Query
from bot.services.calendar.ports import Feed
from bot.storage.database import Database, file_address, open_database
from tests.contracts.activities import HOME, VISIT, added, changed, doing, meeting
from tests.contracts.agreements import TERRASSA, agreed, agreement_doing
from tests.contracts.calendar import decision
from tests.contracts.contacts import ANNA, contact_doing, stored
from tests.contracts.reminders import answer, begun, planned
from tests.contracts.storages import NOON, later, make_delivery, make_hand_over, make_question
from tests.contracts.test_storage_upgrade import DENIAL, FEEDBACK, SETTINGS

Files = dict[str, bytes]


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of another database without tables."""
    if request.param == "sqlite":
        return file_address(tmp_path / "other")
    made: str = request.getfixturevalue("postgres").new_database()
    return made


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of a database with something in every table."""
    home = tmp_path_factory.mktemp("filled")
    with closing(open_database(file_address(home))) as database:
        fill(database)
        database.backup(home / "backup.zip")
    return home / "backup.zip"


@pytest.fixture
def backup(filled: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copy(filled, tmp_path))


def fill(database: Database) -> None:
    database.inbox.accept(make_delivery("d"), NOON)
    database.inbox.accept(make_delivery("done"), NOON)
    database.inbox.done("done", later(1))
    database.questions.add(make_question("q"))
    database.feedback.give(FEEDBACK)
    database.hand_overs.open(make_hand_over("h", "q"))
    database.settings.prefer("U1", Preferences(municipality="Örebro"))
    database.settings.set_channel("C1", SETTINGS, "U9", NOON)
    database.denials.add(DENIAL)
    school = Unit(
        id="skolan",
        municipality=HOME,
        name="Västerhöjd",
        kind=UnitKind.SCHOOL,
        editors=frozenset({"U1", "U2"}),
    )
    database.units.replace(HOME, [school])
    first = added(database.activities, VISIT)
    draft = added(database.activities, meeting("runs", runs=True), status=Status.DRAFT)
    database.activities.save(
        1, changed(first, title="Nytt"), doing("U2", 2, ChangeKind.CORRECTED), VISIT
    )
    database.activities.save(1, changed(draft, status=Status.WITHDRAWN), doing(), None)
    made = stored(database.contacts, ANNA)
    database.contacts.store(HOME, [], made, contact_doing("U1"))
    signed = agreed(database.agreements, TERRASSA)
    database.agreements.save(1, signed, agreement_doing("U1"), TERRASSA)
    database.calendar.decide(HOME, decision())
    seen = Acknowledgement(handle="a", mark="1", by="U1", at=NOON)
    database.calendar.acknowledge(HOME, seen)
    database.calendar.set_feed(Feed(municipality=HOME, digest="d", by="U1", at=NOON))
    being_sent = planned(database)
    begun(database)
    answer(database, being_sent, "U2")


def all_told(database: Database) -> list[object]:
    """All that the ports tell of what ``fill`` writes."""
    activities = list(database.activities.every(Query()))
    return [
        activities,
        [database.activities.history(each.id) for each in activities],
        database.activities.like(HOME, ["radviliškis"], VISIT.dates, None),
        database.activities.search(Query(countries=frozenset({"GB"})), 5),
        database.units.units(HOME),
        database.questions.find("q"),
        database.feedback.on(["q"]),
        database.hand_overs.all_open(),
        database.settings.preferences("U1"),
        database.settings.of_channel("C1"),
        database.denials.since(NOON),
        [database.broadcasts.record(each.id) for each in database.broadcasts.search(HOME)],
        [
            (each, database.occurrences.recipients(each.id))
            for each in database.occurrences.of_broadcast(1)
        ],
        list(database.outbox.every()),
        database.outbox.next_at(),
        database.contacts.contacts(HOME),
        database.contacts.history(1),
        database.agreements.agreements(HOME),
        database.agreements.history(1),
        database.calendar.decisions(HOME),
        database.calendar.acknowledged(HOME),
        database.calendar.feed("d"),
    ]


def files_of(backup: Path) -> Files:
    with zipfile.ZipFile(backup) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
