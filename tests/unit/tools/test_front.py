"""What the front makes of what the browser and local-slack tell."""

from __future__ import annotations

import json
from typing import Any

from tools.slack_local.front import Front

WORKSPACE = {
    "users": [
        {"id": "U01", "name": "eva", "real_name": "Eva Ek"},
        {"id": "S01", "name": "samordnare", "is_bot": True},
    ],
    "channels": [{"id": "C01", "name": "allmänt"}, {"id": "D01", "name": "eva", "is_im": True}],
}
ASKED = {
    "type": "input",
    "block_id": "people",
    "label": {"type": "plain_text", "text": "Personer"},
    "element": {"type": "multi_users_select", "action_id": "people"},
}


def front() -> Front:
    return Front(WORKSPACE, "http://localhost:3001", "http://localhost:3000")


def drawn(made: Front) -> dict[str, Any]:
    """The view as the assistant's answer brings it to local-slack."""
    view = {"type": "modal", "blocks": [ASKED]}
    answer = {"envelope_id": "1", "payload": {"response_action": "update", "view": view}}
    shown: dict[str, Any] = json.loads(made._acknowledged(json.dumps(answer)))["payload"]["view"]
    return shown


def submitted(made: Front, view: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    made._done(json.dumps({"t": "view_submit", "values": values}))
    payload = {"type": "view_submission", "view": view}
    told = json.loads(made._delivered(json.dumps({"payload": payload})))
    states: dict[str, Any] = told["payload"]["view"]["state"]["values"]
    return states


def test_a_view_that_answers_a_submission_is_drawn_and_offers_only_people() -> None:
    options = drawn(front())["blocks"][0]["element"]["options"]
    assert [each["value"] for each in options] == ["U01"]


def test_what_was_chosen_in_the_browser_is_delivered_as_slack_would() -> None:
    made = front()
    view = drawn(made)
    chosen = {"type": "checkboxes", "selected_options": view["blocks"][0]["element"]["options"]}
    states = submitted(made, view, {"people": {"people": chosen}})
    assert states["people"]["people"] == {"type": "multi_users_select", "selected_users": ["U01"]}


def test_nothing_typed_before_is_delivered_with_the_next_form() -> None:
    made = front()
    view = drawn(made)
    chosen = {"type": "checkboxes", "selected_options": view["blocks"][0]["element"]["options"]}
    submitted(made, view, {"people": {"people": chosen}})
    assert submitted(made, view, {})["people"]["people"]["selected_users"] == []
