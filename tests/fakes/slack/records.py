"""What the fake workspace holds, as tests read it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from tests.fakes.slack.elements import read_texts, unescaped

#: A raw Slack payload.
Payload = dict[str, Any]

ChannelKind = Literal["channel", "group", "im", "mpim"]


@dataclass(eq=False, repr=False)
class Message:
    """A message as it is now: an edit changes it, a deletion sets ``deleted``."""

    channel: Channel
    ts: str
    user: str
    text: str
    bot_id: str | None = None
    blocks: list[Payload] = field(default_factory=list)
    attachments: list[Payload] = field(default_factory=list)
    files: list[Payload] = field(default_factory=list)
    metadata: Payload | None = None
    thread_ts: str | None = None
    broadcast: bool = False
    client_msg_id: str | None = None
    edited_at: str | None = None
    deleted: bool = False
    #: The id of the only person who sees it.
    ephemeral_to: str | None = None
    reactions: dict[str, list[str]] = field(default_factory=dict)
    #: What each person has chosen or typed in it: user id -> block_id -> action_id -> value.
    states: dict[str, Payload] = field(default_factory=dict)

    @property
    def shown(self) -> str:
        """Everything that a reader sees, a line for each text: the blocks, or else the text."""
        own = [*read_texts(self.blocks)] if self.blocks else [unescaped(self.text)]
        return "\n".join([*own, *read_texts(self.attachments)])

    def __repr__(self) -> str:
        return f"<Message {self.ts} {self.user}: {self.shown!r}>"


@dataclass(eq=False, repr=False)
class Channel:
    """A conversation: public, private, or with one person."""

    id: str
    name: str
    kind: ChannelKind
    #: Ids of people and of the app's bot user.
    members: list[str]
    created: int
    archived: bool = False
    messages: dict[str, Message] = field(default_factory=dict)
    #: The replies to each message that has some, by its ts.
    replies: dict[str, list[Message]] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<Channel {self.id} {self.name}>"

    def add(self, message: Message) -> None:
        self.messages[message.ts] = message
        if message.thread_ts:
            self.replies.setdefault(message.thread_ts, []).append(message)

    def thread(self, ts: str) -> list[Message]:
        """The message and its replies, oldest first."""
        root = [self.messages[ts]] if ts in self.messages else []
        return [one for one in (*root, *self.replies.get(ts, [])) if not one.deleted]


@dataclass(eq=False, repr=False)
class View:
    """A modal or a Home tab of one person, as it is now."""

    id: str
    user: str
    kind: Literal["modal", "home"]
    content: Payload
    hash: str
    root_view_id: str
    previous_view_id: str | None = None
    #: block_id -> action_id -> value, in Slack's shape.
    state: Payload = field(default_factory=dict)
    #: block_id -> what is wrong, from ``response_action: errors``.
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def blocks(self) -> list[Payload]:
        blocks: list[Payload] = self.content["blocks"]
        return blocks

    @property
    def title(self) -> str:
        return str(self.content.get("title", {}).get("text", ""))

    @property
    def callback_id(self) -> str:
        return str(self.content.get("callback_id") or "")

    @property
    def private_metadata(self) -> str:
        return str(self.content.get("private_metadata") or "")

    @property
    def shown(self) -> str:
        """Everything that a reader sees, a line for each text."""
        parts = [self.title, *read_texts(self.blocks)]
        parts += [str(self.content.get(key, {}).get("text", "")) for key in ("submit", "close")]
        return "\n".join(part for part in parts if part)

    def __repr__(self) -> str:
        return f"<View {self.kind} {self.id}: {self.shown!r}>"


@dataclass(frozen=True)
class Status:
    """What ``assistant.threads.setStatus`` showed; an empty text clears it."""

    channel: str
    thread_ts: str
    text: str
    loading_messages: tuple[str, ...] = ()


@dataclass(frozen=True)
class SuggestedPrompts:
    title: str | None
    #: ``{"title", "message"}`` each.
    prompts: tuple[dict[str, str], ...]


@dataclass(eq=False, repr=False)
class Member:
    """A person, or the app's bot user, and what only they see."""

    id: str
    name: str
    real_name: str
    locale: str
    tz: str
    team: str
    guest: Literal["", "multi-channel", "single-channel"] = ""
    deleted: bool = False
    is_bot: bool = False
    status_emoji: str = ""
    ephemerals: list[Message] = field(default_factory=list)
    views: list[View] = field(default_factory=list)
    home: View | None = None
    statuses: list[Status] = field(default_factory=list)
    prompts: SuggestedPrompts | None = None

    def __repr__(self) -> str:
        return f"<Member {self.id} {self.real_name}>"


@dataclass(frozen=True)
class Trigger:
    """A ``trigger_id``: three seconds, one use."""

    id: str
    user: str
    given_at: float
    #: The view it was given in, if it was.
    view_id: str | None = None


@dataclass
class ResponseUrl:
    """A ``response_url``: five uses in thirty minutes."""

    key: str
    user: str
    channel: Channel
    given_at: float
    thread_ts: str | None = None
    original: Message | None = None
    uses: int = 0
    #: What was posted through it, or with the acknowledgement.
    results: list[Message] = field(default_factory=list)


@dataclass(eq=False)
class UploadedFile:
    id: str
    name: str
    length: int
    title: str = ""
    alt_text: str = ""
    content: bytes | None = None
    shared_in: list[str] = field(default_factory=list)


@dataclass
class Call:
    """A Web API call, or a use of a ``response_url`` (then ``method`` is ``response_url``)."""

    method: str
    arguments: Payload
    #: ``json``, ``form``, ``multipart``, ``query`` or ``none``.
    transport: str
    at: float
    status: int | None = None
    answer: Payload = field(default_factory=dict)

    @property
    def answered(self) -> bool:
        return self.status is not None

    @property
    def ok(self) -> bool:
        return self.answer.get("ok") is True

    def __str__(self) -> str:
        given = {key: value for key, value in self.arguments.items() if key != "blocks"}
        outcome = "ok" if self.ok else (self.answer.get("error") or self.status or "unanswered")
        return f"{self.method} {given} -> {outcome}"


@dataclass(frozen=True)
class Violation:
    """Something that Slack refuses, or that people suffer from."""

    kind: str
    #: The API method, the payload type or the surface.
    where: str
    detail: str

    def __str__(self) -> str:
        return f"{self.where}: {self.kind}: {self.detail}"


@dataclass(frozen=True)
class Ping:
    """A mention in a posted message that notifies people."""

    kind: Literal["channel", "here", "everyone", "subteam", "user"]
    #: The id of the person or user group; empty for the others.
    target: str
    channel: str
    ts: str
