"""What a person sees of a message or a view, and where the things in it are."""

from __future__ import annotations

from typing import Any

from tests.fakes.slack.elements import elements_of, first_state, given_value, is_empty
from tests.fakes.slack.interactions import is_button
from tests.fakes.slack.records import Member, Message, Payload, View

Surface = Message | View


def check_seen(person: Member, surface: Surface) -> None:
    """Raises LookupError for what is not shown to the person."""
    if isinstance(surface, View):
        seen = surface is person.home or surface in person.views[-1:]
    elif surface.ephemeral_to:
        seen = surface in person.ephemerals
    else:
        seen = person.id in surface.channel.members and not surface.deleted
    if not seen:
        raise LookupError(f"{person.real_name} does not see {surface}")


def open_modal(person: Member, view: View | None) -> View:
    """The modal on top; raises LookupError when that is none, or not this one."""
    if not person.views or (view is not None and view is not person.views[-1]):
        raise LookupError(f"{person.real_name} does not see {view or 'a modal'} on top")
    return person.views[-1]


def find(
    person: Member,
    surface: Surface,
    action_id: str,
    value: str | None,
    block_id: str | None,
    *,
    buttons: bool = True,
) -> tuple[Payload, Payload]:
    """The one element, with its block; raises LookupError for none and for several."""
    check_seen(person, surface)
    shown = [
        (block, element)
        for block, element in elements_of(surface.blocks)
        if person.id in element.get("visible_to_user_ids", [person.id])
    ]
    found = [
        (block, element)
        for block, element in shown
        if element["action_id"] == action_id
        and block_id in (None, block["block_id"])
        and is_button(element) is buttons
        and (element["type"] != "button" or value in (None, element.get("value")))
    ]
    if len(found) == 1:
        return found[0]
    offered = ", ".join(f"{one['action_id']} ({one.get('value', '')})" for _, one in shown)
    count = "no" if not found else f"{len(found)} of"
    raise LookupError(
        f"{person.real_name} sees {count} {action_id} (value {value!r}, block {block_id!r}) "
        f"among: {offered or 'nothing'}\nin {surface}"
    )


def state_of(person: Member, surface: Surface) -> Payload:
    """What the person has chosen and typed, to be changed in place."""
    if isinstance(surface, View):
        return surface.state
    return surface.states.setdefault(person.id, first_state(surface.blocks))


def fill(view: View, block_id: str, action_id: str, value: Any) -> None:
    """Raises LookupError when the view has no such field."""
    for block, element in elements_of(view.blocks):
        if block["block_id"] == block_id and element["action_id"] == action_id:
            view.state.setdefault(block_id, {})[action_id] = given_value(element, value)
            return
    held = [(block["block_id"], one["action_id"]) for block, one in elements_of(view.blocks)]
    raise LookupError(f"{view.title!r} holds {held}, not {(block_id, action_id)}")


def check_required(view: View) -> None:
    """Raises ValueError for an empty input that is not optional."""
    for block in view.blocks:
        if block["type"] != "input" or block.get("optional"):
            continue
        if is_empty(view.state[block["block_id"]][block["element"]["action_id"]]):
            raise ValueError(f"{view.title!r} wants {block['block_id']}")
