"""Errors as people see them: the catalogue's sentence, never the error's own words."""

from __future__ import annotations

import logging
from uuid import uuid4

from knowledge.errors import InvalidInput, PolicylotsenError
from knowledge.texts.catalogue import say

_log = logging.getLogger(__name__)

REASONS = ("reason-", "unreadable-")
"""A detail that begins so is itself a key of the catalogue."""


def sentence(error: PolicylotsenError, language: str) -> str:
    """What happened and what to do. Raises KeyError when the error lacks a detail of its text."""
    details = {
        name: say(value, language, **error.details) if value.startswith(REASONS) else value
        for name, value in error.details.items()
    }
    if isinstance(error, InvalidInput) and type(error).key == InvalidInput.key:
        name = next(iter(error.details.values()), "?")
        details.setdefault("reason", say("reason-unusable", language, name=name))
    return say(error.key, language, **details)


def log_unexpected(error: Exception) -> str:
    """Log an error that nobody foresaw, and give the id it is found by in the log."""
    identity = uuid4().hex[:8]
    _log.error("error %s", identity, exc_info=error)
    return identity
