"""Numbers of a run and how the pages show them."""

from __future__ import annotations

import json
import math
import re
import resource
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from indexer.report import Phase
from knowledge.settings import PACKAGED_MODEL, KnowledgeSettings

QUESTIONS = Path(__file__).parents[1] / "evaluation" / "tuning.jsonl"


class Asked(NamedTuple):
    """A question and the municipality it is asked for, if any."""

    text: str
    municipality: str | None


def questions(limit: int) -> list[Asked]:
    """Questions of the evaluation's tuning set, spread evenly over it."""
    lines = QUESTIONS.read_text("utf-8").splitlines()
    step = max(1, len(lines) // limit)
    rows = (json.loads(line) for line in islice(lines, 0, None, step))
    return [Asked(row["question"], row["municipality"]) for row in islice(rows, limit)]


def settings_in(home: Path) -> KnowledgeSettings:
    """The packaged model and Chroma in ``home``, whatever the environment says."""
    return KnowledgeSettings(
        policylots_home=home,
        chroma_url=None,
        embedding_model=PACKAGED_MODEL,
        embedding_device="cpu",
    )


def silent(phase: Phase, done: int, total: int) -> None:
    """An indexing run that nobody watches."""


def percentile(seconds: Sequence[float], share: float) -> float:
    """The smallest value that ``share`` of all values do not exceed."""
    return sorted(seconds)[max(0, math.ceil(share * len(seconds)) - 1)]


def milliseconds(seconds: float) -> str:
    """Seconds as milliseconds, to one place."""
    return f"{seconds * 1000:.1f} ms"


def peak_memory() -> int:
    """The most bytes this process had resident so far.

    On Linux from the process itself: ``ru_maxrss`` begins with what the parent had when it started
    the program (getrusage(2)).
    """
    status = Path("/proc/self/status")
    if status.exists():
        return 1024 * int(re.findall(r"VmHWM:\s+(\d+) kB", status.read_text("ascii"))[0])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def megabytes(size: int) -> str:
    """Bytes as megabytes."""
    return f"{size / 1e6:,.0f} MB"


def markdown_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; the first column is text, the others are numbers."""
    rule = ["---", *["---:"] * (len(header) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (header, rule, *rows)) + "\n"
