"""`policylots slack`."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import Annotated

import typer

from bot.channels.terminal.session import session_of

CHANNELS = "policylots.channels"
"""The group of entry points by which channels offer themselves, so that none imports another."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("slack", help="help-slack")(slack)


def slack(
    context: typer.Context,
    http: Annotated[bool, typer.Option("--http", help="help-slack-http")] = False,
) -> None:
    """Run the Slack channel until it is told to end."""
    session = session_of(context)
    [channel] = entry_points(group=CHANNELS, name="slack")
    channel.load()(session.application, session.settings, http=http)
