"""The command at a terminal, where somebody answers what it asks."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from tests.end_to_end.command import environment


def typed(home: Path, arguments: Sequence[str], answers: Sequence[str]) -> str:
    """What a terminal shows while somebody answers what the command asks."""
    ours, theirs = pty.openpty()
    program = Path(sys.executable).with_name("policylots")
    with subprocess.Popen(
        [program, *arguments],
        cwd=home / "empty",
        env=environment(home, TERM="dumb"),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as running:
        os.close(theirs)
        os.write(ours, "".join(f"{each}\n" for each in answers).encode())
        shown = everything(ours)
    os.close(ours)
    assert running.returncode == 0, shown
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
