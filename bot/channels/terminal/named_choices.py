"""Values that are named in options, in Swedish or English."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from bot.channels.terminal.session import Session
from bot.channels.terminal.usage import WrongUsage
from bot.services.activities.sheets import plain
from knowledge.texts.catalogue import LANGUAGES, say

Kind = TypeVar("Kind", bound=StrEnum)


def named(option: str, text: str, kinds: Iterable[Kind], session: Session) -> Kind:
    """The one of ``kinds`` that ``text`` names: itself, or its word of the catalogue,
    ``word-<value>``, in any language. Raises WrongUsage, which tells the words there are.
    """
    choices = list(kinds)
    for each in choices:
        words = (each.value, *(say(f"word-{each.value}", language) for language in LANGUAGES))
        if plain(text) in map(plain, words):
            return each
    known = ", ".join(session.say(f"word-{each.value}") for each in choices)
    raise WrongUsage(session.say("usage-parameter-choice", name=option, known=known))
