"""Which threads deal with an opened Home tab, and which with an opened conversation."""

from __future__ import annotations

import pytest

from bot.channels.slack.events.home import is_conversation
from tests.unit.bot.channels.slack.delivered import home_opened


@pytest.mark.parametrize(("tab", "expected"), [("messages", True), ("home", False), ("", False)])
def test_only_the_conversation_has_questions_to_be_searched_for(tab: str, expected: bool) -> None:
    assert is_conversation(home_opened(tab)["event"]) == expected
    assert not is_conversation({})
