"""The steps that all imports of sheets share: the municipality, what is wrong, and a yes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bot.channels.terminal.session import Session
from bot.channels.terminal.usage import WrongUsage

if TYPE_CHECKING:
    from bot.services.activities.sheets import Problem

DONE, NOT_DONE = 0, 1


def known_place(session: Session, place: str | None) -> str:
    """A municipality that can be told. Raises WrongUsage where it cannot."""
    if place is None:
        raise WrongUsage(session.say("usage-municipality-missing"))
    return place


def show_problems(session: Session, problems: Iterable[Problem]) -> None:
    """One a line: where it is, what is wrong and how to write it."""
    for each in problems:
        session.show_text(
            "import-problem",
            line=str(each.line),
            column=each.column or "none",
            reason=session.say(each.reason, **each.details),
        )


def not_agreed(session: Session, question: str, *, yes: bool) -> int | None:
    """With what the command ends where nobody says yes to what was shown, and nothing is stored;
    None where somebody does, or gave ``yes``. Where nobody can be asked, it was only to be shown.
    """
    if yes:
        return None
    if not session.is_interactive:
        session.tell(session.say("import-dry-run"))
        return DONE
    if session.confirms(question):
        return None
    session.tell(session.say("record-not-stored"))
    return NOT_DONE
