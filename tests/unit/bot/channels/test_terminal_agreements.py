"""`policylots agreements`, in this process, over a database in memory."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.fakes.agreements import FakeAgreementBook
from tests.unit.bot.channels.terminals import Run, Terminal, catalog, run, terminal

__all__ = ["catalog", "run", "terminal"]

EXAMPLES = Path(__file__).parents[4] / "docs" / "examples"
SAMPLE = EXAMPLES / "orebro-avtal.csv"
NETWORK = ("--name", "Eurotowns", "--kind", "nätverk", "--partner", "Eurotowns")
WHERE = ("--country", "Spanien", "--first", "2020-01-01", "--owner", "Kommunstyrelsen")


@pytest.fixture(autouse=True)
def orebro(terminal: Terminal, run: Run) -> None:
    """Örebro with the units of the examples."""
    terminal.home = "Örebro"
    assert run("units", "import", "--yes", str(EXAMPLES / "orebro-enheter.csv")) == 0


def shown(terminal: Terminal) -> str:
    return terminal.shown.getvalue()


def test_the_sample_is_read_in_once_and_listed_by_what_falls_due(
    run: Run, terminal: Terminal
) -> None:
    assert run("agreements", "import", str(SAMPLE), "--yes") == 0
    assert "10 avtal har lagts till" in shown(terminal)
    assert run("agreements", "import", str(SAMPLE), "--yes") == 0
    assert "Örebro: 0 nya avtal, 10 finns redan." in shown(terminal)

    assert run("agreements", "list") == 0

    told = shown(terminal)
    assert told.index("Yantai") < told.index("stadsutveckling") < told.index("Mayors for Peace")
    assert "Vänortsavtal Terrassa: Saknar slutdatum" in told
    assert "Drammen: " not in told
    assert told.count("”Alla vänortsavtal och samarbetsavtal förutom de fyra nordiska") == 1
    assert "10 avtal, varav 4 med varning." in terminal.told.getvalue()


def test_nothing_is_stored_before_somebody_says_yes(run: Run, terminal: Terminal) -> None:
    assert run("agreements", "import", str(SAMPLE)) == 0
    assert run("agreements", "import", str(SAMPLE), answers=["nej"]) == 1
    assert terminal.records.storage.agreements.agreements("Örebro") == []
    assert run("agreements", "import", str(SAMPLE), answers=["ja"]) == 0
    assert len(terminal.records.storage.agreements.agreements("Örebro")) == 10


def test_what_is_written_out_is_read_in_again_as_the_same(
    run: Run, terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("agreements", "import", str(SAMPLE), "--yes")
    before = terminal.records.storage.agreements.agreements("Örebro")
    file = tmp_path / "avtal.csv"
    assert run("agreements", "export", "--output", str(file)) == 0
    monkeypatch.setattr(terminal.records.storage, "agreements", FakeAgreementBook())

    assert run("agreements", "import", str(file), "--yes") == 0

    after = terminal.records.storage.agreements.agreements("Örebro")
    assert {each.content for each in after} == {each.content for each in before}


def test_every_bad_cell_is_named_and_nothing_stored(
    run: Run, terminal: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "avtal.csv"
    file.write_text(
        "Namn;Slag;Partner;Land;Gäller från;Gäller till;Uppsägning;Ansvarig enhet\n"
        "A;hyresavtal;B;Norge;2020-01-01;;;Kommunstyrelsen\n"
        "B;vänort;B;Atlantis;igår;2019-01-01;ibland;Okända nämnden\n"
        ";nätverk;B;Norge;2020-01-01;2019-01-01;;Kommunstyrelsen\n"
        "C;vänort;19811228-9874;Norge;2020-01-01;;;Kommunstyrelsen\n",
        "utf-8",
    )
    assert run("agreements", "import", str(file), "--yes") == 1

    told = shown(terminal)
    for words in (
        "Rad 2, Slag",
        "Rad 3, Land",
        "Rad 3, Gäller från",
        "Rad 3, Uppsägning",
        "Rad 3, Ansvarig enhet",
        "Rad 4, Namn",
        "Rad 4, Gäller till",
        "Rad 5: raden verkar innehålla ett personnummer",
        "skriv vänort, samarbete, nätverk eller medlemskap",
        "rätta den ena, eller skriv tills vidare",
    ):
        assert words in told
    assert terminal.records.storage.agreements.agreements("Örebro") == []


def test_a_row_that_says_something_else_of_a_known_agreement_is_refused(
    run: Run, terminal: Terminal, tmp_path: Path
) -> None:
    run("agreements", "add", *NETWORK, *WHERE)
    file = tmp_path / "avtal.csv"
    header = "Namn;Slag;Partner;Land;Gäller från;Ansvarig enhet\n"
    file.write_text(f"{header}Eurotowns;nätverk;Eurotowns;Spanien;2021-01-01;ks\n", "utf-8")
    assert run("agreements", "import", str(file), "--yes") == 1
    assert "finns redan som nummer 1" in shown(terminal)


def test_an_agreement_is_added_changed_and_ended(run: Run, terminal: Terminal) -> None:
    assert run("agreements", "add", *NETWORK, *WHERE) == 0
    assert "Ingen utvärdering är planerad" in shown(terminal)
    assert "Regelbundet ska en utvärdering göras" in shown(terminal)

    assert run("agreements", "change", "1", "--next-evaluation", "2030-05-01") == 0
    assert "Ingen utvärdering" not in shown(terminal)
    assert run("agreements", "change", "1", "--next-evaluation", "2030-05-01") == 0
    assert "Inget ändrades" in shown(terminal)
    assert run("agreements", "change", "1", "--next-evaluation", "", "--notice", "3 månader") == 0

    assert run("agreements", "end", "1", "--reason", "Nätverket är nedlagt.", "--yes") == 0
    assert run("agreements", "change", "1", "--note", "x") == 1
    assert run("agreements", "show", "1", "--history") == 0
    told = shown(terminal)
    assert "Nästa utvärdering: inget → 2030-05-01" in told
    assert "Uppsägning: inget → 3 månader" in told
    assert "Nätverket är nedlagt." in told


def test_what_is_missing_is_asked_for(run: Run, terminal: Terminal) -> None:
    assert run("agreements", "add", *WHERE, answers=["Eurotowns", "nätverk", "Eurotowns"]) == 0
    assert terminal.records.storage.agreements.agreements("Örebro")[0].content.name == "Eurotowns"


def test_what_cannot_be_used_is_named_by_its_option(run: Run, terminal: Terminal) -> None:
    assert run("agreements", "add", *NETWORK, *WHERE, "--last", "2019-01-01") == 2
    assert "--last" in terminal.told.getvalue()
    assert run("agreements", "add", *NETWORK, "--country", "Atlantis") == 2
    for option in ("--country", "--first", "--owner"):
        assert option in terminal.told.getvalue()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("norden",), {1, 2, 3, 4}),
        (("vänorter", "i", "Polen"), {5}),
        (("varningar",), {6, 7, 8, 10}),
        (("nätverk",), {9}),
        (("utgår",), {7, 8}),
        (("utvärdering",), {5, 7, 8, 9}),
        (("tills", "vidare", "Spanien"), {6}),
        (("Byggnadsnämnden",), {6, 8}),
        (("terrassa",), {6}),
        (("avslutade",), set()),
        (("alla",), set(range(1, 11))),
        (("hittas", "inte"), set()),
    ],
)
def test_the_list_is_filtered_by_words(
    run: Run, terminal: Terminal, words: tuple[str, ...], found: set[int]
) -> None:
    run("agreements", "import", str(SAMPLE), "--yes")
    assert run("agreements", "list", *words, "--json") == 0
    rows = json.loads(shown(terminal))
    assert {row["agreement"]["id"] for row in rows} == found


def test_the_rules_are_shown_with_their_sentences(run: Run, terminal: Terminal) -> None:
    assert run("agreements", "rules") == 0
    told = shown(terminal)
    assert "Ska vara tidsbegränsade: vänortsavtal och samarbetsavtal." in told
    assert "Undantaget: de fyra nordiska vänorterna." in told
    assert run("agreements", "rules", "-m", "Skövde") == 0
    assert "säger inget om" in shown(terminal)


def test_a_number_that_nobody_was_given_is_told(run: Run, terminal: Terminal) -> None:
    assert run("agreements", "show", "77") == 1
    assert "inget avtal med nummer 77" in terminal.told.getvalue()


def test_an_agreement_whose_last_day_has_passed_is_headed_as_expired(
    run: Run, terminal: Terminal
) -> None:
    assert run("agreements", "add", *NETWORK, *WHERE, "--last", "2020-12-31") == 0
    assert run("agreements", "show", "1") == 0
    told = shown(terminal)
    assert "har gått ut" in told.splitlines()[0]
    assert "gäller" not in told.splitlines()[0]
