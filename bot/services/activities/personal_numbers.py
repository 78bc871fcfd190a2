"""Finding what looks like a Swedish personal identity number in what people write."""

from __future__ import annotations

import re
from collections.abc import Iterator

from personnummer import personnummer

from bot.domain.activities.activity import Content

_DASH = r"[-+\u00ad\u2010-\u2015\u2212\ufe63\uff0d]"
"""Every mark that hand or word processor puts in the number's middle; a plus stands there from the
year in which somebody turns a hundred.
"""
_GAP = r"[^\S\r\n]{0,2}"
_LOOKS_LIKE_ONE = re.compile(
    rf"(?<!\d)(?<!\d{_DASH})(?:"
    rf"(?:18|19|20)?\d{{6}}{_GAP}{_DASH}?{_GAP}"
    rf"|(?:18|19|20)\d{{2}}{_DASH}\d{{2}}{_DASH}\d{{2}}{_GAP}{_DASH}{_GAP}"
    rf")\d{{4}}(?!\d)(?!{_DASH}\d)"
)
"""No part of a longer number, nor of two dates with a dash between them."""
_SHORT = 10
"""Digits without the century, which the number may be written with or without."""


def personal_numbers_of(content: Content) -> frozenset[str]:
    """Those in any text that is stated of an activity, as ``personal_numbers`` gives them."""
    return frozenset().union(*map(personal_numbers, _texts(content)))


def personal_numbers(text: str) -> frozenset[str]:
    """What has the form, the date and the check digit of a personal identity number or a
    coordination number (18 and 18 a §§ folkbokföringslagen, 1991:481): their last ten digits,
    however they are written.

    >>> personal_numbers("Eleven (19811228 – 9874) deltog")
    frozenset({'8112289874'})
    """
    found = (re.sub(r"\D", "", each[0]) for each in _LOOKS_LIKE_ONE.finditer(text))
    return frozenset(each[-_SHORT:] for each in found if personnummer.valid(each))


def _texts(content: Content) -> Iterator[str]:
    yield from (content.title, content.done, content.effects, content.agreement or "")
    yield from (*content.partners, *content.cities)
    yield from (each.name or "" for each in content.funding)
    yield str(content.link or "")
