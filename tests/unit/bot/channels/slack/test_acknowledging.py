"""What was done is said, and so is what was left out."""

from __future__ import annotations

import pytest

from bot.channels.slack.actions.coordinators import export_gaps
from bot.channels.slack.blocks import names
from bot.channels.slack.commands.lots import carry_out
from bot.channels.slack.errors import ChannelRefused
from bot.channels.slack.events.conversations import answer_mention
from bot.channels.slack.shortcuts import ask_about_message
from bot.channels.slack.views.forms import explain_feedback, set_channel
from knowledge.texts.catalogue import say
from tests.unit.bot.channels.slack.delivered import (
    command,
    mention,
    press_in_view,
    shortcut,
    submission,
)
from tests.unit.bot.channels.slack.desks import Office, occasion
from tests.unit.bot.services.asked import START

WHO = "Vem beslutar om vänortsavtal?"
LONG = f"{'Vi planerar ett möte om detta i nämnden. ' * 20}{WHO} Tack på förhand."
OUTSIDE = ChannelRefused("no", "not_in_channel")
TOLD = say("slack-understood", "sv", question=WHO)


@pytest.fixture
def office() -> Office:
    """A question was answered in the thread 1.0 of C1."""
    office = Office()
    answer_mention(office.desk, occasion(mention(f"<@U0BOT> {WHO}")))
    office.said.clear()
    return office


def reason(office: Office) -> None:
    [asked] = office.database.questions.since(START)
    values = {names.FEEDBACK_REASON: {"x": {"selected_option": {"value": "other"}}}}
    explain_feedback(office.desk, occasion(submission(values, "feedback_view", asked.id)))


def test_the_reason_of_a_thumb_down_is_acknowledged_below_the_answer(office: Office) -> None:
    reason(office)
    [(way, said)] = office.said
    assert (way, said["channel"], said["person"], said["thread"]) == ("whisper", "C1", "U1", "1.0")
    assert office.texts == [say("slack-thanks", "sv")]


def test_where_the_assistant_is_not_it_is_acknowledged_directly(office: Office) -> None:
    office.messenger.faults = [OUTSIDE]
    reason(office)
    [(way, said)] = office.said
    assert (way, said["channel"]) == ("post", "U1")


def test_saved_settings_are_told_also_where_the_assistant_is_not(office: Office) -> None:
    office.messenger.faults = [OUTSIDE]
    set_channel(office.desk, occasion(submission({}, "channel_view", "C9")))
    assert office.texts == [say("slack-channel-saved", "sv")]


@pytest.mark.parametrize("is_closed", [False, True])
def test_the_gap_list_says_that_its_file_was_sent(
    office: Office, monkeypatch: pytest.MonkeyPatch, is_closed: bool
) -> None:
    office.directory.coordinators.add("U1")
    press = occasion(press_in_view({"action_id": names.EXPORT_GAPS}))
    if is_closed:

        def turn(*_: object) -> None:
            raise ChannelRefused("no", "not_found")

        monkeypatch.setattr(office.messenger, "turn", turn)
    export_gaps(office.desk, press)
    assert office.ways == (["upload"] if is_closed else ["upload", "turn"])
    if not is_closed:
        assert say("slack-gaps-sent", "sv") in str(office.said[-1][1]["view"])


def test_of_a_long_message_it_is_told_what_was_taken_as_the_question() -> None:
    office = Office()
    answer_mention(office.desk, occasion(mention(f"<@U0BOT> {LONG}")))
    carry_out(office.desk, occasion(command(LONG)))
    ask_about_message(office.desk, occasion(shortcut(f"Hej! {WHO}")))
    assert [TOLD in text for text in office.texts] == [True, True, True]


def test_of_a_short_one_nothing_is_told(office: Office) -> None:
    carry_out(office.desk, occasion(command(WHO)))
    ask_about_message(office.desk, occasion(shortcut(WHO)))
    assert not any(TOLD in text for text in office.texts)
