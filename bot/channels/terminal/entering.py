"""`policylots log` and `policylots correct`."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.channels.terminal import options
from bot.channels.terminal.session import session_of
from bot.channels.terminal.stated import Stated, taking_stated


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("log", help="help-log")(taking_stated(log))
    app.command("correct", help="help-correct")(taking_stated(correct))


def log(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(help="help-log-text", metavar="TEXT", show_default=False),
    ] = None,
    municipality: options.Place = None,
    *,
    stated: Stated,
    reason: options.Reason = None,
    draft: Annotated[bool, typer.Option("--draft", help="help-log-draft")] = False,
    yes: options.Yes = False,
) -> int:
    """Log an activity out of a text, options and questions."""
    from bot.channels.terminal.form import Form

    session = session_of(context)
    with session.desk() as desk:
        form = Form(session, desk, reason=reason, yes=yes)
        return form.log(" ".join(words or ()), municipality, stated.options(), draft=draft)


def correct(
    context: typer.Context,
    number: options.Number,
    *,
    stated: Stated,
    reason: options.Reason = None,
    yes: options.Yes = False,
) -> int:
    """Change what an activity states; what is not given stays."""
    from bot.channels.terminal.form import Form

    session = session_of(context)
    with session.desk() as desk:
        return Form(session, desk, reason=reason, yes=yes).correct(number, stated.options())
