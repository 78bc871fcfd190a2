"""Until when a document holds, in words."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from bot.channels.slack.blocks.text import shown
from bot.services.sections import Validity
from knowledge.texts.catalogue import say

LONGEST = 150
"""Characters told of a validity that is no date."""

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def validity_words(validity: Validity | None, today: date, language: str) -> str:
    """Such as "gäller till 2027-12-31", "gällde till" if the day is over, "" if nothing is known.

    What is no date is told as the document has it.
    """
    if validity is None:
        return ""
    told = []
    if validity.valid_from and last_day(validity.valid_from):
        told.append(say("slack-valid-from", language, day=validity.valid_from))
    if validity.valid_until:
        told.append(_until(validity.valid_until, today, language))
    return ", ".join(told)


def has_expired(valid_until: str | None, today: date) -> bool:
    """Whether a document says that it holds until a day, month or year that is over."""
    last = last_day(valid_until or "")
    return last is not None and last < today


def last_day(written: str) -> date | None:
    """The last day of an ISO date, month or year; None for anything else."""
    found = _DAY.fullmatch(written.strip())
    if not found:
        return None
    year, month = int(found[1]), int(found[2] or 12)
    try:
        return date(year, month, int(found[3] or monthrange(year, month)[1]))
    except ValueError:
        return None


def _until(written: str, today: date, language: str) -> str:
    if last_day(written) is None:
        return say("slack-validity", language, words=shown(written, LONGEST))
    key = "slack-was-valid-until" if has_expired(written, today) else "slack-valid-until"
    return say(key, language, day=written)
