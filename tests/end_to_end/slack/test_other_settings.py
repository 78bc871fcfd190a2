"""A process of its own: without coordinators, secrets from files, questions in the log, and an
index of one long document that is replaced while it runs.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from tests.end_to_end.command import Run
from tests.end_to_end.slack.conftest import behaving
from tests.end_to_end.slack.process import eventually
from tests.end_to_end.slack.town import QUESTION, SENTENCE, Town, actions
from tests.fakes.slack import SlackServer

RULES = 250
LONG_QUESTION = "Vem godkänner resor till partnerstäder?"


def long_document() -> str:
    """Its second section is longer than a modal."""
    rules = (
        f"Regel {number}: varje förvaltning dokumenterar besök nummer {number} från utlandet och "
        "redovisar kostnader, deltagare och resultat i en kort rapport."
        for number in range(RULES)
    )
    return "\n\n".join(
        (
            "Policy för internationella kontakter",
            "Antagen av kommunfullmäktige i Mariestads kommun 2024-05-06",
            "1 Inledning",
            "Policyn gäller för Mariestads kommun.",
            "2 Regler för besök",
            "Kommunchefen godkänner resor till partnerstäder.",
            *rules,
            "3 Uppföljning",
            "Kommunstyrelsen följer upp policyn varje år.",
        )
    )


@pytest.fixture(scope="module")
def index(indexed: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data directory with the index of that document alone."""
    home = tmp_path_factory.mktemp("long")
    document = home / "mariestad-policy.txt"
    document.write_text(long_document(), "utf-8")
    done = indexed("index", str(document), POLICYLOTS_HOME=str(home))
    assert done.returncode == 0, done.stderr
    return home


@pytest.fixture(scope="module")
def elsewhere(index: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("elsewhere")
    with SlackServer() as slack:
        secrets = {"SLACK_BOT_TOKEN": slack.bot_token, "SLACK_APP_TOKEN": slack.app_token}
        for name, secret in secrets.items():
            (folder / name).write_text(f"{secret}\n", "utf-8")
        from_files = {f"{name}_FILE": str(folder / name) for name in secrets}
        settings = {
            **from_files,
            **dict.fromkeys(secrets, ""),
            "SLACK_COORDINATOR_CHANNEL": "",
            "LOG_QUESTIONS": "true",
        }
        town = Town(slack, index, folder, **settings)
        with town.bot as bot:
            yield town
            assert bot.stop() == 0
        for secret in secrets.values():
            assert secret not in bot.written()


@pytest.fixture
def town(elsewhere: Town) -> Iterator[Town]:
    with behaving(elsewhere):
        yield elsewhere


def test_the_log_has_the_questions_when_it_may(town: Town) -> None:
    eva = town.person()
    town.asks(eva, town.channel(eva), LONG_QUESTION)
    town.quiet()
    told = [each for each in town.bot.log() if each["event"] == "a question was answered"]
    assert LONG_QUESTION in {each["text"] for each in told}


def test_without_a_coordinators_channel_a_hand_over_is_refused_calmly(town: Town) -> None:
    eva = town.person()
    answer = town.asks(eva, town.channel(eva), LONG_QUESTION)
    told = town.whispered(eva.presses(answer, "hand_over"))
    assert told.shown.startswith("Det finns ingen kanal för samordnarna ännu")
    assert town.bot.rows("SELECT * FROM hand_over") == []


def test_a_long_section_is_shown_in_parts_from_the_quote_on(town: Town) -> None:
    eva = town.person()
    answer = town.asks(eva, town.channel(eva), LONG_QUESTION)
    assert "Kommunchefen" in answer.shown
    eva.presses(answer, "show_section:0")
    view = town.opened(eva, "section_view")
    assert "Kommunchefen godkänner resor till partnerstäder." in view.shown
    assert "Det här är del 1." in view.shown
    seen = view.shown
    while "turn_section:1" in actions(view):
        before = view.hash
        eva.presses(view, "turn_section:1")
        town.wait(lambda: view.hash != before)  # noqa: B023 - called before the next round
        seen += view.shown
    assert all(f"besök nummer {number} från" in seen for number in range(RULES))
    assert "turn_section:0" in actions(view)
    eva.presses(view, "turn_section:3")
    town.wait(lambda: "Kommunstyrelsen följer upp" in view.shown)


def test_health_is_told_on_a_port_of_its_own(town: Town) -> None:
    eva = town.person()
    town.asks(eva, town.channel(eva), LONG_QUESTION)
    town.quiet()
    assert town.bot.page("/healthz").status == 200
    ready = town.bot.page("/readyz")
    assert ready.status == 200
    assert {"database: ok", "slack: ok"} <= set(ready.text.splitlines())
    metrics = town.bot.page("/metrics").text
    for name in (
        'policylots_deliveries_total{listener="mention",outcome="done"}',
        'policylots_delivery_seconds_count{listener="mention"}',
        'policylots_questions_total{language="sv",status="answered"}',
        "policylots_inbox_waiting 0.0",
    ):
        assert name in metrics
    assert town.bot.page("/").status == 404


def test_a_new_index_is_taken_into_use_without_a_restart(
    town: Town, indexed: Run, index: Path
) -> None:
    eva = town.person()
    channel = town.channel(eva)
    old = town.asks(eva, channel, LONG_QUESTION)
    shipped = files("knowledge.documents").joinpath("orebro-internationell-policy.txt")
    done = indexed("index", str(shipped), POLICYLOTS_HOME=str(index))
    assert done.returncode == 0, done.stderr
    eventually(lambda: SENTENCE in town.asks(eva, channel, QUESTION).shown)
    told = town.whispered(eva.presses(old, "show_section:0"))
    assert "dokumenten har" in told.shown
