"""Contacts: looked up by anybody, corrected by whom they tell of, kept by coordinators."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.slack.reading_in import read_in, written
from tests.end_to_end.slack.town import Town, actions, element
from tests.fakes.slack import Message, Person, View

PLACE = "Upplands-Bro"
HERE = ("--municipality", PLACE)
UNITS = Path(__file__).parents[3] / "docs" / "examples" / "upplands-bro-enheter.csv"


@pytest.fixture
def bro(town: Town) -> Town:
    """The town with the register of Upplands-Bro's units, and without contacts."""
    told = read_in(town, "units", "import", "--yes", str(UNITS), *HERE)
    assert "Upplands-Bro har nu 11 enheter" in told
    return town


def asked(town: Town, person: Person, text: str) -> Message:
    """The private answer to ``/kontakter TEXT`` about Upplands-Bro."""
    return town.whispered(person.commands("/kontakter", f"{PLACE} {text}"))


def imported(town: Town, folder: Path, *rows: str, code: int = 0) -> str:
    path = written(folder, "kontakter.csv", "enhet;roll;namn;slack id", *rows)
    return read_in(town, "contacts", "import", path, *HERE, "--yes", code=code)


def kept(town: Town, person: Person) -> list[dict[str, Any]]:
    """What somebody is contact for."""
    return town.bot.rows("SELECT * FROM contact WHERE person = ?", person.id)


def filled(**texts: str) -> dict[str, dict[str, Any]]:
    return {f"contact_{field}": {f"contact_{field}": text} for field, text in texts.items()}


def submitted(town: Town, person: Person, form: View, values: Any) -> Message:
    """What a person is told of a form that is stored."""
    before = len(person.ephemerals)
    seen = len(town.slack.messages(person.channel))
    person.submits(form, values)
    town.quiet()
    assert person.view is None
    assert len(person.ephemerals) == before
    return town.slack.messages(person.channel)[seen]


def test_contacts_from_a_file_are_looked_up_in_plain_words(bro: Town, tmp_path: Path) -> None:
    alva, eva = bro.person("Alva Provsson"), bro.person()
    told = imported(bro, tmp_path, f"kfk;kontaktperson;Alva Provsson;{alva.id}", "utk;chef;Ines;")
    assert "2 kontakter har lagts till" in told
    found = asked(bro, eva, "vem är kontaktperson för kultur?")
    assert "Alva Provsson" in found.shown
    assert "Ines" not in found.shown
    assert "change_contact:0" not in actions(found)
    in_english = asked(bro, eva, "who is head of education")
    assert "Ines" in in_english.shown
    everybody = asked(bro, eva, "").shown
    assert "Kontakter i Upplands-Bro" in everybody
    assert "Saknar kontaktperson: " in everybody
    mentioned = bro.whispered(eva.commands("/kontakter", alva.mention)).shown
    assert "Kultur- och fritidskontoret, Upplands-Bro" in mentioned
    missing = asked(bro, eva, "saknas").shown
    assert "Socialkontoret har ingen kontaktperson." in missing
    assert "Kultur- och fritidskontoret har" not in missing


def test_somebody_corrects_their_own_entry(bro: Town, tmp_path: Path) -> None:
    tuva = bro.person("Tuva Demodotter")
    imported(bro, tmp_path, f"sok;kontaktperson;Tuva Demodotter;{tuva.id}")
    own = bro.whispered(tuva.commands("/kontakter", "mina"))
    assert "Socialkontoret, Upplands-Bro" in own.shown
    tuva.presses(own, "change_contact:0")
    form = bro.opened(tuva, "contact_form")
    assert "contact_role" not in str(form.blocks)
    errors = tuva.submits(form, filled(email="tuva")).errors
    assert "ingen e-postadress" in errors["contact_email"]
    receipt = submitted(bro, tuva, form, filled(name="Tuva Demosson", email="tuva@example.se"))
    assert "Kontakten har ändrats:" in receipt.shown
    [now] = kept(bro, tuva)
    assert (now["name"], now["email"]) == ("Tuva Demosson", "tuva@example.se")
    assert (now["version"], now["changed_by"]) == (2, tuva.id)


