"""Reports: each part by what its sentence demands, each figure by its activities.

One module, for the made municipality that all of them report on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.activities.activity import Activity, FundingSource, Participants, Status
from bot.domain.activities.dates import Dates, PeriodKind, part_of_year
from bot.domain.activities.units import Unit
from bot.services.reports.demands import Demand, Occasion, OccasionKind, Want
from bot.services.reports.making import make_report
from bot.services.reports.material import Material
from bot.services.reports.measuring import figure
from bot.services.reports.report import Part, Report, Table
from bot.services.reports.selection import Figure, Measure
from bot.services.reports.stated_years import Years
from tests.unit.bot.services.reports.made import (
    EXCHANGE,
    GOALS,
    KINDS,
    MADE_AT,
    NETWORK,
    PROJECT,
    activity,
    any_activities,
    citation,
    demand,
    euros,
    funded,
    kronor,
    material,
    unit,
    wanted,
)

YEARLY = "Internationellt arbete ska redovisas varje år i bokslutet."
HOW = "Det kan göras i form av finansieringsandel och antal deltagande i nätverkarbete."
EFFECTS = "Redovisningen ska också beskriva vad utbyten har haft för effekter."
OREBRO = demand(
    YEARLY,
    wanted(Want.FUNDING_SHARE, HOW),
    wanted(Want.NETWORK_PARTICIPANTS, HOW, NETWORK),
    wanted(Want.EFFECTS, EFFECTS),
    recipient="i bokslutet",
)
THIRD = frozenset({Occasion(kind=OccasionKind.TERTIAL, number=3)})
SKOVDE = (
    demand(
        "Uppföljning av projekt och nätverk rapporteras till beredningen.",
        kinds=(PROJECT, NETWORK),
        occasions=THIRD,
        recipient="till beredningen",
    ),
    demand("Internationellt arbete i sin helhet rapporteras i årsredovisning."),
)

ACTIVITIES = (
    activity(
        1,
        title="Studiebesök från Radviliškis",
        done="Tolv elever besökte kulturskolan.",
        partners=("Radviliškio muzikos mokykla",),
        countries=("LT",),
        participants=Participants(total=14, young=12),
        cost=kronor(60_000),
        funding=(
            funded(FundingSource.EU, kronor(45_000)),
            funded(FundingSource.OWN, kronor(15_000)),
        ),
        effects="De spelar tillsammans varje vecka.",
        goals=(GOALS[0],),
    ),
    activity(
        2,
        kind=PROJECT,
        title="Yrkesvägar",
        unit="skola",
        dates=Dates(first=date(2025, 2, 1), last=None),
        countries=("FI", "DE"),
        cost=euros(1_000),
        funding=(funded(FundingSource.EU, euros(1_000)),),
    ),
    activity(
        3,
        kind=NETWORK,
        title="Årsmöte",
        agreement="Eurocities",
        participants=Participants(total=2),
        countries=("DE",),
    ),
    activity(4, kind=NETWORK, agreement="EUROCITIES", participants=Participants(total=3)),
    activity(5, status=Status.WITHDRAWN, participants=Participants(total=100)),
    activity(6, status=Status.DRAFT),
)
EARLIER = (
    activity(7, participants=Participants(total=10)),
    activity(8, status=Status.WITHDRAWN),
)


def steps(_: int, __: int) -> None:
    """Nobody watches."""


def made(*activities: Activity, **told: object) -> Report:
    return make_report(material(*activities, **told), MADE_AT, steps)  # type: ignore[arg-type]


def headed(report: Report, heading: str) -> Part:
    (found,) = [each for each in report.parts if each.heading == heading]
    return found


def headings(report: Report) -> list[str]:
    return [each.heading for each in report.parts]


def told(figures: Iterable[Figure]) -> list[str]:
    return ["-" if each.number is None else f"{each.number.normalize():f}" for each in figures]


def cells(table: Table) -> dict[str, list[str]]:
    return {line.label: told(line.figures) for line in table.lines}


def ids(part: Part) -> dict[str, tuple[int, ...]]:
    return {each.label: each.figures[0].activities for each in part.figures}


def lines(report_or_part: Report | Part) -> dict[str, str]:
    return {each.label: told(each.figures)[0] for each in report_or_part.figures}


def tables(report: Report) -> Iterator[Table]:
    for part in report.parts:
        yield from part.tables


def every_figure(report: Report) -> Iterator[Figure]:
    lines = [*report.figures]
    for part in report.parts:
        lines += part.figures
        for table in part.tables:
            lines += [*table.lines, *([table.total] if table.total else [])]
        for chart in part.charts:
            lines += chart.bars
    for line in lines:
        yield from line.figures


@pytest.fixture(scope="module")
def orebro() -> Report:
    return made(*ACTIVITIES, earlier=EARLIER, demands=(OREBRO,), goals=GOALS)


def test_the_main_figures_say_how_much_was_done(orebro: Report) -> None:
    assert lines(orebro) == {
        "Aktiviteter": "4",
        "Varav transnationella utbyten": "1",
        "Varav EU-projekt": "1",
        "Varav internationella nätverk": "2",
        "Varav omvärldsbevakning": "0",
        "Deltagare": "19",
        "Varav barn och unga": "12",
        "Länder utanför Sverige": "3",
        "Kostnad i kronor": "60000",
        "Finansiering i kronor": "60000",
        "Extern finansieringsandel i kronor": "0.75",
        "Kostnad i euro": "1000",
        "Finansiering i euro": "1000",
        "Extern finansieringsandel i euro": "1",
    }


def test_only_what_was_logged_and_not_taken_back_counts(orebro: Report) -> None:
    assert [each.activity.id for each in orebro.rows] == [1, 2, 3, 4]
    assert not {5, 6} & {i for each in every_figure(orebro) for i in each.activities}
    (activities, *_) = orebro.figures
    assert activities.figures[0].before == 1


def test_every_figure_is_compared_with_the_year_before(orebro: Report) -> None:
    participants = next(each for each in orebro.figures if each.label == "Deltagare")
    assert participants.figures[0].before == 10
    assert "Jämförelsen gäller 2025." in orebro.notes


def test_each_part_is_headed_by_what_is_demanded_and_cites_it(orebro: Report) -> None:
    assert [(each.heading, each.sources) for each in orebro.parts] == [
        ("Det internationella arbetet i sin helhet", (1,)),
        ("Finansieringsandel", (2,)),
        ("Antal deltagare: internationella nätverk", (2,)),
        ("Effekter och vad arbetet har lett till", (3,)),
        ("Enheterna", ()),
        ("Vad enheterna har gjort", ()),
        ("Policyns mål", ()),
    ]
    quotes = {each.number: each.citation.quote for each in orebro.sources}
    assert quotes == {
        1: YEARLY,
        2: HOW,
        3: EFFECTS,
        4: GOALS[0].quote,
        5: GOALS[1].quote,
    }
    assert (
        "Var eller till vem det ska redovisas, med dokumentets egna ord: ”i bokslutet”."
        in orebro.parts[0].text
    )


def test_the_funding_share_is_told_for_the_whole_and_each_unit_with_money(orebro: Report) -> None:
    part = headed(orebro, "Finansieringsandel")
    assert lines(part)["Extern finansieringsandel i kronor"] == "0.75"
    assert lines(part)["EU-medel i euro"] == "1000"
    assert "Egna medel i euro" not in lines(part)
    (units,) = part.tables
    assert cells(units) == {
        "Kulturnämnden": ["60000", "0.75", "-", "-"],
        "Skolnämnden": ["-", "-", "1000", "1"],
    }
    assert ids(part)["Aktiviteter med uppgift om finansiering"] == (1, 2)


@pytest.mark.parametrize(
    ("quote", "is_said"),
    [
        ("Det görs i form av finansieringsandel av verksamheterna och budget.", True),
        ("Nämnderna anger extern finansiering och andel av verksamhetsbudgeten.", True),
        ("The share of funding and of the budget is stated.", True),
        ("Finansieringsandelen anges för varje budgetår.", False),
        ("The share of funding is stated for each budget year.", False),
        (HOW, False),
    ],
)
def test_a_share_of_a_budget_is_said_to_be_added_by_hand(quote: str, is_said: bool) -> None:
    report = made(*ACTIVITIES, demands=(demand(YEARLY, wanted(Want.FUNDING_SHARE, quote)),))
    note = (
        "Källa [2] nämner också budget. Enheternas budget loggas inte, så hur stor andel av den "
        "som har gått till det internationella arbetet får läggas till för hand. Utgå då från "
        "egna medel."
    )
    assert (note in headed(report, "Finansieringsandel").text) == is_said
    assert note not in headed(report, "Det internationella arbetet i sin helhet").text


def test_participants_in_network_work_are_told_by_network(orebro: Report) -> None:
    part = headed(orebro, "Antal deltagare: internationella nätverk")
    assert lines(part) == {"Aktiviteter": "2", "Deltagare": "5", "Varav barn och unga": "-"}
    (table,) = part.tables
    assert cells(table) == {"Eurocities": ["2", "5", "-"]}


def test_effects_are_told_in_the_words_of_each_activity_and_the_silent_ones_named(
    orebro: Report,
) -> None:
    part = headed(orebro, "Effekter och vad arbetet har lett till")
    assert [(each.activity, each.unit, each.text) for each in part.accounts] == [
        (1, "Kulturnämnden", "De spelar tillsammans varje vecka.")
    ]
    assert ids(part) == {"Aktiviteter": (1, 2, 3, 4), "Aktiviteter med beskrivna effekter": (1,)}
    assert part.text == (
        "Effekter är ännu inte beskrivna för: Yrkesvägar (2); Årsmöte (3); Aktivitet 4 (4).",
    )


def test_the_goals_have_their_activities_and_those_without_are_named(orebro: Report) -> None:
    part = headed(orebro, "Policyns mål")
    (table,) = part.tables
    assert cells(table) == {
        "Fler skolor ska ha vänskolor [4]": ["1", "14", "12"],
        "Språken ska stärkas [5]": ["0", "-", "-"],
    }
    assert "Mål utan någon aktivitet under perioden: Språken ska stärkas [5]." in part.text
    assert ids(part)["Aktiviteter som anger mål"] == (1,)


def test_a_goal_of_an_earlier_edition_is_told_as_well() -> None:
    old = citation("Ett äldre mål.")
    report = made(activity(1, goals=(old,)), goals=GOALS)
    (table,) = headed(report, "Policyns mål").tables
    assert [line.label[:-4] for line in table.lines][-1] == "Ett äldre mål"


def test_units_that_reported_nothing_are_named(orebro: Report) -> None:
    assert headed(orebro, "Enheterna").silent == ("Vuxennämnden",)


def test_a_unit_of_which_only_those_below_it_have_reported_is_told_apart() -> None:
    units = (
        unit("top", name="Kommunstyrelsen"),
        unit("above", name="Nämnden", parent="top"),
        unit("kultur", name="Skolan", parent="above"),
        unit("other", name="Bolaget", parent="top"),
        unit("closed", name="Det gamla kontoret", closed=True),
    )
    part = headed(made(activity(1), activity(2, unit="top"), units=units), "Enheterna")
    assert part.silent == ("Bolaget",)
    assert part.heard_below == ("Nämnden (Skolan)",)
    assert list(cells(part.tables[0])) == ["Kommunstyrelsen", "Nämnden", "Skolan", "Bolaget"]


def test_units_stand_below_the_one_they_belong_to_and_are_said_to_be_counted_apart() -> None:
    units = (
        unit("skola", name="Almskolan", parent="vuxen"),
        unit("kultur", name="Kulturnämnden"),
        unit("vuxen", name="Utbildningsnämnden"),
        unit("dans", name="Dansskolan", parent="kultur"),
    )
    apart = (
        "Varje enhet redovisas för sig. "
        "Det som enheter under den har gjort står på deras egna rader."
    )
    activities = (activity(1, cost=kronor(1)), activity(2, unit="skola"), activity(3, unit="dans"))
    report = made(*activities, units=units)
    part = headed(report, "Enheterna")
    order = ["Kulturnämnden", "Dansskolan", "Utbildningsnämnden", "Almskolan"]
    assert list(cells(part.tables[0])) == order
    assert part.text == (apart,)
    told = headed(report, "Vad enheterna har gjort").accounts
    assert [each.unit for each in told] == ["Kulturnämnden", "Dansskolan", "Almskolan"]
    assert apart not in headed(report, "Finansiering").text
    paid = activity(1, funding=(funded(FundingSource.OWN, kronor(1)),))
    assert apart in headed(made(paid, units=units), "Finansiering").text


def test_every_open_unit_has_reported_or_is_named() -> None:
    units = tuple(unit(each, parent="b" if each < "b" else "d") for each in "abcde")
    part = headed(made(activity(1, unit="a"), activity(2, unit="c"), units=units), "Enheterna")
    assert (part.silent, part.heard_below) == (("E",), ("B (A)", "D (A, C)"))


def test_without_a_register_nobody_is_said_to_be_silent() -> None:
    part = headed(made(activity(1), units=()), "Enheterna")
    assert part.text[0].startswith("Inget register över kommunens enheter är inläst.")
    assert headed(made(activity(1)), "Enheterna").text == ()


def test_units_that_point_at_each_other_end() -> None:
    units = (unit("kultur", parent="skola"), unit("skola", parent="kultur"))
    part = headed(made(activity(1), units=units), "Enheterna")
    assert (part.silent, part.heard_below) == ((), ("Skola (Kultur)",))
    assert list(cells(part.tables[0])) == ["Kultur", "Skola"]


def test_what_was_done_stands_once_unit_by_unit() -> None:
    report = made(
        activity(1, unit="vuxen"), activity(2, unit="lost"), activity(3, done="De sjöng.")
    )
    part = headed(report, "Vad enheterna har gjort")
    assert [(each.unit, each.activity) for each in part.accounts] == [
        ("Kulturnämnden", 3),
        ("Vuxennämnden", 1),
        ("lost", 2),
    ]
    assert part.accounts[0].text == "Tid: 3–5 maj 2026. De sjöng."
    assert part.text == ()


def test_what_was_done_is_not_repeated_where_a_demand_has_told_it() -> None:
    report = made(*ACTIVITIES, demands=SKOVDE)
    first, last = report.parts[0], headed(report, "Vad enheterna har gjort")
    assert [each.activity for each in first.accounts] == [2, 3, 4]
    assert [each.activity for each in last.accounts] == [1]
    assert last.text == ("Aktiviteter som är beskrivna tidigare i rapporten är inte med här.",)


def test_effects_that_no_demand_asks_for_stand_with_what_was_done() -> None:
    report = made(activity(1, kind=PROJECT, done="De sjöng", effects="Vänklasser."), demands=SKOVDE)
    assert report.parts[0].accounts[0].text == "Tid: 3–5 maj 2026. De sjöng\nEffekter: Vänklasser."
    other = made(activity(1, effects="Vänklasser."), demands=SKOVDE)
    (account,) = headed(other, "Vad enheterna har gjort").accounts
    assert account.text == "Tid: 3–5 maj 2026.\nEffekter: Vänklasser."


def test_effects_of_one_kind_that_are_demanded_leave_those_of_others_with_their_work() -> None:
    demands = (demand(YEARLY, wanted(Want.EFFECTS, EFFECTS, EXCHANGE)),)
    report = made(
        activity(1, effects="Sång."), activity(2, kind=NETWORK, effects="Dans."), demands=demands
    )
    (told,) = headed(
        report, "Effekter och vad arbetet har lett till: transnationella utbyten"
    ).accounts
    assert (told.activity, told.text) == (1, "Sång.")
    texts = [each.text for each in headed(report, "Vad enheterna har gjort").accounts]
    assert texts == ["Tid: 3–5 maj 2026.", "Tid: 3–5 maj 2026.\nEffekter: Dans."]


def test_an_evaluation_after_the_effects_says_that_they_stand_before() -> None:
    demands = (demand(YEARLY, wanted(Want.EFFECTS, EFFECTS), wanted(Want.EVALUATION, HOW)),)
    report = made(*ACTIVITIES, demands=demands)
    part = headed(report, "Utvärdering")
    assert part.accounts == ()
    assert part.text[-1] == "Effekter som är beskrivna tidigare i rapporten är inte med här."


def test_activities_outside_the_external_share_are_counted() -> None:
    grant = activity(1, funding=(funded(FundingSource.EU, kronor(9)),))
    label = "Aktiviteter utanför den externa finansieringsandelen i kronor"
    assert ids(headed(made(grant), "Finansiering"))[label] == (1,)
    assert label not in ids(headed(made(ACTIVITIES[0]), "Finansiering"))


def test_the_rows_hold_the_activities_of_the_year_before_too(orebro: Report) -> None:
    assert [each.activity.id for each in orebro.earlier_rows] == [7]
    assert orebro.figures[0].figures[0].before_activities == (7,)


def test_the_third_tertial_of_skovde_is_about_projects_and_networks() -> None:
    third = part_of_year(2026, PeriodKind.TERTIAL, 3)
    report = made(*ACTIVITIES[1:], demands=SKOVDE, period=third)
    assert report.title == "Internationellt arbete i Örebro, tertial 3 2026"
    assert headings(report) == [
        "Uppföljning: EU-projekt och internationella nätverk",
        "Enheterna",
        "Översikt",
        "Finansiering",
    ]
    part = report.parts[0]
    assert part.sources == (1,)
    assert [each.activity for each in part.accounts] == [2, 3, 4]
    assert part.accounts[1].text == "Tid: 3–5 maj 2026. Land: Tyskland. Deltagare: 2."
    assert part.accounts[0].text.startswith("Tid: pågår sedan 1 februari 2025.")


def test_the_year_of_skovde_is_about_the_whole_as_well() -> None:
    report = made(*ACTIVITIES, demands=SKOVDE)
    whole = headed(report, "Det internationella arbetet i sin helhet")
    assert whole.sources == (2,)
    assert list(cells(whole.tables[1])) == [
        "Transnationellt utbyte",
        "EU-projekt",
    ]
    assert [each.title for each in whole.tables] == [
        "Per slag",
        "Per slag: kostnad och finansiering",
        "Per land",
    ]


def test_each_unit_reports_where_that_is_demanded_and_the_evaluation_has_all_its_sentences() -> (
    None
):
    sentence, common = "Nämnderna ska redovisa samt utvärdera.", "Kommunstyrelsen utvärderar."
    demands = (
        demand(sentence, wanted(Want.EVALUATION, sentence), each_unit=True),
        demand(common, wanted(Want.EVALUATION, common)),
    )
    report = made(*ACTIVITIES, demands=demands)
    assert [(each.heading, each.sources) for each in report.parts] == [
        ("Varje enhets redovisning", (1,)),
        ("Utvärdering", (1, 2)),
        ("Översikt", ()),
        ("Finansiering", ()),
        ("Vad enheterna har gjort", ()),
        ("Policyns mål", ()),
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv", "Ansvarig enligt källa [1], med dokumentets egna ord: ”Facknämnderna”."),
        (
            "en",
            "Responsible according to source [1], in the document's own words: “Facknämnderna” "
            "(committees).",
        ),
    ],
)
def test_who_is_to_report_is_told_with_what_the_sentence_demands(language: str, said: str) -> None:
    asked = demand(
        YEARLY,
        wanted(Want.EFFECTS, YEARLY),
        wanted(Want.PARTICIPANTS, HOW),
        actor="Facknämnderna",
        actors=("committees",),
    )
    report = made(*ACTIVITIES, demands=(asked,), language=language)
    assert [said in part.text for part in report.parts[:3]] == [True, True, False]


def test_nobody_is_called_responsible_whom_the_lexicon_does_not_know() -> None:
    report = made(*ACTIVITIES, demands=(demand(YEARLY, actor="Den som reser"),))
    assert not any("Ansvarig" in text for part in report.parts for text in part.text)


def timed(occasion: Occasion | None = None, years: Years | None = None) -> Demand:
    yearly = frozenset({occasion or Occasion(kind=OccasionKind.YEAR)})
    return demand(YEARLY, occasions=yearly).model_copy(update={"years": years})


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            timed(Occasion(kind=OccasionKind.YEAR, every=4)),
            "Kravet i källa [1] gäller vart fjärde år. "
            "När det senast uppfylldes framgår inte av dokumentet.",
        ),
        (
            timed(Occasion(kind=OccasionKind.TERM_OF_OFFICE)),
            "Kravet i källa [1] gäller en gång per mandatperiod "
            "(15 okt. 2022–14 okt. 2026 och 15 okt. 2026–14 okt. 2030).",
        ),
        (timed(years=Years(first=2017, last=2017)), "Kravet i källa [1] är ställt för 2017."),
    ],
)
def test_a_demand_that_may_be_due_another_year_is_told_to_be_so(asked: Demand, said: str) -> None:
    assert said in made(activity(1), demands=(asked,)).parts[0].text


def test_a_demand_of_each_year_or_of_this_one_needs_no_word_of_it() -> None:
    for asked in (timed(), timed(years=Years(first=2025, last=2027))):
        assert made(activity(1), demands=(asked,)).parts[0].text == ()


def test_without_demands_the_report_is_plain_and_says_so() -> None:
    report = made(*ACTIVITIES[1:])
    assert headings(report) == [
        "Enheterna",
        "Översikt",
        "Finansiering",
        "Effekter och lärdomar",
        "Vad enheterna har gjort",
    ]
    assert "inte hittat något krav" in report.notes[0]
    assert report.sources == ()


def test_without_a_demand_that_is_due_the_report_is_plain_and_says_that() -> None:
    first = part_of_year(2026, PeriodKind.TERTIAL, 1)
    report = made(*ACTIVITIES[1:], demands=(OREBRO,), period=first)
    assert "gäller den här perioden" in report.notes[0]
    assert "Effekter och lärdomar" in headings(report)


def test_a_year_without_activities_is_a_report_too() -> None:
    report = made(demands=(OREBRO,), goals=GOALS)
    assert "Inga aktiviteter är loggade för perioden." in report.notes
    assert lines(report)["Deltagare"] == "-"
    assert headed(report, "Enheterna").silent == ("Kulturnämnden", "Skolnämnden", "Vuxennämnden")
    assert all(not each.charts for each in report.parts)


def test_a_reader_is_told_what_runs_on_and_that_currencies_stay_apart(orebro: Report) -> None:
    assert [each.split()[0] for each in orebro.notes] == ["Jämförelsen", "En", "Den", "Belopp"]


def test_a_report_on_a_period_that_is_not_over_says_so() -> None:
    told = "Perioden är inte slut förrän 31 december 2026."
    for made_at, is_told in ((datetime(2026, 12, 31), True), (datetime(2027, 1, 1), False)):
        report = make_report(material(), made_at.replace(tzinfo=UTC), steps)
        assert any(each.startswith(told) for each in report.notes) is is_told


def test_charts_tell_their_numbers_in_words(orebro: Report) -> None:
    whole, share = orebro.parts[:2]
    assert [each.title for each in (*whole.charts, *share.charts)] == [
        "Aktiviteter per slag",
        "Aktiviteter per land",
        "Finansiering i kronor per finansieringskälla",
        "Finansiering i euro per finansieringskälla",
    ]
    assert whole.charts[0].alt_text == (
        "Stapeldiagram: Aktiviteter per slag. "
        "Internationellt nätverk 2; Transnationellt utbyte 1; EU-projekt 1."
    )
    assert "EU-medel 45\xa0000; Egna medel 15\xa0000." in share.charts[0].alt_text


def test_a_chart_of_very_many_shows_the_largest_and_says_so() -> None:
    units = tuple(unit(f"u{number}") for number in range(20))
    activities = [
        activity(100 * number + each, unit=f"u{number}")
        for number in range(20)
        for each in range(number + 1)
    ]
    (chart,) = headed(made(*activities, units=units), "Enheterna").charts
    assert [each.label for each in chart.bars][:2] == ["U19", "U18"]
    assert len(chart.bars) == 15
    assert chart.title == "Aktiviteter per enhet, de 15 största av 20"
    assert chart.alt_text.startswith(f"Stapeldiagram: {chart.title}. U19 20; ")


def test_a_long_list_of_activities_without_effects_is_cut_and_counted() -> None:
    report = made(*(activity(each) for each in range(1, 31)))
    assert headed(report, "Effekter och lärdomar").text[0].endswith("(25); och 5 till.")


def test_a_report_can_be_in_english() -> None:
    report = made(*ACTIVITIES, demands=(OREBRO,), goals=GOALS, language="en")
    assert headings(report)[:3] == [
        "The international work as a whole",
        "Share of funding",
        "Number of participants: international networks",
    ]
    assert (report.rows[0].kind, report.rows[0].countries) == (
        "transnational exchange",
        ("Lithuania",),
    )


def test_progress_goes_from_part_to_part_to_the_end() -> None:
    seen: list[tuple[int, int]] = []
    make_report(material(*ACTIVITIES), MADE_AT, lambda done, total: seen.append((done, total)))
    assert seen == [(each, 5) for each in range(1, 6)]


DEMANDS = st.lists(
    st.builds(
        lambda quote, wants, kinds, each_unit: demand(
            quote,
            *[wanted(each, quote, *kinds) for each in wants],
            kinds=kinds,
            each_unit=each_unit,
        ),
        st.sampled_from((YEARLY, HOW, EFFECTS)),
        st.lists(st.sampled_from(Want), max_size=3),
        st.lists(st.sampled_from((PROJECT, NETWORK, EXCHANGE)), max_size=2, unique=True).map(tuple),
        st.booleans(),
    ),
    max_size=3,
).map(tuple)
UNITS = st.lists(
    st.sampled_from((unit("kultur"), unit("skola"), unit("closed", closed=True))), unique=True
).map(tuple)


@given(any_activities(), any_activities(), DEMANDS, UNITS, st.sampled_from(("sv", "en")))
def test_every_figure_of_any_report_comes_of_exactly_the_activities_it_names(
    activities: tuple[Activity, ...],
    earlier: tuple[Activity, ...],
    demands: tuple[Demand, ...],
    units: tuple[Unit, ...],
    language: str,
) -> None:
    given_: Material = material(
        *activities, earlier=earlier, demands=demands, goals=GOALS, units=units, language=language
    )
    report = make_report(given_, MADE_AT, steps)
    counting = [each for each in activities if each.status.counts]
    before = [each for each in earlier if each.status.counts]
    for each in every_figure(report):
        assert figure(each.measure, each.selection, counting, before, each.currency) == each
        behind = [row for row in counting if row.id in each.activities]
        behind_before = [row for row in before if row.id in each.before_activities]
        again = figure(each.measure, each.selection, behind, behind_before, each.currency)
        assert (again.number, again.before) == (each.number, each.before)


@given(any_activities(), DEMANDS)
def test_any_report_is_whole(activities: tuple[Activity, ...], demands: tuple[Demand, ...]) -> None:
    report = make_report(material(*activities, demands=demands, goals=GOALS), MADE_AT, steps)
    assert Report.model_validate_json(report.model_dump_json()) == report
    assert [each.number for each in report.sources] == [*range(1, len(report.sources) + 1)]
    known = {each.number for each in report.sources}
    for part in report.parts:
        assert known.issuperset(part.sources)
    for table in tables(report):
        widths = {len(each.figures) for each in (*table.lines, *filter(None, [table.total]))}
        assert widths == {len(table.columns)}
    labels = [(part.heading, part.sources) for part in report.parts]
    assert len(set(labels)) == len(labels)


@given(any_activities(), DEMANDS)
def test_all_effects_of_any_report_stand_once(
    activities: tuple[Activity, ...], demands: tuple[Demand, ...]
) -> None:
    told = [
        each.model_copy(
            update={"content": each.content.model_copy(update={"effects": f"<{each.id}>"})}
        )
        for each in activities
    ]
    report = make_report(material(*told, demands=demands), MADE_AT, steps)
    texts = "".join(each.text for part in report.parts for each in part.accounts)
    counts = {each.id: texts.count(f"<{each.id}>") for each in told}
    assert counts == {each.id: int(each.status.counts) for each in told}


def test_the_kinds_that_are_shipped_are_those_that_the_tests_name() -> None:
    assert list(KINDS)[:3] == [EXCHANGE, PROJECT, NETWORK]
    assert Measure.ACTIVITIES.value == "activities"
