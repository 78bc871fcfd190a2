"""The commands on contacts, in this process, over a database in memory."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.channels.terminal import entry
from bot.domain.contacts import Contact
from tests.unit.bot.channels.terminals import Run, Terminal, catalog, run, terminal

__all__ = ["catalog", "run", "terminal"]

EXAMPLES = Path(__file__).parents[4] / "docs" / "examples"
HERE = ("--municipality", "Skara")


@pytest.fixture
def skara(terminal: Terminal, run: Run) -> Terminal:
    """Skara with the units and contacts of the examples."""
    assert run("units", "import", "--yes", str(EXAMPLES / "skara-enheter.csv"), *HERE) == 0
    assert run("contacts", "import", str(EXAMPLES / "skara-kontakter.csv"), *HERE, "--yes") == 0
    return terminal


def shown(terminal: Terminal) -> str:
    return terminal.shown.getvalue() + terminal.told.getvalue()


def kept(terminal: Terminal) -> list[Contact]:
    return terminal.records.storage.contacts.contacts("Skara")


@pytest.mark.parametrize(
    ("place", "name"), [("Upplands-Bro", "upplands-bro"), ("Örebro", "orebro"), ("Skara", "skara")]
)
def test_the_examples_are_imported_whole(
    terminal: Terminal, run: Run, place: str, name: str
) -> None:
    units, contacts = (str(EXAMPLES / f"{name}-{each}.csv") for each in ("enheter", "kontakter"))
    assert run("units", "import", "--yes", units, "-m", place) == 0
    assert run("contacts", "import", contacts, "-m", place, "--yes") == 0
    rows = Path(contacts).read_text("utf-8").splitlines()
    assert len(terminal.records.storage.contacts.contacts(place)) == len(rows) - 1
    assert run("contacts", "import", contacts, "-m", place) == 0
    assert f"{len(rows) - 1} är oförändrade" in shown(terminal)


def test_nothing_is_stored_before_somebody_says_yes(terminal: Terminal, run: Run) -> None:
    run("units", "import", "--yes", str(EXAMPLES / "skara-enheter.csv"), *HERE)
    path = str(EXAMPLES / "skara-kontakter.csv")
    assert run("contacts", "import", path, *HERE) == 0
    told = shown(terminal)
    assert "8 nya kontakter" in told
    assert "Iris Påhittad" in told
    assert "Inget har sparats ännu" in told
    assert run("contacts", "import", path, *HERE, answers=["n"]) == 1
    assert kept(terminal) == []
    assert run("contacts", "import", path, *HERE, answers=["j"]) == 0
    assert "8 kontakter har lagts till och 0 har ändrats" in shown(terminal)
    assert {each.changed_by for each in kept(terminal)} == {"terminal:anna"}


def test_bad_cells_are_named_and_nothing_is_stored(
    terminal: Terminal, run: Run, tmp_path: Path
) -> None:
    run("units", "import", "--yes", str(EXAMPLES / "skara-enheter.csv"), *HERE)
    path = tmp_path / "fel.csv"
    path.write_text("enhet;namn;roll;e-post\nrymden;Anna;kung;anna\nks;Bo;;\n", "utf-8")
    assert run("contacts", "import", str(path), *HERE, "--yes") == 1
    told = shown(terminal)
    for column in ("enhet", "roll", "e-post"):
        assert f"Rad 2, {column}: " in told
    assert "kontaktperson, samordnare, ersättare, chef" in told
    assert kept(terminal) == []


def test_contacts_are_listed_and_looked_up(skara: Terminal, run: Run) -> None:
    assert run("contacts", "list", *HERE) == 0
    everything = shown(skara)
    assert "Iris Påhittad" in everything
    assert "Yusuf Modell" in everything
    assert run("contacts", "list", "vem är kontaktperson för kultur?", *HERE) == 0
    told = shown(skara)
    assert "Yusuf Modell" in told
    assert "Iris" not in told
    run("contacts", "list", "who", "is", "head", "of", "education", *HERE)
    told = shown(skara)
    assert "Stellan Provsson" in told
    assert "Iris" not in told
    run("contacts", "list", "Moa", *HERE)
    assert "Katedralskolan" in shown(skara)
    run("contacts", "list", "chef", *HERE)
    told = shown(skara)
    assert "Arvid" in told
    assert "Iris" not in told


def test_what_is_not_found_is_told(skara: Terminal, run: Run) -> None:
    run("contacts", "list", "rymdfart", *HERE)
    told = shown(skara)
    assert "Inga kontakter hittades i Skara." in told
    assert "Förstod inte: rymdfart" in told
    run("contacts", "list", "ersättare kultur", *HERE)
    told = shown(skara)
    assert "har ingen i den rollen" in told
    assert "Yusuf" in told
    run("contacts", "list", "kommunstyrelsen", *HERE)
    assert "Kommunstyrelsen har ingen kontaktperson." in shown(skara)


def test_units_without_a_contact_are_listed(skara: Terminal, run: Run) -> None:
    assert run("contacts", "list", "--missing", *HERE) == 0
    assert shown(skara).splitlines() == [
        "Kommunstyrelsen har ingen kontaktperson.",
        "Tekniska förvaltningen har ingen kontaktperson.",
    ]
    moa = next(each for each in kept(skara) if each.name == "Moa Fiktiv")
    skara.records.storage.contacts.remove(moa.id, 1)
    run("contacts", "list", "saknas", *HERE)
    covered = (
        "Katedralskolan har ingen egen kontaktperson; Barn- och utbildningsförvaltningen svarar."
    )
    assert covered in shown(skara)


def test_a_parent_answers_for_a_unit_without_contacts(skara: Terminal, run: Run) -> None:
    moa = next(each for each in kept(skara) if each.name == "Moa Fiktiv")
    skara.records.storage.contacts.remove(moa.id, 1)
    run("contacts", "list", "katedralskolan", *HERE)
    told = shown(skara)
    assert "Barn- och utbildningsförvaltningen svarar" in told
    assert "Iris Påhittad" in told


def test_what_is_exported_can_be_imported_again(skara: Terminal, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ut.csv"
    assert run("contacts", "export", str(path), *HERE) == 0
    assert path.stat().st_mode & 0o077 == 0
    assert run("contacts", "import", str(path), *HERE) == 0
    assert "8 är oförändrade" in shown(skara)
    for each in kept(skara):
        skara.records.storage.contacts.remove(each.id, 1)
    assert run("contacts", "import", str(path), *HERE, "--yes") == 0
    written = path.read_bytes()
    path.unlink()
    run("contacts", "export", str(path), *HERE)
    assert path.read_bytes() == written
    assert run("contacts", "export", str(path), *HERE) == 1


def test_a_last_day_in_a_file_ends_a_contact_which_is_no_longer_listed(
    skara: Terminal, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "slut.csv"
    path.write_text("unit,name,to\nkuf,Yusuf Modell,2026-06-30\n", "utf-8")
    assert run("contacts", "import", str(path), *HERE, "--yes") == 0
    told = shown(skara)
    assert "0 nya kontakter, en ändras" in told
    assert "Saknas i filen, och ändras inte: Iris Påhittad" in told
    run("contacts", "list", *HERE)
    assert "Yusuf" not in shown(skara)
    run("contacts", "list", "--all", *HERE)
    assert "Yusuf" in shown(skara)
    yusuf = next(each for each in kept(skara) if each.name == "Yusuf Modell")
    assert run("contacts", "history", str(yusuf.id)) == 0
    history = shown(skara)
    assert history.count("läste in") == 2
    assert "terminal:anna" in history
    assert run("contacts", "history", "999") == 1
    assert "Kontakten 999 finns inte" in shown(skara)


def test_contacts_are_told_to_other_programs(skara: Terminal, run: Run) -> None:
    assert run("contacts", "list", "kultur", "--json", *HERE) == 0
    [row] = json.loads(skara.shown.getvalue())
    assert (row["name"], row["unit"], row["role"]) == ("Yusuf Modell", "kuf", "contact_person")
    assert run("contacts", "list", "--missing", "--json", *HERE) == 0
    assert [each["id"] for each in json.loads(skara.shown.getvalue())] == ["ks", "tek"]


def test_who_has_left_is_marked(skara: Terminal, run: Run) -> None:
    skara.records.storage.contacts.mark_left("U0SKYUSU1", skara.records.now())
    run("contacts", "list", *HERE)
    assert "har lämnat Slack" in shown(skara)


@pytest.mark.parametrize("asked", [("--missing",), ("kultur",), ()])
def test_where_no_units_are_read_in_it_is_told_how_to(
    terminal: Terminal, run: Run, asked: tuple[str, ...]
) -> None:
    assert run("contacts", "list", *asked, "-m", "Enköping") == 0
    told = shown(terminal)
    assert "Inga enheter är inlästa för Enköping" in told
    assert "policylots units import FIL --municipality Enköping" in told
    assert "Förstod inte" not in told


def test_contacts_are_listed_in_the_order_of_their_units(skara: Terminal, run: Run) -> None:
    run("contacts", "list", "--json", *HERE)
    rows = [each["unit"] for each in json.loads(skara.shown.getvalue())]
    names = {each.id: each.name for each in skara.records.storage.units.units("Skara")}
    assert len(rows) == 8
    assert [names[each] for each in rows] == sorted(names[each] for each in rows)


def test_a_contact_is_added_changed_and_ended(skara: Terminal, run: Run) -> None:
    who = ("--unit", "kultur", "--name", "Anna Ek", "--person", "U0ANNA1")
    assert run("contacts", "add", *who, "--role", "ersättare", *HERE) == 0
    assert "Kontakten har lagts till" in shown(skara)
    [anna] = [each for each in kept(skara) if each.name == "Anna Ek"]
    today = skara.records.now().date()
    assert (anna.unit, anna.role, anna.person) == ("kuf", "deputy", "U0ANNA1")
    assert (anna.valid.first, anna.valid.last) == (today, None)

    number = str(anna.id)
    assert run("contacts", "change", number, "--email", "anna@example.se", "--person", "") == 0
    [anna] = [each for each in kept(skara) if each.name == "Anna Ek"]
    assert (anna.role, anna.person, anna.email) == ("deputy", None, "anna@example.se")
    assert run("contacts", "change", number, "--name", "Anna Ek") == 0
    assert "Inget ändrades" in shown(skara)

    assert run("contacts", "end", number) == 0
    assert run("contacts", "end", number, "--last", "2099-12-31") == 0
    [anna] = [each for each in kept(skara) if each.name == "Anna Ek"]
    assert (str(anna.valid.last), anna.version) == ("2099-12-31", 4)
    assert run("contacts", "change", number, "--last", "tills vidare") == 0
    [anna] = [each for each in kept(skara) if each.name == "Anna Ek"]
    assert anna.valid.last is None


def test_all_that_is_wrong_with_a_contact_is_told_at_once(skara: Terminal, run: Run) -> None:
    wrong = ("--unit", "rymden", "--role", "kung", "--email", "anna", "--last", "2000-01-01")
    assert run("contacts", "add", *wrong, *HERE) == 2
    told = shown(skara)
    for option in ("--unit", "--name", "--role", "--email", "--last"):
        assert option in told
    assert run("contacts", "add", "--unit", "förvaltning", "--name", "A", *HERE) == 2
    assert "kan vara flera enheter" in shown(skara)
    assert run("contacts", "end", "999") == 1
    assert len(kept(skara)) == 8


@pytest.mark.parametrize("command", ["list", "add", "change", "end", "import", "export", "history"])
@pytest.mark.parametrize(
    ("locale", "word"), [("sv_SE.UTF-8", "kontakt"), ("en_GB.UTF-8", "contact")]
)
def test_the_commands_explain_themselves_in_both_languages(
    command: str, locale: str, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert entry.run(["contacts", command, "--help"], {"LANG": locale}) == 0
    assert word in capsys.readouterr().out
