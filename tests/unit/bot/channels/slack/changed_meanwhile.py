"""An office whose activities somebody else changes while a form is open."""

from __future__ import annotations

from typing import Any

import pytest

from bot.domain.activities.activity import Activity
from tests.unit.bot.channels.slack.desks import Office
from tests.unit.bot.channels.slack.filled import office_in_skovde


@pytest.fixture
def office() -> Office:
    return office_in_skovde()


def changed_by(office: Office, person: str, stored: Activity, **what: Any) -> Activity:
    """What somebody has made of it beside all forms."""
    office.directory.coordinators.add(person)
    content = stored.content.model_copy(update=what)
    return office.desk.log.correct(stored.id, stored.version, content, person)
