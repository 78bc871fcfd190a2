from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.services.activities.kinds import load_kinds
from tests.evaluation.activities import score as scoring

FOLDER = Path(scoring.__file__).parent
PAGE = FOLDER.parents[2] / "docs" / "evaluation.md"


def stated(half: str) -> dict[str, tuple[int, int]]:
    """Of each line of the page's table, how many are right, and of how many."""
    table = PAGE.read_text("utf-8").split("<!-- free text -->")[1].split("<!-- end")[0]
    head, _, *rows = ([cell.strip() for cell in row.split("|")] for row in table.split("\n")[1:-1])
    numbers = {row[1]: re.findall(r"\d+", row[head.index(half)]) for row in rows}
    return {name: (int(right), int(told)) for name, (right, told) in numbers.items()}


@pytest.mark.parametrize("half", ["tuning", "measured"])
def test_what_people_write_is_read_no_worse_than_the_documentation_states(half: str) -> None:
    found = scoring.score(FOLDER / f"{half}.jsonl", load_kinds(None))
    read = {field: (found.told_right[field], found.told[field]) for field in scoring.FIELDS}
    read["every field right"] = (found.whole, found.phrases)
    expected = stated(half)
    assert read.keys() == expected.keys()
    for name, (right, told) in expected.items():
        assert read[name][1] == told, name
        assert read[name][0] >= right, name


@pytest.mark.parametrize("half", ["tuning", "measured"])
def test_hardly_anything_is_read_that_is_not_told(half: str) -> None:
    found = scoring.score(FOLDER / f"{half}.jsonl", load_kinds(None))
    for field in scoring.FIELDS:
        assert found.right[field] / found.phrases >= 0.95
