"""What goes wrong between Slack, the database and us: nothing is lost, nothing said twice."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from tests.end_to_end.slack.process import eventually
from tests.end_to_end.slack.town import PATIENCE, QUESTION, QUOTE, SENTENCE, Town
from tests.fakes.slack import (
    Fault,
    Message,
    api_error,
    dropped,
    rate_limited,
    server_error,
    timeout,
)


def answered_once(hasty: Town, asked: Message) -> Message:
    answer = hasty.reply(asked)
    hasty.quiet()
    [only] = hasty.replies(asked)
    assert only is answer
    assert SENTENCE in answer.shown
    return answer


@pytest.mark.parametrize(
    "fault",
    [
        rate_limited(1),
        rate_limited(1, body=False),
        server_error(500),
        server_error(503),
        api_error("internal_error"),
        dropped(carried_out=False),
        dropped(carried_out=True),
        timeout(0.5, carried_out=True),
        timeout(4, carried_out=True),
    ],
    ids=[
        "429",
        "429 bare",
        "500",
        "503",
        "internal",
        "lost",
        "unconfirmed",
        "cut off",
        "timed out",
    ],
)
def test_an_answer_that_slack_did_not_take_or_confirm_arrives_once(
    hasty: Town, fault: Fault
) -> None:
    eva = hasty.person()
    hasty.slack.fault("chat.postMessage", fault, times=2)
    asked = [eva.says(hasty.channel(eva), f"{hasty.me} {QUESTION}"), eva.dm(QUESTION)]
    for message in asked:
        answered_once(hasty, message)


@pytest.mark.parametrize(
    "fault",
    [rate_limited(1), server_error(503), dropped(carried_out=False)],
    ids=["429", "503", "lost"],
)
def test_who_asks_is_looked_up_again_when_slack_fails(hasty: Town, fault: Fault) -> None:
    eva = hasty.person()
    hasty.slack.fault("users.info", fault)
    answered_once(hasty, eva.says(hasty.channel(eva), f"{hasty.me} {QUESTION}"))


@pytest.mark.parametrize(
    "fault",
    [rate_limited(1), server_error(503), dropped(carried_out=False)],
    ids=["429", "503", "dropped"],
)
def test_a_private_answer_is_not_lost(hasty: Town, fault: Fault) -> None:
    eva = hasty.person()
    hasty.slack.fault("response_url", fault)
    assert SENTENCE in hasty.commanded(eva, QUESTION, hasty.channel(eva)).shown
    hasty.quiet()


def test_a_modal_opens_in_spite_of_a_short_rate_limit(hasty: Town) -> None:
    eva = hasty.person()
    answer = hasty.asks(eva, hasty.channel(eva))
    hasty.slack.fault("views.open", rate_limited(1))
    eva.presses(answer, "show_section:0")
    assert QUOTE in hasty.opened(eva, "section_view").shown


@pytest.mark.parametrize("code", ["expired_trigger_id", "exchanged_trigger_id"])
def test_a_modal_that_came_too_late_asks_to_press_again(hasty: Town, code: str) -> None:
    eva = hasty.person()
    answer = hasty.asks(eva, hasty.channel(eva))
    hasty.slack.fault("views.open", api_error(code))
    told = hasty.whispered(eva.presses(answer, "show_section:0"))
    assert told.shown == "Fönstret hann inte öppnas. Försök igen."
    eva.presses(answer, "show_section:0")
    hasty.opened(eva, "section_view")


@pytest.mark.parametrize("code", ["invalid_blocks", "msg_blocks_too_long", "invalid_blocks_format"])
def test_blocks_that_slack_refuses_go_out_as_text(hasty: Town, code: str) -> None:
    eva = hasty.person()
    channel = hasty.channel(eva)
    hasty.slack.fault("chat.postMessage", api_error(code))
    answer = hasty.reply(eva.says(channel, f"{hasty.me} {QUESTION}"))
    assert answer.blocks == []
    assert SENTENCE in answer.text
    assert QUOTE in answer.text
    assert answer.metadata
    assert any(each.startswith("blocks refused") for each in hasty.bot.told())
    hasty.quiet()
    hasty.slack.fault("response_url", api_error(code))
    assert hasty.commanded(eva, QUESTION, channel).blocks == []


def test_what_this_slack_does_not_know_is_done_without(hasty: Town) -> None:
    eva = hasty.person()
    for method in ("assistant.threads.setStatus", "assistant.threads.setSuggestedPrompts"):
        hasty.slack.fault(method, api_error("unknown_method"))
    eva.opens_messages()
    hasty.quiet()
    answered_once(hasty, eva.dm(QUESTION))
    assert eva.suggested_prompts is None


def test_a_status_that_hangs_does_not_hold_the_answer_up(hasty: Town) -> None:
    eva = hasty.person()
    hasty.slack.fault("assistant.threads.setStatus", timeout(9))
    assert SENTENCE in hasty.reply(eva.dm(QUESTION)).shown
    assert [each for each in hasty.slack.called("assistant.threads.setStatus") if not each.answered]


def test_where_the_assistant_may_not_speak_its_asker_is_told_if_possible(hasty: Town) -> None:
    eva = hasty.person()
    channel = hasty.channel(eva)
    hasty.slack.fault("chat.postMessage", api_error("is_archived"))
    eva.says(channel, f"{hasty.me} {QUESTION}")
    [told] = hasty.wait(lambda: eva.ephemerals)
    assert "fel-id" in told.shown or "arkiverad" in told.shown


@contextmanager
def down(hasty: Town) -> Iterator[None]:
    """Slack cannot be reached meanwhile."""
    hasty.slack.stop()
    try:
        yield
    finally:
        hasty.slack.start()


def test_what_came_in_while_slack_was_down_is_answered_when_it_is_back(hasty: Town) -> None:
    eva = hasty.person()
    channel = hasty.channel(eva)
    hasty.quiet()
    with down(hasty):
        asked = eva.says(channel, f"{hasty.me} {QUESTION}")
        if hasty.slack.mode == "socket":
            eventually(lambda: hasty.bot.page("/readyz").status == 503, PATIENCE)
            assert "slack: failed" in hasty.bot.page("/readyz").text
    answered_once(hasty, asked)
    eventually(lambda: hasty.bot.page("/readyz").status == 200, PATIENCE)


def test_an_answer_that_was_ready_when_slack_went_down_arrives_when_it_is_back(
    hasty: Town,
) -> None:
    eva = hasty.person()
    channel = hasty.channel(eva)
    # The answer is on its way, and meets a connection that is cut with Slack.
    hasty.slack.fault("chat.postMessage", timeout(5))
    asked = eva.says(channel, f"{hasty.me} {QUESTION}")
    hasty.wait(lambda: [e for e in hasty.slack.called("chat.postMessage") if not e.answered])
    with down(hasty):
        time.sleep(0.5)
    answered_once(hasty, asked)


@pytest.mark.parametrize("reason", ["warning", "refresh_requested", "link_disabled", "dropped"])
def test_a_connection_that_ends_is_replaced(hasty: Town, reason: str) -> None:
    if hasty.slack.mode == "http":
        pytest.skip("there is no connection to end")
    eva = hasty.person()
    channel = hasty.channel(eva)
    hasty.quiet()
    if reason == "dropped":
        hasty.slack.drop_connections()
    else:
        hasty.slack.disconnect(reason)  # type: ignore[arg-type]
        # "link_disabled" also keeps new connections out, until Socket Mode is switched on again.
        hasty.slack.refuse_connections(False)
    answered_once(hasty, eva.says(channel, f"{hasty.me} {QUESTION}"))


@contextmanager
def locked(hasty: Town) -> Iterator[None]:
    """Nobody else can write to the database."""
    with closing(sqlite3.connect(hasty.bot.database, timeout=20, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def test_a_database_that_is_busy_for_a_while_loses_nothing(hasty: Town) -> None:
    eva = hasty.person()
    channel = hasty.channel(eva)
    hasty.quiet()
    with locked(hasty):
        asked = eva.says(channel, f"{hasty.me} {QUESTION}")
        time.sleep(3.2)
    answered_once(hasty, asked)


def test_a_database_that_is_gone_while_an_answer_is_made_loses_nothing(hasty: Town) -> None:
    eva = hasty.person()
    hasty.slack.fault("assistant.threads.setStatus", timeout(0.5))
    asked = eva.says(hasty.channel(eva), f"{hasty.me} {QUESTION}")
    hasty.wait(
        lambda: [e for e in hasty.slack.called("assistant.threads.setStatus") if not e.answered]
    )
    with locked(hasty):
        time.sleep(1.5)
    answered_once(hasty, asked)
