"""Moments in words, as Swedish clocks show them wherever the reader is."""

from __future__ import annotations

from datetime import datetime

from bot.domain.days import SWEDISH_TIME
from bot.services.reports.periods import days_in_words
from knowledge.texts.catalogue import say


def moment_in_words(at: datetime, language: str) -> str:
    """Such as "1 december 2026 kl. 09:00"."""
    local = at.astimezone(SWEDISH_TIME)
    day = days_in_words(local.date(), local.date(), language)
    return say("reminder-moment", language, day=day, clock=f"{local:%H:%M}")
