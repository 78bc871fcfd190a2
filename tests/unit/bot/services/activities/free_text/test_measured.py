from __future__ import annotations

from pathlib import Path

import pytest

from bot.services.activities.kinds import load_kinds
from tests.evaluation.activities import score as scoring

FOLDER = Path(scoring.__file__).parent


@pytest.mark.parametrize(
    ("half", "whole", "field"), [("tuning", 0.90, 0.95), ("measured", 0.82, 0.92)]
)
def test_what_people_write_is_read_no_worse_than_it_was(
    half: str, whole: float, field: float
) -> None:
    found = scoring.score(FOLDER / f"{half}.jsonl", load_kinds(None))
    assert found.whole / found.phrases >= whole
    for name in scoring.FIELDS:
        assert found.right[name] / found.phrases >= field
