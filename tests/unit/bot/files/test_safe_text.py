from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from bot.files.naming import report_file_name
from bot.files.safe_text import ascii_words, clean, neutral, one_line
from tests.unit.bot.files.made import made_report


@given(st.text())
def test_clean_text_stands_in_xml_as_it_is(text: str) -> None:
    element = etree.Element("text")
    element.text = clean(text)
    assert etree.fromstring(etree.tostring(element)).text in {clean(text), None}


def test_ordinary_text_stays_as_it_is() -> None:
    text = "Möte i Kraków – 5 °C,\n\t”bra” 🙂 &lt;"
    assert clean(text) == text
    assert clean("rad\r\nrad\rrad\x07\x00") == "rad\nrad\nrad"


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+46701234567",
        "-3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1+1",
        "\xa0=1",
        "＝1",
        "'=1",
        "'' =1",
    ],
)
def test_what_looks_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert neutral(text) == f"'{clean(text)}"


@pytest.mark.parametrize("text", ["", " ", "Möte", "3-5 maj", "a=b", "'tis", "'citat'"])
def test_other_text_gets_none(text: str) -> None:
    assert neutral(text) == text


def test_long_lines_are_cut_with_dots() -> None:
    assert one_line("ett  två\ntre") == "ett två tre"
    assert one_line("ett två tre", 8) == "ett två…"


def test_spaces_that_keep_an_amount_together_stay() -> None:
    assert one_line(" 45\xa0000\xa0kr \n och mer ") == "45\xa0000\xa0kr och mer"


@given(st.text())
def test_words_for_file_names_are_ascii(text: str) -> None:
    assert ascii_words(text).replace("-", "a").isalnum() or ascii_words(text) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1–5 mars 2026", "1-5-mars-2026"),
        ("3\u2009–\u20095 May 2026", "3-5-May-2026"),
        ("O\u0308rebro—2026", "Orebro-2026"),
        ("1…2·3", "1-2-3"),
    ],
)
def test_what_stands_between_words_parts_them_in_file_names(text: str, words: str) -> None:
    assert ascii_words(text) == words


def test_a_file_is_named_for_municipality_period_and_subject() -> None:
    report = made_report()
    assert report_file_name(report, "docx") == "Orebro-2026-internationellt-arbete.docx"
    tertial = report.model_copy(
        update={"municipality": "Upplands-Bro", "period_name": "tertial 3 2026", "language": "en"}
    )
    assert report_file_name(tertial, "csv") == (
        "Upplands-Bro-tertial-3-2026-international-work.csv"
    )
    odd = report.model_copy(update={"municipality": "../../etc", "period_name": "å" * 300})
    assert "/" not in report_file_name(odd, "csv")
    assert len(report_file_name(odd, "csv")) <= 104
