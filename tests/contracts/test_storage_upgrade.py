"""Databases of earlier versions, with something in every table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import MetaData, insert, text

from bot.domain.activities.activity import Change, ChangeKind, Status
from bot.domain.activities.units import Unit, UnitKind
from bot.domain.people import Preferences
from bot.domain.questions import ChannelSettings, Feedback, Reason, Verdict
from bot.services.activities.ports import Query
from bot.services.ports import Denial
from bot.storage.connections import Connections, read_address
from bot.storage.database import Database, open_database
from bot.storage.migrations import versions
from bot.storage.upgrading import migrate
from tests.contracts.activities import HOME, VISIT, added
from tests.contracts.storages import NOON, later, make_delivery, make_hand_over, make_question

VENUE = {"channel": "C1", "thread": None, "is_private": False}
FEEDBACK = Feedback(
    question="q",
    person="U2",
    verdict=Verdict.DOWN,
    reason=Reason.WRONG_SECTION,
    comment="åäö 😀",
    given_at=later(2),
)
SETTINGS = ChannelSettings(municipality="Skara", mentions_only=True)
DENIAL = Denial(person="U3", action="gaps", reason="no coordinator", at=later(4))

# The rows of the first version, as it wrote them; later ones add what they brought.
ROWS: Mapping[str, Mapping[str, object]] = {
    "inbox": {**make_delivery("d").model_dump(), "leased_until": NOON, "done_at": None},
    "question": {
        **make_question("q").model_dump(exclude={"venue", "place"}, mode="python"),
        "answer": make_question("q").answer.model_dump(mode="json"),
        **VENUE,
    },
    "feedback": FEEDBACK.model_dump(),
    "hand_over": {**make_hand_over("h", "q").model_dump(exclude={"venue"}), **VENUE},
    "preference": {"person": "U1", "municipality": "Örebro", "language": None},
    "channel_setting": {"channel": "C1", **SETTINGS.model_dump(), "set_by": "U9", "set_at": NOON},
    "denial": {"id": 7, **DENIAL.model_dump()},
}


BEFORE = VISIT.model_copy(update={"title": "Besök", "participants": None})
HISTORY = [
    Change(activity=1, version=1, kind=ChangeKind.LOGGED, by="U1", at=NOON, before=None),
    Change(
        activity=1,
        version=2,
        kind=ChangeKind.CORRECTED,
        by="U2",
        at=later(1),
        before=BEFORE,
        reason="Rätt antal elever. 😀",
    ),
]
UNITS = [
    Unit(
        id="skolan",
        municipality=HOME,
        name="Västerhöjd",
        kind=UnitKind.SCHOOL,
        parent="un",
        editors=frozenset({"U1", "U2"}),
    ),
    Unit(
        id="un",
        municipality=HOME,
        name="Utbildningsnämnden",
        kind=UnitKind.COMMITTEE,
        closed=True,
    ),
]

STANDING = {
    "kind": VISIT.kind,
    "unit": VISIT.unit,
    "first_day": VISIT.dates.first,
    "last_day": VISIT.dates.last,
    "status": Status.CORRECTED,
    "version": 2,
    **{"logged_by": "U1", "logged_at": NOON, "changed_by": "U2", "changed_at": later(1)},
    "content": VISIT.model_dump(mode="json"),
}
"""An activity as the third version wrote it."""

SINCE_THIRD: Mapping[str, Sequence[Mapping[str, object]]] = {
    "activity": [{"key": "a", "municipality": HOME, **STANDING}],
    "activity_country": [{"activity": 1, "country": country} for country in ("GB", "LT")],
    "activity_name": [
        {"activity": 1, "name": name}
        for name in ("radviliškis kommun", "friends of the earth", "radviliškis")
    ],
    "activity_change": [
        {**each.model_dump(), "before": each.before and each.before.model_dump(mode="json")}
        for each in HISTORY
    ],
    "unit": [each.model_dump(exclude={"editors"}) for each in UNITS],
    "unit_editor": [
        {"municipality": HOME, "unit": unit.id, "person": person}
        for unit in UNITS
        for person in sorted(unit.editors)
    ],
}
"""The rows of the tables that the third version brought."""


def make_earlier(address: str, revision: str) -> None:
    """A database as an earlier version left it, with rows in every table that it had."""
    rows = {name: [row] for name, row in ROWS.items()}
    if revision >= "0003":
        rows |= {name: list(rows_of_it) for name, rows_of_it in SINCE_THIRD.items()}
    connections = Connections(read_address(address))
    with closing(connections), connections.writing() as connection:
        migrate(connection, revision)
        made = MetaData()
        made.reflect(connection)
        assert made.tables.keys() - {"alembic_version"} == rows.keys()
        for name, several in rows.items():
            for row in several:
                connection.execute(insert(made.tables[name]).values(row))


def look_for_activities(database: Database) -> None:
    """All that the third version kept of activities and units is there."""
    [kept] = database.activities.search(Query(countries=frozenset({"LT"})), 5)
    assert (kept.content, kept.version, kept.status) == (VISIT, 2, Status.CORRECTED)
    assert database.activities.search(Query(countries=frozenset({"GB"})), 5) == [kept]
    for name in ("Radviliskis kommun", "FRIENDS of the earth", "radviliškis"):
        assert database.activities.like(HOME, [name], VISIT.dates, None) == [kept]
    assert database.activities.history(kept.id) == HISTORY
    assert database.units.units(HOME) == sorted(UNITS, key=lambda unit: unit.name)


@pytest.mark.parametrize("revision", ["0001", "0002", "0003"])
def test_a_database_of_any_earlier_version_keeps_its_data(address: str, revision: str) -> None:
    make_earlier(address, revision)

    with closing(open_database(address)) as database:
        place = {"place": "Skövde"} if revision == "0001" else {"place": None}
        assert database.questions.find("q") == make_question("q").model_copy(update=place)
        assert database.feedback.on(["q"]) == [FEEDBACK]
        assert database.hand_overs.all_open() == [make_hand_over("h", "q")]
        assert database.settings.preferences("U1") == Preferences(municipality="Örebro")
        assert database.settings.of_channel("C1") == SETTINGS
        assert database.denials.since(NOON) == [DENIAL]
        [delivery] = database.inbox.claim(later(1), later(2), 5)
        assert delivery == make_delivery("d").model_copy(update={"attempts": 2})
        if revision >= "0003":
            look_for_activities(database)


@pytest.mark.parametrize("revision", ["0001", "0002", "0003"])
def test_an_upgraded_database_takes_what_is_new(address: str, revision: str) -> None:
    make_earlier(address, revision)

    with closing(open_database(address)) as database:
        assert database.activities.count(Query()) == (revision == "0003")
        made = added(database.activities, VISIT)
        assert database.activities.find(made.id) == made
        assert database.questions.add(make_question("r"))
        assert database.questions.forget(later(1)) == 2


def test_partners_and_towns_are_found_without_diacritics_after_an_upgrade(address: str) -> None:
    make_earlier(address, "0003")
    connections = Connections(read_address(address))
    with closing(connections), connections.writing() as connection:
        made = MetaData()
        made.reflect(connection)
        for number in range(1_199):
            row = {"key": str(number), "municipality": HOME, **STANDING}
            connection.execute(insert(made.tables["activity"]).values(row))

    with closing(open_database(address)) as database:
        found = database.activities.like(HOME, ["Radviliskis kommun"], VISIT.dates, None)
        assert len(found) == 1_200
        assert {each.content for each in found} == {VISIT}


def test_no_migration_depends_on_code_that_may_change() -> None:
    migrations = list(Path(versions.__path__[0]).glob("r*.py"))
    assert len(migrations) >= 4
    for each in migrations:
        assert not re.search(
            r"^\s*(?:from|import) (?:bot|knowledge)", each.read_text("utf-8"), re.M
        )


def test_an_upgrade_that_fails_changes_nothing(address: str) -> None:
    make_earlier(address, "0001")
    connections = Connections(read_address(address))
    with closing(connections):
        with connections.writing() as connection:
            connection.execute(text("CREATE TABLE unit (id INTEGER)"))
        with pytest.raises(Exception, match="unit"):
            open_database(address)
        with connections.reading() as connection:
            at = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
            left = MetaData()
            left.reflect(connection)

    assert at == "0001"
    assert "place" not in left.tables["question"].columns
    assert "activity" not in left.tables
