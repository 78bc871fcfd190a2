"""The events that Slack makes of what people and the app do.

https://docs.slack.dev/apis/events-api
"""

from __future__ import annotations

from typing import Final

from tests.fakes.slack import payloads
from tests.fakes.slack.deliveries import Deliverer, Delivery
from tests.fakes.slack.records import Channel, Member, Message, Payload
from tests.fakes.slack.web_api.conversations import FAMILY
from tests.fakes.slack.workspace import APP, BOT_USER, TEAM, MessageNews, Workspace

VERIFICATION_TOKEN: Final = "verification-token"  # noqa: S105


class Events:
    """Sends each event that the app has a scope for; the caller holds the workspace's lock."""

    def __init__(self, workspace: Workspace, deliverer: Deliverer) -> None:
        self._workspace = workspace
        self._deliverer = deliverer

    def of_message(self, news: MessageNews, message: Message, before: Payload) -> list[Delivery]:
        """``message`` for those who are members, and ``app_mention`` for a mention in a channel."""
        channel = message.channel
        right = f"{FAMILY[channel.kind]}:history"
        sent: list[Delivery] = []
        if BOT_USER not in channel.members:
            return sent
        if right in self._workspace.scopes:
            sent.append(self.send(self._message_event(news, message, before)))
        mentioned = news == "posted" and f"<@{BOT_USER}>" in message.text and not message.bot_id
        if mentioned and channel.kind != "im" and "app_mentions:read" in self._workspace.scopes:
            event = self._posted(message) | {"type": "app_mention"}
            sent.append(self.send(event))
        return sent

    def _message_event(self, news: MessageNews, message: Message, before: Payload) -> Payload:
        channel_type = {"channel_type": message.channel.kind}
        if news == "posted":
            return self._posted(message) | channel_type
        ts = self._workspace.ids.ts()
        changed = {
            "type": "message",
            "subtype": f"message_{news}",
            "channel": message.channel.id,
            "hidden": True,
            "ts": ts,
            "event_ts": ts,
            "previous_message": before,
        }
        if news == "changed":
            now = payloads.message_object(self._workspace, message)
            return {**changed, **channel_type, "message": now}
        return {**changed, **channel_type, "deleted_ts": message.ts}

    def _posted(self, message: Message) -> Payload:
        event = payloads.message_object(self._workspace, message)
        member = self._workspace.members[message.user]
        if member.team != TEAM:
            event |= {"user_team": member.team, "source_team": member.team}
        return event | {"channel": message.channel.id, "event_ts": message.ts}

    def home_opened(self, person: Member, tab: str, context: Payload | None = None) -> Delivery:
        """https://docs.slack.dev/reference/events/app_home_opened"""
        event: Payload = {
            "type": "app_home_opened",
            "user": person.id,
            "channel": self._workspace.im_with(person.id).id,
            "tab": tab,
            "event_ts": self._workspace.ids.ts(),
        }
        if tab == "home" and person.home is not None:
            event["view"] = payloads.view_object(person.home)
        if tab == "messages":
            event["context"] = context or {}
        return self.send(event)

    def send(self, event: Payload) -> Delivery:
        """An event, in the frame that Slack puts around each."""
        payload = {
            "token": VERIFICATION_TOKEN,
            "team_id": TEAM,
            "context_team_id": TEAM,
            "context_enterprise_id": None,
            "api_app_id": APP,
            "event": event,
            "type": "event_callback",
            "event_id": self._workspace.ids.new("Ev"),
            "event_time": int(self._workspace.clock.now()),
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": TEAM,
                    "user_id": BOT_USER,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": self._is_shared(event["channel"]),
            "event_context": f"4-{event['event_ts']}",
        }
        return self._deliverer.submit(Delivery("events_api", event["type"], payload))

    def _is_shared(self, channel: str) -> bool:
        members = self._workspace.channels[channel].members
        return any(self._workspace.members[one].team != TEAM for one in members)


def viewing(channel: Channel) -> Payload:
    """The context of somebody who looks at a conversation while they open the app."""
    entity = {"type": "slack#/types/channel_id", "value": channel.id, "team_id": TEAM}
    return {"entities": [entity]}
