"""Contacts as tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from bot.channels.terminal.tables import table
from bot.domain.days import SWEDISH_TIME
from bot.services.contacts.words import ROLES
from knowledge.texts.catalogue import say

if TYPE_CHECKING:
    from rich.table import Table

    from bot.domain.activities.units import Unit
    from bot.domain.contacts import Contact, ContactChange, Entry
    from bot.services.contacts.importing import ContactPlan

_STATED = ("contact_unit", "contact_role", "name", "person", "email", "from", "until")


def contacts_table(contacts: Iterable[Contact], units: Sequence[Unit], language: str) -> Table:
    """Contacts with their numbers; who has left the workspace is marked."""
    left = say("contact-left", language)
    return table(
        ("contact_number", *_STATED, "note"),
        (
            (str(each.id), *_stated(each, units, language), left if each.left_at else "")
            for each in contacts
        ),
        language,
    )


def plan_table(plan: ContactPlan, units: Sequence[Unit], language: str) -> Table:
    """What an import would add and change."""
    new, number = say("contact-new", language), "contact_number"
    return table(
        (number, *_STATED),
        (
            *((new, *_stated(each, units, language)) for each in plan.new),
            *((str(each.after.id), *_stated(each.after, units, language)) for each in plan.changed),
        ),
        language,
    )


def history_table(changes: Iterable[ContactChange], units: Sequence[Unit], language: str) -> Table:
    """Who changed a contact when, and what was stated before."""
    return table(
        ("when", "who", "what", *_STATED),
        (
            (
                f"{each.at.astimezone(SWEDISH_TIME):%Y-%m-%d %H:%M}",
                each.by,
                say(f"contact-did-{each.kind.value}", language),
                *(_stated(each.before, units, language) if each.before else ("",) * len(_STATED)),
            )
            for each in changes
        ),
        language,
    )


def _stated(entry: Entry, units: Sequence[Unit], language: str) -> tuple[str, ...]:
    names = {each.id: each.name for each in units}
    valid = entry.valid
    return (
        names.get(entry.unit, entry.unit),
        ROLES[entry.role][0 if language == "sv" else 1],
        entry.name,
        entry.person or "",
        entry.email or "",
        valid.first.isoformat(),
        valid.last.isoformat() if valid.last else say("contact-running", language),
    )
