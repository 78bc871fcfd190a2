from __future__ import annotations

from datetime import date

import pytest

from bot.domain.contacts import ContactChangeKind, ContactRole
from bot.domain.people import Person, Standing
from bot.services.contacts.importing import ContactPlan
from bot.services.errors import ContactsChanged, OnlyCoordinators
from tests.unit.bot.services.activities.sheets import sheet
from tests.unit.bot.services.contacts.made import (
    ANNA,
    COORDINATOR,
    HOME,
    MEMBER,
    SINCE,
    TODAY,
    Desk,
    added,
    entry,
    make_desk,
    unit,
)

HEAD = "enhet | roll | namn | slack-id | e-post | från | till"


@pytest.fixture
def desk() -> Desk:
    return make_desk()


def plan(desk: Desk, *rows: str, head: str = HEAD) -> ContactPlan:
    return desk.importing.plan(sheet(head, *rows), HOME, COORDINATOR)


def test_rows_become_contacts(desk: Desk) -> None:
    rows = (
        "kn | kontaktperson | Anna Påhittad | U0ANNA | anna@example.se | 2026-01-01 | 2027-12-31",
        "Kommunstyrelsen | chef | Bo Påhittad | | | |",
    )
    found = plan(desk, *rows)
    assert found.problems == ()
    assert found.new == (
        entry(person=ANNA, email="anna@example.se", last=date(2027, 12, 31)),
        entry("ks", "Bo Påhittad", role=ContactRole.HEAD, first=TODAY),
    )
    assert desk.everything() == []
    stored = desk.importing.carry_out(found, COORDINATOR)
    assert [each.entry for each in stored] == list(found.new)
    [change] = desk.database.contacts.history(stored[0].id)
    assert change.kind is ContactChangeKind.IMPORTED


def test_the_columns_may_be_english_and_mentions_are_people(desk: Desk) -> None:
    found = plan(
        desk,
        "kn | deputy | Anna | <@U0ANNA> | 3 May 2026 | until further notice",
        head="Unit | Role | Name | Person | From | To",
    )
    assert found.new == (
        entry(name="Anna", person=ANNA, role=ContactRole.DEPUTY, first=date(2026, 5, 3)),
    )


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ("| chef | Anna | | | |", "enhet", "reason-cell-blank"),
        ("kn | chef | | | | |", "namn", "reason-cell-blank"),
        ("rymden | chef | Anna | | | |", "enhet", "reason-cell-unit"),
        ("kn | kung | Anna | | | |", "roll", "reason-cell-contact-role"),
        ("kn | chef | Anna | anna.ek | | |", "slack-id", "reason-cell-slack-id"),
        ("kn | chef | Anna | | anna | |", "e-post", "reason-cell-email"),
        ("kn | chef | Anna | | | 31/2 2026 |", "från", "reason-cell-date"),
        ("kn | chef | Anna | | | | snart", "till", "reason-cell-date"),
        (
            "kn | chef | Anna | | | 2026-05-01 | 2026-04-30",
            "till",
            "reason-cell-contact-last-before-first",
        ),
        ("kn | chef | Anna 811228-9874 | | | |", "namn", "reason-cell-personal-number"),
        (f"kn | chef | {'x' * 201} | | | |", "namn", "reason-cell-long"),
    ],
)
def test_every_bad_cell_is_named(desk: Desk, row: str, column: str, reason: str) -> None:
    found = plan(desk, "ks | chef | Bo | | | |", row)
    assert [(each.line, each.column, each.reason) for each in found.problems] == [
        (3, column, reason)
    ]
    with pytest.raises(ValueError, match="problems"):
        desk.importing.carry_out(found, COORDINATOR)
    assert desk.everything() == []


def test_a_header_that_cannot_be_used_is_named(desk: Desk) -> None:
    found = plan(desk, "kn | Anna | 1", head="enhet | nman | fax")
    assert {each.reason for each in found.problems} == {
        "reason-column-unknown",
        "reason-column-missing",
    }


def test_the_same_contact_twice_in_a_sheet_is_refused(desk: Desk) -> None:
    found = plan(desk, "kn | chef | Anna | | | |", "Kulturnämnden | head | ANNA | | | |")
    [problem] = found.problems
    assert (problem.line, problem.reason, problem.details["line"]) == (3, "reason-row-twice", "2")


