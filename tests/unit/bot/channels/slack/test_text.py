from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.slack.blocks.text import (
    NOTHING,
    Mrkdwn,
    clean,
    join,
    neutral,
    pieces,
    shortened,
    shown,
    size,
)
from tests.fakes.slack.pings import pings_in
from tests.unit.bot.channels.slack.strategies import TEXTS, some

ROOMS = st.integers(10, 4000)


def letters(text: str) -> str:
    return "".join(text.split())


@some
@given(TEXTS, ROOMS)
def test_pieces_lose_nothing_but_white_space(text: str, room: int) -> None:
    assert letters("".join(pieces(text, room))) == letters(text)


@some
@given(TEXTS, ROOMS)
def test_no_piece_is_too_long_or_empty(text: str, room: int) -> None:
    assert all(piece.strip() and size(piece) <= room for piece in pieces(text, room))


@some
@given(st.text(alphabet="abc ,.\n", max_size=2000), st.integers(60, 200))
def test_words_are_cut_only_when_they_have_no_room(text: str, room: int) -> None:
    whole = [word for word in text.split() if len(word) <= room // 2]
    cut = [word for piece in pieces(text, room) for word in piece.split()]
    if len(whole) == len(text.split()):
        assert cut == whole


def test_pieces_end_with_paragraphs_before_sentences_and_sentences_before_words() -> None:
    text = "En mening. Två ord.\n\nEtt nytt stycke börjar här. Och går vidare."
    assert pieces(text, 30) == [
        "En mening. Två ord.",
        "Ett nytt stycke börjar här.",
        "Och går vidare.",
    ]


@some
@given(TEXTS, ROOMS)
def test_shortened_text_has_room_and_begins_as_the_whole(text: str, room: int) -> None:
    short = shortened(text, room)
    assert size(short) <= room
    assert short == text or text.startswith(short.removesuffix("…"))


def test_text_is_shortened_after_a_word() -> None:
    assert (
        shortened("Kommunfullmäktige beslutar om policyn", 30) == "Kommunfullmäktige beslutar om…"
    )


def test_no_accent_is_torn_from_its_letter() -> None:
    assert pieces("e\u0301" * 8, 11) == ["e\u0301" * 5, "e\u0301" * 3]


@pytest.mark.parametrize("text", ["", " \n\t", "\x00\x07", "\u200b", "\u202e", "\ud83d"])
def test_where_there_is_nothing_to_see_a_dash_stands(text: str) -> None:
    assert shown(text, 100) == NOTHING


@some
@given(TEXTS)
def test_clean_text_can_be_sent_and_has_no_control_characters(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode()
    assert all(each in "\n\t" or each >= " " for each in cleaned)
    assert not set(cleaned) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\x7f\x85\r")


@some
@given(TEXTS)
def test_nobody_is_mentioned_by_neutral_text(text: str) -> None:
    written = neutral(text)
    assert not pings_in(written, [], linked=False)
    assert not set(written) & set("<>")
    assert len(written) <= 3000


def test_neutral_text_reads_as_it_was_written() -> None:
    assert neutral("§ 5 & <b>") == "§ 5 &amp; &lt;b&gt;"
    assert neutral("*a* :tada:\n> b").replace("\u2060", "") == "*a* :tada:\n&gt; b"


def test_signs_of_emphasis_stand_apart_in_neutral_text() -> None:
    assert neutral("*a*") == "\u2060*\u2060a\u2060*\u2060"
    assert neutral("kl. 10:30, a > b") == "kl. 10:30, a &gt; b"
    assert neutral("> a").startswith("\u2060&gt;\u2060")


@some
@given(st.lists(TEXTS.map(neutral), max_size=8))
def test_joined_paragraphs_have_room(paragraphs: list[Mrkdwn]) -> None:
    text = join(paragraphs)
    assert text.strip()
    assert len(text) <= 4000
