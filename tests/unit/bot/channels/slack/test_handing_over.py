from __future__ import annotations

import dataclasses

import pytest

from bot.channels.slack.actions.coordinators import hand_over
from bot.channels.slack.blocks import names
from bot.channels.slack.complaints import complain
from bot.channels.slack.errors import ChannelUnavailable
from bot.channels.slack.events.conversations import answer_mention
from bot.channels.slack.incoming import Occasion
from knowledge.texts.catalogue import say
from tests.unit.bot.channels.slack.delivered import mention, press_in_message
from tests.unit.bot.channels.slack.desks import Office, occasion
from tests.unit.bot.services.asked import START

BROKEN = ChannelUnavailable("503")


@pytest.fixture
def office() -> Office:
    """A question was answered in the thread 1.0 of C1."""
    office = Office()
    office.desk = dataclasses.replace(office.desk, coordinator_channel="CKOORD")
    answer_mention(office.desk, occasion(mention("<@U0BOT> Vem beslutar om vänortsavtal?")))
    office.said.clear()
    return office


def press(office: Office, trigger: str = "1", attempts: int = 1) -> Occasion:
    [asked] = office.database.questions.since(START)
    action = {"action_id": names.HAND_OVER, "value": asked.id}
    return occasion(press_in_message(action) | {"trigger_id": trigger}, attempts)


def cards(office: Office) -> int:
    return sum(what.get("channel") == "CKOORD" for _, what in office.said)


def test_while_one_press_is_posting_its_card_another_posts_none(office: Office) -> None:
    office.messenger.faults = [BROKEN]
    with pytest.raises(ChannelUnavailable):
        hand_over(office.desk, press(office))
    hand_over(office.desk, press(office, "2"))
    assert office.texts == [say("slack-already-handed-over", "sv")]
    hand_over(office.desk, press(office, attempts=2))
    assert cards(office) == 1


@pytest.mark.parametrize("error", [BROKEN, KeyError("unforeseen")])
def test_what_was_given_up_can_be_handed_over_by_another_press(
    office: Office, error: Exception
) -> None:
    office.messenger.faults = [error]
    with pytest.raises(type(error)):
        hand_over(office.desk, press(office))
    complain(office.desk, press(office), error)
    hand_over(office.desk, press(office, "2"))
    assert cards(office) == 1
    assert office.texts[-1] == say("slack-handed-over", "sv")


def test_the_card_that_was_posted_before_is_not_posted_again(office: Office) -> None:
    hand_over(office.desk, press(office))
    hand_over(office.desk, press(office, attempts=2))
    assert cards(office) == 1
    assert office.texts[-1] == say("slack-handed-over", "sv")
