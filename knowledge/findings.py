"""What one municipality's documents hold for a question, and the quotes that show it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from knowledge.answerability import Verdict
from knowledge.citations import cite, quote_span, reference
from knowledge.errors import InvalidInput
from knowledge.evidence import Evidence
from knowledge.fact_answers import FactFinding
from knowledge.model import Citation, SectionReference
from knowledge.wording import citation_line

WORTH_QUOTING = 0.25
"""A further quote needs this share of the strongest one's strength."""

QUOTE_ROOM = 780
"""Characters of all quotes together, so that sentence, citation lines and terms fit as well."""

LONGEST_QUOTE = 420


class Finding(NamedTuple):
    """What one municipality's documents hold: facts, or evidence with the verdict on it."""

    municipality: str
    facts: Sequence[FactFinding]
    evidence: Sequence[Evidence]
    verdict: Verdict

    @property
    def is_answer(self) -> bool:
        """Whether they answer the question."""
        return any(fact.is_stated for fact in self.facts) or (
            not self.facts and self.verdict.answered
        )


def coverage(finding: Finding) -> float:
    """How much of the question a finding speaks of; all of it where a field of a document does."""
    if finding.facts or not finding.evidence:
        return 1.0
    return finding.evidence[0].features.coverage


def quotes(finding: Finding, most: int, room: int) -> list[Citation]:
    """A finding's quotes, strongest first: of stated facts, else of evidence worth quoting."""
    stated = [fact for fact in finding.facts if fact.is_stated]
    if stated:
        return [_fact_quote(fact) for fact in stated[:most]]
    worth = _worth_quoting(finding.evidence, most)
    if most > 1 and len(worth) == 1:
        room = QUOTE_ROOM
    rooms = [room, *[(QUOTE_ROOM - room) // max(len(worth) - 1, 1)] * (len(worth) - 1)]
    return [_quote(evidence, each) for evidence, each in zip(worth, rooms, strict=True)]


def _worth_quoting(evidence: Sequence[Evidence], most: int) -> list[Evidence]:
    """The passages that come near the strongest: first one of each section, then the others."""
    near = [e for e in evidence if e.strength >= WORTH_QUOTING * evidence[0].strength]
    sections: dict[tuple[str, int], Evidence] = {}
    for each in near:
        sections.setdefault((each.read.document.id, each.read.section.ordinal), each)
    firsts = list(sections.values())
    return [*firsts, *(each for each in near if each not in firsts)][:most]


def _quote(evidence: Evidence, room: int) -> Citation:
    read = evidence.read
    span = quote_span(read, evidence.best_unit, room)
    return cite(read.document, read.section, span, read.passage.page)


def _fact_quote(finding: FactFinding) -> Citation:
    if finding.fact is None or finding.fact.place is None:
        raise InvalidInput("a fact without a place cannot be quoted")
    place, document = finding.fact.place, finding.document
    around = (
        p for p in document.passages if p.section == place.section and p.span.holds(place.span)
    )
    passage = next(around, None)
    whole = passage is not None and passage.span.end - passage.span.start <= LONGEST_QUOTE
    span = passage.span if passage and whole else place.span
    return cite(document, document.sections[place.section], span, passage.page if passage else None)


def nearest_sections(findings: Sequence[Finding]) -> list[SectionReference]:
    """The two sections that come nearest, over all findings."""
    evidence = sorted((e for f in findings for e in f.evidence), key=lambda e: -e.strength)
    found: dict[str, SectionReference] = {}
    for each in evidence:
        read = each.read
        near = reference(read.document, read.section, read.passage.page)
        found.setdefault(citation_line(near, "sv"), near)
        if len(found) == 2:
            break
    return list(found.values())
