"""What options state of one record of a register, as the cells of a row that sheets have too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from bot.channels.terminal.session import Session
from bot.channels.terminal.usage import WrongUsage

if TYPE_CHECKING:
    from bot.services.activities.sheets import Row

Cells = dict[str, str]


@dataclass(frozen=True, kw_only=True)
class StatedCells:
    """The options of a record, one for each of its columns; None for what was not given."""

    def cells(self) -> Cells:
        """What was given, by column."""
        return {column: text for column, text in asdict(self).items() if text is not None}


def ask_missing(session: Session, cells: Cells, needed: Iterable[str], record: str) -> None:
    """At a terminal, ask for what is needed and not given; ``record`` begins the questions' keys.
    Raises Abort at the end of input.
    """
    if session.is_interactive:
        for column in needed:
            if not cells.get(column):
                cells[column] = session.ask(session.say(f"{record}-{column}"))


def row_of(cells: Cells, columns: Iterable[str]) -> Row:
    """A row whose columns are called as their options are."""
    from bot.services.activities.sheets import Row

    return Row(0, cells, {column: f"--{column.replace('_', '-')}" for column in columns})


def unusable(session: Session, row: Row) -> WrongUsage:
    """All that is wrong with a row of options, to be raised."""
    wrong = (
        f"{each.column or ''} {session.say(each.reason, **each.details)}".strip()
        for each in row.problems
    )
    return WrongUsage("; ".join(wrong))
