"""The fake's time and its identifiers: Slack's shapes, the same in every run."""

from __future__ import annotations

import itertools
import time
from typing import Final

DIGITS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Clock:
    """Seconds since 1970, moved on by tests instead of waiting."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def now(self) -> float:
        return time.time() + self._ahead

    def advance(self, seconds: float) -> None:
        self._ahead += seconds


class Identifiers:
    """Identifiers and message timestamps; no timestamp is given twice.

    The caller holds the workspace's lock.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._numbers = itertools.count(1)
        self._last_ts = 0

    def new(self, prefix: str) -> str:
        """Such as ``U0000000001``."""
        return f"{prefix}{_in_base_32(next(self._numbers)):0>10}"

    def short(self) -> str:
        """What Slack makes up for a block_id or action_id that the app left out."""
        return f"{_in_base_32(next(self._numbers)):0>5}"

    def ts(self) -> str:
        """``seconds.microseconds``, always later than the one before."""
        self._last_ts = max(int(self._clock.now() * 1_000_000), self._last_ts + 1)
        seconds, microseconds = divmod(self._last_ts, 1_000_000)
        return f"{seconds}.{microseconds:06d}"


def _in_base_32(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, len(DIGITS))
        digits = DIGITS[rest] + digits
    return digits
