"""What the tests of the command share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

CITATION = [
    "municipality",
    "document",
    "decided",
    "section_number",
    "section",
    "section_path",
    "quote",
    "start",
    "end",
    "page",
]
"""The keys of a citation, in their order."""

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def environment(home: Path, **settings: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {**kept, "LANG": "C.UTF-8", "POLICYLOTS_HOME": str(home), **settings}


def without_loading(
    home: Path, modules: Iterable[str], arguments: Sequence[str]
) -> subprocess.CompletedProcess[str]:
    """The command with these arguments; it ends with 1 when it has loaded one of the modules."""
    script = (
        "import os, sys\n"
        "from bot.channels.terminal.entry import run\n"
        "code = run(sys.argv[1:], os.environ)\n"
        f"loaded = [name for name in {tuple(modules)!r} if name in sys.modules]\n"
        "sys.exit(f'{code} {loaded}' if code or loaded else 0)\n"
    )
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=environment(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
