"""The people of the workspace, who drive it: they write, press, submit, and see what is shown."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from typing import Any

from tests.fakes.slack import interactions, payloads, views
from tests.fakes.slack.deliveries import Deliverer, Delivery, EnvelopeType
from tests.fakes.slack.elements import given_value
from tests.fakes.slack.events import Events, viewing
from tests.fakes.slack.finding import (
    Surface,
    check_required,
    check_seen,
    fill,
    find,
    open_modal,
    state_of,
)
from tests.fakes.slack.interactions import Interaction
from tests.fakes.slack.records import (
    Channel,
    Member,
    Message,
    Payload,
    ResponseUrl,
    Status,
    SuggestedPrompts,
    View,
)
from tests.fakes.slack.responding import on_command_ack, on_submission_ack
from tests.fakes.slack.workspace import Workspace


class Person:
    """Somebody in the workspace.

    Texts are in Slack's own form: a mention is ``<@U..>``, a typed ``<`` is ``&lt;``. Commands,
    presses and submissions wait until the app has acknowledged or Slack has given up, as the
    person does; with ``wait=False`` they return at once.
    """

    def __init__(
        self, workspace: Workspace, deliverer: Deliverer, events: Events, member: Member
    ) -> None:
        self._workspace = workspace
        self._deliverer = deliverer
        self._events = events
        self._member = member
        self.id = member.id
        self.name = member.real_name

    def __repr__(self) -> str:
        return f"<Person {self.id} {self.name}>"

    @property
    def member(self) -> Member:
        """The record; a test may change its locale or status, or set ``deleted``."""
        return self._member

    @property
    def mention(self) -> str:
        return f"<@{self.id}>"

    # What they see

    @property
    def channel(self) -> Channel:
        """The conversation with the app."""
        with self._workspace.lock:
            return self._workspace.im_with(self.id)

    @property
    def ephemerals(self) -> list[Message]:
        """What only they see, oldest first."""
        return list(self._member.ephemerals)

    @property
    def view(self) -> View | None:
        """The modal on top."""
        return self._member.views[-1] if self._member.views else None

    @property
    def views(self) -> list[View]:
        """The modals, the root first."""
        return list(self._member.views)

    @property
    def home(self) -> View | None:
        return self._member.home

    @property
    def status(self) -> list[Status]:
        """Every status they were shown; the app's answer adds one with an empty text."""
        return list(self._member.statuses)

    @property
    def suggested_prompts(self) -> SuggestedPrompts | None:
        return self._member.prompts

    # What they write

    def says(self, channel: Channel, text: str, thread_ts: str | None = None) -> Message:
        """A message; raises LookupError where they may not write."""
        with self._workspace.changing():
            if self.id not in channel.members or channel.archived:
                raise LookupError(f"{self.name} cannot write in {channel.name}")
            message = Message(
                channel,
                self._workspace.ids.ts(),
                self.id,
                text,
                thread_ts=thread_ts,
                client_msg_id=str(uuid.uuid4()),
            )
            channel.add(message)
            self._events.of_message("posted", message, {})
        return message

    def dm(self, text: str, thread_ts: str | None = None) -> Message:
        """A message to the app."""
        return self.says(self.channel, text, thread_ts)

    def edits(self, message: Message, text: str) -> None:
        """``message_changed``; raises LookupError for what somebody else wrote."""
        with self._workspace.changing():
            if message.user != self.id or message.deleted:
                raise LookupError(f"{self.name} cannot edit {message}")
            before = self._payload(message)
            message.text = text
            message.edited_at = self._workspace.ids.ts()
            self._events.of_message("changed", message, before)

    def deletes(self, message: Message) -> None:
        """``message_deleted``; raises LookupError for what somebody else wrote."""
        with self._workspace.changing():
            if message.user != self.id or message.deleted:
                raise LookupError(f"{self.name} cannot delete {message}")
            before = self._payload(message)
            message.deleted = True
            self._events.of_message("deleted", message, before)

    def _payload(self, message: Message) -> Payload:
        return payloads.message_object(self._workspace, message)

    def opens_home(self) -> Delivery:
        with self._workspace.changing():
            return self._events.home_opened(self._member, "home")

    def opens_messages(self, while_viewing: Channel | None = None) -> Delivery:
        """Opens the conversation with the app, perhaps beside another conversation."""
        with self._workspace.changing():
            context = viewing(while_viewing) if while_viewing else None
            return self._events.home_opened(self._member, "messages", context)

    # What they do with the app

    def commands(
        self, name: str, text: str = "", channel: Channel | None = None, *, wait: bool = True
    ) -> Interaction:
        """A slash command, in the conversation with the app when no channel is given."""
        with self._workspace.changing():
            place = channel or self._workspace.im_with(self.id)
            url = self._workspace.new_response_url(self.id, place)
            payload = interactions.command(
                self._workspace, self._member, place, name, text, self._link(url)
            )
        on_ack = on_command_ack(self._workspace, url)
        return self._send("slash_commands", name, payload, wait, url, on_ack)

    def shortcut(
        self, callback_id: str, message: Message | None = None, *, wait: bool = True
    ) -> Interaction:
        """A shortcut of the message's menu, or a global one."""
        with self._workspace.changing():
            url = None
            if message is not None:
                check_seen(self._member, message)
                url = self._workspace.new_response_url(self.id, message.channel, message)
            payload = interactions.shortcut(
                self._workspace, self._member, callback_id, message, self._link(url)
            )
        return self._send("interactive", payload["type"], payload, wait, url)

    def presses(
        self,
        surface: Surface,
        action_id: str,
        value: str | None = None,
        block_id: str | None = None,
        *,
        wait: bool = True,
    ) -> Interaction:
        """A button, one of the two feedback buttons, or an item of an overflow menu.

        Raises LookupError when it is not shown to them, or several are and nothing tells which.
        """
        with self._workspace.changing():
            block, element = find(self._member, surface, action_id, value, block_id)
            action = interactions.press(self._workspace, block, element, value)
            payload, url = self._acted(surface, action)
        return self._send("interactive", "block_actions", payload, wait, url)

    def chooses(
        self,
        surface: Surface,
        action_id: str,
        value: Any,
        block_id: str | None = None,
        *,
        wait: bool = True,
    ) -> Interaction:
        """A value of a select, picker, checkbox group or dispatching input.

        An option is given by its ``value``, several by a list; raises LookupError when the
        element or the option is not shown to them.
        """
        with self._workspace.changing():
            block, element = find(self._member, surface, action_id, None, block_id, buttons=False)
            given = given_value(element, value)
            state_of(self._member, surface).setdefault(block["block_id"], {})[action_id] = given
            action = interactions.choice(self._workspace, block, element, value)
            payload, url = self._acted(surface, action)
        return self._send("interactive", "block_actions", payload, wait, url)

    def submits(
        self,
        view: View | None,
        values: Mapping[str, Mapping[str, Any]] | None = None,
        *,
        wait: bool = True,
    ) -> Interaction:
        """Fills in ``{block_id: {action_id: value}}`` and submits the modal.

        Raises LookupError for what the modal does not hold and ValueError for a required input
        that is empty: Slack's clients do not submit then.
        """
        with self._workspace.changing():
            shown = open_modal(self._member, view)
            if shown.content.get("submit") is None:
                raise LookupError(f"{shown} has no submit")
            for block_id, fields in (values or {}).items():
                for action_id, value in fields.items():
                    fill(shown, block_id, action_id, value)
            check_required(shown)
            shown.errors = {}
            payload = interactions.submission(self._workspace, self._member, shown)
        on_ack = on_submission_ack(self._workspace, self._member, shown)
        return self._send("interactive", "view_submission", payload, wait, None, on_ack)

    def closes(
        self, view: View | None = None, *, all_views: bool = False, wait: bool = True
    ) -> Interaction | None:
        """Closes the top modal, or all; the app hears of it when it asked to (else None)."""
        with self._workspace.changing():
            shown = open_modal(self._member, view)
            all_views = all_views or bool(shown.content.get("clear_on_close"))
            payload = interactions.closing(self._workspace, self._member, shown, cleared=all_views)
            views.close(self._workspace, self._member, all_views=all_views)
        if not shown.content.get("notify_on_close"):
            return None
        return self._send("interactive", "view_closed", payload, wait)

    # How it is sent

    def _acted(self, surface: Surface, action: Payload) -> tuple[Payload, ResponseUrl | None]:
        state_of(self._member, surface)
        if isinstance(surface, View):
            return interactions.view_action(self._workspace, self._member, surface, action), None
        url = self._workspace.new_response_url(self.id, surface.channel, surface)
        payload = interactions.message_action(
            self._workspace, self._member, surface, action, self._link(url)
        )
        return payload, url

    def _link(self, url: ResponseUrl | None) -> str:
        return f"{self._workspace.url}/actions/{url.key}" if url else ""

    def _send(
        self,
        envelope: EnvelopeType,
        payload_type: str,
        payload: Payload,
        wait: bool,
        url: ResponseUrl | None = None,
        on_ack: Callable[[Payload | None], None] = lambda _: None,
    ) -> Interaction:
        if not self._deliverer.running:
            raise RuntimeError("Slack is down")
        delivery = Delivery(envelope, payload_type, payload, on_ack)
        self._deliverer.submit(delivery)
        if wait:
            delivery.settled.wait(30)
        return Interaction(delivery, self._member, url)
