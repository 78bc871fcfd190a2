"""The coordinators' broadcasts, the latest first, and what waits for a person's answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.elements import (
    Block,
    actions,
    button,
    context,
    header,
    paragraph,
    rich,
    section,
)
from bot.channels.slack.blocks.fitting import Importance, Piece, View, key, modal, rows
from bot.channels.slack.blocks.reminder import (
    answer_buttons,
    listed_units,
    outcome_words,
    why_words,
)
from bot.channels.slack.blocks.text import shown
from bot.domain.reminders.broadcast import Broadcast, BroadcastStatus
from bot.domain.reminders.schedule import Now
from bot.services.reminders.answering import Asked
from bot.services.reminders.told_times import moment_in_words, told
from knowledge.texts.catalogue import say

MOST_ASKED = 15
"""Things that wait for one person's answer, each with its buttons."""


def broadcasts_view(
    broadcasts: Sequence[Broadcast], *, only_drafts: bool, language: str, place: str | None = None
) -> View:
    """The list in a modal, with a button for a new one; ``place`` is the only municipality whose
    they are, if it is only one's.
    """
    kind = "drafts" if only_drafts else "broadcasts"
    new = button(say("home-compose", language), names.COMPOSE, is_primary=True)
    heading = say(f"{kind}-count", language, count=len(broadcasts))
    blocks = [
        section(
            broadcast_line(each, language, is_named=place is None),
            button(
                say("broadcast-open", language),
                names.numbered(names.SHOW_BROADCAST, number),
                str(each.id),
                label=say("broadcast-open-named", language, number=str(each.id)),
            ),
        )
        for number, each in enumerate(broadcasts)
    ]
    of_one = [context(say("broadcasts-of-one", language, municipality=place))] if place else []
    parts = [key(section(heading), *of_one, actions([new])), rows(blocks, language)]
    return modal(say(f"{kind}-title", language), names.BROADCASTS_VIEW, parts, language)


def broadcast_line(broadcast: Broadcast, language: str, *, is_named: bool = False) -> str:
    """A broadcast in two lines, with its municipality where that ``is_named``."""
    status = say(f"broadcast-status-{broadcast.status.value}", language)
    lines = [f"{broadcast.id} · {shown(broadcast.content.title, 200)}"]
    schedule = broadcast.content.schedule
    has_gone = isinstance(schedule, Now) and broadcast.status is not BroadcastStatus.DRAFT
    place = [broadcast.content.municipality] if is_named else []
    more = [status, *place, *([] if has_gone else [told(schedule, language)])]
    if broadcast.next_at:
        at = moment_in_words(broadcast.next_at, language)
        more.append(say("broadcast-next", language, at=at))
    return "\n".join([*lines, " · ".join(more)])


def mine_view(mine: Sequence[Asked], units: Mapping[str, str], language: str) -> View:
    """What waits for somebody's answer, with the buttons to give it; ``units`` are names by id."""
    parts = list(_mine(mine, units, language))
    return modal(say("mine-title", language), names.MINE_VIEW, parts, language)


def _mine(mine: Sequence[Asked], units: Mapping[str, str], language: str) -> Iterator[Piece]:
    yield key(section(say("mine-count", language, count=len(mine))))
    for place, each in enumerate(mine[:MOST_ASKED]):
        whole = _asked(each, units, place, language)
        yield Piece((whole, whole[:1]), Importance.ROW)
    if len(mine) > MOST_ASKED:
        yield key(context(say("slack-more", language, count=len(mine) - MOST_ASKED)))


def _asked(asked: Asked, units: Mapping[str, str], place: int, language: str) -> tuple[Block, ...]:
    content, recipient = asked.occurrence.content, asked.recipient
    unit = listed_units(recipient, units, language)
    at = moment_in_words(asked.occurrence.due_at, language)
    why = why_words(recipient, language, unit)
    outcome = outcome_words(asked.occurrence, recipient, language)
    return (
        header(content.title),
        section(shown(content.text, 1000)),
        context(f"{say('mine-sent', language, at=at)} {why}"),
        rich(paragraph(*outcome.inlines)),
        actions(answer_buttons(asked.occurrence, recipient, language, place)),
    )
