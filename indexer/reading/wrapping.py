"""Whether plain lines are hard-wrapped prose, and which of them belong together."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.reading.marks import SENTENCE_END

WIDTHS = range(40, 131)
"""Characters a line that people and mail programs wrap at."""

ENOUGH = 3
"""Full lines from which a document counts as hard-wrapped."""

FULL = 0.88
"""Share of the width from which a line counts as full with the next line's first word added."""

Pair = tuple[str, str]
"""A line of prose and the one right below it."""


def wrap_width(lines: Sequence[str], pairs: Sequence[Pair]) -> int | None:
    """The width in characters that the document is wrapped at, or None if it is not.

    ``lines`` are all lines of prose. A document is wrapped when most lines with another below
    had no room for that one's first word, and most of these full lines end inside a sentence.
    """
    if not lines:
        return None
    lengths = sorted(len(line) for line in lines)
    width = lengths[int(0.95 * (len(lengths) - 1))]
    full = [line for line, below in pairs if runs_on(line, below, width)]
    inside = sum(not line.endswith(SENTENCE_END) for line in full)
    wrapped = (
        width in WIDTHS
        and lengths[-1] <= 1.5 * width
        and len(full) >= ENOUGH
        and 2 * len(full) > len(pairs)
        and 2 * inside > len(full)
    )
    return width if wrapped else None


def runs_on(line: str, below: str, width: int) -> bool:
    """Whether ``line`` broke only because the first word of ``below`` did not fit."""
    return len(line) + 1 + len(below.split(maxsplit=1)[0]) > FULL * width
