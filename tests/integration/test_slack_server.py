"""The fake Slack against Slack's own library: who may call, whom it knows, and what goes wrong."""

from __future__ import annotations

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

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
from tests.integration.slack_called import channel, client, eva, refused, slack

__all__ = ["channel", "client", "eva", "slack"]


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
