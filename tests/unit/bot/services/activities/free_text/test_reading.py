from __future__ import annotations

from datetime import date
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.activities.activity import LONGEST_TITLE, Content
from bot.domain.activities.dates import day
from bot.services.activities.free_text import read_activity
from bot.services.activities.kinds import load_kinds

KINDS = load_kinds(None)
TODAY = date(2026, 5, 20)
PIECES = (
    "Studiebesök", " från ", "Radviliskis", "3-5 maj", "12 elever", "och ", "45 000 kr", "Erasmus+",
    ", ", ". ", "\n", "  ", "(", ")", "1", "v. 12", "varav ", "skolan i ", "EU ", "Gymnasium of ",
    "https://a.se/x", "A" * 250, "hos ", "med ”", "”", " kr från ",
    "i tisdags", "–", "den ", "till ", "av ", "finansieras med ", "e\u0301", "İ",
    "ß", "\u2028", "٣", "𝟛", "\x1f", "ﬁ",
    "hälften från EU ", "70 % ", "tre veckor ", "jag och ", "12.10-14.10 ", "en halv ", "partner: ",
    "mellan 3 och ", "slutade ", "startade ", "pågår", "utan kostnad", "k", ", 3 st", "hela ",
    "Q1 2026 ",
)  # fmt: skip
LONG = 3_000


def test_the_example_fills_the_form() -> None:
    text = "Studiebesök från Radviliskis 3-5 maj, 12 elever, EU-projekt, 45 000 kr Erasmus+"
    reading = read_activity(text, TODAY, KINDS)
    assert reading.title == "Studiebesök från Radviliskis"
    assert reading.kind == "eu_project"
    assert reading.cities == reading.partners == ("Radviliskis",)
    assert reading.countries == ("LT",)
    assert {field: [span.of(text) for span in spans] for field, spans in reading.spans.items()} == {
        "dates": ["3-5 maj"],
        "participants": ["12 elever"],
        "kind": ["EU-projekt"],
        "funding": ["45 000 kr Erasmus+"],
        "cities": ["Radviliskis"],
        "countries": ["Radviliskis"],
        "partners": ["Radviliskis"],
    }


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Resa till Bari i tisdags, 12 elever och 3 lärare, kostade 18 tkr", "Resa till Bari"),
        ("Hösten 2025: utbyte med Bari, 10 studenter", "Utbyte med Bari"),
        ("fem elever gjorde praktik i Bari", "Fem elever gjorde praktik i Bari"),
        ("Besök av 5 lärare 4-8 maj, de bodde hemma", "Besök av 5 lärare, de bodde hemma"),
        ("Läger i maj 2026 med 12 unga + 3 ledare, kostnad 85 tkr", "Läger"),
        ("Möte för utbyte 2 ledare + 2 unga, 3 maj", "Möte för utbyte 2 ledare + 2 unga"),
        ("Igår åkte vi till Bari", "Igår åkte vi till Bari"),
        ("Elever (12 st) åkte till Oslo", "Elever (12 st) åkte till Oslo"),
        ("Läger i Bari, 62 500 kr (egen budget)", "Läger i Bari"),
        ("3 maj 2026. Bari. Möte. 2 deltagare. 31 kr.", "Bari. Möte"),
        ("Möte (3 deltagare) om vatten", "Möte om vatten"),
        ("Möte i Haag 4-5 maj. Vi talade om vatten.", "Möte i Haag. Vi talade om vatten"),
        ("Antal deltagare: 14\nDatum: 2026-04-21\nVad: möte i Esbo", "Möte i Esbo"),
        ("Läger, betalas med 7 000 euro från Erasmus+ och 20 000 kr egna medel", "Läger, betalas"),
        ("webbinarium om EU-finansiering igår", "Webbinarium om EU-finansiering"),
        ("Föreläsning. Lön 7 500 kr + resa 1 500 kr", "Föreläsning. Lön 7 500 kr + resa 1 500 kr"),
        ("Projekt med Bari, start 1 feb", "Projekt med Bari"),
        ("Besök från Kaunas, lunch för 3 150 kr", "Besök från Kaunas"),
        (
            "Delegation från Wuhan, 12 personer, besökte verket",
            "Delegation från Wuhan besökte verket",
        ),
        ("Ambassadören hälsade på 3:e mars", "Ambassadören hälsade på"),
        ("Ansökan skickades in 3 mars", "Ansökan skickades in"),
        ("eTwinning-projekt, läsåret 25/26", "eTwinning-projekt"),
        ("Resa till Bari, kostade oss 9 tkr exkl. moms", "Resa till Bari"),
        ("Besök från Bari tre dagar i mars", "Besök från Bari"),
        ("Projekt Rena sjöar, löper 1/1 2025 - 31/12 2027", "Projekt Rena sjöar"),
        ("Medlemsavgift Eurocities: 2 100 euro", "Medlemsavgift Eurocities"),
        ("Kurs på Malta, funded by Erasmus+ (3 980 €)", "Kurs på Malta"),
        ("EU-projekt", "EU-projekt"),
        ("12 elever, 45 000 kr", ""),
        ("", ""),
    ],
)
def test_the_title_is_what_has_no_field_of_its_own(text: str, title: str) -> None:
    assert read_activity(text, TODAY, KINDS).title == title


