from __future__ import annotations

import pytest

from knowledge.model import Citation, SectionReference
from knowledge.wording import (
    LONGEST_ANSWER,
    answer_text,
    citation_line,
    listed,
    on_one_line,
    quoted,
    refusal_text,
)

SECTION = SectionReference(
    document_id="skovde",
    edition="0a1b2c3d",
    ordinal=2,
    municipality="Skövde",
    document="Policy för internationellt arbete",
    decided="2016-06-20",
    section_number="2",
    section="Syfte",
    section_path=("2 Syfte",),
    page=4,
)
CITATION = Citation(**dict(SECTION), quote="Fullmäktige\n  beslutar.", start=0, end=24)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("sv", "Skövde · Policy för internationellt arbete · beslutad 2016-06-20 · 2 Syfte · s. 4"),
        ("en", "Skövde · Policy för internationellt arbete · decided 2016-06-20 · 2 Syfte · p. 4"),
    ],
)
def test_a_section_is_cited_with_all_that_is_known(language: str, line: str) -> None:
    assert citation_line(SECTION, language) == line


def test_what_is_not_known_is_left_out_of_the_line() -> None:
    bare = {"decided": None, "section_number": None, "page": None}
    line = citation_line(SECTION.model_copy(update=bare), "sv")
    assert line == "Skövde · Policy för internationellt arbete · Syfte"


def test_the_documents_opening_is_cited_by_the_document_alone() -> None:
    opening = {"section": SECTION.document, "section_number": None, "section_path": ()}
    line = citation_line(SECTION.model_copy(update=opening), "sv")
    assert line.count(SECTION.document) == 1


def test_a_quote_is_shown_on_one_line() -> None:
    assert quoted(CITATION) == "”Fullmäktige beslutar.”"
    assert on_one_line(" a \n\t b ") == "a b"


def test_an_answer_is_a_sentence_quotes_and_notes() -> None:
    text = answer_text("Skövde: fullmäktige.", [CITATION], ["Ord: a = b"], "sv")
    parts = text.split("\n\n")
    assert parts[0] == "Skövde: fullmäktige."
    assert parts[1] == f"{quoted(CITATION)}\n— {citation_line(CITATION, 'sv')}"
    assert parts[2] == "Ord: a = b"


def test_notes_that_make_an_answer_too_long_are_left_out() -> None:
    text = answer_text("Svar.", [CITATION], ["x" * LONGEST_ANSWER, "kort"], "sv")
    assert len(text) <= LONGEST_ANSWER
    assert text.endswith("kort")


def test_a_refusal_names_the_nearest_sections_and_is_never_too_long() -> None:
    text = refusal_text(["Inget svar.", "Inget belopp."], [SECTION, SECTION], "sv")
    assert text.startswith("Inget svar. Inget belopp.\n\n")
    assert text.count("2 Syfte") == 2
    assert refusal_text(["Inget svar."], [], "sv") == "Inget svar."
    assert len(refusal_text(["x" * 2 * LONGEST_ANSWER], [SECTION], "sv")) == LONGEST_ANSWER


@pytest.mark.parametrize(
    ("words", "language", "text"),
    [
        ([], "sv", ""),
        (["Skara"], "sv", "Skara"),
        (["Skara", "Örebro"], "sv", "Skara och Örebro"),
        (["Skara", "Skövde", "Örebro"], "en", "Skara, Skövde and Örebro"),
    ],
)
def test_words_are_listed_as_people_do(words: list[str], language: str, text: str) -> None:
    assert listed(words, language) == text
