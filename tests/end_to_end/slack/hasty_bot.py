"""``policylots`` that waits for seconds where it otherwise waits for tens of them, so that tests of
faults and kills are soon done.

Usage: python -m tests.end_to_end.slack.hasty_bot slack [--http]
"""

from __future__ import annotations

from datetime import timedelta

from bot.channels.slack import messenger, reception, serving
from bot.channels.terminal import main
from bot.storage import connections

LEASE = timedelta(seconds=3)
TENTH = 10

if __name__ == "__main__":
    reception.LEASE = LEASE
    reception.RENEWAL_SECONDS = 0.4  # type: ignore[assignment]
    reception.SHORTEST_PAUSE /= TENTH
    reception.LONGEST_PAUSE /= TENTH
    serving.PING_SECONDS = 1
    messenger.SECONDS = 2
    connections.PATIENCE = 1
    main()
