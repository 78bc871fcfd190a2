"""Activities read in from a file beside the running bot, and found in Slack afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.end_to_end.slack.reading_in import read_in, written
from tests.end_to_end.slack.town import Town, actions

UNITS = [
    "id;namn;slag;tillhör;redaktörer",
    "ks;Kommunstyrelsen;nämnd;;",
    "bun;Barn- och utbildningsnämnden;nämnd;ks;",
]

HERE = ("--municipality", "Enköping")

HEADER = "slag;titel;första dag;sista dag;enhet;länder;deltagare;kostnad;finansiering EU;EU-program"

BAD, GOOD, OTHER = 1991, 1992, 1993
"""A year of its own for each scenario, since one process and its database serve all of them."""


@pytest.fixture
def enkoping(town: Town, tmp_path: Path) -> Town:
    """The town with the register of Enköping's units."""
    told = read_in(
        town, "units", "import", "--yes", written(tmp_path, "enheter.csv", *UNITS), *HERE
    )
    assert "Enköping har nu 2 enheter i registret." in told
    return town


def rows_of(year: int) -> list[str]:
    """Two rows that can be read in: an EU project that goes on, and a meeting of one day."""
    return [
        HEADER,
        f"EU-projekt;Digitala broar;3 mars {year};pågår;bun;Litauen;20;90 000;45 000;Interreg",
        f"internationellt nätverk;Årsmöte;{year}-06-01;;Kommunstyrelsen;BE;4;12 000,50;;",
    ]


def listed(town: Town, year: int) -> str:
    """What ``/aktiviteter`` tells anybody of a year in Enköping."""
    return town.whispered(town.person().commands("/aktiviteter", f"Enköping {year}")).shown


def test_bad_rows_are_told_one_by_one_and_nothing_is_stored(enkoping: Town, tmp_path: Path) -> None:
    bad = f"EU-projekt;Läger;31 juni {BAD};;vatten;Lettland;många;45.000;;"
    path = written(tmp_path, "fel.csv", *rows_of(BAD), bad)
    told = read_in(enkoping, "import", path, *HERE, "--yes", code=1)
    assert "2 rader kan läsas in" in told
    for column in ("första dag", "enhet", "deltagare", "kostnad"):
        assert f"Rad 4, {column}: " in told
    assert "Inget har sparats." in told
    assert "Inga aktiviteter hittades." in listed(enkoping, BAD)


def test_what_was_tried_first_and_then_imported_is_listed_and_reported_once(
    enkoping: Town, tmp_path: Path
) -> None:
    path = written(tmp_path, "rader.csv", *rows_of(GOOD))
    assert "Inget har sparats ännu." in read_in(enkoping, "import", path, *HERE)
    assert "Inga aktiviteter hittades." in listed(enkoping, GOOD)

    assert "2 aktiviteter har lästs in." in read_in(enkoping, "import", path, *HERE, "--yes")
    again = read_in(enkoping, "import", path, *HERE, "--yes")
    assert "0 rader kan läsas in, 2 är redan inlästa." in again
    told = listed(enkoping, GOOD)
    assert "2 aktiviteter, de senaste först." in told
    assert "Årsmöte · 1 juni 1992 · Kommunstyrelsen" in told
    assert "Digitala broar" in told

    made = files_of_report(enkoping, f"Enköping {GOOD}")
    [table] = [content for name, content in made.items() if name.endswith(".csv")]
    rows = table.decode("utf-8-sig")
    assert "Årsmöte" in rows
    assert "Digitala broar" in rows


def files_of_report(town: Town, asked: str) -> dict[str, bytes]:
    """The files that a coordinator gets of a report, by name."""
    before = len(town.slack.files)
    town.whispered(town.lena.commands("/rapport", asked, town.coordinators))
    town.quiet()
    made = [each for each in town.slack.files[before:] if each.shared_in == [town.lena.channel.id]]
    return {each.name: each.content or b"" for each in made}


def test_what_was_imported_is_read_by_all_and_offered_for_change_to_coordinators_only(
    enkoping: Town, tmp_path: Path
) -> None:
    path = written(tmp_path, "rader.csv", HEADER, rows_of(OTHER)[2])
    read_in(enkoping, "import", path, *HERE, "--yes")
    eva, lena = enkoping.person(), enkoping.lena
    for person, may in ((eva, False), (lena, True)):
        told = enkoping.whispered(person.commands("/aktiviteter", f"Enköping {OTHER}"))
        person.presses(told, "open_activity:0")
        view = enkoping.opened(person, "activity_view")
        assert "12\xa0000,50\xa0kr" in view.shown
        assert ("change_activity" in actions(view)) is may
    lena.presses(view, "activity_history")
    assert "läste in från fil" in enkoping.opened(lena, "history_view").shown
    lena.closes(all_views=True)
