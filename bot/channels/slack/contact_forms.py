"""Contacts between services and Slack: what a person sees, opens and sends."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import count

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.choices import option_value
from bot.channels.slack.blocks.contact_form import ContactFields, ContactState, contact_form
from bot.channels.slack.blocks.contacts import Reader
from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.domain.activities.dates import Dates
from bot.domain.activities.units import Unit
from bot.domain.contacts import Contact, ContactRole, Entry
from bot.domain.people import Person, Standing
from bot.services.activities.sheets import BadCell
from bot.services.contacts.cells import email_in, name_in
from knowledge.errors import PolicylotsenError
from knowledge.texts.catalogue import say

Errors = dict[str, str]


MOST_LOOKED_UP = 50
"""People of one message whose names Slack is asked for, one by one: it lets us ask about a hundred
times a minute (https://docs.slack.dev/apis/web-api/rate-limits, tier 4).
"""


def reader_of(desk: Desk, person: Person, language: str) -> Reader:
    """Who sees contacts."""
    contacts, asked = desk.contacts, count()
    may_add = contacts.may_manage(person.id)
    return Reader(
        language=language,
        may_change=lambda each: may_add or contacts.may_change(each, person.id),
        may_add=may_add,
        called=lambda each: _called(desk, each) if next(asked) < MOST_LOOKED_UP else "",
    )


def _called(desk: Desk, identity: str) -> str:
    """The name by which Slack shows somebody; "" where it cannot tell now."""
    try:
        return desk.rights.look_up(identity).name
    except PolicylotsenError:
        return ""


def new_contact_form(
    desk: Desk, municipality: str, language: str, unit: str = "", person: str = ""
) -> View:
    """The form of a new contact from today on."""
    fields = ContactFields(unit=unit, person=person, first=desk.today.isoformat())
    state = ContactState(municipality=municipality)
    units = desk.contacts.units(municipality)
    return contact_form(fields, units, state, language, is_managed=True)


def change_contact_form(desk: Desk, contact: Contact, person: Person, language: str) -> View:
    """The form of a contact as it is now."""
    place = contact.municipality
    state = ContactState(municipality=place, contact=contact.id, version=contact.version)
    is_managed = desk.contacts.may_manage(person.id)
    units = _choosable(desk, contact)
    return contact_form(ContactFields.of(contact), units, state, language, is_managed=is_managed)


class SentContact:
    """A form that was sent, read."""

    def __init__(self, desk: Desk, occasion: Occasion, person: Person) -> None:
        self._desk = desk
        self._occasion = occasion
        self._language = desk.language(person)
        self.state = ContactState.model_validate_json(occasion.view["private_metadata"])

    def read(self) -> Entry | Errors:
        """What it states, or what is wrong by block. Raises ContactGone."""
        before = None
        if self.state.contact is not None:
            before = self._desk.contacts.find(self.state.contact)
        person = before.person if before else None
        role = before.role if before else ContactRole.CONTACT_PERSON
        if names.CONTACT_ROLE in self._occasion.inputs:
            role = ContactRole(self._chosen(names.CONTACT_ROLE))
            person = self._occasion.typed(names.CONTACT_PERSON).get("selected_user") or None
        errors: Errors = {}
        name = self._name(person, errors)
        email = self._email(errors)
        valid = self._valid(errors)
        if errors or valid is None:
            return errors
        unit = self._unit(before)
        return Entry(unit=unit, name=name, person=person, email=email, role=role, valid=valid)

    def _unit(self, before: Contact | None) -> str:
        """The id of the unit chosen; of one that is gone meanwhile, the value, which is none."""
        action = names.in_place(names.CONTACT_UNIT, self.state.municipality)
        value = self._chosen(action)
        units = self._desk.contacts.units(self.state.municipality)
        known = [*(each.id for each in units), *([before.unit] if before else [])]
        return next((each for each in known if option_value(each) == value), value)

    def _name(self, person: str | None, errors: Errors) -> str:
        typed = self._typed(names.CONTACT_NAME)
        if person is not None and names.CONTACT_PERSON in self._occasion.inputs:
            found = self._desk.rights.look_up(person)
            if found.standing is Standing.STRANGER:
                errors[names.CONTACT_PERSON] = say("contact-stranger", self._language)
            typed = typed or found.full_name or found.name or person
        if not typed:
            errors[names.CONTACT_NAME] = say("contact-nameless", self._language)
            return ""
        return self._cell(names.CONTACT_NAME, typed, errors)

    def _cell(self, block: str, typed: str, errors: Errors) -> str:
        try:
            return email_in(typed) if block == names.CONTACT_EMAIL else name_in(typed)
        except BadCell as error:
            errors[block] = _sentence(say(error.reason, self._language, **error.details))
            return ""

    def _email(self, errors: Errors) -> str | None:
        typed = self._typed(names.CONTACT_EMAIL)
        return self._cell(names.CONTACT_EMAIL, typed, errors) if typed else None

    def _valid(self, errors: Errors) -> Dates | None:
        first, last = self._day(names.CONTACT_FIRST), self._day(names.CONTACT_LAST)
        if first is None:
            errors[names.CONTACT_FIRST] = say("contact-undated", self._language)
            return None
        if last is not None and last < first:
            wrong = say("reason-cell-contact-last-before-first", self._language)
            errors[names.CONTACT_LAST] = _sentence(wrong)
            return None
        return Dates(first=first, last=last)

    def _day(self, block: str) -> date | None:
        chosen = self._occasion.typed(block).get("selected_date")
        return date.fromisoformat(chosen) if chosen else None

    def _chosen(self, block: str) -> str:
        option = self._occasion.typed(block).get("selected_option") or {}
        return str(option.get("value") or "")

    def _typed(self, block: str) -> str:
        return " ".join(str(self._occasion.typed(block).get("value") or "").split())


def unit_name(desk: Desk, contact: Contact) -> str:
    """The name of a contact's unit; its id where the register has lost it."""
    units = desk.records.all_units(contact.municipality)
    return next((each.name for each in units if each.id == contact.unit), contact.unit)


def _choosable(desk: Desk, contact: Contact) -> Sequence[Unit]:
    """The open units, and the contact's own."""
    units = desk.records.all_units(contact.municipality)
    return [each for each in units if not each.closed or each.id == contact.unit]


def _sentence(reason: str) -> str:
    return f"{reason[:1].upper()}{reason[1:]}."
