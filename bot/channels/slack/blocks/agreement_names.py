"""The ids by which buttons, inputs and views of agreements are known to the handlers."""

from __future__ import annotations

NEW = "new_agreement"
OPEN = "open_agreement"
CHANGE = "change_agreement"
END = "end_agreement"
HISTORY = "agreement_history"

FORM = "agreement_form"
VIEW = "agreement"

PERSON = "agreement_person"
"""The input of the person responsible who is in Slack; a name of another is a text."""


def field(column: str) -> str:
    """The id of the input of a column of an agreement."""
    return f"agreement_{column}"


def owner(municipality: str) -> str:
    """The id of the input of the unit, whose options are the municipality's own."""
    return f"{field('owner')}:{municipality}"
