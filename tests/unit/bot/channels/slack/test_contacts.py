"""Contacts in Slack, from the command to the receipt, without Slack."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.channels.slack.actions import contacts as actions
from bot.channels.slack.commands import contacts as commands
from bot.channels.slack.views import contacts as views
from bot.domain.activities.dates import Dates
from bot.domain.activities.units import Unit, UnitKind
from bot.domain.contacts import Contact, ContactRole, Entry
from bot.domain.people import Standing
from bot.services.errors import ContactGone, NotYourContact, OnlyCoordinators
from tests.fakes.slack.elements import first_state
from tests.unit.bot.channels.slack.delivered import Body, command, press, submission
from tests.unit.bot.channels.slack.desks import Office, occasion, written
from tests.unit.bot.services.asked import START

HOME = "Skara"
TODAY = START.date()
UNITS = {
    "kuf": "Kultur- och fritidsförvaltningen",
    "bou": "Barn- och utbildningsförvaltningen",
    "ks": "Kommunstyrelsen",
}


@pytest.fixture
def office() -> Office:
    office = Office(home=HOME)
    office.directory.coordinators = {"U0KIM"}
    units = [
        Unit(id=each, municipality=HOME, name=name, kind=UnitKind.ADMINISTRATION)
        for each, name in UNITS.items()
    ]
    office.database.units.replace(HOME, units)
    return office


def added(office: Office, unit: str = "kuf", name: str = "Eva", **stated: Any) -> Contact:
    entry = Entry(unit=unit, name=name, valid=Dates(first=TODAY, last=None), **stated)
    contacts = office.desk.records.contacts(office.desk.rights)
    return contacts.add(HOME, entry, "U0KIM")


def kept(office: Office) -> list[Contact]:
    return office.database.contacts.contacts(HOME)


def asked(office: Office, text: str = "", person: str = "U1") -> dict[str, Any]:
    """What is said to a person's command."""
    body = command(text, command="/kontakter", user_id=person)
    commands.carry_out(office.desk, occasion(body))
    return office.said[-1][1]


def told(office: Office, text: str = "", person: str = "U1") -> str:
    message = asked(office, text, person)["message"]
    return f"{message.text}\n{written(message)}"


class Form:
    """The form as a person fills it in."""

    def __init__(self, office: Office, view: dict[str, Any], person: str) -> None:
        self.office, self.view, self.person = office, view, person
        self.state = first_state(view["blocks"])

    def fill(self, **texts: str) -> Form:
        for field, text in texts.items():
            self._of(field)["value"] = text
        return self

    def choose(self, field: str, value: str) -> Form:
        self._of(field)["selected_option"] = {"value": value}
        return self

    def date(self, field: str, day: str | None) -> Form:
        self._of(field)["selected_date"] = day
        return self

    def who(self, person: str) -> Form:
        self._of("person")["selected_user"] = person
        return self

    def body(self) -> Body:
        made = submission(self.state, self.view["callback_id"], self.view["private_metadata"])
        return {**made, "user": {"id": self.person}}

    def objection(self) -> Any:
        return views.objection(self.office.desk, occasion(self.body()))

    def send(self, attempts: int = 1) -> str:
        if attempts == 1:
            assert self.objection() is None
        views.store(self.office.desk, occasion(self.body(), attempts))
        return str(self.office.texts[-1])

    def _of(self, field: str) -> dict[str, Any]:
        block = next(each for each in self.state if each.startswith(f"contact_{field}"))
        found: dict[str, Any] = self.state[block][block]
        return found


def new_form(office: Office, text: str = "ny", person: str = "U0KIM") -> Form:
    return Form(office, asked(office, text, person)["view"], person)


def pressed(action: str, value: str, person: str = "U0KIM", **more: Any) -> Body:
    return {**press({"action_id": action, "value": value}, **more), "user": {"id": person}}


def change_form(office: Office, contact: Contact, person: str = "U0KIM") -> Form:
    body = pressed("change_contact:0", str(contact.id), person)
    actions.open_form(office.desk, occasion(body))
    way, said = office.said[-1]
    assert way == "open"
    return Form(office, said["view"], person)


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


def test_a_coordinator_adds_a_contact(office: Office) -> None:
    form = new_form(office, "ny kultur <@U0EVA>")
    assert form._of("unit")["selected_option"]["value"] == "kuf"
    assert form._of("person")["selected_user"] == "U0EVA"
    told = form.choose("role", "deputy").fill(email="eva@example.se").send()
    [made] = kept(office)
    assert made.entry == Entry(
        unit="kuf",
        name="U0Eva",
        person="U0EVA",
        email="eva@example.se",
        role=ContactRole.DEPUTY,
        valid=Dates(first=TODAY, last=None),
    )
    assert "Kontakten har lagts till:" in told


def test_members_add_nothing(office: Office) -> None:
    with pytest.raises(OnlyCoordinators):
        asked(office, "ny", "U1")
    with pytest.raises(OnlyCoordinators):
        actions.open_new(office.desk, occasion(pressed("add_contact", HOME, "U1")))
    with pytest.raises(OnlyCoordinators):
        asked(office, "importera <!subteam^S1|@g> kultur", "U1")
    form = new_form(office, "ny kultur").fill(name="Eva")
    form.person = "U1"
    assert "samordnare" in str(form.objection())
    assert kept(office) == []


