"""The state of the fake workspace, shared by the server's thread and the test's."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final, Literal, TypeVar

from tests.fakes.slack.clock import Clock, Identifiers
from tests.fakes.slack.records import (
    Call,
    Channel,
    ChannelKind,
    Member,
    Message,
    Payload,
    Ping,
    ResponseUrl,
    Trigger,
    UploadedFile,
    View,
    Violation,
)

T = TypeVar("T")

MessageNews = Literal["posted", "changed", "deleted"]


class Refused(Exception):
    """An error of Slack's API: its code and the further keys of the answer."""

    def __init__(self, code: str, **more: Any) -> None:
        super().__init__(code)
        self.code = code
        self.more = more

    def answer(self) -> Payload:
        return {"ok": False, "error": self.code, **self.more}


TEAM: Final = "T0KOMMUN01"
OTHER_TEAM: Final = "T0GRANNE01"
APP: Final = "A0LOTSEN01"
BOT: Final = "B0LOTSEN01"
BOT_USER: Final = "U0LOTSEN01"
DOMAIN: Final = "kommunen"

#: All that the app may do, but for posting where it is no member, which few apps may.
ALL_SCOPES: Final = frozenset(
    {
        "app_mentions:read",
        "assistant:write",
        "channels:history",
        "channels:read",
        "chat:write",
        "commands",
        "files:read",
        "files:write",
        "groups:history",
        "groups:read",
        "im:history",
        "im:read",
        "im:write",
        "mpim:history",
        "mpim:read",
        "mpim:write",
        "reactions:write",
        "usergroups:read",
        "users:read",
        "users:read.email",
    }
)


class Workspace:
    """People, conversations, views, and notes of what the app did.

    Whoever reads or writes more than one thing holds ``lock``; ``touch`` wakes those who wait.
    """

    def __init__(self, scopes: frozenset[str]) -> None:
        self.lock = threading.RLock()
        self._changed = threading.Condition()
        self._version = 0
        self.clock = Clock()
        self.ids = Identifiers(self.clock)
        self.scopes = scopes
        #: Where the server listens, such as ``http://127.0.0.1:49152``.
        self.url = ""
        self.trigger_lifetime = 3.0
        self.members: dict[str, Member] = {
            BOT_USER: Member(
                BOT_USER, "lotsen", "Lotsen", "sv-SE", "Europe/Stockholm", TEAM, is_bot=True
            )
        }
        self.channels: dict[str, Channel] = {}
        self._ims: dict[str, Channel] = {}
        self.groups: dict[str, list[str]] = {}
        #: Their handles, without the @.
        self.group_handles: dict[str, str] = {}
        self.views: dict[str, View] = {}
        self.triggers: dict[str, Trigger] = {}
        self.exchanged: set[str] = set()
        self.response_urls: dict[str, ResponseUrl] = {}
        self.files: dict[str, UploadedFile] = {}
        self.calls: list[Call] = []
        self.violations: list[Violation] = []
        self.unfurling: list[str] = []
        self.pings: list[Ping] = []
        #: Told of each message that is posted, changed or deleted.
        self.on_message: Callable[[MessageNews, Message, Payload], object] = lambda *_: None

    @contextmanager
    def changing(self) -> Iterator[None]:
        """A change of the state, which wakes those who wait for one."""
        with self.lock:
            yield
        self.touch()

    def touch(self) -> None:
        with self._changed:
            self._version += 1
            self._changed.notify_all()

    def wait_for(self, predicate: Callable[[], T], within: float) -> T:
        """The predicate's first true value, or its last false one after so many seconds.

        It is asked at every change, and every 20 ms for what the workspace does not know of.
        """
        until = time.monotonic() + within
        while True:
            with self._changed:
                seen = self._version
            value = predicate()
            left = until - time.monotonic()
            if value or left <= 0:
                return value
            with self._changed:
                if self._version == seen:
                    self._changed.wait(min(left, 0.02))

    def violate(self, kind: str, where: str, detail: str) -> None:
        with self.changing():
            self.violations.append(Violation(kind, where, detail))

    def scopes_needed(self, needed: str) -> None:
        """Raises Refused when the app lacks the scope."""
        if needed and needed not in self.scopes:
            raise Refused("missing_scope", needed=needed, provided=",".join(sorted(self.scopes)))

    def add_channel(self, kind: ChannelKind, name: str, members: list[str]) -> Channel:
        prefix = {"channel": "C", "group": "C", "im": "D", "mpim": "C"}[kind]
        channel = Channel(self.ids.new(prefix), name, kind, members, created=int(self.clock.now()))
        self.channels[channel.id] = channel
        return channel

    def im_with(self, user: str) -> Channel:
        """The conversation between the person and the app, opened when it was not."""
        if user not in self._ims:
            self._ims[user] = self.add_channel("im", "directmessage", [user, BOT_USER])
        return self._ims[user]

    def new_trigger(self, user: str, view_id: str | None = None) -> str:
        number = self.ids.new("")
        trigger = Trigger(f"{number}.{TEAM}.{number.lower()}", user, self.clock.now(), view_id)
        self.triggers[trigger.id] = trigger
        return trigger.id

    def new_response_url(
        self, user: str, channel: Channel, original: Message | None = None
    ) -> ResponseUrl:
        url = ResponseUrl(
            self.ids.new("R"),
            user,
            channel,
            self.clock.now(),
            thread_ts=original.thread_ts if original else None,
            original=original,
        )
        self.response_urls[url.key] = url
        return url
