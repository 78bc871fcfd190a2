"""Whatever searches takes its turn: comparisons, responsibilities and suggestions as well."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from time import sleep
from typing import Any

import pytest

from bot.services import asking as module
from bot.services.comparing import compare
from bot.services.index_in_use import OpenIndex
from bot.services.prompts import suggested_questions
from bot.services.responsibilities import who_does
from knowledge.answering import Answerer
from tests.unit.bot.services.opened import five, opened

WHO = "Vem beslutar om vänortsavtal?"


class Crowd:
    """Tells how many were inside at the same time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._inside = 0
        self.most = 0

    @contextmanager
    def one(self) -> Iterator[None]:
        with self._lock:
            self._inside += 1
            self.most = max(self.most, self._inside)
        sleep(0.002)
        yield
        with self._lock:
            self._inside -= 1


@pytest.fixture
def crowd(monkeypatch: pytest.MonkeyPatch) -> Crowd:
    crowd, examine = Crowd(), Answerer.examine

    def crowded(*given: Any) -> Any:
        with crowd.one():
            return examine(*given)

    monkeypatch.setattr(Answerer, "examine", crowded)
    monkeypatch.setattr(module, "AT_ONCE", 2)
    return crowd


WAYS: dict[str, Callable[[OpenIndex], object]] = {
    "questions": lambda index: index.asking.ask_in(WHO, None),
    "comparisons": lambda index: compare(index.asking, WHO, "sv"),
    "responsibilities": lambda index: who_does(index.asking, "vänortsavtal", None),
    "suggestions": lambda index: suggested_questions(index, "Skara", "sv"),
}


@pytest.mark.parametrize("way", WAYS)
def test_only_so_many_search_at_the_same_time(crowd: Crowd, way: str) -> None:
    index = opened(five())
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda work: work(), [partial(WAYS[way], index)] * 6))
    assert crowd.most == 2
