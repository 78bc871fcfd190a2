"""Which parts the five documents' reports have, read in the documents."""

from __future__ import annotations

import pytest

from bot.domain.activities.dates import Period, PeriodKind, part_of_year
from bot.services.activities.kinds import load_kinds
from bot.services.reports.demands import Occasion, OccasionKind, demands_of, due
from bot.services.reports.outline import Section, outline
from tests.unit.bot.services.reports.made import demand
from tests.unit.indexer.made import FIVE, section, shipped

KINDS = tuple(load_kinds(None).values())
ENKOPING, OREBRO, SKARA, SKOVDE, UPPLANDS_BRO = FIVE
PERIODS = {
    "2026": part_of_year(2026, PeriodKind.YEAR),
    **{f"T{n}": part_of_year(2026, PeriodKind.TERTIAL, n) for n in (1, 2, 3)},
    **{f"H{n}": part_of_year(2026, PeriodKind.HALF_YEAR, n) for n in (1, 2)},
}
PLAIN = ["units", "whole", "share", "effects"]

Part = tuple[str, tuple[str, ...], list[str], list[str]]
"""Subject, kinds, beginnings of the sentences that demand it, and where or to whom it is given."""

PROJECTS_AND_NETWORKS: Part = (
    "kinds",
    ("eu_project", "international_network"),
    ["I samband med rapportering av kommunstyrelsens verksamhetsberättelse (tertiärrapport 3)"],
    ["till beredning medborgare och folkhälsa"],
)
EVALUATION_IN_DECEMBER: Part = (
    "evaluation",
    (),
    ["Åtgärd: Utvärdering av 2017 års internationella arbete"],
    ["till KS"],
)
DEMANDED: dict[str, dict[str, list[Part]]] = {
    ENKOPING: {
        "2026": [
            ("whole", (), ["Kommunstyrelsen svarar för strategisk ledning"], []),
            (
                "units",
                (),
                ["I årsbokslut och årsredovisning ska nämnderna redovisa"],
                ["i årsbokslut och årsredovisning"],
            ),
            (
                "evaluation",
                (),
                [
                    "I årsbokslut och årsredovisning ska nämnderna redovisa",
                    "För den kommungemensamma utvärderingen ansvarar kommunstyrelsen.",
                ],
                ["i årsbokslut och årsredovisning"],
            ),
        ]
    },
    OREBRO: {
        "2026": [
            ("whole", (), ["Internationellt arbete ska redovisas varje år"], ["i bokslutet"]),
            ("share", (), ["Det kan göras i form av finansieringsandel"], []),
            (
                "participants",
                ("international_network",),
                ["Det kan göras i form av finansieringsandel"],
                [],
            ),
            (
                "effects",
                ("transnational_exchange",),
                ["Redovisningen ska också beskriva vad utbyten har haft för effekter"],
                [],
            ),
        ]
    },
    SKARA: {
        "2026": [
            (
                "units",
                (),
                ["Skara kommuns förvaltningar ska i sina verksamhetsplaner redogöra"],
                ["i sina verksamhetsplaner"],
            ),
            ("whole", (), ["Uppföljning ska ske årligen."], []),
            EVALUATION_IN_DECEMBER,
        ],
        "T3": [EVALUATION_IN_DECEMBER],
        "H2": [EVALUATION_IN_DECEMBER],
    },
    SKOVDE: {
        "2026": [
            PROJECTS_AND_NETWORKS,
            (
                "whole",
                (),
                ["Internationellt arbete i sin helhet rapporteras"],
                ["i Skövde kommuns årsredovisning"],
            ),
        ],
        "T3": [PROJECTS_AND_NETWORKS],
        "H2": [PROJECTS_AND_NETWORKS],
    },
    UPPLANDS_BRO: {
        "2026": [("whole", (), ["Ansvarar för den strategiska ledningen"], [])],
    },
}


def outlined(identity: str, period: Period) -> tuple[Section, ...]:
    return outline(due(demands_of([shipped(identity)], KINDS), period))


@pytest.mark.parametrize("identity", FIVE)
@pytest.mark.parametrize("period", PERIODS)
def test_the_parts_that_a_document_demands_of_a_period(identity: str, period: str) -> None:
    sections = outlined(identity, PERIODS[period])
    wanted = DEMANDED[identity].get(period, [])
    demanded = [each for each in sections if each.citations]
    assert [(each.subject, each.kinds) for each in demanded] == [part[:2] for part in wanted]
    for found, (_, _, beginnings, recipients) in zip(demanded, wanted, strict=True):
        assert list(found.recipients) == recipients
        for citation, beginning in zip(found.citations, beginnings, strict=True):
            assert citation.quote.startswith(beginning)
    added = [each.subject.value for each in sections if not each.citations]
    is_demanded = {each.subject.value for each in demanded if not each.kinds}
    usual = PLAIN if not wanted else PLAIN[:-1]
    assert added == [each for each in usual if each not in is_demanded]


def test_the_year_that_a_sentence_is_stated_for_goes_with_its_part() -> None:
    (evaluation,) = (each for each in outlined(SKARA, PERIODS["T3"]) if each.citations)
    (timing,) = evaluation.timings
    assert (str(timing.years), timing.seldom) == ("2017", None)
    assert timing.citation in evaluation.citations


def test_what_is_due_in_some_year_goes_with_each_part_that_it_demands() -> None:
    document = section("Effekterna av utbyten ska redovisas vart fjärde år.", "Uppföljning")
    demands = due(demands_of([document], KINDS), PERIODS["2026"])
    seldom = [
        (each.subject.value, timing.seldom) for each in outline(demands) for timing in each.timings
    ]
    every_fourth = Occasion(kind=OccasionKind.YEAR, every=4)
    assert seldom == [("kinds", every_fourth), ("effects", every_fourth)]


def test_what_is_due_each_year_needs_no_telling_apart() -> None:
    for identity in (ENKOPING, OREBRO, SKOVDE, UPPLANDS_BRO):
        assert all(not each.timings for each in outlined(identity, PERIODS["2026"]))


@pytest.mark.parametrize(
    ("recipient", "inside"),
    [
        ("I årsbokslut och årsredovisning", "i årsbokslut och årsredovisning"),
        ("Till KS", "till KS"),
        ("till Kommunstyrelsen", "till Kommunstyrelsen"),
        ("KS", "KS"),
    ],
)
def test_where_it_is_given_reads_as_inside_a_sentence(recipient: str, inside: str) -> None:
    (first, *_) = outline([demand("Arbetet ska redovisas.", recipient=recipient)])
    assert first.recipients == (inside,)
