"""What a report says in a message."""

from __future__ import annotations

from bot.channels.slack.blocks.report import report_message
from bot.services.reports.report import Report
from tests.unit.bot.channels.slack.desks import written
from tests.unit.bot.files.made import activity, made_report


def lines(report: Report) -> list[str]:
    return report_message(report).text.replace("\xa0", " ").splitlines()


def test_figures_tell_how_many_have_told_them_and_the_activities_of_both_years() -> None:
    told = lines(made_report())
    assert "Aktiviteter: 6 (2) · nr 1–5, 7 (90, 91)" in told
    assert "Deltagare: 76 (80) · uppgift från 4 av 6 · nr 1–4 (90, 91)" in told


def test_a_figure_that_nobody_has_told_names_no_activities() -> None:
    told = lines(made_report([activity(1)]))
    assert "Deltagare: uppgift saknas (80) · nr – (90, 91)" in told
    assert "Kostnad: kronor: uppgift saknas" in told


def test_every_sentence_that_demands_a_part_is_cited() -> None:
    message = written(report_message(made_report()))
    first = made_report().parts[0]
    assert first.sources == (1, 2)
    assert all(f"[{number}] " in message for number in first.sources)


def test_units_that_are_silent_are_told_from_those_that_others_spoke_for() -> None:
    report = made_report()
    part = report.parts[1].model_copy(update={"heard_below": ("Skolnämnden (Skolan)",)})
    message = written(report_message(report.model_copy(update={"parts": (part,)})))
    assert "Inget rapporterat: Vuxenutbildnings- och arbetsmarknadsnämnden och" in message
    assert "enheter som hör dit har rapporterat: Skolnämnden (Skolan)." in message
