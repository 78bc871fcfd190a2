"""What is written out as a file can be read in again, and states the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.activities.activity import (
    Activity,
    Content,
    Funding,
    FundingSource,
    Override,
    Participants,
    Status,
)
from bot.domain.activities.dates import Dates
from bot.domain.activities.money import Amount, Currency, amount
from bot.files.csv import csv_lines
from bot.files.reading import read_sheet
from bot.services.activities.importing import ImportPlan
from bot.services.reports.making import activity_row
from bot.services.reports.naming import Names
from tests.unit.bot.services.activities.imported import EXCHANGE, GOALS, Town

AT = datetime.fromisoformat("2026-11-22T12:00:00+00:00")
WHOLE = Content.model_validate(
    {
        "kind": EXCHANGE.id,
        "title": "=Besök; från Radviliškis",
        "dates": Dates(first=date(2026, 5, 3), last=None),
        "unit": "skola",
        "done": "Elever möttes;\nåt och dansade.",
        "partners": ("Gotlands, förening",),
        "cities": ("Radviliškis", "Kaunas"),
        "countries": ("NO", "DK"),
        "agreement": "Vänortsavtalet",
        "participants": Participants(total=12, young=10),
        "cost": amount(45_000, Currency.EUR),
        "funding": (
            Funding(source=FundingSource.EU, amount=amount(3, Currency.EUR), name="Erasmus+"),
            Funding(source=FundingSource.EU, amount=amount(4, Currency.SEK), name="Interreg; A"),
            Funding(source=FundingSource.OWN, amount=amount(5, Currency.SEK)),
            Funding(source=FundingSource.EU, amount=amount(6, Currency.SEK)),
        ),
        "effects": "+ nya kontakter",
        "link": "https://www.orebro.se/besok?x=1",
        "goals": (GOALS[0], GOALS[2]),
    }
)


def planned(
    contents: Sequence[Content], language: str, status: Status = Status.LOGGED
) -> ImportPlan:
    """What an import into another database would do with these contents, written out."""
    town = Town()
    names = Names(language, town.register.units("Örebro"), {EXCHANGE.id: EXCHANGE})
    rows = [
        activity_row(
            names,
            Activity(
                id=number,
                municipality="Örebro",
                content=content,
                status=status,
                version=1,
                logged_by="U1",
                logged_at=AT,
                changed_by="U1",
                changed_at=AT,
            ),
        )
        for number, content in enumerate(contents, 1)
    ]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "out.csv"
        path.write_bytes(b"".join(csv_lines(rows, language)))
        return town.importing.plan(read_sheet(path), "Örebro", "kim")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_all_that_is_stated_comes_back(language: str) -> None:
    plan = planned([WHOLE], language)
    assert plan.is_clean, plan.problems
    assert [each.content for each in plan.good] == [WHOLE]


def test_a_reason_for_a_warning_comes_back() -> None:
    at_home = WHOLE.model_copy(
        update={
            "countries": ("SE",),
            "overrides": (Override(rule="crosses_border", reason="På distans"),),
        }
    )
    [good] = planned([at_home], "sv").good
    assert good.content == at_home


@pytest.mark.parametrize("status", [Status.WITHDRAWN, Status.DRAFT])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_was_withdrawn_or_is_a_draft_is_not_taken_for_logged(
    status: Status, language: str
) -> None:
    plan = planned([WHOLE], language, status)
    assert plan.good == ()
    assert [each.reason for each in plan.problems] == ["reason-cell-not-imported"]


names = st.sampled_from(["Erasmus+", "A, B", "Åland: fonden", "A; B", "eu", "=1"])
fundings = st.builds(
    Funding,
    source=st.sampled_from(FundingSource),
    amount=st.builds(
        Amount,
        minor=st.integers(0, 10**13),
        currency=st.sampled_from(Currency),
    ),
    name=st.none() | names,
)


@given(st.lists(fundings, max_size=6), st.sampled_from(["sv", "en"]))
def test_whatever_the_funding_is_it_comes_back(told: list[Funding], language: str) -> None:
    content = WHOLE.model_copy(update={"funding": tuple(told), "cost": None})
    plan = planned([content], language)
    assert plan.is_clean, plan.problems
    assert [each.content.funding for each in plan.good] == [tuple(told)]
