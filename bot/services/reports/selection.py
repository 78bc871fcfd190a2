"""Which activities a figure is about, and what it says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from enum import StrEnum

from bot.domain.activities.activity import Activity, Content, FundingSource
from bot.domain.activities.money import Currency
from knowledge.model import Value


class Measure(StrEnum):
    """What is counted or added up. Of countries, how many others than the municipality's own there
    are; ``WITH_...`` how many activities tell something; ``OUTSIDE_SHARE`` how many with funding
    stand outside the external share, see ``measuring.share_parts``.
    """

    ACTIVITIES = "activities"
    COUNTRIES = "countries"
    PARTICIPANTS = "participants"
    YOUNG = "young"
    COST = "cost"
    FUNDING = "funding"
    EXTERNAL_SHARE = "external_share"
    OUTSIDE_SHARE = "outside_share"
    WITH_FUNDING = "with_funding"
    WITH_EFFECTS = "with_effects"
    WITH_GOALS = "with_goals"


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
        return self.test()(activity.content)

    def test(self) -> Callable[[Content], bool]:
        """The same for many: a function that looks only at what is selected by."""
        tests = list(_tests(self))
        match tests:
            case []:
                return lambda _: True
            case [only]:
                return only
        return lambda content: all(each(content) for each in tests)


def _tests(selection: Selection) -> Iterator[Callable[[Content], bool]]:
    kinds, unit, country = selection.kinds, selection.unit, selection.country
    goal, source, undertaking = selection.goal, selection.source, selection.undertaking
    if kinds is not None:
        yield lambda content: content.kind in kinds
    if unit is not None:
        yield lambda content: content.unit == unit
    if country is not None:
        yield lambda content: country in content.countries
    if goal is not None:
        yield lambda content: any(each.quote == goal for each in content.goals)
    if source is not None:
        yield lambda content: any(each.source is source for each in content.funding)
    if undertaking is not None:
        yield lambda content: _belongs(content, undertaking)


def undertaking_of(content: Content) -> str:
    """What an activity belongs to: an agreement, project or network; itself where it names none."""
    return content.agreement or content.title


def _belongs(content: Content, undertaking: str) -> bool:
    return undertaking_of(content).casefold() == undertaking.casefold()


class Figure(Value):
    """A number with what it was made of.

    ``number`` is None where nothing is told to make it of; money is in kronor or euros of
    ``currency``, a share from 0 to 1. ``activities`` are the ids of those behind it, ``selected``
    how many there are to tell it, whatever source of money is selected, ``untold`` whether there
    is no number because it was left out: none of these tells it in any currency. ``before`` and
    the fields with its name are the same of the period a year earlier.
    """

    measure: Measure
    selection: Selection
    currency: Currency | None
    number: Decimal | None
    before: Decimal | None
    activities: tuple[int, ...]
    before_activities: tuple[int, ...]
    selected: int
    untold: bool
    before_untold: bool
