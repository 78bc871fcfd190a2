"""The terminal: the command ``policylots``."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command of this process; an interruption is quiet from the first import on."""
    try:
        from bot.channels.terminal.entry import run

        code = run(sys.argv[1:], os.environ)
    except KeyboardInterrupt:
        code = 130
    raise SystemExit(code)
