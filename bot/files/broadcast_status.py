"""How far an occurrence has come, as a file."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import datetime
from io import StringIO

from bot.domain.days import SWEDISH_TIME
from bot.domain.reminders.occurrence import Answer
from bot.files.safe_text import neutral
from bot.services.reminders.status import Line, OccurrenceState, Stand
from knowledge.texts.catalogue import say

COLUMNS = ("unit", "name", "state", "answer", "answered-at", "sent-at", "failure")


def status_csv(state: OccurrenceState, language: str, failure: Callable[[str], str] = str) -> bytes:
    """A row for each recipient, as Swedish Excel reads it: UTF-8 with a byte order mark, semicolons
    and CRLF between. ``failure`` says the channel's word for a failure.
    """
    written = StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow([say(f"broadcast-column-{each}", language) for each in COLUMNS])
    for unit in state.units:
        name = unit.unit.name if unit.unit else ""
        for line in unit.lines:
            told = failure(line.failure) if line.stand is Stand.FAILED and line.failure else ""
            cells = [name, *_cells(line, language), told]
            writer.writerow([neutral(each) for each in cells])
    return written.getvalue().encode("utf-8-sig")


def _cells(line: Line, language: str) -> Iterator[str]:
    answer = line.recipient.answer
    yield line.recipient.name
    yield say(f"stand-name-{line.stand.value}", language)
    yield _said(answer, language) if answer else ""
    yield _moment(answer.at if answer else None)
    yield _moment(line.sent_at)


def _said(answer: Answer, language: str) -> str:
    if answer.activity:
        return say("stand-logged", language, number=str(answer.activity))
    return answer.text or say(f"answer-{answer.kind.value}", language)


def _moment(at: datetime | None) -> str:
    return f"{at.astimezone(SWEDISH_TIME):%Y-%m-%d %H:%M}" if at else ""
