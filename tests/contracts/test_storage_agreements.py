from __future__ import annotations

from functools import partial

import pytest

from bot.domain.activities.units import Unit, UnitKind
from bot.domain.agreements import AgreementChange, AgreementChangeKind, AgreementStatus
from tests.contracts.activities import HOME
from tests.contracts.agreements import TERRASSA, agreed, agreement_doing, network, restated
from tests.contracts.storages import NOON, OpenStorage, Storage, at_once, later

CHANGED = AgreementChangeKind.CHANGED
ERASED = AgreementChangeKind.PERSON_ERASED


def test_an_agreement_comes_back_as_it_was_stored(storage: Storage) -> None:
    made = agreed(storage.agreements, TERRASSA)

    assert made.content == TERRASSA
    assert (made.municipality, made.version, made.is_in_force) == (HOME, 1, True)
    assert (made.added_by, made.added_at) == ("U9", NOON)
    assert storage.agreements.find(made.id) == made
    assert storage.agreements.agreements(HOME) == [made]
    assert storage.agreements.agreements("Skara") == []


def test_what_has_no_end_and_a_day_for_notice_comes_back_too(storage: Storage) -> None:
    assert agreed(storage.agreements, network()).content == network()


@pytest.mark.parametrize("identity", [-1, 0, 77, 2**31, 2**70])
def test_an_id_that_nobody_was_given_finds_nothing(storage: Storage, identity: int) -> None:
    assert storage.agreements.find(identity) is None
    assert storage.agreements.history(identity) == []


def test_the_same_key_is_stored_once(storage: Storage) -> None:
    known = [TERRASSA, network()]
    first = storage.agreements.add(["a", "b"], HOME, known, agreement_doing())
    new = [TERRASSA, network("Eurocities"), network("Klimatförbundet")]
    again = storage.agreements.add(["b", "c", "c"], HOME, new, agreement_doing("U2", 5))

    assert again[0] == first[1]
    assert again[1] == again[2]
    assert again[1].content == network("Eurocities")
    assert storage.agreements.known(["a", "x"]) == {"a": first[0]}
    assert len(storage.agreements.agreements(HOME)) == 3
    assert len(storage.agreements.history(first[1].id)) == 1


def test_nothing_at_all_can_be_stored(storage: Storage) -> None:
    assert storage.agreements.add([], HOME, [], agreement_doing()) == []
    assert storage.agreements.known([]) == {}


def test_a_change_is_a_new_version_and_its_history_keeps_what_was_stated(
    storage: Storage,
) -> None:
    made = agreed(storage.agreements, TERRASSA)

    now = storage.agreements.save(
        1, restated(made, name="Nytt"), agreement_doing("U1", 1, CHANGED), TERRASSA
    )

    assert now is not None
    assert now == storage.agreements.find(made.id)
    assert (now.content.name, now.version, now.changed_by) == ("Nytt", 2, "U1")
    assert (now.added_by, now.added_at) == ("U9", NOON)
    assert storage.agreements.history(made.id)[1] == AgreementChange(
        agreement=made.id, version=2, kind=CHANGED, by="U1", at=later(1), before=TERRASSA
    )


def test_an_end_is_kept_with_its_reason(storage: Storage) -> None:
    made = agreed(storage.agreements, TERRASSA)
    ended = made.model_copy(update={"status": AgreementStatus.ENDED})
    doing = agreement_doing(kind=AgreementChangeKind.ENDED, reason="Uppsagt av fullmäktige.")

    now = storage.agreements.save(1, ended, doing, None)

    assert now is not None
    assert not now.is_in_force
    told = storage.agreements.history(made.id)[-1]
    assert (told.reason, told.before) == ("Uppsagt av fullmäktige.", None)


def test_a_change_of_another_version_changes_nothing(storage: Storage) -> None:
    made = agreed(storage.agreements, TERRASSA)
    assert storage.agreements.save(1, made, agreement_doing(), None)

    late = storage.agreements.save(1, restated(made, name="Sent"), agreement_doing(), TERRASSA)

    assert late is None
    assert (
        storage.agreements.save(1, made.model_copy(update={"id": 77}), agreement_doing(), None)
        is None
    )
    assert [each.version for each in storage.agreements.history(made.id)] == [1, 2]


def test_of_several_who_change_the_same_version_one_succeeds(open_storage: OpenStorage) -> None:
    books = [open_storage().agreements for _ in range(4)]
    made = agreed(books[0], TERRASSA)

    saved = at_once([partial(each.save, 1, made, agreement_doing(), None) for each in books])

    assert sum(each is not None for each in saved) == 1
    assert [each.version for each in books[0].history(made.id)] == [1, 2]


def test_an_erased_person_is_hidden_where_they_are_and_were_responsible(storage: Storage) -> None:
    book = storage.agreements
    mine = agreed(book, TERRASSA)
    was = agreed(book, TERRASSA.model_copy(update={"name": "Tidigare"}))
    book.save(1, restated(was, responsible="U5"), agreement_doing("U2", 1, CHANGED), was.content)
    by_me = agreed(book, network(), "U1")
    other = agreed(book, network("Eurocities"))

    assert book.rename("U1", "raderad-1", agreement_doing("U9", 2, ERASED)) == 3

    told = [(book.find(each.id), book.history(each.id)) for each in (mine, was, by_me)]
    assert "'U1'" not in repr(told)
    now = book.find(mine.id)
    assert now is not None
    assert (now.content.responsible, now.version) == ("raderad-1", 2)
    assert now.content.name == TERRASSA.name
    after = book.find(was.id)
    assert after is not None
    assert (after.content.responsible, after.version) == ("U5", 3)
    assert book.find(other.id) == other
    assert book.rename("U1", "raderad-2", agreement_doing("U9", 3, ERASED)) == 0


def test_what_is_kept_of_a_person_holds_their_agreements_and_changes(storage: Storage) -> None:
    book = storage.agreements
    mine = agreed(book, TERRASSA)
    other = agreed(book, network())
    book.save(1, other, agreement_doing("U1", 1, CHANGED), None)
    was = agreed(book, TERRASSA.model_copy(update={"name": "Tidigare"}))
    book.save(1, restated(was, responsible=None), agreement_doing("U2", 2, CHANGED), was.content)

    kept = storage.people.of("U1")

    assert kept.agreements == (mine,)
    assert [(each.agreement, each.by) for each in kept.agreement_changes] == [
        (other.id, "U1"),
        (was.id, "U2"),
    ]


def test_a_unit_that_owns_agreements_stays_closed(storage: Storage) -> None:
    units = [
        Unit(id=each, municipality=HOME, name=each, kind=UnitKind.OTHER)
        for each in ("skolan", "kultur")
    ]
    storage.units.replace(HOME, units)
    agreed(storage.agreements, TERRASSA)
    agreed(storage.agreements, network(owner="kultur"), municipality="Skara")

    storage.units.replace(HOME, [])

    assert [(each.id, each.closed) for each in storage.units.units(HOME)] == [("skolan", True)]
