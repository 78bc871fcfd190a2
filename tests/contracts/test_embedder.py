from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from knowledge.adapters.sentence_transformer import open_embedder
from knowledge.ports import Embedder
from tests.fakes.embedder import FakeEmbedder

TEXTS = ["Kommunen har vänorter.", "", "Nämnden rapporterar årligen till kommunstyrelsen. " * 40]


@pytest.fixture(params=[FakeEmbedder, open_embedder], ids=["fake", "packaged"], scope="module")
def make(request: pytest.FixtureRequest) -> Callable[[], Embedder]:
    make: Callable[[], Embedder] = request.param
    return make


@pytest.fixture(scope="module")
def embedder(make: Callable[[], Embedder]) -> Embedder:
    return make()


def test_a_row_a_text_of_unit_length(embedder: Embedder) -> None:
    vectors = embedder.embed_passages(TEXTS)

    assert vectors.dtype == np.float32
    assert vectors.shape == (3, embedder.embed_question("x").shape[0])
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1], abs=1e-5)


def test_no_texts_give_no_rows(embedder: Embedder) -> None:
    assert embedder.embed_passages([]).shape[0] == 0


def test_rows_keep_the_order_of_the_texts(embedder: Embedder) -> None:
    vectors = embedder.embed_passages(TEXTS)
    backwards = embedder.embed_passages(TEXTS[::-1])

    np.testing.assert_allclose(vectors, backwards[::-1], atol=1e-5)


def test_the_same_text_has_the_same_vector(embedder: Embedder) -> None:
    once, twice = embedder.embed_passages(["Kommunen har vänorter."] * 2)

    np.testing.assert_allclose(once, twice, atol=1e-6)


def test_a_question_is_a_unit_vector_near_the_passage_that_says_the_same(
    embedder: Embedder,
) -> None:
    question = embedder.embed_question("Kommunen har vänorter.")
    near, _, far = embedder.embed_passages(TEXTS)

    assert question.dtype == np.float32
    assert np.linalg.norm(question) == pytest.approx(1, abs=1e-5)
    assert question @ near > question @ far


def test_progress_ends_with_all_texts(embedder: Embedder) -> None:
    told: list[tuple[int, int]] = []
    embedder.embed_passages(TEXTS, lambda done, total: told.append((done, total)))

    assert told[-1] == (3, 3)


def test_the_identity_is_the_same_for_each_opening(make: Callable[[], Embedder]) -> None:
    assert make().identity == make().identity
