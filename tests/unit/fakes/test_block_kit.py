"""What the fake Slack refuses; the limits are those of docs.slack.dev/reference/block-kit.

One module: a table of blocks and what is wrong with each.
"""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk.models.blocks import MarkdownTextObject, SectionBlock

from tests.fakes.slack.block_kit import message_problems, metadata_problems, view_problems

Payload = dict[str, Any]


def plain(text: str) -> Payload:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Payload:
    return {"type": "mrkdwn", "text": text}


def section(text: str = "Svar", **more: Any) -> Payload:
    return {"type": "section", "text": mrkdwn(text), **more}


def button(action_id: str = "open", **more: Any) -> Payload:
    return {"type": "button", "action_id": action_id, "text": plain("Öppna"), **more}


def actions(*elements: Payload) -> Payload:
    return {"type": "actions", "elements": list(elements)}


def option(value: str = "a", text: str = "A", **more: Any) -> Payload:
    return {"text": plain(text), "value": value, **more}


def select(**more: Any) -> Payload:
    return {"type": "static_select", "action_id": "which", "options": [option()], **more}


def text_input(**more: Any) -> Payload:
    element = {"type": "plain_text_input", "action_id": "text"}
    return {"type": "input", "block_id": "what", "label": plain("Vad"), "element": element, **more}


def modal(*blocks: Payload, **more: Any) -> Payload:
    return {"type": "modal", "title": plain("Registrera"), "blocks": list(blocks), **more}


def rich(*elements: Payload) -> Payload:
    part = {"type": "rich_text_section", "elements": list(elements)}
    return {"type": "rich_text", "elements": [part]}


def table(rows: int, columns: int, **more: Any) -> Payload:
    row = [{"type": "raw_text", "text": "x"}] * columns
    return {"type": "table", "rows": [row] * rows, **more}


def feedback(**more: Any) -> Payload:
    element = {
        "type": "feedback_buttons",
        "action_id": "feedback",
        "positive_button": {"text": plain("Bra"), "value": "positive"},
        "negative_button": {"text": plain("Dåligt"), "value": "negative"},
        **more,
    }
    return {"type": "context_actions", "elements": [element]}


def codes(*blocks: Payload, text: str = "Svar") -> list[str]:
    problems = message_problems(text=text, blocks=list(blocks))
    return [problem.code for problem in problems if problem.refused]


ALLOWED = {
    "a section at its limit": section("x" * 3000),
    "fields": {"type": "section", "fields": [mrkdwn("x" * 2000)] * 5},
    "a header": {"type": "header", "text": plain("x" * 150)},
    "a context": {"type": "context", "elements": [mrkdwn("x")] * 10},
    "buttons": actions(*(button(f"b{place}") for place in range(25))),
    "a button at its limits": actions(
        button(text=plain("x" * 75), value="x" * 2000, url="https://x.se/" + "x" * 2980)
    ),
    "a button with a question": actions(
        button(
            style="danger",
            confirm={
                "title": plain("Radera?"),
                "text": mrkdwn("x" * 300),
                "confirm": plain("Ja"),
                "deny": plain("Nej"),
            },
        )
    ),
    "a select": actions(select(options=[option(str(n)) for n in range(100)])),
    "a chosen option": actions(select(initial_option=option())),
    "groups": actions(
        {
            "type": "static_select",
            "action_id": "which",
            "option_groups": [{"label": plain("Kommuner"), "options": [option()]}],
        }
    ),
    "an overflow": section(
        accessory={"type": "overflow", "action_id": "more", "options": [option(url="https://x.se")]}
    ),
    "checkboxes": actions(
        {
            "type": "checkboxes",
            "action_id": "some",
            "options": [{"text": mrkdwn("*A*"), "value": "a", "description": mrkdwn("x" * 75)}],
        }
    ),
    "an option's value of 150": actions(select(options=[option("x" * 150, "x" * 75)])),
    "feedback buttons": feedback(),
    "an icon button": {
        "type": "context_actions",
        "elements": [
            {"type": "icon_button", "action_id": "bin", "icon": "trash", "text": plain("Ta bort")}
        ],
    },
    "a picture": {"type": "image", "image_url": "https://x.se/a.png", "alt_text": "Karta"},
    "markdown": {"type": "markdown", "text": "**x**" * 2400},
    "a table": table(100, 20, column_settings=[{"align": "right", "is_wrapped": True}]),
    "rich text": rich(
        {"type": "text", "text": "x", "style": {"bold": True}},
        {"type": "link", "url": "https://x.se"},
        {"type": "user", "user_id": "U1"},
        {"type": "date", "timestamp": 1, "format": "{date}"},
    ),
    "a divider": {"type": "divider"},
    "an input that dispatches": text_input(dispatch_action=True),
}


@pytest.mark.parametrize("block", ALLOWED.values(), ids=ALLOWED.keys())
def test_slack_takes(block: Payload) -> None:
    assert message_problems(text="Svar", blocks=[block]) == []


