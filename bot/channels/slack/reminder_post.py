"""Reminders' way to people: a direct message each, which can be found again.

https://docs.slack.dev/reference/methods/chat.postMessage tells the errors.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from http.client import HTTPException
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.channels.slack.blocks.fitting import Message
from bot.channels.slack.failures import BLOCKS, code_of
from bot.channels.slack.refusals import NOBODY_THERE, UNKNOWN, refusal
from bot.channels.slack.single_request import NotWritten, Reply, Unanswered, request_once
from bot.domain.reminders.dispatch import Dispatch
from bot.services.errors import InDoubt, NotMade, NotSent, Unreachable
from bot.services.reminders.pauses import Steady, steady_seconds
from bot.services.reminders.ports import Arrived, Outgoing

_log = logging.getLogger(__name__)

METADATA = "policylotsen_reminder"
"""The type of the metadata that holds a dispatch's key."""

LONGEST = timedelta(minutes=1)
"""Ten seconds until all is written; the rest for a proxy and for Slack."""

WRITTEN_SHARE = 6
"""In the first sixth of that a request is written, or not at all."""

READ_SECONDS = 10
PAGE = 200
"""Messages read at once: no more are recommended
(https://docs.slack.dev/reference/methods/conversations.history).
"""


class SlackReminderPost:
    """``ports.Post`` over Slack."""

    def __init__(
        self,
        token: str,
        address: str,
        render: Callable[[Outgoing], Message],
        *,
        longest: timedelta = LONGEST,
        steady: Steady = steady_seconds,
    ) -> None:
        """``address`` of the Web API, with a slash at its end."""
        self._token = token
        self._address = address
        self._render = render
        self._longest = longest
        self._steady = steady
        self._reader = WebClient(
            token=token, base_url=address, timeout=READ_SECONDS, retry_handlers=[]
        )

    @property
    def longest(self) -> timedelta:
        """How long after its beginning a request may still be carried out."""
        return self._longest

    def send(self, outgoing: Outgoing, until: float) -> Arrived:
        """Send a message under its dispatch's key, if it is not later than ``until``; as plain text
        where its blocks are refused.

        Raises NotSent, Unreachable and InDoubt.
        """
        last = min(until, self._steady() + self._longest.total_seconds() / WRITTEN_SHARE)

        def in_time() -> bool:
            return self._steady() < last

        message = self._rendered(outgoing)
        common = _common(outgoing.dispatch)
        whole = {**common, "text": message.text, "blocks": message.blocks}
        reply = self._posted(whole, in_time)
        if reply.content.get("error") in BLOCKS:
            _log.error("blocks refused, sent as text: %s", reply.content.get("response_metadata"))
            reply = self._posted({**common, "text": message.text}, in_time)
        return _arrived(reply)

    def find(self, dispatch: Dispatch) -> Arrived | None:
        """The message under the dispatch's key, if it stands in the person's direct channel.

        All of the channel is read, the latest first, whenever the attempt began: ``begun_at`` is by
        the clock of one of our machines, the messages' times by Slack's. Raises NotSent where that
        cannot be read now, Unreachable where it never can.
        """
        try:
            opened = self._reader.conversations_open(users=dispatch.person)
            channel = str(opened["channel"]["id"])
            found = (each["ts"] for each in self._read(channel) if _key_of(each) == dispatch.key)
            ts = next(found, None)
        except SlackApiError as error:
            raise _unread(error) from error
        except (SlackClientError, OSError, HTTPException, ValueError) as error:
            raise NotSent(f"not read: {type(error).__name__}") from error
        return Arrived(channel=channel, message=str(ts)) if ts else None

    def _rendered(self, outgoing: Outgoing) -> Message:
        try:
            return self._render(outgoing)
        except (NotSent, Unreachable):
            raise
        except Exception as error:
            _log.exception("not rendered", extra={"dispatch": outgoing.dispatch.id})
            raise NotMade("not rendered") from error

    def _posted(self, content: Mapping[str, Any], in_time: Callable[[], bool]) -> Reply:
        try:
            return request_once(f"{self._address}chat.postMessage", self._token, content, in_time)
        except NotWritten as error:
            raise NotSent(f"not written: {error}") from error
        except Unanswered as error:
            raise InDoubt(f"unanswered: {error}") from error

    def _read(self, channel: str) -> Iterator[Mapping[str, Any]]:
        pages = self._reader.conversations_history(
            channel=channel, include_all_metadata=True, limit=PAGE
        )
        for page in pages:
            yield from page["messages"]


def _common(dispatch: Dispatch) -> dict[str, Any]:
    """A person's id as the channel is the direct message with them
    (https://docs.slack.dev/reference/methods/chat.postMessage#app_home).
    """
    return {
        "channel": dispatch.person,
        "metadata": {"event_type": METADATA, "event_payload": {"key": dispatch.key}},
        "unfurl_links": False,
        "unfurl_media": False,
    }


def _arrived(reply: Reply) -> Arrived:
    content = reply.content
    if reply.status == 200 and content.get("ok"):
        try:
            return Arrived(channel=content["channel"], message=content["ts"])
        except (KeyError, ValueError) as error:
            raise InDoubt("answered without channel and ts") from error
    code = str(content.get("error", ""))
    if reply.status >= 500 or code in UNKNOWN:
        raise InDoubt(f"{reply.status} {code}")
    raise refusal(reply.status, code, reply.retry_after)


def _unread(error: SlackApiError) -> NotSent | Unreachable:
    """Only who is not there any more is given up: whom it is unknown of may have got it."""
    status, code = getattr(error.response, "status_code", 200), code_of(error)
    if code in NOBODY_THERE:
        return Unreachable(code)
    told = getattr(error.response, "headers", None) or {}
    after = next((value for name, value in told.items() if name.lower() == "retry-after"), "")
    pause = timedelta(seconds=int(after)) if str(after).isdecimal() else None
    return NotSent(f"not read: {status} {code}", pause)


def _key_of(message: Mapping[str, Any]) -> str | None:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != METADATA:
        return None
    key = metadata.get("event_payload", {}).get("key")
    return str(key) if key else None
