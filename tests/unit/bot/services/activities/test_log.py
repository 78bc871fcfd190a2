"""The log of activities: what is logged, listed, and seen by whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.domain.activities.activity import ChangeKind, Status
from bot.domain.activities.dates import Dates, day
from bot.services.activities.log import PAGE
from bot.services.activities.ports import Query
from bot.services.errors import ActivityGone, UnitClosed, UnknownKind, UnknownUnit
from bot.services.rights import Rights
from tests.unit.bot.services.activities.logged import (
    AUTHOR,
    COORDINATOR,
    EDITOR,
    MEMBER,
    Desk,
    content,
    kinds,
    logged,
    make_desk,
)


@pytest.fixture
def desk() -> Desk:
    return make_desk()


def test_what_is_logged_is_there_as_it_was_stated(desk: Desk) -> None:
    activity = logged(desk, effects="Nya vänner.")
    assert desk.log.find(activity.id, MEMBER) == activity
    assert (activity.content, activity.status) == (content(effects="Nya vänner."), Status.LOGGED)
    assert (activity.logged_by, activity.logged_at, activity.version) == (AUTHOR, desk.clock(), 1)
    assert kinds(desk, activity) == [ChangeKind.LOGGED]


def test_what_is_delivered_twice_is_logged_once(desk: Desk) -> None:
    first = logged(desk, "same")
    assert logged(desk, "same", title="Något annat") == first
    assert desk.database.activities.count(Query()) == 1


def test_a_kind_that_nobody_knows_and_a_unit_of_another_register_are_refused(desk: Desk) -> None:
    with pytest.raises(UnknownKind):
        logged(desk, kind="party")
    with pytest.raises(UnknownUnit):
        logged(desk, unit="ingen")
    with pytest.raises(UnknownUnit):
        desk.log.log("k", "Skövde", content(), AUTHOR)
    activity = logged(desk)
    for wrong in (content(kind="party"), content(unit="ingen")):
        with pytest.raises((UnknownKind, UnknownUnit)):
            desk.log.correct(activity.id, 1, wrong, AUTHOR)
    assert desk.log.find(activity.id, AUTHOR) == activity


def test_closed_units_cannot_be_chosen(desk: Desk) -> None:
    assert [each.id for each in desk.log.units("Skara")] == ["kultur", "skola"]
    with pytest.raises(UnitClosed):
        logged(desk, unit="gammal")
    activity = logged(desk)
    with pytest.raises(UnitClosed):
        desk.log.correct(activity.id, 1, content(unit="gammal"), AUTHOR)


def test_an_activity_may_stay_with_a_unit_that_was_closed_since(desk: Desk) -> None:
    activity = logged(desk)
    register = desk.database.units
    closed = [each.model_copy(update={"closed": True}) for each in register.units("Skara")]
    register.replace("Skara", closed)
    corrected = desk.log.correct(activity.id, 1, content(title="Besök"), AUTHOR)
    assert (corrected.content.unit, corrected.version) == ("skola", 2)


@pytest.mark.parametrize("person", [AUTHOR, EDITOR, COORDINATOR])
def test_a_draft_is_seen_by_its_author_its_units_editors_and_coordinators(
    desk: Desk, person: str
) -> None:
    draft = logged(desk, draft=True)
    assert draft.status is Status.DRAFT
    assert desk.log.find(draft.id, person) == draft


def test_anothers_draft_is_not_there(desk: Desk) -> None:
    draft = logged(desk, draft=True, partners=("Radviliškis",))
    tries: list[Callable[[], object]] = [
        lambda: desk.log.find(draft.id, MEMBER),
        lambda: desk.log.history(draft.id, MEMBER),
        lambda: desk.log.correct(draft.id, 1, content(), MEMBER),
        lambda: desk.log.add_effect(draft.id, 1, "Effekt", MEMBER),
        lambda: desk.log.withdraw(draft.id, 1, MEMBER, None),
    ]
    for attempt in tries:
        with pytest.raises(ActivityGone):
            attempt()
    for query in (
        Query(),
        Query(statuses=frozenset({Status.DRAFT})),
        Query(statuses=frozenset({Status.DRAFT, Status.LOGGED})),
        Query(logged_by=AUTHOR),
    ):
        assert desk.log.page(query, 1, MEMBER).total == 0
    assert desk.log.duplicates("Skara", content(partners=("Radviliškis",))) == []


def test_nobody_is_looked_up_for_what_every_member_may_read(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    activity = logged(desk)
    monkeypatch.delattr(Rights, "is_coordinator")
    assert desk.log.find(activity.id, MEMBER) == activity


def test_who_asks_for_drafts_sees_their_own_and_a_coordinator_all(desk: Desk) -> None:
    draft = logged(desk, draft=True)
    drafts = Query(statuses=frozenset({Status.DRAFT}))
    for person, seen in ((AUTHOR, (draft,)), (COORDINATOR, (draft,)), (EDITOR, ()), (MEMBER, ())):
        assert desk.log.page(drafts, 1, person).activities == seen


def test_ones_own_drafts_are_listed(desk: Desk) -> None:
    draft = logged(desk, draft=True)
    assert desk.log.page(Query(logged_by=AUTHOR), 1, AUTHOR).activities == (draft,)


def test_an_activity_that_does_not_exist_is_gone(desk: Desk) -> None:
    with pytest.raises(ActivityGone):
        desk.log.find(7, COORDINATOR)


def test_what_shares_a_partner_or_town_and_a_day_may_be_the_same(desk: Desk) -> None:
    same = logged(desk, partners=("Radviliškis skola",), cities=("Radviliškis",))
    withdrawn = logged(desk, "k2", cities=("Radviliškis",))
    desk.log.withdraw(withdrawn.id, 1, AUTHOR, None)
    twin = content(cities=("RADVILIŠKIS",), dates=Dates(first=date(2026, 5, 1), last=None))
    assert desk.log.duplicates("Skara", twin) == [same]
    assert desk.log.duplicates("Skara", twin, besides=same.id) == []
    assert desk.log.duplicates("Skövde", twin) == []
    assert desk.log.duplicates("Skara", content()) == []
    later = content(cities=("Radviliškis",), dates=day(date(2026, 6, 1)))
    assert desk.log.duplicates("Skara", later) == []


def test_a_list_has_pages_and_ends_at_the_last(desk: Desk) -> None:
    for number in range(PAGE + 1):
        logged(desk, f"k{number}", dates=day(date(2026, 1, 1 + number)))
    first, last = (desk.log.page(Query(), number, MEMBER) for number in (1, 99))
    assert (len(first.activities), first.number, first.pages, first.total) == (PAGE, 1, 2, 11)
    assert (len(last.activities), last.number) == (1, 2)
    assert desk.log.page(Query(), -1, MEMBER) == first
    assert [each.content.dates.first.day for each in first.activities][:2] == [11, 10]


def test_an_empty_list_has_one_page(desk: Desk) -> None:
    page = desk.log.page(Query(), 1, MEMBER)
    assert (page.activities, page.number, page.pages) == ((), 1, 1)


def test_the_form_begins_with_what_the_person_logged_last(desk: Desk) -> None:
    assert desk.log.last_by(AUTHOR) is None
    logged(desk)
    desk.clock.go_on(days=1)
    last = logged(desk, "k2", unit="kultur")
    assert desk.log.last_by(AUTHOR) == last
