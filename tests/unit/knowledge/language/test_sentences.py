from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.sentences import split_sentences

ABBREVIATIONS = frozenset(("bl.a.", "t.ex.", "kl."))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Vem? Fullmäktige! Ja.", ["Vem?", "Fullmäktige!", "Ja."]),
        ("Det gäller bl.a. Skara. Slut.", ["Det gäller bl.a. Skara.", "Slut."]),
        ("Möte (t.ex. Örebro) kl. 12 idag. Kaffe.", ["Möte (t.ex. Örebro) kl. 12 idag.", "Kaffe."]),
        ("1. Första målet. 2. Andra målet.", ["1. Första målet.", "2. Andra målet."]),
        ("Rubrik\n\nText på två\nrader", ["Rubrik", "Text på två\nrader"]),
        ("  Ett.  ", ["Ett."]),
        (" \n ", []),
        ("", []),
    ],
)
def test_a_text_is_divided_into_its_sentences(text: str, sentences: list[str]) -> None:
    assert [span.of(text) for span in split_sentences(text, ABBREVIATIONS)] == sentences


@given(st.text(alphabet="Aab .?!\n12\"'(", max_size=80))
def test_only_white_space_and_closing_marks_stand_between_sentences(text: str) -> None:
    spans = split_sentences(text, ABBREVIATIONS)
    ends = [0, *(span.end for span in spans)]
    starts = [*(span.start for span in spans), len(text)]
    between = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    assert all(set(gap) <= set(" \n\"'") for gap in between)
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
