"""Logging activities: who may, what to ask first, and no change of another's lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from bot.domain.activities.activity import (
    Activity,
    Change,
    ChangeKind,
    Content,
    Status,
)
from bot.domain.activities.kinds import Kind
from bot.domain.activities.rights import Deed, Role, may
from bot.domain.activities.units import Unit
from bot.services.activities.concerns import (
    Concern,
    ConcernKind,
    Policies,
    concerns_of,
    without_needless_overrides,
)
from bot.services.activities.overrides import overridden, require_usable
from bot.services.activities.ports import ActivityBook, Doing, Query, UnitRegister
from bot.services.errors import (
    ActivityGone,
    ActivityWithdrawn,
    ChangedMeanwhile,
    NotYourActivity,
    UnitClosed,
    UnknownKind,
    UnknownUnit,
)
from bot.services.rights import Rights
from knowledge.model import Citation, Value

PAGE = 10
"""Activities on a page of a list."""


class ActivityPage(Value):
    """A page of a list; ``number`` counts from 1 and ``total`` is of all pages' activities."""

    activities: tuple[Activity, ...]
    number: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // PAGE))


class ActivityLog:
    """The activities of all municipalities. ``kinds`` are the known ones by id."""

    def __init__(
        self,
        book: ActivityBook,
        register: UnitRegister,
        policies: Policies,
        kinds: Mapping[str, Kind],
        rights: Rights,
        now: Callable[[], datetime],
    ) -> None:
        self._book = book
        self._register = register
        self._policies = policies
        self.kinds = kinds
        self._rights = rights
        self._now = now

    def last_by(self, person: str) -> Activity | None:
        """What a person logged last, for the form to begin with its unit and kind."""
        return self._book.last_by(person)

    def units(self, municipality: str) -> list[Unit]:
        """The units that can be chosen."""
        return [each for each in self._register.units(municipality) if not each.closed]

    def goals(self, municipality: str) -> Sequence[Citation]:
        """The goals that the municipality's documents set, in their order."""
        return self._policies.goals(municipality)

    def kind(self, identity: str) -> Kind:
        """A kind by id. Raises UnknownKind."""
        if identity not in self.kinds:
            raise UnknownKind(f"no kind {identity}", name=identity)
        return self.kinds[identity]

    def concerns(
        self,
        municipality: str,
        content: Content,
        before: Content | None = None,
        *,
        draft: bool = False,
    ) -> list[Concern]:
        """What the person should be asked about first, if ``content`` is to take the place of
        ``before`` (None for a new activity), or to be kept as a ``draft``. Raises UnknownKind.
        """
        rules = self._policies.rules(municipality, self.kind(content.kind))
        return concerns_of(content, rules, before, draft=draft)

    def effect_concerns(self, activity: Activity, effects: str) -> list[Concern]:
        """The same for effects that are to be set by ``add_effect``: only a personal identity
        number that they bring in. Raises ValueError for a text that is too long.
        """
        told = _with_effects(activity.content, effects)
        found = concerns_of(told, {}, activity.content)
        return [each for each in found if each.kind is ConcernKind.PERSONAL_NUMBER]

    def duplicates(
        self, municipality: str, content: Content, besides: int | None = None
    ) -> list[Activity]:
        """What may be the same: a partner or town in common, and a day. Drafts may be others'."""
        names = [*content.partners, *content.cities]
        found = self._book.like(municipality, names, content.dates, besides) if names else []
        return [each for each in found if each.status is not Status.DRAFT]

    def log(
        self, key: str, municipality: str, content: Content, person: str, *, draft: bool = False
    ) -> Activity:
        """Store an activity; the one stored before if ``key`` is known.

        Raises UnknownKind, UnknownUnit and UnitClosed.
        """
        self._check(municipality, content, None)
        status = Status.DRAFT if draft else Status.LOGGED
        kind = ChangeKind.SAVED_AS_DRAFT if draft else ChangeKind.LOGGED
        stated = self._with_needed_overrides(municipality, content)
        return self._book.add(key, municipality, stated, status, self._doing(kind, person))

    def find(self, identity: int, person: str) -> Activity:
        """An activity. Raises ActivityGone, also for another's draft."""
        found = self._book.find(identity)
        if found is None:
            raise ActivityGone(f"no activity {identity}", id=str(identity))
        deed = Deed.READ_DRAFT if found.status is Status.DRAFT else Deed.READ
        # What every member may do needs no look at who is a coordinator: a channel asks Slack.
        if not may(frozenset({Role.MEMBER}), deed) and not may(self._roles(found, person), deed):
            raise ActivityGone(f"activity {identity} is another's draft", id=str(identity))
        return found

    def correct(
        self, identity: int, version: int, content: Content, person: str, *, draft: bool = False
    ) -> Activity:
        """Change what version ``version`` states. A draft is logged by that, unless it stays one.
        Where nothing is changed, nothing is stored: the activity that is given has that version
        still. It may stay with a unit that is closed.

        Raises ActivityGone, ActivityWithdrawn, NotYourActivity, UnknownKind, UnknownUnit,
        UnitClosed, and ChangedMeanwhile with what it states by now.
        """
        now = self._changeable(identity, person, Deed.CHANGE)
        self._check(now.municipality, content, now.content.unit)
        if now.status is Status.DRAFT:
            status = Status.DRAFT if draft else Status.LOGGED
            kind = ChangeKind.SAVED_AS_DRAFT if draft else ChangeKind.LOGGED
        else:
            status, kind = Status.CORRECTED, ChangeKind.CORRECTED
        changed = now.model_copy(update={"content": content, "status": status})
        return self._saved(now, version, changed, self._doing(kind, person))

    def add_effect(
        self, identity: int, version: int, effects: str, person: str, reason: str = ""
    ) -> Activity:
        """Set what it led to; a draft stays one, and the same effects again change nothing.
        ``reason`` sets aside what ``effect_concerns`` asks about. Raises as ``correct``, as
        ``overridden``, and ValueError for a text that is too long.
        """
        now = self._changeable(identity, person, Deed.CHANGE)
        told = _with_effects(now.content, effects)
        if reason:
            kinds = [each.kind for each in self.effect_concerns(now, effects)]
            told = overridden(told, kinds, reason)
        status = now.status if now.status is Status.DRAFT else Status.CORRECTED
        changed = now.model_copy(update={"content": told, "status": status})
        return self._saved(now, version, changed, self._doing(ChangeKind.EFFECT_ADDED, person))

    def withdraw(
        self, identity: int, version: int, person: str, reason: str | None
    ) -> Activity | None:
        """Take an activity back: it stays, and stands in no report. None for a draft, which is
        removed with its history: it was never logged, and is not for everybody's eyes. Raises as
        ``correct`` and as ``require_usable``.
        """
        require_usable(reason or "")
        now = self._changeable(identity, person, Deed.WITHDRAW)
        if now.status is Status.DRAFT:
            if not self._book.remove(identity, version):
                raise _changed_meanwhile(self._book.find(identity) or now)
            return None
        changed = now.model_copy(update={"status": Status.WITHDRAWN})
        return self._saved(now, version, changed, self._doing(ChangeKind.WITHDRAWN, person, reason))

    def history(self, identity: int, person: str) -> list[Change]:
        """Who changed it when, and what it stated before. Raises ActivityGone, NotYourActivity."""
        self._require(self.find(identity, person), person, Deed.READ_HISTORY)
        return self._book.history(identity)

    def page(self, query: Query, number: int, person: str) -> ActivityPage:
        """A page of the activities that a person may see; the last one where there are fewer."""
        seen = self._seen(query, person)
        total = self._book.count(seen)
        number = min(max(number, 1), max(1, -(-total // PAGE)))
        found = self._book.search(seen, PAGE, (number - 1) * PAGE)
        return ActivityPage(activities=tuple(found), number=number, total=total)

    def roles(self, activity: Activity, person: str) -> frozenset[Role]:
        """What a person is to an activity, for what to offer them."""
        return self._roles(activity, person)

    def _seen(self, query: Query, person: str) -> Query:
        """Drafts only for who asks for their own, or for drafts alone: those that a coordinator
        may read are all.
        """
        if query.logged_by == person:
            return query
        if query.logged_by is None and query.statuses == frozenset({Status.DRAFT}):
            is_for_all = self._rights.is_coordinator(person)
            return query if is_for_all else query.model_copy(update={"logged_by": person})
        statuses = frozenset(Status) if query.statuses is None else query.statuses
        return query.model_copy(update={"statuses": statuses - {Status.DRAFT}})

    def _check(self, municipality: str, content: Content, unit_before: str | None) -> None:
        self.kind(content.kind)
        known = {each.id: each for each in self._register.units(municipality)}
        unit = known.get(content.unit)
        if unit is None:
            raise UnknownUnit(f"no unit {content.unit} in {municipality}", name=content.unit)
        if unit.closed and unit.id != unit_before:
            raise UnitClosed(f"unit {unit.id} of {municipality} is closed", name=unit.name)

    def _changeable(self, identity: int, person: str, deed: Deed) -> Activity:
        found = self.find(identity, person)
        self._require(found, person, deed)
        if found.status is Status.WITHDRAWN:
            raise ActivityWithdrawn(f"activity {identity} is withdrawn", id=str(identity))
        return found

    def _require(self, activity: Activity, person: str, deed: Deed) -> None:
        if not may(self._roles(activity, person), deed):
            self._rights.deny(person, deed.value, "neither author, unit editor nor coordinator")
            raise NotYourActivity(f"{deed.value} of activity {activity.id}", id=str(activity.id))

    def _roles(self, activity: Activity, person: str) -> frozenset[Role]:
        units = {each.id: each for each in self._register.units(activity.municipality)}
        unit = units.get(activity.content.unit)
        held = {
            Role.AUTHOR: activity.logged_by == person,
            Role.UNIT_EDITOR: unit is not None and person in unit.editors,
            Role.COORDINATOR: self._rights.is_coordinator(person),
        }
        return frozenset({Role.MEMBER, *(role for role, is_held in held.items() if is_held)})

    def _doing(self, kind: ChangeKind, person: str, reason: str | None = None) -> Doing:
        return Doing(kind=kind, by=person, at=self._now(), reason=reason)

    def _with_needed_overrides(self, municipality: str, content: Content) -> Content:
        if not content.overrides:
            return content
        rules = self._policies.rules(municipality, self.kind(content.kind))
        return without_needless_overrides(content, rules)

    def _saved(self, now: Activity, version: int, changed: Activity, doing: Doing) -> Activity:
        before = None
        if changed.content != now.content:
            before = now.content
            stated = self._with_needed_overrides(now.municipality, changed.content)
            changed = changed.model_copy(update={"content": stated})
        # What changed is taken from ``now``: saved over another version, that one would be lost.
        is_current = now.version == version
        if is_current and before is None and not _is_step(now.status, changed.status):
            return now
        saved = self._book.save(version, changed, doing, before) if is_current else None
        if saved is None:
            raise _changed_meanwhile(self._book.find(now.id) or now)
        return saved


def _changed_meanwhile(current: Activity) -> ChangedMeanwhile:
    return ChangedMeanwhile(f"activity {current.id} has another version", current)


def _is_step(before: Status, after: Status) -> bool:
    """Whether an activity stands otherwise by that; a correction of nothing is none."""
    return after not in (before, Status.CORRECTED)


def _with_effects(content: Content, effects: str) -> Content:
    return Content.model_validate({**content.model_dump(), "effects": effects})
