"""Agreements in memory."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from operator import attrgetter

from bot.domain.agreements import (
    Agreement,
    AgreementChange,
    AgreementContent,
    AgreementStatus,
)
from bot.services.agreements.ports import AgreementDoing


class FakeAgreementBook:
    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._ids: dict[str, int] = {}
        self._agreements: dict[int, Agreement] = {}
        self._changes: dict[int, list[AgreementChange]] = {}

    def agreements(self, municipality: str) -> list[Agreement]:
        return [each for each in self._all() if each.municipality == municipality]

    def find(self, identity: int) -> Agreement | None:
        return self._agreements.get(identity)

    def add(
        self,
        keys: Sequence[str],
        municipality: str,
        contents: Sequence[AgreementContent],
        doing: AgreementDoing,
    ) -> list[Agreement]:
        with self._lock:
            for key, content in zip(keys, contents, strict=True):
                if key not in self._ids:
                    self._add(key, municipality, content, doing)
            return [self._agreements[self._ids[key]] for key in keys]

    def known(self, keys: Sequence[str]) -> dict[str, Agreement]:
        with self._lock:
            found = [key for key in keys if key in self._ids]
            return {key: self._agreements[self._ids[key]] for key in found}

    def save(
        self,
        version: int,
        changed: Agreement,
        doing: AgreementDoing,
        before: AgreementContent | None,
    ) -> Agreement | None:
        with self._lock:
            now = self._agreements.get(changed.id)
            if now is None or now.version != version:
                return None
            stated = {"content": changed.content, "status": changed.status}
            return self._change(now.model_copy(update=stated), doing, before)

    def history(self, identity: int) -> list[AgreementChange]:
        return list(self._changes.get(identity, []))

    def rename(self, person: str, pseudonym: str, doing: AgreementDoing) -> int:
        with self._lock:
            held = {each.id for each in self.of_person(person)}
            concerned = held | {each.agreement for each in self.changes_of(person)}
            for identity in concerned:
                self._change(self._agreements[identity], doing, None)
                self._put_in_place(identity, person, pseudonym)
            return len(concerned)

    def of_person(self, person: str) -> list[Agreement]:
        """What somebody is responsible for, by id."""
        return [each for each in self._all() if each.content.responsible == person]

    def changes_of(self, person: str) -> list[AgreementChange]:
        """The changes that a person made, and those of what they were responsible for."""
        entries = [each for history in self._changes.values() for each in history]
        own = [
            each
            for each in entries
            if each.by == person or (each.before and each.before.responsible == person)
        ]
        return sorted(own, key=attrgetter("at", "agreement", "version"))

    def units_of(self, municipality: str) -> set[str]:
        """The units that own agreements."""
        return {each.content.owner for each in self.agreements(municipality)}

    def _all(self) -> list[Agreement]:
        with self._lock:
            return sorted(self._agreements.values(), key=attrgetter("id"))

    def _add(
        self, key: str, municipality: str, content: AgreementContent, doing: AgreementDoing
    ) -> None:
        identity = self._ids[key] = len(self._ids) + 1
        new = Agreement(
            id=identity,
            municipality=municipality,
            content=content,
            status=AgreementStatus.IN_FORCE,
            version=0,
            added_by=doing.by,
            added_at=doing.at,
            changed_by=doing.by,
            changed_at=doing.at,
        )
        self._change(new, doing, None)

    def _change(
        self, now: Agreement, doing: AgreementDoing, before: AgreementContent | None
    ) -> Agreement:
        made = {"version": now.version + 1, "changed_by": doing.by, "changed_at": doing.at}
        changed = now.model_copy(update=made)
        entry = AgreementChange.model_validate(
            {
                **doing.model_dump(),
                "agreement": changed.id,
                "version": changed.version,
                "before": before,
            }
        )
        self._agreements[changed.id] = changed
        self._changes.setdefault(changed.id, []).append(entry)
        return changed

    def _put_in_place(self, identity: int, person: str, pseudonym: str) -> None:
        def renamed(who: str) -> str:
            return pseudonym if who == person else who

        def hidden(content: AgreementContent | None) -> AgreementContent | None:
            return content.under(person, pseudonym) if content else None

        now = self._agreements[identity]
        people = {"added_by": renamed(now.added_by), "changed_by": renamed(now.changed_by)}
        self._agreements[identity] = now.model_copy(
            update={**people, "content": hidden(now.content)}
        )
        self._changes[identity] = [
            each.model_copy(update={"by": renamed(each.by), "before": hidden(each.before)})
            for each in self._changes[identity]
        ]
