from __future__ import annotations

from pathlib import Path

import pytest

from bot.services.activities.kinds import load_kinds
from bot.services.errors import UnusableKinds
from knowledge.texts.catalogue import say

ONE = """
[[kind]]
id = "trainee"
names = { sv = "praktik", en = "traineeship" }
terms = ["praktik"]
cues = ["praktik"]
"""


def test_four_kinds_are_shipped() -> None:
    assert list(load_kinds(None)) == [
        "transnational_exchange",
        "eu_project",
        "international_network",
        "horizon_scanning",
    ]


def test_a_file_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    path = tmp_path / "kinds.toml"
    path.write_text(ONE, "utf-8")
    assert [each.names["sv"] for each in load_kinds(path).values()] == ["praktik"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kind = []",
        "[[kind]",
        ONE + ONE,
        ONE.replace("en =", "de ="),
        ONE.replace("cues", "clues"),
        ONE + 'rules = ["no_such_rule"]',
    ],
)
def test_a_file_that_cannot_be_used_is_told_with_its_reason(tmp_path: Path, text: str) -> None:
    path = tmp_path / "kinds.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(UnusableKinds) as raised:
        load_kinds(path)
    told = say(raised.value.key, "sv", **raised.value.details)
    assert str(path) in told
    assert raised.value.details["reason"]


@pytest.mark.parametrize("make", [lambda path: None, lambda path: path.mkdir()])
def test_a_file_that_cannot_be_opened_is_told_too(tmp_path: Path, make: object) -> None:
    path = tmp_path / "kinds.toml"
    assert callable(make)
    make(path)
    with pytest.raises(UnusableKinds):
        load_kinds(path)


def test_a_file_in_another_encoding_is_told_too(tmp_path: Path) -> None:
    path = tmp_path / "kinds.toml"
    path.write_bytes(ONE.replace("praktik", "prövning").encode("latin-1"))
    with pytest.raises(UnusableKinds):
        load_kinds(path)
