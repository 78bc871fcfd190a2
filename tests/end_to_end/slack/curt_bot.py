"""``policylots`` whose patience at its end is short.

Usage: python -m tests.end_to_end.slack.curt_bot slack [--http]
"""

from __future__ import annotations

from datetime import timedelta

from bot.channels.slack import channel, ending
from bot.channels.terminal import main

if __name__ == "__main__":
    channel.PATIENCE = timedelta(seconds=1)
    ending.LONGEST = timedelta(seconds=3)
    main()
