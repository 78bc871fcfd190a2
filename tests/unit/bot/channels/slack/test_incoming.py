from __future__ import annotations

import copy
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.slack.incoming import Occasion, key_of, stored
from tests.unit.bot.channels.slack.delivered import (
    RESPONSE_URL,
    Body,
    command,
    direct,
    event,
    home_opened,
    mention,
    message,
    press,
    press_in_ephemeral,
    press_in_message,
    press_in_view,
    shortcut,
    submission,
)

BUTTON = {"action_id": "share", "value": "q-1"}


class Read(NamedTuple):
    """Where and by whom, as it should be read."""

    channel: str = "C1"
    message: str = ""
    thread: str | None = None
    is_direct: bool = False
    text: str = ""
    value: str = ""
    response_url: str | None = None


DELIVERIES: dict[str, tuple[Body, Read]] = {
    "mention": (mention("<@U0BOT> Vem?"), Read(message="1.0", text="<@U0BOT> Vem?")),
    "mention in a thread": (
        mention("Vem?", ts="3.0", thread_ts="1.0"),
        Read(message="3.0", thread="1.0", text="Vem?"),
    ),
    "message in a thread": (
        message("Vem?", ts="3.0", thread_ts="1.0"),
        Read(message="3.0", thread="1.0", text="Vem?"),
    ),
    "direct message": (
        direct("Vem?"),
        Read(channel="D1", message="1.0", is_direct=True, text="Vem?"),
    ),
    "direct message in a thread": (
        direct("Vem?", ts="3.0", thread_ts="1.0"),
        Read(channel="D1", message="3.0", thread="1.0", is_direct=True, text="Vem?"),
    ),
    "group message": (
        message("Vem?", channel="G1", channel_type="mpim"),
        Read(channel="G1", message="1.0", text="Vem?"),
    ),
    "Home tab opened": (home_opened(), Read(channel="D1", is_direct=True)),
    "command": (
        command("dokument"),
        Read(text="dokument", response_url="https://hooks.slack.com/commands/T1/2/abc"),
    ),
    "empty command": (
        command(""),
        Read(response_url="https://hooks.slack.com/commands/T1/2/abc"),
    ),
    "button in a message": (
        press_in_message(BUTTON),
        Read(message="2.0", thread="1.0", text="Svar", value="q-1", response_url=RESPONSE_URL),
    ),
    "button in a message outside threads": (
        press_in_message(BUTTON, thread=None),
        Read(message="2.0", text="Svar", value="q-1", response_url=RESPONSE_URL),
    ),
    "button in a private reply": (
        press_in_ephemeral(BUTTON),
        Read(message="2.0", thread="1.0", value="q-1", response_url=RESPONSE_URL),
    ),
    "button in a private reply outside threads": (
        press_in_ephemeral(BUTTON, thread=None),
        Read(message="2.0", value="q-1", response_url=RESPONSE_URL),
    ),
    "button in a modal": (press_in_view(BUTTON), Read(channel="", value="q-1")),
    "menu on the Home tab": (
        press_in_view(
            {"type": "static_select", "selected_option": {"value": "Skövde"}}, kind="home"
        ),
        Read(channel="", value="Skövde"),
    ),
    "form": (submission({}), Read(channel="")),
    "message shortcut": (
        shortcut("Vem?"),
        Read(message="2.0", text="Vem?", response_url="https://hooks.slack.com/app/T1/2/abc"),
    ),
    "message shortcut in a thread": (
        shortcut("Vem?", thread="1.0"),
        Read(
            message="2.0",
            thread="1.0",
            text="Vem?",
            response_url="https://hooks.slack.com/app/T1/2/abc",
        ),
    ),
}

BODIES = [body for body, _ in DELIVERIES.values()]


def occasion(body: Body) -> Occasion:
    return Occasion(key_of(body), body)


@pytest.mark.parametrize(("body", "read"), DELIVERIES.values(), ids=DELIVERIES)
def test_each_kind_of_delivery_is_read(body: Body, read: Read) -> None:
    found = occasion(body)
    assert found.person == "U1"
    assert read == Read(
        found.channel,
        found.message,
        found.thread,
        found.is_direct,
        found.text,
        found.value,
        found.response_url,
    )


@pytest.mark.parametrize("body", BODIES, ids=DELIVERIES)
def test_interactions_have_a_trigger_and_events_have_none(body: Body) -> None:
    assert occasion(body).trigger == body.get("trigger_id", "")
    assert bool(occasion(body).trigger) == ("event" not in body)
    assert bool(occasion(body).event) == ("event" in body)


