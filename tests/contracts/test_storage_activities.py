"""What every book of activities keeps and changes, in memory and in both databases."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.activities.activity import Activity, Change, ChangeKind, Content, Status
from bot.services.activities.ports import Query
from bot.storage.database import file_address, open_database
from tests.contracts.activities import HOME, MAY, VISIT, added, changed, doing, meeting, titles_of
from tests.contracts.storages import OpenStorage, Storage, at_once, later

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))

# What a database cannot hold comes back as another character, which a test of its own shows.
TEXTS = st.text(st.characters(exclude_characters="\x00", codec="utf-8"), max_size=20)
NAMES = TEXTS.filter(lambda text: bool(text.strip()))


@st.composite
def _contents(draw: st.DrawFn) -> Content:
    first = draw(DAYS)
    length = draw(st.none() | st.integers(0, 400))
    last = first if length == 0 else length and first + timedelta(days=length)
    total = draw(st.integers(0, 10_000))
    people = {"total": total, "young": draw(st.none() | st.integers(0, total))}
    amounts = st.fixed_dictionaries(
        {"minor": st.integers(0, 2**70), "currency": st.sampled_from(["SEK", "EUR"])}
    )
    funding = st.fixed_dictionaries(
        {
            "source": st.sampled_from(["own", "eu", "other"]),
            "amount": amounts,
            "name": st.none() | NAMES,
        }
    )
    return Content.model_validate(
        {
            "kind": "eu_project",
            "title": draw(NAMES),
            "dates": {"first": first, "last": last},
            "unit": draw(NAMES),
            "done": draw(TEXTS),
            "partners": draw(st.lists(NAMES, max_size=3)),
            "cities": draw(st.lists(NAMES, max_size=3)),
            "countries": draw(st.lists(st.sampled_from(["SE", "LT", "DE"]), max_size=3)),
            "participants": draw(st.none() | st.just(people)),
            "cost": draw(st.none() | amounts),
            "funding": draw(st.lists(funding, max_size=3)),
            "link": draw(st.none() | st.sampled_from(["https://a.se", "http://[::1]:8/å?q=%C3"])),
        }
    )


def test_an_activity_comes_back_as_it_was_stated(storage: Storage) -> None:
    made = storage.activities.add("k", HOME, VISIT, Status.DRAFT, doing("U1", 1))

    assert made == Activity(
        id=made.id,
        municipality=HOME,
        content=VISIT,
        status=Status.DRAFT,
        version=1,
        logged_by="U1",
        logged_at=later(1),
        changed_by="U1",
        changed_at=later(1),
    )
    assert storage.activities.find(made.id) == made
    assert storage.activities.history(made.id) == [
        Change(
            activity=made.id,
            version=1,
            kind=ChangeKind.LOGGED,
            by="U1",
            at=later(1),
            before=None,
        )
    ]


def test_any_content_comes_back_equal(tmp_path_factory: pytest.TempPathFactory) -> None:
    with closing(open_database(file_address(tmp_path_factory.mktemp("any")))) as database:
        book = database.activities

        @given(contents=st.lists(_contents(), min_size=1, max_size=3))
        def comes_back(contents: list[Content]) -> None:
            before = book.count(Query())
            keys = [f"{before} {number}" for number in range(len(contents))]
            made = book.add_all(keys, HOME, contents, doing())
            assert [each.content for each in made] == contents
            saved = book.save(1, changed(made[0]), doing(), contents[0])
            assert saved is not None
            assert saved.content == contents[0]
            assert book.history(made[0].id)[1].before == contents[0]

        comes_back()


def test_what_a_database_cannot_hold_is_replaced_in_any_database(address: str) -> None:
    content = meeting("a\x00b", partners=("c\x00",))
    with closing(open_database(address)) as database:
        made = database.activities.add("k\x00", HOME, content, Status.LOGGED, doing())

        assert made.content == meeting("a\ufffdb", partners=("c\ufffd",))
        assert database.activities.add("k\x00", HOME, content, Status.LOGGED, doing()) == made
        assert database.activities.like(HOME, ["C\x00"], content.dates, None) == [made]


def test_ids_count_up(storage: Storage) -> None:
    ids = [added(storage.activities, meeting(title)).id for title in "abc"]

    assert ids[0] > 0
    assert ids == sorted(set(ids))


@pytest.mark.parametrize("identity", [0, -1, 99, 2**31, 2**63, 10**30])
def test_a_number_that_no_activity_has_finds_nothing(storage: Storage, identity: int) -> None:
    made = added(storage.activities, meeting())
    storage.activities.forget(date.max)

    assert storage.activities.find(identity if identity != 99 else made.id) is None
    assert storage.activities.history(identity) == []


def test_the_id_of_a_removed_activity_is_never_given_again(storage: Storage) -> None:
    removed = added(storage.activities, meeting())
    assert storage.activities.forget(MAY + timedelta(days=1)) == 1

    assert added(storage.activities, meeting()).id > removed.id


def test_an_activity_is_removed_with_its_history_but_only_as_it_was_seen(storage: Storage) -> None:
    book = storage.activities
    removed, other = added(book, VISIT), added(book, VISIT, minutes=1)
    assert not book.remove(removed.id, 2)
    assert not book.remove(other.id + 1, 1)
    assert book.find(removed.id) == removed

    assert book.remove(removed.id, 1)

    assert not book.remove(removed.id, 1)
    assert (book.find(removed.id), book.history(removed.id)) == (None, [])
    assert book.like(HOME, VISIT.partners, VISIT.dates, None) == [other]
    assert book.search(Query(countries=frozenset({"LT"})), 9) == [other]
    assert len(book.history(other.id)) == 1


def test_what_comes_again_under_the_same_key_changes_nothing(storage: Storage) -> None:
    first = storage.activities.add("k", HOME, VISIT, Status.LOGGED, doing("U1", 1))

    again = storage.activities.add("k", "Örebro", meeting(), Status.DRAFT, doing("U2", 2))

    assert again == first
    assert storage.activities.count(Query()) == 1
    assert len(storage.activities.history(first.id)) == 1


def test_of_many_who_log_under_the_same_key_one_does(open_storage: OpenStorage) -> None:
    storages = [open_storage(), open_storage()]

    made = at_once(
        [
            partial(
                storages[n % 2].activities.add,
                "k",
                HOME,
                meeting(str(n)),
                Status.LOGGED,
                doing(f"U{n}"),
            )
            for n in range(8)
        ]
    )

    assert {each.id for each in made} == {made[0].id}
    assert storages[0].activities.count(Query()) == 1
    assert len(storages[0].activities.history(made[0].id)) == 1


def test_many_are_added_in_their_order_and_known_ones_are_left_alone(storage: Storage) -> None:
    known = storage.activities.add("b", HOME, meeting("known"), Status.DRAFT, doing())
    contents = [meeting(title) for title in ("a", "b", "c", "a again")]

    made = storage.activities.add_all(
        ["a", "b", "c", "a"], HOME, contents, doing("U2", 1, ChangeKind.IMPORTED)
    )

    assert titles_of(made) == ["a", "known", "c", "a"]
    assert made[1] == known
    assert [each.status for each in made] == [Status.LOGGED, Status.DRAFT] + [Status.LOGGED] * 2
    assert [each.kind for each in storage.activities.history(made[2].id)] == [ChangeKind.IMPORTED]
    assert storage.activities.count(Query()) == 3
    assert storage.activities.add_all([], HOME, [], doing()) == []


def test_more_than_a_statement_takes_are_added_at_once(storage: Storage) -> None:
    contents = [meeting(str(n), partners=(f"p{n}", "all"), countries=("LT",)) for n in range(2_500)]
    keys = [each.title for each in contents]

    made = storage.activities.add_all(keys, HOME, contents, doing())

    assert [each.content for each in made] == contents
    assert [each.id for each in storage.activities.every(Query())] == sorted(e.id for e in made)
    assert len(storage.activities.like(HOME, ["ALL"], contents[0].dates, None)) == 2_500


def test_of_many_all_are_added_or_none(storage: Storage) -> None:
    with pytest.raises(ValueError, match="zip"):
        storage.activities.add_all(["a", "b"], HOME, [meeting()], doing())

    assert storage.activities.count(Query()) == 0


def test_what_was_stored_under_a_key_is_found_by_it_as_it_is_now(storage: Storage) -> None:
    first = storage.activities.add("one", HOME, VISIT, Status.LOGGED, doing("U1"))
    storage.activities.add("two\x00", HOME, VISIT, Status.LOGGED, doing("U1"))
    now = changed(first, title="Besöket")
    storage.activities.save(1, now, doing("U2", 1), VISIT)

    found = storage.activities.known(["one", "two\x00", "three"])

    assert {key: each.content.title for key, each in found.items()} == {
        "one": "Besöket",
        "two\x00": VISIT.title,
    }
    assert storage.activities.known([]) == {}
