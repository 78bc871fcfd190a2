"""The fake Slack against Slack's own library: views, and what people press and fill in."""

from __future__ import annotations

import json
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from tests.fakes.slack import Channel, Person, SlackServer
from tests.integration.slack_called import (
    QUIET,
    Payload,
    actions,
    button,
    channel,
    client,
    eva,
    plain,
    refused,
    section,
    slack,
)

__all__ = ["channel", "client", "eva", "slack"]


def modal(title: str = "Registrera", **more: Any) -> Payload:
    element = {"type": "plain_text_input", "action_id": "text"}
    block = {"type": "input", "block_id": "what", "label": plain("Vad"), "element": element}
    view = {"type": "modal", "title": plain(title), "submit": plain("Spara"), "blocks": [block]}
    return view | more


def trigger(eva: Person) -> str:
    return eva.commands("/lots", wait=False).trigger_id


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
