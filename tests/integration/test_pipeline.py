from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.pipeline import Indexer
from indexer.report import IndexingReport, LeftOut, Phase
from knowledge.adapters.chroma import ChromaPassages, open_chroma
from knowledge.adapters.lexical import open_lexical
from knowledge.catalog import SqliteCatalog
from knowledge.errors import IndexMissing, ModelUnavailable
from knowledge.generations import Generations, Recipe
from knowledge.ports import Progress, Vectors
from tests.fakes.documents import STEPS, write_policy
from tests.fakes.embedder import FakeEmbedder

Run = Callable[..., IndexingReport]


@pytest.fixture
def embedder() -> FakeEmbedder:
    return FakeEmbedder()


@pytest.fixture
def told() -> list[tuple[Phase, int, int]]:
    return []


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "policies"
    write_policy(folder / "skara-policy.txt", "Kommunen har vänorter.", "Resor godkänns.")
    write_policy(folder / "lund-policy.txt", "Nämnden rapporterar årligen.")
    return folder


@pytest.fixture
def run(
    home: Path, folder: Path, embedder: FakeEmbedder, told: list[tuple[Phase, int, int]]
) -> Run:
    def run(*paths: Path, lexicon: str = "1", sources: tuple[str, ...] = ()) -> IndexingReport:
        recipe = Recipe(embedder=embedder.identity, structure="1", lexicon=lexicon)
        indexer = Indexer(home, embedder, STEPS, recipe, lambda *step: told.append(step))
        return indexer.run(paths or [folder], sources)

    return run


def _catalog(home: Path) -> SqliteCatalog:
    return SqliteCatalog(Generations(home).current().files.catalog)


def _store(home: Path) -> ChromaPassages:
    files = Generations(home).current().files
    return open_chroma(files.store, files.collection)


def _vectors(home: Path, document: str) -> dict[str, Vectors]:
    passages, vectors = _store(home).of_document(document)
    return {passage.key: vector for passage, vector in zip(passages, vectors, strict=True)}


def _generations(home: Path) -> int:
    return sum(path.is_dir() for path in (home / "index").iterdir())


def test_documents_are_found_by_meaning_and_by_word(
    run: Run, home: Path, embedder: FakeEmbedder
) -> None:
    report = run()

    assert (report.documents, report.sections, report.passages) == (2, 4, 3)
    assert (report.embedded, report.reused, report.published) == (3, 0, True)
    question = embedder.embed_question("Policy för Skara: Resor godkänns.")
    assert _store(home).nearest(question, 1)[0][0] == "skara-policy#1.1"
    lexical = open_lexical(Generations(home).current().files.lexical)
    assert [key for key, _ in lexical.search({"årligen": 1.0}, 5)] == ["lund-policy#1.0"]
    assert lexical.frequency("syfte") == 3
    assert [each.id for each in _catalog(home).documents()] == ["lund-policy", "skara-policy"]


def test_the_manifest_remembers_what_was_indexed(run: Run, home: Path) -> None:
    report = run(sources=("policies",))

    manifest = Generations(home).current().manifest
    assert manifest.generation == report.generation
    assert (manifest.documents, manifest.sections, manifest.passages) == (2, 4, 3)
    assert manifest.sources == ("policies",)


def test_the_store_holds_verbatim_text_and_the_embedder_sees_the_composed_one(
    run: Run, home: Path, embedder: FakeEmbedder
) -> None:
    run()

    [passage], _ = _store(home).of_document("lund-policy")
    assert passage.text == "Nämnden rapporterar årligen."
    assert passage.heading == "Policy för Lund / 1 Syfte"
    assert passage.municipality == "Lund"
    assert "Policy för Lund: Nämnden rapporterar årligen." in embedder.embedded


def test_each_phase_is_told_to_its_end(run: Run, told: list[tuple[Phase, int, int]]) -> None:
    run()

    assert (Phase.READING, 2, 2) in told
    assert (Phase.EMBEDDING, 3, 3) in told
    assert told[-1] == (Phase.WORDS, 3, 3)


def test_an_unchanged_folder_publishes_nothing_new(
    run: Run, home: Path, embedder: FakeEmbedder
) -> None:
    first = run()
    embedder.embedded.clear()

    again = run()

    assert (again.published, again.reused, again.embedded) == (False, 2, 0)
    assert again.generation == first.generation
    assert (again.documents, again.passages) == (2, 3)
    assert embedder.embedded == []
    assert _generations(home) == 1


def test_only_what_changed_is_embedded(
    run: Run, home: Path, folder: Path, embedder: FakeEmbedder
) -> None:
    run()
    before = _vectors(home, "skara-policy")
    embedder.embedded.clear()
    write_policy(folder / "lund-policy.txt", "Nämnden rapporterar varje månad.")
    write_policy(folder / "orust-policy.txt", "Projekt får stöd.")

    report = run()

    assert (report.published, report.reused, report.embedded, report.removed) == (True, 1, 2, ())
    assert len(embedder.embedded) == 2
    after = _vectors(home, "skara-policy")
    assert after.keys() == before.keys()
    assert all(after[key] == pytest.approx(before[key], abs=1e-6) for key in before)
    lexical = open_lexical(Generations(home).current().files.lexical)
    assert (lexical.frequency("årligen"), lexical.frequency("månad")) == (0, 1)
    assert lexical.frequency("vänorter") == 1


