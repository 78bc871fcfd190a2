"""Questions as they are logged, and the clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.domain.people import Person, Standing
from bot.domain.questions import Inquiry, LoggedQuestion, Venue
from knowledge.model import Answer, AnswerStatus

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


class Clock:
    """Stands still until it is told to go on."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> datetime:
        return self.time

    def go_on(self, **by: float) -> None:
        self.time += timedelta(**by)


class TickingClock(Clock):
    """Every reading is a second later than the one before."""

    def __call__(self) -> datetime:
        self.go_on(seconds=1)
        return self.time


class FakeDirectory:
    """``services.rights.Directory``: everybody is a member of whom nothing else is said."""

    def __init__(self) -> None:
        self.standings: dict[str, Standing] = {}
        self.coordinators: set[str] = set()

    def person(self, identity: str) -> Person:
        standing = self.standings.get(identity, Standing.MEMBER)
        return Person(id=identity, name=identity.title(), standing=standing, language="sv")

    def is_coordinator(self, identity: str) -> bool:
        return identity in self.coordinators

    def every_coordinator(self) -> frozenset[str]:
        return frozenset(self.coordinators)


def venue(thread: str | None = None, channel: str = "C1", *, is_private: bool = False) -> Venue:
    return Venue(channel=channel, thread=thread, is_private=is_private)


def inquiry(
    text: str, where: Venue, key: str = "", asker: str = "U1", language: str = "sv"
) -> Inquiry:
    return Inquiry(key=key or text, asker=asker, text=text, venue=where, language=language)


def answer(status: AnswerStatus = AnswerStatus.ANSWERED) -> Answer:
    return Answer(
        language="sv", status=status, sentence="Svar.", text="Svar.", citations=(), nearest=()
    )


def logged(
    text: str,
    *,
    refused: bool = False,
    municipality: str | None = None,
    place: str | None = None,
    asker: str = "U1",
    at: datetime = START,
    where: Venue | None = None,
    key: str = "",
) -> LoggedQuestion:
    status = AnswerStatus.NOT_FOUND if refused else AnswerStatus.ANSWERED
    return LoggedQuestion(
        id=f"id of {key or text}",
        key=key or text,
        asker=asker,
        venue=where or venue("1.0"),
        text=text,
        question=text,
        municipality=municipality,
        answer=answer(status),
        asked_at=at,
        place=place,
    )
