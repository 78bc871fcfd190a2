"""What is found in a book of activities, and in which order, in memory and in both databases."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.activities.activity import ChangeKind, Status
from bot.domain.activities.dates import Dates
from bot.services.activities.ports import ActivityRecord, Query
from tests.contracts.activities import HOME, MAY, added, changed, doing, meeting, titles_of
from tests.contracts.storages import NOON, OpenStorage, Storage


def test_a_list_begins_with_the_latest_day_and_then_the_latest_id(storage: Storage) -> None:
    for title, on in [("a", 3), ("b", 5), ("c", 3), ("d", 4)]:
        added(storage.activities, meeting(title, date(2026, 5, on)))

    assert titles_of(storage.activities.search(Query(), 9)) == ["b", "d", "c", "a"]
    assert titles_of(storage.activities.search(Query(), 2)) == ["b", "d"]
    assert titles_of(storage.activities.search(Query(), 2, 2)) == ["c", "a"]
    assert storage.activities.search(Query(), 2, 4) == []
    assert titles_of(storage.activities.every(Query())) == ["a", "b", "c", "d"]


def test_a_query_combines_its_conditions(storage: Storage) -> None:
    book = storage.activities
    added(book, meeting("a", kind="eu_project", unit="x", countries=("LT", "DE")), "U1")
    added(book, meeting("b", kind="eu_project", unit="y", countries=("LT",)), "U2")
    added(book, meeting("c", unit="x"), "U1", status=Status.DRAFT)
    added(book, meeting("d", unit="x", countries=("DE",)), "U1", municipality="Örebro")

    def found(**asked: object) -> str:
        query = Query.model_validate(asked)
        told = "".join(titles_of(book.every(query)))
        assert told[::-1] == "".join(titles_of(book.search(query, 9)))
        assert book.count(query) == len(told)
        return told

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

    assert sorted(titles_of(found)) == titles
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


def test_what_ended_before_a_day_is_found_by_that(storage: Storage) -> None:
    book = storage.activities
    old = added(book, meeting("old", date(2026, 5, 1), date(2026, 5, 5)))
    added(book, meeting("ended later", date(2026, 5, 1), date(2026, 5, 6)))
    added(book, meeting("runs", date(2020, 5, 1), runs=True))
    query = Query(ended_before=date(2026, 5, 6))
    assert book.search(query, 9) == [old]
    assert book.count(query) == 1


def test_a_moment_of_an_activity_is_precise(storage: Storage) -> None:
    assert added(storage.activities, meeting()).logged_at == NOON
