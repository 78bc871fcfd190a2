from __future__ import annotations

from bot.channels.slack.blocks.broadcast_status import failure_words
from bot.files.broadcast_status import status_csv
from knowledge.texts.catalogue import say
from tests.unit.bot.channels.slack.test_broadcasts_seen import LINES, STATE


def test_a_row_tells_of_each_recipient_and_a_failure_in_the_channels_words() -> None:
    file = status_csv(STATE, "sv", lambda failure: failure_words(failure, "sv"))
    header, *rows = file.decode("utf-8-sig").split("\r\n")[:-1]
    assert header.count(";") == 6
    assert len(rows) == len(LINES) + 1
    assert say("failure-gone", "sv", code="user_not_found") in rows[4]
    assert [row for row in rows if "17" in row] == [rows[2]]


def test_a_failure_without_words_is_the_channels_own() -> None:
    assert "user_not_found" in status_csv(STATE, "en").decode("utf-8-sig")
