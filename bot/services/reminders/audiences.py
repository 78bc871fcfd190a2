"""Finding out who an audience is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from bot.domain.activities.units import Unit, alphabetical
from bot.domain.contacts import Contact, in_roles
from bot.domain.people import Standing
from bot.domain.reminders.audience import Contacts, SilentIn
from bot.domain.reminders.broadcast import Content
from bot.domain.reminders.occurrence import Why
from bot.services.activities.ports import ActivityBook, UnitRegister
from bot.services.contacts.ports import ContactBook
from bot.services.errors import Unreachable
from bot.services.reminders.ports import BroadcastBook, Member, Members, OccurrenceBook
from bot.services.reminders.resolved import LeftOut, LeftOutReason, Reached, Resolved
from bot.services.reminders.silence import Heard
from knowledge.language.alphabet import swedish_order


class _Meant(NamedTuple):
    """Somebody to whom a part of the audience leads; ``person`` None for who is not in the
    channel, whose ``name`` is the contact's.
    """

    person: str | None
    name: str
    unit: str | None
    why: Why


class _Asked(NamedTuple):
    """What contacts and units there are on the day; ``units`` are the open ones."""

    on: date
    contacts: Sequence[Contact]
    units: Sequence[Unit]


class Audiences:
    """The people behind contacts, channels, user groups and ids."""

    def __init__(
        self,
        contacts: ContactBook,
        activities: ActivityBook,
        units: UnitRegister,
        broadcasts: BroadcastBook,
        occurrences: OccurrenceBook,
        members: Members,
    ) -> None:
        self._contacts = contacts
        self._units = units
        self._heard = Heard(activities, broadcasts, occurrences)
        self._members = members

    def resolve(
        self, content: Content, on: date, *, today: date | None = None, with_away: bool = False
    ) -> Resolved:
        """Who gets it on a day; where it is late, the contacts are those of ``today``. Who is away
        is only asked ``with_away``. Raises NotLookedUp where the channel cannot tell now.
        """
        audience, asked = content.audience, self._asked(content.municipality, today or on)
        meant: list[_Meant] = []
        units_without: list[Unit] = []
        if audience.contacts:
            units = self._wanted(content.municipality, audience.contacts, audience.silent, on)
            meant += _of_contacts(asked, audience.contacts, units)
            units_without = _without(asked, audience.contacts, units)
        others, unreadable = self._others(content)
        by_person, left_out = self._sorted_out([*meant, *others])
        homes = _units_by_person(asked)
        reached = [_reached(member, ways, homes) for member, ways in by_person]
        reached.sort(key=lambda each: (swedish_order(each.name), each.person))
        doubled = {member.id for member, ways in by_person if len(ways) > 1}
        return Resolved(
            recipients=tuple(reached),
            doubles=tuple(each for each in reached if each.person in doubled),
            away=tuple(r for r in reached if with_away and self._members.is_away(r.person)),
            left_out=tuple(sorted(left_out, key=lambda each: swedish_order(each.name))),
            units_without=tuple(units_without),
            unreadable=tuple(unreadable),
        )

    def _asked(self, municipality: str, on: date) -> _Asked:
        """The contacts whose task it is on that day, and the open units."""
        held = [each for each in self._contacts.contacts(municipality) if each.holds_on(on)]
        units = [each for each in self._units.units(municipality) if not each.closed]
        return _Asked(on, held, alphabetical(units))

    def _wanted(
        self, municipality: str, contacts: Contacts, silent: SilentIn | None, on: date
    ) -> frozenset[str]:
        """The ids of the units whose contacts are meant."""
        open_units = {each.id for each in self._units.units(municipality) if not each.closed}
        wanted = open_units if contacts.units is None else open_units & contacts.units
        if silent:
            wanted = wanted - self._heard.units(municipality, silent, on)
        return frozenset(wanted)

    def _others(self, content: Content) -> tuple[list[_Meant], list[str]]:
        """Who is meant beside the contacts, and which conversations and groups cannot be read."""
        found: list[_Meant] = []
        unreadable: list[str] = []
        audience = content.audience
        for why, identities, members in (
            (Why.CHANNEL, audience.channels, self._members.of_channel),
            (Why.GROUP, audience.groups, self._members.of_group),
        ):
            for identity in sorted(identities):
                try:
                    found += (_Meant(each, each, None, why) for each in members(identity))
                except Unreachable:
                    unreadable.append(identity)
        found += (_Meant(each, each, None, Why.NAMED) for each in sorted(audience.people))
        return found, unreadable

    def _sorted_out(
        self, meant: Iterable[_Meant]
    ) -> tuple[list[tuple[Member, list[_Meant]]], list[LeftOut]]:
        """Each person once with the ways that lead to them, and who is left out, once as well."""
        ways: dict[str, list[_Meant]] = {}
        without: dict[str, LeftOut] = {}
        for each in meant:
            if each.person is None:
                left_out = _left_out(each, each.name, LeftOutReason.NOT_IN_CHANNEL)
                without.setdefault(each.name, left_out)
            else:
                ways.setdefault(each.person, []).append(each)
        reached: list[tuple[Member, list[_Meant]]] = []
        for person, led in ways.items():
            member = self._members.person(person)
            reason = reason_against(member)
            if reason is None:
                reached.append((member, led))
            else:
                without[f"@{person}"] = _left_out(led[0], member.name or led[0].name, reason)
        return reached, list(without.values())


def reason_against(member: Member) -> LeftOutReason | None:
    """Why somebody gets no messages; None for who does."""
    if member.is_bot:
        return LeftOutReason.BOT
    if member.is_gone or member.standing is Standing.STRANGER:
        return LeftOutReason.GONE
    return LeftOutReason.GUEST if member.standing is Standing.GUEST else None


def _of_contacts(asked: _Asked, contacts: Contacts, units: frozenset[str]) -> list[_Meant]:
    """In the order of the units, so that who is contact of several is asked for the first."""
    order = {each.id: place for place, each in enumerate(asked.units)}
    chosen = in_roles(asked.contacts, contacts.roles, asked.on)
    held = [each for each in chosen if each.unit in units]
    held.sort(key=lambda each: order[each.unit])
    return [_Meant(each.person, each.name, each.unit, Why.CONTACT) for each in held]


def _without(asked: _Asked, contacts: Contacts, units: frozenset[str]) -> list[Unit]:
    held = {each.unit for each in in_roles(asked.contacts, contacts.roles, asked.on)}
    return [each for each in asked.units if each.id in units and each.id not in held]


def _units_by_person(asked: _Asked) -> dict[str, str]:
    """The first unit that somebody is contact of, for those who are meant as something else."""
    order = {each.id: place for place, each in enumerate(asked.units)}
    held = [each for each in asked.contacts if each.person and each.unit in order]
    held.sort(key=lambda each: order[each.unit], reverse=True)
    return {each.person: each.unit for each in held if each.person}


def _reached(member: Member, ways: Sequence[_Meant], homes: dict[str, str]) -> Reached:
    units = list(dict.fromkeys(each.unit for each in ways if each.unit is not None))
    return Reached(
        person=member.id,
        name=member.name,
        unit=units[0] if units else homes.get(member.id),
        also=tuple(units[1:]),
        why=ways[0].why,
    )


def _left_out(meant: _Meant, name: str, reason: LeftOutReason) -> LeftOut:
    return LeftOut(name=name, person=meant.person, unit=meant.unit, reason=reason)
