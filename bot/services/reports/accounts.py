"""What activities tell in words: what was done, and what it led to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bot.domain.activities.activity import Activity
from bot.services.reports.material import Material
from bot.services.reports.report import Account

_NAMED = 25
"""Activities that a sentence names; of more it says how many."""


def work_accounts(material: Material) -> tuple[Account, ...]:
    """When each activity was, with whom, and what was done."""
    return tuple(
        _account(material, each, " ".join(_told(material, each))) for each in _all(material)
    )


def effect_accounts(material: Material) -> tuple[Account, ...]:
    """What each activity led to, of those that tell it."""
    return tuple(
        _account(material, each, each.content.effects)
        for each in _all(material)
        if each.content.effects
    )


def without_effects(material: Material) -> list[str]:
    """How many activities tell effects, and which do not."""
    silent = [each for each in _all(material) if not each.content.effects]
    told = told_by(material, "effects", lambda each: bool(each.content.effects))
    if not silent:
        return [told]
    missing = material.names.say("report-effects-missing", activities=_named(material, silent))
    return [told, missing]


def told_by(material: Material, what: str, tells: Callable[[Activity], bool]) -> str:
    """How many of the activities tell something: "effects", "funding" or "participants"."""
    told = sum(map(tells, material.activities))
    return material.names.say(f"report-told-{what}", told=told, all=len(material.activities))


def _all(material: Material) -> list[Activity]:
    """In the order that they took place."""
    return sorted(material.activities, key=lambda each: (each.content.dates.first, each.id))


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
        yield names.say("report-account-countries", countries=", ".join(countries))
    if content.participants:
        yield names.say("report-account-participants", number=content.participants.total)
    if content.done:
        yield content.done


def _named(material: Material, activities: Sequence[Activity]) -> str:
    named = [f"{each.content.title} ({each.id})" for each in activities[:_NAMED]]
    if len(activities) > _NAMED:
        named.append(material.names.say("report-more", count=len(activities) - _NAMED))
    return "; ".join(named)
