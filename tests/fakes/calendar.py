"""The duties' calendar in memory."""

from __future__ import annotations

import threading
from operator import attrgetter

from bot.domain.reminders.proposals import Acknowledgement, Decision
from bot.services.calendar.ports import Feed

_ORDER = attrgetter("at", "handle", "number")


class FakeCalendarBook:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._decisions: dict[tuple[str, str, int], Decision] = {}
        self._seen: dict[tuple[str, str], Acknowledgement] = {}
        self._feeds: dict[str, Feed] = {}

    def decide(self, municipality: str, decision: Decision) -> bool:
        key = (municipality, decision.handle, decision.number)
        with self._lock:
            return self._decisions.setdefault(key, decision) is decision

    def drafted(self, municipality: str, handle: str, number: int, broadcast: int) -> None:
        key = (municipality, handle, number)
        with self._lock:
            if key in self._decisions:
                changed = self._decisions[key].model_copy(update={"broadcast": broadcast})
                self._decisions[key] = changed

    def decisions(self, municipality: str) -> list[Decision]:
        last = {
            each.handle: each
            for (place, _, _), each in sorted(self._decisions.items())
            if place == municipality
        }
        return sorted(last.values(), key=_ORDER)

    def history(self, municipality: str, handle: str) -> list[Decision]:
        own = (each for key, each in self._decisions.items() if key[:2] == (municipality, handle))
        return sorted(own, key=_ORDER)

    def acknowledge(self, municipality: str, seen: Acknowledgement) -> None:
        with self._lock:
            self._seen[municipality, seen.handle] = seen

    def acknowledged(self, municipality: str) -> list[Acknowledgement]:
        here = [each for (place, _), each in self._seen.items() if place == municipality]
        return sorted(here, key=attrgetter("at", "handle"))

    def set_feed(self, feed: Feed) -> None:
        with self._lock:
            self._feeds[feed.municipality] = feed

    def end_feed(self, municipality: str) -> bool:
        return self._feeds.pop(municipality, None) is not None

    def feed(self, digest: str) -> Feed | None:
        return next((each for each in self._feeds.values() if each.digest == digest), None)

    def decisions_by(self, person: str) -> list[Decision]:
        return sorted((e for e in self._decisions.values() if e.by == person), key=_ORDER)

    def acknowledgements_by(self, person: str) -> list[Acknowledgement]:
        theirs = (each for each in self._seen.values() if each.by == person)
        return sorted(theirs, key=attrgetter("at", "handle"))

    def feeds_by(self, person: str) -> list[str]:
        return sorted(place for place, each in self._feeds.items() if each.by == person)

    def rename(self, person: str, pseudonym: str) -> int:
        by = {"by": pseudonym}
        decisions = {
            k: e.model_copy(update=by) for k, e in self._decisions.items() if e.by == person
        }
        seen = {k: e.model_copy(update=by) for k, e in self._seen.items() if e.by == person}
        feeds = {k: e.model_copy(update=by) for k, e in self._feeds.items() if e.by == person}
        with self._lock:
            self._decisions |= decisions
            self._seen |= seen
            self._feeds |= feeds
        return len(decisions) + len(seen) + len(feeds)
