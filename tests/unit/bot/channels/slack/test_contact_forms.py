"""Contacts in Slack that are added, corrected and removed, from the form to the receipt."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.slack.actions import contacts as actions
from bot.channels.slack.views import contacts as views
from bot.domain.activities.dates import Dates
from bot.domain.contacts import Contact, ContactRole, Entry
from bot.domain.people import Standing
from bot.services.errors import ContactGone, NotYourContact, OnlyCoordinators
from tests.fakes.slack.elements import first_state
from tests.unit.bot.channels.slack.contacted import HOME, TODAY, added, asked, kept, office, told
from tests.unit.bot.channels.slack.delivered import Body, press, submission
from tests.unit.bot.channels.slack.desks import Office, occasion, written
from tests.unit.bot.services.asked import START

__all__ = ["office"]


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
