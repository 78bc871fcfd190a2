"""The options that state an activity, which several commands take."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import wraps
from inspect import Parameter, signature
from typing import TYPE_CHECKING

from bot.channels.terminal import options

if TYPE_CHECKING:
    from bot.channels.terminal.entries import Options


@dataclass(frozen=True, kw_only=True)
class Stated:
    """What was given of each; None for what was not."""

    unit: options.Unit = None
    kind: options.Kind = None
    title: options.Title = None
    first: options.First = None
    last: options.Last = None
    done: options.Done = None
    partner: options.Partner = None
    towns: options.Towns = None
    country: options.Country = None
    agreement: options.Agreement = None
    participants: options.Participants = None
    young: options.Young = None
    cost: options.Cost = None
    funding: options.Funding = None
    effects: options.Effects = None
    link: options.Link = None
    goal: options.Goal = None

    def options(self) -> Options:
        """The same by the columns of an activity."""
        from bot.channels.terminal.entries import Options

        columns = {
            "unit": self.unit,
            "kind": self.kind,
            "title": self.title,
            "first": self.first,
            "last": self.last,
            "done": self.done,
            "partners": _joined(self.partner),
            "cities": self.towns,
            "countries": _joined(self.country),
            "agreement": self.agreement,
            "participants": self.participants,
            "young": self.young,
            "cost": self.cost,
            "effects": self.effects,
            "link": self.link,
        }
        return Options(columns, self.funding, self.goal)


def taking_stated(command: Callable[..., int]) -> Callable[..., int]:
    """The command with options in the place of each parameter that is a dataclass of them: Typer
    makes options of nothing but a function's own parameters.
    """
    own = signature(command, eval_str=True)
    gathered = {
        each.name: each.annotation for each in filter(_is_gathered, own.parameters.values())
    }

    @wraps(command)
    def run(**given: object) -> int:
        for name, kind in gathered.items():
            given[name] = kind(**{each.name: given.pop(each.name) for each in fields(kind)})
        return command(**given)

    parameters = list(_with_options(own.parameters.values()))
    run.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    return run


def _with_options(parameters: Iterable[Parameter]) -> Iterator[Parameter]:
    for each in parameters:
        if _is_gathered(each):
            yield from signature(each.annotation, eval_str=True).parameters.values()
        else:
            yield each.replace(kind=Parameter.KEYWORD_ONLY)


def _is_gathered(parameter: Parameter) -> bool:
    return is_dataclass(parameter.annotation)


def _joined(names: Sequence[str] | None) -> str | None:
    """With a semicolon behind each, so that a comma stays part of its name."""
    return None if names is None else "".join(f"{each};" for each in names if each)
