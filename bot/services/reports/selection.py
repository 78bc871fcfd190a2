"""What a figure counts: a measure over a selection of activities."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from bot.domain.activities.activity import Activity, Funding, FundingSource
from bot.domain.activities.money import Currency
from knowledge.model import Value


class Measure(StrEnum):
    """What is counted or added up."""

    ACTIVITIES = "activities"
    PARTICIPANTS = "participants"
    YOUNG = "young"
    COST = "cost"
    FUNDING = "funding"
    EXTERNAL_SHARE = "external_share"


class Selection(Value):
    """Which activities; None for all of them. ``source`` further says which of their funding."""

    kinds: tuple[str, ...] | None = None
    unit: str | None = None
    country: str | None = None
    goal: str | None = None
    source: FundingSource | None = None

    def holds(self, activity: Activity) -> bool:
        """Whether the activity belongs to it. A goal is named by its quote."""
        content = activity.content
        return (
            (self.kinds is None or content.kind in self.kinds)
            and (self.unit is None or content.unit == self.unit)
            and (self.country is None or self.country in content.countries)
            and (self.goal is None or any(each.quote == self.goal for each in content.goals))
            and (self.source is None or any(each.source is self.source for each in content.funding))
        )


class Figure(Value):
    """A number with what it was made of.

    ``number`` is None where nothing is told to make it of; money is in kronor or euros of
    ``currency``, a share from 0 to 1. ``activities`` are the ids of those behind it, ``before``
    the same figure of the period a year earlier.
    """

    measure: Measure
    selection: Selection
    currency: Currency | None
    number: Decimal | None
    before: Decimal | None
    activities: tuple[int, ...]


def figure(
    measure: Measure,
    selection: Selection,
    activities: Iterable[Activity],
    earlier: Iterable[Activity],
    currency: Currency | None = None,
) -> Figure:
    """The figure over those of ``activities`` that the selection holds, compared with ``earlier``.

    Money needs its currency; what is told in another one does not count.
    """
    chosen = [each for each in activities if selection.holds(each)]
    behind = [each for each in chosen if _parts(measure, selection, each, currency)]
    return Figure(
        measure=measure,
        selection=selection,
        currency=currency,
        number=_number(measure, selection, chosen, currency),
        before=_number(measure, selection, filter(selection.holds, earlier), currency),
        activities=tuple(each.id for each in behind),
    )


def _number(
    measure: Measure, selection: Selection, chosen: Iterable[Activity], currency: Currency | None
) -> Decimal | None:
    parts = [part for each in chosen for part in _parts(measure, selection, each, currency)]
    if measure is not Measure.EXTERNAL_SHARE:
        return sum(parts, Decimal(0))
    whole = sum((abs(part) for part in parts), Decimal(0))
    external = sum((part for part in parts if part > 0), Decimal(0))
    return external / whole if whole else None


def _parts(
    measure: Measure, selection: Selection, activity: Activity, currency: Currency | None
) -> list[Decimal]:
    """What one activity adds; for a share, each funding, the municipality's own as negative."""
    content = activity.content
    people = content.participants
    match measure:
        case Measure.ACTIVITIES:
            return [Decimal(1)]
        case Measure.PARTICIPANTS:
            return [Decimal(people.total)] if people else []
        case Measure.YOUNG:
            return [Decimal(people.young)] if people and people.young is not None else []
        case Measure.COST:
            told = content.cost and content.cost.currency is currency
            return [content.cost.decimal] if told and content.cost else []
        case Measure.FUNDING:
            return [each.amount.decimal for each in _funding(selection, activity, currency)]
        case Measure.EXTERNAL_SHARE:
            return [_signed(each) for each in _funding(selection, activity, currency)]


def _funding(
    selection: Selection, activity: Activity, currency: Currency | None
) -> Iterable[Funding]:
    return (
        each
        for each in activity.content.funding
        if each.amount.currency is currency and selection.source in (None, each.source)
    )


def _signed(funding: Funding) -> Decimal:
    own = funding.source is FundingSource.OWN
    return -funding.amount.decimal if own else funding.amount.decimal
