"""The files of a played year."""

from __future__ import annotations

from bot.domain.reminders.working_time import WorkingTime
from tools.played_year.page import page
from tools.played_year.played import Played
from tools.played_year.rows import rows_of
from tools.played_year.sheet import sheet


def files_of(played: Played, working_time: WorkingTime) -> dict[str, bytes]:
    """A page and a sheet of the same rows, by name: those of the year, without what was sent
    before it began.
    """
    rows = [row for row in rows_of(played, working_time) if row.at.year == played.year]
    name = f"{played.place.files}-utskick-{played.year}"
    csv = f"{name}.csv"
    return {f"{name}.md": page(played, rows, csv).encode(), csv: sheet(rows)}