def test_what_stands_beside_a_file_makes_its_document_anew(
    home: Path, folder: Path, embedder: FakeEmbedder
) -> None:
    def run(beside: str) -> IndexingReport:
        steps = replace(STEPS, beside=lambda path: beside if path.name[0] == "l" else "")
        recipe = Recipe(embedder=embedder.identity, structure="1", lexicon="1")
        return Indexer(home, embedder, steps, recipe, lambda *_: None).run([folder], ())

    assert [run("municipality = Lund").reused, run("municipality = Lunds").reused] == [0, 1]
    assert not run("municipality = Lunds").published


def test_a_removed_file_leaves_the_index(run: Run, home: Path, folder: Path) -> None:
    run()
    (folder / "lund-policy.txt").unlink()

    report = run()

    assert report.removed == ("lund-policy",)
    assert [each.id for each in _catalog(home).documents()] == ["skara-policy"]
    assert _store(home).count() == 2


def test_other_sources_are_published_without_embedding(run: Run, embedder: FakeEmbedder) -> None:
    run(sources=("a",))
    embedder.embedded.clear()

    assert run(sources=("b",)).published
    assert embedder.embedded == []


@pytest.mark.parametrize("change", ["model", "lexicon"])
def test_another_recipe_embeds_all_anew(
    run: Run, home: Path, embedder: FakeEmbedder, change: str
) -> None:
    run()
    if change == "model":
        embedder.identity = "fake@2"

    report = run(lexicon="2" if change == "lexicon" else "1")

    assert (report.embedded, report.reused, report.published) == (3, 0, True)
    assert report.removed == ()


def test_a_bad_file_is_reported_and_the_rest_goes_on(run: Run, folder: Path) -> None:
    broken = folder / "binary.txt"
    broken.write_bytes(b"\xff\xfe\x00")
    headless = write_policy(folder / "headless.txt", "no headings")
    empty = write_policy(folder / "empty.txt")
    buggy = write_policy(folder / "buggy.txt", "a bug")
    missing = folder / "missing.txt"
    write_policy(folder / "picture.png", "x")

    report = run(folder, missing)

    assert (report.documents, report.skipped) == (2, 1)
    assert {left.path: left.reason for left in report.left_out} == {
        str(empty): "unreadable-empty",
        str(missing): "unreadable-missing",
        str(broken): "unreadable-binary",
        str(headless): "unreadable-no-headings",
        str(buggy): "unreadable-broken",
    }
    assert all(left.details["name"] == Path(left.path).name for left in report.left_out)


def test_a_duplicate_is_skipped_and_names_the_first(run: Run, folder: Path) -> None:
    write_policy(folder / "z-copy.txt", "Nämnden rapporterar årligen.")

    report = run()

    assert report.documents == 2
    assert report.left_out == (
        LeftOut(
            path=str(folder / "z-copy.txt"),
            reason="skipped-duplicate",
            details={"name": "z-copy.txt", "first": str(folder / "lund-policy.txt")},
        ),
    )


def test_two_files_of_one_name_have_two_ids_that_last(run: Run, home: Path, folder: Path) -> None:
    write_policy(folder / "nested" / "lund-policy.txt", "En annan policy.")
    run()
    first = {each.digest: each.id for each in _catalog(home).entries()}
    write_policy(folder / "lund-policy.txt", "Nämnden rapporterar varje månad.")

    run()

    after = {each.digest: each.id for each in _catalog(home).entries()}
    assert set(after.values()) == {"lund-policy", "lund-policy-2", "skara-policy"}
    assert all(first[digest] == after[digest] for digest in first.keys() & after.keys())
    assert _store(home).of_document("lund-policy-2")[0][0].text == "En annan policy."


def test_without_a_single_document_the_index_stays(run: Run, home: Path, folder: Path) -> None:
    first = run()

    report = run(write_policy(folder / "headless.txt", "no headings"))

    assert (report.documents, report.published, report.removed) == (0, False, ())
    assert report.generation == first.generation
    assert _store(home).count() == 3
    assert _generations(home) == 1


def test_without_a_single_document_no_first_index_is_made(run: Run, home: Path) -> None:
    report = run(home / "missing.txt")

    assert (report.documents, report.generation) == (0, None)
    with pytest.raises(IndexMissing):
        Generations(home).current()


def test_a_model_that_fails_leaves_the_index_as_it_was(
    run: Run, home: Path, folder: Path, embedder: FakeEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run()
    write_policy(folder / "orust-policy.txt", "Projekt får stöd.")

    def fail(texts: list[str], progress: Progress | None = None) -> Vectors:
        raise ModelUnavailable("gone")

    monkeypatch.setattr(embedder, "embed_passages", fail)
    with pytest.raises(ModelUnavailable):
        run()

    assert Generations(home).current_name() == first.generation
    assert _generations(home) == 1


def test_a_current_index_with_broken_parts_is_made_anew(
    run: Run, home: Path, embedder: FakeEmbedder
) -> None:
    run()
    for file in (Generations(home).current().files.directory / "chroma").glob("*.sqlite3"):
        file.unlink()

    report = run()

    assert (report.published, report.embedded) == (True, 3)
    assert _store(home).count() == 3
