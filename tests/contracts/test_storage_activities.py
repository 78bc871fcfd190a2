"""What every book of activities does, in memory and in both databases.

One module: each test is a sentence of the one port.
"""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.activities.activity import Activity, Change, ChangeKind, Content, Status
from bot.domain.activities.dates import Dates
from bot.services.activities.ports import ActivityRecord, Query
from bot.services.ports import PersonRecords
from bot.storage.database import file_address, open_database
from tests.contracts.activities import HOME, MAY, VISIT, added, changed, doing, meeting
from tests.contracts.storages import NOON, OpenStorage, Storage, at_once, later

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


def _titles(activities: list[Activity]) -> list[str]:
    return [each.content.title for each in activities]


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

    assert _titles(made) == ["a", "known", "c", "a"]
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


def test_a_list_begins_with_the_latest_day_and_then_the_latest_id(storage: Storage) -> None:
    for title, on in [("a", 3), ("b", 5), ("c", 3), ("d", 4)]:
        added(storage.activities, meeting(title, date(2026, 5, on)))

    assert _titles(storage.activities.search(Query(), 9)) == ["b", "d", "c", "a"]
    assert _titles(storage.activities.search(Query(), 2)) == ["b", "d"]
    assert _titles(storage.activities.search(Query(), 2, 2)) == ["c", "a"]
    assert storage.activities.search(Query(), 2, 4) == []
    assert _titles(list(storage.activities.every(Query()))) == ["a", "b", "c", "d"]


def test_a_query_combines_its_conditions(storage: Storage) -> None:
    book = storage.activities
    added(book, meeting("a", kind="eu_project", unit="x", countries=("LT", "DE")), "U1")
    added(book, meeting("b", kind="eu_project", unit="y", countries=("LT",)), "U2")
    added(book, meeting("c", unit="x"), "U1", status=Status.DRAFT)
    added(book, meeting("d", unit="x", countries=("DE",)), "U1", municipality="Örebro")

    def found(**asked: object) -> str:
        query = Query.model_validate(asked)
        titles = "".join(_titles(list(book.every(query))))
        assert titles[::-1] == "".join(_titles(book.search(query, 9)))
        assert book.count(query) == len(titles)
        return titles

    assert found() == "abcd"
    assert found(municipality=HOME) == "abc"
    assert found(units={"x"}) == "acd"
    assert found(kinds={"eu_project"}) == "ab"
    assert found(countries={"LT", "DE"}) == "abd"
    assert found(statuses={"draft", "withdrawn"}) == "c"
    assert found(logged_by="U1") == "acd"
    assert found(municipality=HOME, units={"x"}, countries={"DE", "FI"}, logged_by="U1") == "a"
    nothing: frozenset[str] = frozenset()
    assert found(units=nothing) == found(kinds=nothing) == found(statuses=nothing) == ""
    assert found(countries=nothing) == ""


@pytest.mark.parametrize(
    ("first", "last", "titles"),
    [
        ((5, 1), (5, 2), ["runs"]),
        ((5, 1), (5, 3), ["days", "runs"]),
        ((5, 5), (5, 5), ["days", "runs"]),
        ((5, 6), (5, 8), ["runs"]),
        ((5, 9), None, ["day", "runs"]),
        ((5, 10), None, ["runs"]),
        ((4, 1), (4, 19), []),
        ((4, 1), (4, 20), ["runs"]),
        ((4, 1), None, ["day", "days", "runs"]),
    ],
)
def test_a_period_finds_what_has_a_day_in_it(
    storage: Storage, first: tuple[int, int], last: tuple[int, int] | None, titles: list[str]
) -> None:
    for content in (
        meeting("runs", date(2026, 4, 20), runs=True, partners=("Alv",)),
        meeting("days", date(2026, 5, 3), date(2026, 5, 5), partners=("Alv",)),
        meeting("day", date(2026, 5, 9), partners=("Alv",)),
    ):
        added(storage.activities, content)
    dates = Dates(first=date(2026, *first), last=date(2026, *last) if last else None)

    found = storage.activities.search(Query(overlapping=dates), 9)

    assert sorted(_titles(found)) == titles
    assert storage.activities.count(Query(overlapping=dates)) == len(titles)
    assert storage.activities.like(HOME, ["alv"], dates, None) == found


