"""A private answer, shown to the channel by its asker."""

from __future__ import annotations

from tests.end_to_end.slack.town import QUESTION, QUOTE, SENTENCE, Town, actions
from tests.fakes.slack import Channel, Message, Payload, Person, rate_limited, server_error


def openly(town: Town, channel: Channel) -> list[Message]:
    return [each for each in town.slack.messages(channel) if each.bot_id]


def shared(town: Town, eva: Person, channel: Channel, text: str = QUESTION) -> Message:
    answer = town.commanded(eva, text, channel)
    eva.presses(answer, "share")
    return town.wait(lambda: openly(town, channel))[0]


def mentions(part: Payload | list[Payload]) -> list[str]:
    """The people whom rich text names."""
    if isinstance(part, list):
        return [one for item in part for one in mentions(item)]
    if not isinstance(part, dict):
        return []
    own = [str(part["user_id"])] if part.get("type") == "user" else []
    return own + [one for value in part.values() for one in mentions(value)]


def test_a_shared_answer_stands_in_the_channel_with_the_question_and_who_shares_it(
    town: Town,
) -> None:
    eva = town.person()
    channel = town.channel(eva)
    message = shared(town, eva, channel)
    assert message.thread_ts is None
    assert mentions(message.blocks) == [eva.id]
    lines = message.shown.splitlines()
    assert QUESTION in lines
    assert SENTENCE in lines
    assert QUOTE in lines
    assert "share" not in actions(message)
    assert "hand_over" not in actions(message)


def test_an_answer_is_shared_once_also_when_pressed_again(town: Town) -> None:
    eva = town.person()
    channel = town.channel(eva)
    answer = town.commanded(eva, QUESTION, channel)
    first = eva.presses(answer, "share", wait=False)
    second = eva.presses(answer, "share", wait=False)
    town.quiet()
    assert len(openly(town, channel)) == 1
    told = [each.shown for done in (first, second) for each in done.ephemerals]
    assert "Svaret är redan delat i kanalen." in told
    # What is left to the asker has nothing more to share.
    assert "share" not in actions(answer)


def test_the_thread_below_a_shared_answer_can_be_followed_up(town: Town) -> None:
    eva, bo = town.person(), town.person("Bo Berg")
    channel = town.channel(eva, bo)
    message = shared(town, eva, channel, "Vem beslutar om vänortsavtal i Skövde? Och i Örebro?")
    town.quiet()
    answer = town.reply(bo.says(channel, "Vad gäller i Enköping?", message.ts))
    assert answer.thread_ts == message.ts
    assert "Enköping" in answer.shown


def test_where_the_assistant_is_not_the_commands_reply_shares(town: Town) -> None:
    eva = town.person()
    channel = town.channel(eva, with_app=False)
    message = shared(town, eva, channel)
    assert SENTENCE in message.shown
    assert message.ephemeral_to is None
    town.quiet()
    assert len(openly(town, channel)) == 1


def test_sharing_waits_for_slack_and_is_done_once(town: Town) -> None:
    eva = town.person()
    channel = town.channel(eva)
    answer = town.commanded(eva, QUESTION, channel)
    town.slack.fault("chat.postMessage", rate_limited(1))
    town.slack.fault("chat.postMessage", server_error(503))
    eva.presses(answer, "share")
    town.wait(lambda: openly(town, channel))
    town.quiet()
    assert len(openly(town, channel)) == 1


def test_a_shared_answer_can_be_rated_by_anybody(town: Town) -> None:
    eva, bo = town.person(), town.person("Bo Berg")
    message = shared(town, eva, town.channel(eva, bo))
    [feedback] = [
        each
        for block in message.blocks
        for each in block.get("elements", [])
        if each.get("action_id") == "feedback"
    ]
    value = feedback["positive_button"]["value"]
    assert town.whispered(bo.presses(message, "feedback", value)).shown.startswith("Tack")
    [row] = town.bot.rows("SELECT * FROM feedback WHERE person = ?", bo.id)
    assert (row["question"], row["verdict"]) == (value.partition(":")[2], "up")
