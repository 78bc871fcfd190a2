"""The statements of docs/slack.md for deleting a person, as the databases' shells run them."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import select

from bot.domain.people import Preferences
from bot.domain.questions import Feedback, Verdict
from bot.services.ports import Denial
from bot.storage.connections import Connections, read_address
from bot.storage.database import Database, open_database
from bot.storage.tables import denial, feedback, hand_over, preference, question
from tests.contracts.storages import NOON, make_hand_over, make_question

GUIDE = Path(__file__).parents[2] / "docs" / "slack.md"
SHELLS = ("sqlite", "postgresql")


def statements(shell: str, person: str) -> str:
    blocks = re.findall(r"^```sql\n(.*?)^```", GUIDE.read_text("utf-8"), re.M | re.S)
    assert len(blocks) == len(SHELLS)
    return str(blocks[SHELLS.index(shell)]).replace("U...", person)


def run(address: str, script: str) -> None:
    url = read_address(address)
    if url.drivername.startswith("sqlite"):
        with closing(sqlite3.connect(str(url.database))) as connection:
            connection.executescript(script)
    else:
        with psycopg.connect(address, autocommit=True) as server:
            server.execute(script)


def fill(database: Database) -> None:
    """Two people, each with a question of their own and a word on the other's."""
    for own, other in (("U1", "U2"), ("U2", "U1")):
        database.questions.add(make_question(f"of {own}", own))
        database.questions.add(make_question(f"handed over by {other}", own))
        for who, asked in ((other, f"handed over by {other}"), (own, f"of {own}")):
            opened = make_hand_over(f"h of {asked}", asked)
            database.hand_overs.open(opened.model_copy(update={"asker": who}))
        database.settings.prefer(own, Preferences(language="sv"))
        database.denials.add(Denial(person=own, action="a", reason="b", at=NOON))
    for person in ("U1", "U2"):
        for asked in ("of U1", "of U2"):
            given = Feedback(question=asked, person=person, verdict=Verdict.UP, given_at=NOON)
            database.feedback.give(given)


@pytest.mark.parametrize("address", SHELLS, indirect=True)
def test_a_person_is_deleted_and_another_is_not(address: str) -> None:
    with closing(open_database(address)) as database:
        fill(database)
    shell = "sqlite" if address.startswith("sqlite") else "postgresql"

    run(address, statements(shell, "U1"))

    with closing(Connections(read_address(address))) as opened, opened.reading() as connection:

        def left(column: object) -> list[str]:
            return list(connection.execute(select(column)).scalars())  # type: ignore[call-overload]

        assert left(question.c.asker) == ["U2", "U2"]
        assert left(feedback.c.person) == ["U2"]
        assert left(feedback.c.question) == ["of U2"]
        assert left(hand_over.c.question) == ["of U2"]
        assert left(preference.c.person) == ["U2"]
        assert left(denial.c.person) == ["U2"]
