"""What the tests of contacts share: an office in Skara with three units, and its contacts."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.slack.commands import contacts as commands
from bot.domain.activities.dates import Dates
from bot.domain.activities.units import Unit, UnitKind
from bot.domain.contacts import Contact, Entry
from tests.unit.bot.channels.slack.delivered import command
from tests.unit.bot.channels.slack.desks import Office, occasion, written
from tests.unit.bot.services.asked import START

HOME = "Skara"
TODAY = START.date()
UNITS = {
    "kuf": "Kultur- och fritidsförvaltningen",
    "bou": "Barn- och utbildningsförvaltningen",
    "ks": "Kommunstyrelsen",
}


@pytest.fixture
def office() -> Office:
    office = Office(home=HOME)
    office.directory.coordinators = {"U0KIM"}
    units = [
        Unit(id=each, municipality=HOME, name=name, kind=UnitKind.ADMINISTRATION)
        for each, name in UNITS.items()
    ]
    office.database.units.replace(HOME, units)
    return office


def added(office: Office, unit: str = "kuf", name: str = "Eva", **stated: Any) -> Contact:
    entry = Entry(unit=unit, name=name, valid=Dates(first=TODAY, last=None), **stated)
    contacts = office.desk.records.contacts(office.desk.rights)
    return contacts.add(HOME, entry, "U0KIM")


def kept(office: Office) -> list[Contact]:
    return office.database.contacts.contacts(HOME)


def asked(office: Office, text: str = "", person: str = "U1") -> dict[str, Any]:
    """What is said to a person's command."""
    body = command(text, command="/kontakter", user_id=person)
    commands.carry_out(office.desk, occasion(body))
    return office.said[-1][1]


def told(office: Office, text: str = "", person: str = "U1") -> str:
    message = asked(office, text, person)["message"]
    return f"{message.text}\n{written(message)}"
