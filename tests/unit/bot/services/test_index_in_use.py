from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from time import monotonic, sleep

import pytest

from bot.services.index_in_use import IndexInUse, OpenIndex
from knowledge.errors import IndexMismatch, IndexMissing
from tests.unit.bot.services.opened import open_five


class Folder:
    """Where indexes are published; ``fault`` is raised by opening, ``openings`` counts it."""

    def __init__(self) -> None:
        self.published: str | None = "one"
        self.fault: Exception | None = None
        self.openings = 0
        self.seconds = 0.0

    def open(self) -> OpenIndex:
        self.openings += 1
        sleep(0.01)
        if self.fault:
            raise self.fault
        return replace(open_five(), generation=self.published or "")


@pytest.fixture
def folder() -> Folder:
    return Folder()


@pytest.fixture
def index(folder: Folder) -> IndexInUse:
    """New ones are opened at once, as if nobody asked meanwhile."""
    return IndexInUse(
        lambda: folder.published, folder.open, lambda: folder.seconds, lambda work: work()
    )


def test_an_index_is_opened_when_it_is_first_used_and_once(
    folder: Folder, index: IndexInUse
) -> None:
    assert folder.openings == 0
    assert index.get() is index.get()
    assert folder.openings == 1


def test_threads_share_one_opening(folder: Folder, index: IndexInUse) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = {id(each) for each in pool.map(lambda _: index.get(), range(16))}
    assert (len(found), folder.openings) == (1, 1)


def test_a_new_generation_is_used_from_the_next_question_on(
    folder: Folder, index: IndexInUse
) -> None:
    assert index.get().generation == "one"
    folder.published = "two"
    assert index.get().generation == "two"
    assert index.get().generation == "two"
    assert folder.openings == 2


@pytest.mark.parametrize("fault", [IndexMismatch("made with another model"), OSError("a disk")])
def test_the_generation_before_is_used_on_while_the_new_one_cannot_be_opened(
    folder: Folder, index: IndexInUse, caplog: pytest.LogCaptureFixture, fault: Exception
) -> None:
    before = index.get()
    folder.published, folder.fault = "two", fault
    assert index.get() is before
    assert "one is used on" in caplog.text
    assert caplog.records[-1].levelno == logging.ERROR


def test_a_new_one_that_could_not_be_opened_is_tried_again_after_a_minute(
    folder: Folder, index: IndexInUse
) -> None:
    before = index.get()
    folder.published, folder.fault = "two", IndexMismatch("made with another model")
    assert index.get() is before
    folder.fault = None
    folder.seconds = 59
    assert index.get() is before
    folder.seconds = 60
    assert index.get().generation == "two"


def test_without_a_generation_before_the_reason_is_told(folder: Folder, index: IndexInUse) -> None:
    folder.fault = IndexMissing("no index")
    with pytest.raises(IndexMissing):
        index.get()
    folder.fault = None
    assert index.get().generation == "one"


def test_while_a_new_one_is_being_opened_nobody_waits_and_nobody_else_opens_it(
    folder: Folder,
) -> None:
    begun: list[Callable[[], None]] = []
    index = IndexInUse(lambda: folder.published, folder.open, begin=begun.append)
    before = index.get()
    folder.published = "two"
    assert [index.get() for _ in range(3)] == [before] * 3
    assert (len(begun), folder.openings) == (1, 1)
    begun[0]()
    assert index.get().generation == "two"
    assert (len(begun), folder.openings) == (1, 2)


def test_a_new_one_is_opened_in_a_thread_of_its_own(folder: Folder) -> None:
    index = IndexInUse(lambda: folder.published, folder.open)
    index.get()
    folder.published = "two"
    end = monotonic() + 10
    while index.get().generation == "one":
        assert monotonic() < end
    assert folder.openings == 2
