"""A report in a message: its main figures, its parts with the sentences that demand them."""

from __future__ import annotations

from collections.abc import Iterator

from bot.channels.slack.blocks.elements import (
    Block,
    bullets,
    context,
    header,
    paragraph,
    rich,
    section,
    words,
)
from bot.channels.slack.blocks.fitting import Importance, Message, Piece, key, message, note
from bot.channels.slack.blocks.notices import plain_notice
from bot.channels.slack.blocks.quotes import reference_row, short_line
from bot.channels.slack.blocks.text import neutral, shown
from bot.files.wording import (
    NOTHING,
    compared_words,
    coverage_words,
    figure_label,
    short_ids,
    silent_lines,
)
from bot.services.reports.report import Chart, Part, Report
from bot.services.reports.selection import Figure
from knowledge.texts.catalogue import say

MOST_CHARTS = 4
"""Pictures below the message; the files have all charts."""

_LONGEST_HEADING, _LONGEST_SILENT = 200, 500


def report_message(report: Report) -> Message:
    """The main figures, each with the year before and the numbers of its activities."""
    language = report.language
    lines = list(_figures(report))
    parts = [
        key(header(report.title)),
        *(note(context(each)) for each in report.notes),
        key(rich(bullets(lines))) if lines else key(section(say("activities-none", language))),
        *_parts(report),
        key(context(say("slack-report-files", language))),
    ]
    written = ["".join(str(each["text"]) for each in line) for line in lines]
    return message([neutral(report.title), *map(neutral, written)], parts, language)


def progress_message(title: str, done: int, total: int, language: str) -> Message:
    """How far a report has come."""
    text = say("slack-report-progress", language, title=title, done=done, total=total)
    return plain_notice(text, language)


def charts_of(report: Report) -> list[Chart]:
    """The first charts of the report, each title once."""
    charts: dict[str, Chart] = {}
    for chart in (chart for part in report.parts for chart in part.charts):
        charts.setdefault(chart.title, chart)
    return list(charts.values())[:MOST_CHARTS]


def _figures(report: Report) -> Iterator[list[Block]]:
    language = report.language
    for line in report.figures:
        for figure in line.figures:
            label = shown(figure_label(line, figure, language), _LONGEST_HEADING)
            told = [compared_words(figure, language), _coverage(figure, language)]
            told.append(_behind(figure, language))
            yield [words(f"{label}: ", bold=True), words(" · ".join(filter(None, told)))]


def _coverage(figure: Figure, language: str) -> str:
    """How many activities tell it, where some do not."""
    if len(figure.activities) in (0, figure.selected) or not coverage_words(figure, language):
        return ""
    return say("file-told-by", language, coverage=coverage_words(figure, language))


def _behind(figure: Figure, language: str) -> str:
    """The activities behind it, those of the year before in brackets as their number is."""
    ids = short_ids(figure.activities, language)
    before = short_ids(figure.before_activities, language)
    if not (ids or before):
        return ""
    told = f"{ids or NOTHING} ({before})" if before else ids
    return say("slack-report-behind", language, ids=told)


def _parts(report: Report) -> Iterator[Piece]:
    """The headings, each above where its demand stands."""
    sources = {each.number: each.citation for each in report.sources}
    ordinal = 0
    if report.parts:
        told = words(say("slack-report-parts", report.language), bold=True)
        yield Piece(((rich(paragraph(told)),), ()), Importance.ROW)
    for part in report.parts:
        blocks = [_heading(part, report.language)]
        for number in part.sources:
            line = f"[{number}] {short_line(sources[number], report.language)}"
            blocks.append(reference_row(sources[number], line, ordinal, report.language))
            ordinal += 1
        yield Piece((tuple(blocks), tuple(blocks[:1]), ()), Importance.ROW)


def _heading(part: Part, language: str) -> Block:
    lines = (shown(each, _LONGEST_SILENT) for each in silent_lines(part, language))
    return section("\n".join([shown(part.heading, _LONGEST_HEADING), *lines]))
