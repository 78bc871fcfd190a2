"""What takes how long in each of the two databases, side by side."""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from bot.storage.database import file_address
from tests.benchmarks.measures import markdown_table, milliseconds, percentile
from tests.postgres import serving

TIMES = 50
"""How often each short thing is done."""

Row = tuple[str, str]
Measured = Callable[[str, Path], list[Row]]
"""Each thing that was timed, and what it took, in the database of an address; there is an empty
folder to work in.
"""


def once(do: Callable[[], object]) -> str:
    """What it takes."""
    started = time.perf_counter()
    do()
    return f"{time.perf_counter() - started:,.1f} s"


def median(do: Callable[[int], object]) -> str:
    """What it usually takes; it is given how often it was done before."""
    times = []
    for number in range(TIMES):
        started = time.perf_counter()
        do(number)
        times.append(time.perf_counter() - started)
    return f"{milliseconds(percentile(times, 0.5))} (p95 {milliseconds(percentile(times, 0.95))})"


def compared(heading: str, measured: Measured) -> str:
    """A Markdown table with one column a database, PostgreSQL where it is installed. Each is
    measured in a process of its own.
    """
    columns = dict(_columns(measured))
    names = [name for name, _ in next(iter(columns.values()))]
    taken = zip(*(dict(rows).values() for rows in columns.values()), strict=True)
    rows = [(name, *row) for name, row in zip(names, taken, strict=True)]
    return markdown_table((heading, *columns), rows)


def _columns(measured: Measured) -> Iterator[tuple[str, list[Row]]]:
    with tempfile.TemporaryDirectory() as folder:
        yield "SQLite", _in_own_process(measured, file_address(Path(folder)))
    try:
        with serving() as server:
            yield "PostgreSQL", _in_own_process(measured, server.new_database())
    except pytest.skip.Exception:
        sys.stderr.write("PostgreSQL is not installed: it is not measured\n")


def _in_own_process(measured: Measured, address: str) -> list[Row]:
    context = multiprocessing.get_context("spawn")
    with (
        tempfile.TemporaryDirectory() as folder,
        ProcessPoolExecutor(max_workers=1, mp_context=context) as process,
    ):
        return process.submit(measured, address, Path(folder)).result()
