"""The benchmarks of indexing and answering, each in little, and the page that they fill in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks import latency, scale, throughput
from tests.benchmarks.all import MEASUREMENTS, PAGE, with_table
from tests.benchmarks.corpus import shipped_documents, write_corpus


def test_latency_is_measured_on_both_sides() -> None:
    table = latency.run(quick=True)

    assert "| answer |" in table
    assert "| encoder alone |" in table


def test_throughput_is_measured_on_both_sides() -> None:
    table = throughput.run(quick=True)

    assert "| whole index |" in table
    assert "| share of the encoder's speed |" in table


def test_a_corpus_of_twice_the_size_is_built_and_asked() -> None:
    table = scale.run(quick=True)

    assert "| documents | 10 |" in table
    assert "| answer for all municipalities, p50 |" in table


def test_beyond_the_embedded_sizes_vectors_are_perturbed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scale, "MOST_EMBEDDED", 1)
    monkeypatch.setattr(scale, "_in_own_process", lambda function, *args: function(*args))

    measured = scale.measure(2, 3)

    assert measured.built.documents == 10
    assert len(measured.answered.one) == 3


def test_the_page_has_a_place_for_every_measurement() -> None:
    page = PAGE.read_text("utf-8")

    for name in MEASUREMENTS:
        page = with_table(page, name, f"| {name} measured |\n")
        assert f"| {name} measured |" in page


def test_a_page_without_a_place_is_refused() -> None:
    with pytest.raises(ValueError, match="no place for scale"):
        with_table("# A page", "scale", "")


def test_a_made_corpus_is_the_same_each_time(tmp_path: Path) -> None:
    folders = [tmp_path / "first", tmp_path / "second"]
    for folder in folders:
        assert write_corpus(folder, 2) == 10

    first, second = ({file.name: file.read_bytes() for file in f.iterdir()} for f in folders)
    assert first == second
    assert not {each.text.encode() for each in shipped_documents()} & set(first.values())
