"""``policylots`` that plans and looks for what to send every half second, and whose clock a test
sets: the file CLOCK in its folder says how many seconds it is ahead.

Usage: python -m tests.end_to_end.slack.reminding_bot slack [--http]
"""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from functools import partial
from pathlib import Path

import bot.app
from bot.channels.slack import chores, reminding
from bot.channels.terminal import main
from bot.services.reminders.sending_loop import SendingLoop

CLOCK = "clock"
HALF = 0.5


class SetClock(datetime):
    """The real time, and what the file says."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        ahead = float(Path(CLOCK).read_text("utf-8") or 0)
        return datetime.now(tz) + timedelta(seconds=ahead)


if __name__ == "__main__":
    bot.app.datetime = SetClock  # type: ignore[attr-defined]
    chores.EVERY = timedelta(seconds=HALF)
    vars(reminding)["SendingLoop"] = partial(SendingLoop, longest_pause=HALF)
    main()
