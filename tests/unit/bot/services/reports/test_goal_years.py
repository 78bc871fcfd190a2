"""For which years the documents set their goals."""

from __future__ import annotations

import pytest

from bot.services.reports.goal_years import years_of_goals
from knowledge.citations import cite
from knowledge.model import Citation, Document
from tests.unit.indexer.made import FIVE, made, shipped


def goals(document: Document) -> list[Citation]:
    return [
        cite(document, document.sections[goal.place.section], goal.place.span, None)
        for goal in document.goals
    ]


def years(document: Document) -> list[str]:
    told = years_of_goals(goals(document), [document])
    return [str(told.get(goal, "")) for goal in goals(document)]


@pytest.mark.parametrize("identity", FIVE)
def test_of_the_five_only_skara_sets_its_goals_for_a_year(identity: str) -> None:
    document = shipped(identity)
    wanted = "2017" if identity.startswith("skara") else ""
    assert years(document) == [wanted] * len(document.goals)


def test_the_nearest_word_of_a_year_counts() -> None:
    document = made(
        "# Policy för internationellt arbete\n\n## Mål 2024–2027\n\nMålen för 2025 är:\n\n"
        "- fler vänskolor\n- fler elever i utbyten under 2026\n\n"
        "Målet med arbetet är att stärka språken.\n"
    )
    assert years(document) == ["2025", "2026", "2024–2027"]


def test_what_is_said_before_a_goal_leads_into_no_list_of_it() -> None:
    document = made(
        "# Policy för internationellt arbete\n\n## Mål\n\nUnder 2019 gjordes en översyn. "
        "Målet med arbetet är att stärka språken.\n"
    )
    assert years(document) == [""]
