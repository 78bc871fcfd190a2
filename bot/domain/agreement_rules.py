"""What a municipality's own document demands of its agreements: what is wrong with one, and what
falls due when.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

from bot.domain.agreements import (
    Agreement,
    AgreementContent,
    AgreementKind,
    months_after,
    notice_by,
)
from knowledge.language.words import fold
from knowledge.model import Citation, Value


class AgreementRuleKind(StrEnum):
    """What a document lays down about agreements."""

    TIME_LIMIT = "time_limit"
    EVALUATION = "evaluation"
    DECISION = "decision"


class Exemption(Value):
    """Agreements that a rule does not hold for: those of one of ``kinds`` (of any, if empty) that
    lie in one of ``countries`` or have one of ``names`` as partner or town; where neither is told,
    all of the kinds. ``words`` are the document's own.
    """

    words: str
    kinds: frozenset[AgreementKind] = frozenset()
    countries: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def holds(self, content: AgreementContent) -> bool:
        """Whether an agreement is exempt."""
        if self.kinds and content.kind not in self.kinds:
            return False
        if not self.countries and not self.names:
            return bool(self.kinds)
        called = fold(f"{content.partner} {content.town or ''}")
        return content.country in self.countries or any(fold(name) in called for name in self.names)


class AgreementRule(Value):
    """A sentence of the municipality's document about agreements of ``kinds``.

    ``months`` is for how many months at most a TIME_LIMIT allows an agreement, or how often an
    EVALUATION is made, None where the document does not say. An EVALUATION may be demanded
    ``regularly``, or ``before_prolonging``; a DECISION is taken by ``actor``, the document's words.
    """

    kind: AgreementRuleKind
    kinds: frozenset[AgreementKind]
    citation: Citation
    exemptions: tuple[Exemption, ...] = ()
    months: int | None = None
    regularly: bool = False
    before_prolonging: bool = False
    actor: str = ""

    def concerns(self, content: AgreementContent) -> bool:
        """Whether it holds for an agreement."""
        exempt = any(each.holds(content) for each in self.exemptions)
        return content.kind in self.kinds and not exempt


class Breach(StrEnum):
    """What is wrong with an agreement."""

    EXPIRED = "expired"
    NO_END = "no_end"
    TOO_LONG = "too_long"
    EVALUATION_PASSED = "evaluation_passed"
    NO_EVALUATION = "no_evaluation"
    EVALUATION_TOO_LATE = "evaluation_too_late"


class AgreementWarning(Value):
    """Something wrong, with the sentence that it breaks, None where no document is broken: then the
    agreement's own day has passed. ``day`` is the day that passed, or by which it should be.
    """

    breach: Breach
    citation: Citation | None
    day: date | None = None


class DueKind(StrEnum):
    """What falls due on a day."""

    NOTICE_BY = "notice_by"
    EVALUATE = "evaluate"
    EXPIRES = "expires"


class Due(Value):
    """What falls due when, and the sentence that demands it (None: only the agreement says so)."""

    day: date
    what: DueKind
    citation: Citation | None


def breaches(
    agreement: Agreement, rules: Sequence[AgreementRule], today: date
) -> tuple[AgreementWarning, ...]:
    """What is wrong with an agreement, each kind of it once; nothing with one that was ended."""
    if not agreement.is_in_force:
        return ()
    content = agreement.content
    held = [each for each in rules if each.concerns(content)]
    found = [*_wrong_end(content, held, today), *_wrong_evaluation(content, held, today)]
    return tuple({each.breach: each for each in reversed(found)}.values())[::-1]


def due_days(agreement: Agreement, rules: Sequence[AgreementRule]) -> tuple[Due, ...]:
    """The days on which something falls due, earliest first; none of one that was ended."""
    if not agreement.is_in_force:
        return ()
    content = agreement.content
    held = [each for each in rules if each.concerns(content)]
    limit = _first_of(held, AgreementRuleKind.TIME_LIMIT)
    days: list[tuple[date | None, DueKind, AgreementRule | None]] = [
        (content.valid.last, DueKind.EXPIRES, limit),
        (notice_by(content), DueKind.NOTICE_BY, None),
        (*_evaluation(content, held)[:1], DueKind.EVALUATE, _evaluation(content, held)[1]),
    ]
    order = list(DueKind)
    found = [
        Due(day=day, what=what, citation=rule.citation if rule else None)
        for day, what, rule in days
        if day is not None
    ]
    return tuple(sorted(found, key=lambda due: (due.day, order.index(due.what))))


def _wrong_end(
    content: AgreementContent, rules: Sequence[AgreementRule], today: date
) -> Iterator[AgreementWarning]:
    first, last = content.valid.first, content.valid.last
    if last is not None and last < today:
        yield AgreementWarning(breach=Breach.EXPIRED, citation=None, day=last)
    for rule in rules:
        if rule.kind is not AgreementRuleKind.TIME_LIMIT:
            continue
        latest = _after(first, rule.months)
        if last is None:
            yield AgreementWarning(breach=Breach.NO_END, citation=rule.citation, day=latest)
        elif latest is not None and last > latest:
            yield AgreementWarning(breach=Breach.TOO_LONG, citation=rule.citation, day=latest)


def _wrong_evaluation(
    content: AgreementContent, rules: Sequence[AgreementRule], today: date
) -> Iterator[AgreementWarning]:
    day, rule = _evaluation(content, rules)
    if day is not None and day < today:
        citation = rule.citation if rule else None
        yield AgreementWarning(breach=Breach.EVALUATION_PASSED, citation=citation, day=day)
    for each in rules:
        if each.kind is not AgreementRuleKind.EVALUATION:
            continue
        latest = _latest_evaluation(content, each)
        if day is None and (each.regularly or content.last_evaluation is None):
            yield AgreementWarning(breach=Breach.NO_EVALUATION, citation=each.citation)
        elif day is not None and latest is not None and day > latest:
            yield AgreementWarning(
                breach=Breach.EVALUATION_TOO_LATE, citation=each.citation, day=latest
            )


def _evaluation(
    content: AgreementContent, rules: Sequence[AgreementRule]
) -> tuple[date | None, AgreementRule | None]:
    """The day of the next evaluation, as the agreement tells it or else as a rule does, and the
    rule that demands it.
    """
    demanding = [each for each in rules if each.kind is AgreementRuleKind.EVALUATION]
    if content.next_evaluation is not None:
        return content.next_evaluation, demanding[0] if demanding else None
    told = [(day, each) for each in demanding if (day := _latest_evaluation(content, each))]
    return min(told, key=lambda each: each[0], default=(None, None))


def _latest_evaluation(content: AgreementContent, rule: AgreementRule) -> date | None:
    """The day by which a rule wants the next evaluation; None where it does not say."""
    days = [_after(content.last_evaluation or content.valid.first, rule.months)]
    evaluated = content.last_evaluation
    if rule.before_prolonging and content.valid.last is not None:
        before = notice_by(content) or content.valid.last
        # What was evaluated in its last year is ready to be prolonged.
        if evaluated is None or evaluated < months_after(before, -12):
            days.append(before)
    return min(filter(None, days), default=None)


def _after(day: date, months: int | None) -> date | None:
    return months_after(day, months) if months is not None else None


def _first_of(rules: Sequence[AgreementRule], kind: AgreementRuleKind) -> AgreementRule | None:
    return next((each for each in rules if each.kind is kind), None)
