"""Who is told of a unit's person who does not answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.contacts import Contact, ContactRole, in_order
from bot.services.contacts.ports import ContactBook
from bot.services.reminders.audiences import reason_against
from bot.services.reminders.ports import Members


class Leaders:
    """The heads and deputies of units, by the register of contacts."""

    def __init__(self, contacts: ContactBook, members: Members) -> None:
        self._contacts = contacts
        self._members = members

    def of(
        self, municipality: str, unit: str | None, roles: Sequence[ContactRole], on: date, but: str
    ) -> str | None:
        """The channel's id of whom the unit has in the first of the roles, another than ``but``;
        None where nobody can be reached. Raises NotLookedUp where the channel cannot tell.
        """
        if unit is None:
            return None
        serving = [
            each for each in self._contacts.of_unit(municipality, unit) if each.serves_on(on)
        ]
        led = (each for role in roles for each in in_order(_in_role(serving, role)))
        people = (each.person for each in led if each.person and each.person != but)
        return next(filter(self._is_there, people), None)

    def _is_there(self, person: str) -> bool:
        return reason_against(self._members.person(person)) is None


def _in_role(contacts: Sequence[Contact], role: ContactRole) -> list[Contact]:
    return [each for each in contacts if each.role is role]
