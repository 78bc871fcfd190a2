"""An answer for the terminal: its sentence, quotes and citation lines, set apart by style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from knowledge.model import Answer


def answer_text(answer: Answer) -> Text:
    """The answer's text, the first sentence strong and what stands below the quotes faint."""
    shown = Text()
    for number, line in enumerate(answer.text.splitlines()):
        shown.append("\n" if number else "")
        shown.append(line, style=_style(line, is_first=number == 0))
    return shown


def print_answer(answer: Answer, console: Console) -> None:
    """Words wrap at the terminal's width; for other programs lines stay whole."""
    console.print(answer_text(answer), soft_wrap=not console.is_terminal)


def _style(line: str, *, is_first: bool) -> str:
    if is_first:
        return "bold"
    return "dim" if line.startswith("— ") else ""
