"""Questions where people ask them, and what the answers look like."""

from __future__ import annotations

import json

import pytest

from tests.end_to_end.slack.town import (
    QUESTION,
    QUOTE,
    REFUSAL,
    REFUSED,
    SENTENCE,
    Town,
    actions,
    buttons,
    question_of,
    thumb,
)
from tests.fakes.slack import OTHER_TEAM, Message

SWEDISH_BUTTONS = ["Visa avsnittet", "Visa avsnittet", "Jämför kommuner", "Fråga samordnaren"]


def styled(message: Message) -> str:
    """The first stretch of rich text that is bold."""
    for block in message.blocks:
        for part in block.get("elements", []) if block["type"] == "rich_text" else []:
            for inline in part["elements"]:
                if inline.get("style", {}).get("bold"):
                    return str(inline["text"])
    raise AssertionError(f"nothing bold in {message}")


def test_a_mention_is_answered_in_its_thread_with_the_sentence_first_and_the_quote_below(
    town: Town,
) -> None:
    eva = town.person()
    channel = town.channel(eva)
    asked = eva.says(channel, f"{town.me} {QUESTION}")
    answer = town.reply(asked)
    assert answer.thread_ts == asked.ts
    assert styled(answer) == SENTENCE
    lines = answer.shown.splitlines()
    assert lines[0] == SENTENCE
    assert QUOTE in lines
    assert any(
        "Örebro" in line and "beslutad 2013-05-15" in line and "Beslutsnivåer" in line
        for line in lines
    )
    assert buttons(answer) == SWEDISH_BUTTONS
    assert actions(answer) == [
        "show_section:0",
        "show_section:1",
        "compare",
        "hand_over",
        "feedback",
    ]
    assert answer.text.splitlines()[0] == SENTENCE
    assert QUOTE in answer.text
    assert [each.text for each in eva.status] == ["söker i dokumenten…", ""]


def test_an_answer_carries_its_delivery_and_is_logged_with_its_place(town: Town) -> None:
    eva = town.person()
    channel = town.channel(eva)
    asked = eva.says(channel, f"{town.me} {QUESTION}")
    answer = town.reply(asked)
    town.quiet()
    [delivery] = [
        each for each in town.slack.delivered("app_mention") if each.event["ts"] == asked.ts
    ]
    key = delivery.payload["event_id"]
    assert answer.metadata == {
        "event_type": "policylotsen_message",
        "event_payload": {"key": key},
    }
    row = town.question(key=key)
    assert (row["id"], row["asker"], row["text"]) == (question_of(answer), eva.id, QUESTION)
    assert (row["channel"], row["thread"], row["message"]) == (channel.id, asked.ts, answer.ts)
    assert not row["is_private"]
    [kept] = town.bot.rows("SELECT * FROM inbox WHERE key = ?", key)
    assert kept["body"] in {None, "null"}
    assert kept["done_at"]


def test_a_direct_message_is_answered_below_it(town: Town) -> None:
    eva = town.person()
    answer = town.reply(eva.dm(QUESTION))
    assert styled(answer) == SENTENCE
    assert QUOTE in answer.shown
    assert buttons(answer) == SWEDISH_BUTTONS


def test_a_command_is_answered_to_its_person_alone(town: Town) -> None:
    eva, bo = town.person(), town.person("Bo Berg")
    channel = town.channel(eva, bo)
    answer = town.commanded(eva, QUESTION, channel)
    assert styled(answer) == SENTENCE
    assert buttons(answer) == [*SWEDISH_BUTTONS, "Dela i kanalen"]
    town.quiet()
    assert town.slack.messages(channel) == []
    assert bo.ephemerals == []
    assert town.question(asker=eva.id)["is_private"]


def test_a_command_works_where_the_assistant_is_not(town: Town) -> None:
    eva = town.person()
    channel = town.channel(eva, with_app=False)
    assert SENTENCE in town.commanded(eva, QUESTION, channel).shown


def test_what_the_documents_do_not_say_is_refused_with_the_nearest_sections(town: Town) -> None:
    eva = town.person()
    refusal = town.asks(eva, town.channel(eva), REFUSED)
    lines = refusal.shown.splitlines()
    assert lines[0].startswith(REFUSAL)
    assert "Närmast i dokumenten:" in lines
    assert any("3 Målsättning och förhållningssätt" in line for line in lines)
    assert actions(refusal)[-2:] == ["hand_over", "feedback"]
    assert "compare" not in actions(refusal)
    eva.presses(refusal, "show_section:1")
    assert "Målsättning och förhållningssätt" in town.opened(eva, "section_view").shown


