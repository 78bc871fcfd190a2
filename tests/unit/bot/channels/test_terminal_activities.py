"""The commands on activities, in this process, over a database in memory.

One module, for the terminal and the log that every command needs.
"""

from __future__ import annotations

import io
import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
import typer
from openpyxl import load_workbook
from rich.console import Console

from bot.channels.terminal import entry
from bot.channels.terminal.desk import Desk, login_name
from bot.channels.terminal.output import write_new
from bot.channels.terminal.session import Session
from bot.domain.activities.activity import Activity, ChangeKind, FundingSource, Status
from bot.domain.activities.money import Currency, amount
from bot.domain.activities.units import Unit, UnitKind
from bot.services.activities.kinds import load_kinds
from bot.services.activities.ports import Doing
from bot.services.documents_in_use import DocumentsAlone
from bot.services.records import Records
from knowledge.catalog import SqliteCatalog, write_catalog
from tests.fakes.storage import FakeDatabase
from tests.unit.bot.services.asked import TickingClock
from tests.unit.indexer.made import FIVE, shipped

TEXT = "Studiebesök från Radviliskis 3-5 maj, 12 elever, EU-projekt, 45 000 kr Erasmus+"


class Terminal(Session):
    """A session whose person types ``answers``; without any, nobody sits there."""

    def __init__(self, records: Records, language: str = "sv") -> None:
        super().__init__(language)
        self.answers: list[str] | None = None
        self.records = records
        self.home: str | None = None
        self.shown = io.StringIO()
        self.told = io.StringIO()
        self.out = Console(file=self.shown, width=160, highlight=False)
        self.err = Console(file=self.told, width=160, highlight=False)

    @property
    def is_interactive(self) -> bool:
        return self.answers is not None

    def ask(self, question: str) -> str:
        self.told.write(f"{question}\n")
        if not self.answers:
            raise typer.Abort
        return self.answers.pop(0)

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        yield Desk(self.records, self.home, login="anna")


Run = Callable[..., int]


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> SqliteCatalog:
    path = tmp_path_factory.mktemp("catalog") / "catalog"
    write_catalog(path, map(shipped, FIVE))
    return SqliteCatalog(path)


@pytest.fixture
def terminal(catalog: SqliteCatalog) -> Terminal:
    database = FakeDatabase()
    names = {"ks": "Kommunstyrelsen", "gym": "Västerhöjdsgymnasiet"}
    units = [
        Unit(id=each, municipality="Skövde", name=name, kind=UnitKind.OTHER)
        for each, name in names.items()
    ]
    database.units.replace("Skövde", units)
    documents = DocumentsAlone(lambda: "one", lambda: catalog)
    return Terminal(Records(documents, database, load_kinds(None), TickingClock()))


