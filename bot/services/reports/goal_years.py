"""The years that a document sets its goals for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.services.reports.demand_words import ITEM_MARKER
from bot.services.reports.stated_years import Years, years_in
from knowledge.model import Citation, Document


def years_of_goals(
    goals: Iterable[Citation], documents: Sequence[Document]
) -> dict[Citation, Years]:
    """The years that goals are set for, where they, what leads into their list, or their headings
    name any, the nearest first.
    """
    by_id = {each.id: each for each in documents}
    told = {goal: _years(goal, by_id[goal.document_id]) for goal in goals}
    return {goal: years for goal, years in told.items() if years}


def _years(goal: Citation, document: Document) -> Years | None:
    headings = document.sections[goal.ordinal].path
    words = (goal.quote, _lead_in(goal, document), *reversed(headings), document.title)
    return next(filter(None, map(years_in, words)), None)


def _lead_in(goal: Citation, document: Document) -> str:
    """What leads into the list that a goal stands in; "" where it stands in none."""
    sentences = [
        unit.of(document.text)
        for passage in document.passages
        if passage.section == goal.ordinal
        for unit in passage.units
        if unit.start <= goal.start
    ]
    if not sentences or not ITEM_MARKER.match(sentences[-1]):
        return ""
    lead_in = next((each for each in reversed(sentences) if not ITEM_MARKER.match(each)), "")
    return lead_in if lead_in.endswith(":") else ""
