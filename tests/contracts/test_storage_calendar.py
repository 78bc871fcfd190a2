from __future__ import annotations

from functools import partial

import pytest

from bot.domain.reminders.proposals import Acknowledgement, Verdict
from bot.services.calendar.ports import Feed
from tests.contracts.activities import HOME
from tests.contracts.calendar import decision
from tests.contracts.storages import NOON, OpenStorage, Storage, at_once, later


def test_a_decision_comes_back_as_it_was_made(storage: Storage) -> None:
    made = decision()
    assert storage.calendar.decide(HOME, made)
    assert storage.calendar.decisions(HOME) == [made]
    assert storage.calendar.decisions("Skara") == []
    assert storage.calendar.history(HOME, made.handle) == [made]


def test_the_last_decision_on_a_proposal_holds(storage: Storage) -> None:
    first, second = decision(1, Verdict.REJECTED), decision(2)
    other = decision(1, quote="Något annat ska ske i maj.")
    for each in (first, second, other):
        assert storage.calendar.decide(HOME, each)
    assert storage.calendar.decisions(HOME) == [other, second]
    assert storage.calendar.history(HOME, first.handle) == [first, second]


def test_the_second_of_two_decisions_changes_nothing(storage: Storage) -> None:
    assert storage.calendar.decide(HOME, decision(by="U1"))
    assert not storage.calendar.decide(HOME, decision(by="U2"))
    assert [each.by for each in storage.calendar.decisions(HOME)] == ["U1"]


def test_the_same_words_are_decided_on_in_each_municipality(storage: Storage) -> None:
    assert storage.calendar.decide(HOME, decision())
    assert storage.calendar.decide("Skara", decision(by="U2"))
    assert [each.by for each in storage.calendar.decisions("Skara")] == ["U2"]


@pytest.mark.usefixtures("storage")
def test_of_many_who_decide_at_once_one_is_first(open_storage: OpenStorage) -> None:
    storages = [open_storage() for _ in range(4)]
    tried = [
        partial(each.calendar.decide, HOME, decision(by=f"U{number}"))
        for number, each in enumerate(storages)
    ]
    assert sum(at_once(tried)) == 1


def test_a_draft_is_noted_with_its_decision(storage: Storage) -> None:
    made = decision()
    storage.calendar.decide(HOME, made)
    storage.calendar.drafted(HOME, made.handle, 1, 17)
    storage.calendar.drafted(HOME, made.handle, 2, 18)
    assert [each.broadcast for each in storage.calendar.decisions(HOME)] == [17]


def test_the_last_drift_that_was_seen_of_a_proposal_is_kept(storage: Storage) -> None:
    first = Acknowledgement(handle="a", mark="1", by="U9", at=NOON)
    second = Acknowledgement(handle="a", mark="2", by="U8", at=later(2))
    other = Acknowledgement(handle="b", mark="1", by="U9", at=later(1))
    for each in (first, other, second):
        storage.calendar.acknowledge(HOME, each)
    assert storage.calendar.acknowledged(HOME) == [other, second]
    assert storage.calendar.acknowledged("Skara") == []


def test_a_feed_is_found_by_its_digest_until_it_is_renewed_or_ended(storage: Storage) -> None:
    old = Feed(municipality=HOME, digest="old", by="U9", at=NOON)
    new = Feed(municipality=HOME, digest="new", by="U8", at=later(1))
    storage.calendar.set_feed(old)
    assert storage.calendar.feed("old") == old
    storage.calendar.set_feed(new)
    assert storage.calendar.feed("old") is None
    assert storage.calendar.feed("new") == new
    assert storage.calendar.end_feed(HOME)
    assert not storage.calendar.end_feed(HOME)
    assert storage.calendar.feed("new") is None


def test_what_a_person_decided_is_theirs_and_stays_under_a_pseudonym(storage: Storage) -> None:
    own, other = decision(1, by="U1"), decision(2, by="U2", quote="Något annat ska ske i maj.")
    seen = Acknowledgement(handle="a", mark="1", by="U1", at=NOON)
    storage.calendar.decide(HOME, own)
    storage.calendar.decide(HOME, other)
    storage.calendar.acknowledge(HOME, seen)
    storage.calendar.set_feed(Feed(municipality=HOME, digest="d", by="U1", at=NOON))

    records = storage.people.of("U1")
    assert (records.decisions, records.drifts_seen) == ((own,), (seen,))
    assert records.calendar_feeds == (HOME,)

    assert storage.people.erase("U1", "erased:1").renamed == 3
    assert [each.by for each in storage.calendar.decisions(HOME)] == ["erased:1", "U2"]
    assert storage.people.of("U1").decisions == ()
    assert storage.people.of("erased:1").calendar_feeds == (HOME,)
