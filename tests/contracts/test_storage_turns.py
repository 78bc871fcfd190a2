from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import partial

import pytest

from bot.storage.turns import Turns


def _begin(action: Callable[[], None]) -> threading.Thread:
    """A thread that has come as far as it does by itself."""
    thread = threading.Thread(target=action)
    thread.start()
    time.sleep(0.02)
    return thread


def test_turns_are_taken_in_the_order_of_coming() -> None:
    turns = Turns(30)
    taken: list[int] = []

    def take(number: int) -> None:
        with turns.mine():
            taken.append(number)

    with turns.mine():
        waiting = [_begin(partial(take, number)) for number in range(6)]
    for thread in waiting:
        thread.join()

    assert taken == list(range(6))


def test_who_has_let_go_waits_behind_those_who_are_waiting() -> None:
    turns = Turns(30)
    taken: list[str] = []

    def take() -> None:
        with turns.mine():
            taken.append("other")

    with turns.mine():
        other = _begin(take)
    with turns.mine():
        taken.append("again")
    other.join()

    assert taken == ["other", "again"]


def test_who_waits_too_long_leaves_the_line_to_the_next() -> None:
    turns = Turns(0.05)
    failures: list[TimeoutError] = []

    def take() -> None:
        try:
            with turns.mine():
                pytest.fail("it was not its turn")
        except TimeoutError as error:
            failures.append(error)

    with turns.mine():
        _begin(take).join()
    with turns.mine():
        assert len(failures) == 1
