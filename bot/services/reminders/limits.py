"""When messages may be sent, and how many."""

from __future__ import annotations

from datetime import time

from pydantic import Field

from bot.domain.reminders.schedule import LocalTime
from knowledge.model import Value


class Limits(Value):
    """``opens`` and ``closes`` bound the working time; a broadcast to ``second_yes_from``
    recipients or more needs a second coordinator; ``a_day`` is how many recipients the broadcasts
    of a municipality may reach a day.
    """

    opens: LocalTime = time(8)
    closes: LocalTime = time(17)
    second_yes_from: int = Field(default=200, ge=1)
    a_day: int = Field(default=5_000, ge=1)


USUAL = Limits()
"""Those that hold where nothing is set."""
