"""The command at a terminal, where somebody answers what it asks."""

from __future__ import annotations

import os
import pty
import select
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from tests.end_to_end import warm
from tests.end_to_end.command import environment


def typed(home: Path, arguments: Sequence[str], answers: Sequence[str]) -> str:
    """What a terminal shows while somebody answers what the command asks."""
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "rb") as end:
        there = environment(home, TERM="dumb")
        running = warm.start(arguments, there, home / "empty", end, end, end)
    os.write(ours, "".join(f"{each}\n" for each in answers).encode())
    shown = everything(ours)
    os.close(ours)
    assert running.wait() == 0, shown
    return shown


def everything(terminal: int, seconds: float = 60) -> str:
    shown, until = b"", monotonic() + seconds
    while monotonic() < until and select.select([terminal], [], [], until - monotonic())[0]:
        try:
            part = os.read(terminal, 65_536)
        except OSError:
            # On Linux, a terminal whose other end is closed gives an error at its end.
            break
        if not part:
            break
        shown += part
    return shown.decode()
