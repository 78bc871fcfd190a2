"""Speaking to Slack: messages, private replies, modals and the Home tab.

A call that only reads, or that may be carried out twice, is tried again by itself when the
connection breaks. A message is not: whether it arrived is then unknown, ``ChannelUnavailable`` is
raised, and who tries again first looks for it (``posted``). Limits on the rate are obeyed in
every call (https://docs.slack.dev/apis/web-api/rate-limits).

One module, since one class holds all that is said to Slack, each method a call of its API.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any, TypeVar

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError
from slack_sdk.http_retry import RetryHandler
from slack_sdk.http_retry.builtin_handlers import (
    ConnectionErrorRetryHandler,
    RateLimitErrorRetryHandler,
    ServerErrorRetryHandler,
)
from slack_sdk.webhook import WebhookClient

from bot.channels.slack.blocks.fitting import Message, View
from bot.channels.slack.errors import BlocksRefused, ChannelRefused, ChannelUnavailable
from bot.channels.slack.failures import code_of, code_of_reply, failures, refused

_log = logging.getLogger(__name__)

Sent = TypeVar("Sent")

SECONDS = 10
"""How long a call may take."""

STATUS_SECONDS = 2
"""How long the status "searching" may take: it must not keep the answer waiting."""

RATE_LIMITED_AT_MOST = 20
"""Times that a call waits as long as Slack tells it to."""

PAUSES = (0.1, 0.2, 0.4, 0.8, 1.6)
"""Seconds until a modal is looked for again that Slack does not show yet."""

METADATA = "policylotsen_message"
"""The type of the metadata by which a message is found again."""


def open_client(token: str, address: str, *, repeats: bool) -> WebClient:
    """A client that obeys rate limits; one that ``repeats`` tries broken calls again as well."""
    handlers: list[RetryHandler] = [
        RateLimitErrorRetryHandler(max_retry_count=RATE_LIMITED_AT_MOST)
    ]
    if repeats:
        handlers += [
            ConnectionErrorRetryHandler(max_retry_count=3),
            ServerErrorRetryHandler(max_retry_count=3),
        ]
    return WebClient(token=token, base_url=address, timeout=SECONDS, retry_handlers=handlers)


@dataclass(frozen=True, slots=True)
class SharedFile:
    """A file to share; ``alt_text`` tells those who do not see a picture."""

    name: str
    title: str
    content: bytes
    alt_text: str | None = None


class Messenger:
    """Speaks in the assistant's name. All methods raise ChannelUnavailable and ChannelRefused."""

    def __init__(self, token: str, address: str) -> None:
        self._once = open_client(token, address, repeats=False)
        self._again = open_client(token, address, repeats=True)
        self._hasty = WebClient(token=token, base_url=address, timeout=STATUS_SECONDS)
        self._hasty.retry_handlers = []

    def post(self, channel: str, message: Message, thread: str | None, key: str) -> str:
        """Post a message that ``key`` finds again; its timestamp."""

        def sent(content: Mapping[str, Any]) -> str:
            answer = self._once.chat_postMessage(
                channel=channel,
                thread_ts=thread,
                metadata={"event_type": METADATA, "event_payload": {"key": key}},
                unfurl_links=False,
                unfurl_media=False,
                **content,
            )
            return str(answer["ts"])

        return _spoken(message, sent)

    def posted(self, channel: str, thread: str | None, key: str) -> str | None:
        """The timestamp of the message posted with ``key``, if it arrived."""
        with failures():
            if thread:
                messages = self._thread(channel, thread)
            else:
                messages = self._again.conversations_history(
                    channel=channel, include_all_metadata=True, limit=100
                )["messages"]
        found = (each["ts"] for each in messages if _key_of(each) == key)
        return next(found, None)

    def has_files(self, channel: str, thread: str) -> bool:
        """Whether files were shared in a thread."""
        with failures():
            return any(each.get("files") for each in self._thread(channel, thread))

    def _thread(self, channel: str, thread: str) -> list[dict[str, Any]]:
        pages = self._again.conversations_replies(
            channel=channel, ts=thread, include_all_metadata=True, limit=200
        )
        return [each for page in pages for each in page["messages"]]

    def whisper(self, channel: str, person: str, message: Message, thread: str | None) -> None:
        """Show a message to one person of a channel only."""

        def sent(content: Mapping[str, Any]) -> None:
            self._once.chat_postEphemeral(channel=channel, user=person, thread_ts=thread, **content)

        _spoken(message, sent)

    def respond(
        self,
        response_url: str,
        message: Message,
        thread: str | None = None,
        *,
        replaces: bool = False,
        openly: bool = False,
    ) -> None:
        """Reply to a command or button in its ``thread``: to its person only, unless ``openly``;
        in the place of the message with the button if it ``replaces`` it.
        """
        webhook = WebhookClient(
            response_url,
            timeout=SECONDS,
            retry_handlers=[RateLimitErrorRetryHandler(max_retry_count=RATE_LIMITED_AT_MOST)],
        )

        def sent(content: Mapping[str, Any]) -> None:
            answer = webhook.send_dict(
                {
                    **content,
                    **({"thread_ts": thread} if thread else {}),
                    "response_type": "in_channel" if openly else "ephemeral",
                    "replace_original": replaces,
                    "unfurl_links": False,
                    "unfurl_media": False,
                }
            )
            if answer.status_code >= 500:
                raise ChannelUnavailable(f"response_url: {answer.status_code}")
            code = code_of_reply(answer.body)
            if code:
                raise refused(f"response_url: {code}", code)

        _spoken(message, sent)

    def change(self, channel: str, message_ts: str, message: Message) -> None:
        """Replace what a message says. Unlike a post, it would be parsed as what a person types
        (https://docs.slack.dev/reference/methods/chat.update).
        """

        def sent(content: Mapping[str, Any]) -> None:
            self._again.chat_update(channel=channel, ts=message_ts, parse="none", **content)

        _spoken(message, sent)

    def link(self, channel: str, message_ts: str) -> str:
        """The address of a message."""
        with failures():
            return str(
                self._again.chat_getPermalink(channel=channel, message_ts=message_ts)["permalink"]
            )

    def open(self, trigger: str, view: View) -> str:
        """Open a modal, on top of the one that the trigger comes from, if it does; its id."""
        with failures():
            opened = self._once.views_open(trigger_id=trigger, view=view.payload)
            return str(opened["view"]["id"])

    def push(self, trigger: str, view: View) -> None:
        """Open a modal on top of another."""
        with failures():
            self._once.views_push(trigger_id=trigger, view=view.payload)

    def turn(self, view_id: str, view: View) -> None:
        """Replace what a modal shows."""
        with failures():
            self._again.views_update(view_id=view_id, view=view.payload)

    def turn_named(self, external: str, view: View) -> None:
        """Replace the modal of that ``external_id``, which Slack may not show yet: it does so once
        it has our answer to the form that was sent
        (https://docs.slack.dev/reference/methods/views.update). Of one that was closed, nothing.
        """
        for pause in (*PAUSES, None):
            try:
                with failures():
                    self._again.views_update(external_id=external, view=view.payload)
            except ChannelRefused as error:
                if error.code != "not_found":
                    raise
                if pause is None:
                    _log.info("closed meanwhile: %s", view.payload["callback_id"])
                else:
                    time.sleep(pause)
            else:
                return

    def publish(self, person: str, view: View) -> None:
        """Set a person's Home tab."""
        with failures():
            self._again.views_publish(user_id=person, view=view.payload)

    def suggest(self, channel: str, title: str, questions: Sequence[str]) -> None:
        """Offer questions in the conversation with a person; nothing where that is not known."""
        prompts = [{"title": each, "message": each} for each in questions]
        try:
            self._hasty.assistant_threads_setSuggestedPrompts(
                channel_id=channel, title=title, prompts=prompts
            )
        except (SlackClientError, OSError, HTTPException) as error:
            _log.info("no suggested prompts: %s", code_of(error))

    def status(self, channel: str, thread: str, text: str, steps: Sequence[str]) -> None:
        """Say what is being done, step by step, until the answer comes; nothing where that is not
        known.
        """
        try:
            self._hasty.assistant_threads_setStatus(
                channel_id=channel, thread_ts=thread, status=text, loading_messages=list(steps)
            )
        except (SlackClientError, OSError, HTTPException) as error:
            _log.info("no status: %s", code_of(error))

    def direct(self, person: str) -> str:
        """The channel of the conversation with a person."""
        with failures():
            return str(self._again.conversations_open(users=person)["channel"]["id"])

    def members_of(self, group: str) -> list[str]:
        """The ids of a user group's members
        (https://docs.slack.dev/reference/methods/usergroups.users.list).
        """
        with failures():
            return [
                str(each) for each in self._again.usergroups_users_list(usergroup=group)["users"]
            ]

    def upload(self, channel: str, name: str, content: bytes, said: str) -> None:
        """Share a file in a channel, under the words ``said``."""
        with failures():
            self._again.files_upload_v2(
                channel=channel, filename=name, title=name, content=content, initial_comment=said
            )

    def share(
        self, channel: str, thread: str | None, files: Sequence[SharedFile], said: str
    ) -> None:
        """Share files together, under the words ``said``
        (https://docs.slack.dev/reference/methods/files.completeUploadExternal).
        """
        uploads = [
            {
                "filename": each.name,
                "title": each.title,
                "content": each.content,
                "alt_txt": each.alt_text,
            }
            for each in files
        ]
        with failures():
            self._again.files_upload_v2(
                channel=channel, thread_ts=thread, file_uploads=uploads, initial_comment=said
            )


def _spoken(message: Message, sent: Callable[[Mapping[str, Any]], Sent]) -> Sent:
    """Send a message; as plain text where its blocks are refused, since silence would be worse."""
    try:
        with failures():
            return sent({"text": message.text, "blocks": message.blocks})
    except BlocksRefused as error:
        _log.error("blocks refused, sent as text: %s", error)
        with failures():
            return sent({"text": message.text})


def _key_of(message: Mapping[str, Any]) -> str | None:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != METADATA:
        return None
    key = metadata.get("event_payload", {}).get("key")
    return str(key) if key else None