REFUSED = {
    "a section above its limit": section("x" * 3001),
    "an empty section": section(""),
    "a section without text": {"type": "section"},
    "eleven fields": {"type": "section", "fields": [mrkdwn("x")] * 11},
    "a long field": {"type": "section", "fields": [mrkdwn("x" * 2001)]},
    "a long header": {"type": "header", "text": plain("x" * 151)},
    "a header in mrkdwn": {"type": "header", "text": mrkdwn("x")},
    "a long context": {"type": "context", "elements": [mrkdwn("x")] * 11},
    "an empty context": {"type": "context", "elements": []},
    "a button in a context": {"type": "context", "elements": [button()]},
    "twenty-six buttons": actions(*(button(f"b{place}") for place in range(26))),
    "no buttons": actions(),
    "a long label": actions(button(text=plain("x" * 76))),
    "a label in mrkdwn": actions(button(text=mrkdwn("x"))),
    "a long value": actions(button(value="x" * 2001)),
    "a long address": actions(button(url="x" * 3001)),
    "a long action_id": actions(button("x" * 256)),
    "a long block_id": section(block_id="x" * 256),
    "an unknown style": actions(button(style="warning")),
    "the same action_id twice": actions(button(), button()),
    "an unknown block": {"type": "accordion"},
    "a block without type": {"text": plain("x")},
    "an unknown element": actions({"type": "slider", "action_id": "x"}),
    "an unknown key": section(colour="red"),
    "an unknown key in an element": actions(button(colour="red")),
    "an unknown text type": {"type": "section", "text": {"type": "markdown", "text": "x"}},
    "an unknown key in a text": {"type": "section", "text": {**mrkdwn("x"), "emoji": True}},
    "a picture without alt_text": {"type": "image", "image_url": "https://x.se/a.png"},
    "a picture without source": {"type": "image", "alt_text": "Karta"},
    "a long question": actions(
        button(
            confirm={
                "title": plain("x" * 101),
                "text": mrkdwn("x"),
                "confirm": plain("Ja"),
                "deny": plain("Nej"),
            }
        )
    ),
    "a question without answers": actions(button(confirm={"title": plain("?")})),
    "a hundred and one options": actions(select(options=[option(str(n)) for n in range(101)])),
    "no options": actions(select(options=[])),
    "a long option": actions(select(options=[option(text="x" * 76)])),
    "a long option's value": actions(select(options=[option("x" * 151)])),
    "an option in mrkdwn in a select": actions(
        select(options=[{"text": mrkdwn("x"), "value": "a"}])
    ),
    "a chosen option that is not offered": actions(select(initial_option=option("b"))),
    "options and groups": actions(select(option_groups=[])),
    "six items in an overflow": section(
        accessory={
            "type": "overflow",
            "action_id": "more",
            "options": [option(str(n)) for n in range(6)],
        }
    ),
    "eleven checkboxes": actions(
        {"type": "checkboxes", "action_id": "x", "options": [option(str(n)) for n in range(11)]}
    ),
    "a long placeholder": actions(select(placeholder=plain("x" * 151))),
    "an input outside an input block": actions({"type": "plain_text_input", "action_id": "x"}),
    "feedback without its negative": feedback(negative_button=None),
    "feedback with a long value": feedback(
        positive_button={"text": plain("Bra"), "value": "x" * 2001}
    ),
    "feedback in an actions block": actions(*feedback()["elements"]),
    "a long markdown": {"type": "markdown", "text": "x" * 12_001},
    "an empty markdown": {"type": "markdown", "text": ""},
    "a table of 101 rows": table(101, 1),
    "a table of 21 columns": table(1, 21),
    "an empty cell": {"type": "table", "rows": [[{"type": "raw_text", "text": ""}]]},
    "a table's unknown alignment": table(1, 1, column_settings=[{"align": "justify"}]),
    "an empty rich text": {"type": "rich_text", "elements": []},
    "a text outside a section": {"type": "rich_text", "elements": [{"type": "text", "text": "x"}]},
    "an empty text in rich text": rich({"type": "text", "text": ""}),
    "a link without address": rich({"type": "link", "text": "x"}),
    "an unknown style in rich text": rich({"type": "text", "text": "x", "style": {"big": True}}),
    "a list without style": {
        "type": "rich_text",
        "elements": [{"type": "rich_text_list", "elements": [{"type": "rich_text_section"}]}],
    },
}


@pytest.mark.parametrize("block", REFUSED.values(), ids=REFUSED.keys())
def test_slack_refuses(block: Payload) -> None:
    assert set(codes(block)) == {"invalid_blocks"}


def test_a_message_has_at_most_fifty_blocks() -> None:
    assert codes(*[{"type": "divider"}] * 50) == []
    assert codes(*[{"type": "divider"}] * 51) == ["invalid_blocks"]


def test_a_block_id_stands_once_in_a_message() -> None:
    assert codes(section(block_id="a"), section(block_id="b")) == []
    assert codes(section(block_id="a"), section(block_id="a")) == ["invalid_blocks"]


