"""Contacts as CSV that the import reads back."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from bot.domain.contacts import Contact
from bot.domain.people import is_erased
from bot.files.safe_text import neutral
from bot.services.contacts.importing import CONTACT_COLUMNS
from bot.services.contacts.words import ROLES
from bot.services.reports.naming import capitalised
from knowledge.texts.catalogue import say


def contacts_csv(contacts: Iterable[Contact], language: str) -> bytes:
    """A row for each contact, but for those who were erased, as Swedish Excel reads it: UTF-8 with
    a byte order mark, semicolons and CRLF between, ISO dates. Units are told by their ids.
    """
    written = StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(header(language))
    writer.writerows(
        [neutral(cell) for cell in _cells(each, language)]
        for each in contacts
        if not (each.person and is_erased(each.person))
    )
    return written.getvalue().encode("utf-8-sig")


def header(language: str) -> list[str]:
    """The columns' names, with a capital first letter."""
    return [capitalised(names[_position(language)]) for names in CONTACT_COLUMNS.names.values()]


def _cells(contact: Contact, language: str) -> Sequence[str]:
    valid = contact.valid
    return (
        contact.unit,
        ROLES[contact.role][_position(language)],
        contact.name,
        contact.person or "",
        contact.email or "",
        valid.first.isoformat(),
        valid.last.isoformat() if valid.last else say("contact-running", language),
    )


def _position(language: str) -> int:
    return 0 if language == "sv" else 1
