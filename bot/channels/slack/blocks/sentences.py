"""Texts of the catalogue in which people are mentioned."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.channels.slack.blocks.elements import Block, mention, words, written_mention
from bot.channels.slack.blocks.text import Mrkdwn, clean, neutral
from knowledge.texts.catalogue import say

# Stands for a mention while the catalogue makes the sentence: characters that no text has.
_FIRST = 0xF0000
_MARK = re.compile("([\U000f0000-\U000f00ff])")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence for a rich text, and the same for a message's fallback."""

    inlines: tuple[Block, ...]
    written: Mrkdwn


def spoken(key: str, language: str, people: Mapping[str, str], **details: str | int) -> Spoken:
    """The text of ``key``; ``people`` are ids by the names of the details that mention them.

    Raises KeyError as ``say``.
    """
    marks = {name: chr(_FIRST + place) for place, name in enumerate(people)}
    identities = dict(zip(marks.values(), people.values(), strict=True))
    told = {name: _unmarked(value) for name, value in details.items()}
    parts = [part for part in _MARK.split(say(key, language, **told, **marks)) if part]
    return Spoken(
        inlines=tuple(
            mention(identities[part]) if part in identities else words(part) for part in parts
        ),
        written=Mrkdwn(
            "".join(
                written_mention(identities[part]) if part in identities else neutral(part)
                for part in parts
            )
        ),
    )


def _unmarked(value: str | int) -> str | int:
    return _MARK.sub("", clean(value)) if isinstance(value, str) else value
