"""A list of activities, page by page, in a message or a modal."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.activity_card import activity_line
from bot.channels.slack.blocks.elements import Block, actions, button, context, header, section
from bot.channels.slack.blocks.fitting import Message, Piece, View, key, message, modal, rows
from bot.channels.slack.blocks.text import neutral, shown
from bot.services.activities.log import ActivityPage
from bot.services.reports.naming import Names
from knowledge.model import Value
from knowledge.texts.catalogue import say


class Listing(Value):
    """A page of what ``text`` asked for; ``municipality`` is the one that it is about, None for
    all. ``unknown`` are words of it that nobody understood; ``lacks_unit`` says that it asked for
    the person's units, and none is known.
    """

    text: str
    page: ActivityPage
    municipality: str | None = None
    unknown: tuple[str, ...] = ()
    lacks_unit: bool = False


def turned(text: str, page: int) -> str:
    """Which page of what list a button shows, as its value."""
    return json.dumps([text, page], ensure_ascii=False)


def read_turned(value: str) -> tuple[str, int]:
    """The same back. Raises ValueError for what ``turned`` never made."""
    match json.loads(value):
        case [str(text), int(page)]:
            return text, page
    raise ValueError(f"no page: {value[:100]}")


def list_message(listing: Listing, known: Mapping[str, Names], language: str) -> Message:
    """The list as a message; ``known`` are the names of each municipality in it."""
    lines = _lines(listing, known)
    told = [_heading(listing, language), *lines]
    return message(map(neutral, told), list(_pieces(listing, lines, language)), language)


def list_view(listing: Listing, known: Mapping[str, Names], language: str) -> View:
    """The list as a modal."""
    parts = list(_pieces(listing, _lines(listing, known), language))
    return modal(say("activities-title", language), names.ACTIVITIES_VIEW, parts, language)


def _lines(listing: Listing, known: Mapping[str, Names]) -> list[str]:
    """An activity each, with its municipality where they may differ."""
    lines = [
        (activity_line(each, known[each.municipality]), each.municipality)
        for each in listing.page.activities
    ]
    return [line if listing.municipality else f"{line} · {place}" for line, place in lines]


def _heading(listing: Listing, language: str) -> str:
    page = listing.page
    if listing.lacks_unit:
        return say("activities-lacks-unit", language)
    if not page.total:
        return say("activities-none", language)
    return say("activities-page", language, page=page.number, pages=page.pages, total=page.total)


def _pieces(listing: Listing, lines: Sequence[str], language: str) -> Iterator[Piece]:
    asked = shown(listing.text, 200) if listing.text else say("activities-all", language)
    place = listing.municipality or say("activities-everywhere", language)
    yield key(header(say("activities-title", language)), context(f"{place} · {asked}"))
    yield key(section(_heading(listing, language)))
    if listing.unknown:
        words = shown(", ".join(listing.unknown), 200)
        yield key(section(say("activities-unknown", language, words=words)))
    blocks = [
        section(
            shown(line, 600),
            button(
                say("activities-open", language),
                names.numbered(names.OPEN_ACTIVITY, place),
                str(each.id),
                label=say("activities-open-named", language, number=str(each.id)),
            ),
        )
        for place, (each, line) in enumerate(zip(listing.page.activities, lines, strict=True))
    ]
    yield rows(blocks, language)
    turning = list(_turning(listing, language))
    if turning:
        yield key(actions(turning))


def _turning(listing: Listing, language: str) -> Iterator[Block]:
    page = listing.page
    for place, text, other in (
        (0, "activities-before", page.number - 1),
        (1, "activities-after", page.number + 1),
    ):
        if 1 <= other <= page.pages:
            action = names.numbered(names.TURN_ACTIVITIES, place)
            yield button(say(text, language), action, turned(listing.text, other))
