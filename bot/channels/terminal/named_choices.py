"""Values that are named in options, in Swedish or English."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from bot.channels.terminal.session import Session
from bot.channels.terminal.usage import WrongUsage
from bot.services.activities.sheets import plain
from knowledge.texts.catalogue import LANGUAGES, say

Kind = TypeVar("Kind", bound=StrEnum)


def named(option: str, text: str, kind: type[Kind], session: Session) -> Kind:
    """The value that ``text`` names: itself, or its word of the catalogue, ``word-<value>``, in any
    language. Raises WrongUsage, which tells the words there are.
    """
    for each in kind:
        words = (each.value, *(say(f"word-{each.value}", language) for language in LANGUAGES))
        if plain(text) in map(plain, words):
            return each
    known = ", ".join(session.say(f"word-{each.value}") for each in kind)
    raise WrongUsage(session.say("usage-parameter-choice", name=option, known=known))
