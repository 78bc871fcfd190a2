"""What can be done with contacts by a button."""

from __future__ import annotations

from bot.channels.slack.blocks.contact_form import contact_removed_view
from bot.channels.slack.blocks.contact_group import GroupOrder
from bot.channels.slack.blocks.contacts import departed_message
from bot.channels.slack.blocks.notices import plain_notice
from bot.channels.slack.commands.contacts import group_plan
from bot.channels.slack.contact_forms import change_contact_form, new_contact_form, unit_name
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.domain.activities.rights import Deed
from bot.domain.people import Standing
from bot.services.activities.permission import require
from bot.services.errors import ContactGone, NotYourContact
from knowledge.texts.catalogue import say


def open_new(desk: Desk, occasion: Occasion) -> None:
    """Open the form of a new contact of a municipality, which is the value."""
    person = desk.rights.admit(occasion.person, "add a contact")
    require(desk.rights, person.id, Deed.MANAGE_CONTACTS)
    form = new_contact_form(desk, occasion.value, desk.language(person))
    desk.messenger.open(occasion.trigger, form)


def open_form(desk: Desk, occasion: Occasion) -> None:
    """Open the form with what a contact states by now, whose number is the value."""
    person = desk.rights.admit(occasion.person, "change a contact")
    found = desk.contacts.find(int(occasion.value))
    if not desk.contacts.may_change(found, person.id):
        desk.rights.deny(person.id, Deed.CHANGE_CONTACT.value, "neither contact nor coordinator")
        raise NotYourContact(f"contact {found.id} of another", id=str(found.id))
    form = change_contact_form(desk, found, person, desk.language(person))
    desk.messenger.open(occasion.trigger, form)


def remove(desk: Desk, occasion: Occasion) -> None:
    """Remove a contact as its coordinator saw it, and say so in the form's place."""
    person = desk.rights.admit(occasion.person, "remove a contact")
    language = desk.language(person)
    identity, version = map(int, occasion.value.split(":"))
    try:
        desk.contacts.remove(identity, version, person.id)
    except ContactGone:
        if occasion.attempts == 1:
            raise
    said = say("contact-removed", language)
    if not desk.turn(occasion.view["id"], contact_removed_view(said, language)):
        desk.tell(occasion, plain_notice(said, language))


def add_group(desk: Desk, occasion: Occasion) -> None:
    """Make the members of a group contacts, and say so in the place of the question."""
    person = desk.rights.admit(occasion.person, "import contacts")
    language = desk.language(person)
    plan = group_plan(desk, GroupOrder.decoded(occasion.value), person)
    stored = desk.contact_importing.carry_out(plan, person.id)
    told = plain_notice(say("contacts-group-added", language, count=len(stored)), language)
    if occasion.response_url:
        desk.messenger.respond(occasion.response_url, told, replaces=True)
    else:
        desk.tell(occasion, told)


def tell_departure(desk: Desk, occasion: Occasion) -> None:
    """Tell the coordinators that somebody who is a contact has left the workspace."""
    person = str(occasion.view["private_metadata"])
    today = desk.today
    held = [each for each in desk.contacts.of_person(person) if each.holds_on(today)]
    is_gone = desk.rights.look_up(person).standing is Standing.STRANGER
    if held and is_gone and desk.coordinator_channel is not None:
        message = departed_message(
            [(each, unit_name(desk, each)) for each in held], desk.house_language
        )
        desk.post_once(occasion, desk.coordinator_channel, message, None, occasion.key)
