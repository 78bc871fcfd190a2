"""A whole section in a modal, with the quote marked, and the way to the sections beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.channels.slack.blocks import limits, names
from bot.channels.slack.blocks.elements import Block, actions, button, context, header
from bot.channels.slack.blocks.fitting import Piece, View, key, modal, weight
from bot.channels.slack.blocks.passages import Shown, passage_blocks
from bot.channels.slack.blocks.quotes import dated_line
from bot.channels.slack.blocks.targets import SectionTarget, target_of
from bot.channels.slack.blocks.text import shown
from bot.services.sections import SectionPage
from knowledge.model import SectionReference
from knowledge.texts.catalogue import say

PART_BYTES = 15_000
"""How much of a section is shown at once: some 2,000 words, a long scroll on a phone."""

PART_BLOCKS = 60

HEADING = 40
"""Characters of a neighbour's heading on its button."""


def section_view(page: SectionPage, language: str, *, today: date, part: int | None = None) -> View:
    """A section; of a long one ``part``, from 0 to the last, else the part with the quote."""
    parts = section_parts(page)
    number = _quoted_part(parts) if part is None else min(max(part, 0), len(parts) - 1)
    pieces = [
        *_heading(page, parts[number], today, language),
        *(key(each.block) for each in parts[number]),
        *_turning(page, number, len(parts), language),
    ]
    return modal(page.section.municipality, names.SECTION_VIEW, pieces, language)


def section_parts(page: SectionPage) -> list[list[Shown]]:
    """The section's text in as many parts as a modal can show one at a time; at least one."""
    parts: list[list[Shown]] = [[]]
    room = PART_BYTES
    for each in (block for passage in page.parts for block in passage_blocks(passage)):
        taken = weight([each.block])
        if parts[-1] and (taken > room or len(parts[-1]) == PART_BLOCKS):
            parts.append([])
            room = PART_BYTES
        parts[-1].append(each)
        room -= taken
    return parts


def _quoted_part(parts: Sequence[Sequence[Shown]]) -> int:
    quoted = (n for n, part in enumerate(parts) if any(each.has_quote for each in part))
    return next(quoted, 0)


def _heading(
    page: SectionPage, part: Sequence[Shown], today: date, language: str
) -> Iterator[Piece]:
    yield key(header(_label(page.section)))
    if len(page.section.section_path) > 1:
        yield key(context(" › ".join(page.section.section_path)))
    yield key(context(dated_line(page.section, page.validity, today, language)))
    if any(each.has_quote for each in part):
        yield key(context(say("slack-quote-marked", language)))
    if not part:
        yield key(context(say("slack-section-empty", language)))


def _turning(page: SectionPage, number: int, parts: int, language: str) -> Iterator[Piece]:
    """How to go on: within the section, and to the ones beside it."""
    if parts > 1:
        yield key(context(say("slack-section-part", language, part=number + 1, parts=parts)))
    for buttons in (_part_buttons(page, number, parts, language), _neighbours(page, language)):
        row = list(buttons)
        if row:
            yield key(actions(row))


def _part_buttons(page: SectionPage, number: int, parts: int, language: str) -> Iterator[Block]:
    target = target_of(page.section).model_copy(update={"quote": page.quote})
    for place, text, other in (
        (0, "slack-part-before", number - 1),
        (1, "slack-part-after", number + 1),
    ):
        if 0 <= other < parts:
            turned = target.model_copy(update={"part": other})
            yield from _turn(place, say(text, language), turned)


def _neighbours(page: SectionPage, language: str) -> Iterator[Block]:
    for place, text, other in (
        (2, "slack-section-before", page.previous),
        (3, "slack-section-after", page.following),
    ):
        if other is not None:
            label = _label(other)
            heading = say(text, language, section=shown(label, HEADING))
            named = say(f"{text}-named", language, section=label)
            yield from _turn(place, heading, target_of(other), named)


def _turn(
    place: int, text: str, target: SectionTarget, label: str | None = None
) -> Iterator[Block]:
    if target.is_showable:
        action = names.numbered(names.TURN_SECTION, place)
        yield button(text, action, target.encoded(), label=label)


def _label(section: SectionReference) -> str:
    number = section.section_number
    return shown(f"{number} {section.section}" if number else section.section, limits.HEADER)
