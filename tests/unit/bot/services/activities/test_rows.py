"""Rows of activities: what is read of them, what is refused, and how that is told."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.activities.activity import Content, Funding, FundingSource, Participants
from bot.domain.activities.dates import Dates, day
from bot.domain.activities.money import Currency, amount
from bot.files.columns import COLUMNS
from bot.services.activities.cells import date_in
from bot.services.activities.kinds import load_kinds
from bot.services.activities.rows import ACTIVITY_COLUMNS, NAMES, RowReader
from bot.services.activities.sheets import Row, Sheet, SheetRow, plain
from tests.unit.bot.services.activities.imported import (
    EXCHANGE,
    GOALS,
    HEADER,
    VISIT,
    Town,
    row,
    told,
)

WHOLE = {
    "slag": "Transnationellt utbyte",
    "titel": "Besök från Radviliskis",
    "första_dag": "3 maj 2026",
    "Sista dag": "5/5 2026",
    "enhet": "vaxjoskolan",
    "vad som gjordes": "Elever möttes",
    "partner": "Radviliskis gymnasium; Gotlands, förening",
    "orter": "Radviliškis, Kaunas",
    "länder": "Litauen, de",
    "avtal eller projekt": "Vänortsavtalet",
    "deltagare": "12",
    "varav unga": "10",
    "kostnad": "45 000,50",
    "finansiering_egen": "5000",
    "finansiering_eu_eur": "3 500,25 €",
    "eu-program": "Erasmus+",
    "finansiering annan": "100",
    "finansiär": "Sparbanken",
    "effekter": "Nya kontakter",
    "länk": "https://www.orebro.se/besok",
}


def test_a_whole_row_in_swedish_is_read() -> None:
    content = Town().content(" | ".join(WHOLE), " | ".join(WHOLE.values()))
    assert content.model_dump(exclude={"link"}) == Content(
        kind=EXCHANGE.id,
        title="Besök från Radviliskis",
        dates=Dates(first=date_in("2026-05-03"), last=date_in("2026-05-05")),
        unit="skola",
        done="Elever möttes",
        partners=("Radviliskis gymnasium", "Gotlands, förening"),
        cities=("Radviliškis", "Kaunas"),
        countries=("LT", "DE"),
        agreement="Vänortsavtalet",
        participants=Participants(total=12, young=10),
        cost=amount(Decimal("45000.50"), Currency.SEK),
        funding=(
            Funding(source=FundingSource.OWN, amount=amount(5000, Currency.SEK)),
            Funding(
                source=FundingSource.EU,
                amount=amount(Decimal("3500.25"), Currency.EUR),
                name="Erasmus+",
            ),
            Funding(
                source=FundingSource.OTHER, amount=amount(100, Currency.SEK), name="Sparbanken"
            ),
        ),
        effects="Nya kontakter",
    ).model_dump(exclude={"link"})
    assert str(content.link) == "https://www.orebro.se/besok"


def test_english_columns_are_read_and_a_single_day_needs_no_last_one() -> None:
    content = Town().content(
        "kind | Title | first day | unit | countries",
        "transnational exchange | Visit | 3 May 2026 | ks | Lithuania",
    )
    assert content.dates == day(date_in("2026-05-03"))
    assert content.countries == ("LT",)


@pytest.mark.parametrize("word", ["pågår", "PÅGÅR", "running"])
def test_what_still_runs_has_no_last_day(word: str) -> None:
    content = Town().content(HEADER, VISIT.replace("03 | |", f"03 | {word} |"))
    assert content.dates.last is None


@pytest.mark.parametrize(
    ("cell", "chosen"),
    [
        ("2", [1]),
        ("3, 1", [0, 2]),
        ("1 2; 3", [0, 1, 2]),
        ("Kommunen ska delta i nätverk.", [2]),
        ("Kommunen ska lära av andra. (Policy, Mål) kommunen ska dela med sig.", [0, 1]),
        ("", []),
    ],
)
def test_goals_are_named_by_their_numbers_or_their_words(cell: str, chosen: list[int]) -> None:
    content = Town().content(*row(mål=cell))
    assert content.goals == tuple(GOALS[each] for each in chosen)


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ({"slag": "fest"}, "slag", "reason-cell-kind"),
        ({"motivering": "x" * 501}, "motivering", "reason-cell-long"),
        ({"motivering": "811228-9874"}, "motivering", "reason-cell-reason-holds-number"),
        ({"mål": "4"}, "mål", "reason-cell-goal"),
        ({"mål": "1, 0"}, "mål", "reason-cell-goal"),
        ({"mål": "Fred på jorden"}, "mål", "reason-cell-goal"),
        ({"slag": ""}, "slag", "reason-cell-blank"),
        ({"titel": "t" * 151}, "titel", "reason-cell-long"),
        ({"första_dag": "3/5"}, "första dag", "reason-cell-date"),
        ({"första_dag": "2026-02-30"}, "första dag", "reason-cell-date"),
        ({"sista_dag": "2026-05-02"}, "sista dag", "reason-cell-last-before-first"),
        ({"enhet": "Ingen"}, "enhet", "reason-cell-unit"),
        ({"länder": "Litauen, Mittjorden"}, "länder", "reason-cell-country"),
        ({"deltagare": "tolv"}, "deltagare", "reason-cell-count"),
        ({"deltagare": "12,5"}, "deltagare", "reason-cell-count"),
        ({"deltagare": "3", "unga": "4"}, "unga", "reason-cell-too-many-young"),
        ({"unga": "4"}, "unga", "reason-cell-young-alone"),
        ({"kostnad": "45.000"}, "kostnad", "reason-cell-money"),
        ({"kostnad": "-5"}, "kostnad", "reason-cell-money"),
        ({"kostnad": "1,005"}, "kostnad", "reason-cell-money"),
        ({"kostnad": "5", "kostnad_eur": "5"}, "kostnad eur", "reason-cell-two-currencies"),
        ({"program": "Erasmus+"}, "program", "reason-cell-giver-alone"),
        ({"länk": "sidan"}, "länk", "reason-cell-link"),
        ({"finansieringsposter": "mycket"}, "finansieringsposter", "reason-option-funding"),
        (
            {"finansiering_eu": "5", "finansieringsposter": "eu=4:Erasmus+"},
            "finansieringsposter",
            "reason-cell-items-differ",
        ),
        ({"status": "tillbakadragen"}, "status", "reason-cell-not-imported"),
        ({"partner": ";".join(map(str, range(51)))}, "partner", "reason-cell-many"),
    ],
)
def test_a_bad_cell_is_told_with_line_column_and_how_to_write_it(
    cells: dict[str, str], column: str, reason: str
) -> None:
    plan = Town().plan(*row(**cells))
    assert told(plan) == [(2, column, reason)]
    assert plan.good == ()


@pytest.mark.parametrize(
    ("column", "text", "minor"),
    [
        ("kostnad", "SEK 45,000", 4_500_000),
        ("kostnad", "kr 45 000,50", 4_500_050),
        ("kostnad", "45 tkr", 4_500_000),
        ("kostnad_eur", "€3,500.25", 350_025),
        ("kostnad_eur", "EUR 3 500", 350_000),
    ],
)
def test_sums_are_read_as_people_and_english_texts_write_them(
    column: str, text: str, minor: int
) -> None:
    [good] = Town().plan(*row(**{column: text})).good
    assert good.content.cost
    assert good.content.cost.minor == minor


@pytest.mark.parametrize("text", ["EUR 5", "5 tEUR", "45,000", "SEK 45.000", "SEK 45,00,000"])
def test_sums_that_could_be_others_are_refused(text: str) -> None:
    assert told(Town().plan(*row(kostnad=text))) == [(2, "kostnad", "reason-cell-money")]


def test_all_that_is_wrong_with_a_row_is_told_at_once() -> None:
    plan = Town().plan(*row(slag="fest", kostnad="mycket", länk="x"))
    assert {column for _, column, _ in told(plan)} == {"slag", "kostnad", "länk"}


@pytest.mark.parametrize("told", ["NO, DK", "Norge; Danmark", "Norway, DK", "no; danmark"])
def test_countries_are_read_by_code_and_name_with_commas_or_semicolons(told: str) -> None:
    assert Town().content(HEADER, VISIT.replace("Litauen", told)).countries == ("NO", "DK")


def test_a_goal_within_the_words_of_another_is_not_meant_by_them() -> None:
    town = Town()
    words = GOALS[0].quote
    longer = GOALS[1].model_copy(update={"quote": f"Alla: {words} Och mer."})
    reader = RowReader([EXCHANGE], town.register.units("Örebro"), [GOALS[0], longer])
    for text, chosen in (
        (longer.quote, (longer,)),
        (f"{words} {longer.quote}", (GOALS[0], longer)),
    ):
        row = Row(2, {"goals": text}, {})
        assert reader.fields(row)["goals"] == chosen


@pytest.mark.parametrize("told", ["nätverk", "Internationella nätverk", "international network"])
def test_a_kind_is_named_by_a_term_that_is_its_own(told: str) -> None:
    row = Row(2, {"kind": told}, {"kind": "slag"})
    read = RowReader(load_kinds(None).values(), ()).fields(row)
    assert read == {"kind": "international_network"}


cells = st.text() | st.sampled_from(["2026-05-03", "ks", "Besök", "LT", EXCHANGE.id, "12", "pågår"])


@given(
    rows=st.lists(
        st.lists(cells.map(str.strip), min_size=len(NAMES), max_size=len(NAMES)), max_size=3
    )
)
def test_any_rows_are_good_or_told(rows: list[list[str]]) -> None:
    header = SheetRow(line=1, cells=tuple(names[0] for names in NAMES.values()))
    body = [SheetRow(line=2 + n, cells=tuple(each)) for n, each in enumerate(rows)]
    plan = Town().importing.plan(Sheet(rows=(header, *body)), "Örebro", "kim")
    told(plan)
    told_of = [
        *plan.known,
        *(each.line for each in plan.good),
        *(each.line for each in plan.concerned),
    ]
    lines = {*told_of, *(each.line for each in plan.problems)}
    assert lines == ({each.line for each in body} or {1})


def test_no_name_means_two_columns() -> None:
    names = [plain(name) for known in NAMES.values() for name in known]
    assert len(names) == len(set(names))
    assert all(ACTIVITY_COLUMNS.called(name) for name in names)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_columns_of_files_that_are_written_out_are_known(language: str) -> None:
    titles = [column.title(language) for column in COLUMNS]
    cells = {"kind": EXCHANGE.id, "title": "Besök", "first": "2026-05-03", "unit": "ks"}
    called = [ACTIVITY_COLUMNS.called(title) for title in titles]
    values = [cells.get(column or "", "" if column else "x") for column in called]
    plan = Town().plan(" | ".join(titles), " | ".join(values), reason="prov")
    assert told(plan) == []
    assert len(plan.good) == 1
