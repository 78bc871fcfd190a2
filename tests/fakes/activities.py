"""Activities and units in memory."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from operator import attrgetter

from bot.domain.activities.activity import Activity, Change, Content, Status
from bot.domain.activities.dates import Dates
from bot.domain.activities.units import Unit, alphabetical
from bot.services.activities.alike import compared
from bot.services.activities.ports import ActivityRecord, Doing, Query
from tests.fakes.agreements import FakeAgreementBook
from tests.fakes.contacts import FakeContactBook


class FakeActivityBook:
    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._ids: dict[str, int] = {}
        self._activities: dict[int, Activity] = {}
        self._changes: dict[int, list[Change]] = {}
        self._last_id = 0
        self._followers: list[Callable[[str], None]] = []

    def add(
        self, key: str, municipality: str, content: Content, status: Status, doing: Doing
    ) -> Activity:
        with self._lock:
            if key not in self._ids:
                self._add(key, municipality, content, status, doing)
            return self._activities[self._ids[key]]

    def add_all(
        self, keys: Sequence[str], municipality: str, contents: Sequence[Content], doing: Doing
    ) -> list[Activity]:
        stated = list(zip(keys, contents, strict=True))
        with self._lock:
            return [self.add(key, municipality, each, Status.LOGGED, doing) for key, each in stated]

    def known(self, keys: Sequence[str]) -> dict[str, Activity]:
        with self._lock:
            found = [key for key in keys if key in self._ids]
            return {key: self._activities[self._ids[key]] for key in found}

    def find(self, identity: int) -> Activity | None:
        return self._activities.get(identity)

    def save(
        self, version: int, changed: Activity, doing: Doing, before: Content | None
    ) -> Activity | None:
        with self._lock:
            now = self._activities.get(changed.id)
            if now is None or now.version != version:
                return None
            stated = {"content": changed.content, "status": changed.status}
            return self._change(now.model_copy(update=stated), doing, before)

    def remove(self, identity: int, version: int) -> bool:
        with self._lock:
            now = self._activities.get(identity)
            is_same = now is not None and now.version == version
            if is_same:
                self._remove([identity])
            return is_same

    def history(self, identity: int) -> list[Change]:
        return list(self._changes.get(identity, []))

    def search(self, query: Query, most: int, skipped: int = 0) -> list[Activity]:
        return _latest_first(self.every(query))[skipped : skipped + most]

    def count(self, query: Query) -> int:
        return len(list(self.every(query)))

    def every(self, query: Query) -> Iterator[Activity]:
        return iter([each for each in self._all() if _is_asked_for(each, query)])

    def records(self, query: Query) -> Iterator[ActivityRecord]:
        with self._lock:
            found = [(each, tuple(self._changes[each.id])) for each in self.every(query)]
        return (ActivityRecord(activity=each, history=history) for each, history in found)

    def like(
        self, municipality: str, names: Sequence[str], dates: Dates, besides: int | None
    ) -> list[Activity]:
        wanted = compared(names)
        return _latest_first(
            each
            for each in self.every(Query(municipality=municipality, overlapping=dates))
            if each.id != besides
            and each.status is not Status.WITHDRAWN
            and wanted & compared([*each.content.partners, *each.content.cities])
        )

    def last_by(self, person: str) -> Activity | None:
        own = [each for each in self._all() if each.logged_by == person]
        return max(own, key=attrgetter("logged_at", "id"), default=None)

    def changes_by(self, person: str) -> list[Change]:
        """All entries of histories that are theirs, oldest first."""
        with self._lock:
            own = [e for changes in self._changes.values() for e in changes if e.by == person]
        return sorted(own, key=attrgetter("at", "activity", "version"))

    def rename(self, person: str, pseudonym: str, doing: Doing) -> int:
        with self._lock:
            concerned = {each.activity for each in self.changes_by(person)}
            for identity in concerned:
                self._change(self._activities[identity], doing, None)
                self._put_in_place(identity, person, pseudonym)
            for forget in self._followers:
                forget(person)
            return len(concerned)

    def forget(self, ended_before: date) -> int:
        with self._lock:
            old = [each.id for each in self.every(Query(ended_before=ended_before))]
            self._remove(old)
            return len(old)

    def follow(self, forget: Callable[[str], None]) -> None:
        """Have ``forget`` called with each person who is renamed."""
        self._followers.append(forget)

    def units_of(self, municipality: str) -> set[str]:
        """The units that activities of the municipality belong to."""
        return {each.content.unit for each in self.every(Query(municipality=municipality))}

    def _all(self) -> list[Activity]:
        with self._lock:
            return sorted(self._activities.values(), key=attrgetter("id"))

    def _add(
        self, key: str, municipality: str, content: Content, status: Status, doing: Doing
    ) -> None:
        self._last_id += 1
        self._ids[key] = self._last_id
        new = Activity(
            id=self._last_id,
            municipality=municipality,
            content=content,
            status=status,
            version=0,
            logged_by=doing.by,
            logged_at=doing.at,
            changed_by=doing.by,
            changed_at=doing.at,
        )
        self._change(new, doing, None)

    def _remove(self, identities: Iterable[int]) -> None:
        for identity in identities:
            del self._activities[identity], self._changes[identity]
        self._ids = {key: n for key, n in self._ids.items() if n in self._activities}

    def _change(self, now: Activity, doing: Doing, before: Content | None) -> Activity:
        made = {"version": now.version + 1, "changed_by": doing.by, "changed_at": doing.at}
        changed = now.model_copy(update=made)
        entry = Change(
            activity=changed.id,
            version=changed.version,
            kind=doing.kind,
            by=doing.by,
            at=doing.at,
            before=before,
            reason=doing.reason,
        )
        self._activities[changed.id] = changed
        self._changes.setdefault(changed.id, []).append(entry)
        return changed

    def _put_in_place(self, identity: int, person: str, pseudonym: str) -> None:
        def renamed(who: str) -> str:
            return pseudonym if who == person else who

        now = self._activities[identity]
        people = {"logged_by": renamed(now.logged_by), "changed_by": renamed(now.changed_by)}
        self._activities[identity] = now.model_copy(update=people)
        self._changes[identity] = [
            each.model_copy(update={"by": renamed(each.by)}) for each in self._changes[identity]
        ]


class FakeUnitRegister:
    """``book``, ``contacts`` and ``agreements`` are what keeps a unit from being removed."""

    def __init__(
        self,
        book: FakeActivityBook,
        contacts: FakeContactBook | None = None,
        agreements: FakeAgreementBook | None = None,
    ) -> None:
        self._lock = threading.Lock()
        self._book = book
        self._contacts = contacts or FakeContactBook()
        self._agreements = agreements or FakeAgreementBook()
        self._units: dict[str, dict[str, Unit]] = {}
        book.follow(self._end_editing)

    def units(self, municipality: str) -> list[Unit]:
        return alphabetical(self._units.get(municipality, {}).values())

    def replace(self, municipality: str, units: Sequence[Unit]) -> None:
        with self._lock:
            used = (
                self._book.units_of(municipality)
                | self._contacts.units_of(municipality)
                | self._agreements.units_of(municipality)
            )
            kept = {
                each.id: each.model_copy(update={"closed": True})
                for each in self._units.get(municipality, {}).values()
                if each.id in used
            }
            self._units[municipality] = kept | {each.id: each for each in units}

    def edited_by(self, person: str) -> list[Unit]:
        """The units that a person edits, by municipality and id."""
        units = [each for own in self._units.values() for each in own.values()]
        edited = [each for each in units if person in each.editors]
        return sorted(edited, key=attrgetter("municipality", "id"))

    def _end_editing(self, person: str) -> None:
        with self._lock:
            self._units = {
                municipality: {
                    each.id: each.model_copy(update={"editors": each.editors - {person}})
                    for each in units.values()
                }
                for municipality, units in self._units.items()
            }


def _is_asked_for(activity: Activity, query: Query) -> bool:
    content = activity.content
    return (
        query.municipality in (None, activity.municipality)
        and query.logged_by in (None, activity.logged_by)
        and (query.units is None or content.unit in query.units)
        and (query.kinds is None or content.kind in query.kinds)
        and (query.countries is None or not query.countries.isdisjoint(content.countries))
        and (query.statuses is None or activity.status in query.statuses)
        and (query.overlapping is None or content.dates.overlaps(query.overlapping))
        and (query.ended_before is None or _ended_before(content.dates, query.ended_before))
    )


def _ended_before(dates: Dates, first: date) -> bool:
    return dates.last is not None and dates.last < first


def _latest_first(activities: Iterable[Activity]) -> list[Activity]:
    return sorted(activities, key=lambda each: (each.content.dates.first, each.id), reverse=True)
