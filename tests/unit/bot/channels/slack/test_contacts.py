"""Contacts in Slack that are told: by unit, by person, and who has left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.channels.slack.actions import contacts as actions
from bot.channels.slack.commands import contacts as commands
from bot.domain.contacts import ContactRole
from bot.domain.people import Standing
from tests.unit.bot.channels.slack.contacted import HOME, UNITS, added, asked, office, told
from tests.unit.bot.channels.slack.desks import Office, occasion
from tests.unit.bot.services.asked import START

__all__ = ["office"]


def test_all_contacts_are_told_by_unit_with_what_is_missing(office: Office) -> None:
    added(office, name="Eva", person="U1", email="eva@example.se")
    shown = told(office)
    assert "Kontakter i Skara" in shown
    assert "Eva · kontaktperson · eva@example.se · sedan 2026-11-02" in shown
    assert '{"type": "user", "user_id": "U1"}' in shown
    assert "Saknar kontaktperson: Barn- och utbildningsförvaltningen, Kommunstyrelsen" in shown
    assert "add_contact" not in shown
    assert "add_contact" in told(office, person="U0KIM")


def test_a_unit_is_looked_up_in_plain_words(office: Office) -> None:
    added(office, name="Eva")
    added(office, "bou", name="Bo")
    shown = told(office, "vem är kontaktperson för kultur?")
    assert "Eva" in shown
    assert "Bo" not in shown
    assert "Kommunstyrelsen har ingen kontaktperson." in told(office, "ks")
    assert "Förstod inte: rymdfart" in told(office, "rymdfart")
    assert "har ingen i den rollen" in told(office, "ersättare kultur")


def test_who_may_change_a_contact_is_offered_to(office: Office) -> None:
    added(office, name="Eva", person="U1")
    for person, may in (("U1", True), ("U0KIM", True), ("U2", False)):
        assert ("change_contact" in told(office, "kultur", person)) is may


def test_people_are_looked_up_by_mention_and_by_name(office: Office) -> None:
    added(office, name="Eva Ek", person="U0EVA")
    assert "Eva Ek" in told(office, "<@U0EVA|eva>")
    assert "Eva Ek" in told(office, "vem är Eva?")
    assert "Personen är inte kontakt" in told(office, "<@U0BO>")


def test_ones_own_entries_are_shown_with_a_button(office: Office) -> None:
    assert "Du är inte kontakt för någon enhet." in told(office, "mina")
    added(office, name="Eva", person="U1")
    shown = told(office, "mina")
    assert "Kultur- och fritidsförvaltningen, Skara" in shown
    assert "change_contact" in shown


def test_units_without_a_contact_and_who_has_left_are_told(office: Office) -> None:
    added(office, name="Eva", person="U0EVA")
    office.database.contacts.mark_left("U0EVA", START)
    shown = told(office, "saknas")
    assert "Kultur- och fritidsförvaltningen har ingen kontaktperson." in shown
    assert "Eva (Kultur- och fritidsförvaltningen) har lämnat Slack" in shown


def test_help_and_english(office: Office) -> None:
    assert "importera @grupp" in told(office, "hjälp")
    assert "Contacts in Skara" in told(office, person="U0ENG")


def test_without_a_municipality_it_is_asked_for() -> None:
    office = Office()
    assert "Vilken kommun?" in told(office, "kultur")
    assert "Skara har inga enheter inlästa ännu" in told_new(office)


def told_new(office: Office) -> str:
    office.directory.coordinators = {"U0KIM"}
    return told(office, "ny Skara", "U0KIM")


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("ny", True),
        ("Ny kultur", True),
        ("new", True),
        ("lägg till", True),
        ("nya", False),
        ("", False),
    ],
)
def test_what_opens_the_form_is_told_from_what_does_not(text: str, opens: bool) -> None:
    assert commands.opens_form({"text": text}) is opens


def told_of(office: Office, person: str, attempts: int = 1) -> list[str]:
    """What the coordinators were told by the end."""
    office.desk = replace(office.desk, coordinator_channel="C0KOORD")
    actions.tell_departure(office.desk, occasion({"view": {"private_metadata": person}}, attempts))
    assert all(what["channel"] == "C0KOORD" for how, what in office.said if how == "post")
    return office.texts


def test_coordinators_are_told_who_has_left_and_for_what(office: Office) -> None:
    added(office, name="Eva Ek", person="U0EVA", role=ContactRole.DEPUTY)
    office.directory.standings["U0EVA"] = Standing.STRANGER
    [told] = told_of(office, "U0EVA")
    assert "Eva Ek" in told
    assert UNITS["kuf"] in told


def test_it_is_told_once_though_the_first_attempt_ended_before_it_was_over(office: Office) -> None:
    added(office, person="U0EVA")
    office.directory.standings["U0EVA"] = Standing.STRANGER
    told_of(office, "U0EVA")
    office.messenger.earlier[office.said[-1][1]["key"]] = "9.1"
    assert len(told_of(office, "U0EVA", attempts=2)) == 1


def test_nothing_is_told_of_who_is_back_or_no_contact_any_more(office: Office) -> None:
    added(office, person="U0EVA")
    assert told_of(office, "U0EVA") == []
    office.directory.standings["U0BO"] = Standing.STRANGER
    assert told_of(office, "U0BO") == []


@pytest.mark.parametrize("text", ["", "saknas", "kultur"])
def test_where_no_units_are_read_in_everybody_is_told_whom_to_ask(
    office: Office, text: str
) -> None:
    office.database.units.replace(HOME, [])
    told = str(asked(office, text))
    assert "Skara har inga enheter inlästa ännu" in told
    assert "samordnare" in told
