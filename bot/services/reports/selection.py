"""What a figure counts: a measure over a selection of activities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import chain

from bot.domain.activities.activity import Activity, Content, Funding, FundingSource
from bot.domain.activities.money import Currency
from knowledge.model import Value


class Measure(StrEnum):
    """What is counted or added up; of countries, how many different ones there are."""

    ACTIVITIES = "activities"
    COUNTRIES = "countries"
    PARTICIPANTS = "participants"
    YOUNG = "young"
    COST = "cost"
    FUNDING = "funding"
    EXTERNAL_SHARE = "external_share"


class Selection(Value):
    """Which activities; None for all of them. ``source`` further says which of their funding,
    ``undertaking`` what they belong to (``undertaking_of``), in whatever case.
    """

    kinds: tuple[str, ...] | None = None
    unit: str | None = None
    country: str | None = None
    goal: str | None = None
    source: FundingSource | None = None
    undertaking: str | None = None

    def holds(self, activity: Activity) -> bool:
        """Whether the activity belongs to it. A goal is named by its quote."""
        content = activity.content
        return (
            (self.kinds is None or content.kind in self.kinds)
            and (self.unit is None or content.unit == self.unit)
            and (self.country is None or self.country in content.countries)
            and (self.goal is None or any(each.quote == self.goal for each in content.goals))
            and (self.source is None or any(each.source is self.source for each in content.funding))
            and (self.undertaking is None or _belongs(content, self.undertaking))
        )


def undertaking_of(content: Content) -> str:
    """What an activity belongs to: an agreement, project or network; itself where it names none."""
    return content.agreement or content.title


def _belongs(content: Content, undertaking: str) -> bool:
    return undertaking_of(content).casefold() == undertaking.casefold()


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
    now = _shares(measure, selection, activities, currency)
    then = _shares(measure, selection, earlier, currency)
    return Figure(
        measure=measure,
        selection=selection,
        currency=currency,
        number=_number(measure, now),
        before=_number(measure, then),
        activities=tuple(activity.id for activity, _ in now),
    )


Share = tuple[Activity, list[Decimal]]
"""An activity and what it adds."""


def _shares(
    measure: Measure,
    selection: Selection,
    activities: Iterable[Activity],
    currency: Currency | None,
) -> list[Share]:
    """Those of the selection that add something."""
    chosen = filter(selection.holds, activities)
    shares = ((each, _parts(measure, selection, each, currency)) for each in chosen)
    return [(activity, parts) for activity, parts in shares if parts]


def _number(measure: Measure, shares: Sequence[Share]) -> Decimal | None:
    """None where nothing is told; that there were no activities is known."""
    if not shares:
        return Decimal(0) if measure is Measure.ACTIVITIES else None
    if measure is Measure.COUNTRIES:
        return Decimal(len({code for each, _ in shares for code in each.content.countries}))
    parts = list(chain.from_iterable(parts for _, parts in shares))
    if measure is Measure.EXTERNAL_SHARE:
        return _external(parts)
    return sum(parts, Decimal(0))


def _external(parts: Sequence[Decimal]) -> Decimal | None:
    """The part of the positive ones in the whole; None of nothing."""
    whole = sum(map(abs, parts), Decimal(0))
    return sum((part for part in parts if part > 0), Decimal(0)) / whole if whole else None


def _parts(
    measure: Measure, selection: Selection, activity: Activity, currency: Currency | None
) -> list[Decimal]:
    """What one activity adds; for a share, each funding, the municipality's own as negative."""
    content = activity.content
    people = content.participants
    match measure:
        case Measure.ACTIVITIES:
            return [Decimal(1)]
        case Measure.COUNTRIES:
            return [Decimal(1)] * len(content.countries)
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
