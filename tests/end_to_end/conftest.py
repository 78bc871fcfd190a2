"""The command in processes of its own, on one index of the shipped documents."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end import warm
from tests.end_to_end.command import Run, environment

FIRST_QUESTION = "Vem beslutar om vänortsavtal?"


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def policylots(home: Path) -> Run:
    """Runs the command in an empty folder; settings are keyword arguments."""
    (home / "empty").mkdir()

    def run(*arguments: str, stdin: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
        return warm.run(arguments, environment(home, **settings), home / "empty", stdin)

    return run


@pytest.fixture(scope="session")
def first_answer(
    policylots: Run, home: Path, tmp_path_factory: pytest.TempPathFactory
) -> subprocess.CompletedProcess[str]:
    """The first question ever asked in this home, which builds the index, in a process that loads
    everything itself. Where tests run in several processes, one of them asks it, and the others
    take over its home.
    """
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return _asked_first(home)
    shared = tmp_path_factory.getbasetemp().parent
    with (shared / "index.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return _asked_once(home, shared / "index")


def _asked_first(home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name("policylots"), "ask", FIRST_QUESTION],
        cwd=home / "empty",
        env=environment(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def _asked_once(home: Path, kept: Path) -> subprocess.CompletedProcess[str]:
    answer = kept / "answer.json"
    if answer.exists():
        shutil.copytree(kept / "home", home, dirs_exist_ok=True)
        return subprocess.CompletedProcess(**json.loads(answer.read_text("utf-8")))
    done = _asked_first(home)
    shutil.copytree(home, kept / "home")
    told = {"args": [], "returncode": done.returncode, "stdout": done.stdout, "stderr": done.stderr}
    answer.write_text(json.dumps(told), "utf-8")
    return done


@pytest.fixture(scope="session")
def indexed(first_answer: subprocess.CompletedProcess[str], policylots: Run) -> Run:
    assert first_answer.returncode == 0, first_answer.stderr
    return policylots
