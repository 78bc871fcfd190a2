"""What a municipality's documents demand that its reports hold, and when.

A demand is a duty, or a measure of an action plan, about reporting, following up or evaluating the
international work itself. What else its section says of the report belongs to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.domain.activities.kinds import Kind
from bot.services.activities.kind_terms import kinds_named
from bot.services.reports.demand import Demand, Occasion, OccasionKind, Want, Wanted
from bot.services.reports.demand_words import (
    DETAILS,
    EACH_UNIT,
    GOES_ON,
    INTERNATIONAL,
    ITEM_MARKER,
    OBLIGES,
    RECIPIENT,
    REFERS,
    demands_report,
    of_the_work,
    wants_in,
)
from bot.services.reports.dueness import due
from bot.services.reports.occasion_words import occasions_in
from bot.services.reports.stated_years import Years, years_in
from knowledge.citations import cite
from knowledge.language.actors import load_actors
from knowledge.model import ActionItem, Citation, Document, Duty, Passage, PassageKind, Span

__all__ = ["Demand", "Occasion", "OccasionKind", "Want", "Wanted", "demands_of", "due"]

LONGEST_SENTENCE = 2_000
"""Characters beyond which a text without a full stop is no sentence."""


def demands_of(documents: Sequence[Document], kinds: Sequence[Kind]) -> tuple[Demand, ...]:
    """The demands of a municipality's documents, in the order of their places."""
    return tuple(each for document in documents for each in _of_document(document, kinds))


def _of_document(document: Document, kinds: Sequence[Kind]) -> list[Demand]:
    found: list[Demand] = []
    for _, passages in groupby(document.passages, key=lambda passage: passage.section):
        reading = _SectionReading(document, kinds)
        for passage in passages:
            reading.take(passage)
        found += reading.demands()
    return found


@dataclass(frozen=True)
class _Telling:
    """Who is to report what, as one sentence says it. ``actor`` are its words for them."""

    span: Span
    actors: tuple[str, ...]
    actor: str
    recipient: str | None
    words: str


