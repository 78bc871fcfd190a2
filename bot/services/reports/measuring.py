"""Measuring: from activities to a figure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from bot.domain.activities.activity import Activity, Content, Funding, FundingSource
from bot.domain.activities.money import Currency
from bot.services.activities.concerns import HOME_COUNTRY
from bot.services.reports.selection import Figure, Measure, Selection


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
    now = _measured(measure, selection, activities, currency)
    before = _measured(measure, selection, earlier, currency)
    return Figure(
        measure=measure,
        selection=selection,
        currency=currency,
        number=now.number,
        before=before.number,
        activities=now.activities,
        before_activities=before.activities,
        selected=now.selected,
        untold=now.untold,
        before_untold=before.untold,
    )


class ShareParts(NamedTuple):
    """What an activity adds to an external share, in öre or cents: ``external`` of ``base``."""

    external: int
    base: int


def share_parts(content: Content, currency: Currency | None) -> ShareParts | None:
    """The funding by others, of what the activity cost or of all its funding where that is more.

    None without funding in the currency; with funding in another one as well, since the two cannot
    be added; and where neither the cost nor any means of its own are told, since what others gave
    would seem to be all there was.
    """
    own = [each.amount.minor for each in content.funding if each.source is FundingSource.OWN]
    is_costed = content.cost is not None and content.cost.currency is currency
    if {each.amount.currency for each in content.funding} != {currency} or not (own or is_costed):
        return None
    whole = sum(each.amount.minor for each in content.funding)
    cost = content.cost.minor if content.cost and is_costed else 0
    return ShareParts(external=whole - sum(own), base=max(cost, whole))


class _Measured(NamedTuple):
    number: Decimal | None
    activities: tuple[int, ...]
    selected: int
    untold: bool


class _What(NamedTuple):
    """Which money is meant; a source of None stands for all."""

    currency: Currency | None
    source: FundingSource | None


class _Measuring(NamedTuple):
    """Whether one content tells something, the number of those that do, and whether contents of
    which there is no number have left it out.
    """

    tells: Callable[[Content, _What], bool]
    number: Callable[[Sequence[Content], _What], Decimal | None]
    untold: Callable[[Sequence[Content], _What], bool] = lambda contents, _: bool(contents)


def _measured(
    measure: Measure,
    selection: Selection,
    activities: Iterable[Activity],
    currency: Currency | None,
) -> _Measured:
    tells, number, untold = _MEASURING[measure]
    what, has_source = _What(currency, selection.source), Selection(source=selection.source).test()
    holds = selection.model_copy(update={"source": None}).test()
    selected = [each for each in activities if holds(each.content)]
    behind = [each for each in selected if has_source(each.content) and tells(each.content, what)]
    made = number([each.content for each in behind], what)
    return _Measured(
        number=made,
        activities=tuple(each.id for each in behind),
        selected=len(selected),
        untold=made is None and untold([each.content for each in selected], what),
    )


def _count(contents: Sequence[Content], _: _What) -> Decimal:
    """That there were none is known, unlike with other measures."""
    return Decimal(len(contents))


def _countries(contents: Sequence[Content], _: _What) -> Decimal | None:
    told = {code for each in contents for code in each.countries}
    return Decimal(len(told - {HOME_COUNTRY})) if told else None


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


def _costs_untold(contents: Sequence[Content], _: _What) -> bool:
    return bool(contents) and all(each.cost is None for each in contents)


def _tells_funding(content: Content, what: _What) -> bool:
    return any(_is_meant(each, what) for each in content.funding)


def _funding(contents: Sequence[Content], what: _What) -> Decimal | None:
    meant = (each for content in contents for each in content.funding if _is_meant(each, what))
    return _money([each.amount.minor for each in meant])


def _funding_untold(contents: Sequence[Content], _: _What) -> bool:
    return bool(contents) and not any(each.funding for each in contents)


def _tells_share(content: Content, what: _What) -> bool:
    return share_parts(content, what.currency) is not None


def _external_share(contents: Sequence[Content], what: _What) -> Decimal | None:
    """None of nothing."""
    parts = list(filter(None, (share_parts(each, what.currency) for each in contents)))
    base = sum(each.base for each in parts)
    return Decimal(sum(each.external for each in parts)) / Decimal(base) if base else None


def _share_untold(contents: Sequence[Content], what: _What) -> bool:
    """Also where money is told in this currency, but too little of it for a share."""
    if any(_is_outside_share(each, what) for each in contents):
        return True
    shared = (share_parts(each, currency) for each in contents for currency in Currency)
    return bool(contents) and not any(shared)


def _is_outside_share(content: Content, what: _What) -> bool:
    is_funded = any(each.amount.currency is what.currency for each in content.funding)
    return is_funded and not _tells_share(content, what)


_MEASURING = {
    Measure.ACTIVITIES: _Measuring(lambda _, __: True, _count),
    Measure.COUNTRIES: _Measuring(lambda content, _: bool(content.countries), _countries),
    Measure.PARTICIPANTS: _Measuring(
        lambda content, _: content.participants is not None, _participants
    ),
    Measure.YOUNG: _Measuring(_tells_young, _young),
    Measure.COST: _Measuring(_tells_cost, _cost, _costs_untold),
    Measure.FUNDING: _Measuring(_tells_funding, _funding, _funding_untold),
    Measure.EXTERNAL_SHARE: _Measuring(_tells_share, _external_share, _share_untold),
    Measure.OUTSIDE_SHARE: _Measuring(_is_outside_share, _count),
    Measure.WITH_FUNDING: _Measuring(lambda content, _: bool(content.funding), _count),
    Measure.WITH_EFFECTS: _Measuring(lambda content, _: bool(content.effects), _count),
    Measure.WITH_GOALS: _Measuring(lambda content, _: bool(content.goals), _count),
}


def _is_meant(funding: Funding, what: _What) -> bool:
    return funding.amount.currency is what.currency and what.source in (None, funding.source)


def _sum(numbers: Sequence[int]) -> Decimal | None:
    return Decimal(sum(numbers)) if numbers else None


def _money(minor: Sequence[int]) -> Decimal | None:
    """Kronor or euros of öre or cents."""
    return Decimal(sum(minor)).scaleb(-2) if minor else None
