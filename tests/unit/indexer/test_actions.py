"""Action items: Skara's labelled blocks, and tables as other municipalities have them."""

from __future__ import annotations

from knowledge.model import ActionItem
from tests.unit.indexer.made import FIVE, section, shipped

SKARA = "skara-handlingsplan-for-okad-internationalisering"


def skara(beginning: str) -> list[ActionItem]:
    return [one for one in shipped(SKARA).actions if one.measure.startswith(beginning)]


def test_skara_has_an_item_for_every_line_that_begins_with_the_label() -> None:
    document = shipped(SKARA)
    lines = [line for line in document.text.splitlines() if line.startswith("Åtgärd:")]
    assert len(document.actions) == len(lines) == 22
    for item, line in zip(document.actions, lines, strict=True):
        assert document.quote(item.place).startswith(line)


def test_the_other_documents_have_no_action_items() -> None:
    assert [one for one in FIVE if shipped(one).actions] == [SKARA]


def test_a_dash_and_an_empty_label_are_blank_and_a_missing_label_is_none() -> None:
    assert [one.participants for one in skara("Framtagande")] == [""]
    assert [one.participants for one in skara("Vidareutveckla och ta till vara")] == [""]
    assert [one.participants for one in skara("Stöd till Charity Group")] == [None]


def test_an_item_may_stretch_over_several_paragraphs() -> None:
    (item,) = skara("Fortsätta samarbetet med V6")
    assert item.time == "2017"
    assert item.responsible == (
        "Berörd förvaltning och personal i samarbete med internationell samordnare"
    )


def test_a_measure_over_two_lines_is_whole() -> None:
    (item,) = skara("Revidering och komplettering")
    assert item.measure == (
        "Revidering och komplettering av handlingsplan genomförande "
        "Strategi för ökad internationalisering"
    )
    assert (item.participants, item.time) == ("Rapportering till KS", "januari 2018")


def test_equal_measures_in_different_sections_are_different_items() -> None:
    items = skara("Vidareutveckla arbetet inom befintliga")
    assert len({item.place.section for item in items}) == 3


def test_a_table_of_measures_gives_an_item_a_row() -> None:
    document = section(
        "| Aktivitet | Ansvarig | Klart |\n|---|---|---|\n"
        "| Kartlägga nätverk | Internationell samordnare | Maj 2022 |\n"
        "| Utbilda personal | Personalavdelningen | - |"
    )
    assert [(one.measure, one.responsible, one.time) for one in document.actions] == [
        ("Kartlägga nätverk", "Internationell samordnare", "Maj 2022"),
        ("Utbilda personal", "Personalavdelningen", ""),
    ]
    assert [one.participants for one in document.actions] == [None, None]


def test_a_table_that_is_no_plan_gives_no_items() -> None:
    document = section("| Vänort | Land |\n|---|---|\n| Gladsaxe | Danmark |")
    assert document.actions == ()
