"""Why things were done to a broadcast, in words."""

from __future__ import annotations

from bot.domain.reminders.broadcast import Event, EventKind
from knowledge.texts.catalogue import say


def reason_in_words(event: Event, language: str) -> str:
    """The reason of an entry of the record, or what was answered; "" where there is none. What the
    assistant did itself has a key of the catalogue as its reason.
    """
    reason = event.reason or ""
    if event.kind is EventKind.ANSWERED and reason:
        kind, _, said = reason.partition(": ")
        answered = say(f"answer-{kind}", language)
        return f"{answered}: {said}" if said else answered
    is_paused = event.kind is EventKind.PAUSED and event.by is None
    if reason and (is_paused or event.kind is EventKind.CHANGED):
        return say(reason, language)
    return reason
