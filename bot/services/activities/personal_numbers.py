"""Finding what looks like a Swedish personal identity number in what people write."""

from __future__ import annotations

import re
from collections.abc import Iterator

from personnummer import personnummer

from bot.domain.activities.activity import Content

_LOOKS_LIKE_ONE = re.compile(r"(?<![\d-])(?:\d{2})?\d{6}[-+ ]?\d{4}(?![\d-])")


def holds_personal_number(content: Content) -> bool:
    """Whether any text of an activity holds one."""
    return any(personal_numbers(text) for text in _texts(content))


def personal_numbers(text: str) -> list[str]:
    """What has the form, the date and the check digit of a personal identity number or a
    coordination number (18 § folkbokföringslagen, 1991:481), as it is written.
    """
    found = (each[0] for each in _LOOKS_LIKE_ONE.finditer(text))
    return [each for each in found if personnummer.valid(each.replace(" ", ""))]


def _texts(content: Content) -> Iterator[str]:
    yield from (content.title, content.done, content.effects, content.agreement or "")
    yield from (*content.partners, *content.cities)
    yield from (each.name or "" for each in content.funding)
    yield from (each.reason for each in content.overrides)
    yield str(content.link or "")
