from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from bot.domain.activities.units import Unit, UnitKind
from bot.domain.contacts import Contact, ContactChange, ContactChangeKind, ContactRole
from tests.contracts.activities import HOME
from tests.contracts.contacts import ANNA, SINCE, contact_doing, entry, stating, stored
from tests.contracts.storages import NOON, OpenStorage, Storage, at_once, later

CHANGED = ContactChangeKind.CHANGED
ERASED = ContactChangeKind.PERSON_ERASED


def test_a_contact_comes_back_as_it_was_stored(storage: Storage) -> None:
    [made] = stored(storage.contacts, ANNA)

    assert made.entry == ANNA
    assert (made.municipality, made.version, made.left_at) == (HOME, 1, None)
    assert (made.changed_by, made.changed_at) == ("U9", NOON)
    assert storage.contacts.find(made.id) == made
    assert storage.contacts.contacts(HOME) == [made]
    assert storage.contacts.contacts("Skara") == []


def test_contacts_come_by_role_and_then_by_name(storage: Storage) -> None:
    names = ["Örjan", "Åke", "ann", "Zeb"]
    deputy = entry("Adam", role=ContactRole.DEPUTY)
    stored(storage.contacts, deputy, *[entry(each) for each in names])

    found = storage.contacts.contacts(HOME)

    assert [each.name for each in found] == ["ann", "Zeb", "Åke", "Örjan", "Adam"]


def test_contacts_are_found_by_unit_and_by_person(storage: Storage) -> None:
    here, there = stored(storage.contacts, entry(person="U1"), entry(person="U1", unit="skola"))
    [elsewhere] = stored(storage.contacts, entry(person="U1"), municipality="Skara")
    stored(storage.contacts, entry("Någon annan", person="U2", unit="skola"))

    assert storage.contacts.of_unit(HOME, "kultur") == [here]
    assert storage.contacts.of_person("U1") == [here, there, elsewhere]
    assert storage.contacts.of_person("U7") == []


@pytest.mark.parametrize("identity", [-1, 0, 77, 2**31, 2**70])
def test_an_id_that_nobody_was_given_finds_nothing(storage: Storage, identity: int) -> None:
    stored(storage.contacts, ANNA)

    assert storage.contacts.find(identity) is None
    assert storage.contacts.history(identity) == []
    assert not storage.contacts.remove(min(identity, 2**31 - 1), 1)


def test_a_change_is_a_new_version_and_its_history_keeps_what_was_stated(
    storage: Storage,
) -> None:
    [made] = stored(storage.contacts, ANNA)
    asked = stating(made, name="Anna Ny", email=None)

    saved = storage.contacts.store(HOME, [], [asked], contact_doing("U1", 1, CHANGED))

    assert saved is not None
    [now] = saved
    assert now == storage.contacts.find(made.id)
    assert (now.name, now.email, now.version, now.changed_by) == ("Anna Ny", None, 2, "U1")
    first, second = storage.contacts.history(made.id)
    assert (first.kind, first.before) == (ContactChangeKind.ADDED, None)
    assert second == ContactChange(
        contact=made.id, version=2, kind=CHANGED, by="U1", at=later(1), before=ANNA
    )


def test_a_change_of_another_version_changes_nothing_at_all(storage: Storage) -> None:
    made, other = stored(storage.contacts, ANNA, entry())
    assert storage.contacts.store(HOME, [], [stating(made, name="Ny")], contact_doing())
    before = storage.contacts.contacts(HOME)

    stale = [stating(other, name="Annan"), stating(made, name="Sen")]

    assert storage.contacts.store(HOME, [entry("Cia")], stale, contact_doing()) is None
    assert storage.contacts.contacts(HOME) == before
    assert len(storage.contacts.history(other.id)) == 1


def test_nobody_is_there_twice_in_one_role_from_the_same_day(storage: Storage) -> None:
    made, other = stored(storage.contacts, ANNA, entry("Bo Påhittad"))
    before = storage.contacts.contacts(HOME)
    twice = [ANNA.model_copy(update={"name": "Annat namn"}), entry("BO  PAHITTAD")]
    for each in twice:
        assert storage.contacts.store(HOME, [entry("Cia"), each], [], contact_doing()) is None
    like_anna = stating(other, person="U1", role=ContactRole.DEPUTY)
    assert storage.contacts.store(HOME, [], [like_anna], contact_doing()) is None
    assert storage.contacts.contacts(HOME) == before

    apart = [
        ANNA.model_copy(update={"role": ContactRole.HEAD}),
        ANNA.model_copy(update={"unit": "skola"}),
        entry("Anna", person="U1", role=ContactRole.DEPUTY, first=date(2027, 1, 1)),
        entry("U1", role=ContactRole.DEPUTY),
    ]
    assert len(stored(storage.contacts, *apart)) == 4
    assert stored(storage.contacts, ANNA, municipality="Skara")[0].id > made.id


def test_of_many_who_add_the_same_contact_one_does(open_storage: OpenStorage) -> None:
    storages = [open_storage(), open_storage()]

    made = at_once(
        [partial(storages[n % 2].contacts.store, HOME, [ANNA], [], contact_doing())
         for n in range(8)]
    )  # fmt: skip

    assert sum(each is not None for each in made) == 1
    assert len(storages[0].contacts.contacts(HOME)) == 1


def test_of_many_who_change_the_same_version_one_does(open_storage: OpenStorage) -> None:
    storages = [open_storage(), open_storage()]
    made, other = stored(storages[0].contacts, ANNA, entry())
    asked = [[stating(made, name=f"{n}"), stating(other, name=f"{n}")] for n in range(8)]

    saved = at_once(
        [partial(storages[n % 2].contacts.store, HOME, [], each[:: (-1) ** n], contact_doing())
         for n, each in enumerate(asked)]
    )  # fmt: skip

    assert sum(each is not None for each in saved) == 1
    assert {each.version for each in storages[1].contacts.contacts(HOME)} == {2}


