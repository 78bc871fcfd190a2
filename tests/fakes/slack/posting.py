"""Taking in a message from the app: the checks, the notes for the tests, the storing."""

from __future__ import annotations

from tests.fakes.slack import payloads
from tests.fakes.slack.block_kit import Problem, message_problems, metadata_problems
from tests.fakes.slack.block_kit.blocks import with_ids
from tests.fakes.slack.pings import pings_in
from tests.fakes.slack.records import Channel, Message, Payload, Ping, Status
from tests.fakes.slack.workspace import BOT, BOT_USER, Refused, Workspace

#: https://docs.slack.dev/changelog/2018-truncating-really-long-messages/
LONGEST_TEXT = 40_000


def note_problems(workspace: Workspace, where: str, problems: list[Problem]) -> None:
    """Each problem becomes a violation; raises Refused for the first that Slack refuses."""
    for problem in problems:
        workspace.violate(problem.code, where, f"{problem.message} [{problem.pointer}]")
    refused = [problem for problem in problems if problem.refused]
    if refused:
        same = [str(problem) for problem in refused if problem.code == refused[0].code]
        raise Refused(
            refused[0].code,
            errors=[line.removeprefix("[ERROR] ") for line in same],
            response_metadata={"messages": same},
        )


def check_content(workspace: Workspace, where: str, content: Payload) -> None:
    """Whether Slack takes this text, these blocks and this metadata.

    Raises Refused with ``no_text`` and all that Block Kit's rules give.
    """
    text = content.get("text") or ""
    blocks, attachments = content.get("blocks"), content.get("attachments")
    markdown = content.get("markdown_text")
    if not (text.strip() or blocks or attachments or markdown):
        workspace.violate("no_text", where, "a message without content")
        raise Refused("no_text")
    problems = message_problems(
        text=text, blocks=blocks, attachments=attachments, markdown_text=markdown
    )
    if content.get("metadata"):
        problems += metadata_problems(content["metadata"])
    note_problems(workspace, where, problems)


def post(
    workspace: Workspace,
    channel: Channel,
    content: Payload,
    *,
    thread_ts: str | None = None,
    ephemeral_to: str | None = None,
) -> Message:
    """A message of the app's in a conversation, already checked; the caller holds the lock."""
    message = Message(
        channel,
        workspace.ids.ts(),
        BOT_USER,
        text=(content.get("text") or content.get("markdown_text") or "")[:LONGEST_TEXT],
        bot_id=BOT,
        blocks=with_ids(content.get("blocks") or [], workspace.ids.short),
        attachments=list(content.get("attachments") or []),
        files=list(content.get("files") or []),
        metadata=content.get("metadata") or None,
        thread_ts=thread_ts,
        broadcast=bool(thread_ts and content.get("reply_broadcast")),
        ephemeral_to=ephemeral_to,
    )
    if ephemeral_to:
        workspace.members[ephemeral_to].ephemerals.append(message)
    else:
        channel.add(message)
        _note_pings(workspace, message, content)
        _clear_status(workspace, message)
        workspace.on_message("posted", message, {})
    return message


def _clear_status(workspace: Workspace, message: Message) -> None:
    """A status is taken away by the answer it announced."""
    for user in message.channel.members:
        standing = [
            status
            for status in workspace.members[user].statuses
            if (status.channel, status.thread_ts) == (message.channel.id, message.thread_ts)
        ]
        if standing and standing[-1].text:
            workspace.members[user].statuses.append(
                Status(message.channel.id, standing[-1].thread_ts, "")
            )


def _note_pings(workspace: Workspace, message: Message, content: Payload) -> None:
    linked = bool(content.get("link_names")) or content.get("parse") == "full"
    for kind, target in sorted(pings_in(message.text, message.blocks, linked=linked)):
        workspace.pings.append(Ping(kind, target, message.channel.id, message.ts))


def change(workspace: Workspace, message: Message, content: Payload) -> None:
    """What the content names is replaced, the rest stays; the caller holds the lock.

    https://docs.slack.dev/reference/methods/chat.update
    """
    before = payloads.message_object(workspace, message)
    if content.get("text") is not None:
        message.text = content["text"]
    if content.get("markdown_text") is not None:
        message.text = content["markdown_text"]
    if content.get("blocks") is not None:
        message.blocks = with_ids(content["blocks"], workspace.ids.short)
        message.states.clear()
    if content.get("attachments") is not None:
        message.attachments = list(content["attachments"])
    if content.get("metadata") is not None:
        message.metadata = content["metadata"] or None
    message.edited_at = workspace.ids.ts()
    if message.ephemeral_to is None:
        workspace.on_message("changed", message, before)


def delete(workspace: Workspace, message: Message) -> None:
    """Takes a message away; the caller holds the lock."""
    before = payloads.message_object(workspace, message)
    message.deleted = True
    if message.ephemeral_to is None:
        workspace.on_message("deleted", message, before)
    else:
        workspace.members[message.ephemeral_to].ephemerals.remove(message)
