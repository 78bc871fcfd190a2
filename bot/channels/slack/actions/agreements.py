"""What can be done with agreements by a button."""

from __future__ import annotations

from bot.channels.slack.agreement_forms import change_form, known_names, new_form, register_of
from bot.channels.slack.blocks.agreement_card import (
    agreement_message,
    agreement_view,
    history_view,
    read_version,
)
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.domain.activities.rights import Deed
from bot.domain.agreements import Agreement
from bot.domain.people import Person
from bot.services.activities.permission import require
from bot.services.errors import AgreementChanged, AgreementEnded


def open_new(desk: Desk, occasion: Occasion) -> None:
    """Open the form of a new agreement of a municipality, which is the value."""
    person = desk.rights.admit(occasion.person, "add an agreement")
    require(desk.rights, person.id, Deed.MANAGE_AGREEMENTS)
    desk.show(occasion, new_form(desk, occasion.value, desk.language(person)))


def show(desk: Desk, occasion: Occasion) -> None:
    """Show an agreement, whose number is the value."""
    person = desk.rights.admit(occasion.person, "see an agreement")
    register = register_of(desk)
    found = register.find(int(occasion.value))
    known = known_names(desk, found.municipality, desk.language(person))
    is_managed = register.may_manage(person.id)
    view = agreement_view(register.standing(found), known, desk.today, is_managed=is_managed)
    desk.show(occasion, view)


def change(desk: Desk, occasion: Occasion) -> None:
    """Open the form with what an agreement states by now."""
    person = desk.rights.admit(occasion.person, "change an agreement")
    require(desk.rights, person.id, Deed.MANAGE_AGREEMENTS)
    found = register_of(desk).find(read_version(occasion.value)[0])
    desk.show(occasion, change_form(desk, found, desk.language(person)))


def show_history(desk: Desk, occasion: Occasion) -> None:
    """Show who changed an agreement when, and what."""
    person = desk.rights.admit(occasion.person, "see an agreement's history")
    register, identity = register_of(desk), read_version(occasion.value)[0]
    changes = register.history(identity, person.id)
    found = register.find(identity)
    known = known_names(desk, found.municipality, desk.language(person))
    desk.show(occasion, history_view(found, known.history(changes, found.content), known))


def end(desk: Desk, occasion: Occasion) -> None:
    """End an agreement as its coordinator saw it, and show it so where they pressed."""
    person = desk.rights.admit(occasion.person, "end an agreement")
    register = register_of(desk)
    ended = _ended(desk, occasion, person)
    known = known_names(desk, ended.municipality, desk.language(person))
    standing = register.standing(ended)
    said = known.say("agreement-ended", number=str(ended.id), name=ended.content.name)
    told = agreement_message(said, standing, known, desk.today, is_managed=True)
    if occasion.response_url:
        desk.messenger.respond(occasion.response_url, told, replaces=True)
        return
    view = agreement_view(standing, known, desk.today, is_managed=True)
    if not desk.turn(occasion.view["id"], view):
        desk.tell(occasion, told)


def _ended(desk: Desk, occasion: Occasion, person: Person) -> Agreement:
    """The agreement ended; on a second attempt, as the first has ended it, if it did."""
    register = register_of(desk)
    identity, version = read_version(occasion.value)
    try:
        return register.end(identity, version, person.id, "")
    except (AgreementChanged, AgreementEnded):
        now = register.find(identity)
        if occasion.attempts == 1 or now.is_in_force or now.changed_by != person.id:
            raise
        return now
