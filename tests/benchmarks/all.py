"""All measurements, written into docs/performance.md.

Usage: python -m tests.benchmarks.all
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from tests.benchmarks import (
    activities,
    cold_start,
    latency,
    reminders,
    scale,
    slack_load,
    throughput,
)

PAGE = Path(__file__).parents[2] / "docs" / "performance.md"

MEASUREMENTS = {
    "latency": latency.run,
    "slack-load": slack_load.run,
    "activities": activities.run,
    "reminders": reminders.run,
    "throughput": throughput.run,
    "cold-start": cold_start.run,
    "scale": scale.run,
}
"""Each by the name of its place in the page."""


def with_table(page: str, name: str, table: str) -> str:
    """The page with the table of that name replaced. Raises ValueError without a place for it."""
    marked = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end of {name} -->)", re.DOTALL)
    if not marked.search(page):
        raise ValueError(f"no place for {name}")
    return marked.sub(lambda found: f"{found[1]}\n{table}\n{found[2]}", page)


def main() -> None:
    """The command; each table is written as soon as it is known."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    for name, run in MEASUREMENTS.items():
        table = run(quick=False)
        sys.stdout.write(f"{name}\n\n{table}\n")
        PAGE.write_text(with_table(PAGE.read_text("utf-8"), name, table), "utf-8")


if __name__ == "__main__":
    main()
