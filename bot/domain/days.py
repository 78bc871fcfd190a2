"""The day in Sweden, where those who ask are, whatever the server's clock is set to."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

SWEDISH_TIME = ZoneInfo("Europe/Stockholm")


def swedish_day(moment: datetime) -> date:
    """The day on which an aware moment falls in Sweden."""
    return moment.astimezone(SWEDISH_TIME).date()
