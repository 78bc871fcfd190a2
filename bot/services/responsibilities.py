"""Who does what about a topic: the duties whose words, or whose heading, speak of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.services.asking import Asking
from bot.services.listing import DutyRow, duty_row
from knowledge.citations import reference
from knowledge.findings import Finding
from knowledge.language.need import STRONG, Need
from knowledge.library import ReadPassage
from knowledge.model import Duty, SectionReference, Value

MOST_DUTIES = 12


class Responsibility(Value):
    """A duty and where it stands."""

    duty: DutyRow
    section: SectionReference


def who_does(asking: Asking, topic: str, municipality: str | None) -> list[Responsibility]:
    """Up to MOST_DUTIES duties about ``topic``, Swedish or English, in ``municipality`` or all:
    those that name somebody first, then by strength. Raises as ``Asking.ask``.
    """
    question, findings = asking.examine(topic, municipality)
    found = [each for finding in findings for each in _about(finding, question.needs)]
    found.sort(key=lambda each: each[1].actor is None)
    return [
        Responsibility(duty=duty_row(read.document, duty), section=_place(read))
        for read, duty in found[:MOST_DUTIES]
    ]


def _about(finding: Finding, needs: Sequence[Need]) -> Iterator[tuple[ReadPassage, Duty]]:
    for evidence in finding.evidence:
        read = evidence.read
        for duty in read.duties:
            if _speaks_of(read, duty, needs):
                yield read, duty


def _speaks_of(read: ReadPassage, duty: Duty, needs: Sequence[Need]) -> bool:
    spoken = read.terms_at(duty.place.span) | read.heading_terms
    return bool(needs) and all(need.met_by(spoken) >= STRONG for need in needs)


def _place(read: ReadPassage) -> SectionReference:
    return reference(read.document, read.section, read.passage.page)


def is_topic(asking: Asking, words: str) -> bool:
    """Whether words after "vem" or "who" name a topic; a verb would make a question of them."""
    first = words.split(maxsplit=1)[0]
    needs = asking.needs(first)
    return not words.endswith("?") and bool(needs) and not needs[0].is_verb
