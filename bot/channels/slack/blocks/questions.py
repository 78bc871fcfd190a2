"""What a person is to look at before an activity is stored: warnings with the sentences they come
from, activities that may be the same, and what somebody else has changed meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.choices import asked_for, checkbox, writing
from bot.channels.slack.blocks.elements import (
    Block,
    bullets,
    divider,
    header,
    mention,
    moment,
    paragraph,
    rich,
    section,
    words,
)
from bot.channels.slack.blocks.fitting import Piece, key, rows
from bot.channels.slack.blocks.quotes import quote_pieces, short_line
from bot.channels.slack.blocks.text import shown
from bot.channels.slack.entries import Entries
from bot.domain.activities.activity import LONGEST_REASON, Activity
from bot.files.activity_fields import Difference
from bot.services.activities.concerns import Concern
from knowledge.texts.catalogue import say

MOST_SHOWN = 8
LONGEST_VALUE = 400
"""Characters of a field's value where others stand beside it."""

_FIRST_ORDINAL = 10
"""Of the buttons that show sections, so that they differ from the form's."""


@dataclass(frozen=True)
class Alike:
    """An activity that may be the same, and what to show of it."""

    id: int
    line: str


@dataclass(frozen=True)
class Changed:
    """What somebody else has made of the activity since the form was opened; ``differences`` are
    from that to what stands in the form.
    """

    activity: Activity
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class Questions:
    """All there is to look at."""

    concerns: tuple[Concern, ...] = ()
    alike: tuple[Alike, ...] = ()
    changed: Changed | None = None

    def __bool__(self) -> bool:
        return bool(self.concerns or self.alike or self.changed)


def question_pieces(questions: Questions, entries: Entries, language: str) -> Iterator[Piece]:
    """What to look at, each with where to say so. The inputs are optional to Slack, which would
    demand them even where the form below was corrected instead.
    """
    if not questions:
        return
    yield key(header(say("activity-questions", language)))
    if questions.changed:
        yield from _changed(questions.changed, entries, language)
    if questions.concerns:
        yield from concern_pieces(questions.concerns, entries.reason, language)
    if questions.alike:
        yield from _alike(questions.alike, entries, language)
    yield key(divider())


def _changed(changed: Changed, entries: Entries, language: str) -> Iterator[Piece]:
    now = changed.activity
    who = rich(
        paragraph(
            words(f"{say('activity-changed-meanwhile', language)} "),
            mention(now.changed_by),
            words(" "),
            moment(now.changed_at),
        )
    )
    yield key(who)
    if changed.differences:
        yield key(section(say("activity-differs", language)))
        yield key(rich(bullets(map(difference_words, changed.differences))))
    box = checkbox(
        names.ACTIVITY_READ,
        say("activity-read", language),
        say("activity-read-about", language),
        "read",
        is_set=entries.has_read,
    )
    yield key(asked_for(box, say("activity-read-label", language), is_optional=True))


def difference_words(difference: Difference) -> list[Block]:
    """A field as it was and as it became."""
    was, became = (shown(each, LONGEST_VALUE) for each in (difference.was, difference.became))
    return [words(f"{difference.label}: ", bold=True), words(f"{was} → {became}")]


def concern_pieces(concerns: Sequence[Concern], reason: str, language: str) -> Iterator[Piece]:
    """Warnings with their sentences, and the input for the reason to set them aside."""
    for place, each in enumerate(concerns, start=_FIRST_ORDINAL):
        yield key(section(say(f"record-concern-{each.kind.value}", language)))
        if each.citation is not None:
            line = short_line(each.citation, language)
            yield from quote_pieces(each.citation, line, place, language)
    because = writing(names.ACTIVITY_REASON, LONGEST_REASON, reason)
    yield key(
        asked_for(
            because,
            say("activity-reason", language),
            hint=say("activity-reason-hint", language),
            is_optional=True,
        )
    )


def _alike(alike: tuple[Alike, ...], entries: Entries, language: str) -> Iterator[Piece]:
    yield key(section(say("activity-alike", language, count=len(alike))))
    shown_ones = [section(shown(each.line, 500)) for each in alike[:MOST_SHOWN]]
    yield rows(shown_ones, language, max(len(alike) - MOST_SHOWN, 0))
    box = checkbox(
        names.ACTIVITY_SEEN,
        say("activity-another", language),
        say("activity-another-about", language),
        "seen",
        is_set=entries.is_another,
    )
    yield key(asked_for(box, say("activity-another-label", language), is_optional=True))
