"""Databases of earlier versions, with something in every table."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing

import pytest
from sqlalchemy import MetaData, insert, text

from bot.domain.activities.activity import Status
from bot.domain.people import Preferences
from bot.domain.questions import ChannelSettings, Feedback, Reason, Verdict
from bot.services.activities.ports import Query
from bot.services.ports import Denial
from bot.storage.connections import Connections, read_address
from bot.storage.database import open_database
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


STANDING = {
    "kind": VISIT.kind,
    "unit": VISIT.unit,
    "first_day": VISIT.dates.first,
    "last_day": VISIT.dates.last,
    "status": Status.LOGGED,
    "version": 1,
    **{"logged_by": "U1", "logged_at": NOON, "changed_by": "U1", "changed_at": NOON},
    "content": VISIT.model_dump(mode="json"),
}
"""An activity as the third version wrote it."""


def make_earlier(address: str, revision: str) -> None:
    """A database as an earlier version left it, with a row in every table of the first, and an
    activity where there were any.
    """
    connections = Connections(read_address(address))
    with closing(connections), connections.writing() as connection:
        migrate(connection, revision)
        made = MetaData()
        made.reflect(connection)
        assert set(made.tables) >= set(ROWS)
        for name, row in ROWS.items():
            connection.execute(insert(made.tables[name]).values(row))
        if "activity" in made.tables:
            activity = made.tables["activity"]
            logged = insert(activity).values(key="a", municipality=HOME, **STANDING)
            identity = connection.execute(logged.returning(activity.c.id)).scalar_one()
            named = {"activity": identity, "name": "radviliškis kommun"}
            connection.execute(insert(made.tables["activity_name"]).values(named))


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
