from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.adapters.lexical import build_lexical, open_lexical
from knowledge.errors import StoreUnavailable
from knowledge.ports import LexicalIndex
from tests.fakes.documents import make_passage


@pytest.fixture
def index(tmp_path: Path) -> LexicalIndex:
    rows = [
        (make_passage("a#1.0"), ["vänort"], ["kommun", "samverka"]),
        (make_passage("a#2.0"), ["syfte"], ["kommun", "vänort"]),
        (make_passage("b#1.0", municipality="Upplands-Bro"), ["syfte"], ["vänort", "vänort"]),
        (make_passage("b#2.0", municipality="Upplands-Bro"), [], ["in i vid", "§ 5", "ÅRLIG"]),
    ]
    assert build_lexical(tmp_path / "lexical", rows) == 4
    return open_lexical(tmp_path / "lexical")


def test_a_term_in_the_heading_counts_more_than_one_in_the_body(index: LexicalIndex) -> None:
    keys = [key for key, _ in index.search({"vänort": 1.0}, 10)]

    assert keys[0] == "a#1.0"
    assert set(keys) == {"a#1.0", "a#2.0", "b#1.0"}


def test_a_municipality_limits_the_search(index: LexicalIndex) -> None:
    assert [key for key, _ in index.search({"vänort": 1.0}, 10, "Upplands-Bro")] == ["b#1.0"]


def test_the_municipality_adds_nothing_to_the_score(index: LexicalIndex) -> None:
    everywhere = dict(index.search({"vänort": 1.0}, 10))
    [(key, score)] = index.search({"vänort": 1.0}, 10, "Upplands-Bro")

    assert score == pytest.approx(everywhere[key])


def test_the_weights_of_terms_decide(index: LexicalIndex) -> None:
    heavy = index.search({"samverka": 5.0, "syfte": 0.1}, 10)
    light = index.search({"samverka": 0.1, "syfte": 5.0}, 10)

    assert heavy[0][0] == "a#1.0"
    assert light[0][0] in {"a#2.0", "b#1.0"}


def test_no_terms_and_unknown_terms_find_nothing(index: LexicalIndex) -> None:
    assert index.search({}, 10) == []
    assert index.search({"kommun": 0.0}, 10) == []
    assert index.search({"okänd": 1.0}, 10) == []
    assert index.search({"kommun": 1.0}, 0) == []


def test_the_limit_holds(index: LexicalIndex) -> None:
    assert len(index.search({"vänort": 1.0}, 2)) == 2


def test_terms_are_taken_as_they_are(index: LexicalIndex) -> None:
    assert [key for key, _ in index.search({"in i vid": 1.0}, 10)] == ["b#2.0"]
    assert [key for key, _ in index.search({"§ 5": 1.0}, 10)] == ["b#2.0"]
    assert index.search({"årlig": 1.0}, 10) == []


def test_frequency_counts_passages_once_in_heading_or_body(index: LexicalIndex) -> None:
    assert index.frequency("vänort") == 3
    assert index.frequency("vänort", "Upplands-Bro") == 1
    assert index.frequency("syfte") == 2
    assert index.frequency("okänd") == 0


def test_an_index_of_nothing_can_be_asked(tmp_path: Path) -> None:
    build_lexical(tmp_path / "empty", [])

    assert open_lexical(tmp_path / "empty").search({"kommun": 1.0}, 5) == []


def test_a_missing_index_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable):
        open_lexical(tmp_path / "nothing")
