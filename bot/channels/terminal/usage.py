"""What is wrong with how a command was called."""

from __future__ import annotations

import typer


class WrongUsage(typer.TyperException):
    """Options that do not go together, or are missing; the message is a text of the catalogue."""

    exit_code = 2
