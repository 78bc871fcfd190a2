from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.slack.blocks.elements import Block, context, section
from bot.channels.slack.blocks.fitting import Importance, Piece, fit, key, note, rows, weight
from tests.unit.bot.channels.slack.seeing import blocks_seen
from tests.unit.bot.channels.slack.strategies import some

LONG = "ord " * 60
ROOM = 13_000


def seen(parts: list[Piece], most: int = 50, room: int = ROOM) -> str:
    return blocks_seen(fit(parts, most, room, "sv"))


def quote(*forms: str) -> Piece:
    return Piece(tuple((section(form),) for form in forms), Importance.QUOTE)


def test_what_fits_is_whole() -> None:
    parts = [key(section("a")), quote("b", "c"), note(context("d"))]
    assert seen(parts) == "a\nb\n~ d"


def test_notes_give_way_first_then_the_last_quote_then_the_one_before() -> None:
    parts = [key(section("a")), quote(LONG, "b"), quote(LONG, "c"), note(context(LONG))]
    whole = weight(fit(parts, 50, ROOM, "sv"))
    long = LONG.strip()
    assert seen(parts, room=whole - 1) == f"a\n{long}\n{long}"
    assert seen(parts, room=whole - 400) == f"a\n{long}\nc"
    assert seen(parts, room=whole - 700) == "a\nb\nc"


def test_too_many_blocks_give_way_as_too_much_text_does() -> None:
    parts = [key(section("a")), note(context("b")), note(context("c"))]
    assert seen(parts, most=2) == "a\n~ b"


def test_rows_left_out_are_counted() -> None:
    blocks = [section(str(number)) for number in range(16)]
    assert seen([rows(blocks, "sv")], most=10).endswith("\n7\n~ … och 8 till")
    assert seen([rows(blocks[:2], "sv", 30)], most=10) == "0\n1\n~ … och 30 till"


def test_the_first_piece_stays_and_a_line_tells_that_others_do_not() -> None:
    parts = [key(section("a")), *(key(section(LONG)) for _ in range(3))]
    assert seen(parts, room=560) == f"a\n{LONG.strip()}\n~ Allt fick inte plats här."


@some
@given(
    st.lists(
        st.builds(
            Piece,
            st.lists(
                st.lists(st.text(max_size=4000).map(section), max_size=20).map(tuple),
                min_size=1,
                max_size=4,
            ).map(tuple),
            st.sampled_from(Importance),
        ),
        max_size=20,
    )
)
def test_whatever_the_pieces_are_the_blocks_fit(parts: list[Piece]) -> None:
    blocks: list[Block] = fit(parts, 50, ROOM, "sv")
    assert len(blocks) <= 50
    assert weight(blocks) <= ROOM
