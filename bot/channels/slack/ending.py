"""The end of the process: when it is told to end, and in time."""

from __future__ import annotations

import logging
import os
import signal
import time
from collections.abc import Callable
from datetime import timedelta
from threading import Event, Thread
from types import FrameType

_log = logging.getLogger(__name__)

LONGEST = timedelta(seconds=25)
"""From being told to end until the process is gone; supervisors kill after thirty."""


def told_to_end(has_begun: Callable[[], bool]) -> Event:
    """Set when the process gets SIGTERM or SIGINT; LONGEST after that the process is ended,
    whatever still hangs. What has not ``begun`` ends at once: loading the model and making the
    first index take minutes, and leave nothing that the next start could not take up.
    """
    told = Event()

    def tell(_number: int, _frame: FrameType | None) -> None:
        told.set()
        if not has_begun():
            raise SystemExit(0)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, tell)
    Thread(target=_end_in_time, args=(told,), name="end", daemon=True).start()
    return told


def _end_in_time(told: Event) -> None:
    """Python waits for the threads of pools at its end, and these wait as long as Slack says."""
    told.wait()
    time.sleep(LONGEST.total_seconds())
    _log.warning("something still hangs: ended all the same; what is left is for the next start")
    logging.shutdown()
    os._exit(0)
