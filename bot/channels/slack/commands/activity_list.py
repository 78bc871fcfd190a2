"""``/aktiviteter``: what was logged, by words of any order; all answers are private."""

from __future__ import annotations

from bot.channels.slack.activity_filters import LONGEST, Known, read_wish
from bot.channels.slack.blocks.activity_list import Listing, list_message, list_view, read_turned
from bot.channels.slack.blocks.notices import plain_notice
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.reading import plain
from bot.domain.people import Person
from bot.domain.questions import Venue
from bot.services.reports.naming import Names
from knowledge.language.words import fold
from knowledge.texts.catalogue import say

HELP = frozenset(("hjalp", "help"))
MINE = {"sv": "mina", "en": "mine"}
"""What one's own activities are asked for by."""


def carry_out(desk: Desk, occasion: Occasion) -> None:
    """List the activities that the text asks for, or tell how to ask."""
    person = desk.rights.admit(occasion.person, "list activities")
    language, text = desk.language(person), plain(occasion.text)
    if fold(text) in HELP:
        desk.tell(occasion, plain_notice(say("activities-help", language), language))
        return
    listing = _listing(desk, occasion, person, text[:LONGEST])
    desk.tell(occasion, list_message(listing, _names(desk, listing, language), language))


def turn(desk: Desk, occasion: Occasion) -> None:
    """Show another page where the list stands."""
    person = desk.rights.admit(occasion.person, "list activities")
    language = desk.language(person)
    text, page = read_turned(occasion.value)
    listing = _listing(desk, occasion, person, text, page)
    known = _names(desk, listing, language)
    if occasion.response_url:
        told = list_message(listing, known, language)
        desk.messenger.respond(occasion.response_url, told, replaces=True)
    else:
        desk.turn(occasion.view["id"], list_view(listing, known, language))


def show_own(desk: Desk, occasion: Occasion) -> None:
    """One's own activities in a modal."""
    person = desk.rights.admit(occasion.person, "list activities")
    language = desk.language(person)
    listing = _listing(desk, occasion, person, MINE[language])
    desk.show(occasion, list_view(listing, _names(desk, listing, language), language))


def _listing(
    desk: Desk, occasion: Occasion, person: Person, text: str, page: int | None = None
) -> Listing:
    wish = read_wish(text, _known(desk, occasion, person))
    found = desk.log.page(wish.query, page or wish.page, person.id)
    return Listing(
        text=text,
        page=found,
        municipality=wish.query.municipality,
        unknown=wish.unknown,
        lacks_unit=wish.lacks_unit,
    )


def _known(desk: Desk, occasion: Occasion, person: Person) -> Known:
    last = desk.log.last_by(person.id)
    here = Venue(channel=occasion.channel, thread=None, is_private=True)
    home = last.municipality if last else desk.inquiries.scope(here, person.id)

    def own_units(municipality: str) -> set[str]:
        """Those that a person edits, and the one that they logged for last."""
        units = desk.records.all_units(municipality)
        edited = {each.id for each in units if person.id in each.editors}
        if last is not None and last.municipality == municipality:
            edited.add(last.content.unit)
        return edited

    return Known(
        person=person.id,
        today=desk.today,
        municipalities=desk.records.municipalities(),
        home=home,
        kinds=desk.records.kinds,
        units=desk.records.all_units,
        own_units=own_units,
    )


def _names(desk: Desk, listing: Listing, language: str) -> dict[str, Names]:
    places = {each.municipality for each in listing.page.activities}
    return {place: desk.names(place, language) for place in places}
