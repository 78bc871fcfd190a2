"""The short forms behind a reminder's buttons; ``private_metadata`` is the occurrence's id, a blank
and the form's language.
"""

from __future__ import annotations

from bot.channels.slack.blocks import limits, names
from bot.channels.slack.blocks.choices import asked_for, day_picker, writing
from bot.channels.slack.blocks.elements import section
from bot.channels.slack.blocks.fitting import Piece, View, key, modal
from bot.channels.slack.blocks.people_choices import person_select
from bot.channels.slack.blocks.text import shown
from bot.domain.activities.activity import LONGEST_REASON
from bot.domain.reminders.broadcast import Broadcast
from bot.domain.reminders.occurrence import LONGEST_ANSWER, Occurrence
from knowledge.model import Value
from knowledge.texts.catalogue import say


def reply_form(occurrence: Occurrence, language: str) -> View:
    """For a short answer in words."""
    asked = asked_for(
        writing(names.REPLY_TEXT, LONGEST_ANSWER),
        say("reply-label", language),
        hint=say("reply-hint", language),
    )
    return _form(names.REPLY_FORM, "reply-title", occurrence, [key(asked)], language)


def later_form(occurrence: Occurrence, first: str, language: str) -> View:
    """For the day on which to be reminded; ``first`` is the one to begin with, as 2026-05-03."""
    asked = asked_for(
        day_picker(names.LATER_DAY, first),
        say("later-label", language),
        hint=say("later-hint", language),
    )
    return _form(names.LATER_FORM, "later-title", occurrence, [key(asked)], language)


def not_me_form(occurrence: Occurrence, language: str) -> View:
    """For who should be asked instead."""
    asked = asked_for(
        person_select(names.INSTEAD),
        say("not-me-label", language),
        hint=say("not-me-hint", language),
    )
    return _form(names.NOT_ME_FORM, "not-me-title", occurrence, [key(asked)], language)


class Card(Value):
    """Where a card stands."""

    channel: str
    message: str


class DeclineState(Value):
    """What the form for a no carries: the ``version`` of the broadcast that was seen, the form's
    language, and the card to change.
    """

    broadcast: int
    version: int
    language: str
    card: Card | None


def decline_form(broadcast: Broadcast, state: DeclineState) -> View:
    """For why a coordinator does not want a broadcast sent."""
    language = state.language
    asked = asked_for(writing(names.DECLINE_REASON, LONGEST_REASON), say("decline-label", language))
    return modal(
        say("decline-title", language),
        names.DECLINE_FORM,
        [key(section(shown(broadcast.content.title, limits.HEADER))), key(asked)],
        language,
        submit=say("decline-submit", language),
        metadata=state.model_dump_json(),
    )


def _form(
    callback: str, title: str, occurrence: Occurrence, parts: list[Piece], language: str
) -> View:
    heading = key(section(shown(occurrence.content.title, limits.HEADER)))
    return modal(
        say(title, language),
        callback,
        [heading, *parts],
        language,
        submit=say("slack-send", language),
        metadata=f"{occurrence.id} {language}",
    )
