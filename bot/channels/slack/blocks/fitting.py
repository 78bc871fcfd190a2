"""The one way from blocks to a message or view: when it is too much, the least important goes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from bot.channels.slack.blocks import limits
from bot.channels.slack.blocks.elements import Block, context, plain
from bot.channels.slack.blocks.text import Mrkdwn, join
from knowledge.texts.catalogue import say


class Importance(IntEnum):
    """What gives way first is lowest."""

    NOTE = 0
    QUOTE = 1
    ROW = 2
    KEY = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """Blocks that belong together, in ``forms`` from the whole to the shortest, maybe empty one."""

    forms: tuple[tuple[Block, ...], ...]
    importance: Importance


@dataclass(frozen=True, slots=True)
class Message:
    """``text`` is all of it as mrkdwn, for notifications, screen readers and where blocks fail."""

    text: str
    blocks: list[Block]


@dataclass(frozen=True, slots=True)
class View:
    """A modal or a Home tab as the methods ``views.*`` take it."""

    payload: Block


def key(*blocks: Block) -> Piece:
    """What stays as it is."""
    return Piece((blocks,), Importance.KEY)


def note(*blocks: Block) -> Piece:
    """What may be left out."""
    return Piece((blocks, ()), Importance.NOTE)


def rows(blocks: Sequence[Block], language: str, left_out: int = 0) -> Piece:
    """Rows of which the last may be left out; how many are, with ``left_out`` others, is told."""
    counts = dict.fromkeys(len(blocks) * share // 8 for share in range(8, -1, -1))
    forms = []
    for count in counts:
        missing = len(blocks) - count + left_out
        told = [context(say("slack-more", language, count=missing))] if missing else []
        forms.append((*blocks[:count], *told))
    return Piece(tuple(forms), Importance.ROW)


def message(paragraphs: Iterable[Mrkdwn], parts: Sequence[Piece], language: str) -> Message:
    """A message within Slack's limits; ``paragraphs`` say the same in words."""
    blocks = fit(parts, limits.MESSAGE_BLOCKS, limits.MESSAGE_BYTES, language)
    return Message(text=join(paragraphs), blocks=blocks)


def modal(
    title: str,
    callback: str,
    parts: Sequence[Piece],
    language: str,
    *,
    submit: str | None = None,
    metadata: str = "",
) -> View:
    """A modal within Slack's limits; with ``submit`` it has inputs.

    https://docs.slack.dev/reference/views/modal-views
    """
    close = say("slack-cancel" if submit else "slack-close", language)
    payload: Block = {
        "type": "modal",
        "callback_id": callback,
        "title": plain(title, limits.VIEW_TITLE),
        "close": plain(close, limits.VIEW_TITLE),
        "blocks": list(fit(parts, limits.VIEW_BLOCKS, limits.VIEW_BYTES, language)),
        "private_metadata": metadata,
    }
    if submit:
        payload["submit"] = plain(submit, limits.VIEW_TITLE)
    return View(payload)


def home(parts: Sequence[Piece], language: str) -> View:
    """A Home tab within Slack's limits.

    https://docs.slack.dev/reference/views/home-tab-views
    """
    blocks = fit(parts, limits.VIEW_BLOCKS, limits.VIEW_BYTES, language)
    return View({"type": "home", "blocks": list(blocks)})


def weight(blocks: Iterable[Block]) -> int:
    """The bytes of the blocks' JSON, with &, < and > as the entities they are sent as."""
    written = (json.dumps(block, ensure_ascii=False) for block in blocks)
    escapes = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
    return sum(len(each.translate(escapes).encode()) + 1 for each in written)


def fit(parts: Sequence[Piece], most: int, room: int, language: str) -> list[Block]:
    """The pieces in forms that together are at most ``most`` blocks and ``room`` bytes.

    Of the least important pieces the last takes its next shorter form, until all fit. If their
    shortest forms do not, whole pieces are left out in the same order; a line at the end tells so.
    """
    chosen = [0] * len(parts)
    weights = [[weight(form) for form in part.forms] for part in parts]

    def fits(kept: Iterable[int], spare: int = 0, spare_bytes: int = 0) -> bool:
        counted = [(len(parts[i].forms[chosen[i]]), weights[i][chosen[i]]) for i in kept]
        return (
            sum(count for count, _ in counted) + spare <= most
            and sum(taken for _, taken in counted) + spare_bytes <= room
        )

    order = sorted(range(len(parts)), key=lambda i: (parts[i].importance, -i))
    for i in order:
        while not fits(range(len(parts))) and chosen[i] + 1 < len(parts[i].forms):
            chosen[i] += 1
    kept = set(range(len(parts)))
    if fits(kept):
        return [block for i in sorted(kept) for block in parts[i].forms[chosen[i]]]
    told = context(say("slack-cut", language))
    for i in order:
        if not fits(kept, 1, weight([told])):
            kept.discard(i)
    return [block for i in sorted(kept) for block in parts[i].forms[chosen[i]]] + [told]
