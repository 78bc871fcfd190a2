"""An erased person is nowhere in the database, whatever tables it will have."""

from __future__ import annotations

from contextlib import closing
from datetime import date

from sqlalchemy import select

from bot.domain.activities.activity import ChangeKind, Content, Status
from bot.domain.activities.dates import day
from bot.domain.activities.units import Unit, UnitKind
from bot.domain.contacts import Entry
from bot.domain.people import Preferences
from bot.domain.questions import ChannelSettings, Feedback, Verdict
from bot.domain.reminders.broadcast import BroadcastStatus
from bot.domain.reminders.dispatch import DispatchKind
from bot.domain.reminders.proposals import Acknowledgement
from bot.services.activities.persons import Persons
from bot.services.activities.ports import Doing
from bot.services.calendar.ports import Feed
from bot.services.ports import Denial
from bot.services.rights import Rights
from bot.storage.connections import Connections, read_address
from bot.storage.database import Database, open_database
from bot.storage.tables import metadata
from tests.contracts.agreements import TERRASSA, agreement_doing
from tests.contracts.calendar import decision
from tests.contracts.contacts import contact_doing
from tests.contracts.reminders import a_plan, answered, content, event, first, recipient
from tests.contracts.storages import NOON, later, make_hand_over, make_question
from tests.unit.bot.services.asked import FakeDirectory

PERSON = "U0ERASEME"

WITHOUT_PEOPLE = {"activity_country", "activity_name", "inbox", "unit"}
"""Deliveries are taken out of the database within hours of coming in."""


def fill(database: Database) -> None:
    """The person in every table where people are named."""
    for asker, identity in ((PERSON, "q1"), ("U2", "q2"), ("U2", "q3")):
        assert database.questions.add(make_question(identity, asker=asker))
    for question in ("q1", "q2"):
        database.feedback.give(
            Feedback(question=question, person=PERSON, verdict=Verdict.UP, given_at=NOON)
        )
    asked = make_hand_over("asked", "q2").model_copy(update={"asker": PERSON})
    answered = make_hand_over("answered", "q3").model_copy(update={"asker": "U2"})
    assert database.hand_overs.open(asked)
    assert database.hand_overs.open(answered)
    assert database.hand_overs.answer("answered", "Ja.", PERSON, later(1))
    database.settings.prefer(PERSON, Preferences(language="en"))
    database.settings.set_channel("C1", ChannelSettings(), PERSON, NOON)
    database.denials.add(Denial(person=PERSON, action="report", reason="no", at=NOON))
    unit = Unit(
        id="skola",
        municipality="Skara",
        name="Skolan",
        kind=UnitKind.SCHOOL,
        editors=frozenset({PERSON}),
    )
    database.units.replace("Skara", [unit])
    content = Content(kind="eu_project", title="Ett", dates=day(date(2026, 5, 3)), unit="skola")
    doing = Doing(kind=ChangeKind.LOGGED, by=PERSON, at=NOON)
    added = database.activities.add("k", "Skara", content, Status.LOGGED, doing)
    corrected = doing.model_copy(update={"kind": ChangeKind.CORRECTED})
    assert database.activities.save(1, added, corrected, content)
    entry = Entry(unit="skola", name="Någon", person=PERSON, valid=day(date(2026, 5, 3)))
    made = database.contacts.store("Skara", [entry], [], contact_doing(PERSON))
    assert made
    assert database.contacts.store("Skara", [], made, contact_doing(PERSON))
    agreed = TERRASSA.under("U1", PERSON)
    [signed] = database.agreements.add(["k"], "Skara", [agreed], agreement_doing(PERSON))
    assert database.agreements.save(1, signed, agreement_doing(PERSON), agreed)
    assert database.calendar.decide("Skara", decision(by=PERSON))
    seen = Acknowledgement(handle="a", mark="1", by=PERSON, at=NOON)
    database.calendar.acknowledge("Skara", seen)
    database.calendar.set_feed(Feed(municipality="Skara", digest="d", by=PERSON, at=NOON))
    be_reminded(database)


def be_reminded(database: Database) -> None:
    """The person as a coordinator who sends to themself and to others, and as who answers."""
    only = content([PERSON])
    drafted = event(by=PERSON, before=only)
    database.broadcasts.add("draft", only, drafted)
    draft = database.broadcasts.add("sent", content([PERSON, "U1"]), drafted)
    by = {"asked_by": PERSON, "approved_by": PERSON, "status": BroadcastStatus.ACTIVE}
    started = database.broadcasts.save(1, draft.model_copy(update=by), drafted)
    assert started
    people = [recipient(PERSON), recipient("U1", instead=PERSON), recipient("U2")]
    told = first("U2", about=PERSON, kind=DispatchKind.ESCALATION)
    plan = a_plan(started, recipients=people, dispatches=(first(PERSON), told))
    planned = database.broadcasts.plan(plan, event(by=None, person=PERSON))
    assert planned
    [message] = database.outbox.claim(NOON, later(1), "t", 1)
    assert database.outbox.begin(message.id, "t", NOON)
    assert database.outbox.sent(message.id, "t", NOON, f"with {PERSON}", "1")
    for each, by_them in ((PERSON, None), ("U2", PERSON)):
        before = database.occurrences.recipient(planned.id, each)
        assert before
        after = answered(before, by=by_them)
        assert database.occurrences.change(before, after, event(by=PERSON, person=each))


def named_in(address: str) -> set[str]:
    """The tables in which the person is named."""
    connections = Connections(read_address(address))
    with closing(connections), connections.reading() as connection:
        return {
            table.name
            for table in metadata.sorted_tables
            for row in connection.execute(select(table))
            if PERSON in repr(tuple(row))
        }


def test_an_erased_person_is_named_in_no_table(address: str) -> None:
    with closing(open_database(address)) as database:
        fill(database)
        assert named_in(address) == {each.name for each in metadata.sorted_tables} - WITHOUT_PEOPLE
        directory = FakeDirectory()
        directory.coordinators = {"bo"}
        rights = Rights(directory, database.denials, lambda: NOON)
        persons = Persons(database, rights, lambda: NOON)
        export = persons.export_person(PERSON, "bo")
        assert len(export.records.changes) == 2
        assert len(export.records.hand_overs) == 2
        erasure = persons.erase_person(PERSON, "bo")
        assert erasure.activities == 1
        assert named_in(address) == set()
        history = database.activities.history(1)
        assert [each.kind for each in history][-1] is ChangeKind.PERSON_ERASED
        assert [len(each.history) for each in persons.export_all("Skara", "bo")] == [3]
