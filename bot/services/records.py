"""The use cases of what municipalities did, over their documents and one database."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from bot.domain.activities.kinds import Kind
from bot.domain.activities.units import Unit
from bot.domain.days import swedish_day
from bot.services.activities.importing import Importing
from bot.services.activities.log import ActivityLog
from bot.services.activities.persons import Persons
from bot.services.activities.policies import DocumentPolicies
from bot.services.activities.units import Units
from bot.services.agreements.importing import AgreementImporting
from bot.services.agreements.register import AgreementRegister
from bot.services.agreements.rules import AgreementRules
from bot.services.calendar.agreement_days import RegisteredAgreements
from bot.services.calendar.documents import DocumentDuties
from bot.services.calendar.drafting import ProposalDrafts
from bot.services.calendar.duties import DutiesCalendar
from bot.services.calendar.recipients import Recipients
from bot.services.contacts.importing import ContactImporting
from bot.services.contacts.register import Contacts
from bot.services.documents_in_use import DocumentsInUse
from bot.services.ports import Storage
from bot.services.reminders.closed_days import swedish_working_time
from bot.services.reminders.limits import USUAL, Limits
from bot.services.reminders.ports import Members
from bot.services.reminders.use_cases import Reminders, reminders_over
from bot.services.reports.making import Reports
from bot.services.retention import Kept, Retention
from bot.services.rights import Directory, Rights


class Records:
    """Made once a process. ``kinds`` are the known kinds of activities by id; ``limits`` say when
    and to how many reminders are sent.
    """

    def __init__(
        self,
        documents: DocumentsInUse,
        storage: Storage,
        kinds: Mapping[str, Kind],
        now: Callable[[], datetime],
        limits: Limits = USUAL,
    ) -> None:
        self.storage = storage
        self.kinds = kinds
        self.now = now
        self.policies = DocumentPolicies(documents)
        self.agreement_rules = AgreementRules(documents)
        self.duties = DocumentDuties(documents)
        self.limits = limits
        self._documents = documents

    def municipalities(self) -> list[str]:
        """Those with documents, by name. Raises as ``DocumentsInUse.get``."""
        entries = self._documents.get().catalog.entries()
        return list(dict.fromkeys(each.municipality for each in entries))

    def all_units(self, municipality: str) -> list[Unit]:
        """The units of a municipality's register, closed ones too."""
        return self.storage.units.units(municipality)

    def rights(self, directory: Directory) -> Rights:
        """Who may do what, by a channel's directory."""
        return Rights(directory, self.storage.denials, self.now)

    def log(self, rights: Rights) -> ActivityLog:
        """Logging activities."""
        return ActivityLog(
            self.storage.activities,
            self.storage.units,
            self.policies,
            self.kinds,
            rights,
            self.now,
        )

    def importing(self, rights: Rights) -> Importing:
        """Importing them from sheets."""
        return Importing(
            self.log(rights), self.storage.activities, self.storage.units, rights, self.now
        )

    def units(self, rights: Rights) -> Units:
        """Replacing registers of units."""
        return Units(self.storage.units, rights)

    def contacts(self, rights: Rights) -> Contacts:
        """The contacts of units."""
        return Contacts(self.storage.contacts, self.storage.units, rights, self.now)

    def contact_importing(self, rights: Rights) -> ContactImporting:
        """Importing them."""
        return ContactImporting(self.storage.contacts, self.storage.units, rights, self.now)

    def reports(self, rights: Rights) -> Reports:
        """Making reports."""
        return Reports(
            self.storage.activities,
            self.storage.units,
            self._documents,
            self.policies,
            self.kinds,
            rights,
            self.now,
        )

    def agreements(self, rights: Rights) -> AgreementRegister:
        """The register of agreements."""
        return AgreementRegister(
            self.storage.agreements, self.storage.units, self.agreement_rules, rights, self.now
        )

    def agreement_importing(self, rights: Rights) -> AgreementImporting:
        """Importing agreements from sheets."""
        return AgreementImporting(self.storage.agreements, self.storage.units, rights, self.now)

    def reminders(self, rights: Rights, members: Members) -> Reminders:
        """Broadcasts and answers to them; ``members`` are those of a channel."""
        return reminders_over(self.storage, rights, members, self.limits, self.now)

    def calendar(self, rights: Rights, language: str) -> DutiesCalendar:
        """The duties' calendar; the drafts that it makes are written in ``language``."""
        return DutiesCalendar(
            self.storage.calendar,
            self.duties,
            ProposalDrafts(self.storage.broadcasts, self._recipients(rights), language, self.now),
            RegisteredAgreements(self.agreements(rights)),
            swedish_working_time(self.limits.opens, self.limits.closes),
            rights,
            self.now,
        )

    def _recipients(self, rights: Rights) -> Recipients:
        storage = self.storage
        return Recipients(
            storage.units,
            storage.contacts,
            storage.agreements,
            rights.look_up,
            lambda: swedish_day(self.now()),
        )

    def persons(self, rights: Rights) -> Persons:
        """People's rights to what is kept of them."""
        return Persons(self.storage, rights, self.now)

    def retention(self, kept: Kept) -> Retention:
        """Removing what has been kept long enough."""
        return Retention(self.storage, kept, self.now)
