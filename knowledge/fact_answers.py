"""Answers about a document itself: who decided it and when, its number, validity, owner."""

from __future__ import annotations

from typing import NamedTuple

from knowledge.language.steering import is_of_others
from knowledge.library import Library, kinds_of
from knowledge.model import Document, Fact, FactName
from knowledge.questions import Question

STATED_OR_NOT = frozenset(
    (
        FactName.DECIDED_ON,
        FactName.PARAGRAPH,
        FactName.DIARY_NUMBER,
        FactName.VALID_FROM,
        FactName.VALID_UNTIL,
        FactName.REPLACES,
        FactName.OWNER,
        FactName.CONTACT,
        FactName.REVISED,
        FactName.RELATED_DOCUMENTS,
    )
)
"""Facts that only the document's own fields state: where those are silent, running text that
speaks of the same words is no answer."""


class FactFinding(NamedTuple):
    """A fact asked for, in one document. ``fact`` is None where the document has no such field."""

    document: Document
    name: FactName
    fact: Fact | None

    @property
    def is_stated(self) -> bool:
        """Whether the document gives a value that can be cited."""
        return self.fact is not None and self.fact.value is not None and self.fact.place is not None


def is_of_no_document(question: Question, library: Library, municipality: str) -> bool:
    """Whether a field is asked for of a kind of document that a municipality has none of."""
    fields = [fact for fact in question.facts if fact in STATED_OR_NOT]
    return bool(fields) and not _asked_about(question, library, municipality)


def _asked_about(question: Question, library: Library, municipality: str) -> list[Document]:
    """A municipality's documents of the kinds asked about: a policy's fields are not its action
    plan's.
    """
    return [
        document
        for document in library.documents(municipality)
        if not is_of_others(kinds_of(document), question.documents, frozenset())
    ]


def find_facts(question: Question, library: Library, municipality: str) -> list[FactFinding]:
    """What a municipality's documents state of the facts asked for, stated ones first.

    Empty when no fact is asked for, or none is stated that running text could tell as well.
    """
    findings = [
        FactFinding(document, name, document.fact(name))
        for name in question.facts
        for document in _asked_about(question, library, municipality)
    ]
    stated = [finding for finding in findings if finding.is_stated]
    silent = [f for f in findings if not f.is_stated and f.name in STATED_OR_NOT]
    return stated or silent[:1]
