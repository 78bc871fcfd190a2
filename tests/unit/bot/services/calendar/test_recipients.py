"""Whom the drafts of accepted proposals are for."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.activities.dates import Dates
from bot.domain.activities.units import Unit, UnitKind
from bot.domain.agreement_rules import DueKind
from bot.domain.agreements import AgreementContent, AgreementKind
from bot.domain.contacts import ANSWERING, ContactChangeKind, ContactRole, Entry
from bot.domain.reminders.audience import Audience, Contacts
from bot.domain.reminders.proposals import Proposal
from bot.domain.reminders.schedule import BeforeDeadline
from bot.services.calendar.drafting import draft_content
from bot.services.calendar.reading import proposals_of
from bot.services.calendar.recipients import EVERYBODY, Recipients
from bot.services.calendar.when import MORNING
from bot.services.contacts.ports import ContactDoing
from tests.contracts.agreements import agreed
from tests.fakes.storage import FakeDatabase
from tests.unit.bot.services.asked import FakeDirectory
from tests.unit.bot.services.calendar.made import NOW, falls_due
from tests.unit.indexer.made import section

PLACE = "Provkommun"
ENDS = BeforeDeadline(at=MORNING, deadline=date(2027, 6, 30), days_before=(30, 7))


@pytest.fixture
def database() -> FakeDatabase:
    found = FakeDatabase()
    names = {"ks": "Kommunstyrelsen", "kultur": "Kulturnämnden", "bygg": "Byggnadsnämnden"}
    found.units.replace(
        PLACE,
        [
            Unit(id=each, municipality=PLACE, name=name, kind=UnitKind.COMMITTEE)
            for each, name in names.items()
        ],
    )
    return found


@pytest.fixture
def recipients(database: FakeDatabase) -> Recipients:
    look_up = FakeDirectory().person
    return Recipients(
        database.units, database.contacts, database.agreements, look_up, lambda: NOW.date()
    )


def serves(
    database: FakeDatabase, unit: str, role: ContactRole = ContactRole.CONTACT_PERSON
) -> None:
    entry = Entry(
        unit=unit,
        name=f"{role} {unit}",
        person=f"U0{unit}",
        role=role,
        valid=Dates(first=date(2020, 1, 1), last=None),
    )
    doing = ContactDoing(kind=ContactChangeKind.ADDED, by="U9", at=NOW)
    assert database.contacts.store(PLACE, [entry], [], doing)


def owned(database: FakeDatabase, owner: str, responsible: str | None = None) -> Proposal:
    content = AgreementContent(
        name="Vänort Eidsberg",
        kind=AgreementKind.TWIN_TOWN,
        partner="Eidsbergs kommun",
        country="NO",
        valid=Dates(first=date(2020, 1, 1), last=date(2027, 6, 30)),
        owner=owner,
        responsible=responsible,
    )
    made = agreed(database.agreements, content, municipality=PLACE)
    return falls_due(date(2027, 6, 30), agreement=made.id)


def duty(sentence: str) -> Proposal:
    [found] = proposals_of([section(sentence)])
    return found.model_copy(update={"municipality": PLACE})


def of_units(*units: str) -> Audience:
    return Audience(contacts=Contacts(units=frozenset(units), roles=ANSWERING))


def of_role(role: ContactRole) -> Audience:
    return Audience(contacts=Contacts(roles=frozenset({role})))


def test_of_an_agreement_it_is_the_person_responsible(
    database: FakeDatabase, recipients: Recipients
) -> None:
    serves(database, "ks")
    assert recipients.of(owned(database, "ks", "U0ANNA1")) == Audience(
        people=frozenset({"U0ANNA1"})
    )


def test_where_that_is_only_a_name_it_is_who_answers_for_the_owner(
    database: FakeDatabase, recipients: Recipients
) -> None:
    serves(database, "ks")
    audience = recipients.of(owned(database, "ks", "Anna Ek"))
    assert audience == of_units("ks")
    told = recipients.told(audience, PLACE, "sv")
    assert told == "kontaktpersoner och samordnare för Kommunstyrelsen"


def test_where_the_owner_has_nobody_it_is_the_coordinators_and_only_then_everybody(
    database: FakeDatabase, recipients: Recipients
) -> None:
    proposal = owned(database, "bygg")
    serves(database, "kultur")
    assert recipients.of(proposal) == EVERYBODY
    assert recipients.told(EVERYBODY, PLACE, "sv") == "kontaktpersoner för alla enheter"
    serves(database, "ks", ContactRole.COORDINATOR)
    assert recipients.of(proposal) == of_role(ContactRole.COORDINATOR)


def test_of_a_duty_it_is_the_role_or_the_units_that_the_document_names(
    database: FakeDatabase, recipients: Recipients
) -> None:
    role = duty("Den internationella samordnaren ska i mars rapportera till kommunstyrelsen.")
    board = duty("Kommunstyrelsen ska i mars utvärdera arbetet.")
    committees = duty("Nämnderna ska i mars redovisa sitt arbete.")
    assert [recipients.of(each) for each in (role, board, committees)] == [EVERYBODY] * 3
    serves(database, "ks", ContactRole.COORDINATOR)
    serves(database, "kultur")
    assert recipients.of(role) == of_role(ContactRole.COORDINATOR)
    assert recipients.of(board) == of_units("ks")
    assert recipients.of(committees) == of_units("ks", "kultur")


def test_the_draft_says_which_agreement_and_what_falls_due_when(
    database: FakeDatabase, recipients: Recipients
) -> None:
    proposal = falls_due(date(2027, 6, 30), DueKind.NOTICE_BY)
    content = draft_content(proposal, ENDS, EVERYBODY, "sv")
    assert content.title == "Vänort Eidsberg: sista dag för uppsägning"
    assert content.text == (
        "Den 30 juni 2027 är sista dagen att säga upp Vänort Eidsberg. Bestäm före dess om det ska "
        "sägas upp, och berätta vad som gäller i ett svar.\n\nMotpart: Eidsbergs kommun"
    )
    assert content.reason == ("Avtalsregistret: Vänort Eidsberg har en dag att bevaka, 2027-06-30.")
    rule = duty("Kommunstyrelsen ska i mars utvärdera arbetet.").citation
    cited = draft_content(proposal.model_copy(update={"citation": rule}), ENDS, EVERYBODY, "sv")
    assert cited.citation == rule
    assert cited.text == content.text


def test_the_other_party_of_an_agreement_is_named_once() -> None:
    ends = falls_due(date(2027, 6, 30), name="Eidsbergs kommun")
    assert draft_content(ends, ENDS, EVERYBODY, "sv").text == (
        "Eidsbergs kommun går ut den 30 juni 2027. Bestäm i god tid om det ska förlängas, och "
        "berätta vad som gäller i ett svar."
    )
