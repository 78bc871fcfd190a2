"""``/paminn``: composing broadcasts and following them, for coordinators; what waits, for all."""

from __future__ import annotations

from bot.channels.slack.actions.broadcasts import list_of, status_of
from bot.channels.slack.blocks.notices import plain_notice
from bot.channels.slack.broadcast_forms import coordinator, new_composer
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
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


def carry_out(desk: Desk, occasion: Occasion) -> None:
    """Show what the first word asks for; all else begins a broadcast."""
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
    number = rest.strip().removeprefix("#")
    if fold(text) in DRAFTS:
        view = list_of(desk, person, only_drafts=True)
    elif fold(text) == STATUS:
        view = list_of(desk, person, only_drafts=False)
    elif fold(word) == STATUS and number.isdecimal():
        found = desk.reminders.broadcasts.find(int(number), person.id)
        view = status_of(desk, person, found)
    else:
        view = new_composer(desk, person, occasion.channel, _beginning(occasion.text))
    desk.messenger.open(occasion.trigger, view)


def _beginning(text: str) -> str:
    """How a message begins: its lines as they were typed."""
    return "\n".join(plain(line) for line in text.splitlines()).strip()
