"""Which proposals come of which documents: the five, and others written in other words.

One module: mostly the tables of what was expected by reading.
"""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.reminders.proposals import Basis, Proposal
from bot.domain.reminders.schedule import (
    BeforeDeadline,
    EachPart,
    Monthly,
    Once,
    Schedule,
    Yearly,
)
from bot.services.calendar.reading import proposals_of
from tests.unit.indexer.made import FIVE, made, section, shipped

ENKOPING, OREBRO, SKARA, SKOVDE, UPPLANDS_BRO = FIVE
TODAY = date(2026, 11, 23)


def of(identity: str) -> list[Proposal]:
    return list(proposals_of([shipped(identity)]))


def one(body: str, heading: str = "Uppföljning") -> Proposal:
    (proposal,) = proposals_of([section(body, heading)])
    return proposal


def brief(proposal: Proposal) -> tuple[str, str, str, Basis]:
    assert proposal.citation
    return proposal.citation.quote, proposal.who, proposal.when, proposal.basis


def on(schedule: Schedule | None) -> str:
    """A schedule in a few characters."""
    match schedule:
        case None:
            return "-"
        case Once(on=day):
            return f"{day}"
        case Yearly(month=month, day=number):
            return f"{month}/{number}"
        case EachPart(parts=parts, days=days):
            return f"1:{parts}{days:+}"
        case Monthly(day=each):
            return f"month {each}"
        case BeforeDeadline(deadline=deadline, yearly=yearly, days_before=before):
            return f"{before[0]} before {deadline.strftime('%m-%d') if yearly else deadline}"
    raise AssertionError(schedule)


def test_the_policy_of_enkoping_proposes_the_accounts_only() -> None:
    assert [brief(each) for each in of(ENKOPING)] == [
        (
            "I årsbokslut och årsredovisning ska nämnderna redovisa samt utvärdera sitt "
            "internationella arbete.",
            "nämnderna",
            "I årsbokslut och årsredovisning",
            Basis.ACCOUNTS,
        )
    ]


def test_the_policy_of_orebro_proposes_the_accounts_and_the_networks() -> None:
    assert [brief(each) for each in of(OREBRO)] == [
        (
            "Regelbundet ska en utvärdering göras om kommunen skall tillhöra nätverket.",
            "",
            "Regelbundet",
            Basis.REGULARLY,
        ),
        (
            "Internationellt arbete ska redovisas varje år i bokslutet.",
            "",
            "varje år i bokslutet",
            Basis.ACCOUNTS,
        ),
    ]


def test_the_policy_of_skovde_proposes_its_review_its_third_tertial_and_the_accounts() -> None:
    found = of(SKOVDE)
    assert [brief(each) for each in found] == [
        (
            "Tidpunkt för aktualitetsprövning: 1 gång per mandatperiod",
            "SC SMS",
            "1 gång per mandatperiod",
            Basis.TERM_OF_OFFICE,
        ),
        (
            "I samband med rapportering av kommunstyrelsens verksamhetsberättelse (tertiärrapport "
            "3) ska uppföljning av internationella projekt och nätverk rapporteras till beredning "
            "medborgare och folkhälsa.",
            "",
            "I samband med rapportering av kommunstyrelsens verksamhetsberättelse (tertiärrapport "
            "3)",
            Basis.PART_OF_YEAR,
        ),
        (
            "Internationellt arbete i sin helhet rapporteras i Skövde kommuns årsredovisning.",
            "",
            "i Skövde kommuns årsredovisning",
            Basis.ACCOUNTS,
        ),
    ]
    assert [on(each.schedule) for each in found] == ["-", "1/1", "12/1"]


def test_the_policy_of_upplands_bro_proposes_what_is_yearly_with_a_day_to_choose() -> None:
    found = of(UPPLANDS_BRO)
    assert [brief(each) for each in found] == [
        (
            "Arbetet skall beskrivas i en utvärderingsbar handlingsplan som utvärderas och "
            "revideras årligen.",
            "",
            "årligen",
            Basis.YEARLY,
        ),
        (
            "Ansvarar för den strategiska ledningen av det internationella arbetet och genomför "
            "årlig uppföljning och sammanställning.",
            "Kommunstyrelsen",
            "årlig",
            Basis.YEARLY,
        ),
        (
            "För arbetet upprättas en handlingsplan som utvärderas och revideras årligen.",
            "Nämnder och bolag",
            "årligen",
            Basis.YEARLY,
        ),
    ]
    assert all(each.needs_day and not each.is_past(TODAY) for each in found)
    assert found[2].actors == ("committees", "municipal_companies")
    assert found[2].citation
    assert found[2].citation.section_number == "4.3"


