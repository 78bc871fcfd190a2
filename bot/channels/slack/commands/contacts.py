"""``/kontakter``: who is contact for what; all answers are private."""

from __future__ import annotations

from typing import NamedTuple

from bot.channels.slack.blocks.contact_group import GroupOrder, group_message
from bot.channels.slack.blocks.contacts import (
    Reader,
    answering_message,
    missing_message,
    people_message,
    staffing_message,
)
from bot.channels.slack.blocks.fitting import Message
from bot.channels.slack.blocks.notices import plain_notice
from bot.channels.slack.contact_forms import new_contact_form, reader_of, unit_name
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.own_place import home_of
from bot.channels.slack.reading import mentioned, plain
from bot.domain.activities.rights import Deed
from bot.domain.contacts import Contact, ContactRole
from bot.domain.people import Person
from bot.services.activities.permission import require
from bot.services.contacts.importing import ContactPlan
from bot.services.contacts.words import Known, Wish, read_wish
from knowledge.language.words import fold
from knowledge.texts.catalogue import say

HELP = frozenset(("hjalp", "help"))
NEW = frozenset(("ny", "nytt", "ny kontakt", "lagg till", "new", "new contact", "add"))
IMPORT = frozenset(("importera", "import", "las in"))

_GROUP = "subteam^"
"""What the mention of a user group begins with
(https://docs.slack.dev/messaging/formatting-message-text#mentioning).
"""


class Order(NamedTuple):
    """One ``/kontakter`` command: what is wished, by whom, and the groups that it mentions."""

    desk: Desk
    occasion: Occasion
    person: Person
    reader: Reader
    wish: Wish
    groups: tuple[str, ...]

    def tell(self, message: Message) -> None:
        """Say something to the person only."""
        self.desk.tell(self.occasion, message)

    def say(self, key: str, **details: str) -> None:
        """The same in a sentence of the catalogue."""
        language = self.reader.language
        self.tell(plain_notice(say(key, language, **details), language))


def opens_form(command: dict[str, str]) -> bool:
    """Whether a command opens a modal (a Bolt matcher)."""
    return _split(plain(command.get("text", "")), NEW) is not None


def carry_out(desk: Desk, occasion: Occasion) -> None:
    """Tell who is contact for what the text asks for, or do what its first word says."""
    person = desk.rights.admit(occasion.person, "look contacts up")
    language, text = desk.language(person), plain(occasion.text)
    if fold(text) in HELP:
        desk.tell(occasion, plain_notice(say("contacts-help", language), language))
        return
    adding, importing = _split(text, NEW), _split(text, IMPORT)
    rest = adding if adding is not None else importing
    order = _order(desk, occasion, person, text if rest is None else rest)
    place, is_personal = order.wish.municipality, bool(order.wish.people or order.wish.is_mine)
    if place is None and not is_personal:
        order.say("contacts-which")
    elif adding is not None:
        _open_form(order)
    elif place is not None and not is_personal and not desk.contacts.units(place):
        order.say("contacts-no-units", municipality=place)
    elif importing is not None:
        _preview_group(order)
    else:
        order.tell(_answer(order))


def group_plan(desk: Desk, order: GroupOrder, person: Person) -> ContactPlan:
    """What it would add to make a group's members contacts. Raises OnlyCoordinators,
    ChannelUnavailable, and ChannelRefused for an unknown group.
    """
    require(desk.rights, person.id, Deed.MANAGE_CONTACTS)
    members = [desk.rights.look_up(each) for each in desk.messenger.members_of(order.group)]
    return desk.contact_importing.plan_group(
        members, order.municipality, order.unit, order.role, person.id
    )


def _split(text: str, words: frozenset[str]) -> str | None:
    """What follows the longest of these words at the beginning of a text; None without one."""
    parts = text.split()
    for count in (2, 1):
        if fold(" ".join(parts[:count])) in words and len(parts) >= count:
            return " ".join(parts[count:])
    return None


def _order(desk: Desk, occasion: Occasion, person: Person, text: str) -> Order:
    called = mentioned(occasion.text)
    groups = sorted(each for each in called if each.startswith(_GROUP))
    known = Known(
        municipalities=desk.records.municipalities(),
        home=home_of(desk, occasion, person),
        units=desk.records.all_units,
        contacts=desk.contacts.contacts,
    )
    wish = read_wish(text, known, called - set(groups))
    reader = reader_of(desk, person, desk.language(person))
    ids = tuple(each.removeprefix(_GROUP) for each in groups)
    return Order(desk, occasion, person, reader, wish, ids)


def _answer(order: Order) -> Message:
    desk, wish, reader = order.desk, order.wish, order.reader
    contacts, place = desk.contacts, wish.municipality or ""
    if wish.is_mine:
        return _people(order, reader.say("contacts-own-title"), contacts.of_person(order.person.id))
    if wish.people:
        found = [each for person in wish.people for each in contacts.of_person(person)]
        return _people(order, reader.say("contacts-found-title"), found)
    if wish.is_missing:
        return missing_message(contacts.staffing(place), reader)
    if wish.units:
        found_units = contacts.answering(place, wish.units)
        return answering_message(found_units, wish.roles, wish.unknown, reader)
    if wish.contacts:
        named = [contacts.find(each) for each in wish.contacts]
        now = [each for each in named if not each.is_over(contacts.today)]
        return _people(order, reader.say("contacts-found-title"), now)
    return staffing_message(contacts.staffing(place), wish.roles, wish.unknown, reader)


def _people(order: Order, title: str, contacts: list[Contact]) -> Message:
    told = [
        (each, f"{unit_name(order.desk, each)}, {each.municipality}")
        for each in contacts
        if not order.wish.roles or each.role in order.wish.roles
    ]
    nobody = order.reader.say("contacts-own-none" if order.wish.is_mine else "contacts-nobody")
    return people_message(title, told, nobody, order.reader)


def _open_form(order: Order) -> None:
    desk, place = order.desk, order.wish.municipality or ""
    require(desk.rights, order.person.id, Deed.MANAGE_CONTACTS)
    if not desk.contacts.units(place):
        order.say("contacts-no-units", municipality=place)
        return
    unit = order.wish.units[0] if len(order.wish.units) == 1 else ""
    someone = order.wish.people[0] if len(order.wish.people) == 1 else ""
    form = new_contact_form(desk, place, order.reader.language, unit, someone)
    desk.messenger.open(order.occasion.trigger, form)


def _preview_group(order: Order) -> None:
    """Show what the import would add; of a group that the text names, to the unit that it names."""
    desk, wish = order.desk, order.wish
    require(desk.rights, order.person.id, Deed.MANAGE_CONTACTS)
    if len(order.groups) != 1 or len(wish.units) != 1:
        order.say("contacts-group-which")
        return
    [group], [unit] = order.groups, wish.units
    role = next(iter(wish.roles), ContactRole.CONTACT_PERSON)
    asked = GroupOrder(municipality=wish.municipality or "", unit=unit, role=role, group=group)
    plan = group_plan(desk, asked, order.person)
    units = {each.id: each.name for each in desk.contacts.units(asked.municipality)}
    order.tell(group_message(plan, units[unit], asked, order.reader))
