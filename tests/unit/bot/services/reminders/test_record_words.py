from __future__ import annotations

import pytest

from bot.domain.reminders.broadcast import Event, EventKind
from bot.services.reminders.planning import OVER_DAY_LIMIT
from bot.services.reminders.record_words import reason_in_words
from bot.services.reminders.second_yes import SECOND_YES_MISSING
from tests.unit.bot.services.reminders.reminded import BO, sweden


def event(kind: EventKind, reason: str | None, by: str | None = BO) -> Event:
    return Event(broadcast=1, kind=kind, at=sweden("2026-11-02 09:00"), by=by, reason=reason)


@pytest.mark.parametrize(
    ("kind", "reason", "words"),
    [
        (EventKind.ANSWERED, "done", "klart"),
        (EventKind.ANSWERED, "text: I mars: då", "ett svar med text: I mars: då"),
        (EventKind.DECLINED, "Fel dag", "Fel dag"),
        (EventKind.PAUSED, None, ""),
    ],
)
def test_a_reason_is_told_in_words(kind: EventKind, reason: str | None, words: str) -> None:
    assert reason_in_words(event(kind, reason), "sv") == words


@pytest.mark.parametrize("reason", [OVER_DAY_LIMIT, SECOND_YES_MISSING])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_why_the_assistant_paused_is_told_in_a_sentence(reason: str, language: str) -> None:
    told = reason_in_words(event(EventKind.PAUSED, reason, by=None), language)
    assert told.startswith("Policylotsen ")
    assert reason_in_words(event(EventKind.CHANGED, reason), language) == told
