"""What Slack delivers more than once is answered once."""

from __future__ import annotations

from tests.end_to_end.slack.town import QUESTION, Town
from tests.fakes.slack import Delivery, Message


def delivery_of(town: Town, asked: Message, payload_type: str) -> Delivery:
    [found] = [each for each in town.slack.delivered(payload_type) if each.event["ts"] == asked.ts]
    return found


def test_a_mention_that_is_delivered_again_is_answered_once(town: Town) -> None:
    eva = town.person()
    asked = eva.says(town.channel(eva), f"{town.me} {QUESTION}")
    town.reply(asked)
    again = delivery_of(town, asked, "app_mention")
    for _ in range(3):
        town.slack.redeliver(again)
        assert again.acked
    assert again.attempts[-1].retry_num >= 1
    town.quiet()
    assert len(town.replies(asked)) == 1
    assert len(town.questions(asker=eva.id)) == 1


def test_a_direct_message_that_is_delivered_again_meanwhile_is_answered_once(town: Town) -> None:
    eva = town.person()
    asked = eva.dm(QUESTION)
    again = delivery_of(town, asked, "message")
    town.slack.redeliver(again)
    town.reply(asked)
    town.slack.redeliver(again)
    town.quiet()
    assert len(town.replies(asked)) == 1


def test_many_at_once_are_each_answered_once_in_their_place(town: Town) -> None:
    people = [town.person(f"Person Nr{number}") for number in range(20)]
    channel = town.channel(*people)
    asked = [each.says(channel, f"{town.me} {QUESTION}") for each in people]
    asked += [each.dm(QUESTION) for each in people]
    for message in asked:
        town.reply(message)
    town.quiet()
    assert [len(town.replies(message)) for message in asked] == [1] * len(asked)


def test_a_rate_limit_of_one_message_a_second_loses_nothing(town: Town) -> None:
    eva = town.person()
    channel = town.channel(eva)
    town.slack.limit_posting(1)
    asked = [eva.says(channel, f"{town.me} {QUESTION}") for _ in range(4)]
    for message in asked:
        town.reply(message)
    town.quiet()
    assert [len(town.replies(message)) for message in asked] == [1] * 4
