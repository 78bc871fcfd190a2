"""``/logga``: the form of an activity, begun with what the text after it tells."""

from __future__ import annotations

from bot.channels.slack.activity_forms import new_form
from bot.channels.slack.blocks.notices import plain_notice
from bot.channels.slack.desk import Desk
from bot.channels.slack.entries import Entries, read_entries
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.reading import plain
from bot.domain.people import Person
from bot.services.activities.free_text import read_activity
from knowledge.language.words import fold
from knowledge.texts.catalogue import say

HELP = frozenset(("hjalp", "help"))


def carry_out(desk: Desk, occasion: Occasion) -> None:
    """Open the form, or tell how to use it."""
    person = desk.rights.admit(occasion.person, "log an activity")
    text = plain(occasion.text)
    if fold(text) in HELP:
        language = desk.language(person)
        desk.tell(occasion, plain_notice(say("activity-help", language), language))
        return
    begun = entries_in(desk, person, text)
    desk.messenger.open(occasion.trigger, new_form(desk, person, occasion.channel, begun))


def entries_in(desk: Desk, person: Person, text: str) -> Entries:
    """What a text tells of an activity."""
    if not text:
        return Entries()
    reading = read_activity(text, desk.today, desk.records.kinds)
    return read_entries(reading, Entries(), desk.language(person))
