"""Proposals and decisions brought together again after documents were indexed anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from bot.domain.reminders.proposals import (
    Acknowledgement,
    Decision,
    Drift,
    DriftKind,
    Proposal,
    restated,
)
from bot.services.calendar.reading import on_one_line, sentences_of
from bot.services.calendar.year import Entry
from knowledge.citations import cite
from knowledge.model import Citation, Document

ALIKE_IN_SECTION, ALIKE_ELSEWHERE = 60.0, 85.0
"""How much of a sentence's letters are those of another (0 to 100), for it to be taken for the same
one changed: documents of the same kind say much in like words, a section says a thing once.
"""

_NUMBER = re.compile(r"^[\d.]+\s+")


class _Sentence(NamedTuple):
    """What a document says somewhere by now, on one line."""

    text: str
    path: tuple[str, ...]
    citation: Citation


def brought_together(
    documents: Sequence[Document],
    proposals: Sequence[Proposal],
    decisions: Sequence[Decision],
    seen: Sequence[Acknowledgement],
) -> list[Entry]:
    """Each proposal with the decision about it, then the decisions of which no proposal is left.
    A decision follows its words to another section or document.
    """
    own = {each.handle: each for each in decisions}
    moved = _moved(proposals, decisions)
    acknowledged = {(each.handle, each.mark) for each in seen}
    entries = []
    for proposal in proposals:
        decision = own.get(proposal.handle)
        drift = None
        if decision is None and (decision := moved.get(proposal.handle)):
            drift = Drift(decision=decision, kind=DriftKind.MOVED, now=proposal.citation)
        entries.append(Entry(proposal=proposal, decision=decision, drift=drift))
    found = {each.decision.handle for each in entries if each.decision}
    left = [each for each in decisions if each.handle not in found]
    sentences = [each for document in documents for each in _sentences(document)] if left else []
    for decision in left:
        drift = _drift(decision, sentences, decisions)
        entries.append(Entry(proposal=decision.proposal, decision=decision, drift=drift))
    return [_without(each, acknowledged) for each in entries]


def agreements_together(
    proposals: Sequence[Proposal],
    decisions: Sequence[Decision],
    seen: Sequence[Acknowledgement],
) -> list[Entry]:
    """The days of agreements with the decisions about them, then the decisions on days that the
    register does not state by now. Of one that was rejected, only the day itself matters.
    """
    own = {each.handle: each for each in decisions}
    acknowledged = {(each.handle, each.mark) for each in seen}
    entries = [_on_its_day(each, own.pop(each.handle, None)) for each in proposals]
    days = {(e.agreement.agreement, e.agreement.what): e for e in proposals if e.agreement}
    for decision in own.values():
        was = decision.proposal.agreement
        now = days.get((was.agreement, was.what)) if was else None
        kind = DriftKind.CHANGED if now else DriftKind.DROPPED
        drift = Drift(decision=decision, kind=kind, now=None, now_proposal=now)
        entries.append(Entry(proposal=decision.proposal, decision=decision, drift=drift))
    return [_without(each, acknowledged) for each in entries]


def _on_its_day(proposal: Proposal, decision: Decision | None) -> Entry:
    """A day that the register states still, with what else the agreement states by now."""
    drift = None
    if decision and decision.is_accepted and restated(decision.proposal, proposal):
        drift = Drift(decision=decision, kind=DriftKind.RESTATED, now=None, now_proposal=proposal)
    return Entry(proposal=proposal, decision=decision, drift=drift)


def _without(entry: Entry, acknowledged: set[tuple[str, str]]) -> Entry:
    drift = entry.drift
    if drift and (drift.decision.handle, drift.mark) in acknowledged:
        return entry.model_copy(update={"drift": None})
    return entry


def _moved(proposals: Sequence[Proposal], decisions: Sequence[Decision]) -> dict[str, Decision]:
    """By the handles of undecided proposals, the decisions on the same words in another place: of
    the same document first.
    """
    handles, decided = {p.handle for p in proposals}, {d.handle for d in decisions}
    free = [each for each in proposals if each.handle not in decided]
    moved: dict[str, Decision] = {}
    for decision in decisions:
        if decision.handle in handles:
            continue
        was = decision.proposal.identity
        same = [
            each for each in free if each.identity.quote == was.quote and each.handle not in moved
        ]
        same.sort(
            key=lambda each: (
                each.identity.document != was.document,
                each.identity.ordinal != was.ordinal,
            )
        )
        if same:
            moved[same[0].handle] = decision
    return moved


def _drift(
    decision: Decision, sentences: Sequence[_Sentence], decisions: Sequence[Decision]
) -> Drift | None:
    """What became of the words of a decision; None where they stand where they stood, and are only
    read otherwise.
    """
    was = decision.proposal.identity
    verbatim = [each for each in sentences if each.text == was.quote]
    if any(each.path == was.path and _of(each, was.document) for each in verbatim):
        return None
    if verbatim:
        return Drift(decision=decision, kind=DriftKind.MOVED, now=verbatim[0].citation)
    others = {each.proposal.identity.quote for each in decisions}
    near = [e for e in sentences if _of(e, was.document) and e.text not in others]
    nearest = _nearest(was.quote, was.path, near)
    kind = DriftKind.CHANGED if nearest else DriftKind.DROPPED
    return Drift(decision=decision, kind=kind, now=nearest.citation if nearest else None)


def _of(sentence: _Sentence, document: str) -> bool:
    return sentence.citation.document_id == document


def _nearest(quote: str, path: tuple[str, ...], sentences: Sequence[_Sentence]) -> _Sentence | None:
    """The sentence most like the one that was decided on, one of its section before others."""
    section = _unnumbered(path)
    for here, least in ((True, ALIKE_IN_SECTION), (False, ALIKE_ELSEWHERE)):
        scored = [
            (fuzz.ratio(quote, each.text), -order, each)
            for order, each in enumerate(sentences)
            if (_unnumbered(each.path) == section) == here
        ]
        if scored and (best := max(scored, key=lambda each: each[:2]))[0] >= least:
            return best[2]
    return None


def _unnumbered(path: tuple[str, ...]) -> tuple[str, ...]:
    """Headings without their numbers, which change when a section comes before them."""
    return tuple(_NUMBER.sub("", each) for each in path)


def _sentences(document: Document) -> Iterator[_Sentence]:
    for place, page in sentences_of(document):
        section = document.sections[place.section]
        citation = cite(document, section, place.span, page)
        yield _Sentence(on_one_line(citation.quote), section.path, citation)
