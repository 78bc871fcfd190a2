"""Reports as coordinators ask for them, over the five shipped documents."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.activities.activity import ChangeKind, Status
from bot.domain.activities.dates import Dates, day
from bot.services.activities.kinds import load_kinds
from bot.services.activities.policies import DocumentPolicies
from bot.services.activities.ports import Doing
from bot.services.errors import OnlyCoordinators, UnknownMunicipality
from bot.services.reports.making import Reports
from bot.services.reports.periods import read_period
from bot.services.reports.report import Report
from tests.unit.bot.services.activities.logged import (
    COORDINATOR,
    EDITOR,
    MEMBER,
    Desk,
    content,
    logged,
    make_desk,
    refusals,
)
from tests.unit.bot.services.opened import always, open_five
from tests.unit.indexer.made import shipped

TODAY = date(2026, 11, 22)


@pytest.fixture
def desk() -> Desk:
    return make_desk()


@pytest.fixture
def reports(desk: Desk) -> Reports:
    documents = always(open_five())
    return Reports(
        desk.database.activities,
        desk.database.units,
        documents,
        DocumentPolicies(documents),
        load_kinds(None),
        desk.rights,
        desk.clock,
    )


def report(reports: Reports, municipality: str, period: str, language: str = "sv") -> Report:
    read = read_period(period, TODAY)
    return reports.report(municipality, read, language, COORDINATOR, lambda done, total: None)


@pytest.mark.parametrize(
    ("municipality", "period", "parts"),
    [
        (
            "Örebro",
            "2026",
            [
                ("Det internationella arbetet i sin helhet", (1,)),
                ("Finansieringsandel", (2,)),
                ("Antal deltagare: internationella nätverk", (2,)),
                ("Effekter och vad arbetet har lett till: transnationella utbyten", (3,)),
                ("Enheterna", ()),
                ("Policyns mål", ()),
            ],
        ),
        (
            "Skövde",
            "tertial 3 2026",
            [
                ("Uppföljning: EU-projekt och internationella nätverk", (1,)),
                ("Enheterna", ()),
                ("Översikt", ()),
                ("Finansiering", ()),
                ("Policyns mål", ()),
            ],
        ),
        (
            "Skövde",
            "2026",
            [
                ("Uppföljning: EU-projekt och internationella nätverk", (1,)),
                ("Det internationella arbetet i sin helhet", (2,)),
                ("Enheterna", ()),
                ("Finansiering", ()),
                ("Policyns mål", ()),
            ],
        ),
        (
            "Upplands-Bro",
            "2026",
            [
                ("Det internationella arbetet i sin helhet", (1,)),
                ("Enheterna", ()),
                ("Finansiering", ()),
                ("Policyns mål", ()),
            ],
        ),
        (
            "Örebro",
            "tertial 1 2026",
            [
                ("Enheterna", ()),
                ("Översikt", ()),
                ("Finansiering", ()),
                ("Effekter och lärdomar", ()),
                ("Policyns mål", ()),
            ],
        ),
    ],
)
def test_a_municipality_gets_the_parts_that_its_own_documents_demand(
    reports: Reports, municipality: str, period: str, parts: list[tuple[str, tuple[int, ...]]]
) -> None:
    made = report(reports, municipality, period)
    assert [(each.heading, each.sources) for each in made.parts] == parts


@pytest.mark.parametrize("municipality", ["Enköping", "Skara"])
def test_where_each_unit_reports_and_evaluates_there_are_parts_for_that(
    reports: Reports, municipality: str
) -> None:
    parts = {each.heading: each for each in report(reports, municipality, "2026").parts}
    assert parts["Varje enhets redovisning"].sources
    assert parts["Utvärdering"].sources


@pytest.mark.parametrize("municipality", ["Enköping", "Skara", "Skövde", "Upplands-Bro", "Örebro"])
def test_every_source_stands_in_the_municipalitys_document_word_for_word(
    reports: Reports, municipality: str
) -> None:
    for source in report(reports, municipality, "2026").sources:
        cited = source.citation
        assert cited.municipality == municipality
        assert shipped(cited.document_id).text[cited.start : cited.end] == cited.quote


def test_a_report_holds_the_activities_of_its_municipality_and_period(
    desk: Desk, reports: Reports
) -> None:
    kept = logged(desk, "now")
    runs = logged(desk, "runs", dates=Dates(first=date(2025, 2, 1), last=None))
    logged(desk, "then", dates=day(date(2025, 5, 3)))
    logged(desk, "draft", draft=True)
    withdrawn = logged(desk, "withdrawn")
    desk.log.withdraw(withdrawn.id, 1, COORDINATOR, None)
    elsewhere = Doing(kind=ChangeKind.LOGGED, by=EDITOR, at=desk.clock())
    desk.database.activities.add("else", "Skövde", content(), Status.LOGGED, elsewhere)
    made = report(reports, "Skara", "2026")
    assert [each.activity.id for each in made.rows] == [kept.id, runs.id]
    assert made.figures[0].figures[0].before == 2


def test_a_municipality_is_found_however_it_is_typed(reports: Reports) -> None:
    made = report(reports, "upplands bro kommun", "")
    assert (made.municipality, made.period_name) == ("Upplands-Bro", "2026")


def test_a_municipality_without_documents_is_told_with_those_that_have_some(
    reports: Reports,
) -> None:
    with pytest.raises(UnknownMunicipality) as refusal:
        report(reports, "Vara", "2026")
    assert "Örebro" in refusal.value.details["municipalities"]


def test_only_coordinators_get_reports_and_attempts_are_on_record(
    desk: Desk, reports: Reports
) -> None:
    with pytest.raises(OnlyCoordinators):
        reports.report("Skara", read_period("", TODAY), "sv", MEMBER, lambda done, total: None)
    assert refusals(desk) == [(MEMBER, "report")]


def test_progress_begins_at_nothing_and_ends_with_everything(reports: Reports) -> None:
    seen: list[tuple[int, int]] = []
    period = read_period("2026", TODAY)
    reports.report("Örebro", period, "sv", COORDINATOR, lambda *at: seen.append(at))
    assert [done for done, _ in seen] == list(range(len(seen)))
    assert {total for _, total in seen} == {len(seen) - 1}