def test_the_plan_of_skara_proposes_its_measures_as_those_of_their_year() -> None:
    found = of(SKARA)
    told = [
        (each.what, each.when, each.basis, on(each.schedule), each.is_past(TODAY)) for each in found
    ]
    network = (
        "Vidareutveckla arbetet inom befintliga internationella nätverk samt undersöka möjligheten "
        "att ingå i nya"
    )
    goes_on = (network, "Hela 2017 och fortlöpande", Basis.REGULARLY, "-", False)
    beginnings = [
        (what[:45], when, basis, schedule, past) for what, when, basis, schedule, past in told
    ]
    assert told.count(goes_on) == 3
    assert [each for each in beginnings if each[0] != network[:45]] == [
        (
            "Framtagande av enkel ansökningsmall",
            "januari-februari 2017",
            "month",
            "2017-01-01",
            True,
        ),
        (
            "Arbeta för en ökad grad av extern finansierin",
            "Långsiktigt arbete med start våren 2017 och fortsättningsvis framåt",
            "regularly",
            "-",
            False,
        ),
        (
            "Förankring av strategin för ökad internationa",
            "Våren 2017",
            "season",
            "2017-03-01",
            True,
        ),
        ("Ta fram ansökningsförfarande gällande tillgän", "juni 2017", "month", "2017-06-01", True),
        ("Etablera ett internationellt nätverk inom Ska", "juni 2017", "month", "2017-06-01", True),
        ("Beskriv och vidareutveckla vänortsarbetet. Fö", "2017", "whole_year", "-", True),
        ("Stöd till Charity Group på Katedralskolan med", "Fortlöpande", "regularly", "-", False),
        (
            "Vidareutveckla arbetet med internationella sk",
            "Hela 2017 och fortlöpande",
            "regularly",
            "-",
            False,
        ),
        (
            "Skapa nya internationella kontakter och allia",
            "Våren-Hösten 2017",
            "season",
            "2017-03-01",
            True,
        ),
        ("Genomföra Europaveckan i syfte att erbjuda ko", "Maj 2017", "month", "2017-05-01", True),
        (
            "Utbildning och informera om möjligheter till ",
            "Våren-Hösten 2017",
            "season",
            "2017-03-01",
            True,
        ),
        ("Vidareutveckla och ta till vara på befintliga", "Hela 2017", "whole_year", "-", True),
        (
            "Utbildning om möjlig extern finansiering för ",
            "Våren 2017",
            "season",
            "2017-03-01",
            True,
        ),
        ("Informera om möjligheten att använda sig av E", "2017", "whole_year", "-", True),
        (
            "Sondera och specificera vilka behov finns ute",
            "Våren-hösten 2017 för att 2018 kunna söka medel",
            "season",
            "2017-03-01",
            True,
        ),
        ("Fortsätta samarbetet med V6 med redan planera", "2017", "whole_year", "-", True),
        ("Utbildning om *Möjligheter med EU* för att re", "2017", "whole_year", "-", True),
        ("Uppföljning ska ske årligen", "årligen", "yearly", "12/1", False),
        (
            "Utvärdering av 2017 års internationella arbet",
            "december 2017",
            "month",
            "2017-12-01",
            True,
        ),
        (
            "Revidering och komplettering av handlingsplan",
            "januari 2018",
            "month",
            "2018-01-01",
            True,
        ),
    ]


def test_the_same_measure_in_three_sections_is_three_proposals() -> None:
    found = of(SKARA)
    assert len({each.key for each in found}) == len({each.handle for each in found}) == len(found)


