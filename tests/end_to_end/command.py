"""What the tests of the command share."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
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
