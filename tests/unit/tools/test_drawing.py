"""How blocks are drawn for local-slack."""

from __future__ import annotations

from typing import Any

from tools.slack_local.drawing import drawn, spoken


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def words(text: str, **style: bool) -> dict[str, Any]:
    return {"type": "text", "text": text, "style": style}


def rich(*elements: dict[str, Any]) -> str:
    [block] = drawn([{"type": "rich_text", "elements": list(elements)}])
    return str(block["text"]["text"])


def section(*inlines: dict[str, Any]) -> dict[str, Any]:
    return {"type": "rich_text_section", "elements": list(inlines)}


MENU = {
    "type": "static_select",
    "action_id": "municipality",
    "initial_option": {"text": plain("Örebro"), "value": "orebro"},
    "option_groups": [
        {"label": plain("E"), "options": [{"text": plain("Enköping"), "value": "enkoping"}]},
        {"label": plain("Ö"), "options": [{"text": plain("Örebro"), "value": "orebro"}]},
    ],
}


def test_bold_rich_text_is_bold_line_by_line() -> None:
    assert rich(section(words("ett \ntvå", bold=True), words(" tre"))) == "*ett* \n*två* tre"


def test_signs_of_emphasis_in_words_emphasise_nothing() -> None:
    assert not set("*_~`") & set(rich(section(words("2*3*4 _a_ ~b~ `c`"))))


def test_a_quote_has_its_mark_on_every_line() -> None:
    assert rich({"type": "rich_text_quote", "elements": [words("ett\ntvå")]}) == "> ett\n> två"


def test_a_list_has_an_item_a_line() -> None:
    items = [section(words("ett")), section({"type": "user", "user_id": "U01"})]
    assert rich({"type": "rich_text_list", "elements": items}) == "• ett\n• <@U01>"


def test_a_user_group_is_mentioned_like_a_person() -> None:
    assert rich(section({"type": "usergroup", "usergroup_id": "S01"})) == "<@S01>"


def test_a_date_is_shown_by_its_fallback() -> None:
    assert rich(section({"type": "date", "timestamp": 1, "fallback": "1970-01-01"})) == "1970-01-01"


def test_feedback_is_two_buttons_of_one_action() -> None:
    feedback = {
        "type": "feedback_buttons",
        "action_id": "feedback",
        "positive_button": {"text": plain("Bra"), "value": "up:1"},
        "negative_button": {"text": plain("Dåligt"), "value": "down:1"},
    }
    [block] = drawn([{"type": "context_actions", "block_id": "b", "elements": [feedback]}])
    assert (block["type"], block["block_id"]) == ("actions", "b")
    assert [(each["action_id"], each["value"]) for each in block["elements"]] == [
        ("feedback", "up:1"),
        ("feedback", "down:1"),
    ]


def test_a_menu_loses_its_groups_and_shows_what_is_chosen() -> None:
    [block] = drawn([{"type": "actions", "elements": [MENU]}])
    [menu] = block["elements"]
    assert [each["value"] for each in menu["options"]] == ["enkoping", "orebro"]
    assert menu["placeholder"] == plain("Örebro")


def test_plain_text_keeps_its_line_ends_and_escapes_are_read() -> None:
    first, second = drawn(
        [
            {"type": "section", "text": plain("ett\ntvå")},
            {"type": "section", "text": {"type": "mrkdwn", "text": "a &amp; b"}},
        ]
    )
    assert first["text"] == {"type": "mrkdwn", "text": "ett\ntvå"}
    assert second["text"]["text"] == spoken("a &amp; b") == "a & b"


def test_what_local_slack_knows_is_left_as_it_is() -> None:
    blocks: list[dict[str, Any]] = [
        {"type": "divider"},
        {"type": "header", "text": plain("Rubrik")},
    ]
    assert drawn(blocks) == blocks
