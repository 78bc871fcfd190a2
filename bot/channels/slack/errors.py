"""Slack's failures as the channel knows them.

PolicylotsenError
├── ChannelUnavailable      Slack cannot be reached, is overloaded or has an error (retryable)
├── AnswerUndelivered       a coordinator's answer is kept, but did not reach ``asker``
│   └── AnswerDelayed       the same while something cannot be reached (retryable)
└── ChannelRefused          Slack answered no: ``code`` is its word for why
    ├── BlocksRefused       it does not accept a message's or view's blocks
    └── CoordinatorsRefused it does not take a message to the coordinators' channel
"""

from __future__ import annotations

from knowledge.errors import PolicylotsenError


class ChannelUnavailable(PolicylotsenError):
    """Slack cannot be reached, is overloaded or has an error of its own."""

    key = "error-channel-unavailable"
    retryable = True


class AnswerUndelivered(PolicylotsenError):
    """A coordinator's answer did not reach ``asker``; it is kept."""

    key = "error-unexpected"

    def __init__(self, message: str, asker: str) -> None:
        super().__init__(message)
        self.asker = asker


class AnswerDelayed(AnswerUndelivered):
    """The same while Slack or the database cannot be reached."""

    retryable = True


class ChannelRefused(PolicylotsenError):
    """Slack answered no. ``code`` is its error code, such as "not_in_channel"."""

    key = "error-unexpected"

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code


class CoordinatorsRefused(ChannelRefused):
    """Slack does not take a message to the coordinators' channel: its id is wrong, the assistant
    is not in it, or it is archived.
    """


class BlocksRefused(ChannelRefused):
    """Slack does not accept the blocks of a message or view."""
