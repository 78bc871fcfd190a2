"""Contacts in messages: who answers for which unit, and where nobody does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.elements import (
    Block,
    actions,
    bullets,
    button,
    context,
    header,
    mention,
    paragraph,
    rich,
    section,
    words,
)
from bot.channels.slack.blocks.fitting import Message, Piece, key, message, rows
from bot.channels.slack.blocks.text import neutral, shown
from bot.domain.contacts import Answering, Contact, ContactRole, Entry
from bot.services.contacts.register import Staffing
from bot.services.contacts.words import ROLES
from knowledge.language.words import fold
from knowledge.texts.catalogue import say

MOST_BUTTONS = 5
"""In a row: more are hard to tell from each other."""

Line = list[Block]


@dataclass(frozen=True)
class Reader:
    """Who sees it: their language, whether they may change a contact, and whether they may add.
    ``called`` is by which name a mention of somebody is shown, "" where that is not known.
    """

    language: str
    may_change: Callable[[Contact], bool]
    may_add: bool
    called: Callable[[str], str]

    def say(self, key: str, **details: str | int) -> str:
        """The catalogue's text in their language."""
        return say(key, self.language, **details)


def staffing_message(
    staffing: Staffing, roles: frozenset[ContactRole], unknown: Sequence[str], reader: Reader
) -> Message:
    """All units with their contacts, of ``roles`` only if there are any, and which lack one."""
    title = reader.say("contacts-title", municipality=staffing.municipality)
    told = [each for each in staffing.answering if _own(each, roles)]
    blocks = [
        rich(paragraph(words(each.asked.name, bold=True)), _bullets(_own(each, roles), reader))
        for each in told
    ]
    lines = [_written(each.asked.name, _own(each, roles), reader) for each in told]
    parts = [key(header(title)), *_unknown(unknown, reader)]
    if blocks:
        parts.append(rows(blocks, reader.language))
    else:
        nobody = reader.say("contacts-none", municipality=staffing.municipality)
        parts.append(key(section(nobody)))
        lines.append(nobody)
    if not roles:
        gaps = _gaps(staffing, reader)
        parts += [key(section(shown(each, 2_000))) for each in gaps]
        lines += gaps
    parts.append(key(context(reader.say("contacts-hint"))))
    if reader.may_add:
        adding = button(reader.say("contact-add"), names.ADD_CONTACT, staffing.municipality)
        parts.append(key(actions([adding])))
    return message(map(neutral, [title, *lines]), parts, reader.language)


def missing_message(staffing: Staffing, reader: Reader) -> Message:
    """The units that lack a contact, and who answers for them."""
    title = reader.say("contacts-missing-title", municipality=staffing.municipality)
    answering = {each.asked.id: each for each in staffing.answering}
    lines = [gap_line(answering[each.id], reader) for each in staffing.without]
    if not lines:
        lines = [reader.say("contacts-no-gaps", municipality=staffing.municipality)]
    left = [_left_line(each, staffing, reader) for each in staffing.left]
    blocks = [section(shown(each, 600)) for each in [*lines, *left]]
    parts = [key(header(title)), rows(blocks, reader.language)]
    if reader.may_add:
        adding = button(reader.say("contact-add"), names.ADD_CONTACT, staffing.municipality)
        parts.append(key(actions([adding])))
    return message(map(neutral, [title, *lines, *left]), parts, reader.language)


def answering_message(
    found: Sequence[Answering],
    roles: frozenset[ContactRole],
    unknown: Sequence[str],
    reader: Reader,
) -> Message:
    """Who answers for units, each unit by itself."""
    parts, lines = list(_unknown(unknown, reader)), list[str]()
    for each in found:
        notes, contacts = _in_role(each, roles, reader)
        about = [words(f"\n{note}") for note in notes]
        heading = paragraph(words(each.asked.name, bold=True), *about)
        shape = rich(heading, _bullets(contacts, reader)) if contacts else rich(heading)
        parts.append(key(shape, *_buttons(contacts, reader)))
        lines += [*notes, _written(each.asked.name, contacts, reader)]
    return message(map(neutral, lines), parts, reader.language)


def people_message(
    title: str, contacts: Sequence[tuple[Contact, str]], nobody: str, reader: Reader
) -> Message:
    """What people are contact for, each with its unit's name; ``nobody`` where there are none."""
    parts = [key(header(title))]
    for each, unit in contacts:
        line = rich(paragraph(words(f"{unit}: ", bold=True), *_line(each, reader)))
        parts.append(key(line, *_buttons([each], reader)))
    if not contacts:
        parts.append(key(section(nobody)))
    lines = [f"{unit}: {contact_line(each, reader.language)}" for each, unit in contacts]
    return message(map(neutral, [title, *(lines or [nobody])]), parts, reader.language)


