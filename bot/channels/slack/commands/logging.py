"""``/logga``: the form of an activity, begun with what the text after it tells."""

from __future__ import annotations

import logging

from bot.channels.slack.activity_forms import new_form
from bot.channels.slack.blocks.activity_form import begun_form
from bot.channels.slack.blocks.notices import plain_notice
from bot.channels.slack.desk import Desk
from bot.channels.slack.entries import read_entries
from bot.channels.slack.errors import ChannelRefused
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.reading import plain
from bot.domain.people import Person
from bot.services.activities.free_text import read_activity
from knowledge.language.words import fold
from knowledge.texts.catalogue import say

_log = logging.getLogger(__name__)

HELP = frozenset(("hjalp", "help"))


def carry_out(desk: Desk, occasion: Occasion) -> None:
    """Open the form, or tell how to use it."""
    person = desk.rights.admit(occasion.person, "log an activity")
    text = plain(occasion.text)
    if fold(text) in HELP:
        language = desk.language(person)
        desk.tell(occasion, plain_notice(say("activity-help", language), language))
        return
    if text:
        open_filled(desk, occasion, person, text)
    else:
        desk.messenger.open(occasion.trigger, new_form(desk, person, occasion.channel))


def log_message(desk: Desk, occasion: Occasion) -> None:
    """Open the form with what a message tells, and where it stands (a message shortcut)."""
    person = desk.rights.admit(occasion.person, "log an activity")
    open_filled(desk, occasion, person, plain(occasion.text), occasion.message)


def open_filled(
    desk: Desk, occasion: Occasion, person: Person, text: str, message: str | None = None
) -> None:
    """Open the form with what a text tells, which may be that of a ``message``. Reading may take
    longer than a modal can wait to be opened, so that it is opened before.
    """
    language = desk.language(person)
    view = desk.messenger.open(occasion.trigger, begun_form(language))
    reading = read_activity(text, desk.today, desk.records.kinds)
    entries = read_entries(reading, language)
    link = _link(desk, occasion.channel, message) if message else None
    if link:
        entries = entries.model_copy(update={"texts": {**entries.texts, "link": link}})
    desk.turn(view, new_form(desk, person, occasion.channel, entries))


def _link(desk: Desk, channel: str, message: str) -> str | None:
    """Where a message stands; None where we may not know."""
    try:
        return desk.messenger.link(channel, message)
    except ChannelRefused as error:
        _log.info("no link to a message: %s", error.code)
        return None
