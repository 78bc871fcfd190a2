from __future__ import annotations

from pathlib import Path

import pytest

from bot.services.batch import read_batch
from bot.services.errors import BadLine, UnreadableInput


def write(folder: Path, text: str) -> Path:
    path = folder / "in.jsonl"
    path.write_text(text, "utf-8")
    return path


def test_questions_are_read_in_order_with_what_they_lack_as_none(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '{"id": 1, "question": "Vem?", "municipality": null}\n\n'
        '{"question": " När? ", "lang": "sv"}\n',
    )
    first, second = read_batch(path)
    assert (first.id, first.question, first.municipality) == (1, "Vem?", None)
    assert (second.id, second.question) == (None, " När? ")


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"question": "Vem?"}\r\n')
    assert [line.question for line in read_batch(path)] == ["Vem?"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("nope", "reason-not-json"),
        ("[1]", "reason-not-object"),
        ('{"id": 2}', "reason-no-field"),
        ('{"question": "  "}', "reason-no-field"),
        ('{"question": 7}', "reason-bad-field"),
        ('{"question": "Vem?", "municipality": 3}', "reason-bad-field"),
    ],
)
def test_a_bad_line_is_told_by_its_number_and_reason(
    tmp_path: Path, line: str, reason: str
) -> None:
    with pytest.raises(BadLine) as raised:
        read_batch(write(tmp_path, f'{{"question": "Vem?"}}\n{line}\n'))
    assert raised.value.details["line"] == "2"
    assert raised.value.details["reason"] == reason


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "latin.jsonl").write_bytes('{"question": "När?"}'.encode("latin-1"))
    for name in ("missing.jsonl", "latin.jsonl"):
        with pytest.raises(UnreadableInput):
            read_batch(tmp_path / name)
