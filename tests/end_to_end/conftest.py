"""The command in processes of its own, on one index of the shipped documents."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.command import Run, environment


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def policylots(home: Path) -> Run:
    """Runs the command in an empty folder; settings are keyword arguments."""
    (home / "empty").mkdir()
    program = Path(sys.executable).with_name("policylots")

    def run(*arguments: str, stdin: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [program, *arguments],
            cwd=home / "empty",
            env=environment(home, **settings),
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def first_answer(policylots: Run) -> subprocess.CompletedProcess[str]:
    """The first question ever asked in this home, which builds the index."""
    return policylots("ask", "Vem beslutar om vänortsavtal?")


@pytest.fixture(scope="session")
def indexed(first_answer: subprocess.CompletedProcess[str], policylots: Run) -> Run:
    assert first_answer.returncode == 0, first_answer.stderr
    return policylots