def test_like_finds_a_partner_or_town_in_whatever_case(storage: Storage) -> None:
    book = storage.activities
    partner = added(book, meeting("partner", partners=("Örebro Län", "x")))
    town = added(book, meeting("town", cities=("örebro LÄN",)))
    added(book, meeting("other", partners=("Örebro",)))
    added(book, meeting("elsewhere", partners=("Örebro län",)), municipality="Örebro")
    dates = partner.content.dates

    assert book.like(HOME, ["ÖREBRO LÄN", "y"], dates, None) == [town, partner]
    assert book.like(HOME, ["o\u0308rebro la\u0308n"], dates, None) == [town, partner]
    assert book.like(HOME, ["Orebro lan"], dates, None) == [town, partner]
    assert book.like(HOME, ["örebro län"], dates, town.id) == [partner]
    assert book.like(HOME, [], dates, None) == []


def test_like_leaves_out_what_was_withdrawn_but_not_drafts(storage: Storage) -> None:
    book = storage.activities
    draft = added(book, meeting("draft", partners=("Alv",)), status=Status.DRAFT)
    taken_back = added(book, meeting("taken back", partners=("Alv",)))
    book.save(1, changed(taken_back, status=Status.WITHDRAWN), doing(), None)

    assert book.like(HOME, ["Alv"], draft.content.dates, None) == [draft]


def test_names_told_twice_are_one_name(storage: Storage) -> None:
    made = added(storage.activities, meeting(partners=("Alv", "ALV"), cities=("alv",)))

    assert storage.activities.like(HOME, ["alv", "Alv"], made.content.dates, None) == [made]


def test_every_activity_is_read_as_it_was_when_the_reading_began(open_storage: OpenStorage) -> None:
    reader, writer = open_storage().activities, open_storage().activities
    contents = [meeting(str(n)) for n in range(1_200)]
    made = reader.add_all([each.title for each in contents], HOME, contents, doing())

    reading = reader.every(Query())
    first = next(reading)
    writer.save(1, changed(made[-1], title="changed"), doing(), made[-1].content)
    writer.forget(MAY)
    added(writer, meeting("new"))

    assert [first, *reading] == made


def test_every_record_is_read_as_it_was_when_the_reading_began(open_storage: OpenStorage) -> None:
    reader, writer = open_storage().activities, open_storage().activities
    contents = [meeting(str(n)) for n in range(1_200)]
    made = reader.add_all([each.title for each in contents], HOME, contents, doing())
    corrected = doing("U2", 1, ChangeKind.CORRECTED)
    writer.save(1, changed(made[0], title="early"), corrected, made[0].content)
    expected = [
        ActivityRecord(activity=each, history=tuple(reader.history(each.id)))
        for each in reader.every(Query())
    ]

    reading = reader.records(Query())
    first = next(reading)
    writer.save(1, changed(made[-1], title="late"), corrected, made[-1].content)
    added(writer, meeting("new"))

    assert [first, *reading] == expected
    assert [len(each.history) for each in expected] == [2, *[1] * 1_199]
    assert list(reader.records(Query(logged_by="U9"))) == []


def test_who_stops_reading_half_way_holds_nobody_up(storage: Storage) -> None:
    contents = [meeting(str(n)) for n in range(600)]
    storage.activities.add_all([each.title for each in contents], HOME, contents, doing())
    for _ in range(40):
        next(storage.activities.every(Query()))
        next(storage.activities.records(Query()))

    assert added(storage.activities, meeting("new"))


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


def test_what_ended_before_a_day_is_found_by_that(storage: Storage) -> None:
    book = storage.activities
    old = added(book, meeting("old", date(2026, 5, 1), date(2026, 5, 5)))
    added(book, meeting("ended later", date(2026, 5, 1), date(2026, 5, 6)))
    added(book, meeting("runs", date(2020, 5, 1), runs=True))
    query = Query(ended_before=date(2026, 5, 6))
    assert book.search(query, 9) == [old]
    assert book.count(query) == 1


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


def test_a_moment_of_an_activity_is_precise(storage: Storage) -> None:
    assert added(storage.activities, meeting()).logged_at == NOON


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
