"""Tables at the terminal."""

from __future__ import annotations

from bot.channels.terminal.tables import figures_table
from bot.services.reports.report import Line
from tests.unit.bot.files.made import made_report


def test_the_figures_of_a_report_name_all_activities_behind_them() -> None:
    report = made_report()
    figure = report.figures[0].figures[0].model_copy(update={"activities": (1, 2, 3, 5, 7, 9, 11)})
    line = Line(label="Aktiviteter", figures=(figure,))
    table = figures_table(report.model_copy(update={"figures": (line,)}))
    (told,) = table.columns[-1].cells
    assert str(told) == "1–3, 5, 7, 9, 11"
