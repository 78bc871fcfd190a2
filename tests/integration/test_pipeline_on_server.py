from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.pipeline import Indexer
from indexer.report import IndexingReport
from knowledge.adapters.chroma import open_chroma
from knowledge.errors import StoreUnavailable
from knowledge.generations import GenerationFiles, Generations, Recipe
from tests.chroma_server import free_port
from tests.fakes.documents import STEPS, write_policy
from tests.fakes.embedder import FakeEmbedder

Run = Callable[[str | None], IndexingReport]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def run(home: Path, tmp_path: Path) -> Run:
    recipe = Recipe(embedder="fake@1", structure="1", lexicon="1")

    def run(server: str | None) -> IndexingReport:
        indexer = Indexer(home, FakeEmbedder(), STEPS, recipe, lambda *_: None, server)
        return indexer.run([tmp_path / "policies"], ())

    return run


def _write(tmp_path: Path, text: str) -> None:
    write_policy(tmp_path / "policies" / "lund-policy.txt", text)


def _current(home: Path) -> GenerationFiles:
    return Generations(home).current().files


def test_vectors_on_a_server_are_found_through_the_generation(
    run: Run, home: Path, tmp_path: Path, chroma_server: str
) -> None:
    _write(tmp_path, "Nämnden rapporterar årligen.")
    run(chroma_server)

    files = _current(home)
    assert files.store == chroma_server
    assert open_chroma(files.store, files.collection).count() == 1
    assert not run(chroma_server).published


def test_an_index_moves_to_a_server_without_embedding(
    run: Run, home: Path, tmp_path: Path, chroma_server: str
) -> None:
    _write(tmp_path, "Nämnden rapporterar årligen.")
    run(None)

    report = run(chroma_server)

    assert (report.published, report.embedded, report.reused) == (True, 0, 1)
    assert open_chroma(chroma_server, _current(home).collection).count() == 1


def test_collections_of_removed_generations_leave_the_server(
    run: Run, home: Path, tmp_path: Path, chroma_server: str
) -> None:
    collections = []
    for text in ("Ett.", "Två.", "Tre."):
        _write(tmp_path, text)
        run(chroma_server)
        collections.append(_current(home).collection)

    with pytest.raises(StoreUnavailable):
        open_chroma(chroma_server, collections[0])
    assert open_chroma(chroma_server, collections[1]).count() == 1
    assert open_chroma(chroma_server, collections[2]).count() == 1


def test_a_server_that_does_not_answer_leaves_the_index_as_it_was(
    run: Run, home: Path, tmp_path: Path
) -> None:
    _write(tmp_path, "Ett.")
    run(None)
    before = _current(home)
    _write(tmp_path, "Två.")

    with pytest.raises(StoreUnavailable):
        run(f"http://127.0.0.1:{free_port()}")

    assert _current(home) == before
