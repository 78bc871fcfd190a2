from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.services.errors import SectionGone
from bot.services.sections import Part, SectionPage, Target, Validity, section_page, validity_of
from knowledge.citations import edition
from knowledge.model import Document, Fact, FactName, Section, Span
from knowledge.ports import Catalog
from tests.fakes.documents import make_document
from tests.unit.bot.services.opened import open_five
from tests.unit.indexer.made import FIVE, shipped

SECTIONS = [(each, section) for each in FIVE for section in shipped(each).sections]


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return open_five().catalog


def page_of(
    catalog: Catalog, identity: str, ordinal: int, quote: Span | None = None
) -> SectionPage:
    """The section of the edition that is in the catalog now."""
    known = {entry.id for entry in catalog.entries()}
    now = edition(catalog.document(identity)) if identity in known else "0a1b2c3d"
    target = Target(document=identity, edition=now, ordinal=ordinal, quote=quote)
    return section_page(catalog, target)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def shown(parts: tuple[Part, ...], *, quoted_only: bool = False) -> str:
    units = [unit for part in parts for unit in part.units]
    return "\n".join(
        "".join(run.text for run in unit if run.is_quote or not quoted_only) for unit in units
    )


def in_passages(document: Document, section: Section, quote: Span) -> str:
    """What of a quote stands in the units of the section's passages."""
    units = (u for p in document.passages if p.section == section.ordinal for u in p.units)
    return "\n".join(
        document.text[max(unit.start, quote.start) : max(0, min(unit.end, quote.end))]
        for unit in units
    )


@pytest.mark.parametrize(
    ("identity", "section"),
    [each for each in SECTIONS if each[1].ordinal],
    ids=lambda each: getattr(each, "label", None),
)
def test_all_words_of_a_section_are_shown_in_their_order(
    catalog: Catalog, identity: str, section: Section
) -> None:
    page = page_of(catalog, identity, section.ordinal)
    told = words(section.body.of(shipped(identity).text))
    assert words(shown(page.parts)) == told
    assert not any(part.has_quote for part in page.parts)


@pytest.mark.parametrize("identity", FIVE)
def test_of_a_document_s_opening_title_and_contents_are_left_out_and_nothing_is_added(
    catalog: Catalog, identity: str
) -> None:
    page = page_of(catalog, identity, 0)
    written = iter(words(shipped(identity).sections[0].body.of(shipped(identity).text)))
    assert all(word in written for word in words(shown(page.parts)))


@given(data=st.data())
@settings(max_examples=300, deadline=None)
def test_just_the_quote_is_marked_wherever_it_begins_and_ends(data: st.DataObject) -> None:
    identity, section = data.draw(st.sampled_from(SECTIONS))
    document = shipped(identity)
    start = data.draw(st.integers(section.body.start, section.body.end))
    end = data.draw(st.integers(start, section.body.end))
    quote = Span(start=start, end=end)
    page = page_of(open_five().catalog, identity, section.ordinal, quote)
    unmarked = page_of(open_five().catalog, identity, section.ordinal)
    assert shown(page.parts) == shown(unmarked.parts)
    assert shown(page.parts, quoted_only=True) == in_passages(document, section, quote)
    assert page.quote == quote
    for part in page.parts:
        assert part.has_quote == any(run.is_quote for unit in part.units for run in unit)
        assert all(run.text for unit in part.units for run in unit)


def test_every_quote_of_an_answer_is_marked_word_for_word(catalog: Catalog) -> None:
    for question in ("Vem beslutar om vänortsavtal?", "Vad är syftet?", "Hur följs det upp?"):
        for citation in open_five().asking.ask(question).citations:
            quote = Span(start=citation.start, end=citation.end)
            page = page_of(catalog, citation.document_id, citation.ordinal, quote)
            marked = shown(page.parts, quoted_only=True)
            assert words(marked) == words(citation.quote)


def test_a_unit_is_cut_where_the_quote_begins_and_ends(catalog: Catalog) -> None:
    document = shipped("orebro-internationell-policy")
    passage = next(p for p in document.passages if p.units[0].end - p.units[0].start > 30)
    unit = passage.units[0]
    quote = Span(start=unit.start + 5, end=unit.start + 20)
    page = page_of(catalog, document.id, passage.section, quote)
    (runs,) = [u for part in page.parts for u in part.units if any(r.is_quote for r in u)]
    assert [(run.text, run.is_quote) for run in runs] == [
        (document.text[unit.start : unit.start + 5], False),
        (quote.of(document.text), True),
        (document.text[unit.start + 20 : unit.end], False),
    ]


def neighbours(page: SectionPage) -> tuple[int | None, int | None]:
    before, after = page.previous, page.following
    return before.ordinal if before else None, after.ordinal if after else None


@pytest.mark.parametrize("identity", FIVE)
def test_the_sections_beside_it_are_told_and_none_beyond_the_ends(
    catalog: Catalog, identity: str
) -> None:
    last = len(shipped(identity).sections) - 1
    found = [neighbours(page_of(catalog, identity, number)) for number in range(last + 1)]
    assert found == [
        (number - 1 if number else None, number + 1 if number < last else None)
        for number in range(last + 1)
    ]


def test_the_section_itself_is_told(catalog: Catalog) -> None:
    for identity, section in SECTIONS:
        told = page_of(catalog, identity, section.ordinal).section
        assert (told.document_id, told.ordinal) == (identity, section.ordinal)
        assert (told.section, told.section_path) == (section.heading, section.path)


@pytest.mark.parametrize(
    ("document", "ordinal"),
    [("gone", 0), (FIVE[0], -1), (FIVE[0], len(shipped(FIVE[0]).sections))],
)
def test_what_the_index_no_longer_has_is_gone(
    catalog: Catalog, document: str, ordinal: int
) -> None:
    with pytest.raises(SectionGone):
        page_of(catalog, document, ordinal)


def test_a_document_holds_as_long_as_it_says_itself() -> None:
    bare = make_document("skovde")
    assert validity_of(bare) == Validity(valid_from=None, valid_until=None)
    stated = [
        Fact(name=FactName.VALID_FROM, value="2020-01-01", place=None),
        Fact(name=FactName.VALID_UNTIL, value=None, place=None),
    ]
    document = bare.model_copy(update={"facts": tuple(stated)})
    assert validity_of(document) == Validity(valid_from="2020-01-01", valid_until=None)


def test_a_section_of_another_edition_of_the_document_is_gone(catalog: Catalog) -> None:
    target = Target(document=FIVE[0], edition="0a1b2c3d", ordinal=1, quote=Span(start=4, end=9))
    with pytest.raises(SectionGone):
        section_page(catalog, target)
