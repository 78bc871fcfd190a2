"""What operators watch: counters and times, never who asked what."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import timedelta

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from bot.services.errors import StorageUnavailable

PREFIX = "policylots"

SECONDS = (0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 20, 30, 60, 300, 1_800, 14_400)
"""The steps of times: three seconds are what a form has, the last ones are an outage."""


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
            "Time from a delivery's receipt until it is dealt with, waiting and pauses included.",
            ["listener"],
            buckets=SECONDS,
            registry=self.registry,
        )
        self._questions = Counter(
            f"{PREFIX}_questions",
            "Questions by status and language.",
            ["status", "language"],
            registry=self.registry,
        )
        self._waiting = Gauge(
            f"{PREFIX}_inbox_waiting", "Deliveries not yet dealt with.", registry=self.registry
        )

    def delivered(self, listener: str, outcome: str) -> None:
        """Count a delivery."""
        self._deliveries.labels(listener, outcome).inc()

    def asked(self, status: str, language: str) -> None:
        """Count a question."""
        self._questions.labels(status, language).inc()

    def took(self, listener: str, time: timedelta) -> None:
        """Record how long a delivery took, from its receipt on."""
        self._seconds.labels(listener).observe(time.total_seconds())

    def watch_waiting(self, waiting: Callable[[], int]) -> None:
        """Tell at each look at the metrics how many deliveries are ``waiting``."""

        def told() -> float:
            try:
                return waiting()
            except StorageUnavailable:
                return math.nan

        self._waiting.set_function(told)
