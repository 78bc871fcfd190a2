"""Who asks: a person of a channel, and what they have chosen for themselves."""

from __future__ import annotations

import re
from enum import StrEnum

from knowledge.model import Value


class Standing(StrEnum):
    """What a person is to the workspace that runs the assistant."""

    MEMBER = "member"
    GUEST = "guest"
    STRANGER = "stranger"


class Person(Value):
    """Somebody in a channel. ``id`` is the channel's own; ``language`` is that of their client.
    ``name`` is what they are called there, ``full_name`` their whole name, "" where it is not told.
    """

    id: str
    name: str
    standing: Standing
    language: str
    full_name: str = ""


_ERASED = "raderad-"


def pseudonym(mark: str) -> str:
    """What stands in the place of somebody who was erased; ``mark`` tells them from others."""
    return f"{_ERASED}{mark}"


def is_erased(identity: str) -> bool:
    """Whether that is such a pseudonym, which no channel knows."""
    return identity.startswith(_ERASED)


_CHANNEL_ID = re.compile(r"(?=.*\d)[UW][A-Z0-9]{5,}")


def is_channel_id(text: str) -> bool:
    """Whether a text is the id of a person in Slack, not a name: ids have digits in them."""
    return _CHANNEL_ID.fullmatch(text) is not None


EVERYWHERE = "*"
"""Chosen as municipality: all of them, whatever the setting is."""


class Preferences(Value):
    """What a person has chosen; None for what follows the question, the client or the setting.
    ``municipality`` may be EVERYWHERE.
    """

    municipality: str | None = None
    language: str | None = None
