"""Who does what, to whom or in which report, and when: the duties of a section's sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.extraction.circumstances import duty_of
from indexer.extraction.clauses import Word, main_verbs, words_of
from indexer.extraction.predicates import force_of
from indexer.extraction.statements import END, Clause, Predicate
from indexer.extraction.subjects import Performer, SubjectFinder
from indexer.extraction.verbs import Verbs
from indexer.extraction.wording import BACKGROUND, CLEFT, MISSION, OTHER_TASK
from indexer.structure.patterns import LIST_MARKER, split_number
from knowledge.model import Duty, Passage, PassageKind, Section, Span

LONGEST_SENTENCE = 2000
"""Characters beyond which a text without a full stop is a list of names or noise."""

_NEAR = 15
"""Characters that hold a conjunction with the space around it."""

_NEW_CLAUSE = re.compile(r",?\s+(?:och|samt|medan|men|and|while)\s+$|[;,]\s+$")
_COMMITS = re.compile(r"\b(?:kommer|avser|will)\b")
_ITEM_VERB = re.compile(r"^(?:att\s+|to\s+)", re.I)


class DutyReader:
    """Reads duties with the lexicon's actors and verbs."""

    def __init__(self, finder: SubjectFinder, verbs: Verbs) -> None:
        self._finder = finder
        self._verbs = verbs

    def duties(self, text: str, section: Section, passages: Sequence[Passage]) -> list[Duty]:
        """The duties of one section, in order; the actor may come from the section's heading."""
        heading = self._heading(section)
        background = bool(BACKGROUND.match(section.heading))
        found: list[Duty] = []
        lead: Performer | None = None
        for passage in passages:
            if passage.kind is PassageKind.TABLE_ROW:
                found += self._row(text, passage)
            elif passage.kind in (PassageKind.PARAGRAPH, PassageKind.LIST):
                reading = _PassageReading(self, text, passage, heading, background, lead)
                found += reading.duties()
                lead = reading.lead if passage.kind is PassageKind.LIST else None
        return found

    def _heading(self, section: Section) -> Performer | None:
        """The performer that the section's own heading names, else the nearest one above."""
        labels = (split_number(label)[1] for label in reversed(section.path))
        return next(filter(None, map(self._finder.named, labels)), None)

    def named(self, line: str) -> Performer | None:
        """The performer that a line of its own names, as a heading inside a passage does."""
        return self._finder.named(line.strip(" :*")) if len(line.split()) <= 6 else None

    def _row(self, text: str, passage: Passage) -> Iterator[Duty]:
        """A table row "actor, task" lays down duties as sentences under a heading do."""
        for unit in passage.units:
            cells = unit.of(text).split("\t")
            performer = self._finder.named(cells[0])
            if performer is None or len(cells) < 2:
                continue
            start = unit.start + len(cells[0]) + 1
            for clause in self.clauses(cells[1], performer, background=False):
                span = Span(start=start, end=start + len(cells[1].rstrip()))
                yield duty_of(cells[1], clause, passage, span)

    def clauses(
        self, sentence: str, heading: Performer | None, *, background: bool
    ) -> list[Clause]:
        """The duties of one sentence, in order; none of a text too long to be one."""
        if len(sentence) > LONGEST_SENTENCE:
            return []
        for pattern in (MISSION, CLEFT):
            opened = pattern.match(sentence)
            performer = self._finder.named(opened["who"]) if opened else None
            if opened and performer:
                return self._opened(sentence, opened, performer)
        found: list[Clause] = []
        edges = [*self._new_subjects(sentence), len(sentence)]
        start = 0
        for edge in edges:
            part = _NEW_CLAUSE.sub("", sentence[start:edge])
            found += [
                clause.moved(start)
                for clause in self._of_part(part, heading, background=background)
            ]
            start = edge
        return found

    def _opened(self, sentence: str, opened: re.Match[str], performer: Performer) -> list[Clause]:
        """The duties after an opening that names the actor."""
        start = opened.end()
        if opened.re is MISSION:
            return [Clause(performer, start, len(sentence.rstrip(END)))]
        return [
            clause.moved(start)
            for clause in self._of_part(sentence[start:], performer, background=False)
        ]

    def _new_subjects(self, sentence: str) -> list[int]:
        """Where clauses with an actor of their own begin ("..., och nämnderna ansvarar")."""
        words = words_of(sentence)
        positions = []
        for index, word in enumerate(words[1:], 1):
            if force_of(word.text, sentence[word.start : word.start + 10 * _NEAR], "") is None:
                continue
            for first in range(max(1, index - 4), index):
                opener = words[first].start
                subject = sentence[opener : word.start]
                joins = _NEW_CLAUSE.search(sentence[max(0, opener - _NEAR) : opener])
                if joins and self._finder.named(subject) and self._has_verb(words[:first]):
                    positions.append(opener)
                    break
        return positions

    def _has_verb(self, words: Sequence[Word]) -> bool:
        return any(self._verbs.is_finite(word.text) for word in words)

    def _of_part(self, part: str, heading: Performer | None, *, background: bool) -> list[Clause]:
        words = words_of(part)
        found = main_verbs(part, words, self._verbs)
        result: list[Clause] = []
        performer: Performer | None = None
        carried: int | None = None
        for order, verb in enumerate(found):
            start = words[verb.word].start
            following = found[order + 1].joined_at if order + 1 < len(found) else None
            end = len(part.rstrip(END)) if following is None else following
            clause = Predicate(part, words[verb.word], end, self._finder, self._verbs)
            if order == 0:
                performer = clause.subject() or (None if part[:start].strip() else heading)
            if following is not None and clause.is_bare() and performer:
                carried = start if carried is None else carried
                continue
            for made in clause.duties(performer, heading, first=order == 0, background=background):
                kept = made if carried is None else made._replace(start=carried)
                if kept.performer is None and any(c.performer is None for c in result):
                    result = [c for c in result if c.performer]
                result.append(kept)
            carried = None
        front = words[found[0].word].start if found else 0
        return [clause._replace(front=front) for clause in result]

    def lead_in(self, sentence: str, heading: Performer | None) -> Performer | None:
        """The performer whose duties a list spells out, if a sentence leads into such a list."""
        bare = sentence.strip(" :")
        named = self._finder.named(bare)
        if named or not sentence.rstrip().endswith((":", "att", "ska", "för", "to", "shall")):
            return named
        words = words_of(bare)
        verbs = main_verbs(bare, words, self._verbs)
        if not verbs:
            return None
        verb = words[verbs[0].word]
        clause = Predicate(bare, verb, len(bare), self._finder, self._verbs)
        duty = force_of(verb.text, bare[verb.start :], bare[: verb.start]) or _COMMITS.match(
            verb.text
        )
        performer = clause.subject() or (heading if not verb.start else None)
        return performer if duty else None