@pytest.fixture
def run(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command; the answers are what somebody types."""

    def running(*arguments: str, answers: list[str] | None = None) -> int:
        terminal.answers = answers
        for stream in (terminal.shown, terminal.told):
            stream.truncate(0)
            stream.seek(0)
        monkeypatch.setattr(entry, "Session", lambda language: terminal)
        return entry.run(arguments, {})

    return running


def only(terminal: Terminal) -> Activity:
    found = terminal.records.storage.activities.find(1)
    assert found is not None
    return found


def nothing_is_stored(terminal: Terminal) -> bool:
    return terminal.records.storage.activities.find(1) is None


def logged(run: Run, *options: str) -> None:
    assert run("log", TEXT, "-m", "skövde", "-u", "gym", "--yes", *options) == 0


def test_a_text_is_logged_with_what_was_read_from_it(run: Run, terminal: Terminal) -> None:
    logged(run)
    content = only(terminal).content
    assert (content.kind, content.unit, content.countries) == ("eu_project", "gym", ("LT",))
    assert content.participants is not None
    assert content.participants.young == 12
    assert [each.source for each in content.funding] == [FundingSource.EU]
    assert only(terminal).logged_by == "terminal:anna"
    assert "aktivitet 1" in terminal.shown.getvalue()
    told = terminal.told.getvalue()
    assert "finansieringen komma från EU" in told
    assert "5 Definitioner" in told


def test_the_day_and_the_clock_are_those_of_sweden(
    run: Run, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    monkeypatch.setattr(terminal.records, "now", lambda: late)
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        text = "Möte med Radviliskis igår, nätverk"
        assert run("log", text, "-m", "skövde", "-u", "gym", "--yes") == 0
        assert str(only(terminal).content.dates.first) == "2026-12-31"
        run("activity", "1", "--history")
        assert "1. 2027-01-01 00:30" in terminal.shown.getvalue()
        run("report", "-m", "skövde")
        assert "2027" in terminal.shown.getvalue()
    finally:
        monkeypatch.undo()
        time.tzset()


def test_options_stand_above_what_was_read(run: Run, terminal: Terminal) -> None:
    partners = ("--partner", "Skola nr 2, Kaunas", "--partner", "Vilnius stad")
    logged(
        run,
        "--participants",
        "14",
        "--cost",
        "3 500,50 EUR",
        "--towns",
        "Kaunas, Vilnius",
        *partners,
    )
    content = only(terminal).content
    assert content.partners == ("Skola nr 2, Kaunas", "Vilnius stad")
    assert content.participants is not None
    assert (content.participants.total, content.participants.young) == (14, None)
    assert content.cost is not None
    assert (content.cost.minor, content.cost.currency) == (350_050, Currency.EUR)
    assert content.cities == ("Kaunas", "Vilnius")


def test_funding_is_given_by_source(run: Run, terminal: Terminal) -> None:
    logged(run, "--funding", "egen=5000", "--funding", "eu=100 eur:Interreg")
    own, eu = only(terminal).content.funding
    assert (own.source, own.amount) == (FundingSource.OWN, amount(5000, Currency.SEK))
    assert (eu.amount, eu.name) == (amount(100, Currency.EUR), "Interreg")


def test_what_is_missing_is_asked_for_and_nothing_stored_without_a_yes(
    run: Run, terminal: Terminal
) -> None:
    answers = ["", "Möte i Bryssel", "3", "i våras", "2026-05-03", "2026-05-02", "", "2"]
    assert run("log", "-m", "skövde", "--country", "BE", answers=[*answers, "nej"]) == 1
    assert nothing_is_stored(terminal)
    told = terminal.told.getvalue()
    assert "uppgiften saknas" in told
    assert "är inget datum" in told
    assert "sista dagen ligger före den första" in told
    assert run("log", "-m", "skövde", "--country", "BE", answers=[*answers, "ja"]) == 0
    content = only(terminal).content
    assert (content.title, content.kind, content.unit) == (
        "Möte i Bryssel",
        "international_network",
        "gym",
    )


def test_the_unit_of_last_time_is_offered_and_so_is_the_municipality(
    run: Run, terminal: Terminal
) -> None:
    logged(run)
    assert run("log", "Nätverksträff i Kaunas 7 maj", answers=["", "j"]) == 0
    second = terminal.records.storage.activities.find(2)
    assert second is not None
    assert (second.municipality, second.content.unit) == ("Skövde", "gym")


def test_somebody_who_goes_away_stores_nothing(run: Run, terminal: Terminal) -> None:
    assert run("log", TEXT, "-m", "skövde", answers=[]) == 130
    assert nothing_is_stored(terminal)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((TEXT,), "--municipality"),
        ((TEXT, "-m", "skövde"), "--unit"),
        ((TEXT, "-m", "skövde", "-u", "gym"), "--yes"),
        ((TEXT, "-m", "skövde", "-u", "Ingen", "--yes"), "--unit: enheten ”Ingen” finns inte"),
        ((TEXT, "-m", "skövde", "-u", "gym", "--cost", "mycket"), "--cost: ”mycket”"),
        ((TEXT, "-m", "skövde", "-u", "gym", "--funding", "egen"), "--funding: ”egen”"),
        ((TEXT, "-m", "skövde", "-u", "gym", "--towns", "x" * 201), "--towns: texten har 201"),
        ((TEXT, "-m", "skövde", "-u", "gym", "--country", "Utopia"), "--country: landet ”Utopia”"),
    ],
)
def test_where_nobody_can_be_asked_what_is_wrong_is_told(
    run: Run, terminal: Terminal, arguments: tuple[str, ...], words: str
) -> None:
    assert run("log", *arguments) == 2
    assert words in terminal.told.getvalue()
    assert nothing_is_stored(terminal)


def test_a_municipality_without_documents_is_told(run: Run, terminal: Terminal) -> None:
    assert run("log", TEXT, "-m", "Vara") == 1
    assert "Vara" in terminal.told.getvalue()


AT_HOME = (
    "log",
    "Utbyte i Växjö 3 maj",
    "-m",
    "skövde",
    "-u",
    "gym",
    "-k",
    "transnationellt utbyte",
)


def test_a_warning_is_shown_with_its_sentence_and_set_aside_with_a_reason(
    run: Run, terminal: Terminal
) -> None:
    assert run(*AT_HOME, "--yes") == 2
    assert "över gränserna" in terminal.told.getvalue()
    assert nothing_is_stored(terminal)
    assert run(*AT_HOME, answers=[""]) == 1
    assert nothing_is_stored(terminal)
    assert run(*AT_HOME, answers=["På distans", "j"]) == 0
    assert [each.reason for each in only(terminal).content.overrides] == ["På distans"]


def test_a_project_without_money_from_the_eu_is_warned_of_when_a_draft_of_it_is_logged(
    run: Run, terminal: Terminal
) -> None:
    project = ("log", "Ansökan", "--first", "2026-05-03", "-m", "skövde", "-u", "gym")
    assert run(*project, "-k", "EU-projekt", "--draft", "--yes") == 0
    assert run("correct", "1", "--yes") == 2
    assert "Ingen finansiering från EU" in terminal.told.getvalue()
    assert run("correct", "1", "--yes", "--reason", "Beslut väntas") == 0
    assert [each.rule for each in only(terminal).content.overrides] == ["eu_funding"]


def test_a_personal_number_is_warned_of(run: Run, terminal: Terminal) -> None:
    assert run("log", TEXT, "-m", "skövde", "-u", "gym", "--done", "Med 811218-9876", "--yes") == 2
    assert "personnummer" in terminal.told.getvalue()


def test_what_may_be_logged_already_is_shown_before_the_question(
    run: Run, terminal: Terminal
) -> None:
    logged(run)
    assert run("log", TEXT, "-m", "skövde", "-u", "gym", answers=["nej"]) == 1
    assert "redan vara loggad" in terminal.told.getvalue()
    assert "Studiebesök från Radviliskis" in terminal.told.getvalue()


def test_a_draft_is_seen_by_its_author_and_counts_when_it_is_confirmed(
    run: Run, terminal: Terminal
) -> None:
    logged(run, "--draft")
    assert run("activities", "--json") == 0
    assert json.loads(terminal.shown.getvalue()) == []
    assert run("activities", "--mine", "--json") == 0
    assert len(json.loads(terminal.shown.getvalue())) == 1
    assert run("correct", "1", "--yes") == 0
    assert only(terminal).status is Status.LOGGED


def test_a_draft_that_is_withdrawn_is_removed_and_so_is_told(run: Run, terminal: Terminal) -> None:
    logged(run, "--draft")
    assert run("withdraw", "1", answers=["j"]) == 0
    assert "Ta bort utkastet?" in terminal.told.getvalue()
    assert "Utkastet är borttaget: Studiebesök" in terminal.shown.getvalue()
    assert nothing_is_stored(terminal)


def test_drafts_are_listed_when_asked_for(run: Run, terminal: Terminal) -> None:
    logged(run, "--draft")
    terminal.records.storage.activities.add(
        "theirs",
        "Skövde",
        only(terminal).content,
        Status.DRAFT,
        Doing(kind=ChangeKind.SAVED_AS_DRAFT, by="U1", at=terminal.records.now()),
    )
    for options, found in (((), []), (("--drafts",), [2, 1]), (("--drafts", "--mine"), [1])):
        assert run("activities", *options, "--json") == 0
        assert [each["id"] for each in json.loads(terminal.shown.getvalue())] == found


def test_a_correction_changes_what_is_given_and_keeps_what_was_before(
    run: Run, terminal: Terminal
) -> None:
    logged(run)
    assert run("correct", "1", "--participants", "15", "--effects", "Vänner", "--yes") == 0
    assert run("correct", "1", "--last", "pågår", "--effects", "", "--yes") == 0
    content = only(terminal).content
    assert content.participants is not None
    assert (content.participants.total, content.participants.young) == (15, 12)
    assert (content.dates.last, content.effects) == (None, "")
    assert run("activity", "1", "--history") == 0
    shown = terminal.shown.getvalue()
    assert "Deltagare: 12, varav 12 barn och unga → 15, varav 12 barn och unga" in shown
    assert "Effekter: (inget) → Vänner" in shown
    assert "Effekter: Vänner → (inget)" in shown
    assert "3. 2026-11-" in shown


def test_a_correction_of_nothing_and_of_nobodys_are_refused(run: Run, terminal: Terminal) -> None:
    logged(run)
    assert run("correct", "1", "--yes") == 2
    assert run("correct", "2", "--cost", "5", "--yes") == 1
    assert run("correct", "1", "--title", "", "--yes") == 2
    assert only(terminal).version == 1


def test_a_correction_that_changes_nothing_is_told_and_makes_no_version(
    run: Run, terminal: Terminal
) -> None:
    logged(run)
    assert run("correct", "1", "--unit", "gym", "--yes") == 0
    assert "Inget har ändrats" in terminal.told.getvalue()
    assert only(terminal).version == 1


def test_a_closed_unit_is_searched_by_but_not_chosen(run: Run, terminal: Terminal) -> None:
    logged(run)
    terminal.records.storage.units.replace("Skövde", [])
    assert run("activities", "-m", "skövde", "-u", "gym") == 0
    assert "Studiebesök" in terminal.shown.getvalue()
    assert run("log", TEXT, "-m", "skövde", "-u", "gym", "--yes") == 2
    assert "stängd" in terminal.told.getvalue()


def test_dates_are_corrected_one_at_a_time(run: Run, terminal: Terminal) -> None:
    logged(run)
    run("correct", "1", "--first", "2026-05-04", "--yes")
    assert str(only(terminal).content.dates.last) == "2026-05-05"
    run("correct", "1", "--last", "2026-05-04", "--yes")
    run("correct", "1", "--first", "2026-06-01", "--yes")
    assert str(only(terminal).content.dates.last) == "2026-06-01"


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--participants", "3", "--young är inte angivet, så det sparade värdet 12 gäller"),
        ("--young", "13", "--participants är inte angivet, så det sparade värdet 12 gäller"),
        (
            "--first",
            "2026-06-01",
            "--last är inte angivet, så det sparade värdet 2026-05-05 gäller",
        ),
        (
            "--last",
            "2026-05-01",
            "--first är inte angivet, så det sparade värdet 2026-05-03 gäller",
        ),
    ],
)
def test_half_of_what_goes_together_is_refused_by_its_option_with_the_stored_half(
    run: Run, terminal: Terminal, option: str, value: str, told: str
) -> None:
    logged(run)
    assert run("correct", "1", option, value, "--yes") == 2
    refused = terminal.told.getvalue()
    assert told in refused
    assert "så: --" in refused


def test_funding_and_goals_are_emptied_by_a_blank(run: Run, terminal: Terminal) -> None:
    logged(run, "--goal", "2", "--kind", "internationellt nätverk")
    assert run("correct", "1", "--funding", "", "--goal", "", "--yes") == 0
    assert (only(terminal).content.funding, only(terminal).content.goals) == ((), ())
    assert run("correct", "1", "--goal", "två", "--yes") == 2
    assert "--goal: mål två finns inte" in terminal.told.getvalue()


def test_what_is_withdrawn_stays_and_cannot_be_changed(run: Run, terminal: Terminal) -> None:
    logged(run)
    assert run("withdraw", "1") == 2
    assert run("withdraw", "1", answers=["nej"]) == 1
    assert only(terminal).status is Status.LOGGED
    assert run("withdraw", "1", "--reason", "Blev inte av", answers=["j"]) == 0
    assert only(terminal).status is Status.WITHDRAWN
    assert run("correct", "1", "--cost", "5", "--yes") == 1
    assert "tillbakadragen" in terminal.told.getvalue()
    run("activity", "1", "--history")
    assert "Blev inte av" in terminal.shown.getvalue()


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((), 1),
        (("--year", "2026"), 1),
        (("--year", "2025"), 0),
        (("--kind", "EU project"), 1),
        (("--kind", "omvärldsbevakning"), 0),
        (("--country", "litauen"), 1),
        (("--country", "SE"), 0),
        (("-m", "skövde", "--unit", "gym"), 1),
        (("-m", "skövde", "--unit", "Kommunstyrelsen"), 0),
        (("-m", "örebro"), 0),
        (("--mine",), 1),
    ],
)
def test_a_list_is_narrowed_by_its_options(
    run: Run, terminal: Terminal, options: tuple[str, ...], found: int
) -> None:
    logged(run)
    assert run("activities", *options, "--json") == 0
    assert len(json.loads(terminal.shown.getvalue())) == found
    assert run("activities", *options) == 0
    assert ("Studiebesök" in terminal.shown.getvalue()) == bool(found)


def test_a_list_is_in_the_language_of_the_interface(run: Run, terminal: Terminal) -> None:
    logged(run)
    terminal.language = "en"
    assert run("activities") == 0
    assert "EU project" in terminal.shown.getvalue()
    assert "Page 1 of 1" in terminal.told.getvalue()


ROWS = """slag;titel;första dag;enhet;länder;finansiering EU
EU-projekt;Besök;2026-05-03;gym;Litauen;1000
EU-projekt;Kurs;i våras;gym;Litauen;1000
"""


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "rader.csv"
    path.write_text(ROWS, "utf-8")
    return path


def test_an_import_with_a_bad_row_stores_nothing_and_tells_which(
    run: Run, terminal: Terminal, sheet: Path
) -> None:
    assert run("import", str(sheet), "-m", "skövde", "--yes") == 1
    assert "Rad 3, första dag: ”i våras” är inget datum" in terminal.shown.getvalue()
    assert nothing_is_stored(terminal)


def test_good_rows_are_imported_beside_bad_ones_when_told_so_and_once_only(
    run: Run, terminal: Terminal, sheet: Path
) -> None:
    assert run("import", str(sheet), "-m", "skövde", "--skip-bad", "--yes") == 0
    assert only(terminal).content.title == "Besök"
    assert run("import", str(sheet), "-m", "skövde", "--skip-bad", "--yes") == 1
    assert "0 rader kan läsas in, en är redan inläst." in terminal.shown.getvalue()
    sheet.write_text(ROWS.partition("EU-projekt;Kurs")[0], "utf-8")
    assert run("import", str(sheet), "-m", "skövde", "--yes") == 0
    assert "en är redan inläst." in terminal.shown.getvalue()


def test_an_import_is_tried_before_it_is_done(run: Run, terminal: Terminal, sheet: Path) -> None:
    sheet.write_text(ROWS.replace("i våras", "2026-05-04"), "utf-8")
    arguments = ("import", str(sheet), "-m", "skövde")
    assert run(*arguments) == 0
    assert "--yes" in terminal.told.getvalue()
    assert run(*arguments, answers=["nej"]) == 1
    assert nothing_is_stored(terminal)
    assert run(*arguments, answers=["ja"]) == 0
    assert "2 aktiviteter har lästs in" in terminal.shown.getvalue()


def test_a_warning_about_rows_is_told_once_with_its_sentence(
    run: Run, terminal: Terminal, sheet: Path
) -> None:
    rows = "transnationellt utbyte;Besök;2026-05-03;gym;Sverige\n"
    sheet.write_text(ROWS.splitlines()[0] + "\n" + rows + rows.replace("Besök", "Möte"), "utf-8")
    assert run("import", str(sheet), "-m", "skövde", "--yes") == 1
    shown = terminal.shown.getvalue()
    assert "Raderna 2, 3 behöver ett skäl" in shown
    assert shown.count("5 Definitioner") == 1
    assert run("import", str(sheet), "-m", "skövde", "--yes", "--reason", "På distans") == 0
    assert only(terminal).content.overrides[0].reason == "På distans"


def test_a_file_that_is_no_table_is_told(run: Run, terminal: Terminal, tmp_path: Path) -> None:
    assert run("import", str(tmp_path / "ingen.csv"), "-m", "skövde") == 1
    assert "kontrollera sökvägen" in terminal.told.getvalue()


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_template_can_be_filled_in_and_imported(
    run: Run, terminal: Terminal, tmp_path: Path, language: str, ending: str
) -> None:
    terminal.language = language
    template = tmp_path / f"mall.{ending}"
    assert run("import", "--template", str(template), "-m", "skövde") == 0
    row = ["international network", "Besök", "2026-05-03", "", "gym"]
    if ending == "xlsx":
        book = load_workbook(template)
        assert len(book.worksheets) == 3
        book.worksheets[0].append(row)
        book.save(template)
    else:
        template.write_bytes(template.read_bytes() + ";".join(row).encode())
    assert run("import", str(template), "-m", "skövde", "--yes") == 0
    assert only(terminal).content.unit == "gym"


def test_a_template_takes_no_other_files_place(run: Run, terminal: Terminal, sheet: Path) -> None:
    assert run("import", "--template", str(sheet)) == 1
    assert sheet.read_text("utf-8") == ROWS
    assert run("import", "--template", "mall.txt") == 2
    assert run("import") == 2


def test_units_are_replaced_as_a_whole_or_not_at_all(
    run: Run, terminal: Terminal, tmp_path: Path
) -> None:
    logged(run)
    path = tmp_path / "enheter.csv"
    path.write_text("id;namn;slag;tillhör\nks;Kommunstyrelsen;nämnd;ks\n", "utf-8")
    assert run("units", "import", str(path), "-m", "skövde") == 1
    assert "tillhöra sig själv" in terminal.shown.getvalue()
    assert len(terminal.records.all_units("Skövde")) == 2
    path.write_text("id;namn;slag;tillhör\nbun;Barn- och unga;nämnd;\n", "utf-8")
    assert run("units", "import", str(path), "-m", "skövde") == 0
    assert "Västerhöjdsgymnasiet" in terminal.shown.getvalue()
    assert run("units", "list", "-m", "skövde") == 0
    assert "Barn- och unga" in terminal.shown.getvalue()
    assert run("units", "list", "-m", "skövde", "--json") == 0
    listed = {each["id"]: each["closed"] for each in json.loads(terminal.shown.getvalue())}
    assert listed == {"bun": False, "gym": True}
    assert run("units", "list", "-m", "örebro") == 0
    assert "inga enheter" in terminal.shown.getvalue()


def test_a_report_is_shown_and_written(run: Run, terminal: Terminal, tmp_path: Path) -> None:
    logged(run)
    arguments = ("report", "-m", "skövde", "-p", "2026", "-o", str(tmp_path / "rapport"))
    assert run(*arguments) == 0
    assert "Aktiviteter" in terminal.shown.getvalue()
    files = sorted(each.suffix for each in (tmp_path / "rapport").iterdir())
    assert files == [".csv", ".docx", ".xlsx"]
    assert run(*arguments) == 1
    assert "finns redan" in terminal.told.getvalue()
    assert run(*arguments, "--format", "pdf") == 2
    assert run(*arguments, "--language", "de") == 2
    assert run("report", "-m", "skövde", "-p", "snart") == 1


def test_a_report_can_be_in_another_language(run: Run, terminal: Terminal) -> None:
    logged(run)
    assert run("report", "-m", "skövde", "-p", "2026", "--language", "en") == 0
    assert "Activities" in terminal.shown.getvalue()


def test_a_person_is_exported_and_erased_when_their_id_is_typed_again(
    run: Run, terminal: Terminal, tmp_path: Path
) -> None:
    logged(run)
    path = tmp_path / "anna.json"
    assert run("export-person", "terminal:anna", "-o", str(path)) == 0
    assert len(json.loads(path.read_text("utf-8"))["records"]["activities"]) == 1
    assert path.stat().st_mode & 0o777 == 0o600
    assert run("erase-person", "terminal:anna") == 2
    assert run("erase-person", "terminal:anna", answers=["anna"]) == 1
    assert only(terminal).logged_by == "terminal:anna"
    assert run("erase-person", "terminal:anna", answers=["terminal:anna"]) == 0
    assert only(terminal).logged_by.startswith("raderad-")
    assert run("export-person", "terminal:anna") == 0
    assert json.loads(terminal.shown.getvalue())["records"]["activities"] == []


def test_all_is_exported_with_history_and_without_formulas(
    run: Run, terminal: Terminal, tmp_path: Path
) -> None:
    logged(run, "--title", "=1+1")
    run("correct", "1", "--cost", "50 000", "--yes")
    folder = tmp_path / "ut"
    assert run("export-all", "-o", str(folder)) == 0
    [record] = map(json.loads, (folder / "aktiviteter.jsonl").read_text("utf-8").splitlines())
    assert [each["version"] for each in record["history"]] == [1, 2]
    table = (folder / "aktiviteter.csv").read_text("utf-8-sig")
    assert "'=1+1" in table
    assert run("export-all", "-o", str(folder)) == 1
    assert run("export-all", "-o", str(tmp_path / "o"), "-m", "örebro") == 0
    assert (tmp_path / "o" / "aktiviteter.jsonl").read_bytes() == b""


def test_what_is_logged_while_all_is_exported_is_in_none_of_the_files(
    run: Run, terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logged(run)
    doing = Doing(kind=ChangeKind.LOGGED, by="U2", at=datetime.now(UTC))

    def write_while_others_log(path: Path, parts: Iterable[bytes], mode: int) -> None:
        write_new(path, parts, mode)
        book, content = terminal.records.storage.activities, only(terminal).content
        book.add(path.name, "Skövde", content, Status.LOGGED, doing)

    with monkeypatch.context() as patched:
        patched.setattr("bot.channels.terminal.output.write_new", write_while_others_log)
        assert run("export-all", "-o", str(tmp_path)) == 0

    assert len((tmp_path / "aktiviteter.jsonl").read_text("utf-8").splitlines()) == 1
    assert len((tmp_path / "aktiviteter.csv").read_text("utf-8-sig").splitlines()) == 2


def test_goals_are_listed_by_number_and_chosen_by_it(run: Run, terminal: Terminal) -> None:
    assert run("goals", "-m", "skövde", "--json") == 0
    quotes = [each["quote"] for each in json.loads(terminal.shown.getvalue())]
    assert run("goals", "-m", "skövde") == 0
    assert "Policy för internationellt arbete" in terminal.shown.getvalue()
    logged(run, "--goal", "2", "--goal", "1")
    assert [each.quote for each in only(terminal).content.goals] == [quotes[1], quotes[0]]
    assert run("correct", "1", "--goal", "0", "--yes") == 0
    assert only(terminal).content.goals == ()
    assert run("correct", "1", "--goal", "99", "--yes") == 2
    assert "--goal: mål 99 finns inte" in terminal.told.getvalue()
    assert run("goals") == 0


def test_the_municipality_of_the_setting_is_meant_where_none_is_named(
    run: Run, terminal: Terminal
) -> None:
    terminal.home = "Skövde"
    assert run("log", TEXT, "-u", "gym", "--yes") == 0
    assert only(terminal).municipality == "Skövde"
    terminal.home = "Vara"
    assert run("log", TEXT, "-u", "gym", "--yes") == 1
    assert "HOME_MUNICIPALITY" in terminal.told.getvalue()


def test_who_has_no_login_name_is_known_by_their_number(monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise KeyError("getpwuid(): uid not found: 10001")

    monkeypatch.setattr("getpass.getuser", nameless)
    assert login_name() == f"uid-{os.getuid()}"


def test_whoever_is_at_the_terminal_is_the_only_coordinator(terminal: Terminal) -> None:
    with terminal.desk() as desk:
        assert desk.rights.is_coordinator("terminal:anna")
        assert not desk.rights.is_coordinator("terminal:bo")


NUMBER, OTHER = "811228-9874", "701063–2391"
"""Made up, with right check digits; the second is a coordination number."""


def test_a_reason_with_a_personal_number_is_asked_for_again_with_nothing_lost(
    run: Run, terminal: Terminal
) -> None:
    answers = [f"Det är {NUMBER}", "Ett diarienummer", "j"]
    options = ("-m", "skövde", "-u", "gym", "--done", f"Om {NUMBER}")
    assert run("log", TEXT, *options, answers=answers) == 0
    assert "Skriv skälet utan numret" in terminal.told.getvalue()
    assert [each.reason for each in only(terminal).content.overrides] == ["Ett diarienummer"]


def test_a_reason_with_a_personal_number_is_refused_where_nobody_can_be_asked(
    run: Run, terminal: Terminal
) -> None:
    options = ("-m", "skövde", "-u", "gym", "--done", NUMBER, "--reason", NUMBER, "--yes")
    assert run("log", TEXT, *options) == 1
    assert "Skriv skälet utan numret" in terminal.told.getvalue()
    assert nothing_is_stored(terminal)


def test_another_personal_number_in_a_correction_needs_a_reason_of_its_own(
    run: Run, terminal: Terminal
) -> None:
    logged(run, "--done", f"Dnr {NUMBER}", "--reason", "Ett diarienummer")
    assert run("correct", "1", "--participants", "15", "--yes") == 0
    assert run("correct", "1", "--effects", f"Och {OTHER}", "--yes") == 2
    assert "--reason" in terminal.told.getvalue()
    assert run("correct", "1", "--effects", f"Och {OTHER}", "--yes", "--reason", "Ett till") == 0


def test_a_withdrawal_is_not_reasoned_for_with_a_personal_number(
    run: Run, terminal: Terminal
) -> None:
    logged(run)
    assert run("withdraw", "1", "--reason", f"{NUMBER} är sjuk", "--yes") == 1
    assert only(terminal).status is Status.LOGGED


@pytest.fixture
def five_years(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Activities are kept for five years."""
    monkeypatch.setenv("POLICYLOTS_HOME", str(tmp_path))
    monkeypatch.setenv("ACTIVITY_RETENTION_YEARS", "5")


@pytest.mark.usefixtures("five_years")
def test_what_was_kept_long_enough_is_shown_and_removed_only_after_a_yes(
    run: Run, terminal: Terminal
) -> None:
    logged(run, "--first", "2015-05-03", "--last", "2015-05-05")
    assert run("purge") == 0
    assert "en aktivitet, 0 utskick" in terminal.shown.getvalue()
    assert "2015" in terminal.shown.getvalue()
    assert run("purge", answers=["n"]) == 1
    assert "Inget har tagits bort" in terminal.told.getvalue()
    assert not nothing_is_stored(terminal)
    assert run("purge", "--yes") == 0
    assert nothing_is_stored(terminal)


@pytest.mark.usefixtures("five_years")
def test_what_may_be_kept_is_not_removed(run: Run, terminal: Terminal) -> None:
    logged(run)
    assert run("purge", "--yes") == 0
    assert "0 aktiviteter, 0 utskick" in terminal.shown.getvalue()
    assert not nothing_is_stored(terminal)


def test_where_nothing_can_be_imported_the_template_is_named(
    run: Run, terminal: Terminal, tmp_path: Path
) -> None:
    path = tmp_path / "fel.csv"
    path.write_text("hej\n1\n")
    assert run("import", str(path), "-m", "skövde") == 1
    told = terminal.told.getvalue()
    assert "--template" in told
    assert "--skip-bad" not in told


def test_a_person_of_whom_nothing_is_kept_is_told(run: Run, terminal: Terminal) -> None:
    assert run("export-person", "U404") == 0
    assert "Databasen har inget om U404" in terminal.told.getvalue()
    logged(run)
    assert run("export-person", "terminal:anna") == 0
    assert "inget om" not in terminal.told.getvalue()


def test_a_municipality_that_is_mistyped_is_asked_for_again(run: Run, terminal: Terminal) -> None:
    answers = ["Narnia", "", "skövde", "gym", "j"]
    assert run("log", TEXT, answers=answers) == 0
    assert "Narnia" in terminal.told.getvalue()
    assert only(terminal).municipality == "Skövde"
