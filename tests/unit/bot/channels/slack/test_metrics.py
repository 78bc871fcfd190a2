from __future__ import annotations

import math

from bot.channels.slack.answering import answer_in_thread
from bot.channels.slack.errors import ChannelUnavailable
from bot.channels.slack.metrics import Metrics
from bot.services.errors import StorageUnavailable
from tests.unit.bot.channels.slack.delivered import mention
from tests.unit.bot.channels.slack.desks import Office, occasion

WHO = "Vem beslutar om vänortsavtal?"


def value(metrics: Metrics, name: str, **labels: str) -> float | None:
    return metrics.registry.get_sample_value(f"policylots_{name}", labels)


def test_what_waits_is_looked_up_when_the_metrics_are_read() -> None:
    metrics, waiting = Metrics(), [3]
    metrics.watch_waiting(lambda: waiting[0])
    assert value(metrics, "inbox_waiting") == 3
    waiting[0] = 5
    assert value(metrics, "inbox_waiting") == 5


def test_without_a_database_the_other_metrics_are_told() -> None:
    def unknown() -> int:
        raise StorageUnavailable("gone", location="here")

    metrics = Metrics()
    metrics.delivered("mention", "done")
    metrics.watch_waiting(unknown)
    assert math.isnan(value(metrics, "inbox_waiting") or 0)
    assert value(metrics, "deliveries_total", listener="mention", outcome="done") == 1


def test_a_question_is_counted_once_at_whichever_attempt_it_is_answered() -> None:
    office = Office()
    person = office.directory.person("U1")

    def attempt(number: int) -> None:
        answer_in_thread(office.desk, occasion(mention(), number), person, WHO)

    office.messenger.faults = [ChannelUnavailable("503")]
    for number in (3, 4, 5):
        try:
            attempt(number)
        except ChannelUnavailable:
            assert number == 3
    counted = value(office.desk.metrics, "questions_total", status="answered", language="sv")
    assert counted == 1