@pytest.mark.parametrize(
    ("filled", "block", "said"),
    [
        ({}, "contact_name", "Skriv ett namn, eller välj en person i Slack."),
        ({"name": "   "}, "contact_name", "Skriv ett namn"),
        ({"name": "Eva 811228-9874"}, "contact_name", "personnummer"),
        ({"name": "Eva", "email": "eva"}, "contact_email", "ingen e-postadress"),
    ],
)
def test_what_is_wrong_is_told_under_its_input(
    office: Office, filled: dict[str, str], block: str, said: str
) -> None:
    errors = new_form(office, "ny kultur").fill(**filled).objection()
    assert list(errors) == [block]
    assert said in errors[block]


def test_dates_units_and_people_are_checked(office: Office) -> None:
    form = new_form(office, "ny kultur").fill(name="Eva")
    assert "contact_last" in form.date("last", "2026-01-01").objection()
    assert "contact_first" in form.date("last", None).date("first", None).objection()
    form.date("first", "2026-11-02").choose("unit", "gone")
    assert list(form.objection()) == ["contact_unit:Skara"]
    office.directory.standings["U0GONE"] = Standing.STRANGER
    form.choose("unit", "kuf").who("U0GONE")
    assert list(form.objection()) == ["contact_person"]
    added(office, name="EVA")
    form = new_form(office, "ny kultur").fill(name="Eva")
    assert "finns redan" in form.objection()["contact_name"]


def test_people_correct_their_own_entry_but_neither_role_nor_person(office: Office) -> None:
    made = added(office, name="Eva", person="U1")
    form = change_form(office, made, "U1")
    assert {each.split(":")[0] for each in form.state} == {
        "contact_unit",
        "contact_name",
        "contact_email",
        "contact_first",
        "contact_last",
    }
    assert "remove_contact" not in str(form.view)
    told = form.fill(name="Eva Ny").choose("unit", "bou").date("last", "2027-01-31").send()
    [now] = kept(office)
    assert (now.name, now.unit, str(now.valid.last)) == ("Eva Ny", "bou", "2027-01-31")
    assert (now.person, now.role, now.changed_by) == ("U1", made.role, "U1")
    assert "Kontakten har ändrats:" in told


def test_others_get_no_form(office: Office) -> None:
    made = added(office, name="Eva", person="U0EVA")
    with pytest.raises(NotYourContact):
        change_form(office, made, "U1")
    assert [each.action for each in office.database.denials.since(START)] == ["change_contact"]


def test_what_somebody_changed_meanwhile_is_not_overwritten(office: Office) -> None:
    made = added(office, name="Eva", person="U1")
    mine, theirs = change_form(office, made, "U1"), change_form(office, made)
    theirs.fill(email="kim@example.se").send()
    assert "Någon annan har ändrat" in mine.fill(name="Sen").objection()["contact_name"]
    assert kept(office)[0].name == "Eva"


def test_a_second_attempt_stores_nothing_twice(office: Office) -> None:
    form = new_form(office, "ny kultur").fill(name="Eva")
    form.send()
    form.send(attempts=2)
    assert len(kept(office)) == 1
    change = change_form(office, kept(office)[0]).fill(name="Eva Ny")
    change.send()
    change.send(attempts=2)
    assert kept(office)[0].version == 2


def test_a_coordinator_removes_a_contact(office: Office) -> None:
    made = added(office)
    view = {"id": "V1", "type": "modal"}
    body = pressed("remove_contact", f"{made.id}:1", view=view)
    actions.remove(office.desk, occasion(body))
    way, said = office.said[-1]
    assert (way, kept(office)) == ("turn", [])
    assert "Kontakten är borttagen." in str(said["view"])
    actions.remove(office.desk, occasion(body, attempts=2))
    with pytest.raises(ContactGone):
        actions.remove(office.desk, occasion(body))


def test_the_members_of_a_group_are_previewed_and_then_added_once(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    members = ["U0EVA", "U0BO", "U0GUEST"]
    monkeypatch.setattr(
        type(office.messenger), "members_of", lambda _, group: members, raising=False
    )
    office.guest("U0GUEST")
    added(office, name="Eva", person="U0EVA")
    message = asked(office, "importera <!subteam^S0G|@g> kultur", "U0KIM")["message"]
    assert (
        "En ny kontakt för Kultur- och fritidsförvaltningen, roll: kontaktperson." in message.text
    )
    assert "En är det redan." in message.text
    assert "U0Guest" in written(message)
    [row] = [each for each in message.blocks if each["type"] == "actions"]
    body = pressed("add_group", row["elements"][0]["value"])
    for count in ("En kontakt har lagts till.", "Inget har ändrats"):
        actions.add_group(office.desk, occasion(body))
        assert count in office.texts[-1]
    assert {each.person for each in kept(office)} == {"U0EVA", "U0BO"}


@pytest.mark.parametrize("text", ["importera kultur", "importera <!subteam^S0G|@g>", "importera"])
def test_a_group_and_a_unit_are_needed(office: Office, text: str) -> None:
    assert "Nämn en användargrupp och en enhet" in told(office, text, "U0KIM")


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
