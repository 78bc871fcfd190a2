"""Sheets of activities: what is read, what is refused and how that is told.

One module: the rows of one table of columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.activities.activity import ChangeKind, Content, Funding, FundingSource, Participants
from bot.domain.activities.dates import Dates, day
from bot.domain.activities.kinds import Kind, Rule
from bot.domain.activities.money import Currency, amount
from bot.domain.activities.units import Unit, UnitKind
from bot.files.columns import COLUMNS
from bot.services.activities.cells import count_in, date_in, money_in, names_in
from bot.services.activities.importing import Importing, ImportPlan
from bot.services.activities.kinds import load_kinds
from bot.services.activities.log import ActivityLog
from bot.services.activities.rows import ACTIVITY_COLUMNS, NAMES, RowReader
from bot.services.activities.sheets import BadCell, Row, Sheet, SheetRow, plain
from bot.services.errors import OnlyCoordinators
from bot.services.rights import Rights
from knowledge.model import Citation
from knowledge.texts.catalogue import say
from tests.fakes.activities import FakeActivityBook, FakeUnitRegister
from tests.fakes.storage import FakeDatabase
from tests.unit.bot.services.activities.sheets import sheet
from tests.unit.bot.services.asked import Clock, FakeDirectory

EXCHANGE = Kind(
    id="transnational_exchange",
    names={"sv": "transnationellt utbyte", "en": "transnational exchange"},
    terms=("utbyte",),
    cues=("utbyte",),
    rules=(Rule.CROSSES_BORDER,),
)
RULE = Citation(
    municipality="Örebro",
    document="Policy",
    document_id="orebro",
    edition="1",
    ordinal=1,
    decided=None,
    section_number=None,
    section="Utbyten",
    section_path=("Utbyten",),
    page=None,
    quote="Ett utbyte ska gå över gränserna.",
    start=0,
    end=33,
)

HEADER = "slag | titel | första dag | sista dag | enhet | länder | partner | motivering"
VISIT = "transnationellt utbyte | Besök | 2026-05-03 | | Kommunstyrelsen | Litauen | Radviliskis |"


GOALS = [
    RULE.model_copy(update={"quote": f"Kommunen ska {what}.", "start": 100 + place})
    for place, what in enumerate(("lära av andra", "dela med sig", "delta i nätverk"))
]


class DocumentsWithARule:
    """``Policies``: an exchange crosses a border, and there are three goals."""

    def definition(self, municipality: str, kind: Kind) -> Citation | None:
        return None

    def rules(self, municipality: str, kind: Kind) -> dict[Rule, Citation]:
        return dict.fromkeys(kind.rules, RULE)

    def goals(self, municipality: str) -> Sequence[Citation]:
        return GOALS


class Town:
    """Örebro with two units; kim is its coordinator."""

    def __init__(self) -> None:
        directory = FakeDirectory()
        directory.coordinators.add("kim")
        self.clock = Clock()
        self.book = FakeActivityBook()
        register = self.register = FakeUnitRegister(self.book)
        self.set_units(ks="Kommunstyrelsen", skola="Växjöskolan")
        rights = Rights(directory, FakeDatabase().denials, self.clock)
        kinds = {EXCHANGE.id: EXCHANGE}
        log = ActivityLog(self.book, register, DocumentsWithARule(), kinds, rights, self.clock)
        self.importing = Importing(log, self.book, register, rights, self.clock)

    def set_units(self, **names: str) -> None:
        units = [
            Unit(id=each, municipality="Örebro", name=name, kind=UnitKind.OTHER)
            for each, name in names.items()
        ]
        self.register.replace("Örebro", units)

    def plan(self, *rows: str, reason: str | None = None) -> ImportPlan:
        return self.importing.plan(sheet(*rows), "Örebro", "kim", reason)

    def content(self, header: str, row: str) -> Content:
        plan = self.plan(header, row)
        assert plan.is_clean, told(plan)
        [good] = plan.good
        return good.content


def told(plan: ImportPlan) -> list[tuple[int, str | None, str]]:
    for each in plan.problems:
        assert say(each.reason, "sv", **each.details)
        assert say(each.reason, "en", **each.details)
    return [(each.line, each.column, each.reason) for each in plan.problems]


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


def row(**cells: str) -> tuple[str, str]:
    told = {
        "slag": "transnationellt utbyte",
        "titel": "Besök",
        "första dag": "2026-05-03",
        "enhet": "ks",
        "länder": "Litauen",
    }
    columns = told | {name.replace("_", " "): cell for name, cell in cells.items()}
    return " | ".join(columns), " | ".join(columns.values())


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


def test_good_rows_are_told_beside_the_bad_ones_and_nothing_is_stored() -> None:
    town = Town()
    plan = town.plan(HEADER, VISIT, VISIT.replace("2026-05-03", "i våras"))
    assert [each.line for each in plan.good] == [2]
    assert told(plan) == [(3, "första dag", "reason-cell-date")]
    assert town.book.find(1) is None


def test_a_row_that_is_there_twice_is_told() -> None:
    assert told(Town().plan(HEADER, VISIT, VISIT)) == [(3, None, "reason-row-twice")]


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


def test_the_same_sheet_twice_adds_nothing() -> None:
    town = Town()
    rows = (HEADER, VISIT, VISIT.replace("Besök", "Möte"))
    first = town.importing.carry_out(town.plan(*rows), "kim")
    town.clock.go_on(days=1)
    plan = town.plan(*rows, VISIT.replace("Besök", "Kurs"))
    again = town.importing.carry_out(plan, "kim")
    assert [each.id for each in first.new] == [1, 2]
    assert plan.known == (2, 3)
    assert [each.content.title for each in again.new] == ["Kurs"]
    assert town.book.history(1)[0].kind is ChangeKind.IMPORTED


def test_nothing_new_is_imported_for_a_closed_unit_and_what_was_before_is_known() -> None:
    town = Town()
    town.importing.carry_out(town.plan(HEADER, VISIT), "kim")
    town.set_units(skola="Växjöskolan")
    plan = town.plan(HEADER, VISIT, VISIT.replace("Besök", "Möte"))
    assert plan.known == (2,)
    assert told(plan) == [(3, "enhet", "reason-cell-unit-closed")]


def test_an_open_unit_is_meant_before_a_closed_one_of_its_name() -> None:
    town = Town()
    town.importing.carry_out(town.plan(HEADER, VISIT), "kim")
    town.set_units(nya="Kommunstyrelsen")
    [good] = town.plan(HEADER, VISIT.replace("Besök", "Möte")).good
    assert good.content.unit == "nya"


@pytest.mark.parametrize("told", ["nätverk", "Internationella nätverk", "international network"])
def test_a_kind_is_named_by_a_term_that_is_its_own(told: str) -> None:
    row = Row(2, {"kind": told}, {"kind": "slag"})
    read = RowReader(load_kinds(None).values(), ()).fields(row)
    assert read == {"kind": "international_network"}


def test_of_two_imports_at_the_same_time_one_adds_nothing() -> None:
    town = Town()
    plan = town.plan(HEADER, VISIT)
    town.importing.carry_out(plan, "kim")
    town.clock.go_on(seconds=1)
    other = town.importing.carry_out(plan, "kim")
    assert (other.new, [each.id for each in other.known]) == ((), [1])


def test_what_was_imported_before_needs_no_reason_again() -> None:
    town = Town()
    at_home = VISIT.replace("Litauen", "Sverige")
    town.importing.carry_out(town.plan(HEADER, at_home, reason="På distans"), "kim")
    plan = town.plan(HEADER, at_home)
    assert plan.is_clean
    assert plan.known == (2,)


def test_the_order_of_columns_and_the_way_of_writing_make_no_new_activity() -> None:
    town = Town()
    town.importing.carry_out(town.plan(HEADER, VISIT), "kim")
    town.clock.go_on(days=1)
    other = town.plan(
        "title | kind | unit | first day | countries | partners",
        "Besök | Transnational exchange | ks | 3/5 2026 | LT | Radviliskis",
    )
    assert town.importing.carry_out(other, "kim").new == ()


def test_what_may_be_logged_already_is_shown() -> None:
    town = Town()
    town.importing.carry_out(town.plan(HEADER, VISIT), "kim")
    plan = town.plan(HEADER, VISIT.replace("Besök", "Delegation"))
    assert [[other.id for other in each.duplicates] for each in plan.good] == [[1]]


def test_rows_of_one_sheet_that_may_be_the_same_are_shown() -> None:
    others = (
        VISIT.replace("Besök", "Delegation").replace("Radviliskis", "RADVILIŠKIS"),
        VISIT.replace("Besök", "Kurs").replace("2026-05-03", "2026-05-04"),
        VISIT.replace("Besök", "Nätverk").replace("| |", "| pågår |", 1),
    )
    plan = Town().plan(HEADER, VISIT, *others)
    assert {each.line: each.alike for each in plan.good} == {2: (), 3: (2,), 4: (), 5: (2, 3, 4)}


def test_a_row_with_a_warning_needs_a_reason() -> None:
    town = Town()
    at_home = VISIT.replace("Litauen", "Sverige")
    plan = town.plan(HEADER, at_home)
    assert (plan.good, plan.is_clean) == ((), False)
    assert [each.concerns[0].citation for each in plan.concerned] == [RULE]
    [own] = town.plan(HEADER, f"{at_home} På distans").good
    assert own.content.overrides[0].reason == "På distans"
    [common] = town.plan(HEADER, at_home, reason="Enligt beslut").good
    assert common.content.overrides[0].reason == "Enligt beslut"


def test_nobody_but_coordinators_imports() -> None:
    town = Town()
    plan = town.plan(HEADER, VISIT)
    with pytest.raises(OnlyCoordinators):
        town.importing.plan(sheet(HEADER, VISIT), "Örebro", "eva")
    with pytest.raises(OnlyCoordinators):
        town.importing.carry_out(plan, "eva")


@pytest.mark.parametrize(
    "text",
    ["2026-05-03", "20260503", "3/5 2026", "3/5/2026", "3.5.2026", "3 maj 2026", "den 3 maj 2026"],
)
def test_a_day_is_read_as_it_is_written(text: str) -> None:
    assert date_in(text).isoformat() == "2026-05-03"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Drammen, Kolding", ("Drammen", "Kolding")),
        ("Skola nr 2, Kaunas; Kolding", ("Skola nr 2, Kaunas", "Kolding")),
        ("Skola nr 2, Kaunas;", ("Skola nr 2, Kaunas",)),
        ("a|b\nc |", ("a", "b", "c")),
        ("a; a;", ("a",)),
    ],
)
def test_names_are_divided_by_commas_unless_there_are_semicolons(
    text: str, names: tuple[str, ...]
) -> None:
    assert names_in(text) == names


@given(on=st.dates(min_value=date_in("1000-01-01")))
def test_every_day_is_read_back_from_what_spreadsheets_write(on: object) -> None:
    assert date_in(f"{on}") == on


@given(minor=st.integers(min_value=0, max_value=10**13), mark=st.sampled_from(",."))
def test_every_sum_is_read_back_without_loss(minor: int, mark: str) -> None:
    text = f"{minor // 100:,}".replace(",", "\xa0") + f"{mark}{minor % 100:02}"
    assert money_in(text, Currency.SEK).minor == minor


@given(text=st.text())
def test_a_cell_is_read_or_refused(text: str) -> None:
    for reader in (date_in, count_in, lambda each: money_in(each, Currency.EUR)):
        try:
            reader(text)
        except BadCell:
            continue


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
