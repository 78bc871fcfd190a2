"""An indexer is killed at any moment; whoever reads sees the whole old or the whole new index."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from knowledge.adapters.chroma import open_chroma
from knowledge.adapters.lexical import open_lexical
from knowledge.catalog import SqliteCatalog
from knowledge.generations import Generations
from tests.end_to_end.indexing_run import index
from tests.fakes.documents import write_policy
from tests.fakes.embedder import FakeEmbedder

DOCUMENTS = 25
PASSAGES = 4


def _write_version(folder: Path, version: int) -> None:
    """Every second document changes; the others are taken over from the index before."""
    for number in range(DOCUMENTS):
        kept = number % 2 == 1
        mark = f"policy{number} " + ("oförändrad" if kept else f"utgåva{version}")
        write_policy(
            folder / f"ort{number}-policy.txt", *(f"Stycke{row} {mark}" for row in range(PASSAGES))
        )


def _version_read(home: Path) -> int:
    """The version of the current index, once all its parts were seen to agree on it."""
    current = Generations(home).current()
    files, manifest = current.files, current.manifest
    catalog = SqliteCatalog(files.catalog)
    documents = list(catalog.documents())
    catalog.close()
    marks = {word for each in documents for word in each.text.split() if word.startswith("utgåva")}
    assert len(marks) == 1, f"versions mixed: {marks}"
    assert len(documents) == manifest.documents == DOCUMENTS
    [mark] = marks
    changed = sum(mark in each.text for each in documents) * PASSAGES
    assert open_lexical(files.lexical).frequency(mark) == changed
    store = open_chroma(files.store, files.collection)
    try:
        assert store.count() == manifest.passages == DOCUMENTS * PASSAGES
        assert sum(mark in passage.text for passage in store.passages()) == changed
        question = FakeEmbedder().embed_question(f"Policy för Ort4: Stycke2 policy4 {mark}")
        assert store.nearest(question, 1)[0][0] == "ort4-policy#1.2"
    finally:
        store.close()
    return int(mark.removeprefix("utgåva"))


class Reader:
    """Reads again and again beside the indexer, until it is told to stop."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._read)
        self.versions: list[int] = []
        self.failure: Exception | AssertionError | None = None

    def __enter__(self) -> Reader:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._thread.join()

    def _read(self) -> None:
        while not self._stopped.is_set():
            try:
                self.versions.append(_version_read(self._home))
            except (Exception, AssertionError) as failure:  # noqa: BLE001
                self.failure = failure
                return
            self._stopped.wait(0.05)


def _killed_run(home: Path, folder: Path, after: float) -> bool:
    """Whether the run was killed before its own end."""
    command = [sys.executable, "-m", "tests.end_to_end.indexing_run", str(home), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
        return process.wait() == -signal.SIGKILL


def _kill_and_read(tmp_path: Path, kills: int) -> None:
    home, folder = tmp_path / "home", tmp_path / "policies"
    for version in (0, 1):
        _write_version(folder, version)
        started = time.monotonic()
        index(home, folder)
    full_run = time.monotonic() - started
    published, moments = version, random.Random(20261122)  # noqa: S311
    killed = 0
    with Reader(home) as reader:
        while killed < kills and reader.failure is None:
            version += 1
            _write_version(folder, version)
            killed += _killed_run(home, folder, moments.uniform(0, 1.2 * full_run))
            seen = _version_read(home)
            assert seen in {published, version}
            published = seen
    assert reader.failure is None
    assert reader.versions == sorted(reader.versions)

    _write_version(folder, version + 1)
    index(home, folder)

    assert _version_read(home) == version + 1
    assert len([path for path in (home / "index").iterdir() if path.is_dir()]) == 2


def test_six_kills_leave_a_whole_index_and_nothing_behind(tmp_path: Path) -> None:
    _kill_and_read(tmp_path, 6)


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_a_hundred_kills_leave_a_whole_index_and_nothing_behind(tmp_path: Path) -> None:
    _kill_and_read(tmp_path, 100)
