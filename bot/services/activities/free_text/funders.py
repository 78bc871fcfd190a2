"""Who money comes from: the programmes of the EU, others who give, and the municipality itself."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from bot.domain.activities.activity import FundingSource
from bot.services.activities.free_text.found import without
from knowledge.model import Span, Value


class Funder(Value):
    """One of them. ``forms`` are regular expressions for what people call it; without a ``name``,
    the source says all.
    """

    source: FundingSource
    forms: tuple[str, ...]
    name: str | None = None


class Giver(NamedTuple):
    """A funder at a place of a text."""

    funder: Funder
    start: int
    end: int


_MONEY = (
    r"(?i:-(?:medel|bidrag(?:et)?|stöd(?:et)?|pengar(?:na)?|finansiering(?:en)?|finansierat|anslag(?:et)?"
    r"|fonder(?:na)?|funding|funds|grants?))?"
)
"""What makes a compound of a funder's name that means its money ("ESC-bidrag")."""


class _File(Value):
    funder: tuple[Funder, ...]


def givers(text: str) -> list[Giver]:
    """Every mention of a funder, in order; EU only where it is not part of a word."""
    return [
        Giver(_funders()[int(match.lastgroup[1:])], match.start(), match.end())
        for match in _pattern().finditer(text)
        if match.lastgroup is not None
    ]


def without_givers(text: str) -> str:
    """The text with every mention of a funder blanked out."""
    return without(text, [Span(start=each.start, end=each.end) for each in givers(text)])


@lru_cache(maxsize=1)
def _funders() -> tuple[Funder, ...]:
    source = files(__package__).joinpath("funders.toml").read_text("utf-8")
    return _File.model_validate(tomllib.loads(source)).funder


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """Forms in small letters match any case; those in capitals, as "LIFE", only their own."""
    groups = (
        f"(?P<f{index}>{'|'.join(map(_cased, funder.forms))})"
        for index, funder in enumerate(_funders())
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(groups)}){_MONEY}(?![\w-])")


def _cased(form: str) -> str:
    return f"(?i:{form})" if form == form.casefold() else form
