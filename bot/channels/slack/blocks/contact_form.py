"""The form of a contact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.choices import asked_for, day_picker, line, long_select, option_value
from bot.channels.slack.blocks.elements import (
    Block,
    actions,
    button,
    confirmation,
    context,
    section,
)
from bot.channels.slack.blocks.fitting import Piece, View, key, modal
from bot.channels.slack.blocks.people_choices import person_select
from bot.domain.activities.activity import LONGEST_NAME
from bot.domain.activities.units import Unit
from bot.domain.contacts import Contact, ContactRole
from bot.services.contacts.words import ROLES
from bot.services.reports.naming import capitalised
from knowledge.model import Value
from knowledge.texts.catalogue import say


class ContactState(Value):
    """What the form carries in ``private_metadata``: whose municipality, and which contact of which
    version it changes, None for a new one.
    """

    municipality: str
    contact: int | None = None
    version: int = 0


@dataclass(frozen=True)
class ContactFields:
    """What stands in the form; ``""`` for what does not."""

    unit: str = ""
    role: ContactRole = ContactRole.CONTACT_PERSON
    person: str = ""
    name: str = ""
    email: str = ""
    first: str = ""
    last: str = ""

    @classmethod
    def of(cls, contact: Contact) -> ContactFields:
        """What a contact states."""
        return cls(
            unit=contact.unit,
            role=contact.role,
            person=contact.person or "",
            name=contact.name,
            email=contact.email or "",
            first=contact.valid.first.isoformat(),
            last=contact.valid.last.isoformat() if contact.valid.last else "",
        )


def contact_form(
    fields: ContactFields,
    units: Sequence[Unit],
    state: ContactState,
    language: str,
    *,
    is_managed: bool,
) -> View:
    """The form with what stands in it. Who it is and in which role is asked only where it
    ``is_managed`` by a coordinator.
    """
    parts = [key(context(state.municipality))]
    parts += [key(each) for each in _inputs(fields, units, state, language, is_managed=is_managed)]
    if is_managed and state.contact is not None:
        parts.append(_removal(state, language))
    title = "contact-change-title" if state.contact is not None else "contact-new-title"
    return modal(
        say(title, language),
        names.CONTACT_FORM,
        parts,
        language,
        submit=say("contact-save", language),
        metadata=state.model_dump_json(),
    )


def contact_removed_view(said: str, language: str) -> View:
    """What is left of a contact in the form that removed it."""
    title = say("contact-change-title", language)
    return modal(title, names.CONTACT_VIEW, [key(section(said))], language)


def _inputs(
    fields: ContactFields,
    units: Sequence[Unit],
    state: ContactState,
    language: str,
    *,
    is_managed: bool,
) -> Iterator[Block]:
    texts = {option_value(each.id): each.name for each in units}
    action = names.in_place(names.CONTACT_UNIT, state.municipality)
    chosen = long_select(action, texts, option_value(fields.unit) if fields.unit else None)
    yield asked_for(chosen, say("contact-unit", language))
    if is_managed:
        roles = {each.value: capitalised(_called(each, language)) for each in ContactRole}
        role = long_select(names.CONTACT_ROLE, roles, fields.role.value)
        yield asked_for(role, say("contact-role", language))
        person = person_select(names.CONTACT_PERSON, fields.person or None)
        hint = say("contact-person-hint", language)
        yield asked_for(person, say("contact-person", language), hint=hint, is_optional=True)
    name = line(names.CONTACT_NAME, fields.name, LONGEST_NAME)
    told = say("contact-name-hint", language) if is_managed else None
    yield asked_for(name, say("contact-name", language), hint=told, is_optional=is_managed)
    email = line(names.CONTACT_EMAIL, fields.email, LONGEST_NAME)
    hint = say("contact-email-hint", language)
    yield asked_for(email, say("contact-email", language), hint=hint, is_optional=True)
    first = day_picker(names.CONTACT_FIRST, fields.first)
    yield asked_for(first, say("contact-first", language))
    last = day_picker(names.CONTACT_LAST, fields.last)
    hint = say("contact-last-hint", language)
    yield asked_for(last, say("contact-last", language), hint=hint, is_optional=True)


def _called(role: ContactRole, language: str) -> str:
    return ROLES[role][0 if language == "sv" else 1]


def _removal(state: ContactState, language: str) -> Piece:
    asking = confirmation(
        say("contact-remove-title", language),
        say("contact-remove-text", language),
        say("contact-remove", language),
        say("slack-cancel", language),
    )
    value = f"{state.contact}:{state.version}"
    removing = button(say("contact-remove", language), names.REMOVE_CONTACT, value, confirm=asking)
    return key(actions([removing]))
