"""`policylots log` and `policylots correct`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from bot.channels.terminal import options
from bot.channels.terminal.session import session_of

if TYPE_CHECKING:
    from bot.channels.terminal.entries import Options


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("log", help="help-log")(log)
    app.command("correct", help="help-correct")(correct)


def log(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(help="help-log-text", metavar="TEXT", show_default=False),
    ] = None,
    municipality: options.Place = None,
    unit: options.Unit = None,
    kind: options.Kind = None,
    title: options.Title = None,
    first: options.First = None,
    last: options.Last = None,
    done: options.Done = None,
    partner: options.Partner = None,
    towns: options.Towns = None,
    country: options.Country = None,
    agreement: options.Agreement = None,
    participants: options.Participants = None,
    young: options.Young = None,
    cost: options.Cost = None,
    funding: options.Funding = None,
    effects: options.Effects = None,
    link: options.Link = None,
    goal: options.Goal = None,
    reason: options.Reason = None,
    draft: Annotated[bool, typer.Option("--draft", help="help-log-draft")] = False,
    yes: options.Yes = False,
) -> int:
    """Log an activity out of a text, options and questions."""
    from bot.channels.terminal.form import Form

    given = _options(
        {
            "unit": unit,
            "kind": kind,
            "title": title,
            "first": first,
            "last": last,
            "done": done,
            "cities": towns,
            "agreement": agreement,
            "participants": participants,
            "young": young,
            "cost": cost,
            "effects": effects,
            "link": link,
        },
        partner,
        country,
        funding,
        goal,
    )
    session = session_of(context)
    with session.desk() as desk:
        form = Form(session, desk, reason=reason, yes=yes)
        return form.log(" ".join(words or ()), municipality, given, draft=draft)


def correct(
    context: typer.Context,
    number: options.Number,
    unit: options.Unit = None,
    kind: options.Kind = None,
    title: options.Title = None,
    first: options.First = None,
    last: options.Last = None,
    done: options.Done = None,
    partner: options.Partner = None,
    towns: options.Towns = None,
    country: options.Country = None,
    agreement: options.Agreement = None,
    participants: options.Participants = None,
    young: options.Young = None,
    cost: options.Cost = None,
    funding: options.Funding = None,
    effects: options.Effects = None,
    link: options.Link = None,
    goal: options.Goal = None,
    reason: options.Reason = None,
    yes: options.Yes = False,
) -> int:
    """Change what an activity states; what is not given stays."""
    from bot.channels.terminal.form import Form

    given = _options(
        {
            "unit": unit,
            "kind": kind,
            "title": title,
            "first": first,
            "last": last,
            "done": done,
            "cities": towns,
            "agreement": agreement,
            "participants": participants,
            "young": young,
            "cost": cost,
            "effects": effects,
            "link": link,
        },
        partner,
        country,
        funding,
        goal,
    )
    session = session_of(context)
    with session.desk() as desk:
        return Form(session, desk, reason=reason, yes=yes).correct(number, given)


def _options(
    texts: dict[str, str | None],
    partners: Sequence[str] | None,
    countries: Sequence[str] | None,
    funding: Sequence[str] | None,
    goals: Sequence[int] | None,
) -> Options:
    from bot.channels.terminal.entries import Options

    listed = {"partners": partners, "countries": countries}
    # With a semicolon behind each, so that a comma stays part of its name.
    joined = {
        column: "".join(f"{each};" for each in many if each)
        for column, many in listed.items()
        if many is not None
    }
    return Options({**texts, **joined}, funding, goals)