class _PassageReading:
    """The sentences of one passage, with what leads into its list."""

    def __init__(
        self,
        reader: DutyReader,
        text: str,
        passage: Passage,
        heading: Performer | None,
        background: bool,
        lead: Performer | None,
    ) -> None:
        self._reader, self._text, self._passage = reader, text, passage
        self._heading, self._background = heading, background
        self.lead = lead

    def duties(self) -> list[Duty]:
        found: list[Duty] = []
        units = self._passage.units
        for unit, after in zip(units, [*units[1:], None], strict=True):
            sentence = unit.of(self._text)
            marker = LIST_MARKER.match(sentence)
            if marker:
                found += self._item(unit, marker.end())
                continue
            named = self._reader.named(sentence)
            self._heading = named or self._heading
            leads = after is not None and LIST_MARKER.match(after.of(self._text))
            self.lead = self._reader.lead_in(sentence, self._heading) if leads else None
            if self.lead is None:
                found += self._sentence(sentence, unit, found)
        return found

    def _sentence(self, sentence: str, unit: Span, before: Sequence[Duty]) -> list[Duty]:
        further = OTHER_TASK.match(sentence)
        if further and before and before[-1].actor:
            performer = Performer(before[-1].actor, before[-1].actors)
            clauses = [Clause(performer, further.end(), len(sentence.rstrip(END)))]
        else:
            clauses = self._reader.clauses(sentence, self._heading, background=self._background)
        return [duty_of(sentence, clause, self._passage, unit) for clause in clauses]

    def _item(self, unit: Span, offset: int) -> list[Duty]:
        sentence = unit.of(self._text)[offset:]
        span = Span(start=unit.start + offset, end=unit.end)
        clauses = self._reader.clauses(
            sentence, self.lead or self._heading, background=self._background
        )
        if not clauses and self.lead:
            start = _ITEM_VERB.match(sentence)
            bare = re.sub(r",?\s+(?:samt|och|and)$", "", sentence.rstrip(END))
            clauses = [Clause(self.lead, start.end() if start else 0, len(bare))]
        return [duty_of(sentence, clause, self._passage, span) for clause in clauses]
