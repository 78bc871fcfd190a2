"""The smaller parts: sections in parts, targets, choices, validity, the gap list's file."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.slack.blocks.choices import ALL, municipality_select
from bot.channels.slack.blocks.gaps import gaps_csv
from bot.channels.slack.blocks.quotes import readable
from bot.channels.slack.blocks.section import section_parts, section_view
from bot.channels.slack.blocks.sentences import spoken
from bot.channels.slack.blocks.targets import (
    SectionTarget,
    decode_target,
    show_section,
    target_of,
)
from bot.channels.slack.blocks.text import clean, is_visible
from bot.channels.slack.blocks.validity import last_day, validity_words
from bot.services.gaps import GapReport
from bot.services.sections import Part, SectionPage, Validity
from knowledge.model import PassageKind, Span
from tests.unit.bot.channels.slack.made import ASKED_AT, CITATION, GAP, SECTION, TODAY
from tests.unit.bot.channels.slack.seeing import blocks_seen
from tests.unit.bot.channels.slack.strategies import LETTERS, PAGES, TEXTS, some


def letters(text: str) -> str:
    """What is neither white space nor a sign that sets lines and cells apart."""
    return "".join(each for each in clean(text) if is_visible(each) and each not in "-–—•*·|_")


@some
@given(PAGES)
def test_the_parts_of_a_section_together_are_its_words_in_order(page: SectionPage) -> None:
    whole = "".join(run.text for part in page.parts for unit in part.units for run in unit)
    shown = [[each.block for each in part] for part in section_parts(page)]
    seen = "".join(letters(blocks_seen(part)) for part in shown)
    assert seen == letters(whole)


def test_the_part_with_the_quote_is_shown_first_and_leads_to_the_others() -> None:
    page = _long_page()
    payload = section_view(page, "sv", today=TODAY).payload
    assert "Det här är del 2." in str(payload)
    values = [
        decode_target(each["value"])
        for block in _blocks(payload)
        if block["type"] == "actions"
        for each in block["elements"]
    ]
    assert [each.part for each in values] == [0, 2]
    assert all(each.quote == page.quote for each in values)


def _long_page() -> SectionPage:
    from tests.unit.bot.channels.slack.test_seen import PAGE, run

    sentence = "Ett långt stycke om det internationella arbetet i kommunen. " * 40
    passage = Part(kind=PassageKind.PARAGRAPH, units=((run(sentence),),))
    quoted = Part(kind=PassageKind.PARAGRAPH, units=((run("Citatet.", is_quote=True),),))
    parts = (*[passage] * 7, quoted, *[passage] * 7)
    return PAGE.model_copy(update={"parts": parts, "previous": None, "following": None})


def _blocks(payload: Any) -> Any:
    return payload["blocks"]


@some
@given(LETTERS, st.integers(0, 99), st.none() | st.integers(0, 9), st.booleans())
def test_a_target_comes_back_from_its_buttons_value(
    document: str, ordinal: int, part: int | None, is_quoted: bool
) -> None:
    quote = Span(start=4, end=9) if is_quoted else None
    target = SectionTarget(
        document=document, edition="0a1b2c3d", ordinal=ordinal, quote=quote, part=part
    )
    assert decode_target(target.encoded()) == target


@pytest.mark.parametrize(
    "value",
    ["", "x", "{}", "[]", '["a"]', '["a","b",1,[1],null]', '["a",1,null,0]', '[1,"b",1,null,0]'],
)
def test_what_is_no_target_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        decode_target(value)


def test_a_citations_target_has_its_quote() -> None:
    assert target_of(CITATION).quote == Span(start=3272, end=3327)
    assert target_of(SECTION).quote is None


def test_a_target_that_no_button_can_carry_has_no_button() -> None:
    target = SectionTarget(document="x" * 2000, edition="0a1b2c3d", ordinal=0)
    assert show_section(target, "Mål", 0, "sv") is None


@pytest.mark.parametrize("count", [4, 99, 100, 290, 2900])
def test_any_number_of_municipalities_can_be_chosen_from(count: int) -> None:
    known = [f"{'ABCDEFGHÅÄÖ'[number % 11]}-stad {number}" for number in range(count)]
    made: Any = municipality_select("home", known, known[-1], "sv", "slack-all-municipalities")
    groups = made.get("option_groups", [{"options": made.get("options")}])
    assert len(groups) <= 100
    assert all(len(group["options"]) <= 100 for group in groups)
    offered = [option["value"] for group in groups for option in group["options"]]
    assert sorted(offered) == sorted([ALL, *known])
    assert made["initial_option"]["value"] == known[-1]


def test_municipalities_stand_in_swedish_order() -> None:
    made: Any = municipality_select(
        "home", ["Örebro", "Åre", "Älvsbyn", "Ystad"], None, "sv", "slack-no-municipality"
    )
    shown = [option["text"]["text"] for option in made["options"]]
    assert shown == ["Ingen särskild: den som frågar avgör", "Ystad", "Åre", "Älvsbyn", "Örebro"]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2019-12-31", date(2019, 12, 31)),
        ("2020-02", date(2020, 2, 29)),
        ("2019", date(2019, 12, 31)),
        ("2019-02-31", None),
        ("2019-13", None),
        ("Tills vidare", None),
        ("", None),
    ],
)
def test_the_last_day_of_what_is_written(written: str, day: date | None) -> None:
    assert last_day(written) == day


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (None, None, ""),
        (None, "2026-11-22", "gäller till 2026-11-22"),
        (None, "2026-11-21", "gällde till 2026-11-21"),
        ("2020-01-01", "2030", "gäller från 2020-01-01, gäller till 2030"),
        ("beslutet", "Tills vidare", "giltighet: Tills vidare"),
    ],
)
def test_validity_is_told_as_far_as_it_is_known(
    since: str | None, until: str | None, words: str
) -> None:
    assert validity_words(Validity(valid_from=since, valid_until=until), TODAY, "sv") == words


def test_the_gap_lists_file_opens_in_a_spreadsheet_without_computing_anything() -> None:
    evil = GAP.model_copy(
        update={
            "questions": ("=cmd|' /C calc'!A0", "två; ord"),
            "comments": ("@SUM(1)",),
            "municipality": None,
        }
    )
    content = gaps_csv(GapReport(since=ASKED_AT, gaps=(evil,)), "sv")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][:3] == ["Kommun", "Fråga", "Andra formuleringar"]
    assert rows[1][0] == "Alla kommuner"
    assert rows[1][1] == "'=cmd|' /C calc'!A0"
    assert rows[1][2] == "två; ord"
    assert rows[1][8] == "'@SUM(1)"


def test_the_gap_lists_days_are_those_in_sweden() -> None:
    late = GAP.model_copy(update={"last_asked_at": datetime(2026, 1, 31, 23, 30, tzinfo=UTC)})
    content = gaps_csv(GapReport(since=ASKED_AT, gaps=(late,)), "sv").decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(content), delimiter=";"))[1][6] == "2026-02-01"


@some
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_no_cell_of_the_file_begins_like_a_formula(questions: list[str]) -> None:
    gap = GAP.model_copy(update={"questions": tuple(questions), "comments": tuple(questions)})
    content = gaps_csv(GapReport(since=ASKED_AT, gaps=(gap,)), "en").decode("utf-8-sig")
    for row in csv.reader(io.StringIO(content, newline=""), delimiter=";"):
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row)


def test_a_mention_stands_where_the_text_has_it() -> None:
    told = spoken("slack-shared-by", "sv", {"person": "U0BO"})
    assert told.written == "<@U0BO> delar ett svar på frågan:"
    assert told.inlines[0] == {"type": "user", "user_id": "U0BO"}


@pytest.mark.parametrize("identity", ["<!channel>", "U0BO> <!here", "", "u0bo", "S"])
def test_nobody_is_mentioned_by_what_is_no_id(identity: str) -> None:
    told = spoken("slack-shared-by", "sv", {"person": identity})
    assert "<" not in told.written
    assert {inline["type"] for inline in told.inlines} == {"text"}


def test_a_quote_keeps_the_lines_that_mean_something() -> None:
    assert readable("Målet är\natt:\n- lära\n  av andra\n- dela") == (
        "Målet är att:\n- lära av andra\n- dela"
    )
    assert readable("EU-projekt\tFinansieras av EU.") == "EU-projekt — Finansieras av EU."
