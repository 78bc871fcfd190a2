"""How long a command takes from nothing: a new process, the model not loaded.

Usage: python -m tests.benchmarks.cold_start [--quick]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from indexer.app import build_index
from tests.benchmarks.latency import seconds
from tests.benchmarks.measures import markdown_table, settings_in, silent

RUNS = 5

COMMANDS = (
    ("--help",),
    ("sections", "orebro-internationell-policy"),
    ("ask", "Vem ansvarar för uppföljningen i Enköping?"),
)


def measure(home: Path, runs: int) -> list[list[float]]:
    """Seconds of each run of each command, in turns."""
    program = str(Path(sys.executable).with_name("policylots"))
    environment = {**os.environ, "POLICYLOTS_HOME": str(home), "CHROMA_URL": ""}
    times: list[list[float]] = [[] for _ in COMMANDS]
    for _ in range(runs):
        for command, taken in zip(COMMANDS, times, strict=True):
            taken.append(seconds(partial(_run, [program, *command], environment)))
    return times


def _run(arguments: Sequence[str], environment: Mapping[str, str]) -> None:
    """Run a command. Raises CalledProcessError when it fails."""
    subprocess.run(arguments, env=environment, check=True, capture_output=True)


def table(times: Sequence[Sequence[float]]) -> str:
    """The median of each command, in Markdown."""
    rows = [
        (f"`policylots {command[0]}`", f"{median(taken):.2f} s")
        for command, taken in zip(COMMANDS, times, strict=True)
    ]
    return markdown_table(("command", f"median of {len(times[0])}"), rows)


def run(*, quick: bool) -> str:
    """Index the shipped documents and measure; the table."""
    with tempfile.TemporaryDirectory() as home:
        build_index(settings_in(Path(home)), [], silent)
        return table(measure(Path(home), 1 if quick else RUNS))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    sys.stdout.write(run(quick=parser.parse_args().quick))


if __name__ == "__main__":
    main()
