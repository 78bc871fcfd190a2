"""Which broadcasts wait for another coordinator's yes, and what that is asked with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.domain.reminders.broadcast import Broadcast, BroadcastStatus, Event, EventKind
from bot.domain.reminders.dues import Due
from bot.services.reminders.ports import BroadcastBook
from bot.services.reminders.previews import Previews
from knowledge.model import Value

SECOND_YES_MISSING = "reason-second-yes-missing"
"""Why something waits, in the record of what is under way: a key of the catalogue."""

_WAITING = frozenset({BroadcastStatus.AWAITING_YES, BroadcastStatus.PAUSED})

_TURNS = frozenset(
    {
        EventKind.CHANGED,
        EventKind.ASKED_FOR_YES,
        EventKind.APPROVED,
        EventKind.DECLINED,
        EventKind.STARTED,
        EventKind.PAUSED,
        EventKind.RESUMED,
    }
)
"""After which a broadcast waits, or does not wait any more."""

_HOLDING = frozenset({EventKind.CHANGED, EventKind.PAUSED})


def asked_by(broadcast: Broadcast, record: Sequence[Event]) -> Event | None:
    """The entry of its record since which it waits for a second yes; None where it does not wait
    for one, as when a coordinator has paused it.
    """
    # That somebody it names was erased makes it wait no less.
    turns = [each for each in record if each.kind in _TURNS and each.person is None]
    last = turns[-1] if turns and broadcast.status in _WAITING else None
    if last is None or last.kind is EventKind.ASKED_FOR_YES:
        return last
    is_held = last.kind in _HOLDING and last.reason == SECOND_YES_MISSING
    return last if is_held else None


class YesRequest(Value):
    """What another coordinator is asked. ``kind`` is what has made it wait: that it was to be sent
    (ASKED_FOR_YES), that it was changed (CHANGED), or that its audience has grown (PAUSED);
    ``recipients`` how many it would reach, ``first`` when it would be due.
    """

    broadcast: Broadcast
    kind: EventKind
    recipients: int
    first: Due | None


class SecondYes:
    """For a channel, which asks for it wherever the broadcast was started."""

    def __init__(
        self, book: BroadcastBook, previews: Previews, now: Callable[[], datetime]
    ) -> None:
        self._book = book
        self._previews = previews
        self._now = now

    def waiting(self, since: datetime) -> list[Broadcast]:
        """Those that have come to wait for a second yes since then, the oldest first."""
        return [
            each
            for each in reversed(self._book.search(None, _WAITING))
            if (asked := self._asked(each)) and asked.at >= since
        ]

    def request(self, identity: int, version: int) -> YesRequest | None:
        """What to ask about that version; None where it does not wait for a yes any more. Raises
        NotLookedUp where the channel cannot tell who its audience is.
        """
        found = self._book.find(identity)
        asked = self._asked(found) if found and found.version == version else None
        if found is None or asked is None:
            return None
        preview = self._previews.of(found.content, self._now())
        return YesRequest(
            broadcast=found,
            kind=asked.kind,
            recipients=len(preview.resolved.recipients),
            first=next(iter(preview.dues), None),
        )

    def _asked(self, broadcast: Broadcast) -> Event | None:
        return asked_by(broadcast, self._book.record(broadcast.id))
