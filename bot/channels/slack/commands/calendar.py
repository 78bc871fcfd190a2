"""``/kalender``: what the documents say is to be done when, in a modal."""

from __future__ import annotations

import re

from bot.channels.slack.blocks.calendar import Shown
from bot.channels.slack.blocks.notices import plain_notice
from bot.channels.slack.calendar_pages import page, share_file
from bot.channels.slack.commands.report import split_place
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.own_place import home_of
from bot.channels.slack.reading import plain
from bot.services.calendar.duties import feed_address
from knowledge.language.words import fold
from knowledge.texts.catalogue import say

HELP = frozenset(("hjalp", "help"))
FILE = frozenset(("fil", "file", "ics"))
SUBSCRIBE = frozenset(("prenumerera", "subscribe"))

_YEAR = re.compile(r"\b(?:19|20|21)\d\d\b")


def carry_out(desk: Desk, occasion: Occasion) -> None:
    """Open the year that the text names, or do what its word says."""
    person = desk.rights.admit(occasion.person, "look at the calendar")
    language, text = desk.language(person), plain(occasion.text)
    words = {fold(each) for each in text.split()}
    if words & HELP:
        desk.tell(occasion, plain_notice(say("slack-calendar-help", language), language))
        return
    known = desk.records.municipalities()
    year = _YEAR.search(text)
    rest = " ".join(e for e in _YEAR.sub(" ", text).split() if fold(e) not in FILE | SUBSCRIBE)
    place = split_place(rest, known)[0] or home_of(desk, occasion, person)
    if place is None:
        which = say("slack-calendar-which", language, municipality=known[0])
        desk.tell(occasion, plain_notice(which, language))
        return
    shown = Shown(municipality=place, year=int(year[0]) if year else desk.today.year)
    if words & SUBSCRIBE:
        told = _subscribed(desk, place, person.id, language)
        desk.tell(occasion, plain_notice(told, language))
    elif words & FILE:
        share_file(desk, occasion, person, shown)
    else:
        desk.messenger.open(occasion.trigger, page(desk, person, shown))


def _subscribed(desk: Desk, place: str, person: str, language: str) -> str:
    """A new address to subscribe to. Raises OnlyCoordinators."""
    if desk.calendar_base is None:
        return say("calendar-feed-off", language)
    token = desk.calendar.renew_feed(place, person)
    address = feed_address(desk.calendar_base, token)
    return say("calendar-feed-renewed", language, municipality=place, address=address)
