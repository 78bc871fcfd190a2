"""What a book of activities tells of a person, and what is left when they or an activity are
forgotten, in memory and in both databases.
"""

from __future__ import annotations

from datetime import date

from bot.domain.activities.activity import ChangeKind
from bot.services.activities.ports import Query
from bot.services.ports import PersonRecords
from tests.contracts.activities import HOME, VISIT, added, changed, doing, meeting
from tests.contracts.storages import Storage, later


def test_what_a_person_logged_last_is_by_the_clock(storage: Storage) -> None:
    book = storage.activities
    added(book, meeting("a"), "U1", 1)
    last = added(book, meeting("b"), "U1", 3)
    added(book, meeting("c"), "U1", 2)
    added(book, meeting("d"), "U2", 4)

    assert book.last_by("U1") == last
    assert book.last_by("U9") is None


def test_a_persons_entries_come_oldest_first(storage: Storage) -> None:
    book = storage.activities
    one = added(book, meeting("a"), "U1", 2)
    added(book, meeting("b"), "U2", 1)
    book.save(1, one, doing("U2", 3, ChangeKind.WITHDRAWN), None)
    other = added(book, meeting("c"), "U1", 1)

    def entries(person: str) -> list[tuple[int, int]]:
        return [(each.activity, each.version) for each in storage.people.of(person).changes]

    assert entries("U1") == [(other.id, 1), (one.id, 1)]
    assert entries("U2")[-1] == (one.id, 2)
    assert entries("U9") == []


def test_a_pseudonym_stands_in_a_persons_place_everywhere(storage: Storage) -> None:
    book = storage.activities
    own = added(book, VISIT, "U1", 1)
    helped = added(book, meeting("helped"), "U2", 1)
    book.save(1, changed(helped, title="x"), doing("U1", 2, ChangeKind.CORRECTED), helped.content)
    other = added(book, meeting("other"), "U2", 3)
    erasing = doing("U9", 9, ChangeKind.PERSON_ERASED).model_copy(update={"reason": "begäran"})

    assert book.rename("U1", "person-7f", erasing) == 2

    assert storage.people.of("U1") == PersonRecords()
    assert book.last_by("U1") is None
    found = book.find(own.id)
    assert found == own.model_copy(
        update={
            "logged_by": "person-7f",
            "version": 2,
            "changed_by": "U9",
            "changed_at": later(9),
        }
    )
    assert [(e.version, e.kind, e.by) for e in book.history(helped.id)] == [
        (1, ChangeKind.LOGGED, "U2"),
        (2, ChangeKind.CORRECTED, "person-7f"),
        (3, ChangeKind.PERSON_ERASED, "U9"),
    ]
    assert book.history(helped.id)[2].reason == "begäran"
    assert book.history(helped.id)[1].before == helped.content
    assert book.find(other.id) == other
    assert book.rename("U1", "person-7f", erasing) == 0


def test_who_erases_themselves_is_no_more_told_than_others(storage: Storage) -> None:
    own = added(storage.activities, meeting(), "U1")

    storage.activities.rename("U1", "p", doing("U1", 1, ChangeKind.PERSON_ERASED))

    found = storage.activities.find(own.id)
    assert found is not None
    assert (found.logged_by, found.changed_by) == ("p", "p")
    assert {each.by for each in storage.activities.history(own.id)} == {"p"}


def test_what_ended_long_ago_is_forgotten_with_its_history(storage: Storage) -> None:
    book = storage.activities
    old = added(book, VISIT)
    kept = [
        added(book, meeting("ended later", date(2026, 5, 1), date(2026, 5, 6))),
        added(book, meeting("runs", date(2020, 5, 1), runs=True)),
    ]

    assert book.forget(date(2026, 5, 6)) == 1

    assert book.find(old.id) is None
    assert book.history(old.id) == []
    assert [each.activity for each in storage.people.of("U1").changes] == [each.id for each in kept]
    assert list(book.every(Query())) == kept
    assert book.like(HOME, VISIT.partners, VISIT.dates, None) == []
    assert added(book, VISIT).version == 1
