"""The fake Slack against Slack's own library: what it takes, what it refuses, what people see.

One module for all of it: the fake is one server, and each method gets a few lines.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from tests.fakes.slack import (
    ALL_SCOPES,
    Channel,
    Person,
    SlackServer,
    api_error,
    dropped,
    rate_limited,
    server_error,
    timeout,
)

Payload = dict[str, Any]

QUIET: Payload = {"unfurl_links": False, "unfurl_media": False}


@pytest.fixture
def slack() -> Iterator[SlackServer]:
    with SlackServer(ack_limit=0.2) as server:
        yield server


@pytest.fixture
def eva(slack: SlackServer) -> Person:
    return slack.add_person("Eva Ek")


@pytest.fixture
def channel(slack: SlackServer, eva: Person) -> Channel:
    return slack.add_channel("internationellt", members=[eva])


@pytest.fixture
def client(slack: SlackServer) -> WebClient:
    return WebClient(slack.bot_token, base_url=slack.api_url, timeout=2, retry_handlers=[])


def refused(client: WebClient, method: str, **arguments: Any) -> str:
    with pytest.raises(SlackApiError) as error:
        client.api_call(method, json=arguments)
    return str(error.value.response["error"])


def plain(text: str) -> Payload:
    return {"type": "plain_text", "text": text}


def section(text: str) -> Payload:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def button(action_id: str, **more: Any) -> Payload:
    return {"type": "button", "action_id": action_id, "text": plain("Öppna"), **more}


def actions(*elements: Payload) -> Payload:
    return {"type": "actions", "block_id": "row", "elements": list(elements)}


def modal(title: str = "Registrera", **more: Any) -> Payload:
    element = {"type": "plain_text_input", "action_id": "text"}
    block = {"type": "input", "block_id": "what", "label": plain("Vad"), "element": element}
    view = {"type": "modal", "title": plain(title), "submit": plain("Spara"), "blocks": [block]}
    return view | more


def trigger(eva: Person) -> str:
    return eva.commands("/lots", wait=False).trigger_id


# Who may call


@pytest.mark.parametrize(
    ("kind", "error"),
    [("none", "not_authed"), ("wrong", "invalid_auth"), ("app", "not_allowed_token_type")],
)
def test_a_token_must_be_there_and_right(slack: SlackServer, kind: str, error: str) -> None:
    token = {"none": "", "wrong": "xoxb-wrong", "app": slack.app_token}[kind]
    assert refused(WebClient(token, base_url=slack.api_url), "auth.test") == error
    assert [violation.kind for violation in slack.violations] == [error]


def test_the_token_may_come_as_an_argument(slack: SlackServer) -> None:
    answer = WebClient(base_url=slack.api_url).auth_test(token=slack.bot_token)
    assert (answer["user_id"], answer["team_id"]) == (slack.bot_user_id, slack.team_id)
    assert "chat:write" in answer.headers["X-OAuth-Scopes"]


def test_a_bot_token_opens_no_socket(slack: SlackServer, client: WebClient) -> None:
    assert client.apps_connections_open(app_token=slack.app_token)["url"].startswith("ws://")
    assert refused(client, "apps.connections.open") == "not_allowed_token_type"


def test_an_unknown_method_is_a_violation(slack: SlackServer, client: WebClient) -> None:
    assert refused(client, "chat.postMessages") == "unknown_method"
    assert slack.violations[0].kind == "unknown_method"


def test_a_missing_scope_is_named() -> None:
    with SlackServer(scopes=ALL_SCOPES - {"users:read", "channels:history"}) as slack:
        client = WebClient(slack.bot_token, base_url=slack.api_url)
        channel = slack.add_channel("allmänt")
        with pytest.raises(SlackApiError) as error:
            client.users_info(user="U1")
        assert error.value.response["needed"] == "users:read"
        assert "chat:write" in error.value.response["provided"]
        assert refused(client, "conversations.history", channel=channel.id) == "missing_scope"
        assert [one.where for one in slack.violations] == ["users.info", "conversations.history"]


def test_arguments_come_in_any_form(slack: SlackServer, client: WebClient, eva: Person) -> None:
    for answer in (
        client.api_call(f"users.info?user={eva.id}"),
        client.api_call("users.info", json={"user": eva.id}),
        client.api_call("users.info", params={"user": eva.id}),
        client.api_call("users.info", files={}, data={"user": eva.id}),
    ):
        assert answer["user"]["real_name"] == "Eva Ek"
    assert [call.transport for call in slack.calls] == ["query", "json", "form", "form"]


def test_a_missing_argument_is_named(slack: SlackServer, client: WebClient) -> None:
    with pytest.raises(SlackApiError) as error:
        client.api_call("chat.update", json={"channel": "C1"})
    assert error.value.response["error"] == "invalid_arguments"
    assert error.value.response["response_metadata"]["messages"] == [
        "[ERROR] missing required field: ts"
    ]


# People


def test_people_are_told_apart(slack: SlackServer, client: WebClient) -> None:
    guest = slack.add_person("Gun Gäst", locale="en-GB", tz="Europe/London", guest=True)
    stranger = slack.add_person("Nils Granne", team="T0GRANNE01")
    gone = slack.add_person("Ola Borta", deleted=True)
    user = client.users_info(user=guest.id, include_locale=True)["user"]
    assert (user["is_restricted"], user["is_ultra_restricted"]) == (True, False)
    assert (user["locale"], user["tz"]) == ("en-GB", "Europe/London")
    assert "locale" not in client.users_info(user=guest.id)["user"]
    assert client.users_info(user=stranger.id)["user"]["team_id"] == "T0GRANNE01"
    assert client.users_info(user=gone.id)["user"]["deleted"] is True
    assert refused(client, "users.info", user="U404") == "user_not_found"


def test_lists_come_in_pages(slack: SlackServer, client: WebClient) -> None:
    people = [slack.add_person(f"Person {number}") for number in range(5)]
    channel = slack.add_channel("alla", members=people)
    pages = client.conversations_members(channel=channel.id, limit=4)
    assert [len(page["members"]) for page in pages] == [4, 2]
    listed = [one["id"] for page in client.users_list(limit=4) for one in page["members"]]
    assert listed == [slack.bot_user_id, *(person.id for person in people)]
    assert refused(client, "users.list", cursor="nonsense") == "invalid_cursor"
    group = slack.add_group("samordnare", people[:2])
    assert client.usergroups_users_list(usergroup=group)["users"] == [
        person.id for person in people[:2]
    ]
    assert refused(client, "usergroups.users.list", usergroup="S404") == "no_such_subteam"
    [told] = client.usergroups_list()["usergroups"]
    assert (told["id"], told["handle"], told["user_count"]) == (group, "samordnare", 2)
    assert "users" not in told
    [told] = client.usergroups_list(include_users=True)["usergroups"]
    assert told["users"] == [person.id for person in people[:2]]


# Messages


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


# The agent's surface


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


# Views


def test_a_trigger_works_once_and_three_seconds(
    slack: SlackServer, client: WebClient, eva: Person
) -> None:
    first, late = trigger(eva), trigger(eva)
    client.views_open(trigger_id=first, view=modal())
    assert eva.view is not None
    assert refused(client, "views.open", trigger_id=first, view=modal()) == "exchanged_trigger_id"
    assert refused(client, "views.open", trigger_id="1.2.3", view=modal()) == "invalid_trigger_id"
    slack.clock.advance(3)
    assert refused(client, "views.open", trigger_id=late, view=modal()) == "expired_trigger_id"


def test_an_invalid_view_is_answered_and_noted(
    slack: SlackServer, client: WebClient, eva: Person
) -> None:
    long = modal("Registrera omvärldsbevakning")
    with pytest.raises(SlackApiError) as error:
        client.views_open(trigger_id=trigger(eva), view=long)
    assert error.value.response["error"] == "invalid_arguments"
    assert error.value.response["response_metadata"]["messages"] == [
        "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]"
    ]
    assert [violation.where for violation in slack.violations] == ["views.open"]
    assert eva.view is None


def test_views_stack_three_deep(slack: SlackServer, client: WebClient, eva: Person) -> None:
    view = modal(blocks=[actions(button("more"))])
    client.views_open(trigger_id=trigger(eva), view=view)
    for _ in range(2):
        pressed = eva.presses(eva.views[-1], "more", wait=False)
        client.views_push(trigger_id=pressed.trigger_id, view=view)
    pressed = eva.presses(eva.views[-1], "more", wait=False)
    assert refused(client, "views.push", trigger_id=pressed.trigger_id, view=view) == (
        "push_limit_reached"
    )
    root, _, top = eva.views
    assert top.root_view_id == root.id
    eva.closes()
    assert eva.view is eva.views[1]


def test_a_view_is_updated_if_it_is_the_one_that_was_read(
    slack: SlackServer, client: WebClient, eva: Person
) -> None:
    opened = client.views_open(trigger_id=trigger(eva), view=modal())["view"]
    named: Payload = {"view_id": opened["id"], "view": modal("Ändra")}
    client.views_update(hash=opened["hash"], **named)
    assert eva.view is not None
    assert eva.view.title == "Ändra"
    assert refused(client, "views.update", hash=opened["hash"], **named) == "hash_conflict"
    assert refused(client, "views.update", view_id="V404", view=modal()) == "not_found"


def test_a_home_tab_is_published(slack: SlackServer, client: WebClient, eva: Person) -> None:
    client.views_publish(user_id=eva.id, view={"type": "home", "blocks": [section("Hem")]})
    assert eva.home is not None
    assert eva.home.shown == "Hem"
    wrong = refused(client, "views.publish", user_id=eva.id, view=modal())
    assert wrong == "invalid_arguments"


# What people press and fill in


def test_people_press_only_what_they_see(
    slack: SlackServer, client: WebClient, eva: Person, channel: Channel
) -> None:
    client.chat_postMessage(
        channel=channel.id,
        text="x",
        blocks=[actions(button("open", value="1"), button("shut", visible_to_user_ids=["U1"]))],
        **QUIET,
    )
    (message,) = slack.messages(channel)
    for action_id in ("close", "shut"):
        with pytest.raises(LookupError, match=f"Eva Ek sees no {action_id}.*open"):
            eva.presses(message, action_id)
    with pytest.raises(LookupError, match="does not see"):
        slack.add_person("Ute Utanför").presses(message, "open")
    payload = eva.presses(message, "open", wait=False).payload
    assert payload["actions"][0]["value"] == "1"
    assert payload["container"] == {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": channel.id,
        "is_ephemeral": False,
    }
    assert payload["message"]["ts"] == message.ts
    assert payload["response_url"].startswith(slack.url)


def test_choices_stand_in_the_state(
    slack: SlackServer, client: WebClient, eva: Person, channel: Channel
) -> None:
    options = [{"text": plain(name), "value": name} for name in ("skara", "orebro")]
    select = {"type": "static_select", "action_id": "which", "options": options}
    client.chat_postMessage(
        channel=channel.id, text="x", blocks=[actions(select, button("go"))], **QUIET
    )
    (message,) = slack.messages(channel)
    with pytest.raises(LookupError, match="skara"):
        eva.chooses(message, "which", "skövde")
    chosen = eva.chooses(message, "which", "orebro", wait=False).payload
    assert chosen["actions"][0]["selected_option"] == options[1]
    pressed = eva.presses(message, "go", wait=False).payload
    assert pressed["state"]["values"] == {
        "row": {"which": {"type": "static_select", "selected_option": options[1]}}
    }


def test_feedback_is_pressed_by_its_value(
    slack: SlackServer, client: WebClient, eva: Person, channel: Channel
) -> None:
    element = {
        "type": "feedback_buttons",
        "action_id": "feedback",
        "positive_button": {"text": plain("Bra"), "value": "positive"},
        "negative_button": {"text": plain("Dåligt"), "value": "negative"},
    }
    block = {"type": "context_actions", "elements": [element]}
    client.chat_postMessage(channel=channel.id, text="x", blocks=[block], **QUIET)
    (message,) = slack.messages(channel)
    (action,) = eva.presses(message, "feedback", "negative", wait=False).payload["actions"]
    assert (action["type"], action["value"], action["text"]["text"]) == (
        "feedback_buttons",
        "negative",
        "Dåligt",
    )
    with pytest.raises(LookupError, match="positive"):
        eva.presses(message, "feedback")


def test_a_form_holds_values_by_their_type(
    slack: SlackServer, client: WebClient, eva: Person
) -> None:
    options = [{"text": plain(name), "value": name} for name in ("a", "b")]
    fields: dict[str, Payload] = {
        "text": {"type": "plain_text_input", "initial_value": "före"},
        "some": {"type": "checkboxes", "options": options, "initial_options": options[:1]},
        "day": {"type": "datepicker"},
        "who": {"type": "users_select"},
        "places": {"type": "multi_conversations_select"},
        "count": {"type": "number_input", "is_decimal_allowed": False},
    }
    blocks = [
        {
            "type": "input",
            "block_id": name,
            "optional": name != "who",
            "label": plain(name),
            "element": {"action_id": "x", **field},
        }
        for name, field in fields.items()
    ]
    client.views_open(trigger_id=trigger(eva), view=modal(blocks=blocks))
    with pytest.raises(ValueError, match="wants who"):
        eva.submits(eva.view)
    with pytest.raises(LookupError, match="holds"):
        eva.submits(eva.view, {"when": {"x": "1"}})
    given: dict[str, Payload] = {
        "who": {"x": eva.id},
        "day": {"x": "2026-11-22"},
        "some": {"x": ["b"]},
        "count": {"x": 3},
    }
    values = eva.submits(eva.view, given, wait=False).payload["view"]["state"]["values"]
    assert {name: fields["x"] for name, fields in values.items()} == {
        "text": {"type": "plain_text_input", "value": "före"},
        "some": {"type": "checkboxes", "selected_options": options[1:]},
        "day": {"type": "datepicker", "selected_date": "2026-11-22"},
        "who": {"type": "users_select", "selected_user": eva.id},
        "places": {"type": "multi_conversations_select", "selected_conversations": []},
        "count": {"type": "number_input", "value": "3"},
    }


# response_url


def test_a_response_url_is_used_five_times(
    slack: SlackServer, eva: Person, channel: Channel
) -> None:
    asked = eva.commands("/lots", "hjälp", channel, wait=False)
    url = WebhookClient(asked.payload["response_url"], retry_handlers=[])
    assert url.send(text="ett").status_code == 200
    url.send(text="två", response_type="in_channel")
    for _ in range(3):
        url.send(text="fler")
    assert [message.shown for message in eva.ephemerals] == ["ett", "fler", "fler", "fler"]
    assert [message.shown for message in slack.messages(channel)] == ["två"]
    answer = url.send(text="sex")
    assert (answer.status_code, json.loads(answer.body)["error"]) == (404, "used_url")
    late = WebhookClient(eva.commands("/lots", wait=False).payload["response_url"])
    slack.clock.advance(31 * 60)
    assert json.loads(late.send(text="sent").body)["error"] == "expired_url"


def test_a_response_url_replaces_and_deletes(
    slack: SlackServer, client: WebClient, eva: Person, channel: Channel
) -> None:
    client.chat_postEphemeral(
        channel=channel.id, user=eva.id, text="x", blocks=[actions(button("go"))]
    )
    (shown,) = eva.ephemerals
    pressed = eva.presses(shown, "go", wait=False)
    assert "message" not in pressed.payload
    url = WebhookClient(pressed.payload["response_url"])
    url.send(text="Klart", replace_original=True)
    assert [message.shown for message in eva.ephemerals] == ["Klart"]
    answer = url.send(blocks=[section("")], text="x")
    assert (answer.status_code, answer.body) == (400, "invalid_blocks")
    url.send(delete_original=True)
    assert eva.ephemerals == []


# Faults


def test_a_rate_limit_says_how_long(
    slack: SlackServer, client: WebClient, channel: Channel
) -> None:
    slack.fault("chat.postMessage", rate_limited(retry_after=7))
    with pytest.raises(SlackApiError) as error:
        client.chat_postMessage(channel=channel.id, text="x")
    assert (error.value.response.status_code, error.value.response.headers["Retry-After"]) == (
        429,
        "7",
    )
    client.chat_postMessage(channel=channel.id, text="x")
    assert len(slack.messages(channel)) == 1


def test_faults_come_in_order(slack: SlackServer, client: WebClient) -> None:
    slack.fault("auth.test", server_error(503))
    slack.fault("auth.test", rate_limited(body=False))
    slack.fault("auth.test", api_error("internal_error", detail="x"), times=2)
    seen = []
    for _ in range(4):
        with pytest.raises(SlackApiError) as error:
            client.auth_test()
        seen.append((error.value.response.status_code, error.value.response["error"]))
    assert [status for status, _ in seen] == [503, 429, 200, 200]
    assert seen[-1][1] == "internal_error"
    assert client.auth_test()["ok"]


@pytest.mark.parametrize("carried_out", [False, True])
def test_a_dropped_call_may_have_been_carried_out(
    slack: SlackServer, client: WebClient, channel: Channel, carried_out: bool
) -> None:
    slack.fault("chat.postMessage", dropped(carried_out=carried_out))
    with pytest.raises(ConnectionError):
        client.chat_postMessage(channel=channel.id, text="x")
    assert len(slack.messages(channel)) == (1 if carried_out else 0)
    (call,) = slack.called("chat.postMessage")
    assert call.status == 0


def test_a_call_that_is_held_times_out(slack: SlackServer, channel: Channel) -> None:
    client = WebClient(slack.bot_token, base_url=slack.api_url)
    client.timeout = 0.1  # type: ignore[assignment]
    slack.fault("chat.postMessage", timeout(5))
    with pytest.raises(TimeoutError):
        client.chat_postMessage(channel=channel.id, text="x")
    assert slack.messages(channel) == []


def test_posting_can_be_limited_by_channel(
    slack: SlackServer, client: WebClient, channel: Channel
) -> None:
    other = slack.add_channel("annat")
    slack.limit_posting(per_second=1)
    client.chat_postMessage(channel=channel.id, text="x")
    client.chat_postMessage(channel=other.id, text="x")
    assert refused(client, "chat.postMessage", channel=channel.id, text="x") == "ratelimited"
    slack.limit_posting(None)
    client.chat_postMessage(channel=channel.id, text="x")


def test_slack_goes_down_and_comes_back_as_it_was(
    slack: SlackServer, client: WebClient, eva: Person, channel: Channel
) -> None:
    address = slack.url
    slack.stop()
    with pytest.raises(OSError, match="refused"):
        client.auth_test()
    with pytest.raises(RuntimeError, match="down"):
        eva.commands("/lots")
    eva.says(channel, "Hör ni mig?")
    slack.start()
    assert slack.url == address
    assert client.conversations_history(channel=channel.id)["messages"][0]["text"] == "Hör ni mig?"


def test_waiting_in_vain_tells_what_happened(slack: SlackServer, client: WebClient) -> None:
    client.auth_test()
    with pytest.raises(AssertionError, match=r"not within 0\.01 s\ncalls:\n  auth\.test") as error:
        slack.wait_until(lambda: False, within=0.01)
    assert "violations:" in str(error.value)
