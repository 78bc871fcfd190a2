"""What the duties' calendar needs of a database and of its neighbours; the rules of the database
are those of ``bot.services.ports``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from pydantic import AwareDatetime

from bot.domain.reminders.proposals import Acknowledgement, Decision, Proposal
from bot.domain.reminders.schedule import Schedule
from knowledge.model import Value


class Feed(Value):
    """A municipality's calendar may be subscribed to by an address that only the digest of is kept.
    ``digest`` is the SHA-256 of its token in hexadecimal.
    """

    municipality: str
    digest: str
    by: str
    at: AwareDatetime


class CalendarBook(Protocol):
    """Decisions about proposals, drifts that were seen, and feeds."""

    def decide(self, municipality: str, decision: Decision) -> bool:
        """Add a decision. False, and nothing changed, if one of its number is there: somebody else
        was first.
        """

    def drafted(self, municipality: str, handle: str, number: int, broadcast: int) -> None:
        """The draft of a decision is made."""

    def decisions(self, municipality: str) -> list[Decision]:
        """The last decision on each proposal, oldest first."""

    def history(self, municipality: str, handle: str) -> list[Decision]:
        """All decisions on a proposal, oldest first."""

    def acknowledge(self, municipality: str, seen: Acknowledgement) -> None:
        """Remember that a drift was seen, in the place of an earlier one of the proposal."""

    def acknowledged(self, municipality: str) -> list[Acknowledgement]:
        """The drifts that were seen, the last of each proposal."""

    def set_feed(self, feed: Feed) -> None:
        """Let a municipality's calendar be subscribed to by this address only."""

    def end_feed(self, municipality: str) -> bool:
        """Let it not be subscribed to; whether it could."""

    def feed(self, digest: str) -> Feed | None:
        """The feed of that token."""


class BroadcastDrafts(Protocol):
    """Where accepted proposals go on."""

    def draft(self, proposal: Proposal, schedule: Schedule, by: str) -> int:
        """Make a draft of a broadcast, which sends nothing before a coordinator releases it; its
        number. The same for the same proposal, schedule and person.
        """

    def is_alive(self, broadcast: int) -> bool:
        """Whether a broadcast may still send something: neither cancelled nor ended."""

    def recipients(self, broadcast: int, language: str) -> str:
        """Whom a broadcast is for, in words; "" where there is none of that number."""


class AgreementDays(Protocol):
    """The days on which something falls due of the municipality's agreements."""

    def proposals(self, municipality: str) -> Sequence[Proposal]:
        """Those of agreements in force, also what has passed, earliest first."""
