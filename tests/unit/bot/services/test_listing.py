from __future__ import annotations

from pathlib import Path

import pytest

from bot.services.glossary import closest_words, look_up
from bot.services.listing import (
    actors_called,
    list_actions,
    list_definitions,
    list_documents,
    list_duties,
    list_sections,
)
from knowledge.catalog import SqliteCatalog, write_catalog
from knowledge.language.actors import load_actors
from knowledge.language.lexicon import load_lexicon
from knowledge.model import (
    ActionItem,
    Definition,
    Document,
    Duty,
    Fact,
    FactName,
    Place,
    Span,
)
from tests.fakes.documents import make_document

SENTENCE = "Nämnderna rapporterar årligen till kommunstyrelsen."


def document() -> Document:
    bare = make_document("skovde", paragraphs=(SENTENCE,))
    start = bare.text.index(SENTENCE)
    place = Place(document="skovde", section=1, span=Span(start=start, end=len(bare.text)))
    duty = Duty(
        actors=("committees",),
        actor="Nämnderna",
        action="rapporterar",
        recipient="kommunstyrelsen",
        time="årligen",
        place=place,
    )
    action = ActionItem(
        measure="Utbildning", participants="", time=None, responsible="Samordnare", place=place
    )
    return bare.model_copy(
        update={
            "facts": (*bare.facts, Fact(name=FactName.VALID_UNTIL, value=None, place=place)),
            "definitions": (Definition(term="Vänort", meaning="en ort", place=place),),
            "duties": (duty,),
            "actions": (action,),
        }
    )


@pytest.fixture
def catalog(tmp_path: Path) -> SqliteCatalog:
    write_catalog(tmp_path / "catalog", [document(), make_document("skara", "Skara")])
    return SqliteCatalog(tmp_path / "catalog")


def test_every_row_carries_its_verbatim_quote(catalog: SqliteCatalog) -> None:
    text = document().text
    rows = [*list_definitions(catalog), *list_duties(catalog), *list_actions(catalog)]
    assert len(rows) == 3
    for row in [*rows, *list_sections(document())]:
        assert text[row.start : row.end] == row.quote
        assert row.municipality == "Skövde"


def test_rows_are_limited_to_a_municipality(catalog: SqliteCatalog) -> None:
    assert len(list_duties(catalog, municipality="Skövde")) == 1
    assert list_duties(catalog, municipality="Skara") == []
    assert list_actions(catalog, "Skara") == []


def test_a_document_tells_blank_facts_from_absent_ones(catalog: SqliteCatalog) -> None:
    row = next(row for row in list_documents(catalog) if row.id == "skovde")
    blank = row.fact(FactName.VALID_UNTIL)
    assert blank is not None
    assert blank.value is None
    assert row.fact(FactName.DIARY_NUMBER) is None


@pytest.mark.parametrize("who", ["committees", "nämnder", "namnd", "committee", "Nämnderna"])
def test_duties_are_found_by_any_name_of_who_has_them(catalog: SqliteCatalog, who: str) -> None:
    assert [row.actor for row in list_duties(catalog, who)] == ["Nämnderna"]


@pytest.mark.parametrize("who", ["KS", "kommunstyrelsen", "auditors", "qqqq"])
def test_duties_of_others_are_left_out(catalog: SqliteCatalog, who: str) -> None:
    assert list_duties(catalog, who) == []


@pytest.mark.parametrize(
    ("who", "expected", "not_expected"),
    [
        ("KS", "municipal_executive_board", "executive_board_working_committee"),
        ("ks", "municipal_executive_board", "executive_board_chair"),
        ("samordnare", "international_coordinator", "municipal_director"),
        ("coordinator", "eu_coordinator", "committees"),
        ("kommunstyrelsen", "municipal_executive_board", "executive_board_chair"),
        ("executive board", "municipal_executive_board", "municipal_council"),
        ("chair", "council_chair", "municipal_council"),
    ],
)
def test_an_actor_is_meant_by_its_name_or_the_head_of_it(
    who: str, expected: str, not_expected: str
) -> None:
    found = actors_called(who, load_actors())
    assert expected in found
    assert not_expected not in found


def test_the_glossary_has_both_languages_and_the_documents_meaning(
    catalog: SqliteCatalog,
) -> None:
    for term in ("vänort", "VÄNORTER", "twin town", "vanort"):
        page = look_up(term, load_lexicon(), catalog)
        assert "vänort" in [entry.swedish for entry in page.entries], term
        assert [row.meaning for row in page.definitions] == ["en ort"], term
        assert page.closest == ()


def test_an_abbreviation_is_looked_up_in_full(catalog: SqliteCatalog) -> None:
    page = look_up("KF", load_lexicon(), catalog)
    assert [entry.swedish for entry in page.entries] == ["kommunfullmäktige"]


def test_an_unknown_word_gets_the_closest_known_ones(catalog: SqliteCatalog) -> None:
    page = look_up("vännort", load_lexicon(), catalog)
    assert page.entries == ()
    assert page.closest[0] == "vänort"
    assert closest_words("qqqqqqqq", load_lexicon()) == ()
