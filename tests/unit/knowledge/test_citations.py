from __future__ import annotations

import logging
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.citations import cite, quote_span, reference, verified
from knowledge.errors import QuoteMismatch
from knowledge.library import Library, ReadPassage
from knowledge.model import Citation, Fact, FactName, PassageKind, Span
from tests.fakes.documents import make_document
from tests.fakes.library import make_library

DOCUMENT = make_document("skovde", paragraphs=("Fullmäktige beslutar om vänorter.",))
PASSAGE = DOCUMENT.passages[0]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return make_library(tmp_path, DOCUMENT)


def citation() -> Citation:
    return cite(DOCUMENT, DOCUMENT.sections[1], PASSAGE.span, None)


def altered() -> Citation:
    return citation().model_copy(update={"quote": "Borgmästaren beslutar om vänorter."})


def passage_of(*units: str) -> ReadPassage:
    """One passage of these sentences."""
    document = make_document("made", paragraphs=(" ".join(units),))
    passage, spans = document.passages[0], []
    start = passage.span.start
    for unit in units:
        spans.append(Span(start=start, end=start + len(unit)))
        start += len(unit) + 1
    return ReadPassage(
        document=document,
        section=document.sections[1],
        passage=passage.model_copy(update={"units": tuple(spans)}),
        unit_terms=(frozenset(),) * len(units),
        heading_terms=frozenset(),
        title_terms=frozenset(),
    )


def test_a_citation_holds_the_words_and_where_they_stand() -> None:
    made = citation()
    assert made.quote == "Fullmäktige beslutar om vänorter."
    assert DOCUMENT.text[made.start : made.end] == made.quote
    assert (made.municipality, made.section_number, made.section) == ("Skövde", "1", "Syfte")


def test_a_section_is_cited_with_the_day_of_decision_where_it_is_known() -> None:
    decided = Fact(name=FactName.DECIDED_ON, value="2016-06-20", place=None)
    dated = DOCUMENT.model_copy(update={"facts": (decided,)})
    assert reference(dated, dated.sections[1], 3).decided == "2016-06-20"
    assert reference(dated, dated.sections[1], 3).page == 3
    assert reference(DOCUMENT, DOCUMENT.sections[1], None).decided is None


def test_true_quotes_are_kept(library: Library) -> None:
    assert verified([citation()], library, strict=True) == [citation()]


def test_a_false_quote_raises_where_it_must_not_pass_unseen(library: Library) -> None:
    with pytest.raises(QuoteMismatch):
        verified([citation(), altered()], library, strict=True)


def test_a_false_quote_is_withheld_and_logged_for_people(
    library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        assert verified([altered(), citation()], library, strict=False) == [citation()]
    assert "skovde[" in caplog.text
    assert "Borgmästaren" not in caplog.text


@pytest.mark.parametrize(
    "change", [{"quote": ""}, {"start": 0}, {"end": 50}, {"quote": "fullmäktige"}]
)
def test_a_quote_differs_by_a_letter_or_a_place(
    library: Library, change: dict[str, object]
) -> None:
    assert verified([citation().model_copy(update=change)], library, strict=False) == []


def test_a_passage_that_fits_is_quoted_whole() -> None:
    read = passage_of("Ett mål.", "Två mål.", "Tre mål.")
    assert quote_span(read, 1, 200) == read.passage.span


def test_neighbours_are_quoted_as_far_as_they_fit_those_after_first() -> None:
    read = passage_of("Ett mål.", "Två mål.", "Tre mål.")
    assert quote_span(read, 1, 17).of(read.document.text) == "Två mål. Tre mål."


def test_too_long_a_sentence_is_cut_at_a_comma_else_between_words() -> None:
    with_comma = passage_of("Nämnderna följer upp sina mål, och de rapporterar varje år")
    assert quote_span(with_comma, 0, 40).of(with_comma.document.text) == (
        "Nämnderna följer upp sina mål"
    )
    without = passage_of("Nämnderna följer upp sina mål och de rapporterar varje år")
    assert quote_span(without, 0, 40).of(without.document.text) == (
        "Nämnderna följer upp sina mål och de"
    )


def section_of(*passages: tuple[PassageKind, str]) -> ReadPassage:
    """The first of several passages of one section."""
    document = make_document("made", paragraphs=tuple(text for _, text in passages))
    kinds = zip(document.passages, passages, strict=True)
    made = tuple(passage.model_copy(update={"kind": kind}) for passage, (kind, _) in kinds)
    return ReadPassage(
        document=document.model_copy(update={"passages": made}),
        section=document.sections[1],
        passage=made[0],
        unit_terms=(frozenset(),),
        heading_terms=frozenset(),
        title_terms=frozenset(),
    )


PARAGRAPH, LIST = PassageKind.PARAGRAPH, PassageKind.LIST


@pytest.mark.parametrize(
    ("passages", "quoted"),
    [
        (((PARAGRAPH, "Vi satsar på följande områden."), (LIST, "- Nätverk")), 2),
        (((PARAGRAPH, "Vi satsar på:"), (LIST, "- Nätverk"), (LIST, "- Projekt")), 2),
        (((PARAGRAPH, "Vi satsar."), (LIST, "- Nätverk")), 1),
        (((PARAGRAPH, "Det redovisas."), (PARAGRAPH, "Redovisningen ska också beskriva.")), 2),
        (((PARAGRAPH, "Det redovisas."), (PARAGRAPH, "Redovisningen sker i maj.")), 1),
        (((PARAGRAPH, "Vi satsar på:"), (LIST, "- Nätverk " * 40)), 1),
    ],
)
def test_a_quote_goes_on_with_an_announced_list_and_an_added_statement(
    passages: tuple[tuple[PassageKind, str], ...], quoted: int
) -> None:
    read = section_of(*passages)
    last = read.document.passages[quoted - 1]
    assert quote_span(read, 0, 200).end == last.span.end


SENTENCE = st.text(alphabet="abåö,; .\n", min_size=1, max_size=80)


@given(units=st.lists(SENTENCE, min_size=1, max_size=6), data=st.data())
def test_a_quote_is_a_stretch_of_its_passage_that_fits(
    units: list[str], data: st.DataObject
) -> None:
    read = passage_of(*units)
    best = data.draw(st.integers(0, len(units) - 1))
    room = data.draw(st.integers(1, 400))
    span = quote_span(read, best, room)
    assert read.passage.span.holds(span)
    assert 0 < span.end - span.start <= room
    assert span.of(read.document.text) in read.text
    assert span.start <= read.passage.units[best].start < span.end
    made = cite(read.document, read.section, span, None)
    assert read.document.text[made.start : made.end] == made.quote
