"""What the tests of the bot's database share: its forms, values to keep in it, and haste."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from pydantic import JsonValue

from bot.domain.hand_overs import HandOver
from bot.domain.questions import LoggedQuestion, Venue
from bot.services.ports import Delivery
from bot.storage.database import Database
from knowledge.model import Answer, AnswerStatus, Citation
from tests.fakes.storage import FakeDatabase

Storage = Database | FakeDatabase
OpenStorage = Callable[[], Storage]

Result = TypeVar("Result")

NOON = datetime(2026, 11, 22, 12, 0, 0, 123456, tzinfo=UTC)
CHANNEL = Venue(channel="C1", thread=None, is_private=False)
ANSWER = Answer(
    language="sv",
    status=AnswerStatus.ANSWERED,
    sentence="Kommunstyrelsen beslutar om vänortsavtal.",
    text="Kommunstyrelsen beslutar om vänortsavtal.\n\n”Avtal beslutas av kommunstyrelsen.”",
    citations=(
        Citation(
            document_id="skovde-policy",
            edition="0a1b2c3d",
            ordinal=3,
            municipality="Skövde",
            document="Policy för internationellt arbete",
            decided="2018-03-26",
            section_number="3",
            section="Ansvar",
            section_path=("3 Ansvar",),
            page=None,
            quote="Avtal beslutas av kommunstyrelsen.",
            start=120,
            end=154,
        ),
    ),
    nearest=(),
    notes=("Dokumentet gäller till 2022.",),
)


def later(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


def make_delivery(key: str, received_at: datetime = NOON) -> Delivery:
    body: dict[str, JsonValue] = {
        "event": {"text": "Vem beslutar? 😀", "blocks": [1, 2.5, None, True]}
    }
    return Delivery(key=key, listener="mention", body=body, received_at=received_at, attempts=1)


def make_question(
    identity: str, asker: str = "U1", venue: Venue = CHANNEL, asked_at: datetime = NOON
) -> LoggedQuestion:
    return LoggedQuestion(
        id=identity,
        key=f"key of {identity}",
        asker=asker,
        venue=venue,
        text="Vem beslutar om det i Skövde?",
        question="Vem beslutar om vänortsavtal i Skövde?",
        municipality="Skövde",
        answer=ANSWER,
        asked_at=asked_at,
        place="Skövde, Skara",
    )


def make_hand_over(
    identity: str, question: str, venue: Venue = CHANNEL, handed_over_at: datetime = NOON
) -> HandOver:
    return HandOver(
        id=identity, question=question, asker="U1", venue=venue, handed_over_at=handed_over_at
    )


def at_once(actions: Sequence[Callable[[], Result]]) -> list[Result]:
    """What the actions give when as many threads begin them in the same moment."""
    barrier = threading.Barrier(len(actions))

    def run(action: Callable[[], Result]) -> Result:
        barrier.wait(timeout=30)
        return action()

    with ThreadPoolExecutor(len(actions)) as threads:
        return list(threads.map(run, actions))
