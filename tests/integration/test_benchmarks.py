from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks import activities, latency, reminders, scale, slack_load, throughput
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


def test_people_who_ask_at_once_are_measured_in_both_modes_and_none_is_lost() -> None:
    table = slack_load.run(quick=True)

    assert "| Socket Mode |" in table
    assert "| HTTP |" in table
    assert table.count("| 0 of 8 |") == 2


def test_a_log_of_activities_is_filled_listed_reported_on_and_backed_up() -> None:
    table = activities.run(quick=True)

    assert "| 2,000 activities | SQLite |" in table
    assert "| report on a municipality's year |" in table
    assert "| size of the backup |" in table


def test_a_broadcast_is_planned_and_sent() -> None:
    table = reminders.run(quick=True)

    assert "| 300 recipients | SQLite |" in table
    assert "| planning it |" in table
    assert "| sending all, 4 threads |" in table


def test_a_corpus_of_five_times_the_size_is_built_and_asked() -> None:
    table = scale.run(quick=True)

    assert "| documents | 25 |" in table
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
