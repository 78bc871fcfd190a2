"""One run of ``policylots``: routing, and what becomes of errors.

Exit codes: 0 done, 1 an error that is explained, 2 wrong usage or some files left out,
70 an unforeseen error (in the log by its id), 130 interrupted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import typer

from bot.channels.terminal import (
    activities,
    agreements,
    asking,
    calendar,
    contacts,
    entering,
    evaluating,
    importing,
    indexing,
    listing,
    records,
    reminders,
    reports,
    serving,
    units,
)
from bot.channels.terminal.help_texts import localised
from bot.channels.terminal.problems import log_unexpected, sentence
from bot.channels.terminal.session import Session
from bot.channels.terminal.usage import called, misuse
from bot.interface_language import interface_language
from knowledge.errors import PolicylotsenError

PROGRAM = "policylots"
EXPLAINED, UNFORESEEN, INTERRUPTED = 1, 70, 130

_GROUPS = (
    *(indexing, asking, listing, evaluating, serving),
    *(entering, activities, agreements, reports, importing, units),
    *(contacts, reminders, calendar, records),
)


def run(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run one command and give its exit code."""
    session = Session(interface_language(environment))
    try:
        return _carried_out(arguments or ["--help"], session)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except typer.TyperException as error:
        command = called(error) or session.command or PROGRAM
        reason = misuse(error, session.language)
        session.tell(session.say("error-usage", reason=reason, command=command))
        return error.exit_code
    except PolicylotsenError as error:
        return _explained(error, session)
    except Exception as error:  # noqa: BLE001 - the last resort: nobody is shown a traceback
        return _unforeseen(error, session, UNFORESEEN)


def commands() -> typer.Typer:
    """All commands; their help texts are keys of the catalogue."""
    app = typer.Typer(help="help-app", add_completion=False, pretty_exceptions_enable=False)
    for group in _GROUPS:
        group.register(app)
    return app


def _carried_out(arguments: Sequence[str], session: Session) -> int:
    command = localised(commands(), session.language)
    code = command.main(args=list(arguments), prog_name=PROGRAM, standalone_mode=False, obj=session)
    return int(code or 0)


def _explained(error: PolicylotsenError, session: Session) -> int:
    try:
        session.tell(sentence(error, session.language))
    except KeyError:
        return _unforeseen(error, session, EXPLAINED)
    return EXPLAINED


def _unforeseen(error: Exception, session: Session, code: int) -> int:
    session.tell(session.say("error-unexpected", id=log_unexpected(error)))
    return code
