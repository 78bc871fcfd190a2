"""The gap list: what people asked and did not get, like questions together."""

from __future__ import annotations

from pydantic import AwareDatetime

from bot.domain.questions import Reason
from knowledge.model import Value


class Gap(Value):
    """Questions of one kind that were refused or got a thumb down; no askers, only questions.

    ``questions`` are their different wordings as asked, latest first; ``refused`` and
    ``disliked`` count the questions, ``reasons`` and ``comments`` are those of the thumbs.
    """

    questions: tuple[str, ...]
    municipality: str | None
    refused: int
    disliked: int
    reasons: tuple[Reason, ...]
    comments: tuple[str, ...]
    last_asked_at: AwareDatetime

    @property
    def times(self) -> int:
        """How often it was asked: a refused question with a thumb down counts once each way."""
        return max(self.refused, self.disliked)


class GapReport(Value):
    """The gaps since a moment, those asked most first."""

    since: AwareDatetime
    gaps: tuple[Gap, ...]
