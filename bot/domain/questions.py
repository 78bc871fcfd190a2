"""A question somebody asked, and what became of it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import AwareDatetime

from knowledge.model import Answer, Value


class Venue(Value):
    """Where a question is asked and answered.

    ``thread`` is the id of the message that opened the thread, None outside threads;
    ``is_private`` tells that nobody but the asker sees the answer.
    """

    channel: str
    thread: str | None
    is_private: bool


class Inquiry(Value):
    """A question as it comes in. ``key`` names its delivery, so that it is told from others even
    if it comes twice; ``language`` is what to answer in when the question does not tell.
    """

    key: str
    asker: str
    text: str
    venue: Venue
    language: str


class LoggedQuestion(Value):
    """A question with its answer.

    ``text`` is as typed, ``question`` as it was understood, standing on its own, and
    ``municipality`` the one that a follow-up question will be about. ``place`` is the municipality
    that was asked about, by the question or by a setting (several with commas between); None for
    all. ``message`` is the id of the message that told the answer, None until it was told or where
    the channel gives no id; ``shared`` that of the message which shared a private answer.
    """

    id: str
    key: str
    asker: str
    venue: Venue
    text: str
    question: str
    municipality: str | None
    answer: Answer
    asked_at: AwareDatetime
    message: str | None = None
    shared: str | None = None
    place: str | None = None


class Verdict(StrEnum):
    """A thumb."""

    UP = "up"
    DOWN = "down"


class Reason(StrEnum):
    """Why an answer did not help."""

    WRONG_SECTION = "wrong_section"
    WRONG_ANSWER = "wrong_answer"
    NO_ANSWER = "no_answer"
    HARD_TO_READ = "hard_to_read"
    OTHER = "other"


class Feedback(Value):
    """What one person thinks of one answer; the last word counts."""

    question: str
    person: str
    verdict: Verdict
    reason: Reason | None = None
    comment: str | None = None
    given_at: AwareDatetime


class ChannelSettings(Value):
    """What holds in one channel."""

    municipality: str | None = None
    mentions_only: bool = False
