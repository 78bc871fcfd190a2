"""Text without runs of white space, and the way back to the places in the text as written."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from bot.services.activities.free_text.found import TAKEN
from knowledge.model import Span

_PIECE = re.compile(r"\s+|.[\u0300-\u036f]*", re.DOTALL)


class Squeezed(NamedTuple):
    """``text``, and for each of its characters where the part of the writing that it stands for
    begins and ends.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def back(self, span: Span) -> Span:
        """The place in the text as it was written; not of an empty span."""
        return Span(start=self.starts[span.start], end=self.ends[span.end - 1])


def squeeze(text: str) -> Squeezed:
    """One space or line break for each run of white space, and letters with their diacritics as
    one character: so that no rule has to allow for more, or takes long over them.
    """
    pieces, starts, ends = [], [], []
    for match in _PIECE.finditer(text):
        for letter in _plain(match[0]):
            pieces.append(letter)
            starts.append(match.start())
            ends.append(match.end())
    return Squeezed("".join(pieces), tuple(starts), tuple(ends))


def _plain(piece: str) -> str:
    if piece.isspace() or piece == TAKEN:
        return "\n" if "\n" in piece else " "
    return unicodedata.normalize("NFC", piece)