def test_a_contact_is_removed_with_its_history_if_nobody_changed_it(storage: Storage) -> None:
    [made] = stored(storage.contacts, ANNA)
    assert not storage.contacts.remove(made.id, 2)
    assert storage.contacts.remove(made.id, 1)
    assert not storage.contacts.remove(made.id, 1)
    assert storage.contacts.history(made.id) == []
    [again] = stored(storage.contacts, ANNA)
    assert again.id > made.id


def test_who_left_is_marked_once_and_unmarked_when_they_are_back(storage: Storage) -> None:
    one, two, _ = stored(storage.contacts, ANNA, entry(person="U1"), entry("Annan", person="U2"))
    assert storage.contacts.mark_left("U1", NOON) == 2
    assert storage.contacts.mark_left("U1", later(5)) == 0
    assert [each.left_at for each in storage.contacts.of_person("U1")] == [NOON, NOON]
    assert [each.left_at for each in storage.contacts.of_person("U2")] == [None]
    assert storage.contacts.find(one.id) == stating(one, left_at=NOON)
    assert len(storage.contacts.history(two.id)) == 1
    assert storage.contacts.mark_left("U1", None) == 2
    assert storage.contacts.mark_left("U1", None) == 0
    assert storage.contacts.find(one.id) == one


def test_the_people_are_told_each_once_but_no_erased_ones(storage: Storage) -> None:
    stored(
        storage.contacts,
        *[entry(person="U2"), entry(person="U1"), entry(person="U1", unit="skola")],
        *[entry("Utan"), entry("r", person="raderad-1")],
    )
    stored(storage.contacts, entry(person="U3"), municipality="Skara")

    assert storage.contacts.people() == ["U1", "U2", "U3"]


def test_an_erased_person_is_hidden_in_contacts_and_in_their_history(storage: Storage) -> None:
    [anna, other] = stored(storage.contacts, ANNA, entry(), by="U1")
    by_name = stored(storage.contacts, entry("Anna Påhittad 😀", unit="skola"))[0]
    storage.contacts.store(HOME, [], [stating(by_name, person="U1")], contact_doing("U2", 1))
    current = storage.contacts.find(by_name.id)
    assert current is not None
    handed_on = stating(current, person="U5", name="Efterträdare")
    storage.contacts.store(HOME, [], [handed_on], contact_doing("U2", 2))
    stored(storage.contacts, entry("Orörd", person="U6", unit="skola"))

    doing = contact_doing("U2", 5, ERASED)
    assert storage.contacts.rename("U1", "raderad-1", doing) == 3

    everything = storage.contacts.contacts(HOME)
    histories = [storage.contacts.history(each.id) for each in everything]
    told = repr((everything, histories))
    assert "Anna" not in told
    assert "anna.pahittad" not in told
    assert "'U1'" not in told
    hidden = storage.contacts.find(anna.id)
    assert hidden is not None
    assert (hidden.name, hidden.person, hidden.email) == ("raderad-1", "raderad-1", None)
    assert (hidden.valid, hidden.role, hidden.version) == (ANNA.valid, ANNA.role, 2)
    assert not hidden.holds_on(SINCE)
    assert [each.kind for each in storage.contacts.history(anna.id)][-1] is ERASED
    assert [each.by for each in storage.contacts.history(other.id)] == ["raderad-1", "U2"]
    after = storage.contacts.find(by_name.id)
    assert after is not None
    assert (after.name, after.person, after.version) == ("Efterträdare", "U5", 4)
    assert storage.contacts.rename("U1", "raderad-2", doing) == 0


def test_who_erases_themselves_is_hidden_too(storage: Storage) -> None:
    [made] = stored(storage.contacts, ANNA, by="U1")

    storage.contacts.rename("U1", "raderad-1", contact_doing("U1", 1, ERASED))

    now = storage.contacts.find(made.id)
    assert now is not None
    assert "'U1'" not in repr((now, storage.contacts.history(made.id)))


def test_what_is_kept_of_a_person_holds_their_contacts_and_changes(storage: Storage) -> None:
    [mine, other] = stored(storage.contacts, ANNA, entry())
    storage.contacts.store(HOME, [], [stating(other, name="Ny")], contact_doing("U1", 1))
    now = stating(mine, person="U8", name="Annan")
    storage.contacts.store(HOME, [], [now], contact_doing("U9", 2))
    [again] = stored(storage.contacts, entry(person="U1", unit="skola"))

    kept = storage.people.of("U1")

    assert kept.contacts == (again,)
    told = [(each.contact, each.version, each.by) for each in kept.contact_changes]
    assert told == [(other.id, 2, "U1"), (mine.id, 2, "U9")]


def test_a_unit_that_contacts_belong_to_stays_closed(storage: Storage) -> None:
    units = [
        Unit(id=each, municipality=HOME, name=each, kind=UnitKind.OTHER)
        for each in ("kultur", "skola")
    ]
    storage.units.replace(HOME, units)
    stored(storage.contacts, ANNA)
    stored(storage.contacts, entry(unit="skola"), municipality="Skara")

    storage.units.replace(HOME, [])

    assert [(each.id, each.closed) for each in storage.units.units(HOME)] == [("kultur", True)]


def test_what_a_database_cannot_hold_is_replaced_in_contacts(storage: Storage) -> None:
    made = stored(storage.contacts, entry("A\x00nna"))[0]
    kept = storage.contacts.find(made.id)
    assert isinstance(kept, Contact)
    assert kept.name in ("A\ufffdnna", "A\x00nna")