class _SectionReading:
    """The sentences of one section, one after the other."""

    def __init__(self, document: Document, kinds: Sequence[Kind]) -> None:
        self._document, self._kinds = document, kinds
        self._found: list[Demand] = []
        self._details: list[tuple[int, Wanted]] = []
        self._is_about_it = False
        self._lists = False
        self._topic: tuple[str, ...] = ()

    def demands(self) -> list[Demand]:
        """The demands, each with what the sentences that follow it say of the report; what is said
        before the first belongs to the first.
        """
        return [
            demand.model_copy(
                update={"wanted": tuple(dict.fromkeys((*demand.wanted, *self._details_of(number))))}
            )
            for number, demand in enumerate(self._found)
        ]

    def _details_of(self, number: int) -> Iterator[Wanted]:
        return (wanted for at, wanted in self._details if max(at, 0) == number)

    def take(self, passage: Passage) -> None:
        """Read a passage."""
        actions = [a for a in self._document.actions if passage.span.holds(a.place.span)]
        if actions:
            self._add(passage, self._of_actions(passage, actions))
        elif passage.kind is not PassageKind.FACTS:
            for unit in passage.units:
                if unit.end - unit.start <= LONGEST_SENTENCE:
                    self._unit(passage, unit)

    def _unit(self, passage: Passage, unit: Span) -> None:
        sentence = unit.of(self._document.text)
        item = ITEM_MARKER.match(sentence) if passage.kind is PassageKind.LIST else None
        if item and self._lists:
            self._detail(passage, Span(start=unit.start + item.end(), end=unit.end))
            return
        tellings = self._of_sentence(passage, unit, sentence)
        self._add(passage, tellings)
        self._is_about_it = bool(tellings) or self._goes_on(sentence)
        if self._is_about_it and not tellings:
            self._detail(passage, unit)
        self._lists = self._is_about_it and sentence.endswith(":")
        self._topic = kinds_named(of_the_work(sentence), self._kinds) if self._lists else ()

    def _goes_on(self, sentence: str) -> bool:
        """Whether a sentence that demands nothing says how a demand of its section is to be met."""
        if DETAILS.match(sentence):
            return True
        if self._is_about_it and GOES_ON.match(sentence):
            return True
        return bool(self._found and REFERS.search(of_the_work(sentence)))

    def _of_sentence(self, passage: Passage, unit: Span, sentence: str) -> list[_Telling]:
        if DETAILS.match(sentence) or not self._is_international(passage, sentence):
            return []
        duties = [each for each in self._document.duties if unit.holds(each.place.span)]
        tellings = list(_of_duties(duties, sentence))
        if tellings or not sentence.endswith(":"):
            return tellings
        return self._of_lead_in(passage, unit, sentence)

    def _of_lead_in(self, passage: Passage, unit: Span, sentence: str) -> list[_Telling]:
        """What a sentence demands that a list completes: its actor is that of the items' duties."""
        if not (demands_report(sentence) and OBLIGES.search(sentence)):
            return []
        items = Span(start=unit.end, end=passage.span.end)
        first = next((d for d in self._document.duties if items.holds(d.place.span)), None)
        return [
            _Telling(
                span=unit,
                actors=first.actors if first else (),
                actor=(first and first.actor) or "",
                recipient=None,
                words=sentence,
            )
        ]

    def _of_actions(self, passage: Passage, actions: Sequence[ActionItem]) -> list[_Telling]:
        return [
            _of_action(action)
            for action in actions
            if demands_report(action.measure) and self._is_international(passage, action.measure)
        ]

    def _is_international(self, passage: Passage, sentence: str) -> bool:
        headings = self._document.sections[passage.section].path
        return any(map(INTERNATIONAL.search, (self._document.title, *headings, sentence)))

    def _add(self, passage: Passage, tellings: Sequence[_Telling]) -> None:
        """Demands of one sentence: what the same actor is to do is one."""
        for _, same in groupby(tellings, key=lambda telling: (telling.span, telling.actor)):
            self._found.append(self._demand(passage, list(same)))

    def _demand(self, passage: Passage, tellings: Sequence[_Telling]) -> Demand:
        first = tellings[0]
        words = of_the_work("; ".join(telling.words for telling in tellings))
        occasions = occasions_in(words)
        citation = self._cited(passage, first.span)
        each_unit = bool(EACH_UNIT.search(first.actor))
        wanted = [
            Wanted(want=told.want, kinds=told.kinds, citation=citation)
            for told in wants_in(words, self._kinds)
        ]
        if each_unit and all(each.want is not Want.BY_UNIT for each in wanted):
            wanted.append(Wanted(want=Want.BY_UNIT, kinds=(), citation=citation))
        recipients = [each.recipient for each in tellings if each.recipient]
        return Demand(
            citation=citation,
            actor=first.actor,
            actors=first.actors,
            recipient=recipients[0] if recipients else None,
            occasions=occasions,
            kinds=kinds_named(words, self._kinds),
            wanted=tuple(wanted),
            each_unit=each_unit,
            years=self._years(passage, words, recurs=any(map(_recurs, occasions))),
        )

    def _years(self, passage: Passage, words: str, *, recurs: bool) -> Years | None:
        """What the sentence is stated for; failing that its headings, the nearest first."""
        headings = (self._document.title, *self._document.sections[passage.section].path)
        told = (years_in(each, recurs=recurs) for each in (words, *reversed(headings)))
        return next(filter(None, told), None)

    def _detail(self, passage: Passage, span: Span) -> None:
        """Take note of what a sentence or list item says that the report is to hold."""
        citation = self._cited(passage, span)
        self._details += (
            (len(self._found) - 1, Wanted(want=told.want, kinds=told.kinds, citation=citation))
            for told in wants_in(of_the_work(citation.quote), self._kinds, self._topic)
        )

    def _cited(self, passage: Passage, span: Span) -> Citation:
        section = self._document.sections[passage.section]
        return cite(self._document, section, span, passage.page)


def _of_duties(duties: Sequence[Duty], sentence: str) -> Iterator[_Telling]:
    """Those duties of a sentence that demand a report, each with the sentence's beginning, which
    may say when, for whom and of what.
    """
    starts = (sentence.find(each.action) for each in duties)
    beginning = sentence[: min((each for each in starts if each >= 0), default=0)]
    for each in duties:
        actor = each.actor or ""
        words = f"{beginning.replace(actor, ' ')}{each.action}"
        if demands_report(each.action) and demands_report(words):
            yield _Telling(
                span=each.place.span,
                actors=each.actors,
                actor=actor,
                recipient=each.recipient,
                words=words,
            )


def _recurs(occasion: Occasion) -> bool:
    return occasion.kind is not OccasionKind.MONTH


def _of_action(action: ActionItem) -> _Telling:
    told = "; ".join(filter(None, (action.measure, action.participants)))
    recipient = RECIPIENT.search(told)
    responsible = action.responsible or ""
    mentions = load_actors().find(responsible)
    return _Telling(
        span=action.place.span,
        actors=tuple(dict.fromkeys(mention.actor for mention in mentions)),
        actor=responsible,
        recipient=recipient["to"] if recipient else None,
        words="; ".join(filter(None, (told, action.time))),
    )
