"""How far an occurrence has come, as a file."""

from __future__ import annotations

import csv
import io

from bot.channels.slack.blocks.broadcast_status import failure_words
from bot.domain.days import SWEDISH_TIME
from bot.files.safe_text import neutral
from bot.services.reminders.status import Line, OccurrenceState, Stand, UnitLines
from knowledge.texts.catalogue import say

COLUMNS = ("unit", "name", "state", "answer", "answered-at", "sent-at", "failure")


def status_csv(state: OccurrenceState, language: str) -> bytes:
    """One row a recipient, as UTF-8 with a byte order mark and semicolons, as a Swedish Excel opens
    them.
    """
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";")
    writer.writerow([say(f"broadcast-column-{each}", language) for each in COLUMNS])
    for unit in state.units:
        for line in unit.lines:
            writer.writerow([neutral(each) for each in _cells(unit, line, language)])
    return file.getvalue().encode("utf-8-sig")


def _cells(unit: UnitLines, line: Line, language: str) -> tuple[str, ...]:
    answer = line.recipient.answer
    said = ""
    if answer:
        said = say(f"answer-{answer.kind.value}", language)
        if answer.text:
            said = answer.text
        if answer.activity:
            said = say("stand-logged", language, number=str(answer.activity))
    is_failed = line.stand is Stand.FAILED
    return (
        unit.unit.name if unit.unit else "",
        line.recipient.name,
        say(f"stand-name-{line.stand.value}", language),
        said,
        f"{answer.at.astimezone(SWEDISH_TIME):%Y-%m-%d %H:%M}" if answer else "",
        f"{line.sent_at.astimezone(SWEDISH_TIME):%Y-%m-%d %H:%M}" if line.sent_at else "",
        failure_words(line.failure, language) if is_failed else "",
    )
