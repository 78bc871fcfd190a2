from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.domain.activities.dates import Dates
from bot.domain.contacts import ContactChangeKind, ContactRole
from bot.services.errors import (
    ContactChanged,
    ContactGone,
    ContactKnown,
    NotYourContact,
    OnlyCoordinators,
    UnitClosed,
    UnknownUnit,
)
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
    refusals,
    unit,
)


@pytest.fixture
def desk() -> Desk:
    return make_desk()


def test_a_coordinator_adds_a_contact(desk: Desk) -> None:
    made = desk.contacts.add(HOME, entry(person=ANNA), COORDINATOR)
    assert desk.everything() == [made]
    assert (made.changed_by, made.changed_at) == (COORDINATOR, desk.clock())


def test_nobody_else_does_and_the_attempt_is_on_record(desk: Desk) -> None:
    with pytest.raises(OnlyCoordinators):
        desk.contacts.add(HOME, entry(person=MEMBER), MEMBER)
    assert desk.everything() == []
    assert refusals(desk) == [(MEMBER, "manage_contacts")]


def test_a_contact_needs_an_open_unit_of_the_register(desk: Desk) -> None:
    desk.database.units.replace(HOME, [unit("gammal", "Gamla", closed=True)])
    with pytest.raises(UnknownUnit):
        added(desk, entry("nowhere"))
    with pytest.raises(UnitClosed):
        added(desk, entry("gammal"))


@pytest.mark.parametrize(
    "other",
    [
        entry(person=ANNA, name="Annat namn"),
        entry(person=ANNA, first=date(2027, 1, 1)),
        entry(person=ANNA, first=date(2025, 1, 1), last=SINCE),
    ],
)
def test_nobody_is_contact_twice_in_one_role_at_the_same_time(desk: Desk, other: object) -> None:
    added(desk, entry(person=ANNA))
    with pytest.raises(ContactKnown):
        added(desk, other)  # type: ignore[arg-type]


def test_somebody_may_be_contact_for_several_units_roles_and_times(desk: Desk) -> None:
    made = added(
        desk,
        entry(person=ANNA, last=date(2026, 6, 30)),
        entry(person=ANNA, first=date(2026, 7, 1)),
        entry(person=ANNA, role=ContactRole.DEPUTY),
        entry("ks", person=ANNA),
    )
    assert len(made) == 4
    assert len(desk.contacts.of_person(ANNA)) == 3


def test_people_correct_their_own_name_address_unit_and_dates(desk: Desk) -> None:
    [made] = added(desk, entry(person=ANNA))
    own = entry("ks", "Anna Ny", ANNA, first=TODAY, email="anna@example.se")
    changed = desk.contacts.change(made.id, 1, own, ANNA)
    assert (changed.entry, changed.version, changed.changed_by) == (own, 2, ANNA)
    history = desk.contacts.history(made.id, ANNA)
    assert [each.kind for each in history] == [ContactChangeKind.ADDED, ContactChangeKind.CHANGED]
    assert history[1].before == made.entry


@pytest.mark.parametrize(
    "asked", [entry(person="U0OTHER"), entry(person=ANNA, role=ContactRole.HEAD), entry()]
)
def test_people_do_not_change_who_they_are_or_their_role(desk: Desk, asked: object) -> None:
    [made] = added(desk, entry(person=ANNA))
    with pytest.raises(NotYourContact):
        desk.contacts.change(made.id, 1, asked, ANNA)  # type: ignore[arg-type]
    assert desk.everything() == [made]


def test_others_change_nothing_and_read_no_history(desk: Desk) -> None:
    [made] = added(desk, entry(person=ANNA))
    with pytest.raises(NotYourContact):
        desk.contacts.change(made.id, 1, entry(person=ANNA, name="x"), MEMBER)
    with pytest.raises(NotYourContact):
        desk.contacts.history(made.id, MEMBER)
    with pytest.raises(OnlyCoordinators):
        desk.contacts.remove(made.id, 1, ANNA)
    assert [each[0] for each in refusals(desk)] == [MEMBER, MEMBER, ANNA]
    assert desk.contacts.may_change(made, ANNA)
    assert desk.contacts.may_change(made, COORDINATOR)
    assert not desk.contacts.may_change(made, MEMBER)


