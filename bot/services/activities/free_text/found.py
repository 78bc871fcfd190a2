"""What a reader found, and where: positions are those of the text as it was written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from knowledge.model import Span

T = TypeVar("T")

TAKEN = "\x1f"
"""Stands for each character that another reader took: no rule of any reader matches it."""


class Found(NamedTuple, Generic[T]):
    """Something that was read, with the characters that it was read from."""

    value: T
    spans: tuple[Span, ...]


def without(text: str, spans: Iterable[Span]) -> str:
    """The text with those characters blanked out, so that all others keep their places."""
    letters = list(text)
    for span in spans:
        letters[span.start : span.end] = TAKEN * (span.end - span.start)
    return "".join(letters)
