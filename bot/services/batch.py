"""Many questions from a file, one answer a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, StringConstraints

from bot.services.asking import AskedQuestion, Asking
from bot.services.lines import read_lines


class BatchLine(AskedQuestion):
    """A line of a batch: a question with a word in it, and fields of others, which are ignored."""

    model_config = ConfigDict(extra="ignore")

    question: Annotated[str, StringConstraints(pattern=r"\S")]


def read_batch(path: Path) -> list[BatchLine]:
    """The questions of a file of JSON lines. Raises UnreadableInput and BadLine."""
    return read_lines(path, BatchLine.model_validate_json)


def answered_lines(
    asking: Asking, batch: Sequence[BatchLine], municipality: str | None
) -> Iterator[str]:
    """The answers as JSON, one a line, in order, each as soon as it is there.

    ``municipality`` is for the lines that have none. Raises ModelUnavailable, StoreUnavailable.
    """
    for asked in batch:
        place = asked.municipality or municipality
        yield asking.batch_line(asked.model_copy(update={"municipality": place})).model_dump_json()
