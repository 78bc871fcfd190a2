"""The command as people run it, in processes of its own, on one index of the shipped documents."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

HEAVY = ("torch", "chromadb", "tantivy", "pdfplumber", "sentence_transformers", "docx", "bs4")

CITATION = [
    "municipality",
    "document",
    "decided",
    "section_number",
    "section",
    "section_path",
    "quote",
    "start",
    "end",
    "page",
]
ANSWER = ["id", "question", "language", "status", "text", "citations", "nearest", "seconds"]

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def environment(home: Path, **settings: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {**kept, "LANG": "C.UTF-8", "POLICYLOTS_HOME": str(home), **settings}


@pytest.fixture(scope="session")
def policylots(home: Path) -> Run:
    """Runs the command in an empty folder; settings are keyword arguments."""
    (home / "empty").mkdir()
    program = Path(sys.executable).with_name("policylots")

    def run(*arguments: str, stdin: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [program, *arguments],
            cwd=home / "empty",
            env=environment(home, **settings),
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def first_answer(policylots: Run) -> subprocess.CompletedProcess[str]:
    """The first question ever asked in this home, which builds the index."""
    return policylots("ask", "Vem beslutar om vänortsavtal?")


@pytest.fixture(scope="session")
def indexed(first_answer: subprocess.CompletedProcess[str], policylots: Run) -> Run:
    assert first_answer.returncode == 0, first_answer.stderr
    return policylots


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


LISTS = [
    (("documents",), "id"),
    (("sections", "skara"), "level"),
    (("definitions",), "term"),
    (("duties", "--who", "KS", "-m", "upplands-bro"), "action"),
    (("actions", "--municipality", "skara"), "measure"),
]


@pytest.mark.parametrize(("arguments", "field"), LISTS)
def test_lists_are_tables_for_people_and_json_for_programs(
    indexed: Run, arguments: tuple[str, ...], field: str
) -> None:
    rows = json.loads(indexed(*arguments, "--json").stdout)
    assert rows
    assert all(field in row for row in rows)
    if arguments != ("documents",):
        assert all(list(row)[: len(CITATION)] == CITATION for row in rows)
    table = indexed(*arguments)
    assert table.returncode == 0
    assert "┃" in table.stdout


def test_a_blank_fact_is_shown_as_blank(indexed: Run) -> None:
    assert "(tomt)" in indexed("documents").stdout


def test_the_glossary_has_both_languages(indexed: Run) -> None:
    assert "twin town" in indexed("glossary", "vänort").stdout
    page = json.loads(indexed("glossary", "twin town", "--json").stdout)
    assert "vänort" in [entry["swedish"] for entry in page["entries"]]


def test_an_evaluation_counts_and_lists_what_went_wrong(indexed: Run, tmp_path: Path) -> None:
    case = {
        "id": "a1",
        "lang": "sv",
        "kind": "responsibility",
        "municipality": None,
        "question": "Vem beslutar om vänortsavtal i Örebro?",
        "gold": [{"municipality": "Örebro", "section": "Beslutsnivåer", "quote": "x"}],
        "facts": ["kommunfullmäktige|municipal council"],
        "difficulty": "easy",
    }
    wrong = {**case, "id": "a2", "facts": ["borgmästaren"]}
    source = tmp_path / "cases.jsonl"
    source.write_text(f"{json.dumps(case)}\n{json.dumps(wrong)}\n", "utf-8")
    done = indexed("evaluate", str(source), "--json", "--failures")
    total = json.loads(done.stdout)["total"]
    assert (total["questions"], total["right"], total["section_first"]) == (2, 1, 2)
    assert total["invalid_quotes"] == 0
    assert "a2:" in done.stderr
    assert "a1:" not in done.stderr


def test_an_unchanged_index_is_told_and_left_out_files_are_named(
    indexed: Run, home: Path, tmp_path: Path
) -> None:
    assert indexed("index").returncode == 0
    elsewhere = str(tmp_path / "home")
    (tmp_path / "empty.txt").touch()
    shipped = files("knowledge.documents").joinpath("skovde-policy-for-internationellt-arbete.txt")
    some = indexed("index", str(shipped), str(tmp_path / "empty.txt"), POLICYLOTS_HOME=elsewhere)
    assert some.returncode == 2
    assert "empty.txt: filen är tom" in some.stderr
    nothing = indexed("index", str(tmp_path / "empty.txt"), POLICYLOTS_HOME=elsewhere)
    assert nothing.returncode == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("sections", "skara"),
        ("documents",),
        ("duties",),
        ("definitions",),
        ("actions",),
        ("glossary", "vänort"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_what_needs_no_model_loads_none(
    indexed: Run, home: Path, arguments: tuple[str, ...]
) -> None:
    script = (
        "import os, sys\n"
        "from bot.channels.terminal.entry import run\n"
        "code = run(sys.argv[1:], os.environ)\n"
        f"loaded = [name for name in {HEAVY!r} if name in sys.modules]\n"
        "sys.exit(f'{code} {loaded}' if code or loaded else 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=environment(home),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_an_interruption_is_quiet(indexed: Run, home: Path, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text('{"question": "Vem beslutar?"}\n' * 1000, "utf-8")
    program = Path(sys.executable).with_name("policylots")
    with subprocess.Popen(
        [program, "ask", "--batch", source],
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as running:
        assert running.stdout is not None
        running.stdout.readline()
        running.send_signal(signal.SIGINT)
        _, shown = running.communicate()
    assert shown == ""
    assert running.returncode == 130


def test_help_is_there_at_once(policylots: Run) -> None:
    """Processor time of the best of three, so that a busy machine does no harm."""
    taken = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert policylots("--help").returncode == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(taken) < 0.5
