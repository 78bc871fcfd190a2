"""What the fake Slack sends to slack-bolt, in both modes."""

from __future__ import annotations

from typing import Any

from slack_sdk import WebClient

from tests.fakes.slack import ALL_SCOPES, Channel, Person, SlackServer
from tests.integration.slack_delivering import (
    QUIET,
    Mode,
    Payload,
    bare_socket,
    bolt_app,
    channel,
    eva,
    heard,
    mode,
    next_envelope,
    serving_socket,
    slack,
)

__all__ = ["channel", "eva", "heard", "mode", "slack"]


def test_a_mention_is_a_message_and_a_mention(
    slack: SlackServer, eva: Person, channel: Channel, heard: list[Payload]
) -> None:
    asked = eva.says(channel, f"<@{slack.bot_user_id}> Vem beslutar?")
    (answer,) = slack.wait_until(lambda: slack.thread(channel, asked.ts)[1:])
    slack.wait_for_answers()
    assert answer.text == "Hej"
    by_type = {body["event"]["type"]: body for body in heard}
    mention, message = by_type["app_mention"], by_type["message"]
    assert message["event"]["channel_type"] == "channel"
    assert "channel_type" not in mention["event"]
    assert mention["event"]["client_msg_id"] == asked.client_msg_id
    assert mention["event_id"] != message["event_id"]
    assert mention["authorizations"][0]["user_id"] == slack.bot_user_id
    assert mention["context_team_id"] == slack.team_id
    assert slack.violations == []


def test_a_reply_tells_its_thread(
    slack: SlackServer, eva: Person, channel: Channel, heard: list[Payload]
) -> None:
    asked = eva.says(channel, "Vem beslutar?")
    eva.says(channel, "Och i Skara?", thread_ts=asked.ts)
    slack.wait_until(lambda: len(heard) == 2)
    (reply,) = (body["event"] for body in heard if body["event"]["text"] == "Och i Skara?")
    assert (reply["thread_ts"], reply["parent_user_id"]) == (asked.ts, eva.id)


def test_edits_and_deletions_are_told(
    slack: SlackServer, eva: Person, heard: list[Payload]
) -> None:
    asked = eva.dm("Vem")
    eva.edits(asked, "Vem beslutar?")
    eva.deletes(asked)
    slack.wait_until(lambda: len(heard) == 3)
    events = {body["event"].get("subtype"): body["event"] for body in heard}
    assert events[None]["channel_type"] == "im"
    assert events["message_changed"]["message"]["text"] == "Vem beslutar?"
    assert events["message_changed"]["previous_message"]["text"] == "Vem"
    assert events["message_deleted"]["deleted_ts"] == asked.ts


def test_the_app_hears_itself(slack: SlackServer, channel: Channel) -> None:
    WebClient(slack.bot_token, base_url=slack.api_url).chat_postMessage(
        channel=channel.id, text="x", **QUIET
    )
    (delivery,) = slack.wait_until(lambda: slack.delivered("message"))
    assert delivery.event["bot_id"]


def test_opening_the_app_tells_the_tab(
    slack: SlackServer, eva: Person, channel: Channel, heard: list[Payload]
) -> None:
    client = WebClient(slack.bot_token, base_url=slack.api_url)
    client.views_publish(user_id=eva.id, view={"type": "home", "blocks": [{"type": "divider"}]})
    eva.opens_home()
    eva.opens_messages(while_viewing=channel)
    slack.wait_until(lambda: len(heard) == 2)
    events = {body["event"]["tab"]: body["event"] for body in heard}
    assert events["home"]["view"]["type"] == "home"
    assert events["messages"]["channel"] == eva.channel.id
    assert events["messages"]["context"]["entities"][0]["value"] == channel.id


def test_a_command_is_answered_with_its_acknowledgement(
    slack: SlackServer, eva: Person, channel: Channel
) -> None:
    done = eva.commands("/lots", "Hjälp & råd", channel)
    assert [message.shown for message in done.ephemerals] == ["ja: Hjälp & råd"]
    assert done.acked
    done = eva.commands("/lots", "block", channel)
    assert done.results == slack.messages(channel)


def test_a_form_runs_its_course(
    slack: SlackServer, eva: Person, channel: Channel, heard: list[Payload]
) -> None:
    asked = eva.says(channel, f"<@{slack.bot_user_id}>")
    answer = slack.wait_until(lambda: slack.thread(channel, asked.ts)[1:])[0]
    eva.presses(answer, "open")
    slack.wait_until(lambda: eva.view)

    def submit(text: str) -> Any:
        return eva.submits(eva.view, {"what": {"text": text}})

    assert submit("errors").errors == {"what": "Skriv mer"}
    assert submit("invalid").failed == "invalid_arguments"
    assert [violation.where for violation in slack.violations] == ["views.update"]
    submit("update")
    assert [view.title for view in eva.views] == ["Efter update"]
    submit("push")
    assert [view.title for view in eva.views] == ["Efter update", "Efter push"]
    submit("x")
    assert [view.title for view in eva.views] == ["Efter update"]
    submit("push")
    submit("clear")
    assert eva.views == []
    eva.presses(answer, "open")
    slack.wait_until(lambda: eva.view)
    eva.closes()
    assert (eva.view, heard[-1]["type"]) == (None, "view_closed")


def test_a_message_has_shortcuts(slack: SlackServer, eva: Person, channel: Channel) -> None:
    done = eva.shortcut("note", eva.says(channel, "Hej"))
    slack.wait_until(lambda: done.ephemerals)
    assert done.ephemerals[0].shown == "Noterat"


def test_an_event_comes_again_as_a_retry(
    slack: SlackServer, eva: Person, channel: Channel, heard: list[Payload]
) -> None:
    eva.says(channel, "Hej")
    delivery = slack.wait_until(lambda: slack.delivered("message"))[0]
    slack.wait_for_answers()
    slack.redeliver(delivery)
    assert [body["event_id"] for body in heard] == [delivery.payload["event_id"]] * 2
    assert [attempt.retry_num for attempt in delivery.attempts] == [0, 1]
    assert delivery.ack_ms is not None


def test_what_people_wrote_while_slack_was_down_arrives(
    slack: SlackServer, eva: Person, channel: Channel, heard: list[Payload], mode: Mode
) -> None:
    slack.stop()
    eva.says(channel, "Hej")
    slack.start()
    if mode == "socket":
        with bare_socket(slack) as socket:
            assert next_envelope(socket)["payload"]["event"]["text"] == "Hej"
    else:
        slack.wait_until(lambda: heard)


def test_events_need_their_scope() -> None:
    with SlackServer(scopes=ALL_SCOPES - {"im:history"}) as slack:
        slack.add_person("Eva Ek").dm("Hej")
        assert slack.deliveries == []


def test_bolt_moves_to_a_new_connection_when_asked() -> None:
    with SlackServer() as slack, serving_socket(slack, bolt_app(slack, [])):
        slack.disconnect("refresh_requested")
        assert slack.connections == 0
        slack.wait_until(lambda: slack.connections)
        assert len(slack.called("apps.connections.open")) == 2
