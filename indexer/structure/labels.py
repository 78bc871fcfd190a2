"""The labels of an action plan: measure, participants, time and responsible, under many names."""

from __future__ import annotations

import re
from enum import StrEnum

from indexer.structure.patterns import LABELLED


class ActionField(StrEnum):
    """The parts of an action item."""

    MEASURE = "measure"
    PARTICIPANTS = "participants"
    TIME = "time"
    RESPONSIBLE = "responsible"


LABELS = {
    ActionField.MEASURE: r"åtgärd(?:er)?|aktivitet(?:er)?|insats(?:er)?|action|measure|activity",
    ActionField.PARTICIPANTS: r"medverkande|deltagare|berörda|målgrupp|samverkan|participants",
    ActionField.TIME: r"tidpunkt|tid|tids?plan|när|klart|senast|slutdatum|when|deadline|timing",
    ActionField.RESPONSIBLE: (
        r"ansvariga?|ansvar|ansvarig (?:nämnd|funktion|enhet)|vem|responsible|owner"
    ),
}
"""Words of Swedish and English action plans for each field, as regular expressions."""

_FIELDS = {field: re.compile(rf"^(?:{words})$", re.I) for field, words in LABELS.items()}


def field_of(line: str) -> ActionField | None:
    """Which field of an action item a labelled line fills ("Tidpunkt: 2017"), if any."""
    found = LABELLED.match(line)
    return field_named(found["label"]) if found else None


def field_named(label: str) -> ActionField | None:
    """The field that a label or a column heading names."""
    bare = label.strip(" :*0123456789")
    return next((field for field, pattern in _FIELDS.items() if pattern.match(bare)), None)


def opens_action(line: str) -> bool:
    """Whether a line begins an action item."""
    return field_of(line) is ActionField.MEASURE


def action_columns(row: str) -> tuple[ActionField | None, ...] | None:
    """The fields of a table's columns, if its heading row (cells by tabs) is an action plan's.

    That takes a column for the measure and one for who or when.
    """
    columns = tuple(field_named(cell) for cell in row.split("\t"))
    wanted = {ActionField.TIME, ActionField.RESPONSIBLE}
    is_plan = ActionField.MEASURE in columns and wanted & set(columns)
    return columns if is_plan else None
