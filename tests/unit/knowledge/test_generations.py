from __future__ import annotations

import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.errors import IndexMismatch, IndexMissing, StoreUnavailable
from knowledge.generations import GenerationFiles, Generations, Manifest, Recipe

RECIPE = Recipe(embedder="minilm@1", structure="3", lexicon="ab12")


class Server:
    """Remembers what it was told to discard."""

    def __init__(self, *, down: bool = False) -> None:
        self.down = down
        self.discarded: list[tuple[str, str]] = []

    def discard(self, address: str, collection: str) -> None:
        if self.down:
            raise StoreUnavailable("down")
        self.discarded.append((address, collection))


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    (tmp_path / "index").mkdir()
    return Generations(tmp_path)


def _manifest(files: GenerationFiles, previous: str | None = None) -> Manifest:
    return Manifest(
        generation=files.name,
        created_at=datetime(2026, 11, 22, 9, 30, tzinfo=UTC),
        recipe=RECIPE,
        documents=5,
        sections=60,
        passages=200,
        sources=("/policies",),
        server=None,
        previous=previous,
    )


def _publish(generations: Generations, server: Server, address: str | None = None) -> str:
    with generations.draft(RECIPE, address, server.discard) as files:
        generations.publish(files, _manifest(files, generations.current_name()))
        return files.name


def _names(home: Path) -> set[str]:
    return {path.name for path in (home / "index").iterdir() if path.is_dir()}


def test_nothing_published_is_a_missing_index(generations: Generations) -> None:
    with pytest.raises(IndexMissing):
        generations.current()


def test_a_published_generation_is_the_current_one(
    generations: Generations, server: Server
) -> None:
    name = _publish(generations, server)

    current = generations.current()

    assert current.files.name == name
    assert current.manifest.passages == 200
    assert current.manifest.created_at.tzinfo is not None


def test_a_draft_that_was_not_published_leaves_nothing(
    generations: Generations, server: Server, tmp_path: Path
) -> None:
    with generations.draft(RECIPE, "http://chroma:8000", server.discard) as files:
        collection = files.collection

    assert _names(tmp_path) == set()
    assert server.discarded == [("http://chroma:8000", collection)]


def test_a_draft_that_fails_leaves_the_current_generation(
    generations: Generations, server: Server, tmp_path: Path
) -> None:
    name = _publish(generations, server)

    with (
        pytest.raises(KeyboardInterrupt),
        generations.draft(RECIPE, None, server.discard),
    ):
        raise KeyboardInterrupt

    assert generations.current().files.name == name
    assert _names(tmp_path) == {name}


def test_the_current_generation_and_the_one_before_it_stay(
    generations: Generations, server: Server, tmp_path: Path
) -> None:
    _, second, third = (_publish(generations, server) for _ in range(3))

    generations.remove_stale(server.discard)

    assert _names(tmp_path) == {second, third}


def test_a_half_built_generation_is_removed_with_its_collection(
    generations: Generations, server: Server, tmp_path: Path
) -> None:
    name = _publish(generations, server)
    half = GenerationFiles(tmp_path / "index" / "20260101T000000-dead")
    half.directory.mkdir()
    (half.directory / "server").write_text("http://chroma:8000")

    generations.remove_stale(server.discard)

    assert _names(tmp_path) == {name}
    assert server.discarded == [("http://chroma:8000", half.collection)]


def test_a_server_that_is_down_keeps_the_generation_for_the_next_indexer(
    generations: Generations, tmp_path: Path
) -> None:
    half = GenerationFiles(tmp_path / "index" / "20260101T000000-dead")
    half.directory.mkdir()
    (half.directory / "server").write_text("http://chroma:8000")

    generations.remove_stale(Server(down=True).discard)

    assert _names(tmp_path) == {half.name}


def test_the_vectors_are_in_the_generation_or_on_its_server(
    generations: Generations, server: Server
) -> None:
    with generations.draft(RECIPE, None, server.discard) as files:
        assert files.store == files.directory / "chroma"
    with generations.draft(RECIPE, "http://chroma:8000", server.discard) as files:
        assert files.store == "http://chroma:8000"


def test_the_collection_is_named_by_the_recipe(generations: Generations, server: Server) -> None:
    with generations.draft(RECIPE, None, server.discard) as files:
        assert RECIPE.fingerprint in files.collection


@pytest.mark.parametrize("part", ["embedder", "structure", "lexicon"])
def test_the_fingerprint_changes_with_each_part(part: str) -> None:
    assert RECIPE.model_copy(update={part: "other"}).fingerprint != RECIPE.fingerprint


def test_an_index_of_the_same_recipe_passes(generations: Generations, server: Server) -> None:
    _publish(generations, server)

    generations.current().manifest.check(RECIPE)


def test_another_model_is_named_with_what_to_do(generations: Generations, server: Server) -> None:
    _publish(generations, server)

    with pytest.raises(IndexMismatch, match=r"policylots index.*set the model back") as caught:
        generations.current().manifest.check(RECIPE.model_copy(update={"embedder": "e5@2"}))

    assert caught.value.details == {
        "part": "model",
        "indexed": "minilm@1",
        "configured": "e5@2",
    }


def test_another_lexicon_is_a_mismatch(generations: Generations, server: Server) -> None:
    _publish(generations, server)

    with pytest.raises(IndexMismatch) as caught:
        generations.current().manifest.check(RECIPE.model_copy(update={"lexicon": "cd34"}))

    assert caught.value.details["part"] == "lexicon"


def test_a_manifest_of_another_version_is_a_mismatch_and_can_be_replaced(
    generations: Generations, server: Server, tmp_path: Path
) -> None:
    name = _publish(generations, server)
    generations.current().files.manifest.write_text('{"generation": "of old"}')

    with pytest.raises(IndexMismatch):
        generations.current()
    generations.remove_stale(server.discard)

    assert _names(tmp_path) == {name}
    assert generations.current_name() == name


def test_a_second_indexer_says_so_and_waits(generations: Generations) -> None:
    waiting, done = threading.Event(), threading.Event()

    def second() -> None:
        with generations.writing(waiting.set):
            done.set()

    with generations.writing(lambda: pytest.fail("nobody else writes")):
        thread = threading.Thread(target=second)
        thread.start()
        assert waiting.wait(10)
        assert not done.is_set()
    thread.join(10)

    assert done.is_set()
