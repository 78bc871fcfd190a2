"""Who is at the terminal, and the records they work with."""

from __future__ import annotations

import getpass
import os
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from bot.domain.activities.activity import Activity
from bot.domain.days import swedish_day
from bot.domain.people import Person, Standing
from bot.services.activities.importing import Importing
from bot.services.activities.log import ActivityLog
from bot.services.activities.units import Units
from bot.services.agreements.importing import AgreementImporting
from bot.services.agreements.register import AgreementRegister
from bot.services.calendar.duties import DutiesCalendar
from bot.services.contacts.importing import ContactImporting
from bot.services.contacts.register import Contacts
from bot.services.places import home_municipality, municipality_named
from bot.services.records import Records
from bot.services.reports.making import Reports
from bot.services.reports.naming import Names


class Desk:
    """The use cases for whoever runs the command: they can read the database anyway, so they have
    the coordinators' rights. What they do is kept under ``terminal:`` and their login name.
    """

    def __init__(self, records: Records, home: str | None, login: str | None = None) -> None:
        self.records = records
        self.person = f"terminal:{login or login_name()}"
        self.rights = records.rights(OnlyCoordinator(self.person))
        self._home = home

    @cached_property
    def log(self) -> ActivityLog:
        """The activities."""
        return self.records.log(self.rights)

    @cached_property
    def importing(self) -> Importing:
        """Importing activities."""
        return self.records.importing(self.rights)

    @cached_property
    def agreements(self) -> AgreementRegister:
        """The register of agreements."""
        return self.records.agreements(self.rights)

    @cached_property
    def agreement_importing(self) -> AgreementImporting:
        """Importing agreements."""
        return self.records.agreement_importing(self.rights)

    @cached_property
    def units(self) -> Units:
        """Replacing registers of units."""
        return self.records.units(self.rights)

    @cached_property
    def contacts(self) -> Contacts:
        """The contacts of units."""
        return self.records.contacts(self.rights)

    @cached_property
    def contact_importing(self) -> ContactImporting:
        """Importing them."""
        return self.records.contact_importing(self.rights)

    @cached_property
    def reports(self) -> Reports:
        """Reports."""
        return self.records.reports(self.rights)

    def calendar(self, language: str) -> DutiesCalendar:
        """The duties' calendar; the drafts that it makes are written in ``language``."""
        return self.records.calendar(self.rights, language)

    @property
    def today(self) -> date:
        """The day in Sweden."""
        return swedish_day(self.records.now())

    def municipality(self, given: str | None) -> str | None:
        """The municipality given, or else that of the setting, of what this person logged last, or
        the only one; None where it cannot be told. Raises UnknownMunicipality and UnknownHome.
        """
        known = self.records.municipalities()
        named = municipality_named(given, known) or home_municipality(self._home, known)
        if named:
            return named
        last = self.log.last_by(self.person)
        if last is not None:
            return last.municipality
        return known[0] if len(known) == 1 else None

    def names(self, municipality: str, language: str) -> Names:
        """The names of what the municipality's activities hold ids of."""
        return Names(language, self.records.all_units(municipality), self.log.kinds)

    def names_for(self, activities: Sequence[Activity], language: str) -> Mapping[str, Names]:
        """The same for each municipality that activities are of."""
        places = dict.fromkeys(each.municipality for each in activities)
        return {place: self.names(place, language) for place in places}


class OnlyCoordinator:
    """``services.rights.Directory`` of a terminal: one person, who is a coordinator."""

    def __init__(self, identity: str) -> None:
        self._identity = identity

    def person(self, identity: str) -> Person:
        """Themselves, or what is known of anybody else: their id."""
        return Person(id=identity, name=identity, standing=Standing.MEMBER, language="sv")

    def is_coordinator(self, identity: str) -> bool:
        """Whether they are the one at the terminal."""
        return identity == self._identity

    def every_coordinator(self) -> frozenset[str]:
        """The one at the terminal."""
        return frozenset({self._identity})


def login_name() -> str:
    """The login name; the user's number where, as in some containers, it has none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"uid-{os.getuid()}"
