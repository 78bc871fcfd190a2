"""What activities tell in words: what was done, and what it led to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from bot.domain.activities.activity import Activity
from bot.services.reports.material import Material
from bot.services.reports.report import Account

_NAMED = 25
"""Activities that a sentence names; of more it says how many."""


def work_accounts(material: Material) -> tuple[Account, ...]:
    """When each activity was, with whom, and what was done."""
    return tuple(_work(material, each) for each in _all(material))


def work_by_unit(material: Material, without: Set[int]) -> tuple[Account, ...]:
    """The same, unit by unit, of all activities but those ``without``, by id."""
    order = {each.id: place for place, each in enumerate(material.units)}
    told = [each for each in _all(material) if each.id not in without]
    told.sort(key=lambda each: order.get(each.content.unit, len(order)))
    return tuple(_work(material, each) for each in told)


def effect_accounts(material: Material) -> tuple[Account, ...]:
    """What each activity led to, of those that tell it."""
    return tuple(
        _account(material, each, each.content.effects)
        for each in _all(material)
        if each.content.effects
    )


def without_effects(material: Material) -> list[str]:
    """Which activities tell no effects, where there are any."""
    silent = [each for each in _all(material) if not each.content.effects]
    if not silent:
        return []
    return [material.names.say("report-effects-missing", activities=named(material, silent))]


def _all(material: Material) -> list[Activity]:
    """In the order that they took place."""
    return sorted(material.activities, key=lambda each: (each.content.dates.first, each.id))


def _work(material: Material, activity: Activity) -> Account:
    return _account(material, activity, " ".join(_told(material, activity)))


def _account(material: Material, activity: Activity, text: str) -> Account:
    return Account(
        activity=activity.id,
        title=activity.content.title,
        unit=material.names.unit(activity.content.unit),
        text=text,
    )


def _told(material: Material, activity: Activity) -> Iterator[str]:
    content, names = activity.content, material.names
    yield names.say("report-account-dates", dates=names.dates(content.dates))
    if content.partners:
        yield names.say("report-account-partners", partners=", ".join(content.partners))
    if content.countries:
        countries = [names.country(each) for each in content.countries]
        told = ", ".join(countries)
        yield names.say("report-account-countries", count=len(countries), countries=told)
    if content.participants:
        yield names.say("report-account-participants", number=content.participants.total)
    if content.done:
        yield content.done


def named(material: Material, activities: Sequence[Activity]) -> str:
    """Activities by title and number, the first of them if they are many."""
    named = [f"{each.content.title} ({each.id})" for each in activities[:_NAMED]]
    if len(activities) > _NAMED:
        named.append(material.names.say("report-more", count=len(activities) - _NAMED))
    return "; ".join(named)
