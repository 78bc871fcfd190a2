"""What operators watch: counters and times, never who asked what."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

PREFIX = "policylots"


class Metrics:
    """The channel's metrics, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._deliveries = Counter(
            f"{PREFIX}_deliveries",
            "Deliveries from Slack by listener and outcome: done, put_off, failed, repeated.",
            ["listener", "outcome"],
            registry=self.registry,
        )
        self._seconds = Histogram(
            f"{PREFIX}_delivery_seconds",
            "Time from taking a delivery in to having dealt with it.",
            ["listener"],
            registry=self.registry,
        )
        self._questions = Counter(
            f"{PREFIX}_questions",
            "Questions by status and language.",
            ["status", "language"],
            registry=self.registry,
        )
        self.waiting = Gauge(
            f"{PREFIX}_inbox_waiting", "Deliveries not yet dealt with.", registry=self.registry
        )

    def delivered(self, listener: str, outcome: str) -> None:
        """Count a delivery."""
        self._deliveries.labels(listener, outcome).inc()

    def asked(self, status: str, language: str) -> None:
        """Count a question."""
        self._questions.labels(status, language).inc()

    @contextmanager
    def timing(self, listener: str) -> Iterator[None]:
        """Time what is done inside."""
        started = perf_counter()
        try:
            yield
        finally:
            self._seconds.labels(listener).observe(perf_counter() - started)
