"""Help in the language of the interface: commands are declared with keys of the catalogue."""

from __future__ import annotations

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from knowledge.texts.catalogue import say

Command = TyperCommand | TyperGroup


def localised(app: typer.Typer, language: str) -> TyperGroup:
    """The commands of ``app`` with the texts of their help keys in ``language``."""
    group = typer.main.get_command(app)
    if not isinstance(group, TyperGroup):
        raise TypeError("one command is no group")
    _translate_all(group, language)
    return group


def _translate_all(group: TyperGroup, language: str) -> None:
    """The group, its commands, and those of the groups within it."""
    _translate(group, language)
    for command in group.commands.values():
        if isinstance(command, TyperGroup):
            _translate_all(command, language)
        elif isinstance(command, TyperCommand):
            _translate(command, language)
        if isinstance(command, TyperCommand | TyperGroup):
            command.rich_help_panel = say("panel-commands", language)


def _translate(command: Command, language: str) -> None:
    if command.help:
        command.help = say(command.help, language)
    for parameter in command.params:
        if isinstance(parameter, TyperOption | TyperArgument) and parameter.help:
            is_option = isinstance(parameter, TyperOption)
            parameter.help = say(parameter.help, language)
            parameter.rich_help_panel = say(
                "panel-options" if is_option else "panel-arguments", language
            )
    shown = command.get_help_option(typer.Context(command))
    if shown is not None:
        shown.help = say("help-help", language)
        shown.rich_help_panel = say("panel-options", language)
