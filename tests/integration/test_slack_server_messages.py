"""The fake Slack against Slack's own library: messages, files, reactions and the status."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from tests.fakes.slack import Channel, Person, SlackServer
from tests.integration.slack_called import (
    QUIET,
    Payload,
    channel,
    client,
    eva,
    plain,
    refused,
    section,
    slack,
)

__all__ = ["channel", "client", "eva", "slack"]


def test_a_message_is_posted_changed_and_deleted(
    slack: SlackServer, client: WebClient, channel: Channel
) -> None:
    metadata = {"event_type": "sent", "event_payload": {"id": "7"}}
    ts = client.chat_postMessage(
        channel=channel.id, text="Ett", blocks=[section("Ett")], metadata=metadata, **QUIET
    )["ts"]
    (message,) = slack.messages(channel)
    assert (message.shown, message.metadata) == ("Ett", metadata)
    client.chat_update(channel=channel.id, ts=ts, text="Två")
    assert (message.text, message.shown, message.metadata) == ("Två", "Ett", metadata)
    client.chat_update(channel=channel.id, ts=ts, text="Tre", blocks=[])
    assert message.shown == "Tre"
    assert client.chat_getPermalink(channel=channel.id, message_ts=ts)["permalink"].endswith(
        f"/archives/{channel.id}/p{ts.replace('.', '')}"
    )
    client.chat_delete(channel=channel.id, ts=ts)
    assert slack.messages(channel) == []
    assert refused(client, "chat.update", channel=channel.id, ts=ts, text="x") == (
        "message_not_found"
    )
    assert (slack.violations, slack.unfurling) == ([], [])


def test_where_the_app_may_not_write(
    slack: SlackServer, client: WebClient, eva: Person, channel: Channel
) -> None:
    def post(place: str, **more: Any) -> str:
        return refused(client, "chat.postMessage", channel=place, text="Hej", **more)

    secret = slack.add_channel("hemligt", [eva], private=True, with_app=False)
    assert post("C404") == "channel_not_found"
    assert post(secret.id) == "channel_not_found"
    assert post(slack.add_channel("öppet", with_app=False).id) == "not_in_channel"
    assert post(channel.id, thread_ts="1.0") == "cannot_reply_to_message"
    channel.archived = True
    assert post(channel.id) == "is_archived"


def test_what_the_app_may_not_write(
    slack: SlackServer, client: WebClient, eva: Person, channel: Channel
) -> None:
    asked = eva.says(channel, "Hej")
    where: Payload = {"channel": channel.id}
    assert refused(client, "chat.postMessage", **where) == "no_text"
    assert refused(client, "chat.postMessage", **where, blocks="[{") == "invalid_blocks_format"
    assert refused(client, "chat.update", **where, ts=asked.ts, text="x") == "cant_update_message"
    assert refused(client, "chat.delete", **where, ts=asked.ts) == "cant_delete_message"
    ts = client.chat_postMessage(**where, text="x", **QUIET)["ts"]
    assert refused(client, "chat.update", **where, ts=ts, text="x" * 4001) == "msg_too_long"


def test_invalid_blocks_are_answered_and_noted(
    slack: SlackServer, client: WebClient, channel: Channel
) -> None:
    with pytest.raises(SlackApiError) as error:
        client.chat_postMessage(channel=channel.id, text="x", blocks=[section("x" * 3001)])
    assert error.value.response["error"] == "invalid_blocks"
    assert error.value.response["response_metadata"]["messages"] == [
        "[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    ]
    assert [violation.kind for violation in slack.violations] == ["invalid_blocks"]
    assert slack.messages(channel) == []


def test_a_missing_fallback_and_unfurling_are_noted(
    slack: SlackServer, client: WebClient, channel: Channel
) -> None:
    client.api_call("chat.postMessage", json={"channel": channel.id, "blocks": [section("x")]})
    assert [violation.kind for violation in slack.violations] == ["no_fallback"]
    assert len(slack.unfurling) == 2


def test_pings_are_those_that_are_not_escaped(
    slack: SlackServer, client: WebClient, eva: Person, channel: Channel
) -> None:
    def post(text: str, *blocks: Payload) -> set[tuple[str, str]]:
        before = len(slack.pings)
        client.chat_postMessage(channel=channel.id, text=text, blocks=list(blocks), **QUIET)
        return {(ping.kind, ping.target) for ping in slack.pings[before:]}

    assert post("&lt;!channel&gt; @here") == set()
    assert post("<!channel> <!here|here>") == {("channel", ""), ("here", "")}
    assert post("x", section(f"{eva.mention} <!subteam^S1|@alla>")) == {
        ("user", eva.id),
        ("subteam", "S1"),
    }
    assert post("x", {"type": "section", "text": plain("<!everyone>")}) == set()
    spoken = {"type": "rich_text_section", "elements": [{"type": "broadcast", "range": "here"}]}
    assert post("x", {"type": "rich_text", "elements": [spoken]}) == {("here", "")}


def test_only_one_person_sees_an_ephemeral(
    slack: SlackServer, client: WebClient, eva: Person, channel: Channel
) -> None:
    client.chat_postEphemeral(channel=channel.id, user=eva.id, text="Bara du")
    assert [message.shown for message in eva.ephemerals] == ["Bara du"]
    assert slack.messages(channel) == []
    outside = slack.add_person("Ute Utanför")
    assert (
        refused(client, "chat.postEphemeral", channel=channel.id, user=outside.id, text="x")
        == "user_not_in_channel"
    )


def test_history_is_read_back_with_its_metadata(
    slack: SlackServer, client: WebClient, eva: Person, channel: Channel
) -> None:
    metadata = {"event_type": "sent", "event_payload": {"id": "7"}}
    first = eva.says(channel, "Ett")
    second = client.chat_postMessage(channel=channel.id, text="Två", metadata=metadata, **QUIET)
    reply = eva.says(channel, "Tre", thread_ts=first.ts)

    def history(**more: Any) -> list[Payload]:
        messages: list[Payload] = client.conversations_history(channel=channel.id, **more)[
            "messages"
        ]
        return messages

    assert [one["ts"] for one in history()] == [second["ts"], first.ts]
    assert [one.get("metadata") for one in history(include_all_metadata=True)] == [metadata, None]
    assert all("metadata" not in one for one in history())
    assert [one["text"] for one in history(oldest=first.ts)] == ["Två"]
    assert len(history(oldest=first.ts, inclusive=True)) == 2
    assert [one["text"] for one in history(latest=second["ts"])] == ["Ett"]
    pages = client.conversations_history(channel=channel.id, limit=1)
    assert [page["has_more"] for page in pages] == [True, False]
    thread = client.conversations_replies(channel=channel.id, ts=reply.ts)["messages"]
    assert [one["text"] for one in thread] == ["Ett", "Tre"]
    assert (thread[0]["reply_count"], thread[1]["parent_user_id"]) == (1, eva.id)
    assert refused(client, "conversations.replies", channel=channel.id, ts="1.0") == (
        "thread_not_found"
    )


def test_a_conversation_is_opened_with_a_person(
    slack: SlackServer, client: WebClient, eva: Person
) -> None:
    opened = client.conversations_open(users=[eva.id])["channel"]["id"]
    assert opened == eva.channel.id
    info = client.conversations_info(channel=opened)["channel"]
    assert (info["is_im"], info["user"]) == (True, eva.id)
    assert refused(client, "conversations.open", users="U404") == "user_not_found"
    gone = slack.add_person("Ola Borta", deleted=True)
    assert refused(client, "conversations.open", users=gone.id) == "user_disabled"
    client.chat_postMessage(channel=eva.id, text="Hej", **QUIET)
    assert [message.shown for message in slack.messages(eva.channel)] == ["Hej"]


def test_an_upload_takes_three_steps(
    slack: SlackServer, client: WebClient, channel: Channel
) -> None:
    client.files_upload_v2(
        content="id;vad\n1;besök", filename="a.csv", title="Lista", channel=channel.id
    )
    (file,) = slack.files
    assert (file.content, file.title, file.shared_in) == (
        "id;vad\n1;besök".encode(),
        "Lista",
        [channel.id],
    )
    assert refused(client, "files.completeUploadExternal", files=[{"id": "F404"}]) == (
        "file_not_found"
    )


def test_a_reaction_is_added_once(
    slack: SlackServer, client: WebClient, eva: Person, channel: Channel
) -> None:
    asked = eva.says(channel, "Hej")
    client.reactions_add(channel=channel.id, name="eyes", timestamp=asked.ts)
    assert asked.reactions == {"eyes": [slack.bot_user_id]}
    again = {"channel": channel.id, "name": "eyes", "timestamp": asked.ts}
    assert refused(client, "reactions.add", **again) == "already_reacted"


def test_a_status_lasts_until_the_answer(
    slack: SlackServer, client: WebClient, eva: Person
) -> None:
    asked = eva.dm("Vem beslutar?")
    place = eva.channel.id
    client.assistant_threads_setStatus(
        channel_id=place, thread_ts=asked.ts, status="letar", loading_messages=["Läser"]
    )
    client.chat_postMessage(channel=place, text="Fullmäktige", thread_ts=asked.ts, **QUIET)
    assert [status.text for status in eva.status] == ["letar", ""]
    wrong = {"channel_id": place, "thread_ts": "1.0", "status": "letar"}
    assert refused(client, "assistant.threads.setStatus", **wrong) == "invalid_thread_ts"


def test_prompts_are_suggested_without_a_thread(
    slack: SlackServer, client: WebClient, eva: Person
) -> None:
    prompt = {"title": "Vänorter", "message": "Vem beslutar om vänorter?"}
    place = eva.channel.id
    client.assistant_threads_setSuggestedPrompts(
        channel_id=place, title="Fråga", prompts=[prompt] * 4
    )
    assert eva.suggested_prompts is not None
    assert (eva.suggested_prompts.title, len(eva.suggested_prompts.prompts)) == ("Fråga", 4)
    five = {"channel_id": place, "prompts": [prompt] * 5}
    assert refused(client, "assistant.threads.setSuggestedPrompts", **five) == "invalid_arguments"
    client.assistant_threads_setSuggestedPrompts(
        channel_id=place, prompts=[prompt], thread_ts="1.0"
    )
    assert len(eva.suggested_prompts.prompts) == 4
    assert slack.violations[-1].kind == "silently_ignored"
