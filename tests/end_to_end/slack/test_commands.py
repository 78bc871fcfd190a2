"""``/lots`` with its words, and the message menu."""

from __future__ import annotations

import csv
import io

import pytest

from tests.end_to_end.slack.town import (
    QUESTION,
    REFUSED,
    SENTENCE,
    Town,
    actions,
    thumb,
)


@pytest.mark.parametrize("word", ["", "hjälp", "hjalp", "help", "HJÄLP", " hjälp "])
def test_help_is_shown_by_its_word_or_none(town: Town, word: str) -> None:
    eva = town.person()
    told = town.commanded(eva, word, town.channel(eva)).shown
    assert "Så använder du Policylotsen" in told
    assert "/lots ordlista ORD" in told


@pytest.mark.parametrize("word", ["dokument", "documents"])
def test_documents_are_listed_with_how_long_they_hold(town: Town, word: str) -> None:
    eva = town.person()
    told = town.commanded(eva, word, town.channel(eva)).shown
    for place in ("Enköping", "Skara", "Skövde", "Upplands-Bro", "Örebro"):
        assert place in told
    assert "gäller till" in told or "gällde till" in told or "giltighet" in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ordlista vänort", "twin town"),
        ("glossary twin town", "vänort"),
        ("ordlista vänorter", "twin town"),
        ("ordlista xyzzy", "finns inte i ordlistan"),
    ],
)
def test_a_word_is_looked_up(town: Town, text: str, told: str) -> None:
    eva = town.person()
    assert told in town.commanded(eva, text, town.channel(eva)).shown


@pytest.mark.parametrize("text", ["vem vänortsavtal", "who twin-town agreements"])
def test_who_does_what_about_a_topic_is_listed_with_its_sections(town: Town, text: str) -> None:
    eva = town.person()
    told = town.commanded(eva, text, town.channel(eva))
    lines = told.shown.splitlines()
    assert lines[0].startswith("Vem gör vad: ")
    assert any(line.startswith("Kommunfullmäktige: ") for line in lines)
    eva.presses(told, "show_section:0")
    assert "Det citerade står i fetstil." in town.opened(eva, "section_view").shown


@pytest.mark.parametrize(
    "text",
    [
        "vem beslutar om vänortsavtal",
        "Vem beslutar om vänortsavtal?",
        "who decides twin-town agreements?",
        "hjälp oss, vem beslutar om vänortsavtal?",
        "dokument om vänortsavtal: vem beslutar?",
    ],
)
def test_a_question_that_begins_with_a_commands_word_is_a_question(town: Town, text: str) -> None:
    eva = town.person()
    answer = town.commanded(eva, text, town.channel(eva))
    assert "feedback" in actions(answer)
    assert "Kommunfullmäktige" in answer.shown


def test_the_gap_list_is_for_coordinators(town: Town) -> None:
    eva = town.person()
    told = town.commanded(eva, "luckor", town.channel(eva))
    assert "bara samordnarna" in told.shown
    assert eva.view is None
    assert town.denials(eva) == [("see the gap list", "not a coordinator")]


@pytest.mark.parametrize("word", ["luckor", "gaps"])
def test_the_gap_list_tells_what_was_missed_and_never_who_asked(town: Town, word: str) -> None:
    eva = town.person("Eva Hemlig")
    channel = town.channel(eva)
    town.asks(eva, channel, REFUSED)
    disliked = town.asks(eva, channel)
    eva.presses(disliked, "feedback", thumb(disliked, "down"))
    form = town.opened(eva, "feedback_view")
    given = {
        "feedback_reason": {"feedback_reason": "hard_to_read"},
        "feedback_comment": {"feedback_comment": "=SUM(A1)"},
    }
    eva.submits(form, given)
    town.quiet()

    town.kim.commands("/lots", word, town.coordinators)
    view = town.opened(town.kim, "gaps_view")
    for words in (REFUSED, QUESTION, "Svaret är svårt att förstå"):
        assert words in view.shown
    assert eva.id not in str(view.content)
    assert "Hemlig" not in view.shown

    files = len(town.slack.files)
    town.kim.presses(view, "export_gaps")
    town.wait(lambda: [each for each in town.slack.files[files:] if each.shared_in])
    file = town.slack.files[-1]
    assert file.shared_in == [town.kim.channel.id]
    assert file.name.startswith("policylotsen-luckor-")
    assert file.content
    rows = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig")), delimiter=";"))
    assert REFUSED in [row["Fråga"] for row in rows]
    assert "'=SUM(A1)" in {row["Kommentarer"].split(" | ")[0] for row in rows}
    assert eva.id not in file.content.decode()
    town.kim.closes(view)


def test_a_question_about_a_message_is_answered_below_it_to_who_asked(town: Town) -> None:
    eva, bo = town.person(), town.person("Bo Berg")
    channel = town.channel(eva, bo)
    opened = eva.says(channel, "Hej alla!")
    said = eva.says(channel, f"Jag undrar en sak. {QUESTION} Mvh Eva", opened.ts)
    bo.shortcut("ask_about_message", said)
    answer = town.wait(lambda: bo.ephemerals)[0]
    assert SENTENCE in answer.shown
    assert answer.thread_ts == opened.ts
    assert "share" in actions(answer)
    assert eva.ephemerals == []
    row = town.question(asker=bo.id)
    assert (row["text"], row["thread"], row["is_private"]) == (QUESTION, opened.ts, 1)
    bo.presses(answer, "share")
    [shared] = town.wait(lambda: [e for e in town.slack.thread(channel, opened.ts) if e.bot_id])
    assert shared.thread_ts == opened.ts


def test_a_message_of_a_channel_without_the_assistant_can_be_asked_about(town: Town) -> None:
    eva = town.person()
    channel = town.channel(eva, with_app=False)
    done = eva.shortcut("ask_about_message", eva.says(channel, QUESTION))
    assert SENTENCE in town.whispered(done).shown


def test_what_nobody_listens_to_leaves_no_trace_of_what_was_written(town: Town) -> None:
    """A shortcut or command that the app had in another version."""
    town.allowed.add("late_ack")
    eva = town.person()
    channel = town.channel(eva)
    message = eva.says(channel, "Något som ingen annan ska läsa, alls.")
    done = [
        eva.shortcut("of_another_time", message),
        eva.commands("/annat", "Hemligheten om grannkommunen", channel),
    ]
    assert all(each.failed for each in done)
    written = town.bot.written()
    assert "ingen annan ska läsa" not in written
    assert "grannkommunen" not in written
