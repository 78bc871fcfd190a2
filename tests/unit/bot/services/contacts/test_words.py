from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.contacts import ContactRole
from bot.services.contacts.words import LONGEST, Known, Wish, read_wish
from tests.unit.bot.services.contacts.made import HOME, UNITS, added, entry, make_desk
from tests.unit.bot.services.contacts.made import unit as unit_made

DESK = make_desk()
ANNA, BO, PER = added(
    DESK,
    entry(name="Anna Ekström"),
    entry("ks", name="Bo Ekström"),
    entry("sbu", name="Per-Olof Åhs"),
)
KNOWN = Known(
    municipalities=("Skara", "Örebro", "Upplands-Bro"),
    home=HOME,
    units=DESK.database.units.units,
    contacts=DESK.database.contacts.contacts,
)


def read(text: str) -> Wish:
    return read_wish(text, KNOWN)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("vem är kontaktperson för kultur?", {"kn", "kf"}),
        ("Vem är kontakt på Kulturförvaltningen", {"kf"}),
        ("who is the contact person for culture?", {"kn", "kf"}),
        ("contact for the culture committee", {"kn"}),
        ("KULTURNÄMNDEN", {"kn"}),
        ("kulturnamnden", {"kn"}),
        ("kulturnämndens kontaktperson", {"kn"}),
        ("kulturen", {"kn", "kf"}),
        ("kultur och fritid", {"kf"}),
        ("fritid", {"kf"}),
        ("the leisure department", {"kf"}),
        ("biblioteket", {"bib"}),
        ("the library", {"bib"}),
        ("barn", {"sbu"}),
        ("utbildningen", {"sbu"}),
        ("education", {"sbu"}),
        ("sektor barn och utbildning", {"sbu"}),
        ("ks", {"ks"}),
        ("KS och tekniska", {"ks", "tn"}),
        ("kommunstyrelsen", {"ks"}),
        ("nämnder", {"kn", "tn", "ks"}),
        ("vem vänder jag mig till om tekniska frågor", {"tn"}),
        ("who do I contact about schools", {"skola"}),
    ],
)
def test_units_are_found_in_any_words_for_them(text: str, units: set[str]) -> None:
    found = read(text)
    assert set(found.units) >= units
    if text not in ("who do I contact about schools",):
        assert set(found.units) == units
    assert not found.is_mine


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("ersättare för kulturnämnden", ContactRole.DEPUTY),
        ("deputy for the culture committee", ContactRole.DEPUTY),
        ("vem är chef på kulturnämnden", ContactRole.HEAD),
        ("samordnaren på kulturnämnden", ContactRole.COORDINATOR),
    ],
)
def test_roles_are_understood_beside_units(text: str, role: ContactRole) -> None:
    found = read(text)
    assert (found.roles, found.units) == (frozenset({role}), ("kn",))


@pytest.mark.parametrize(
    "text", ["", "  ", "alla kontakter", "list all contacts", "kontaktpersoner"]
)
def test_without_any_name_all_are_meant(text: str) -> None:
    assert read(text).is_for_all
    assert read(text).municipality == HOME


@pytest.mark.parametrize(
    "text", ["mina", "min kontakt", "my contacts", "vad är jag kontakt för", "mine"]
)
def test_ones_own_are_asked_for(text: str) -> None:
    assert read(text).is_mine or text.startswith("vad")


@pytest.mark.parametrize(
    "text",
    ["utan kontakt", "vilka enheter saknar kontaktperson?", "saknas", "units without contact"],
)
def test_units_without_a_contact_are_asked_for(text: str) -> None:
    assert read(text).is_missing


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        ("Anna", (ANNA.id,)),
        ("vem är Anna Ekström?", (ANNA.id,)),
        ("anna ekstrom", (ANNA.id,)),
        ("Ekström", (ANNA.id, BO.id)),
        ("bo", (BO.id,)),
        ("Per-Olof", (PER.id,)),
    ],
)
def test_people_are_found_by_their_names(text: str, contacts: tuple[int, ...]) -> None:
    assert sorted(read(text).contacts) == sorted(contacts)


def test_another_municipality_is_understood_and_its_units_are_meant() -> None:
    found = read("kontakter i Örebro")
    assert (found.municipality, found.is_for_all) == ("Örebro", True)
    assert read("kultur i upplands bro").unknown
    assert read("Skaras kulturnämnd").units == ("kn",)


def test_words_that_nobody_understands_are_told() -> None:
    found = read("kontakt för rymdfart")
    assert (found.units, found.unknown) == ((), ("rymdfart",))
    assert not found.is_for_all


def test_people_whom_the_channel_mentions_are_meant() -> None:
    assert read_wish("", KNOWN, frozenset({"U2", "U1"})).people == ("U1", "U2")


@pytest.mark.parametrize(
    ("text", "unit"), [("skola", "utk"), ("social care", "sok"), ("socialtjänsten", "sok")]
)
def test_what_is_near_a_units_subject_will_do_where_nothing_is_nearer(text: str, unit: str) -> None:
    desk = make_desk()
    units = {"utk": "Utbildningskontoret", "sok": "Socialkontoret", "bost": "Bostadsbolaget"}
    desk.database.units.replace(HOME, [unit_made(each, name) for each, name in units.items()])
    known = Known((HOME,), HOME, desk.database.units.units, desk.database.contacts.contacts)
    assert read_wish(text, known).units == (unit,)


def test_closed_units_are_not_found() -> None:
    desk = make_desk()
    desk.database.units.replace(HOME, [unit_made("kn", "Kulturnämnden", closed=True)])
    known = Known((HOME,), HOME, desk.database.units.units, desk.database.contacts.contacts)
    assert read_wish("kultur", known).units == ()


def test_without_a_municipality_nothing_is_found() -> None:
    known = Known((HOME,), None, DESK.database.units.units, DESK.database.contacts.contacts)
    found = read_wish("kultur", known)
    assert (found.municipality, found.units) == (None, ())


@given(st.text(max_size=2 * LONGEST) | st.sampled_from([name for _, name, _ in UNITS]))
def test_any_text_is_read(text: str) -> None:
    found = read(text)
    assert set(found.units) <= {each for each, _, _ in UNITS}
