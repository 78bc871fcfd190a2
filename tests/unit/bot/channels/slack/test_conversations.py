from __future__ import annotations

import pytest

from bot.channels.slack.events.conversations import (
    answer_mention,
    answer_message_event,
    concerns_us,
)
from bot.channels.slack.shortcuts import ask_about_message
from bot.domain.questions import ChannelSettings
from bot.services.errors import NotAdmitted
from knowledge.texts.catalogue import say
from tests.unit.bot.channels.slack.delivered import Body, direct, mention, message, shortcut
from tests.unit.bot.channels.slack.desks import Office, occasion, written
from tests.unit.bot.services.asked import START

WHO = "Vem beslutar om vänortsavtal?"


@pytest.fixture
def office() -> Office:
    """The assistant has answered in the thread 1.0 of C1."""
    office = Office()
    answer_mention(office.desk, occasion(mention(f"<@U0BOT> {WHO}")))
    return office


def in_thread(text: str, **more: object) -> Body:
    return message(text, ts="2.0", **{"thread_ts": "1.0", **more})


def concerning(office: Office, body: Body) -> bool:
    return concerns_us(office.desk, occasion(body))


def test_a_mention_is_answered_in_its_thread(office: Office) -> None:
    ((way, said),) = office.said
    assert (way, said["channel"], said["thread"], said["key"]) == ("post", "C1", "1.0", "Ev1")
    assert said["message"].text.startswith("Örebro: Kommunfullmäktige.")
    (question,) = office.database.questions.since(START)
    assert (question.text, question.message) == (WHO, "9.1")
    assert not question.venue.is_private


def test_a_mention_in_a_thread_is_answered_there(office: Office) -> None:
    body = mention(f"<@U0BOT> {WHO}", ts="5.0", thread_ts="4.0") | {"event_id": "Ev2"}
    answer_mention(office.desk, occasion(body))
    assert office.said[-1][1]["thread"] == "4.0"


def test_a_direct_message_is_answered_in_its_thread_and_is_private(office: Office) -> None:
    answer_message_event(office.desk, occasion(direct(WHO) | {"event_id": "Ev2"}))
    (_, said) = office.said[-1]
    assert (said["channel"], said["thread"]) == ("D1", "1.0")
    assert office.database.questions.since(START)[-1].venue.is_private


@pytest.mark.parametrize("text", ["<@U0BOT>", "<@U0BOT> hej!", "<@U0BOT> :wave:", "Tack!"])
def test_a_greeting_is_answered_with_help_and_is_no_question(text: str) -> None:
    office = Office()
    answer_mention(office.desk, occasion(mention(text)))
    assert office.ways == ["whisper"]
    assert say("slack-help-title", "sv") in office.texts[0]
    assert office.database.questions.since(START) == []


def test_what_a_bot_says_is_not_answered() -> None:
    office = Office()
    answer_mention(office.desk, occasion(mention(f"<@U0BOT> {WHO}", bot_id="B1")))
    assert office.said == []


@pytest.mark.parametrize("deliver", [mention, direct])
def test_guests_are_not_answered(deliver: object) -> None:
    office = Office()
    office.guest("U1")
    answer = answer_mention if deliver is mention else answer_message_event
    with pytest.raises(NotAdmitted):
        answer(office.desk, occasion(mention(WHO) if deliver is mention else direct(WHO)))
    assert office.said == []
    assert office.database.questions.since(START) == []


def test_an_answer_told_before_is_not_told_again(office: Office) -> None:
    answer_mention(office.desk, occasion(mention(f"<@U0BOT> {WHO}"), attempts=2))
    assert len(office.said) == 1


def test_an_answer_that_arrived_without_being_recorded_is_found_and_not_told_again() -> None:
    office = Office()
    office.messenger.earlier = {"Ev1": "7.7"}
    answer_mention(office.desk, occasion(mention(WHO), attempts=2))
    assert office.said == []
    assert office.database.questions.since(START)[0].message == "7.7"


def test_at_the_first_attempt_nothing_is_looked_for() -> None:
    office = Office()
    office.messenger.earlier = {"Ev1": "7.7"}
    answer_mention(office.desk, occasion(mention(WHO)))
    assert office.ways == ["post"]


@pytest.mark.parametrize("text", ["och i Skara?", "Vem följer upp det?", "Hur ofta då?"])
def test_questions_in_a_thread_where_the_assistant_has_answered_concern_it(
    office: Office, text: str
) -> None:
    assert concerning(office, in_thread(text))
    assert concerning(office, in_thread(text, user="U2"))
    assert concerning(office, in_thread(text, subtype="thread_broadcast"))
    assert concerning(office, in_thread(text, subtype="file_share"))


@pytest.mark.parametrize(
    "body",
    [
        message("Vem beslutar?"),
        message("Vem beslutar?", ts="3.0", thread_ts="2.5"),
        in_thread("Vem beslutar?", channel="C2"),
        in_thread("Tack!"),
        in_thread("Det visste jag inte"),
        in_thread("<@U2> vad tycker du?"),
        in_thread("<@U0BOT> och i Skara?"),
        in_thread("<!subteam^S1> vad tycker ni?"),
        in_thread("<!here> vad tycker ni?"),
        in_thread("och i Skara?", bot_id="B1"),
        in_thread("och i Skara?", subtype="message_changed"),
        in_thread("och i Skara?", subtype="message_deleted"),
        in_thread("och i Skara?", subtype="channel_join"),
        in_thread("och i Skara?", subtype="bot_message"),
        in_thread("och i Skara?", user=None),
        in_thread("?" * 5_000),
        in_thread(""),
    ],
    ids=lambda body: f"{body['event'].get('subtype') or ''} {body['event']['text'][:30]}",
)
def test_what_others_say_to_each_other_is_left_alone(office: Office, body: Body) -> None:
    assert not concerning(office, body)


def test_where_the_channel_wants_mentions_only_follow_ups_are_left_alone(office: Office) -> None:
    settings = ChannelSettings(mentions_only=True)
    office.database.settings.set_channel("C1", settings, "U1", START)
    assert not concerning(office, in_thread("och i Skara?"))
    office.database.settings.set_channel("C1", ChannelSettings(), "U1", START)
    assert concerning(office, in_thread("och i Skara?"))


def test_every_direct_message_concerns_the_assistant_but_its_own(office: Office) -> None:
    assert concerning(office, direct("Tack!"))
    assert concerning(office, direct("<@U2> vad tycker du?"))
    assert not concerning(office, direct("Tack!", bot_id="B1"))
    assert not concerning(office, direct("Tack!", subtype="message_changed"))


def test_a_message_shortcut_answers_to_its_person_alone_in_the_message_s_thread() -> None:
    office = Office()
    body = shortcut(f"Hej alla!\n{WHO}\nTack på förhand.")
    ask_about_message(office.desk, occasion(body))
    ((way, said),) = office.said
    assert (way, said["person"], said["thread"]) == ("whisper", "U1", "2.0")
    assert "share" in written(said["message"])
    (question,) = office.database.questions.since(START)
    assert (question.text, question.asker, question.venue.is_private) == (WHO, "U1", True)


def test_in_a_thread_a_message_shortcut_answers_in_that_thread() -> None:
    office = Office()
    ask_about_message(office.desk, occasion(shortcut(WHO, thread="1.0")))
    assert office.said[0][1]["thread"] == "1.0"
