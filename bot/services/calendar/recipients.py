"""Whom the drafts of accepted proposals are for, as far as the registers know them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from bot.domain.activities.units import Unit, UnitKind
from bot.domain.contacts import ANSWERING, Contact, ContactRole
from bot.domain.people import Person, is_channel_id
from bot.domain.reminders.audience import Audience, Contacts
from bot.domain.reminders.proposals import AgreementDay, Proposal
from bot.services.activities.ports import UnitRegister
from bot.services.agreements.ports import AgreementBook
from bot.services.contacts.ports import ContactBook
from knowledge.errors import PolicylotsenError
from knowledge.language.actors import load_actors
from knowledge.language.words import fold
from knowledge.texts.catalogue import say
from knowledge.wording import listed

_ROLES = {
    "international_coordinator": ContactRole.COORDINATOR,
    "coordinators": ContactRole.COORDINATOR,
    "contact_person": ContactRole.CONTACT_PERSON,
    "head_of_administration": ContactRole.HEAD,
    "head_of_office": ContactRole.HEAD,
    "head_of_sector": ContactRole.HEAD,
}
"""Actors of the lexicon that are a role of the register of contacts."""

_KINDS = {
    "committees": UnitKind.COMMITTEE,
    "administrations": UnitKind.ADMINISTRATION,
    "offices": UnitKind.ADMINISTRATION,
    "municipal_companies": UnitKind.COMPANY,
    "schools": UnitKind.SCHOOL,
}
"""Actors of the lexicon that are all units of a kind."""


EVERYBODY = Audience(contacts=Contacts())
"""All contact persons."""


class Recipients:
    """Finds them; ``look_up`` names people of the channel."""

    def __init__(
        self,
        units: UnitRegister,
        contacts: ContactBook,
        agreements: AgreementBook,
        look_up: Callable[[str], Person],
        today: Callable[[], date],
    ) -> None:
        self._units = units
        self._contacts = contacts
        self._agreements = agreements
        self._look_up = look_up
        self._today = today

    def of(self, proposal: Proposal) -> Audience:
        """Of an agreement, the person responsible in the channel, else who answers for the unit
        that owns it, else the coordinators; of a duty, the role that its document names first, else
        the units that it names. Where the registers know nobody of these, all contact persons.
        """
        if proposal.agreement:
            return self._of_agreement(proposal.agreement, proposal.municipality)
        serving = self._serving(proposal.municipality)
        first = next(iter(proposal.actors), "")
        role = _ROLES.get(first)
        if role and (found := _in_role(role, serving)):
            return found
        units = self._units.units(proposal.municipality)
        return _of_units(_named(units, proposal), serving) or EVERYBODY

    def told(self, audience: Audience, municipality: str, language: str) -> str:
        """Whom an audience of a draft holds, in words."""
        return listed(list(self._parts(audience, municipality, language)), language)

    def _of_agreement(self, day: AgreementDay, municipality: str) -> Audience:
        agreement = self._agreements.find(day.agreement)
        responsible = agreement.content.responsible if agreement else None
        if responsible and is_channel_id(responsible):
            return Audience(people=frozenset({responsible}))
        owner = {agreement.content.owner} if agreement else set()
        serving = self._serving(municipality)
        return _of_units(owner, serving) or _in_role(ContactRole.COORDINATOR, serving) or EVERYBODY

    def _serving(self, municipality: str) -> list[Contact]:
        """Those who can be reached by now."""
        contacts, today = self._contacts.contacts(municipality), self._today()
        return [each for each in contacts if each.person and each.serves_on(today)]

    def _parts(self, audience: Audience, municipality: str, language: str) -> Iterator[str]:
        if chosen := audience.contacts:
            roles = [r for r in ContactRole if r in chosen.roles]
            told = listed([say(f"calendar-to-{each.value}", language) for each in roles], language)
            if chosen.units is None:
                yield say("calendar-to-all", language, roles=told)
            else:
                names = {each.id: each.name for each in self._units.units(municipality)}
                units = sorted(names.get(each, each) for each in chosen.units)
                yield say("calendar-to-units", language, roles=told, units=listed(units, language))
        yield from sorted(map(self._name, audience.people))

    def _name(self, person: str) -> str:
        """The id where the channel cannot tell the name now."""
        try:
            return self._look_up(person).name
        except PolicylotsenError:
            return person


def _in_role(role: ContactRole, serving: list[Contact]) -> Audience | None:
    """All in a role; None where nobody is."""
    held = any(each.role is role for each in serving)
    return Audience(contacts=Contacts(roles=frozenset({role}))) if held else None


def _of_units(units: set[str], serving: list[Contact]) -> Audience | None:
    """Who answers for those units that have somebody; None where none has."""
    held = {each.unit for each in serving if each.role in ANSWERING and each.unit in units}
    if not held:
        return None
    return Audience(contacts=Contacts(units=frozenset(held), roles=ANSWERING))


def _named(units: list[Unit], proposal: Proposal) -> set[str]:
    """The open units whose name, or whose kind, is what a document names."""
    kinds = {_KINDS[each] for each in proposal.actors if each in _KINDS}
    actors = set(proposal.actors) - _KINDS.keys()
    who = f" {fold(proposal.who)} "
    return {
        each.id
        for each in units
        if not each.closed
        and (each.kind in kinds or f" {fold(each.name)} " in who or _is_one(each.name, actors))
    }


def _is_one(name: str, actors: set[str]) -> bool:
    """Whether a name as a whole is that of one of the actors."""
    mentions = load_actors().find(name)
    return len(mentions) == 1 and mentions[0].actor in actors and mentions[0].span.of(name) == name
