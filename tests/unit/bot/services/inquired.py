"""What the tests of questions share: inquiries over a database in memory."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from bot.domain.people import Preferences
from bot.domain.questions import ChannelSettings, LoggedQuestion
from bot.services.inquiries import Inquiries
from tests.fakes.storage import FakeDatabase
from tests.unit.bot.services.asked import START, TickingClock
from tests.unit.bot.services.opened import always, open_five

WHO = "Vem beslutar om vänortsavtal?"
PURPOSE = "Vad är syftet med det internationella arbetet?"


def make_inquiries(
    database: FakeDatabase,
    home: str | None = None,
    *,
    log_questions: bool = False,
    clock: Callable[[], datetime] | None = None,
) -> Inquiries:
    return Inquiries(
        always(open_five(home)),
        database.questions,
        database.settings,
        clock or TickingClock(),
        log_questions=log_questions,
    )


@pytest.fixture
def database() -> FakeDatabase:
    return FakeDatabase()


@pytest.fixture
def inquiries(database: FakeDatabase) -> Inquiries:
    return make_inquiries(database)


def cited(question: LoggedQuestion) -> set[str]:
    found = question.answer.citations or question.answer.nearest
    return {each.municipality for each in found}


def choose(database: FakeDatabase, channel: str | None = None, person: str | None = None) -> None:
    settings = ChannelSettings(municipality=channel)
    database.settings.set_channel("C1", settings, "U9", START)
    database.settings.prefer("U1", Preferences(municipality=person))
