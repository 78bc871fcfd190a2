"""Changes of activities, each over the version that was read, in memory and in both databases."""

from __future__ import annotations

from datetime import date
from functools import partial

from bot.domain.activities.activity import Activity, Change, ChangeKind, Status
from bot.domain.activities.dates import Dates
from bot.services.activities.ports import Query
from tests.contracts.activities import HOME, MAY, VISIT, added, changed, doing, meeting
from tests.contracts.storages import OpenStorage, Storage, at_once, later


def test_a_change_makes_a_new_version_with_what_was_before(storage: Storage) -> None:
    first = added(storage.activities, VISIT)
    correcting = doing("U2", 2, ChangeKind.CORRECTED).model_copy(update={"reason": "fel dag"})
    now = meeting("Möte", date(2026, 6, 1), unit="kansliet", countries=("DE",), partners=("Alv",))

    second = storage.activities.save(
        1, changed(first, **dict(now), status=Status.CORRECTED), correcting, VISIT
    )

    assert second == first.model_copy(
        update={
            "content": now,
            "status": Status.CORRECTED,
            "version": 2,
            "changed_by": "U2",
            "changed_at": later(2),
        }
    )
    assert storage.activities.find(first.id) == second
    assert storage.activities.history(first.id)[1] == Change(
        activity=first.id,
        version=2,
        kind=ChangeKind.CORRECTED,
        by="U2",
        at=later(2),
        before=VISIT,
        reason="fel dag",
    )


def test_a_changed_activity_is_found_by_what_it_states_now(storage: Storage) -> None:
    first = added(storage.activities, VISIT)
    now = meeting("Möte", date(2026, 6, 1), unit="kansliet", countries=("DE",), partners=("Alv",))
    second = storage.activities.save(
        1, changed(first, **dict(now), status=Status.CORRECTED), doing(), VISIT
    )

    def found(**asked: object) -> list[Activity]:
        return storage.activities.search(Query.model_validate(asked), 5)

    assert found(countries={"LT"}) == found(units={"skolan"}) == found(kinds={VISIT.kind}) == []
    assert found(statuses={"logged"}) == found(overlapping=VISIT.dates) == []
    assert storage.activities.like(HOME, VISIT.partners, Dates(first=MAY, last=None), None) == []
    assert found(countries={"DE"}) == found(units={"kansliet"}) == found(kinds={now.kind})
    assert found(statuses={"corrected"}) == found(overlapping=now.dates) == [second]
    assert storage.activities.like(HOME, ["Alv"], now.dates, None) == [second]


def test_a_change_of_an_older_version_changes_nothing(storage: Storage) -> None:
    first = added(storage.activities, meeting())
    second = storage.activities.save(1, changed(first, title="Nytt"), doing(), first.content)

    late = storage.activities.save(1, changed(first, title="Sent"), doing(), first.content)

    assert late is None
    assert storage.activities.find(first.id) == second
    assert len(storage.activities.history(first.id)) == 2


def test_an_activity_that_is_gone_cannot_be_changed(storage: Storage) -> None:
    first = added(storage.activities, meeting())
    storage.activities.forget(date.max)

    assert storage.activities.save(1, first, doing(), None) is None


def test_of_many_who_change_the_same_version_one_does(open_storage: OpenStorage) -> None:
    storages = [open_storage(), open_storage()]
    first = added(storages[0].activities, meeting("Möte"))

    saved = at_once(
        [
            partial(
                storages[n % 2].activities.save,
                1,
                changed(first, title=f"Möte {n}", partners=(f"p{n}",)),
                doing(f"U{n}", n),
                first.content,
            )
            for n in range(8)
        ]
    )

    [winner] = [each for each in saved if each is not None]
    assert storages[1].activities.find(first.id) == winner
    assert [each.by for each in storages[0].activities.history(first.id)] == [
        "U1",
        winner.changed_by,
    ]
