"""Any schedules, for tests of what holds for each."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from hypothesis import strategies as st

from bot.domain.reminders.schedule import (
    BeforeDeadline,
    EachPart,
    LastWorkingDay,
    Monthly,
    Once,
    Recurring,
    Schedule,
    Yearly,
)

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
TIMES = st.builds(time, st.integers(0, 23), st.sampled_from((0, 5, 30, 59)))

_DAYS_BEFORE = st.sets(st.integers(0, 366), min_size=1, max_size=4).map(
    lambda days: tuple(sorted(days, reverse=True))
)
_MONTHS = st.sets(st.integers(1, 12), min_size=1).map(lambda months: tuple(sorted(months)))
_BOUNDS = st.one_of(
    st.just((None, None)),
    DAYS.map(lambda day: (day, None)),
    DAYS.map(lambda day: (None, day)),
    st.tuples(DAYS, DAYS).map(lambda days: tuple(sorted(days))),
)


@st.composite
def recurring(draw: st.DrawFn, *, bounded: bool = True) -> Schedule:
    """Any recurrence; between days only where it may be ``bounded``."""
    first, until = draw(_BOUNDS) if bounded else (None, None)
    always: dict[str, Any] = {"at": draw(TIMES), "first": first, "until": until}
    day = draw(st.dates(date(2028, 1, 1), date(2028, 12, 31)))
    return draw(
        st.one_of(
            st.just(Yearly(month=day.month, day=day.day, **always)),
            st.builds(
                lambda parts, days: EachPart(parts=parts, days=days, **always),
                st.sampled_from((2, 3, 4)),
                st.integers(-366, 366),
            ),
            st.builds(lambda day: Monthly(day=day, **always), st.integers(1, 31)),
            _MONTHS.map(lambda months: LastWorkingDay(months=months, **always)),
            st.builds(
                lambda deadline, yearly, before: BeforeDeadline(
                    deadline=deadline, yearly=yearly, days_before=before, **always
                ),
                DAYS,
                st.booleans(),
                _DAYS_BEFORE,
            ),
        )
    )


def schedules() -> st.SearchStrategy[Schedule]:
    """Any schedule that tells its days beforehand: all but "now"."""
    return st.one_of(st.builds(Once, on=DAYS, at=TIMES), recurring())


def has_no_end(schedule: Schedule) -> bool:
    """Whether it comes again for ever."""
    once = isinstance(schedule, BeforeDeadline) and not schedule.yearly
    return isinstance(schedule, Recurring) and schedule.until is None and not once
