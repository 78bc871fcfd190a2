"""What people do with an answer: rate it, compare, read the section, see it again."""

from __future__ import annotations

import pytest

from tests.end_to_end.slack.town import (
    QUESTION,
    QUOTE,
    SENTENCE,
    Town,
    actions,
    buttons,
    element,
    elements,
    question_of,
    thumb,
)
from tests.fakes.slack import Payload, View


def bold(view: View) -> str:
    """The words of a view that are in bold."""

    def within(part: object) -> list[str]:
        if isinstance(part, list):
            return [word for item in part for word in within(item)]
        if not isinstance(part, dict):
            return []
        own = [str(part["text"])] if (part.get("style") or {}).get("bold") else []
        return own + [word for value in part.values() for word in within(value)]

    return " ".join(word for block in view.blocks for word in within(block))


def fed_back(town: Town, question: str) -> list[Payload]:
    return town.bot.rows("SELECT * FROM feedback WHERE question = ?", question)


def test_a_thumb_up_is_thanked_for_and_kept(town: Town) -> None:
    eva = town.person()
    channel = town.channel(eva)
    answer = town.asks(eva, channel)
    told = town.whispered(eva.presses(answer, "feedback", thumb(answer, "up")))
    assert told.shown == "Tack för din återkoppling!"
    assert told.thread_ts == answer.thread_ts
    [row] = fed_back(town, question_of(answer))
    assert (row["person"], row["verdict"], row["reason"]) == (eva.id, "up", None)


def test_a_thumb_down_is_kept_at_once_and_its_reason_when_it_is_given(town: Town) -> None:
    eva, bo = town.person(), town.person("Bo Berg")
    answer = town.asks(eva, town.channel(eva, bo))
    bo.presses(answer, "feedback", thumb(answer, "down"))
    view = town.opened(bo, "feedback_view")
    [row] = fed_back(town, question_of(answer))
    assert (row["verdict"], row["reason"]) == ("down", None)
    given = {
        "feedback_reason": {"feedback_reason": "wrong_section"},
        "feedback_comment": {"feedback_comment": "Det står i avsnitt 4 <!channel>"},
    }
    assert bo.submits(view, given).errors == {}
    town.quiet()
    [row] = fed_back(town, question_of(answer))
    assert (row["person"], row["verdict"]) == (bo.id, "down")
    assert (row["reason"], row["comment"]) == ("wrong_section", "Det står i avsnitt 4 <!channel>")
    assert bo.view is None


def test_the_last_thumb_counts(town: Town) -> None:
    eva = town.person()
    answer = town.asks(eva, town.channel(eva))
    eva.presses(answer, "feedback", thumb(answer, "down"))
    eva.closes(town.opened(eva, "feedback_view"))
    town.whispered(eva.presses(answer, "feedback", thumb(answer, "up")))
    [row] = fed_back(town, question_of(answer))
    assert row["verdict"] == "up"


def test_a_comparison_stands_where_the_answer_stands(town: Town) -> None:
    eva = town.person()
    channel = town.channel(eva)
    answer = town.asks(eva, channel, "Vem beslutar om vänortsavtal i Örebro?")
    eva.presses(answer, "compare")
    compared = town.wait(lambda: town.replies(answer))[0]
    assert compared.thread_ts == answer.thread_ts
    lines = compared.shown.splitlines()
    assert lines[0] == "Jämförelse mellan kommunerna"
    assert QUOTE in compared.shown
    assert "Skövde" in lines[-1]

    private = town.commanded(eva, QUESTION, channel)
    below = town.whispered(eva.presses(private, "compare"))
    assert "Jämförelse mellan kommunerna" in below.shown
    assert len(town.slack.messages(channel)) == 3


def test_a_section_is_shown_with_the_quote_marked_and_can_be_turned_like_pages(
    town: Town,
) -> None:
    eva = town.person()
    answer = town.asks(eva, town.channel(eva))
    eva.presses(answer, "show_section:0")
    view = town.opened(eva, "section_view")
    assert view.title == "Örebro"
    assert "Beslutsnivåer" in view.shown
    assert "Det citerade står i fetstil." in view.shown
    assert bold(view) == QUOTE
    assert "Kommunstyrelsen samordnar kommunens internationella arbet" in view.shown

    assert actions(view) == ["turn_section:2", "turn_section:3"]
    following = buttons(view)[1]
    eva.presses(view, "turn_section:3")
    town.wait(lambda: eva.view and "Beslutsnivåer" not in eva.view.shown.splitlines()[1])
    assert eva.view is view
    assert following.removesuffix(" →") in view.shown
    eva.presses(view, "turn_section:2")
    town.wait(lambda: "Kommunstyrelsen samordnar" in view.shown)


def test_every_section_of_a_document_can_be_reached_by_turning(town: Town) -> None:
    eva = town.person()
    answer = town.asks(eva, town.channel(eva), "Vad är ett EU-projekt enligt Skövde?")
    eva.presses(answer, "show_section:0")
    view = town.opened(eva, "section_view")
    for direction in ("turn_section:2", "turn_section:3"):
        for _ in range(10):
            if direction not in actions(view):
                break
            before = view.hash
            eva.presses(view, direction)
            town.wait(lambda: view.hash != before)  # noqa: B023 - called before the next round
    town.quiet()
    first = [each for each in elements(view) if each["action_id"].startswith("turn_section")]
    assert len(first) == 1


@pytest.mark.parametrize("text", ["Vem beslutar om vänortsavtal i Skövde?", QUESTION])
def test_what_was_asked_can_be_seen_again_on_the_home_tab(town: Town, text: str) -> None:
    eva = town.person()
    answer = town.asks(eva, town.channel(eva), text)
    eva.opens_home()
    home = town.wait(lambda: eva.home)
    assert home
    assert text in home.shown
    assert element(home, "show_answer:0")["value"] == question_of(answer)
    eva.presses(home, "show_answer:0")
    view = town.opened(eva, "past_answer_view")
    assert answer.shown.splitlines()[0] in view.shown
    eva.presses(view, "show_section:0")
    shown = town.opened(eva, "section_view")
    assert eva.views == [view, shown]


def test_a_question_of_which_nothing_is_kept_any_more_is_told_calmly(town: Town) -> None:
    eva = town.person()
    answer = town.asks(eva, town.channel(eva))
    element(answer, "hand_over")["value"] = "gone"
    told = town.whispered(eva.presses(answer, "hand_over"))
    assert told.shown.startswith("Frågan finns inte kvar: ")


def test_what_nobody_foresaw_is_told_with_an_id_that_the_log_has(town: Town) -> None:
    eva = town.person()
    answer = town.asks(eva, town.channel(eva))
    element(answer, "show_section:0")["value"] = "nonsense"
    told = town.whispered(eva.presses(answer, "show_section:0")).shown
    assert told.startswith("Något gick fel (fel-id ")
    identity = told.partition("fel-id ")[2].partition(")")[0]
    [entry] = [each for each in town.bot.log() if each["event"] == f"error {identity}"]
    assert entry["level"] == "error"
    assert "JSONDecodeError" in entry["exception"]
    assert "Error" not in told


def test_an_answer_to_a_private_question_keeps_its_sentence_when_it_is_compared(
    town: Town,
) -> None:
    eva = town.person()
    private = town.commanded(eva, QUESTION, town.channel(eva))
    town.whispered(eva.presses(private, "compare"))
    assert private.shown.splitlines()[0] == SENTENCE
