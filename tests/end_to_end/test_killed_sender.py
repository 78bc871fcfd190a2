"""Who sends is killed at any moment while Slack fails: nothing is lost, nothing comes twice.

``make reminders-kill-test`` runs the long proof.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.storage.database import file_address
from tests.end_to_end.killed_sender import Figures, kill_senders
from tests.postgres import serving

KILLS, DELIVERIES = 1_000, 20_000
FEW_KILLS, FEW_DELIVERIES = 15, 200


@pytest.fixture(scope="module")
def postgres_address() -> Iterator[str]:
    with serving() as server:
        yield server.new_database()


def is_flawless(figures: Figures) -> bool:
    sys.stderr.write(f"\n{figures}\n")
    return (figures.lost, figures.doubled, figures.differing) == (0, 0, 0)


def test_kills_lose_no_message_and_double_none_with_sqlite(tmp_path: Path) -> None:
    figures = kill_senders(
        file_address(tmp_path),
        tmp_path / "notes",
        kills=FEW_KILLS,
        deliveries=FEW_DELIVERIES,
        workers=1,
        flawless=3,
    )
    assert is_flawless(figures)


def test_kills_lose_no_message_and_double_none_with_two_workers_at_postgresql(
    postgres_address: str, tmp_path: Path
) -> None:
    figures = kill_senders(
        postgres_address,
        tmp_path / "notes",
        kills=FEW_KILLS,
        deliveries=FEW_DELIVERIES,
        workers=2,
        flawless=3,
    )
    assert is_flawless(figures)


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_a_thousand_kills_lose_no_message_and_double_none_with_sqlite(tmp_path: Path) -> None:
    figures = kill_senders(
        file_address(tmp_path), tmp_path / "notes", kills=KILLS, deliveries=DELIVERIES, workers=1
    )
    assert is_flawless(figures)


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_a_thousand_kills_lose_no_message_and_double_none_with_two_workers_at_postgresql(
    postgres_address: str, tmp_path: Path
) -> None:
    figures = kill_senders(
        postgres_address, tmp_path / "notes", kills=KILLS, deliveries=DELIVERIES, workers=2
    )
    assert is_flawless(figures)
