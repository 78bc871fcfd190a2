"""What Slack delivers, read: one value for events, commands, shortcuts, buttons and forms.

Shapes: https://docs.slack.dev/apis/events-api/ and
https://docs.slack.dev/reference/interaction-payloads/
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Payload = Mapping[str, Any]


@dataclass(frozen=True)
class Occasion:
    """One delivery, as its listener sees it.

    ``key`` is the same each time Slack delivers it; ``thread`` the timestamp that opened the
    thread it belongs to, None outside threads; ``is_direct`` tells a conversation with the
    assistant alone; ``attempts`` counts from 1.
    """

    key: str
    body: Payload
    attempts: int = 1

    @property
    def event(self) -> Payload:
        """The event inside; empty for interactions."""
        return _part(self.body, "event")

    @property
    def person(self) -> str:
        """Who did it: a user id, or "" for what nobody did."""
        user = self.body.get("user")
        own = user.get("id") if isinstance(user, Mapping) else self.body.get("user_id")
        return str(own or self.event.get("user") or "")

    @property
    def channel(self) -> str:
        """Where: a channel id, or "" for the Home tab and forms."""
        channel = self.body.get("channel")
        inside = channel.get("id") if isinstance(channel, Mapping) else None
        container = _part(self.body, "container").get("channel_id")
        return str(
            inside or container or self.body.get("channel_id") or self.event.get("channel") or ""
        )

    @property
    def message(self) -> str:
        """The timestamp of the message that it is about, or ""."""
        container = _part(self.body, "container").get("message_ts")
        own = _part(self.body, "message").get("ts")
        return str(own or container or self.event.get("ts") or "")

    @property
    def thread(self) -> str | None:
        """The thread of that message."""
        container = _part(self.body, "container").get("thread_ts")
        own = _part(self.body, "message").get("thread_ts")
        return own or container or self.event.get("thread_ts")

    @property
    def is_direct(self) -> bool:
        """Whether it comes from the assistant's own conversation with one person."""
        return self.event.get("channel_type") == "im" or self.channel.startswith("D")

    @property
    def text(self) -> str:
        """What was typed, in Slack's markup."""
        message = _part(self.body, "message").get("text")
        return str(self.body.get("text") or self.event.get("text") or message or "")

    @property
    def trigger(self) -> str:
        """What opens a modal within three seconds."""
        return str(self.body.get("trigger_id") or "")

    @property
    def response_url(self) -> str | None:
        """Where up to five answers may go within thirty minutes."""
        return self.body.get("response_url")

    @property
    def action(self) -> Payload:
        """The button or menu that was used; empty for other deliveries."""
        actions = self.body.get("actions") or [{}]
        found: Payload = actions[0]
        return found

    @property
    def value(self) -> str:
        """The button's value, or what was chosen in the menu."""
        chosen = _part(self.action, "selected_option").get("value")
        return str(chosen or self.action.get("value") or "")

    @property
    def view(self) -> Payload:
        """The modal or Home tab that it comes from; empty elsewhere."""
        return _part(self.body, "view")

    @property
    def inputs(self) -> frozenset[str]:
        """The ids of the inputs that a form has, blank ones too."""
        return frozenset(_part(_part(self.view, "state"), "values"))

    def typed(self, block: str) -> Payload:
        """The state of a form's only element in ``block``; empty if it has none."""
        states = _part(_part(_part(self.view, "state"), "values"), block)
        found: Payload = next(iter(states.values()), {})
        return found


def key_of(body: Payload) -> str:
    """What tells a delivery from every other, the same when Slack delivers it again."""
    own = body.get("event_id") or body.get("trigger_id")
    if own:
        return str(own)
    written = json.dumps(body, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()


def stored(body: Payload) -> dict[str, Any]:
    """A payload without the verification token, which nobody needs any more."""
    return {name: value for name, value in body.items() if name != "token"}


def _part(body: Payload, name: str) -> Payload:
    part = body.get(name)
    return part if isinstance(part, Mapping) else {}
