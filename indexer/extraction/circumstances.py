"""To whom or in which report a duty is done, and when."""

from __future__ import annotations

from collections.abc import Callable

from indexer.extraction.statements import END, Clause
from indexer.extraction.wording import (
    RECIPIENT_BODY,
    RECIPIENT_IN_REPORT,
    RECIPIENT_TO,
    REPORT_VERB,
)
from knowledge.language.expressions import times
from knowledge.model import Duty, Passage, Place, Span


def duty_of(sentence: str, clause: Clause, passage: Passage, span: Span) -> Duty:
    """The duty that a clause of the sentence at ``span`` lays down."""
    action = sentence[clause.start : clause.end]
    performer = clause.performer
    return Duty(
        actors=performer.actors if performer else (),
        actor=performer.words if performer else None,
        action=action.strip(" ,;:\n"),
        recipient=_in_clause_or_front(sentence, clause, _recipient),
        time=_in_clause_or_front(sentence, clause, _time),
        place=Place(document=passage.document, section=passage.section, span=span),
    )


def _in_clause_or_front(
    sentence: str, clause: Clause, find: Callable[[str], str | None]
) -> str | None:
    """What a finder finds in the clause, else before the sentence's first verb."""
    return find(sentence[clause.start : clause.end]) or find(
        sentence[: min(clause.front, clause.start)]
    )


def _time(clause: str) -> str | None:
    found = times(clause)
    return found[0].of(clause) if found else None


def _recipient(clause: str) -> str | None:
    """To whom ("till nämnden"), else in which report; never what belongs to a time."""
    taken = times(clause)
    report = REPORT_VERB.search(clause)
    after = report.end() if report else len(clause)
    patterns = (RECIPIENT_TO, RECIPIENT_BODY)
    candidates = [found for pattern in patterns for found in pattern.finditer(clause, after)]
    for found in [*candidates, *RECIPIENT_IN_REPORT.finditer(clause)]:
        inside = any(time.start <= found.start() < time.end for time in taken)
        end = min([found.end(), *(t.start for t in taken if t.start > found.start())])
        if not inside and len(clause[found.start() : end].split()) > 1:
            return clause[found.start() : end].strip(END)
    return None