def test_what_is_there_already_is_counted_and_stays(desk: Desk) -> None:
    [made] = added(desk, entry(person=ANNA, email="anna@example.se", last=date(2027, 12, 31)))
    found = plan(desk, "kn | | Anna Påhittad | | | |")
    assert (found.is_empty, found.same, found.absent) == (True, 1, ())
    assert desk.importing.carry_out(found, COORDINATOR) == []
    assert desk.everything() == [made]


def test_what_a_row_tells_otherwise_is_changed(desk: Desk) -> None:
    made, _ = added(desk, entry(), entry("ks", "Bo"))
    found = plan(desk, "kn | | ANNA PÅHITTAD | U0ANNA | | | 2026-12-31")
    [renewed] = found.changed
    assert renewed.before == made
    assert renewed.after.entry == entry(name="ANNA PÅHITTAD", person=ANNA, last=date(2026, 12, 31))
    assert [each.name for each in found.absent] == ["Bo"]
    [stored] = desk.importing.carry_out(found, COORDINATOR)
    assert (stored.id, stored.version) == (made.id, 2)
    assert len(desk.everything()) == 2


def test_until_further_notice_takes_a_last_day_away(desk: Desk) -> None:
    added(desk, entry(person=ANNA, last=date(2026, 12, 31)))
    [renewed] = plan(desk, "kn | | Anna Påhittad | U0ANNA | | | tills vidare").changed
    assert renewed.after.valid.last is None


def test_who_was_contact_once_becomes_a_new_one_from_today(desk: Desk) -> None:
    added(desk, entry(person=ANNA, last=date(2026, 6, 30)))
    found = plan(desk, "kn | | Anna Påhittad | U0ANNA | | |")
    assert [each.valid.first for each in found.new] == [TODAY]
    again = plan(desk, f"kn | | Anna Påhittad | U0ANNA | | {SINCE} | 2026-06-30")
    assert (again.is_empty, again.same) == (True, 1)


def test_another_person_of_the_same_name_is_another_contact(desk: Desk) -> None:
    added(desk, entry(person=ANNA))
    assert len(plan(desk, "kn | | Anna Påhittad | U0OTHER | | |").new) == 1


def test_a_closed_unit_takes_no_new_contact(desk: Desk) -> None:
    added(desk, entry())
    desk.database.units.replace(HOME, [unit("kn", "Kulturnämnden", closed=True)])
    assert plan(desk, "kn | | Anna Påhittad | | | |").problems == ()
    [problem] = plan(desk, "kn | | Bo | | | |").problems
    assert problem.reason == "reason-cell-unit-closed"


def test_what_somebody_changed_meanwhile_is_not_overwritten(desk: Desk) -> None:
    [made] = added(desk, entry())
    found = plan(desk, "kn | | Anna Påhittad | U0ANNA | | |", "ks | | Cia | | | |")
    desk.contacts.change(made.id, 1, entry(email="a@example.se"), COORDINATOR)
    with pytest.raises(ContactsChanged):
        desk.importing.carry_out(found, COORDINATOR)
    assert [each.email for each in desk.everything()] == ["a@example.se"]
    same = plan(desk, "ks | | Cia | | | |")
    desk.importing.carry_out(same, COORDINATOR)
    with pytest.raises(ContactsChanged):
        desk.importing.carry_out(same, COORDINATOR)


def test_only_coordinators_import(desk: Desk) -> None:
    with pytest.raises(OnlyCoordinators):
        desk.importing.plan(sheet(HEAD), HOME, MEMBER)
    with pytest.raises(OnlyCoordinators):
        desk.importing.carry_out(ContactPlan(municipality=HOME), MEMBER)
    with pytest.raises(OnlyCoordinators):
        desk.importing.plan_group([], HOME, "kn", ContactRole.CONTACT_PERSON, MEMBER)


def test_members_of_a_group_become_contacts_of_a_unit(desk: Desk) -> None:
    added(desk, entry(person=ANNA))

    def person(identity: str, standing: Standing = Standing.MEMBER) -> Person:
        return Person(id=identity, name=identity.title(), standing=standing, language="sv")

    guest = person("U0GUEST", Standing.GUEST)
    found = desk.importing.plan_group(
        [person(ANNA), person("U0BO"), guest], HOME, "kn", ContactRole.CONTACT_PERSON, COORDINATOR
    )
    assert found.new == (entry(name="U0Bo", person="U0BO", first=TODAY),)
    assert (found.same, found.outside) == (1, (guest,))
    desk.importing.carry_out(found, COORDINATOR)
    assert [each.person for each in desk.everything()] == [ANNA, "U0BO"]