def stored_message(said: str, contact: Contact, unit: str, reader: Reader) -> Message:
    """What has become of a contact, and what it states."""
    line = rich(paragraph(words(f"{unit}: ", bold=True), *_line(contact, reader)))
    parts = [key(section(said), line, *_buttons([contact], reader))]
    written = f"{unit}: {contact_line(contact, reader.language)}"
    return message(map(neutral, [said, written]), parts, reader.language)


def departed_message(contacts: Sequence[tuple[Contact, str]], language: str) -> Message:
    """Which contacts have left the workspace, for the coordinators."""
    lines = [
        say(
            "contacts-departed",
            language,
            name=each.name,
            role=role_name(each.role, language),
            unit=unit,
            municipality=each.municipality,
        )
        for each, unit in contacts
    ]
    title = say("contacts-departed-title", language)
    parts = [key(header(title)), rows([section(shown(each, 600)) for each in lines], language)]
    return message(map(neutral, [title, *lines]), parts, language)


def contact_line(contact: Contact, language: str) -> str:
    """A contact in a line, without its unit."""
    return " · ".join([contact.name, *_facts(contact, language)])


def role_name(role: ContactRole, language: str) -> str:
    """What a role is called."""
    return ROLES[role][0 if language == "sv" else 1]


def gap_line(answering: Answering, reader: Reader) -> str:
    """That a unit lacks a contact person, and who answers for it."""
    unit, other = answering.asked.name, answering.unit.name
    if answering.contacts and answering.unit.id != answering.asked.id:
        return reader.say("contacts-gap-covered", unit=unit, other=other)
    return reader.say("contacts-gap", unit=unit)


def _own(answering: Answering, roles: frozenset[ContactRole]) -> list[Contact]:
    """A unit's own contacts, of these roles if there are any."""
    if answering.unit.id != answering.asked.id:
        return []
    return [each for each in answering.contacts if not roles or each.role in roles]


def _in_role(
    answering: Answering, roles: frozenset[ContactRole], reader: Reader
) -> tuple[list[str], Sequence[Contact]]:
    """The contacts to show of a unit, and what to say of them before."""
    notes = []
    if not answering.contacts or answering.unit.id != answering.asked.id:
        notes.append(gap_line(answering, reader))
    chosen = [each for each in answering.contacts if not roles or each.role in roles]
    if answering.contacts and not chosen:
        notes.append(reader.say("contacts-no-such-role", unit=answering.unit.name))
    return notes, chosen or answering.contacts


def _gaps(staffing: Staffing, reader: Reader) -> list[str]:
    """In a line each: the units without a contact, and the contacts who have left."""
    missing = ", ".join(each.name for each in staffing.without)
    lines = [reader.say("contacts-missing", units=missing)] if missing else []
    return lines + [_left_line(each, staffing, reader) for each in staffing.left]


def _left_line(contact: Contact, staffing: Staffing, reader: Reader) -> str:
    unit = next((a.asked.name for a in staffing.answering if a.asked.id == contact.unit), "")
    return reader.say("contacts-left", name=contact.name, unit=unit or contact.unit)


def _unknown(unknown: Sequence[str], reader: Reader) -> Iterator[Piece]:
    if unknown:
        said = reader.say("contacts-unknown", words=shown(", ".join(unknown), 200))
        yield key(context(said))


def _bullets(contacts: Iterable[Contact], reader: Reader) -> Block:
    return bullets([_line(each, reader) for each in contacts])


def _line(contact: Contact, reader: Reader) -> Line:
    facts = shown(" · ".join(_facts(contact, reader.language)), 600)
    return [*who(contact, reader), words(f" · {facts}")]


def who(entry: Entry, reader: Reader) -> Line:
    """Somebody by name and mention, or only one of them where both say the same."""
    name = words(shown(entry.name, 200))
    if not entry.person:
        return [name]
    called = mention(entry.person)
    if fold(reader.called(entry.person)) == fold(entry.name):
        return [called]
    return [name, words(" "), called]


def _facts(contact: Contact, language: str) -> list[str]:
    valid = contact.valid
    days = {"first": valid.first.isoformat(), "last": valid.last.isoformat() if valid.last else ""}
    return [
        role_name(contact.role, language),
        *([contact.email] if contact.email else []),
        say("contact-days" if valid.last else "contact-since", language, **days),
        *([say("contact-left", language)] if contact.left_at else []),
    ]


def _written(unit: str, contacts: Iterable[Contact], reader: Reader) -> str:
    lines = [contact_line(each, reader.language) for each in contacts]
    return "\n".join([unit, *(f"– {line}" for line in lines)])


def _buttons(contacts: Iterable[Contact], reader: Reader) -> list[Block]:
    mine = [each for each in contacts if reader.may_change(each)][:MOST_BUTTONS]
    buttons = [
        button(
            reader.say("contact-change", name=shown(each.name, 40)),
            names.numbered(names.CHANGE_CONTACT, place),
            str(each.id),
        )
        for place, each in enumerate(mine)
    ]
    return [actions(buttons)] if buttons else []
