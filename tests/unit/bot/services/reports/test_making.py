"""Reports: parts, sources, charts and language, and what is said where nothing is demanded."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.domain.activities.dates import PeriodKind, part_of_year
from bot.services.reports.demands import Demand, Occasion, OccasionKind, Want
from bot.services.reports.making import make_report
from bot.services.reports.report import Report
from bot.services.reports.stated_years import Years
from tests.unit.bot.services.reports.made import (
    GOALS,
    MADE_AT,
    activity,
    demand,
    material,
    unit,
    wanted,
)
from tests.unit.bot.services.reports.reported import (
    ACTIVITIES,
    EFFECTS,
    HOW,
    OREBRO,
    SKOVDE,
    YEARLY,
    cells,
    headed,
    headings,
    lines,
    made,
    orebro,
    steps,
)

__all__ = ["orebro"]


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


def test_an_evaluation_after_the_effects_says_that_they_stand_before() -> None:
    demands = (demand(YEARLY, wanted(Want.EFFECTS, EFFECTS), wanted(Want.EVALUATION, HOW)),)
    report = made(*ACTIVITIES, demands=demands)
    part = headed(report, "Utvärdering")
    assert part.accounts == ()
    assert part.text[-1] == "Effekter som är beskrivna tidigare i rapporten är inte med här."


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
