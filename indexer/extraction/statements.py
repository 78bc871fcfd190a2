"""One main verb with its clause: whose duty it lays down, and in which words."""

from __future__ import annotations

import re
from typing import NamedTuple

from indexer.extraction.clauses import Word, words_of
from indexer.extraction.predicates import (
    Force,
    divide,
    force_of,
    infinitive,
    is_passive,
    receives,
)
from indexer.extraction.subjects import Performer, SubjectFinder
from indexer.extraction.verbs import Verbs
from indexer.extraction.wording import (
    AFFECTED,
    AGENT,
    AIMS,
    DOCUMENT_SUBJECT,
    NO_REQUIREMENT,
    PASSIVE_TASKS,
    RESTS_WITH,
)

END = " \t\n.,;:"
"""What may follow a clause."""


MIN_WORDS = 3
"""Words of the shortest requirement; "Kommunen ska:" only leads into something."""


class Clause(NamedTuple):
    """One duty inside a sentence: who, and the action as a range of the sentence.

    What stands before ``front`` belongs to all of the sentence ("I årsbokslutet ska ...").
    """

    performer: Performer | None
    start: int
    end: int
    front: int = 0

    def moved(self, offset: int) -> Clause:
        """The same clause of a longer text in which the sentence begins at ``offset``."""
        start, end, front = (place + offset for place in (self.start, self.end, self.front))
        return Clause(self.performer, start, end, front)


class Predicate:
    """A main verb with its clause."""

    def __init__(
        self, part: str, verb: Word, end: int, finder: SubjectFinder, verbs: Verbs
    ) -> None:
        self.part, self.verb, self.end = part, verb, end
        self._finder, self._verbs = finder, verbs
        self.before = part[: verb.start]
        self.text = part[verb.start : end]
        whole = self.text if " " in self.text else part[verb.start :]
        self.force = force_of(verb.text, whole, self.before) or self._done_by_agent()
        self._inverted = None if self._leads() else finder.after_verb(part[verb.end : end])

    def _done_by_agent(self) -> Force | None:
        """Any passive whose agent is an actor is a task ("Beslut fattas av nämnden")."""
        passive = self._verbs.is_passive(self.verb.text) and self.verb.text not in AFFECTED
        return Force.PASSIVE if passive and self._agent() else None

    def _leads(self) -> Performer | None:
        return self._finder.before_verb(self.before)

    def subject(self) -> Performer | None:
        """Who stands before the verb, or straight after it where something else is in front."""
        leads = self._leads()
        if leads or not self.before.strip():
            return leads
        return self._inverted[0] if self._inverted else None

    def is_bare(self) -> bool:
        """A verb without an object shares the next one's ("ingår och beslutar om avtal")."""
        return self.force is not None and len(self.text.split()) == 1

    def duties(
        self,
        performer: Performer | None,
        heading: Performer | None,
        *,
        first: bool,
        background: bool,
    ) -> list[Clause]:
        """The clauses of duty that this verb makes, with the performer who governs it."""
        match self.force:
            case Force.MODAL if not NO_REQUIREMENT.search(self.part):
                return self._modal(performer, heading, first=first, background=background)
            case Force.TASK:
                return self._task(
                    performer or (None if self.before.strip() else heading), first=first
                )
            case Force.RESTS:
                return self._resting()
            case Force.PASSIVE:
                return [Clause(self._agent() or heading, 0, self.end)]
        return []

    def _modal(
        self,
        performer: Performer | None,
        heading: Performer | None,
        *,
        first: bool,
        background: bool,
    ) -> list[Clause]:
        if len(self.part.split()) < MIN_WORDS:
            return []
        if is_passive(self.text, self._verbs) or receives(self.text, self._verbs):
            owner = self._agent() or heading
            return [Clause(owner, 0, self.end)] if owner or self._requires(background) else []
        if performer is None and not self.before.strip():
            performer = heading
        if performer is None:
            return [Clause(None, 0, self.end)] if self._requires(background) else []
        start = self.verb.start
        if first and self._inverted:
            start = self.verb.end + self._inverted[1].end
            start += len(self.part[start:]) - len(self.part[start:].lstrip())
            return self._after_subject(performer, start)
        parts = divide(self.text, self._verbs)
        return [Clause(performer, start + left, start + right) for left, right in parts]

    def _after_subject(self, performer: Performer, start: int) -> list[Clause]:
        """An inverted clause, divided as if the modal stood straight before its infinitive."""
        modal = f"{self.verb.text} "
        parts = divide(modal + self.part[start : self.end], self._verbs)
        shift = start - len(modal)
        return [Clause(performer, max(start, shift + left), shift + right) for left, right in parts]

    def _task(self, performer: Performer | None, *, first: bool) -> list[Clause]:
        if performer is None:
            return []
        if first and self._inverted:
            rest = self.part[self.verb.end + self._inverted[1].end : self.end].strip(END)
            return [Clause(performer, 0, self.end if rest else self.verb.end)]
        return [Clause(performer, self.verb.start, self.end)]

    def _resting(self) -> list[Clause]:
        """What rests with somebody: "Ansvaret för X ligger hos Y", "Det åligger Y att X"."""
        lead = RESTS_WITH.match(self.text)
        offset = self.verb.start + (lead.end() if lead else len(self.verb.text))
        found = self._finder.after_verb(self.part[offset : self.end])
        if found is None:
            return []
        if len(self.before.split()) > 1:
            return [Clause(found[0], 0, len(self.before.rstrip()))]
        start = offset + found[1].end
        return [Clause(found[0], start + 1, self.end)] if start + 1 < self.end else []

    def _agent(self) -> Performer | None:
        found = AGENT.search(self.text)
        return self._finder.agent(f" {found['who']}") if found else None

    def _requires(self, background: bool) -> bool:
        """Whether a modal without an actor is a requirement, not the document's aim or a view."""
        governed = infinitive(words_of(self.text), self._verbs)
        word = governed.text if governed else ""
        if DOCUMENT_SUBJECT.match(self.before) and word in AIMS:
            return False
        creates = word in PASSIVE_TASKS or re.search(r"\btas\s+fram\b", self.text)
        return not background or bool(creates)
