from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import numpy as np
import pytest

from knowledge.adapters.chroma import delete_collection, open_chroma
from knowledge.errors import StoreUnavailable
from knowledge.ports import PassageStore, Vectors
from tests.chroma_server import free_port
from tests.fakes.documents import make_passage
from tests.fakes.passage_store import FakePassageStore


@pytest.fixture(params=["fake", "embedded", "server"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> PassageStore:
    if request.param == "fake":
        return FakePassageStore()
    location = tmp_path if request.param == "embedded" else request.getfixturevalue("chroma_server")
    return open_chroma(location, f"test-{uuid4().hex}", create=True)


def _directions(count: int) -> Vectors:
    return np.eye(count, 8, dtype=np.float32)


def test_the_nearest_come_first_with_their_cosine(store: PassageStore) -> None:
    store.add([make_passage(f"a#1.{row}") for row in range(3)], _directions(3))
    vector = np.array([0.6, 0.8, 0, 0, 0, 0, 0, 0], np.float32)

    keys, scores = zip(*store.nearest(vector, 2), strict=True)

    assert keys == ("a#1.1", "a#1.0")
    assert scores == pytest.approx((0.8, 0.6), abs=1e-5)


def test_a_municipality_limits_the_search(store: PassageStore) -> None:
    passages = [
        make_passage("a#1.0", municipality="Skövde"),
        make_passage("b#1.0", municipality="Örebro"),
    ]
    store.add(passages, _directions(2))

    assert [key for key, _ in store.nearest(_directions(2)[0], 5, "Örebro")] == ["b#1.0"]
    assert store.nearest(_directions(2)[0], 5, "Lund") == []


def test_an_empty_store_has_nothing_near(store: PassageStore) -> None:
    assert store.nearest(_directions(1)[0], 5) == []
    assert store.count() == 0
    assert list(store.passages()) == []


def test_no_more_than_the_limit_comes_back(store: PassageStore) -> None:
    store.add([make_passage(f"a#1.{row}") for row in range(3)], _directions(3))

    assert len(store.nearest(_directions(1)[0], 2)) == 2
    assert store.nearest(_directions(1)[0], 0) == []


def test_a_document_comes_back_with_its_vectors(store: PassageStore) -> None:
    passages = [
        make_passage("a#1.0", text="Ett.", document="a"),
        make_passage("b#1.0", document="b"),
        make_passage("a#1.1", text="Två.", document="a", municipality="Örebro"),
    ]
    store.add(passages, _directions(3))

    back, vectors = store.of_document("a")

    assert vectors.dtype == np.float32
    rows = {passage.key: tuple(vector) for passage, vector in zip(back, vectors, strict=True)}
    assert rows == {"a#1.0": tuple(_directions(3)[0]), "a#1.1": tuple(_directions(3)[2])}
    assert sorted(back, key=lambda passage: passage.key) == [passages[0], passages[2]]


def test_an_unknown_document_has_no_passages(store: PassageStore) -> None:
    passages, vectors = store.of_document("nobody")

    assert (passages, len(vectors)) == ([], 0)


def test_more_passages_than_a_batch_are_all_stored(store: PassageStore) -> None:
    rows = 2_300
    passages = [make_passage(f"a#1.{row}") for row in range(rows)]
    store.add(passages, np.random.default_rng(1).normal(size=(rows, 8)).astype(np.float32))

    assert store.count() == rows
    assert {passage.key for passage in store.passages()} == {each.key for each in passages}


def test_a_closed_store_is_whole_when_it_is_opened_again(tmp_path: Path) -> None:
    store = open_chroma(tmp_path, "whole", create=True)
    store.add([make_passage("a#1.0")], _directions(1))
    store.close()

    again = open_chroma(tmp_path, "whole")

    assert list(again.passages()) == [make_passage("a#1.0")]
    assert again.nearest(_directions(1)[0], 1)[0][0] == "a#1.0"


def test_a_folder_without_a_store_is_unavailable_and_stays_empty(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable):
        open_chroma(tmp_path, "nothing")

    assert list(tmp_path.iterdir()) == []


def test_a_server_that_does_not_answer_is_unavailable() -> None:
    with pytest.raises(StoreUnavailable) as caught:
        open_chroma(f"http://127.0.0.1:{free_port()}", "nothing")

    assert caught.value.details["location"].startswith("http://127.0.0.1")


def test_a_collection_deleted_from_a_server_is_gone(chroma_server: str) -> None:
    open_chroma(chroma_server, "short-lived", create=True)

    delete_collection(chroma_server, "short-lived")
    delete_collection(chroma_server, "short-lived")

    with pytest.raises(StoreUnavailable):
        open_chroma(chroma_server, "short-lived")