def test_a_coordinator_adds_changes_and_removes_a_contact(bro: Town) -> None:
    lena, sixten = bro.lena, bro.person("Sixten Sagesson")
    lena.commands("/kontakter", f"ny {PLACE} samhällsbyggnadskontoret {sixten.mention}")
    form = bro.opened(lena, "contact_form")
    assert element(form, "contact_person")["initial_user"] == sixten.id
    receipt = submitted(bro, lena, form, {})
    assert "Kontakten har lagts till:" in receipt.shown
    [added] = kept(bro, sixten)
    assert (added["unit"], added["role"]) == ("sbk", "contact_person")
    assert added["name"] == "Sixten Sagesson"

    lena.presses(receipt, "change_contact:0")
    form = bro.opened(lena, "contact_form")
    submitted(bro, lena, form, filled(role="deputy", last="2027-12-31"))
    [changed] = kept(bro, sixten)
    assert (changed["role"], changed["last_day"]) == ("deputy", "2027-12-31")

    lena.presses(asked(bro, lena, "ersättare samhällsbyggnadskontoret"), "change_contact:0")
    form = bro.opened(lena, "contact_form")
    lena.presses(form, "remove_contact")
    bro.wait(lambda: "Kontakten är borttagen." in form.shown)
    lena.closes(form)
    assert kept(bro, sixten) == []


def test_only_coordinators_add_and_only_they_and_the_contact_change(
    bro: Town, tmp_path: Path
) -> None:
    mia, malte = bro.person("Mia Medlem"), bro.person("Malte Modell")
    refused = bro.whispered(mia.commands("/kontakter", f"ny {PLACE}")).shown
    assert "samordnare" in refused
    assert ("manage_contacts", "not a coordinator") in bro.denials(mia)
    imported(bro, tmp_path, f"utk;ersättare;Malte Modell;{malte.id}")
    assert "change_contact:0" not in actions(asked(bro, mia, "utbildningskontoret"))
    assert "change_contact:0" in actions(asked(bro, malte, "utbildningskontoret"))


def test_of_two_who_change_a_contact_the_second_is_told(bro: Town, tmp_path: Path) -> None:
    juni = bro.person("Juni Utkast")
    imported(bro, tmp_path, f"klk;samordnare;Juni Utkast;{juni.id}")
    juni.presses(asked(bro, juni, "mina"), "change_contact:0")
    form = bro.opened(juni, "contact_form")
    imported(bro, tmp_path, f"klk;samordnare;Juni Ny;{juni.id}")
    errors = juni.submits(form, filled(email="juni@example.se")).errors
    assert "Någon annan har ändrat" in errors["contact_name"]
    juni.closes(form)
    [now] = kept(bro, juni)
    assert (now["name"], now["email"]) == ("Juni Ny", None)


def test_the_members_of_a_user_group_become_contacts_after_a_look(bro: Town) -> None:
    folke, asta = bro.person("Folke Påhittad"), bro.person("Asta Exempelsson")
    guest = bro.person("Gusten Gäst", guest=True)
    group = bro.slack.add_group("internationellt", [folke, asta, guest])
    text = f"importera <!subteam^{group}|@internationellt> {PLACE} bostadsbolaget"
    shown = bro.whispered(bro.lena.commands("/kontakter", text))
    assert "2 nya kontakter för Bostadsbolaget" in shown.shown
    assert "Gusten Gäst" in shown.shown
    assert kept(bro, folke) == []
    bro.lena.presses(shown, "add_group")
    bro.wait(lambda: "2 kontakter har lagts till." in shown.shown)
    assert "Folke Påhittad" in asked(bro, folke, "bostadsbolaget").shown
    again = bro.whispered(bro.lena.commands("/kontakter", text))
    assert "Ingen ny kontakt" in again.shown
    assert "add_group" not in actions(again)


def test_somebody_in_english_is_answered_in_english(bro: Town) -> None:
    ann = bro.person("Ann Other", locale="en-GB")
    assert "Contacts in Upplands-Bro" in asked(bro, ann, "").shown
    assert (
        "makes the members of a user group contacts"
        in bro.whispered(ann.commands("/kontakter", "help")).shown
    )


def test_a_guest_is_told_nothing(bro: Town) -> None:
    guest = bro.person("Gun Gäst", guest=True)
    assert "Kontakter i" not in asked(bro, guest, "").shown
