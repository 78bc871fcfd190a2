from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from bot.channels.terminal.answers import answer_text, print_answer
from bot.channels.terminal.entry import commands, run
from bot.channels.terminal.help_texts import localised
from bot.channels.terminal.problems import sentence
from bot.channels.terminal.tables import sections_table
from bot.services.errors import BadLine, UnknownMunicipality
from bot.services.listing import SectionRow, list_sections
from knowledge.errors import (
    IndexMismatch,
    IndexMissing,
    InvalidInput,
    ModelUnavailable,
    PolicylotsenError,
    QuoteMismatch,
    StoreUnavailable,
)
from knowledge.model import Answer, AnswerStatus
from tests.fakes.documents import make_document

ERRORS = [
    IndexMissing("x"),
    IndexMismatch("x", part="model", indexed="a", configured="b"),
    IndexMismatch("x", part="structure", indexed="1", configured="2"),
    StoreUnavailable("x", location="http://chroma", reason="refused"),
    ModelUnavailable("x", model="e5", reason="no file"),
    QuoteMismatch("x", place="a[1:2]"),
    InvalidInput("x", name="manifest.toml"),
    UnknownMunicipality("x", municipality="Vara", municipalities="Skara"),
    BadLine("x", path="in.jsonl", line="3", reason="reason-no-field", field="question"),
]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_every_error_has_a_sentence(error: PolicylotsenError, language: str) -> None:
    assert len(sentence(error, language)) > 10


def test_only_a_changed_model_is_named_by_both_its_names() -> None:
    assert "EMBEDDING_MODEL" in sentence(ERRORS[1], "sv")
    assert "EMBEDDING_MODEL" not in sentence(ERRORS[2], "sv")


def test_a_reason_is_said_in_the_language_too() -> None:
    assert "fältet ”question” saknas" in sentence(ERRORS[8], "sv")


def test_help_is_in_the_language_of_the_interface(capsys: pytest.CaptureFixture[str]) -> None:
    for language, word in (("sv", "Kommandon"), ("en", "Commands")):
        assert run(["--help"], {"POLICYLOTS_LANGUAGE": language}) == 0
        assert word in capsys.readouterr().out


def test_every_command_and_option_has_a_help_text() -> None:
    for command in localised(commands(), "sv").commands.values():
        assert command.help
        assert not command.help.startswith("help-")


@pytest.mark.parametrize(
    "arguments",
    [
        ["nosuch"],
        ["sections"],
        ["ask"],
        ["ask", "Vem?", "--batch", "x"],
        ["ask", "Vem?", "--output", "x"],
    ],
)
def test_wrong_usage_is_told_in_a_sentence(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments, {}) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    named = arguments[0] if arguments[0] != "nosuch" else ""
    assert " ".join(filter(None, ["policylots", named, "--help"])) in captured.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["units"], "kommandot saknas eller är okänt; välj något av: import, list"),
        (["sections"], "DOCUMENT saknas"),
        (["correct", "ett"], "NUMBER kan inte ha det värdet"),
        (["activities", "--page", "0"], "--page ska vara ett heltal som är minst 1"),
        (["activities", "--page", "en"], "--page ska vara ett heltal som är minst 1"),
        (["activities", "--year", "26"], "--year ska vara ett heltal från 1900 till 9998"),
        (["correct", "1", "--cost"], "--cost behöver ett värde efter sig"),
        (["log", "--nosuch"], "valet --nosuch finns inte"),
        (["withdraw", "1", "2"], "för många ord"),
    ],
)
def test_what_is_wrong_with_a_command_is_told_in_the_language_of_the_interface(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments, {"POLICYLOTS_LANGUAGE": "sv"}) == 2
    assert told in capsys.readouterr().err


def test_a_wrong_setting_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHROMA_URL", "nowhere")
    assert run(["documents"], {}) == 1
    assert "CHROMA_URL" in capsys.readouterr().err


@pytest.mark.parametrize("value", ["0", "-1", "x"])
@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("ACTIVITY_RETENTION_YEARS", "ange ett heltal som är minst 1"),
        ("QUESTION_RETENTION_DAYS", "ange ett heltal som är minst 1"),
    ],
)
def test_a_number_that_a_setting_does_not_take_is_told_with_those_that_it_does(
    name: str,
    told: str,
    value: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(name, value)
    assert run(["purge"], {}) == 1
    assert f"{name} kan inte användas: {told}." in capsys.readouterr().err


def test_a_port_is_told_with_the_lowest_and_the_highest(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HTTP_PORT", "70000")
    assert run(["documents"], {}) == 1
    assert "ange ett heltal från 0 till 65535" in capsys.readouterr().err


def test_an_unforeseen_error_is_logged_under_the_id_that_is_shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("POLICYLOTS_HOME", str(tmp_path))
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / "CURRENT").mkdir()
    assert run(["documents"], {"POLICYLOTS_LANGUAGE": "en"}) == 70
    shown = capsys.readouterr().err
    assert "Traceback" not in shown
    identity = shown.partition("error id ")[2][:8]
    assert f"error {identity}" in (tmp_path / "policylots.log").read_text("utf-8")


def test_an_answer_is_plain_text_where_there_is_no_terminal() -> None:
    text = "Örebro: [Kommunfullmäktige].\n\n”" + "ord " * 60 + "”\n— Örebro · Policy"
    answer = Answer(
        language="sv",
        status=AnswerStatus.ANSWERED,
        sentence="Örebro: Kommunfullmäktige.",
        text=text,
        citations=(),
        nearest=(),
    )
    file = io.StringIO()
    print_answer(answer, Console(file=file, force_terminal=False, width=80))
    assert file.getvalue() == text + "\n"
    assert answer_text(answer).plain == text


def test_sections_are_a_tree_with_numbers_and_spans() -> None:
    rows: list[SectionRow] = list_sections(make_document("skovde"))
    file = io.StringIO()
    Console(file=file, width=80).print(sections_table(rows, "sv"))
    assert "  1 Syfte" in file.getvalue()
    assert f"{rows[1].start}–{rows[1].end}" in file.getvalue()
