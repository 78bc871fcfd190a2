"""``/paminn``: composing broadcasts and following them, for coordinators; what waits, for all."""

from __future__ import annotations

from bot.channels.slack.actions.broadcasts import list_of
from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.blocks.notices import plain_notice
from bot.channels.slack.broadcast_forms import coordinator, new_composer
from bot.channels.slack.broadcast_standing import status_of
from bot.channels.slack.commands.report import split_place
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.own_place import home_of
from bot.channels.slack.reading import plain
from bot.channels.slack.reminder_outcomes import mine_of
from bot.domain.people import Person
from bot.services.errors import OnlyCoordinators
from knowledge.language.words import fold
from knowledge.texts.catalogue import say

HELP = frozenset(("hjalp", "help"))
MINE = frozenset(("mina", "mine"))
DRAFTS = frozenset(("utkast", "drafts"))
STATUS = "status"
ALL = frozenset(("alla", "all"))


def carry_out(desk: Desk, occasion: Occasion) -> None:
    """Show what the first word asks for; all else begins a broadcast.

    Raises NotAdmitted, and BroadcastGone for the number of none.
    """
    person = desk.rights.admit(occasion.person, "use /paminn")
    text, language = plain(occasion.text), desk.language(person)
    word = fold(text)
    if word in HELP:
        desk.tell(occasion, plain_notice(say("composer-help", language), language))
    elif word in MINE:
        desk.messenger.open(occasion.trigger, mine_of(desk, person))
    else:
        _for_coordinators(desk, occasion, person, text)


def _for_coordinators(desk: Desk, occasion: Occasion, person: Person, text: str) -> None:
    language = desk.language(person)
    try:
        coordinator(desk, person.id)
    except OnlyCoordinators:
        told = say("composer-only-coordinators", language)
        desk.tell(occasion, plain_notice(told, language))
        return
    word, _, rest = text.partition(" ")
    if fold(word) == STATUS or fold(word) in DRAFTS:
        view = _followed(desk, occasion, person, fold(word) in DRAFTS, rest.strip())
    else:
        view = new_composer(desk, person, occasion.channel, _beginning(occasion.text))
    if view is None:
        told = say("remind-not-understood", language, words=rest.strip())
        help_text = say("composer-help", language)
        desk.tell(occasion, plain_notice(f"{told} {help_text}", language))
        return
    desk.messenger.open(occasion.trigger, view)


def _followed(
    desk: Desk, occasion: Occasion, person: Person, only_drafts: bool, asked: str
) -> View | None:
    """What follows the word: the number of a broadcast, or whose are listed, one's own
    municipality's without any; None for what is neither.
    """
    number = asked.removeprefix("#")
    if number.isdecimal() and not only_drafts:
        found = desk.reminders.broadcasts.find(int(number), person.id)
        return status_of(desk, person, found)
    named, unread = split_place(asked, desk.records.municipalities())
    is_all = fold(unread) in ALL and named is None
    if unread and not is_all:
        return None
    place = None if is_all else named or home_of(desk, occasion, person)
    return list_of(desk, person, only_drafts=only_drafts, place=place)


def _beginning(text: str) -> str:
    """How a message begins: its lines as they were typed."""
    return "\n".join(plain(line) for line in text.splitlines()).strip()
