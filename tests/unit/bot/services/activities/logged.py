"""A log of activities over fakes, with people of every role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from bot.domain.activities.activity import Activity, ChangeKind, Content
from bot.domain.activities.dates import day
from bot.domain.activities.kinds import Kind, Rule
from bot.domain.activities.units import Unit, UnitKind
from bot.services.activities.kinds import load_kinds
from bot.services.activities.log import ActivityLog
from bot.services.rights import Rights
from knowledge.model import Citation
from tests.fakes.storage import FakeDatabase
from tests.unit.bot.services.asked import Clock, FakeDirectory

KINDS = load_kinds(None)
AUTHOR, EDITOR, COORDINATOR, MEMBER = "eva", "ed", "bo", "moa"


class FakePolicies:
    """``concerns.Policies``: documents that state ``stated``."""

    def __init__(self, stated: Mapping[Rule, Citation] | None = None) -> None:
        self.stated = stated or {}

    def definition(self, municipality: str, kind: Kind) -> Citation | None:
        return None

    def rules(self, municipality: str, kind: Kind) -> Mapping[Rule, Citation]:
        return {rule: said for rule, said in self.stated.items() if rule in kind.rules}

    def goals(self, municipality: str) -> Sequence[Citation]:
        return ()


class Desk(NamedTuple):
    """A log and what it stands on."""

    log: ActivityLog
    database: FakeDatabase
    directory: FakeDirectory
    rights: Rights
    clock: Clock


def make_desk(policies: FakePolicies | None = None) -> Desk:
    database, directory, clock = FakeDatabase(), FakeDirectory(), Clock()
    directory.coordinators = {COORDINATOR}
    rights = Rights(directory, database.denials, clock)
    units = [
        Unit(
            id="skola",
            municipality="Skara",
            name="Skolan",
            kind=UnitKind.SCHOOL,
            editors=frozenset({EDITOR}),
        ),
        Unit(id="kultur", municipality="Skara", name="Kulturen", kind=UnitKind.ADMINISTRATION),
        Unit(
            id="gammal",
            municipality="Skara",
            name="Gamla kontoret",
            kind=UnitKind.OTHER,
            closed=True,
        ),
    ]
    database.units.replace("Skara", units)
    log = ActivityLog(
        database.activities, database.units, policies or FakePolicies(), KINDS, rights, clock
    )
    return Desk(log, database, directory, rights, clock)


def content(**stated: object) -> Content:
    plain = {
        "kind": "transnational_exchange",
        "title": "Studiebesök",
        "dates": day(date(2026, 5, 3)),
        "unit": "skola",
    }
    return Content.model_validate({**plain, **stated})


def logged(desk: Desk, key: str = "k1", *, draft: bool = False, **stated: object) -> Activity:
    """An activity that AUTHOR logged in Skara."""
    return desk.log.log(key, "Skara", content(**stated), AUTHOR, draft=draft)


def refusals(desk: Desk) -> list[tuple[str, str]]:
    """Who was refused what."""
    return [(each.person, each.action) for each in desk.database.denials.since(desk.clock())]


def kinds(desk: Desk, activity: Activity) -> list[ChangeKind]:
    """What has happened to an activity."""
    return [each.kind for each in desk.log.history(activity.id, COORDINATOR)]
