from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.activities.activity import Content
from bot.domain.activities.dates import Dates
from bot.services.activities.alike import MOST_ALIKE, alike_rows, compared
from tests.unit.bot.services.activities.logged import content

FIRST = date(2026, 1, 1)


def visit(name: str, begins: int, lasts: int | None) -> Content:
    """A visit with a partner; the days count from the beginning of 2026, None runs on."""
    first = FIRST + timedelta(days=begins)
    last = None if lasts is None else first + timedelta(days=lasts)
    return content(partners=(name,), dates=Dates(first=first, last=last))


visits = st.builds(
    visit,
    st.sampled_from(["Radviliškis", "radviliskis", "Kaunas"]),
    st.integers(0, 9),
    st.none() | st.integers(0, 4),
)


def are_alike(one: Content, other: Content) -> bool:
    shared = compared(one.partners) & compared(other.partners)
    return bool(shared) and one.dates.overlaps(other.dates)


def test_names_are_compared_however_they_are_typed() -> None:
    assert compared(["Radviliškis", "RADVILISKIS ", "Łódź"]) == {"radviliskis", "lodz"}


@given(st.lists(visits, max_size=MOST_ALIKE + 1))
def test_each_row_is_told_with_the_rows_above_that_may_be_the_same(rows: list[Content]) -> None:
    told = list(enumerate(rows, 2))
    expected = {
        line: [above for above, other in told if above < line and are_alike(row, other)]
        for line, row in told
    }
    found = alike_rows(told)
    assert {line: list(above) for line, above in found.items()} == {
        line: above for line, above in expected.items() if above
    }


@given(st.lists(visits, min_size=MOST_ALIKE + 2, max_size=40))
def test_of_many_alike_some_are_told(rows: list[Content]) -> None:
    told = list(enumerate(rows, 2))
    found = alike_rows(told)
    known = dict(told)
    for line, above in found.items():
        assert len(above) <= MOST_ALIKE
        assert all(other < line and are_alike(known[line], known[other]) for other in above)
    alike = any(are_alike(known[a], known[b]) for a in known for b in known if a < b)
    assert bool(found) == alike


def test_of_thousands_with_one_partner_each_is_told_with_the_most_that_are_named() -> None:
    rows = [(line, visit("Kaunas", 0, None)) for line in range(2, 20_000)]
    told = Counter(map(len, alike_rows(rows).values()))
    assert sum(told.values()) == len(rows) - 1
    assert told[MOST_ALIKE] == len(rows) - MOST_ALIKE
