"""One thread at a time, in the order in which they came."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """A lock that is fair, which ``threading.Lock`` is not: who has just let go gets it again."""

    def __init__(self, patience: float) -> None:
        """``patience`` is how many seconds a thread waits."""
        self._patience = patience
        self._line: deque[threading.Event] = deque()
        self._changing = threading.Lock()

    @contextmanager
    def mine(self) -> Iterator[None]:
        """Wait for one's turn. Raises TimeoutError."""
        turn = threading.Event()
        with self._changing:
            self._line.append(turn)
            self._line[0].set()
        try:
            if not turn.wait(self._patience):
                raise TimeoutError("too many are waiting for their turn")
            yield
        finally:
            with self._changing:
                self._line.remove(turn)
                if self._line:
                    self._line[0].set()
