"""Who logs activities is killed at any moment; nothing is lost or half stored."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.storage.database import file_address
from tests.contracts.killed_log import kill_and_look


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_a_hundred_kills_lose_nothing_and_leave_nothing_half_stored(tmp_path: Path) -> None:
    kill_and_look(file_address(tmp_path), 100)
