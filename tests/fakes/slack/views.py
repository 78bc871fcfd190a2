"""Opening, stacking and replacing views.

https://docs.slack.dev/surfaces/modals
"""

from __future__ import annotations

from typing import Any, Final

from tests.fakes.slack.block_kit import view_problems
from tests.fakes.slack.block_kit.blocks import with_ids
from tests.fakes.slack.elements import first_state
from tests.fakes.slack.posting import note_problems
from tests.fakes.slack.records import Member, Trigger, View
from tests.fakes.slack.workspace import Refused, Workspace

#: A root view and two pushed upon it.
DEEPEST: Final = 3


def exchange(workspace: Workspace, trigger_id: str) -> Trigger:
    """The trigger's one use; raises Refused when it is unknown, used or too old."""
    trigger = workspace.triggers.get(trigger_id)
    if trigger is None:
        raise Refused("invalid_trigger_id")
    if trigger_id in workspace.exchanged:
        raise Refused("exchanged_trigger_id")
    if workspace.clock.now() - trigger.given_at >= workspace.trigger_lifetime:
        raise Refused("expired_trigger_id")
    workspace.exchanged.add(trigger_id)
    return trigger


def checked(workspace: Workspace, where: str, content: Any, kind: str) -> None:
    """Raises Refused for a view that Slack does not take here."""
    note_problems(workspace, where, view_problems(content))
    if content["type"] != kind:
        raise Refused(
            "invalid_arguments",
            response_metadata={"messages": [f"[ERROR] {where} takes a view of type {kind}"]},
        )
    external = content.get("external_id")
    standing = [one for one in workspace.views.values() if one.content.get("external_id")]
    if external and where != "views.update":
        for other in standing:
            if other.content["external_id"] == external:
                raise Refused("duplicate_external_id")


def open_root(workspace: Workspace, person: Member, content: Any) -> View:
    """A new stack; what was open before is closed."""
    for view in person.views:
        workspace.views.pop(view.id, None)
    person.views = []
    view = _new(workspace, person, content)
    person.views.append(view)
    return view


def push(workspace: Workspace, person: Member, content: Any) -> View:
    """Raises Refused when no view is open or three already are."""
    if not person.views:
        raise Refused("not_found")
    if len(person.views) >= DEEPEST:
        raise Refused("push_limit_reached")
    view = _new(workspace, person, content)
    view.root_view_id = person.views[0].id
    view.previous_view_id = person.views[-1].id
    person.views.append(view)
    return view


def replace(workspace: Workspace, view: View, content: Any, if_hash: str | None = None) -> View:
    """The view with new content; raises Refused when its hash is not the expected one."""
    if if_hash and if_hash != view.hash:
        raise Refused("hash_conflict")
    view.content = _named(workspace, content)
    view.state = first_state(view.blocks, view.state)
    view.hash = _hash(workspace)
    view.errors = {}
    return view


def publish(workspace: Workspace, person: Member, content: Any, if_hash: str | None = None) -> View:
    """The person's Home tab; raises Refused when its hash is not the expected one."""
    if person.home is not None:
        return replace(workspace, person.home, content, if_hash)
    person.home = _new(workspace, person, content)
    return person.home


def close(workspace: Workspace, person: Member, *, all_views: bool = False) -> None:
    """Takes the top view off, or all of them."""
    closed = person.views if all_views else person.views[-1:]
    for view in list(closed):
        person.views.remove(view)
        workspace.views.pop(view.id, None)


def _new(workspace: Workspace, person: Member, content: Any) -> View:
    view_id = workspace.ids.new("V")
    view = View(
        view_id,
        person.id,
        content["type"],
        _named(workspace, content),
        _hash(workspace),
        root_view_id=view_id,
    )
    view.state = first_state(view.blocks)
    workspace.views[view.id] = view
    return view


def _named(workspace: Workspace, content: Any) -> Any:
    return {**content, "blocks": with_ids(content["blocks"], workspace.ids.short)}


def _hash(workspace: Workspace) -> str:
    return f"{int(workspace.clock.now())}.{workspace.ids.short().lower()}"
