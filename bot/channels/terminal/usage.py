"""What is wrong with how a command was called."""

from __future__ import annotations

import typer
from typer.core import TyperGroup

from knowledge.texts.catalogue import say


class WrongUsage(typer.TyperException):
    """Options that do not go together, or are missing; the message is a text of the catalogue."""

    exit_code = 2


def misuse(error: typer.TyperException, language: str) -> str:
    """What is wrong, in "sv" or "en": Typer itself, whose errors these are unless they are
    ``WrongUsage``, tells it in English only.
    """
    context: typer.Context | None = getattr(error, "ctx", None)
    option: str | None = getattr(error, "option_name", None)
    if isinstance(error, typer.BadParameter):
        is_missing = type(error) is not typer.BadParameter
        key = "usage-parameter-missing" if is_missing else "usage-parameter-unusable"
        limits = {} if is_missing else _limits(error)
        known = "" if is_missing else _choices(error)
        if known:
            return say("usage-parameter-choice", language, name=_name(error), known=known)
        if limits:
            key = "usage-parameter-between" if "highest" in limits else "usage-parameter-at-least"
        return say(key, language, name=_name(error), **limits)
    if option is not None:
        is_unknown = hasattr(error, "possibilities")
        key = "usage-option-unknown" if is_unknown else "usage-option-empty"
        return say(key, language, name=option)
    if context is not None and isinstance(context.command, TyperGroup):
        return say("usage-command-unknown", language, known=", ".join(context.command.commands))
    if context is not None:
        return say("usage-too-many", language)
    return error.format_message().rstrip(".")


def called(error: typer.TyperException) -> str | None:
    """The command that was called wrongly, with its name in the group; None if nobody knows."""
    context: typer.Context | None = getattr(error, "ctx", None)
    return context.command_path if context is not None else None


def _name(error: typer.BadParameter) -> str:
    """What a person types for a parameter: the option, or the argument's name."""
    if error.param is None:
        return str(error.param_hint or "")
    name = error.param.opts[0]
    return name if name.startswith("-") else name.upper()


def _choices(error: typer.BadParameter) -> str:
    """The values that a parameter takes, if they can be counted."""
    choices = error.param.type_descriptor.choices if error.param is not None else None
    return ", ".join(str(getattr(each, "value", each)) for each in choices or ())


def _limits(error: typer.BadParameter) -> dict[str, str]:
    """The ``lowest`` and ``highest`` number that a parameter takes, as far as it has them."""
    info = error.param.type_descriptor.parameter_info if error.param is not None else None
    limits = {"lowest": getattr(info, "min", None), "highest": getattr(info, "max", None)}
    return {name: str(limit) for name, limit in limits.items() if limit is not None}
