from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answerability import AnswerFeatures
from knowledge.evidence import EvidenceFeatures
from knowledge.weights import ANSWERABLE, EVIDENCE, Weights

SHARES = st.floats(0, 1)


@pytest.mark.parametrize(
    ("weights", "features"),
    [(EVIDENCE, EvidenceFeatures._fields), (ANSWERABLE, AnswerFeatures._fields)],
)
def test_the_weights_stand_in_the_order_of_the_features(
    weights: Weights, features: tuple[str, ...]
) -> None:
    assert weights.names == features
    assert len(weights.weights) == len(features)
    assert all(math.isfinite(weight) for weight in (*weights.weights, weights.intercept))


@given(st.tuples(*[SHARES] * len(ANSWERABLE.names)))
def test_features_add_up_to_a_probability(features: tuple[float, ...]) -> None:
    assert 0 <= ANSWERABLE.probability(features) <= 1


def test_features_of_another_model_are_not_weighed() -> None:
    with pytest.raises(ValueError, match="zip"):
        EVIDENCE.probability((0.5,))


@pytest.mark.parametrize("name", ["coverage", "typed", "dense", "lexical"])
def test_a_passage_that_fits_better_is_stronger_evidence(name: str) -> None:
    nothing = EvidenceFeatures(*[0.0] * len(EVIDENCE.names))
    assert EVIDENCE.probability(nothing._replace(**{name: 1.0})) > EVIDENCE.probability(nothing)
    assert EVIDENCE.probability(nothing) < 0.01


@pytest.mark.parametrize("name", ["unspoken", "lacks", "year"])
def test_what_a_municipality_lacks_makes_an_answer_less_likely(name: str) -> None:
    nothing = AnswerFeatures(*[0.0] * len(ANSWERABLE.names))
    lacking = nothing._replace(**{name: 1.0})
    assert ANSWERABLE.probability(lacking) < ANSWERABLE.probability(nothing)
