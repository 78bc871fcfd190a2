from __future__ import annotations

import pytest

from bot.channels.slack.actions.answers import share
from bot.channels.slack.blocks import names
from bot.channels.slack.commands.lots import carry_out
from bot.channels.slack.complaints import complain
from bot.channels.slack.errors import ChannelRefused, ChannelUnavailable
from bot.channels.slack.incoming import Occasion
from knowledge.texts.catalogue import say
from tests.unit.bot.channels.slack.delivered import command, press_in_ephemeral
from tests.unit.bot.channels.slack.desks import Office, occasion
from tests.unit.bot.services.asked import START

OUTSIDE = ChannelRefused("not_in_channel", "not_in_channel")
BROKEN = ChannelUnavailable("503")


@pytest.fixture
def office() -> Office:
    """A person has a private answer."""
    office = Office()
    carry_out(office.desk, occasion(command("Vem beslutar om vänortsavtal?")))
    office.said.clear()
    return office


def press(office: Office, trigger: str = "1", attempts: int = 1) -> Occasion:
    [asked] = [q for q in office.database.questions.since(START) if q.venue.is_private]
    action = {"action_id": names.SHARE, "value": asked.id}
    return occasion(press_in_ephemeral(action, thread=None) | {"trigger_id": trigger}, attempts)


def openly(office: Office) -> int:
    return sum(how == "post" or bool(what.get("openly")) for how, what in office.said)


@pytest.mark.parametrize("error", [BROKEN, KeyError("unforeseen")])
def test_what_was_given_up_can_be_shared_by_another_press(office: Office, error: Exception) -> None:
    office.messenger.faults = [error]
    with pytest.raises(type(error)):
        share(office.desk, press(office))
    complain(office.desk, press(office), error)
    share(office.desk, press(office, "2"))
    assert openly(office) == 1


def test_while_one_press_is_tried_again_another_shares_nothing(office: Office) -> None:
    office.messenger.faults = [BROKEN]
    with pytest.raises(ChannelUnavailable):
        share(office.desk, press(office))
    share(office.desk, press(office, "2"))
    assert office.texts == [say("slack-already-shared", "sv")]
    share(office.desk, press(office, attempts=2))
    assert openly(office) == 1


def test_what_was_shared_stays_shared_when_its_press_is_given_up(office: Office) -> None:
    share(office.desk, press(office))
    complain(office.desk, press(office), KeyError("unforeseen"))
    share(office.desk, press(office, "2"))
    assert openly(office) == 1


@pytest.mark.parametrize("fault", [BROKEN, OUTSIDE])
def test_a_private_message_that_cannot_be_replaced_is_let_be(
    office: Office, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def respond(*_: object, replaces: bool = False, **how: bool) -> None:
        if replaces:
            raise fault
        office.said.append(("respond", how))

    monkeypatch.setattr(office.messenger, "respond", respond)
    office.messenger.faults = [OUTSIDE]
    share(office.desk, press(office))
    share(office.desk, press(office, attempts=2))
    assert openly(office) == 1
