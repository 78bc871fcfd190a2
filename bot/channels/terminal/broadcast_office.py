"""What every command on broadcasts works with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from bot.channels.terminal.session import Session

if TYPE_CHECKING:
    from bot.channels.terminal.desk import Desk
    from bot.services.reminders.use_cases import Reminders

DONE, NOT_DONE = 0, 1

Number = Annotated[int, typer.Argument(help="help-remind-number", metavar="NUMBER")]
AsJson = Annotated[bool, typer.Option("--json", help="help-remind-json")]
Place = Annotated[str | None, typer.Option("--municipality", "-m", help="help-remind-place")]
OnlyPlace = Annotated[
    str | None, typer.Option("--municipality", "-m", help="help-remind-only-place")
]


@contextmanager
def office(session: Session) -> Iterator[tuple[Desk, Reminders]]:
    """The records and what is done with broadcasts."""
    from bot.channels.terminal.members import members_known

    with session.desk() as desk:
        members = members_known(session, desk.records)
        yield desk, desk.records.reminders(desk.rights, members)
