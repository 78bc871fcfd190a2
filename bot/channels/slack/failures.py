"""Slack's errors as the channel's."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPException

from slack_sdk.errors import SlackApiError, SlackClientError

from bot.channels.slack.errors import BlocksRefused, ChannelRefused, ChannelUnavailable

BLOCKS = frozenset(("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"))
"""What Slack says of blocks that it does not take."""

_SERVERS = frozenset(("internal_error", "fatal_error", "service_unavailable", "ratelimited"))


@contextmanager
def failures() -> Iterator[None]:
    """Slack's errors as the channel's."""
    try:
        yield
    except SlackApiError as error:
        status = getattr(error.response, "status_code", 200)
        code = code_of(error)
        if status >= 500 or status == 429 or code in _SERVERS:
            raise ChannelUnavailable(f"{status} {code}") from error
        raise refused(_explained(error), code) from error
    except (SlackClientError, OSError, HTTPException) as error:
        raise ChannelUnavailable(type(error).__name__) from error


def refused(said: str, code: str) -> ChannelRefused:
    """The error for what Slack's word ``code`` says."""
    return (BlocksRefused if code in BLOCKS else ChannelRefused)(said, code)


def code_of(error: Exception) -> str:
    """Slack's word for an error; never what was sent."""
    if isinstance(error, SlackApiError):
        data = error.response.data if hasattr(error.response, "data") else error.response
        return str(data.get("error", "unknown")) if isinstance(data, Mapping) else "unknown"
    return type(error).__name__


def code_of_reply(body: str) -> str | None:
    """The error in a response_url's reply, which is "ok", an error's code, or JSON with either."""
    if body.strip() == "ok":
        return None
    try:
        told = json.loads(body)
    except ValueError:
        return body.strip()[:80]
    if not isinstance(told, dict):
        return body.strip()[:80]
    return None if told.get("ok", True) else str(told.get("error", "unknown"))


def _explained(error: SlackApiError) -> str:
    """The code with what Slack says of it."""
    data = getattr(error.response, "data", error.response)
    details = data.get("response_metadata", {}) if isinstance(data, Mapping) else {}
    needed = data.get("needed") if isinstance(data, Mapping) else None
    return " ".join(str(each) for each in (code_of(error), needed, details.get("messages")) if each)
