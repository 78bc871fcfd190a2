"""The process ends, politely or not, and begins again: each question is answered exactly once."""

from __future__ import annotations

from tests.end_to_end.slack.conftest import keeps_secrets
from tests.end_to_end.slack.town import QUESTION, SENTENCE, Town
from tests.fakes.slack import Message, timeout


def ask_at_once(hasty: Town, number: int = 20) -> list[Message]:
    """Half of them openly, half in the own conversation."""
    people = [hasty.person(f"Person Nr{each}") for each in range(number)]
    channel = hasty.channel(*people)
    return [
        each.dm(QUESTION) if place % 2 else each.says(channel, f"{hasty.me} {QUESTION}")
        for place, each in enumerate(people)
    ]


def answered(hasty: Town, asked: list[Message]) -> int:
    return sum(bool(hasty.replies(message)) for message in asked)


def each_answered_once(hasty: Town, asked: list[Message]) -> None:
    for message in asked:
        assert SENTENCE in hasty.reply(message).shown
    hasty.quiet()
    assert [len(hasty.replies(message)) for message in asked] == [1] * len(asked)


def test_a_polite_end_finishes_what_is_under_way_and_the_rest_is_answered_after_the_next_start(
    hasty: Town,
) -> None:
    asked = ask_at_once(hasty)
    hasty.wait(lambda: answered(hasty, asked) >= 3)
    hasty.bot.terminate()
    asked += ask_at_once(hasty, 4)
    assert hasty.bot.ended() == 0
    assert hasty.bot.waiting() == 0
    hasty.bot.start()
    each_answered_once(hasty, asked)


def test_a_killed_process_loses_nothing_and_repeats_nothing(hasty: Town) -> None:
    eva = hasty.person()
    earlier = eva.dm(QUESTION)
    each_answered_once(hasty, [earlier])
    # Posted, but the process never hears of it.
    hasty.slack.fault("chat.postMessage", timeout(5, carried_out=True), times=2)
    doubtful = [eva.says(hasty.channel(eva), f"{hasty.me} {QUESTION}"), eva.dm(QUESTION)]
    hasty.wait(lambda: answered(hasty, doubtful) == 2)
    asked = ask_at_once(hasty)
    hasty.wait(lambda: answered(hasty, asked) >= 3)
    hasty.bot.kill()
    assert answered(hasty, asked) < len(asked)
    hasty.bot.start()
    [delivery] = [
        each for each in hasty.slack.delivered("message") if each.event["ts"] == earlier.ts
    ]
    hasty.slack.redeliver(delivery)
    each_answered_once(hasty, [earlier, *doubtful, *asked])


def test_two_processes_share_the_work_and_the_rest_of_one_that_dies(hasty: Town) -> None:
    with hasty.bot.replica() as other:
        if hasty.slack.mode == "socket":
            hasty.wait(lambda: hasty.slack.connections == 2)
        asked = ask_at_once(hasty)
        hasty.wait(lambda: answered(hasty, asked) >= 3)
        for delivery in hasty.slack.delivered("app_mention")[-10:]:
            hasty.slack.request_url = hasty.bot.request_url
            hasty.slack.redeliver(delivery)
        hasty.slack.request_url = hasty.bot.request_url
        other.kill()
        each_answered_once(hasty, asked)
        keeps_secrets(other, hasty.slack)
