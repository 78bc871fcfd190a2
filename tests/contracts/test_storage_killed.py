from __future__ import annotations

from tests.contracts.killed_log import kill_and_look


def test_kills_lose_nothing_and_leave_nothing_half_stored(made_address: str) -> None:
    kill_and_look(made_address, 6)
