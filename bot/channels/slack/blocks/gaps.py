"""The gap list for coordinators: in a modal, and as a file for a spreadsheet."""

from __future__ import annotations

import csv
import io

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.elements import (
    Block,
    actions,
    button,
    day,
    paragraph,
    rich,
    section,
    words,
)
from bot.channels.slack.blocks.feedback import reason_name
from bot.channels.slack.blocks.fitting import View, key, modal, rows
from bot.channels.slack.blocks.text import shown
from bot.domain.days import swedish_day
from bot.files.safe_text import neutral
from bot.services.gaps import Gap, GapReport
from knowledge.texts.catalogue import say

MOST_GAPS = 60
"""Shown in the modal, which holds 100 blocks; the file has all."""

COLUMNS = (
    "municipality",
    "question",
    "also",
    "times",
    "refused",
    "disliked",
    "last",
    "reasons",
    "comments",
)


def gaps_view(report: GapReport, language: str, *, is_sent: bool = False) -> View:
    """The gaps, those asked most first."""
    day_of_it = swedish_day(report.since).isoformat()
    asked = sum(gap.times for gap in report.gaps)
    intro = say("slack-gaps-intro", language, count=asked, day=day_of_it)
    parts = [key(section(intro))]
    if is_sent:
        parts.append(key(section(say("slack-gaps-sent", language))))
    if report.gaps:
        export = button(say("slack-gaps-export", language), names.EXPORT_GAPS)
        shown_gaps = [_gap(gap, language) for gap in report.gaps[:MOST_GAPS]]
        parts += [
            key(actions([export])),
            rows(shown_gaps, language, max(len(report.gaps) - MOST_GAPS, 0)),
        ]
    return modal(say("slack-gaps-title", language), names.GAPS_VIEW, parts, language)


def gaps_csv(report: GapReport, language: str) -> bytes:
    """All gaps as UTF-8 with a byte order mark and semicolons, as a Swedish Excel opens them."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";")
    writer.writerow([say(f"slack-column-{column}", language) for column in COLUMNS])
    for gap in report.gaps:
        writer.writerow([neutral(each) for each in _cells(gap, language)])
    return file.getvalue().encode("utf-8-sig")


def _gap(gap: Gap, language: str) -> Block:
    first, *others = gap.questions
    counted = [say("slack-gap-times", language, count=gap.times)]
    if gap.refused:
        counted.append(say("slack-gap-refused", language, count=gap.refused))
    if gap.disliked:
        counted.append(say("slack-gap-disliked", language, count=gap.disliked))
    counted += [reason_name(reason, language) for reason in gap.reasons]
    place = f"{shown(gap.municipality, 150)} · " if gap.municipality else ""
    last = say("slack-gap-last", language)
    lines = [
        words(shown(first, 400), bold=True),
        words(f"\n{place}{' · '.join(counted)} · {last} "),
        day(gap.last_asked_at),
    ]
    if others:
        told = say("slack-gap-also", language, questions=shown(" · ".join(others), 500))
        lines.append(words(f"\n{told}"))
    if gap.comments:
        told = say("slack-gap-comments", language, comments=shown(" · ".join(gap.comments), 700))
        lines.append(words(f"\n{told}", italic=True))
    return rich(paragraph(*lines))


def _cells(gap: Gap, language: str) -> tuple[str, ...]:
    first, *others = gap.questions
    return (
        gap.municipality or say("slack-all-municipalities", language),
        first,
        " | ".join(others),
        str(gap.times),
        str(gap.refused),
        str(gap.disliked),
        swedish_day(gap.last_asked_at).isoformat(),
        " | ".join(reason_name(reason, language) for reason in gap.reasons),
        " | ".join(gap.comments),
    )
