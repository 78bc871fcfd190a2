"""Questions to the command as people ask them."""

from __future__ import annotations

import json
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.command import CITATION, Run

ANSWER = ["id", "question", "language", "status", "text", "citations", "nearest", "seconds"]


def stored(name: str) -> str:
    return files("knowledge.documents").joinpath(name).read_text("utf-8")


def asked(run: Run, *arguments: str, **settings: str) -> dict[str, Any]:
    done = run("ask", *arguments, "--json", **settings)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_the_first_question_builds_the_index_and_is_answered(
    first_answer: subprocess.CompletedProcess[str],
) -> None:
    assert first_answer.returncode == 0
    assert "Kommunfullmäktige" in first_answer.stdout
    assert "Örebro" in first_answer.stdout
    assert "Bygger registret" in first_answer.stderr
    assert "\x1b[" not in first_answer.stdout


def test_an_answer_for_programs_has_exactly_the_published_keys(indexed: Run) -> None:
    answer = asked(indexed, "Vem beslutar om vänortsavtal?")
    assert list(answer) == ANSWER
    assert answer["id"] is None
    assert answer["language"] == "sv"
    assert answer["status"] == "answered"
    assert answer["nearest"] == []
    assert round(answer["seconds"], 4) == answer["seconds"]
    first = answer["citations"][0]
    assert list(first) == CITATION
    assert first["municipality"] == "Örebro"
    text = stored("orebro-internationell-policy.txt")
    assert text[first["start"] : first["end"]] == first["quote"]


def test_an_english_question_is_answered_in_english(indexed: Run) -> None:
    answer = asked(indexed, "who decides twin-town agreements?", POLICYLOTS_LANGUAGE="sv")
    assert answer["language"] == "en"
    assert answer["status"] == "answered"
    assert "municipal council" in answer["text"]


def test_what_no_document_says_is_refused_with_the_nearest_sections(indexed: Run) -> None:
    answer = asked(indexed, "Vem beslutar om vänortsavtal i Skövde?")
    assert answer["status"] == "not_found"
    assert answer["citations"] == []
    assert answer["nearest"]
    outside = [key for key in CITATION if key not in {"quote", "start", "end"}]
    assert list(answer["nearest"][0]) == outside
    assert indexed("ask", "Vem beslutar om vänortsavtal i Skövde?").returncode == 0


def test_the_questions_own_municipality_goes_first_then_the_option_then_the_home(
    indexed: Run,
) -> None:
    question = "Vem beslutar om vänortsavtal?"
    at_home = asked(indexed, question, HOME_MUNICIPALITY="orebro")
    assert {each["municipality"] for each in at_home["citations"]} == {"Örebro"}
    chosen = asked(indexed, question, "-m", "OREBRO", HOME_MUNICIPALITY="Skövde")
    assert {each["municipality"] for each in chosen["citations"]} == {"Örebro"}
    own = asked(indexed, "Vem beslutar om vänortsavtal i Örebro?", "-m", "Skövde")
    assert {each["municipality"] for each in own["citations"]} == {"Örebro"}


@pytest.mark.parametrize(
    ("arguments", "settings", "told"),
    [
        (("-m", "Kiruna"), {}, "Kiruna"),
        ((), {"HOME_MUNICIPALITY": "Kiruna"}, "HOME_MUNICIPALITY"),
        ((), {"EMBEDDING_MODEL": "another/model"}, "EMBEDDING_MODEL"),
    ],
)
def test_what_cannot_be_used_is_explained(
    indexed: Run, arguments: tuple[str, ...], settings: dict[str, str], told: str
) -> None:
    done = indexed("ask", "Vem beslutar?", *arguments, **settings)
    assert done.returncode == 1
    assert told in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_a_batch_is_answered_line_by_line_in_order(indexed: Run, tmp_path: Path) -> None:
    lines = [
        {"id": 7, "question": "Vem beslutar om vänortsavtal?", "municipality": "orebro"},
        {"id": "b", "question": "Who decides on projects?", "municipality": "Kiruna"},
        {"question": "Vem beslutar om vänortsavtal i Skövde?", "municipality": None},
    ]
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
    done = indexed("ask", "--batch", str(source), "--output", str(target))
    assert done.returncode == 0, done.stderr
    answers = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [answer["id"] for answer in answers] == [7, "b", None]
    assert [list(answer) for answer in answers] == [ANSWER] * 3
    assert [answer["status"] for answer in answers] == ["answered", "not_found", "not_found"]
    assert "no documents from Kiruna" in answers[1]["text"]
    assert indexed("ask", "--batch", str(source)).stdout.count("\n") == 3


def test_a_bad_line_stops_a_batch_before_anything_is_written(indexed: Run, tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"question": "Vem?"}\nnope\n', "utf-8")
    done = indexed("ask", "--batch", str(source), "--output", str(target))
    assert done.returncode == 1
    assert "Rad 2" in done.stderr
    assert not target.exists()


def test_a_conversation_understands_follow_up_questions(indexed: Run) -> None:
    typed = "Vem beslutar om vänortsavtal i Skövde?\noch i Örebro?\n\n"
    done = indexed("chat", stdin=typed)
    assert done.returncode == 0
    assert "Vem beslutar om vänortsavtal i Örebro?" in done.stdout
    assert "Kommunfullmäktige" in done.stdout
    assert indexed("chat", stdin="").returncode == 0
