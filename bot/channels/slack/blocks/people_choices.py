"""Selects of people and conversations, which Slack fills and searches itself
(https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element).
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.channels.slack.blocks.elements import Block


def person_select(action: str, first: str | None = None) -> Block:
    """A select of one person; ``first`` is chosen."""
    made: Block = {"type": "users_select", "action_id": action}
    return {**made, "initial_user": first} if first else made


def people_select(action: str, first: Iterable[str] = ()) -> Block:
    """A select of several people; those of ``first`` are chosen."""
    made: Block = {"type": "multi_users_select", "action_id": action}
    chosen = sorted(first)
    return {**made, "initial_users": list(chosen)} if chosen else made


def channels_select(action: str, first: Iterable[str] = ()) -> Block:
    """A select of several channels, private ones too; those of ``first`` are chosen."""
    made: Block = {
        "type": "multi_conversations_select",
        "action_id": action,
        "filter": {"include": ["public", "private"], "exclude_bot_users": True},
    }
    chosen = sorted(first)
    return {**made, "initial_conversations": list(chosen)} if chosen else made
