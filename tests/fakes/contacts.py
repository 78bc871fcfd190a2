"""Contacts in memory."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import datetime
from operator import attrgetter

from bot.domain.contacts import Contact, ContactChange, Entry, in_order
from bot.domain.people import is_erased
from bot.services.contacts.ports import ContactDoing

_Key = tuple[str, str, str, str, object]


class FakeContactBook:
    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._contacts: dict[int, Contact] = {}
        self._changes: dict[int, list[ContactChange]] = {}
        self._last_id = 0

    def contacts(self, municipality: str) -> list[Contact]:
        return in_order(each for each in self._all() if each.municipality == municipality)

    def of_unit(self, municipality: str, unit: str) -> list[Contact]:
        return [each for each in self.contacts(municipality) if each.unit == unit]

    def of_person(self, person: str) -> list[Contact]:
        return [each for each in self._all() if each.person == person]

    def find(self, identity: int) -> Contact | None:
        return self._contacts.get(identity)

    def store(
        self,
        municipality: str,
        new: Sequence[Entry],
        changed: Sequence[Contact],
        doing: ContactDoing,
    ) -> list[Contact] | None:
        with self._lock:
            for each in changed:
                now = self._contacts.get(each.id)
                if now is None or now.version != each.version:
                    return None
            if not self._are_apart(municipality, new, changed):
                return None
            added = [self._add(municipality, each, doing) for each in new]
            return [*added, *(self._save(each, doing) for each in changed)]

    def remove(self, identity: int, version: int) -> bool:
        with self._lock:
            now = self._contacts.get(identity)
            if now is None or now.version != version:
                return False
            del self._contacts[identity], self._changes[identity]
            return True

    def history(self, identity: int) -> list[ContactChange]:
        return list(self._changes.get(identity, ()))

    def people(self) -> list[str]:
        known = {each.person for each in self._all() if each.person}
        return sorted(each for each in known if not is_erased(each))

    def mark_left(self, person: str, at: datetime | None) -> int:
        with self._lock:
            news = [
                each for each in self.of_person(person) if (each.left_at is None) != (at is None)
            ]
            for each in news:
                self._contacts[each.id] = each.model_copy(update={"left_at": at})
            return len(news)

    def rename(self, person: str, pseudonym: str, doing: ContactDoing) -> int:
        with self._lock:
            concerned = [
                each
                for each in self._all()
                if each.person == person or any(map(_Concerns(person), self._changes[each.id]))
            ]
            for each in concerned:
                self._rename(each, person, pseudonym, doing)
            return len(concerned)

    def changes_of(self, person: str) -> list[ContactChange]:
        """The changes that a person made, and those of what was stated of them."""
        all_changes = [each for history in self._changes.values() for each in history]
        found = [each for each in all_changes if _Concerns(person)(each)]
        return sorted(found, key=attrgetter("at", "contact", "version"))

    def units_of(self, municipality: str) -> set[str]:
        """The units that have contacts."""
        return {each.unit for each in self.contacts(municipality)}

    def _all(self) -> list[Contact]:
        return sorted(self._contacts.values(), key=attrgetter("id"))

    def _are_apart(
        self, municipality: str, new: Sequence[Entry], changed: Sequence[Contact]
    ) -> bool:
        later = self._contacts | {each.id: each for each in changed}
        keys = [_key(each.municipality, each) for each in later.values()]
        keys += [_key(municipality, each) for each in new]
        return len(keys) == len(set(keys))

    def _add(self, municipality: str, entry: Entry, doing: ContactDoing) -> Contact:
        self._last_id += 1
        made = Contact(
            **{name: getattr(entry, name) for name in Entry.model_fields},
            id=self._last_id,
            municipality=municipality,
            version=1,
            changed_by=doing.by,
            changed_at=doing.at,
        )
        self._contacts[made.id] = made
        self._changes[made.id] = []
        self._record(made, doing, None)
        return made

    def _save(self, changed: Contact, doing: ContactDoing) -> Contact:
        before = self._contacts[changed.id].entry
        standing = {
            "version": changed.version + 1,
            "changed_by": doing.by,
            "changed_at": doing.at,
            "municipality": self._contacts[changed.id].municipality,
        }
        self._contacts[changed.id] = changed.model_copy(update=standing)
        self._record(self._contacts[changed.id], doing, before)
        return self._contacts[changed.id]

    def _record(self, made: Contact, doing: ContactDoing, before: Entry | None) -> None:
        told = {"contact": made.id, "version": made.version, "before": before}
        change = ContactChange.model_validate({**doing.model_dump(), **told})
        self._changes[made.id].append(change)

    def _rename(self, each: Contact, person: str, pseudonym: str, doing: ContactDoing) -> None:
        history = self._changes[each.id]
        was = any(change.before and change.before.person == person for change in history)
        held = each.person == person or was
        now = each.under(pseudonym) if each.person == person else each
        by = pseudonym if doing.by == person else doing.by
        renamed = now.model_copy(
            update={"version": each.version + 1, "changed_by": by, "changed_at": doing.at}
        )
        self._contacts[each.id] = renamed
        self._record(renamed, doing, None)
        self._changes[each.id] = [
            _hidden(change, person, pseudonym, held) for change in self._changes[each.id]
        ]


def _key(municipality: str, entry: Entry) -> _Key:
    return (municipality, entry.unit, entry.role, entry.who, entry.valid.first)


class _Concerns:
    def __init__(self, person: str) -> None:
        self._person = person

    def __call__(self, change: ContactChange) -> bool:
        was = change.before.person if change.before else None
        return self._person in (change.by, was)


def _hidden(change: ContactChange, person: str, pseudonym: str, held: bool) -> ContactChange:
    by = pseudonym if change.by == person else change.by
    before = change.before
    if before and held and before.person in (None, person):
        before = before.under(pseudonym)
    return change.model_copy(update={"by": by, "before": before})
