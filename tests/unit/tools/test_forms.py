"""How inputs are drawn for local-slack, and what is told of them."""

from __future__ import annotations

from typing import Any

import pytest

from tools.slack_local.drawing import drawn_view
from tools.slack_local.forms import Choices, filled

OFFERED = Choices(people={"U01": "Eva Ek", "U02": "Ali Aziz"}, conversations={"C01": "#allmänt"})


def option(value: str) -> dict[str, Any]:
    return {"text": {"type": "plain_text", "text": value.title()}, "value": value}


def form(element: dict[str, Any], **about: Any) -> dict[str, Any]:
    label = {"type": "plain_text", "text": "Fråga"}
    asked = {"type": "input", "block_id": "b", "label": label, **about}
    return drawn_view(
        {"type": "modal", "blocks": [{**asked, "element": {"action_id": "a", **element}}]}, OFFERED
    )


def told(view: dict[str, Any], typed: dict[str, Any] | None = None) -> dict[str, Any]:
    states = {} if typed is None else {"b": {"a": typed}}
    state: dict[str, Any] = filled(view, states)["state"]["values"]["b"]["a"]
    return state


BEGUN: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "text": ({"type": "plain_text_input", "initial_value": "Hej"}, {"value": "Hej"}),
    "number": ({"type": "number_input", "initial_value": "3"}, {"value": "3"}),
    "day": (
        {"type": "datepicker", "initial_date": "2026-05-03"},
        {"selected_date": "2026-05-03"},
    ),
    "menu": (
        {"type": "static_select", "options": [option("x")], "initial_option": option("x")},
        {"selected_option": option("x")},
    ),
    "boxes": (
        {"type": "checkboxes", "options": [option("x")], "initial_options": [option("x")]},
        {"selected_options": [option("x")]},
    ),
    "several": (
        {
            "type": "multi_static_select",
            "option_groups": [{"label": {}, "options": [option("x"), option("y")]}],
            "initial_options": [option("y")],
        },
        {"selected_options": [option("y")]},
    ),
    "person": ({"type": "users_select", "initial_user": "U02"}, {"selected_user": "U02"}),
    "people": (
        {"type": "multi_users_select", "initial_users": ["U01"]},
        {"selected_users": ["U01"]},
    ),
    "channels": (
        {"type": "multi_conversations_select", "initial_conversations": ["C01"]},
        {"selected_conversations": ["C01"]},
    ),
}
LOCAL_SLACKS = {"plain_text_input", "static_select", "checkboxes", "radio_buttons", "datepicker"}


@pytest.mark.parametrize(("element", "state"), BEGUN.values(), ids=BEGUN)
def test_an_untouched_input_is_told_as_it_began(
    element: dict[str, Any], state: dict[str, Any]
) -> None:
    assert told(form(element)) == {"type": element["type"], **state}


@pytest.mark.parametrize(("element", "_state"), BEGUN.values(), ids=BEGUN)
def test_every_input_is_drawn_as_one_that_local_slack_knows(
    element: dict[str, Any], _state: dict[str, Any]
) -> None:
    assert form(element)["blocks"][0]["element"]["type"] in LOCAL_SLACKS


@pytest.mark.parametrize(("element", "state"), BEGUN.values(), ids=BEGUN)
def test_an_emptied_input_is_told_as_slack_tells_it(
    element: dict[str, Any], state: dict[str, Any]
) -> None:
    [[field, begun]] = state.items()
    emptied = {"value": "", "selected_options": []}
    assert told(form(element), emptied)[field] == ([] if isinstance(begun, list) else None)


def test_a_menu_of_people_offers_them_all_and_is_told_by_ids() -> None:
    view = form({"type": "multi_users_select"})
    options = view["blocks"][0]["element"]["options"]
    assert [each["text"]["text"] for each in options] == ["Eva Ek", "Ali Aziz"]
    assert told(view, {"selected_options": options})["selected_users"] == ["U01", "U02"]


def test_one_chosen_person_is_told_by_id() -> None:
    view = form({"type": "users_select"})
    [eva, _ali] = view["blocks"][0]["element"]["options"]
    assert told(view, {"selected_option": eva}) == {"type": "users_select", "selected_user": "U01"}


def test_a_menu_of_several_choices_begins_with_those_chosen() -> None:
    view = form(BEGUN["several"][0])
    assert view["blocks"][0]["element"]["initial_options"] == [option("y")]


def test_an_input_that_may_stay_empty_says_so() -> None:
    asked = form({"type": "plain_text_input"}, optional=True)["blocks"][0]
    assert asked["label"]["text"] == "Fråga (valfritt)"


def test_an_input_without_a_likeness_is_left_as_it_is() -> None:
    element = {"type": "rich_text_input"}
    assert form(element)["blocks"][0]["element"] == {"action_id": "a", **element}
