"""What a figure counts: a measure over a selection of activities."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

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
    tells, number = _MEASURING[measure]
    what, holds = _What(currency, selection.source), selection.test()

    def behind(these: Iterable[Activity]) -> list[Activity]:
        return [each for each in these if holds(each.content) and tells(each.content, what)]

    now = behind(activities)
    return Figure(
        measure=measure,
        selection=selection,
        currency=currency,
        number=number([each.content for each in now], what),
        before=number([each.content for each in behind(earlier)], what),
        activities=tuple(each.id for each in now),
    )


class _What(NamedTuple):
    """Which money is meant; a source of None stands for all."""

    currency: Currency | None
    source: FundingSource | None


class _Measuring(NamedTuple):
    """Whether one content tells something, and the number of those that do."""

    tells: Callable[[Content, _What], bool]
    number: Callable[[Sequence[Content], _What], Decimal | None]


def _activities(contents: Sequence[Content], _: _What) -> Decimal:
    """That there were none is known, unlike with other measures."""
    return Decimal(len(contents))


def _countries(contents: Sequence[Content], _: _What) -> Decimal | None:
    return Decimal(len({code for each in contents for code in each.countries})) or None


def _participants(contents: Sequence[Content], _: _What) -> Decimal | None:
    return _sum([each.participants.total for each in contents if each.participants])


def _tells_young(content: Content, _: _What) -> bool:
    return content.participants is not None and content.participants.young is not None


def _young(contents: Sequence[Content], _: _What) -> Decimal | None:
    return _sum([each.participants.young or 0 for each in contents if each.participants])


def _tells_cost(content: Content, what: _What) -> bool:
    return content.cost is not None and content.cost.currency is what.currency


def _cost(contents: Sequence[Content], _: _What) -> Decimal | None:
    return _money([each.cost.minor for each in contents if each.cost])


def _tells_funding(content: Content, what: _What) -> bool:
    return any(_is_meant(each, what) for each in content.funding)


def _funding(contents: Sequence[Content], what: _What) -> Decimal | None:
    return _money([each.amount.minor for each in _meant(contents, what)])


def _external_share(contents: Sequence[Content], what: _What) -> Decimal | None:
    """None of nothing."""
    meant = list(_meant(contents, what))
    own = sum(each.amount.minor for each in meant if each.source is FundingSource.OWN)
    whole = sum(each.amount.minor for each in meant)
    return Decimal(whole - own) / Decimal(whole) if whole else None


_MEASURING = {
    Measure.ACTIVITIES: _Measuring(lambda _, __: True, _activities),
    Measure.COUNTRIES: _Measuring(lambda content, _: bool(content.countries), _countries),
    Measure.PARTICIPANTS: _Measuring(
        lambda content, _: content.participants is not None, _participants
    ),
    Measure.YOUNG: _Measuring(_tells_young, _young),
    Measure.COST: _Measuring(_tells_cost, _cost),
    Measure.FUNDING: _Measuring(_tells_funding, _funding),
    Measure.EXTERNAL_SHARE: _Measuring(_tells_funding, _external_share),
}


def _meant(contents: Iterable[Content], what: _What) -> Iterator[Funding]:
    return (each for content in contents for each in content.funding if _is_meant(each, what))


def _is_meant(funding: Funding, what: _What) -> bool:
    return funding.amount.currency is what.currency and what.source in (None, funding.source)


def _sum(numbers: Sequence[int]) -> Decimal | None:
    return Decimal(sum(numbers)) if numbers else None


def _money(minor: Sequence[int]) -> Decimal | None:
    """Kronor or euros of öre or cents."""
    return Decimal(sum(minor)).scaleb(-2) if minor else None
