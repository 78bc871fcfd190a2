"""What one clause of a policy lays down about agreements: a limit in time, or an evaluation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.domain.agreement_rules import AgreementRuleKind
from bot.domain.agreements import AgreementKind
from bot.services.agreements.agreement_words import (
    ADJECTIVES,
    Mention,
    kinds_of,
    mentions_as_such,
)
from bot.services.agreements.clause_words import (
    AND_EVALUATED,
    CLAUSES,
    COMPLEMENT,
    DONE,
    EVALUATED,
    EVALUATES,
    EVALUATION,
    FOREVER,
    LIMITED,
    LIMITED_ONES,
    MONTHS,
    NOT,
    NUMBERS,
    OBLIGES,
    OTHER_CLAUSE,
    PERMITS,
    PROLONGING,
    REFUSES,
    RELATIVE,
    SPAN,
    SUBORDINATE,
    YEAR,
)
from bot.services.reports.demand import Occasion, OccasionKind
from bot.services.reports.occasion_words import occasions_in


class Stated(NamedTuple):
    """What a clause demands of agreements of ``kinds``; the rest as in ``AgreementRule``."""

    kind: AgreementRuleKind
    kinds: frozenset[AgreementKind]
    months: int | None = None
    regularly: bool = False
    before_prolonging: bool = False


def stated_in(
    sentence: str, spoken_of: frozenset[AgreementKind], context: frozenset[AgreementKind]
) -> list[Stated]:
    """What a sentence demands, clause by clause. ``spoken_of`` are the kinds that it is about where
    it names none itself; ``context`` those that a mere "avtal" means.
    """
    found: list[Stated] = []
    for clause in filter(None, map(str.strip, CLAUSES.split(sentence))):
        reading = _Clause(clause, spoken_of, context)
        found += reading.limits()
        found += reading.evaluations()
        spoken_of = kinds_of(reading.mentioned, context) or spoken_of
    return found


class _Clause:
    """One clause, and the agreements that it speaks of."""

    def __init__(
        self, text: str, spoken_of: frozenset[AgreementKind], context: frozenset[AgreementKind]
    ) -> None:
        self.mentioned = mentions_as_such(text)
        self._text, self._spoken_of, self._context = text, spoken_of, context

    def limits(self) -> Iterator[Stated]:
        """Demands of an end."""
        kinds = self._limited()
        if kinds:
            yield Stated(AgreementRuleKind.TIME_LIMIT, kinds, months=_longest(self._text))

    def _limited(self) -> frozenset[AgreementKind]:
        if FOREVER.search(self._text) and REFUSES.search(self._text):
            return self._kinds(self.mentioned)
        match = LIMITED.search(self._text)
        if match and self._is_demanded(match):
            return self._kinds(self._subjects(match.start()))
        if not OBLIGES.search(self._text) or NOT.search(self._text):
            return frozenset()
        direct = [e.start for e in self.mentioned if LIMITED_ONES.search(self._text[: e.start])]
        return kinds_of(
            [each for each in self.mentioned if direct and each.start >= direct[0]], self._context
        )

    def evaluations(self) -> Iterator[Stated]:
        """Demands of an evaluation."""
        passive = EVALUATED.search(self._text) or AND_EVALUATED.search(self._text)
        if passive and self._is_demanded(passive):
            yield from self._passive(passive)
            return
        active = EVALUATES.search(self._text)
        if active and self._is_demanded(active, present=False):
            after = [e for e in self.mentioned if e.start >= active.end()]
            yield from self._evaluation(kinds_of(after, self._context), self._text)
            return
        noun = EVALUATION.search(self._text)
        done = DONE.search(self._text)
        if noun and done and OBLIGES.search(self._text) and not NOT.search(self._text):
            yield from self._evaluation(self._kinds(self._spoken_of_beside(noun)), self._text)

    def _spoken_of_beside(self, noun: re.Match[str]) -> list[Mention]:
        """Those that an evaluation is of: what follows "av" or "om", else whatever is named."""
        after = [each for each in self.mentioned if each.start >= noun.end()]
        of = re.match(r"\s+(?:av|of)\s", self._text[noun.end() :], re.I)
        if of and not after:
            return [] if self.mentioned else [_NOTHING]
        return after or [
            each
            for each in self.mentioned
            if not SUBORDINATE.search(self._text[each.end : noun.start()])
        ]

    def _passive(self, verb: re.Match[str]) -> Iterator[Stated]:
        subjects = self._subjects(verb.start())
        later = [each for each in self.mentioned if each.start >= verb.end()]
        if not self.mentioned or subjects:
            edge = _joined(self._text, verb.end(), later)
            yield from self._evaluation(self._kinds(subjects), self._text[:edge])
            # "Avtal ska utvärderas vart fjärde år och medlemskap varje år."
            rest = self._text[edge:]
            if edge < len(self._text) and _rhythm(rest) != (None, False):
                yield from self._evaluation(kinds_of(later, self._context), rest)
        elif later and not OBLIGES.search(self._text[: verb.start()]):
            between = self._text[verb.end() : later[0].start]
            if re.fullmatch(rf"\s+{ADJECTIVES}", between, re.I):
                yield from self._evaluation(kinds_of(later, self._context), self._text)

    def _evaluation(self, kinds: frozenset[AgreementKind], text: str) -> Iterator[Stated]:
        if kinds:
            months, regularly = _rhythm(text)
            yield Stated(
                AgreementRuleKind.EVALUATION,
                kinds,
                months,
                regularly,
                PROLONGING.search(self._text) is not None,
            )

    def _kinds(self, found: Sequence[Mention]) -> frozenset[AgreementKind]:
        """The kinds meant by ``found``; where the clause names none at all, those spoken of."""
        if found and found[0] is not _NOTHING:
            return kinds_of(list(found), self._context)
        return frozenset() if self.mentioned or found else self._spoken_of

    def _is_demanded(self, verb: re.Match[str], *, present: bool = True) -> bool:
        """Whether something has to be: "ska ...", or what documents state as how things are done
        (``present``), but nothing permitted, denied or told of a single year.
        """
        before = self._text[: verb.start()]
        if NOT.search(before):
            return False
        if OBLIGES.search(before):
            return True
        words = verb[0].lower()
        is_stated = re.match(r"(?:is|are)\b|[\w]+s\b|gäller|löper", words) is not None
        return present and is_stated and not PERMITS.search(before) and not YEAR.search(self._text)

    def _subjects(self, end: int) -> list[Mention]:
        """The agreements that a verb at ``end`` is about."""
        before = [each for each in self.mentioned if each.end <= end]
        return [each for each in before if self._reaches(each, before[-1], end)]

    def _reaches(self, mention: Mention, last: Mention, end: int) -> bool:
        between = self._text[mention.end : end]
        if SUBORDINATE.search(between) or OTHER_CLAUSE.search(between):
            return False
        relative = RELATIVE.search(self._text, last.end, end)
        if relative is None:
            return True
        complement = self._text[last.end : relative.start()]
        return COMPLEMENT.match(complement) is not None


_NOTHING = Mention(-1, -1, ())
"""Stands for something that is evaluated and is no agreement."""


def _joined(text: str, start: int, later: Sequence[Mention]) -> int:
    """Where a further agreement is told of: "... och medlemskap varje år"."""
    for each in later:
        joint = re.search(
            rf"(?:,|\b(?:och|samt|and))\s+{ADJECTIVES}$", text[start : each.start], re.I
        )
        if joint:
            return start + joint.start()
    return len(text)


def _rhythm(text: str) -> tuple[int | None, bool]:
    """How many months lie between two occasions, and whether they are "regular"."""
    occasions = occasions_in(text)
    months = min(filter(None, map(_months, occasions)), default=None)
    return months, any(each.kind is OccasionKind.REGULARLY for each in occasions)


def _months(occasion: Occasion) -> int | None:
    if occasion.kind is OccasionKind.MONTH:
        return 1 if occasion.number is None else 12
    # A part of the year that is told by its number comes once a year.
    months = 12 if occasion.number is not None else MONTHS.get(occasion.kind)
    return months * occasion.every if months else None


def _longest(text: str) -> int | None:
    """For how many months an agreement may be concluded."""
    match = SPAN.search(text)
    if match is None:
        return None
    count = NUMBERS.get(match["count"].lower()) or int(match["count"])
    return count if match["unit"].lower().startswith("m") else count * 12