@pytest.mark.parametrize(
    ("body", "basis", "schedule"),
    [
        ("Nämnderna ska senast den 31 mars varje år lämna en rapport.", "told", "30 before 03-31"),
        ("Kommunstyrelsen ska den 9 maj uppmärksamma Europadagen.", "told", "5/9"),
        ("Nämnden ska lämna sin rapport senast 2027-03-31.", "told", "30 before 2027-03-31"),
        (
            "Nämnden ska lämna sin rapport senast den 1 oktober 2028.",
            "told",
            "30 before 2028-10-01",
        ),
        ("Nämnderna ska i februari rapportera till kommunstyrelsen.", "month", "2/1"),
        ("Kommunstyrelsen ska utvärdera arbetet i slutet av november.", "month", "11/1"),
        ("Nämnderna ska rapportera senast i mars varje år.", "month", "30 before 03-31"),
        ("Nämnderna ska rapportera till kommunstyrelsen varje tertial.", "part_of_year", "1:3+1"),
        ("Samordnaren ska rapportera kvartalsvis.", "part_of_year", "1:4+1"),
        ("Nämnden ska följa upp arbetet två gånger per år.", "part_of_year", "1:2+1"),
        ("Arbetet ska redovisas i delårsrapporten.", "part_of_year", "9/1"),
        ("Förvaltningarna ska lämna en lista månadsvis.", "monthly", "month 1"),
        ("Arbetet ska redovisas i nämndens verksamhetsberättelse.", "accounts", "12/1"),
        ("Nämnderna ska inför budgetarbetet redovisa sina behov.", "budget", "3/1"),
        ("Policyn ska ses över vart fjärde år.", "seldom", "-"),
        ("Kommunstyrelsen ska pröva policyn en gång per mandatperiod.", "term_of_office", "-"),
        ("Kommunstyrelsen ska fortlöpande följa upp samarbetet.", "regularly", "-"),
        ("Nätverket ska utvärderas inom två år efter beslutet.", "event", "-"),
        ("The committees shall report to the executive board in March.", "month", "3/1"),
        ("The coordinator shall evaluate the work annually.", "yearly", "12/1"),
        ("International work shall be reported in the annual report.", "accounts", "12/1"),
        ("The committees shall report by 31 March each year.", "told", "30 before 03-31"),
    ],
)
def test_a_time_is_read_as_what_it_tells(body: str, basis: str, schedule: str) -> None:
    found = one(body)
    assert (found.basis, on(found.schedule)) == (basis, schedule)


@pytest.mark.parametrize(
    "body",
    [
        "Nämnderna ansvarar för det internationella arbetet.",
        "Arbetet ska ske inom ramen för nämndens budget.",
        "Planen ligger till grund för den årliga verksamhetsplaneringen.",
        "Internationellt arbete behöver inte redovisas varje år i bokslutet.",
        "Policyn ska gälla tills vidare.",
        "Verksamheten ska stödja kommunens Vision 2025.",
    ],
)
def test_what_tells_no_time_is_no_proposal(body: str) -> None:
    assert not proposals_of([section(body)])


def test_several_months_are_proposed_one_by_one() -> None:
    body = "Nämnderna ska rapportera till kommunstyrelsen i mars och i oktober."
    first, second = proposals_of([section(body)])
    assert [on(each.schedule) for each in (first, second)] == ["3/1", "10/1"]
    assert first.citation == second.citation
    assert (first.identity.ordinal, second.identity.ordinal) == (0, 1)


def test_what_is_to_be_done_in_one_sentence_at_one_time_is_one_proposal() -> None:
    found = one("Årligen ska nämnderna följa upp arbetet och redovisa det för kommunstyrelsen.")
    assert "följa upp" in found.what
    assert "redovisa" in found.what


def test_a_plan_for_years_to_come_recurs_within_them() -> None:
    text = """# Handlingsplan för internationellt arbete 2027–2029

## Uppföljning

Åtgärd: Utvärdering av nätverken
Tidpunkt: november
Ansvarig: Internationell samordnare
"""
    (found,) = proposals_of([made(text)])
    assert isinstance(found.schedule, Yearly)
    assert (found.schedule.first, found.schedule.until) == (date(2027, 1, 1), date(2029, 12, 31))
    assert not found.is_past(TODAY)


def test_how_lines_break_does_not_make_another_proposal() -> None:
    whole = one("Nämnderna ska rapportera till kommunstyrelsen varje år.")
    broken = one("Nämnderna ska rapportera till\nkommunstyrelsen varje år.")
    assert whole.key == broken.key
