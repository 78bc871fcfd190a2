"""What the app answers beside the Web API: acknowledgements with a payload, and response_url.

https://docs.slack.dev/interactivity/handling-user-interaction
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tests.fakes.slack import posting, views
from tests.fakes.slack.posting import check_content
from tests.fakes.slack.records import Member, Payload, ResponseUrl, View
from tests.fakes.slack.workspace import Refused, Workspace

USES: Final = 5
LIFETIME: Final = 30 * 60.0


def use_response_url(workspace: Workspace, url: ResponseUrl, content: Payload) -> None:
    """One of the five uses; raises Refused when there is none left or Slack takes no such content.

    https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
    """
    if workspace.clock.now() - url.given_at > LIFETIME:
        workspace.violate("expired_url", "response_url", "after thirty minutes")
        raise Refused("expired_url")
    if url.uses >= USES:
        workspace.violate("used_url", "response_url", "a sixth use")
        raise Refused("used_url")
    url.uses += 1
    respond(workspace, url, content, "response_url")


def respond(workspace: Workspace, url: ResponseUrl, content: Payload, where: str) -> None:
    """Posts, replaces or deletes; the caller holds the lock."""
    original = url.original
    if _is_true(content.get("delete_original")) and original is not None:
        posting.delete(workspace, original)
        return
    check_content(workspace, where, content)
    if _is_true(content.get("replace_original")) and original is not None:
        posting.change(workspace, original, _whole(content))
        url.results.append(original)
        return
    in_channel = content.get("response_type") == "in_channel"
    url.results.append(
        posting.post(
            workspace,
            url.channel,
            content,
            thread_ts=content.get("thread_ts") or None,
            ephemeral_to=None if in_channel else url.user,
        )
    )


def _whole(content: Payload) -> Payload:
    """A replacement leaves nothing of the message before."""
    return {"text": "", "blocks": [], "attachments": []} | content


def _is_true(value: object) -> bool:
    return value in (True, "true")


def on_command_ack(workspace: Workspace, url: ResponseUrl) -> Callable[[Payload | None], None]:
    """A command's acknowledgement may carry its answer.

    https://docs.slack.dev/interactivity/implementing-slash-commands#responding_to_commands
    """

    def acknowledged(response: Payload | None) -> None:
        if response and (response.get("text") or response.get("blocks")):
            with workspace.changing():
                respond(workspace, url, response, "acknowledgement")

    return acknowledged


def on_submission_ack(
    workspace: Workspace, person: Member, view: View
) -> Callable[[Payload | None], None]:
    """An empty acknowledgement closes the view, a ``response_action`` does what it says.

    https://docs.slack.dev/surfaces/modals#response_actions
    """

    def acknowledged(response: Payload | None) -> None:
        with workspace.changing():
            _act(workspace, person, view, response or {})

    return acknowledged


def _act(workspace: Workspace, person: Member, view: View, response: Payload) -> None:
    action = response.get("response_action")
    if action == "errors":
        view.errors = _checked_errors(workspace, view, response.get("errors") or {})
    elif action == "update":
        views.checked(workspace, "views.update", response.get("view"), "modal")
        views.replace(workspace, view, response["view"])
    elif action == "push":
        views.checked(workspace, "views.push", response.get("view"), "modal")
        views.push(workspace, person, response["view"])
    elif action == "clear":
        views.close(workspace, person, all_views=True)
    elif not response and view in person.views:
        views.close(workspace, person)
    elif response:
        workspace.violate("invalid_response", "view_submission", f"{response}")
        raise Refused("invalid_response")


def _checked_errors(workspace: Workspace, view: View, errors: Payload) -> dict[str, str]:
    """Slack shows an error under an input block and refuses any other place."""
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    strangers = sorted(set(errors) - inputs)
    if strangers or not errors:
        workspace.violate("invalid_response", "view_submission", f"errors for {strangers}")
        raise Refused("invalid_response")
    return {block_id: str(text) for block_id, text in errors.items()}