@pytest.mark.parametrize("body", BODIES, ids=DELIVERIES)
def test_a_delivery_has_the_same_key_each_time_and_after_it_was_stored(body: Body) -> None:
    again = dict(reversed(copy.deepcopy(body).items()))
    assert key_of(again) == key_of(body)
    assert key_of(stored(body)) == key_of(body)


def test_deliveries_of_different_things_have_different_keys() -> None:
    events = [mention(), event({"type": "app_mention"}, "Ev2")]
    presses = [press(BUTTON), press(BUTTON) | {"trigger_id": "33.44"}]
    bare = [{"type": "view_closed", "view": {"id": view}} for view in ("V1", "V2")]
    bodies = [*events, *presses, command(), submission({}), shortcut(), *bare]
    assert len({key_of(body) for body in bodies}) == len(bodies)


def test_an_event_s_key_is_the_one_that_slack_gives_it() -> None:
    assert key_of(mention()) == "Ev1"
    assert key_of(command()) == "11.22.command"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(), max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=4,
)
FIELDS = [
    "user", "user_id", "channel", "channel_id", "container", "message", "event", "actions", "view",
    "text", "trigger_id", "response_url", "state", "thread_ts", "ts", "type", "value",
]  # fmt: skip
BODY = st.dictionaries(
    st.sampled_from(FIELDS), JSON | st.dictionaries(st.sampled_from(FIELDS), JSON)
)


@given(st.dictionaries(st.text(max_size=5), JSON, min_size=1))
def test_what_has_no_id_is_named_by_its_content(body: Body) -> None:
    body = {name: value for name, value in body.items() if name not in {"event_id", "trigger_id"}}
    key = key_of(body)
    assert key == key_of(dict(reversed(body.items())))
    assert key != key_of({**body, "also": "this"})


def test_half_a_character_in_a_delivery_without_id_harms_nothing() -> None:
    assert key_of({"text": "\ud83d"}) != key_of({"text": "\ud83e"})


def test_of_the_body_all_is_stored_but_the_token() -> None:
    body = command("dokument")
    assert stored(body) == {name: value for name, value in body.items() if name != "token"}
    assert "verification" not in str(stored(body))
    assert body["token"] == "verification"  # noqa: S105 - none


@pytest.mark.parametrize(
    ("used", "value"),
    [
        ({"value": "q-1"}, "q-1"),
        ({"selected_option": {"value": "sv"}}, "sv"),
        ({"selected_option": None, "value": None}, ""),
        ({"selected_option": None}, ""),
        ({}, ""),
    ],
)
def test_the_value_is_the_button_s_or_what_was_chosen(used: Body, value: str) -> None:
    assert occasion(press_in_message(used)).value == value


def test_a_delivery_without_an_action_has_no_value() -> None:
    assert occasion(mention()).value == ""
    assert occasion(mention()).action == {}
    assert occasion(mention() | {"actions": []}).value == ""


def test_what_was_typed_in_a_form_is_found_by_its_block() -> None:
    form = submission(
        {"answer": {"any_id": {"type": "plain_text_input", "value": "Ja."}}, "empty": {}}
    )
    assert occasion(form).typed("answer") == {"type": "plain_text_input", "value": "Ja."}
    assert occasion(form).typed("empty") == {}
    assert occasion(form).typed("other") == {}
    assert occasion(mention()).typed("answer") == {}


def test_the_view_is_the_one_that_it_comes_from() -> None:
    assert occasion(press_in_view(BUTTON)).view["id"] == "V1"
    assert occasion(submission({})).view["callback_id"] == "answer_view"
    assert occasion(mention()).view == {}


def test_what_nobody_did_has_no_person() -> None:
    assert occasion(event({"type": "message", "subtype": "channel_join"})).person == ""


def test_deliveries_begin_at_the_first_attempt() -> None:
    assert occasion(mention()).attempts == 1


def parts(found: Occasion) -> list[Any]:
    return [
        found.person, found.channel, found.message, found.is_direct, found.text, found.trigger,
        found.event, found.view, found.typed("x"), found.thread, found.response_url,
    ]  # fmt: skip


@given(BODY)
def test_bodies_of_any_shape_are_read(body: Body) -> None:
    assert parts(Occasion("key", body))
