"""``/avtal``: agreements and memberships, by words of any order; all answers are private."""

from __future__ import annotations

from typing import NamedTuple

from bot.channels.slack.agreement_forms import known_names, new_form, register_of
from bot.channels.slack.blocks.agreement_card import agreement_message
from bot.channels.slack.blocks.agreement_list import AgreementListing, agreements_message
from bot.channels.slack.blocks.notices import plain_notice
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.own_place import home_of
from bot.channels.slack.reading import plain
from bot.domain.activities.rights import Deed
from bot.domain.people import Person
from bot.services.activities.permission import require
from bot.services.agreements.filters import AgreementFilter, read_filter
from bot.services.places import find_municipality
from knowledge.language.words import fold
from knowledge.texts.catalogue import say

HELP = frozenset(("hjalp", "help"))
NEW = frozenset(("ny", "nytt", "new", "add"))

_LONGEST_NAME = 4
"""Words of a municipality's name."""


class Asked(NamedTuple):
    """A text without the municipality that it names; ``place`` is that one, or the person's own."""

    text: str
    place: str | None


def opens_form(command: dict[str, str]) -> bool:
    """Whether a command opens a modal (a Bolt matcher): "ny", "ny Skara" or "Skara ny"."""
    words = [fold(each) for each in plain(command.get("text", "")).split()]
    return not NEW.isdisjoint((*words[:1], *words[-1:]))


def carry_out(desk: Desk, occasion: Occasion) -> None:
    """List the agreements that the text asks for, show the one that it numbers, open the form of a
    new one, or tell how to ask.
    """
    person = desk.rights.admit(occasion.person, "see agreements")
    language, text = desk.language(person), plain(occasion.text)
    if fold(text) in HELP:
        desk.tell(occasion, plain_notice(say("agreements-help", language), language))
    elif text.lstrip("#").isdecimal():
        _show_one(desk, occasion, person, int(text.lstrip("#")))
    else:
        asked = _asked(desk, occasion, person, text)
        if asked.place is None:
            desk.tell(occasion, plain_notice(say("agreements-which", language), language))
        elif opens_form({"text": asked.text}):
            _open_form(desk, occasion, person, asked.place)
        else:
            _list(desk, occasion, person, asked.text, asked.place)


def _show_one(desk: Desk, occasion: Occasion, person: Person, number: int) -> None:
    register = register_of(desk)
    found = register.find(number)
    known = known_names(desk, found.municipality, desk.language(person))
    told = agreement_message(
        known.say("agreement-here", number=str(number)),
        register.standing(found),
        known,
        desk.today,
        is_managed=register.may_manage(person.id),
    )
    desk.tell(occasion, told)


def _open_form(desk: Desk, occasion: Occasion, person: Person, place: str) -> None:
    require(desk.rights, person.id, Deed.MANAGE_AGREEMENTS)
    language = desk.language(person)
    if not register_of(desk).units(place):
        told = say("agreements-no-units", language, municipality=place)
        desk.tell(occasion, plain_notice(told, language))
        return
    desk.messenger.open(occasion.trigger, new_form(desk, place, language))


def _list(desk: Desk, occasion: Occasion, person: Person, text: str, place: str) -> None:
    register = register_of(desk)
    wanted = read_filter(text, desk.records.all_units(place))
    listing = AgreementListing(
        text=text,
        municipality=place,
        standings=tuple(register.listed(place, wanted)),
        total=len(register.listed(place, AgreementFilter(ended=False))),
        is_managed=register.may_manage(person.id),
    )
    known = known_names(desk, place, desk.language(person))
    desk.tell(occasion, agreements_message(listing, known, desk.today))


def _asked(desk: Desk, occasion: Occasion, person: Person, text: str) -> Asked:
    """The longest stretch of words that names a municipality is taken out of the text."""
    words, known = text.split(), desk.records.municipalities()
    for length in range(_LONGEST_NAME, 0, -1):
        for start in range(len(words) - length + 1):
            place = find_municipality(" ".join(words[start : start + length]), known)
            if place:
                return Asked(" ".join((*words[:start], *words[start + length :])), place)
    return Asked(text, home_of(desk, occasion, person))