def test_an_action_id_may_come_back_in_another_block() -> None:
    assert codes(actions(button()), actions(button())) == []


def test_the_blocks_of_a_message_hold_about_13_200_characters() -> None:
    assert codes(*[section("x" * 2500)] * 5) == []
    assert codes(*[section("x" * 2700)] * 5) == ["msg_blocks_too_long"]


def test_markdown_blocks_share_12_000_characters() -> None:
    long = {"type": "markdown", "text": "x" * 6100}
    assert codes(long) == []
    assert codes(long, long) == ["invalid_blocks"]


def test_a_message_has_one_table() -> None:
    assert codes(table(1, 1), table(1, 1)) == ["invalid_attachments"]


def test_blocks_without_a_text_are_taken_but_noted() -> None:
    (problem,) = message_problems(text=" ", blocks=[section()])
    assert (problem.code, problem.refused) == ("no_fallback", False)


def test_an_input_in_a_message_that_never_dispatches_is_noted() -> None:
    (problem,) = message_problems(text="Svar", blocks=[text_input()])
    assert not problem.refused


def test_a_problem_names_its_place_as_slack_does() -> None:
    (problem,) = message_problems(text="Svar", blocks=[section("x" * 3001)])
    assert str(problem) == (
        "[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    )


def test_what_slack_sdk_builds_is_taken() -> None:
    block = SectionBlock(text=MarkdownTextObject(text="Svar")).to_dict()
    assert message_problems(text="Svar", blocks=[block]) == []


def test_blocks_must_be_a_list() -> None:
    assert [problem.code for problem in message_problems(text="x", blocks="[]")] == [
        "invalid_blocks"
    ]


def test_markdown_text_stands_alone() -> None:
    (problem,) = message_problems(text="Svar", markdown_text="**Svar**")
    assert problem.code == "markdown_text_conflict"


def test_blocks_of_attachments_are_checked_too() -> None:
    problems = message_problems(text="Svar", attachments=[{"blocks": [section("")]}])
    assert problems[0].pointer == "/attachments/0/blocks/0/text/text"


VIEWS = {
    "a modal": (modal(section()), True),
    "a form": (modal(text_input(), submit=plain("Spara"), close=plain("Avbryt")), True),
    "a form without submit": (modal(text_input()), False),
    "a title of 24": (modal(section(), title=plain("x" * 24)), True),
    "a title of 25": (modal(section(), title=plain("Registrera omvärldsbevakning"[:25])), False),
    "a modal without title": ({"type": "modal", "blocks": [section()]}, False),
    "a long submit": (modal(text_input(), submit=plain("x" * 25)), False),
    "a long close": (modal(section(), close=plain("x" * 25)), False),
    "an empty modal": (modal(), False),
    "a hundred blocks": (modal(*[section()] * 100), True),
    "a hundred and one blocks": (modal(*[section()] * 101), False),
    "private metadata of 3000": (modal(section(), private_metadata="x" * 3000), True),
    "private metadata of 3001": (modal(section(), private_metadata="x" * 3001), False),
    "a long callback_id": (modal(section(), callback_id="x" * 256), False),
    "a view as Slack returned it": (modal(section(), hash="1.a"), False),
    "markdown in a modal": (modal({"type": "markdown", "text": "x"}), False),
    "a table in a modal": (modal(table(1, 1)), False),
    "a Home tab": ({"type": "home", "blocks": [section()]}, True),
    "a Home tab with a title": (
        {"type": "home", "title": plain("x"), "blocks": [section()]},
        False,
    ),
    "a Home tab with submit": (
        {"type": "home", "submit": plain("x"), "blocks": [section()]},
        False,
    ),
    "an unknown view": ({"type": "panel", "blocks": [section()]}, False),
    "no view at all": (None, False),
}


@pytest.mark.parametrize(("view", "taken"), VIEWS.values(), ids=VIEWS.keys())
def test_views(view: Any, taken: bool) -> None:
    problems = view_problems(view)
    assert [problem.code for problem in problems] == ([] if taken else ["invalid_arguments"])


def test_a_huge_view_is_too_large() -> None:
    huge = modal(*[section("ö" * 2900)] * 60)
    assert {problem.code for problem in view_problems(huge)} == {"view_too_large"}


@pytest.mark.parametrize(
    ("metadata", "code"),
    [
        ({"event_type": "sent", "event_payload": {"id": "1"}}, None),
        ({"event_type": "sent"}, "invalid_metadata_format"),
        ({"event_payload": {}}, "invalid_metadata_format"),
        ("sent", "invalid_metadata_format"),
        ({"event_type": "sent", "event_payload": {"text": "x" * 20_000}}, "metadata_too_large"),
    ],
)
def test_metadata(metadata: Any, code: str | None) -> None:
    assert [problem.code for problem in metadata_problems(metadata)] == ([code] if code else [])