def test_an_answer_is_all_in_the_questions_language(town: Town) -> None:
    eva, ann = town.person(), town.person("Ann Other", locale="en-GB")
    channel = town.channel(eva, ann)
    english = town.asks(eva, channel, "Who decides twin-town agreements?")
    assert styled(english) == "Örebro: municipal council (Kommunfullmäktige)."
    assert QUOTE in english.shown
    assert buttons(english)[-2:] == ["Compare municipalities", "Ask the coordinator"]
    swedish = town.asks(ann, channel)
    assert styled(swedish) == SENTENCE
    assert buttons(swedish) == SWEDISH_BUTTONS


def test_what_is_said_beside_answers_is_in_the_clients_language(town: Town) -> None:
    ann = town.person("Ann Other", locale="en-GB")
    channel = town.channel(ann)
    assert "How to use Policylotsen" in town.commanded(ann, "help", channel).shown
    answer = town.asks(ann, channel)
    told = town.whispered(ann.presses(answer, "feedback", thumb(answer, "up")))
    assert told.shown == "Thank you for your feedback!"
    ann.presses(answer, "show_section:0")
    assert "Close" in town.opened(ann, "section_view").shown
    assert ann.status[0].text.endswith("documents…")


def test_the_municipality_in_the_question_decides(town: Town) -> None:
    eva = town.person()
    answer = town.asks(eva, town.channel(eva), "Vad är ett EU-projekt enligt Skövde?")
    assert "Skövde" in answer.shown.splitlines()[0]
    assert "Örebro" not in answer.shown


@pytest.mark.parametrize("text", ["", "hej!", "Tack!", "hjälp", "Hello there"])
def test_a_greeting_or_a_mention_alone_is_met_with_help_for_its_person(
    town: Town, text: str
) -> None:
    eva = town.person()
    channel = town.channel(eva)
    eva.says(channel, f"{town.me} {text}")
    [told] = town.wait(lambda: eva.ephemerals)
    assert "Så använder du Policylotsen" in told.shown
    town.quiet()
    assert len(town.slack.messages(channel)) == 1
    assert town.questions(channel=channel.id) == []


def test_a_greeting_in_the_own_conversation_is_met_with_help(town: Town) -> None:
    eva = town.person()
    assert "/lots dokument" in town.reply(eva.dm("Hej")).shown


@pytest.mark.parametrize("guest", ["multi-channel", "single-channel"])
def test_guests_are_told_that_they_may_not_and_it_is_kept(town: Town, guest: str) -> None:
    gerd = town.person("Gerd Gäst", guest=guest)
    channel = town.channel(gerd)
    gerd.says(channel, f"{town.me} {QUESTION}")
    [told] = town.wait(lambda: gerd.ephemerals)
    assert "inte för gäster" in told.shown
    assert "inte för gäster" in town.reply(gerd.dm(QUESTION)).shown
    assert "inte för gäster" in town.commanded(gerd, QUESTION, channel).shown
    town.quiet()
    assert len(town.slack.messages(channel)) == 1
    assert town.questions(asker=gerd.id) == []
    assert town.denials(gerd) == [
        ("ask by a mention", "guest"),
        ("ask by a message", "guest"),
        ("use /lots", "guest"),
    ]


def test_people_of_other_workspaces_are_told_that_they_may_not(town: Town) -> None:
    olle = town.person("Olle Utifrån", team=OTHER_TEAM)
    channel = town.channel(olle)
    olle.says(channel, f"{town.me} {QUESTION}")
    [told] = town.wait(lambda: olle.ephemerals)
    assert "hör till den här arbetsytan" in told.shown
    assert town.denials(olle) == [("ask by a mention", "stranger")]


def test_a_guest_cannot_use_what_others_were_answered(town: Town) -> None:
    eva, gerd = town.person(), town.person("Gerd Gäst", guest=True)
    answer = town.asks(eva, town.channel(eva, gerd))
    for action in ("show_section:0", "compare", "hand_over"):
        assert "inte för gäster" in town.whispered(gerd.presses(answer, action)).shown
    assert gerd.view is None
    assert len(town.denials(gerd)) == 3


def test_a_guest_who_opens_the_app_sees_why_it_is_empty(town: Town) -> None:
    gerd = town.person("Gerd Gäst", guest=True)
    gerd.opens_home()
    town.quiet()
    assert gerd.home
    assert "inte för gäster" in gerd.home.shown
    assert town.slack.messages(gerd.channel) == []


def test_a_logged_answer_is_what_was_shown(town: Town) -> None:
    eva = town.person()
    answer = town.asks(eva, town.channel(eva))
    logged = json.loads(town.question(asker=eva.id)["answer"])
    assert logged["sentence"] == SENTENCE
    for citation in logged["citations"]:
        assert citation["quote"] in answer.shown