def test_a_text_longer_than_a_title_is_also_what_was_done() -> None:
    text = f"Möte i Bari. {'Vi talade om vatten. ' * 20}"
    reading = read_activity(text, TODAY, KINDS)
    assert reading.title == "Möte i Bari"
    assert reading.done == text.strip()
    assert read_activity("Möte i Bari", TODAY, KINDS).done == ""


def test_a_long_sentence_is_cut_at_a_word() -> None:
    title = read_activity("Vi talade om vatten och " * 20, TODAY, KINDS).title
    assert len(title) <= LONGEST_TITLE
    assert title.endswith("…")
    assert title.removesuffix("…") in "Vi talade om vatten och " * 20


def test_a_link_ends_before_the_punctuation_of_the_sentence() -> None:
    reading = read_activity("Se (https://example.org/a?b=3-5).", TODAY, KINDS)
    assert str(reading.link) == "https://example.org/a?b=3-5"
    assert reading.dates is None


def test_letters_with_loose_diacritics_are_read_as_others() -> None:
    text = "Möte i a\u030ar i Radvilis\u030ckis 3 maj"
    reading = read_activity(text, TODAY, KINDS)
    assert reading.countries == ("LT",)
    assert reading.spans["dates"][0].of(text) == "3 maj"
    assert reading.spans["cities"][0].of(text) == "Radvilis\u030ckis"


@settings(deadline=None)
@given(
    st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
)
def test_any_text_is_read_into_what_an_activity_may_hold(text: str) -> None:
    reading = read_activity(text, TODAY, KINDS)
    for span in chain.from_iterable(reading.spans.values()):
        assert 0 <= span.start < span.end <= len(text)
    Content(
        kind=reading.kind or "eu_project",
        title=reading.title or "x",
        dates=reading.dates or day(TODAY),
        unit="x",
        done=reading.done,
        partners=reading.partners,
        cities=reading.cities,
        countries=reading.countries,
        participants=reading.participants,
        cost=reading.cost,
        funding=reading.funding,
        link=reading.link,
    )


@pytest.mark.parametrize(
    "piece", [*PIECES, "a", "A ", "1 ", " ", "\n", "3/5 ", "och ", "Aa-", "https://"]
)
def test_three_thousand_characters_of_anything_are_not_read_for_ever(piece: str) -> None:
    text = (piece * LONG)[:LONG]
    reading = read_activity(text, TODAY, KINDS)
    assert len(reading.title) <= LONGEST_TITLE
    assert all(span.of(text) for spans in reading.spans.values() for span in spans)
