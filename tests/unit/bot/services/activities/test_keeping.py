from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.activities.dates import Dates, day
from bot.services.activities.keeping import Keeping, kept_from
from bot.services.activities.ports import Query
from tests.unit.bot.services.activities.logged import Desk, logged, make_desk

TODAY = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def desk() -> Desk:
    desk = make_desk()
    spans = {
        "ended long ago": (date(2018, 1, 1), date(2020, 12, 31)),
        "ended later": (date(2018, 1, 1), date(2021, 1, 1)),
        "runs": (date(2010, 1, 1), None),
    }
    for title, (first, last) in spans.items():
        logged(desk, title, title=title, dates=Dates(first=first, last=last))
    return desk


def left(desk: Desk) -> set[str]:
    return {each.content.title for each in desk.database.activities.every(Query())}


def test_whole_years_after_the_one_in_which_they_ended_activities_are_removed(desk: Desk) -> None:
    keeping = Keeping(desk.database.activities, 5, lambda: TODAY)
    assert keeping.forget_old() == 1
    assert left(desk) == {"ended later", "runs"}
    assert desk.database.activities.history(1) == []


def test_it_is_done_once_a_day(desk: Desk) -> None:
    moments = iter([TODAY, TODAY + timedelta(hours=1), TODAY + timedelta(days=1)])
    keeping = Keeping(desk.database.activities, 5, lambda: next(moments))
    keeping.forget_old()
    logged(desk, "old", dates=day(date(2010, 1, 1)))
    assert (keeping.forget_old(), keeping.forget_old()) == (0, 1)


def test_without_a_setting_everything_is_kept(desk: Desk) -> None:
    assert Keeping(desk.database.activities, None, lambda: TODAY).forget_old() == 0
    assert len(left(desk)) == 3


@pytest.mark.parametrize(
    ("today", "years", "first"),
    [
        (date(2026, 12, 31), 5, date(2021, 1, 1)),
        (date(2027, 1, 1), 5, date(2022, 1, 1)),
        (date(2026, 5, 3), 0, date(2026, 1, 1)),
        (date(2026, 5, 3), 9_999, date(1, 1, 1)),
    ],
)
def test_what_is_kept_begins_with_a_year(today: date, years: int, first: date) -> None:
    assert kept_from(today, years) == first