def test_coordinators_change_all(desk: Desk) -> None:
    [made] = added(desk, entry(person=ANNA))
    other = entry("ks", "Bo", "U0BO", ContactRole.HEAD)
    assert desk.contacts.change(made.id, 1, other, COORDINATOR).entry == other


def test_the_same_again_changes_nothing(desk: Desk) -> None:
    [made] = added(desk, entry(person=ANNA))
    assert desk.contacts.change(made.id, 1, made.entry, ANNA) == made


def test_of_two_who_change_it_the_second_is_told_what_the_first_wrote(desk: Desk) -> None:
    [made] = added(desk, entry(person=ANNA))
    first = desk.contacts.change(made.id, 1, entry(person=ANNA, name="Först"), ANNA)
    with pytest.raises(ContactChanged) as told:
        desk.contacts.change(made.id, 1, entry(person=ANNA, name="Sedan"), COORDINATOR)
    assert told.value.current == first
    with pytest.raises(ContactChanged):
        desk.contacts.remove(made.id, 1, COORDINATOR)


def test_a_change_into_another_contact_is_refused(desk: Desk) -> None:
    made, _ = added(desk, entry(person=ANNA), entry("ks", person=ANNA))
    with pytest.raises(ContactKnown):
        desk.contacts.change(made.id, 1, entry("ks", person=ANNA), ANNA)


def test_another_person_is_not_gone_because_the_one_before_was(desk: Desk) -> None:
    [made] = added(desk, entry(person=ANNA))
    desk.database.contacts.mark_left(ANNA, desk.clock())
    later = desk.contacts.change(made.id, 1, entry(person=ANNA, name="Ny"), COORDINATOR)
    assert later.left_at
    assert desk.contacts.change(made.id, 2, entry(person="U0BO"), COORDINATOR).left_at is None


def test_a_coordinator_removes_what_was_never_true(desk: Desk) -> None:
    [made] = added(desk, entry(person=ANNA))
    assert desk.contacts.remove(made.id, 1, COORDINATOR) == made
    with pytest.raises(ContactGone):
        desk.contacts.find(made.id)
    with pytest.raises(ContactGone):
        desk.contacts.change(made.id, 1, made.entry, COORDINATOR)


def test_who_is_contact_no_longer_is_none_of_their_own(desk: Desk) -> None:
    added(desk, entry(person=ANNA, last=TODAY - timedelta(days=1)))
    added(desk, entry("ks", person=ANNA, last=TODAY))
    added(desk, entry("tn", person=ANNA, first=TODAY + timedelta(days=9)))
    assert [each.unit for each in desk.contacts.of_person(ANNA)] == ["ks", "tn"]


def test_the_staffing_tells_who_answers_where_nobody_does_and_who_has_left(desk: Desk) -> None:
    added(
        desk,
        entry("kf", "Kajsa"),
        entry("bib", "Dag", role=ContactRole.DEPUTY),
        entry("sbu", "Sam"),
        entry("tn", "Tor", "U0TOR"),
    )
    desk.database.contacts.mark_left("U0TOR", desk.clock())
    found = desk.contacts.staffing(HOME)
    told = {each.asked.id: (each.unit.id, len(each.contacts)) for each in found.answering}
    assert told == {
        **{"kf": ("kf", 1), "bib": ("bib", 1), "kn": ("kn", 0), "ks": ("ks", 0)},
        **{"sbu": ("sbu", 1), "skola": ("sbu", 1), "tn": ("tn", 0)},
    }
    assert {each.id for each in found.without} == {"bib", "kn", "ks", "skola", "tn"}
    assert [each.name for each in found.left] == ["Tor"]


def test_units_are_answered_for_in_the_order_asked(desk: Desk) -> None:
    added(desk, entry("kf", "Kajsa"))
    found = desk.contacts.answering(HOME, ["tn", "nowhere", "bib"])
    assert [(each.asked.id, each.unit.id) for each in found] == [("tn", "tn"), ("bib", "kf")]


def test_a_unit_that_was_closed_keeps_its_contact_which_can_still_be_corrected(desk: Desk) -> None:
    [made] = added(desk, entry(person=ANNA))
    desk.database.units.replace(HOME, [])
    closing = Dates(first=SINCE, last=TODAY)
    ended = made.entry.model_copy(update={"valid": closing})
    assert desk.contacts.change(made.id, 1, ended, COORDINATOR).valid == closing
