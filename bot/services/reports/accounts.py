"""What activities tell in words: what was done, and what it led to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from bot.domain.activities.activity import Activity
from bot.services.reports.material import Material
from bot.services.reports.outline import Section, Subject
from bot.services.reports.report import Account
from bot.services.reports.unit_tree import below_parents

_NAMED = 25
"""Activities that a sentence names; of more it says how many."""

ON_EFFECTS = (Subject.EFFECTS, Subject.EVALUATION)
"""The subjects of parts that tell effects by themselves."""


def effects_by_section(
    material: Material, sections: Sequence[Section]
) -> Mapping[Section | None, Set[int]]:
    """Where the effects of each activity stand, so that they stand once: in the first part on
    effects that is about its kind, else in the first on its kind, else (None) where the rest of
    the work stands. Activities by id.
    """
    found: dict[Section | None, set[int]] = defaultdict(set)
    for each in material.activities:
        if each.content.effects:
            found[_section_of_effects(each, sections)].add(each.id)
    return found


def _section_of_effects(activity: Activity, sections: Sequence[Section]) -> Section | None:
    about_it = [each for each in sections if activity.content.kind in each.kinds or not each.kinds]
    on_effects = (each for each in about_it if each.subject in ON_EFFECTS)
    on_its_kind = (each for each in about_it if each.subject is Subject.KINDS)
    return next(on_effects, None) or next(on_its_kind, None)


def work_accounts(material: Material, effects: Set[int]) -> tuple[Account, ...]:
    """When each activity was, with whom, what was done, and of those in ``effects``, by id, what
    it led to.
    """
    return tuple(_work(material, each, effects) for each in _all(material))


def work_by_unit(material: Material, without: Set[int], effects: Set[int]) -> tuple[Account, ...]:
    """The same, unit by unit, of all activities but those ``without``, by id."""
    order = {each.id: place for place, each in enumerate(below_parents(material.units))}
    told = [each for each in _all(material) if each.id not in without]
    told.sort(key=lambda each: order.get(each.content.unit, len(order)))
    return tuple(_work(material, each, effects) for each in told)


def effect_accounts(material: Material, effects: Set[int]) -> tuple[Account, ...]:
    """What each activity of those in ``effects``, by id, led to."""
    return tuple(
        _account(material, each, each.content.effects)
        for each in _all(material)
        if each.id in effects
    )


def of_effects(material: Material, effects: Set[int]) -> Iterator[str]:
    """Which activities tell no effects, where there are any, and that those of others than of
    ``effects``, by id, stand before.
    """
    silent = [each for each in _all(material) if not each.content.effects]
    if silent:
        yield material.names.say("report-effects-missing", activities=named(material, silent))
    if any(each.content.effects and each.id not in effects for each in material.activities):
        yield material.names.say("report-effects-elsewhere")


def _all(material: Material) -> list[Activity]:
    """In the order that they took place."""
    return sorted(material.activities, key=lambda each: (each.content.dates.first, each.id))


def _work(material: Material, activity: Activity, effects: Set[int]) -> Account:
    text = " ".join(_told(material, activity))
    if activity.id in effects:
        label = material.names.say("report-account-effects")
        text = f"{text.rstrip()}\n{label} {activity.content.effects.lstrip()}"
    return _account(material, activity, text)


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
