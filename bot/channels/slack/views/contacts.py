"""What becomes of the form of a contact."""

from __future__ import annotations

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.contacts import stored_message
from bot.channels.slack.contact_forms import Errors, SentContact, reader_of, unit_name
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.domain.contacts import Contact, Entry
from bot.domain.people import Person
from bot.services.errors import ContactChanged, ContactKnown, UnknownUnit
from knowledge.errors import InvalidInput
from knowledge.texts.catalogue import say


def objection(desk: Desk, occasion: Occasion) -> Errors | None:
    """What is wrong with a contact, by block."""
    try:
        person = desk.rights.admit(occasion.person, "change a contact")
        sent = SentContact(desk, occasion, person)
        read = sent.read()
        if not isinstance(read, Entry):
            return read
        _require(desk, sent, read, person)
    except InvalidInput as error:
        language = desk.language(desk.rights.look_up(occasion.person))
        return {_block(occasion, error): say(error.key, language, **error.details)}
    return None


def store(desk: Desk, occasion: Occasion) -> None:
    """Store a contact, and tell its person so."""
    person = desk.rights.admit(occasion.person, "change a contact")
    language = desk.language(person)
    sent = SentContact(desk, occasion, person)
    read = sent.read()
    if not isinstance(read, Entry):
        raise TypeError(f"was all right when it was sent: {sorted(read)}")
    stored = _stored(desk, occasion, sent, read, person)
    said = say("contact-added" if sent.state.contact is None else "contact-changed", language)
    reader = reader_of(desk, person, language)
    told = stored_message(said, stored, unit_name(desk, stored), reader)
    desk.tell(occasion, told)


def _require(desk: Desk, sent: SentContact, entry: Entry, person: Person) -> None:
    """Raises as ``Contacts.add`` and ``change``."""
    state = sent.state
    if state.contact is None:
        desk.contacts.require_addable(state.municipality, entry, person.id)
    else:
        desk.contacts.require_changeable(state.contact, state.version, entry, person.id)


def _stored(
    desk: Desk, occasion: Occasion, sent: SentContact, entry: Entry, person: Person
) -> Contact:
    """The contact stored; on a second attempt the one that the first has stored, if it did."""
    state = sent.state
    try:
        if state.contact is None:
            return desk.contacts.add(state.municipality, entry, person.id)
        return desk.contacts.change(state.contact, state.version, entry, person.id)
    except (ContactKnown, ContactChanged):
        known = desk.contacts.contacts(state.municipality)
        own = [each for each in known if each.entry == entry and each.changed_by == person.id]
        if occasion.attempts == 1 or not own:
            raise
        return own[0]


def _block(occasion: Occasion, error: InvalidInput) -> str:
    """The block under which to tell an error."""
    if isinstance(error, UnknownUnit):
        return next(each for each in occasion.inputs if each.startswith(names.CONTACT_UNIT))
    return names.CONTACT_NAME
