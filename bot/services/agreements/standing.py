"""An agreement as people are shown it: what is wrong with it, what falls due, who decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bot.domain.agreement_rules import (
    AgreementRule,
    AgreementRuleKind,
    AgreementWarning,
    Due,
    breaches,
    due_days,
)
from bot.domain.agreements import Agreement
from knowledge.language.alphabet import swedish_order
from knowledge.model import Value


class Standing(Value):
    """An agreement on a day: its ``warnings``, what is ``due`` from the earliest on, also what has
    passed, and the ``decisions``: the rules that tell who decides on agreements of its kind.
    """

    agreement: Agreement
    warnings: tuple[AgreementWarning, ...]
    due: tuple[Due, ...]
    decisions: tuple[AgreementRule, ...]

    @property
    def first_due(self) -> Due | None:
        """What falls due first, or has passed."""
        return next(iter(self.due), None)


class Upcoming(Value):
    """Something that falls due: ``what`` it is and on which day, for which agreement, and by which
    sentence of a document, if one demands it.
    """

    due: Due
    agreement: Agreement


def standing_of(agreement: Agreement, rules: Sequence[AgreementRule], today: date) -> Standing:
    """How an agreement stands on a day."""
    return Standing(
        agreement=agreement,
        warnings=breaches(agreement, rules, today),
        due=due_days(agreement, rules),
        decisions=tuple(
            each
            for each in rules
            if each.kind is AgreementRuleKind.DECISION and each.concerns(agreement.content)
        ),
    )


def by_due_day(standings: Iterable[Standing]) -> list[Standing]:
    """What falls due first, first; then what never does, those with warnings first; then what was
    ended; each by name.
    """
    return sorted(standings, key=_order)


def _order(standing: Standing) -> tuple[bool, date, bool, tuple[object, ...]]:
    agreement, due = standing.agreement, standing.first_due
    return (
        not agreement.is_in_force,
        due.day if due else date.max,
        not standing.warnings,
        (swedish_order(agreement.content.name), agreement.id),
    )
