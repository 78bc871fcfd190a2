"""Time as the play lets it pass."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


class Clock:
    """An aware moment in UTC, which never goes back."""

    def __init__(self, at: datetime) -> None:
        self._at = at

    def __call__(self) -> datetime:
        """Now."""
        return self._at

    def seconds(self) -> float:
        """The same as seconds that only grow."""
        return (self._at - _EPOCH).total_seconds()

    def go_to(self, moment: datetime) -> None:
        """Let time pass until then; not at all if that is over."""
        self._at = max(self._at, moment)

    def go_on(self, by: timedelta) -> None:
        """Let so much time pass."""
        self._at += by
