"""Reminders' way to people, against the server that speaks Slack."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from math import inf

import pytest

from bot.channels.slack.blocks.fitting import Message
from bot.channels.slack.refusals import NOBODY_THERE, OUR_OWN, OUR_OWN_PAUSE, TOO_FAST, UNKNOWN
from bot.channels.slack.reminder_post import SlackReminderPost
from bot.domain.reminders.dispatch import Dispatch, DispatchKind, DispatchState
from bot.services.errors import InDoubt, NotMade, NotSent, Unreachable
from bot.services.reminders.ports import Arrived, Outgoing
from tests.chroma_server import free_port
from tests.fakes.slack import (
    Fault,
    Person,
    SlackServer,
    api_error,
    dropped,
    late,
    rate_limited,
    server_error,
)

NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)
TEXT = "Påminnelse: rapportera tertial 3"
POST = "chat.postMessage"
ANY_TIME = inf


def rendered(outgoing: Outgoing) -> Message:
    return Message(TEXT, [{"type": "section", "text": {"type": "mrkdwn", "text": TEXT}}])


def dispatch_to(person: str, number: int = 1) -> Dispatch:
    return Dispatch(
        id=number,
        kind=DispatchKind.REMINDER,
        person=person,
        occurrence=1,
        number=number,
        due_at=NOON,
        not_before=NOON,
        state=DispatchState.SENDING,
    )


def outgoing(dispatch: Dispatch) -> Outgoing:
    return Outgoing(dispatch=dispatch, occurrence=None, recipient=None, is_late=False)


@pytest.fixture(scope="module")
def server() -> Iterator[SlackServer]:
    with SlackServer() as running:
        yield running


@pytest.fixture
def slack(server: SlackServer) -> Iterator[SlackServer]:
    yield server
    server.clear_faults()


@pytest.fixture
def eva(slack: SlackServer) -> Person:
    return slack.add_person("Eva Ek")


@pytest.fixture
def post(slack: SlackServer) -> SlackReminderPost:
    return SlackReminderPost(slack.bot_token, slack.api_url, rendered)


def standing(slack: SlackServer, person: Person) -> list[str]:
    return [each.ts for each in slack.messages(slack.workspace.im_with(person.id))]


def test_a_message_arrives_in_the_persons_direct_channel_and_is_found_by_its_key(
    slack: SlackServer, eva: Person, post: SlackReminderPost
) -> None:
    dispatch = dispatch_to(eva.id)
    arrived = post.send(outgoing(dispatch), ANY_TIME)
    [message] = slack.messages(slack.workspace.im_with(eva.id))
    assert arrived == Arrived(channel=message.channel.id, message=message.ts)
    assert message.shown == TEXT
    assert post.find(dispatch) == arrived
    assert post.find(dispatch_to(eva.id, 2)) is None


def test_a_message_is_found_behind_many_others_whatever_our_clock_said(
    slack: SlackServer, eva: Person, post: SlackReminderPost
) -> None:
    arrived = post.send(outgoing(dispatch_to(eva.id)), ANY_TIME)
    for number in range(450):
        eva.dm(f"Hej {number}")
    ahead = dispatch_to(eva.id).model_copy(update={"begun_at": NOON + timedelta(days=4000)})
    assert post.find(ahead) == arrived


def test_refused_blocks_are_sent_as_text(
    slack: SlackServer, eva: Person, post: SlackReminderPost
) -> None:
    slack.fault(POST, api_error("invalid_blocks"))
    arrived = post.send(outgoing(dispatch_to(eva.id)), ANY_TIME)
    [message] = slack.messages(slack.workspace.im_with(eva.id))
    assert (message.ts, message.blocks, message.text) == (arrived.message, [], TEXT)


@pytest.mark.parametrize("code", sorted(NOBODY_THERE | {"a_word_of_tomorrow"}))
def test_who_cannot_be_written_to_is_told_with_slacks_word(
    slack: SlackServer, eva: Person, post: SlackReminderPost, code: str
) -> None:
    slack.fault(POST, api_error(code))
    with pytest.raises(Unreachable) as raised:
        post.send(outgoing(dispatch_to(eva.id)), ANY_TIME)
    assert raised.value.code == code


@pytest.mark.parametrize("code", sorted(OUR_OWN))
def test_what_we_have_to_put_right_is_tried_again_after_a_long_pause(
    slack: SlackServer, eva: Person, post: SlackReminderPost, code: str
) -> None:
    slack.fault(POST, api_error(code))
    with pytest.raises(NotSent) as raised:
        post.send(outgoing(dispatch_to(eva.id)), ANY_TIME)
    assert raised.value.pause == OUR_OWN_PAUSE


@pytest.mark.parametrize("code", sorted(UNKNOWN))
def test_errors_in_which_something_may_have_succeeded_leave_doubt(
    slack: SlackServer, eva: Person, post: SlackReminderPost, code: str
) -> None:
    slack.fault(POST, api_error(code))
    with pytest.raises(InDoubt):
        post.send(outgoing(dispatch_to(eva.id)), ANY_TIME)


@pytest.mark.parametrize("code", sorted(TOO_FAST))
def test_too_many_messages_are_not_sent(
    slack: SlackServer, eva: Person, post: SlackReminderPost, code: str
) -> None:
    slack.fault(POST, api_error(code))
    with pytest.raises(NotSent):
        post.send(outgoing(dispatch_to(eva.id)), ANY_TIME)


@pytest.mark.parametrize("body", [True, False])
def test_slack_tells_how_long_to_wait(
    slack: SlackServer, eva: Person, post: SlackReminderPost, body: bool
) -> None:
    slack.fault(POST, rate_limited(30, body=body))
    with pytest.raises(NotSent) as raised:
        post.send(outgoing(dispatch_to(eva.id)), ANY_TIME)
    assert raised.value.pause == timedelta(seconds=30)
    assert not standing(slack, eva)


@pytest.mark.parametrize(
    "fault",
    [
        server_error(),
        server_error(carried_out=True),
        dropped(carried_out=False),
        dropped(carried_out=True),
    ],
)
def test_a_request_without_a_whole_answer_leaves_doubt_which_reading_settles(
    slack: SlackServer, eva: Person, post: SlackReminderPost, fault: Fault
) -> None:
    slack.fault(POST, fault)
    before = len(slack.called(POST))
    with pytest.raises(InDoubt):
        post.send(outgoing(dispatch_to(eva.id)), ANY_TIME)
    assert len(slack.called(POST)) == before + 1
    found = post.find(dispatch_to(eva.id))
    assert standing(slack, eva) == ([found.message] if found else [])
    assert (found is not None) == fault.carried_out


def test_nothing_is_sent_where_nobody_listens() -> None:
    post = SlackReminderPost("token", f"http://127.0.0.1:{free_port()}/api/", rendered)
    with pytest.raises(NotSent):
        post.send(outgoing(dispatch_to("U1")), ANY_TIME)
    with pytest.raises(NotSent):
        post.find(dispatch_to("U1"))


def test_nothing_is_written_after_its_time(slack: SlackServer, eva: Person) -> None:
    seconds = count(step=20)
    post = SlackReminderPost(
        slack.bot_token, slack.api_url, rendered, steady=lambda: float(next(seconds))
    )
    before = len(slack.called(POST))
    with pytest.raises(NotSent, match="too long"):
        post.send(outgoing(dispatch_to(eva.id)), ANY_TIME)
    assert len(slack.called(POST)) == before


def test_nothing_is_written_after_its_sender_has_to_have_done_so(
    slack: SlackServer, eva: Person
) -> None:
    post = SlackReminderPost(slack.bot_token, slack.api_url, rendered, steady=lambda: 100.0)
    before = len(slack.called(POST))
    with pytest.raises(NotSent, match="too long"):
        post.send(outgoing(dispatch_to(eva.id)), 100.0)
    assert len(slack.called(POST)) == before
    assert post.send(outgoing(dispatch_to(eva.id)), 100.1)


def test_a_request_may_be_carried_out_late_and_then_is_found(
    slack: SlackServer, eva: Person, post: SlackReminderPost
) -> None:
    slack.fault(POST, late(0.2))
    arrived = post.send(outgoing(dispatch_to(eva.id)), ANY_TIME)
    assert post.find(dispatch_to(eva.id)) == arrived


def test_what_cannot_be_made_is_not_sent(slack: SlackServer, eva: Person) -> None:
    def broken(_: Outgoing) -> Message:
        raise KeyError("text")

    post = SlackReminderPost(slack.bot_token, slack.api_url, broken)
    with pytest.raises(NotMade, match="not rendered"):
        post.send(outgoing(dispatch_to(eva.id)), ANY_TIME)


def test_a_wrong_token_is_our_own_fault(slack: SlackServer, eva: Person) -> None:
    post = SlackReminderPost("xoxb-wrong", slack.api_url, rendered)
    with pytest.raises(NotSent) as raised:
        post.send(outgoing(dispatch_to(eva.id)), ANY_TIME)
    assert raised.value.pause == OUR_OWN_PAUSE


def test_whose_channel_cannot_be_read_now_stays_in_doubt(
    slack: SlackServer, eva: Person, post: SlackReminderPost
) -> None:
    for fault, pause in ((rate_limited(7), 7), (server_error(), None), (api_error("odd"), None)):
        slack.fault("conversations.history", fault)
        with pytest.raises(NotSent) as raised:
            post.find(dispatch_to(eva.id))
        assert raised.value.pause == (pause and timedelta(seconds=pause))


def test_who_left_can_never_be_read(slack: SlackServer, post: SlackReminderPost) -> None:
    left = slack.add_person("Ulla Ut", deleted=True)
    with pytest.raises(Unreachable):
        post.find(dispatch_to(left.id))
    with pytest.raises(Unreachable):
        post.find(dispatch_to("U0NOBODY"))


def test_an_answer_that_never_comes_leaves_doubt_in_time(
    slack: SlackServer, eva: Person, post: SlackReminderPost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.slack.single_request.LINE_SECONDS", 1)
    slack.fault(POST, late(3))
    # Whoever waited for the answer would get it.
    with pytest.raises(InDoubt):
        post.send(outgoing(dispatch_to(eva.id)), ANY_TIME)
    slack.wait_until(lambda: standing(slack, eva))
    assert post.find(dispatch_to(eva.id))
