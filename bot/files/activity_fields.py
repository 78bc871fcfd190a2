"""An activity as people read it: labels with values, and what each change of it changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.domain.activities.activity import Change, Content, Funding, Override, Participants
from bot.domain.activities.money import Amount
from bot.files.wording import money
from bot.services.reports.naming import Names
from knowledge.model import Value
from knowledge.wording import quoted

Field = tuple[str, str]
"""A label and its value."""


class Difference(Value):
    """A field that was changed, as it was and as it became."""

    label: str
    was: str
    became: str


class Entry(Value):
    """One change of an activity, with the fields that it changed."""

    change: Change
    differences: tuple[Difference, ...]


def fields_of(content: Content, names: Names) -> list[Field]:
    """What an activity states, without what it leaves untold."""
    return [(names.say(f"record-{key}"), value) for key, value in _told(content, names) if value]


def differences(before: Content, after: Content, names: Names) -> tuple[Difference, ...]:
    """The fields in which two contents differ, in their order."""
    was, became = dict(fields_of(before, names)), dict(fields_of(after, names))
    nothing = names.say("record-nothing")
    return tuple(
        Difference(label=label, was=was.get(label, nothing), became=became.get(label, nothing))
        for label in dict.fromkeys((*was, *became))
        if was.get(label) != became.get(label)
    )


def history_of(changes: Sequence[Change], now: Content, names: Names) -> list[Entry]:
    """A history, oldest first as given, each change with what it changed."""
    after = now
    told = []
    for change in reversed(changes):
        before = change.before
        changed = differences(before, after, names) if before else ()
        told.append(Entry(change=change, differences=changed))
        after = before or after
    return told[::-1]


def _told(content: Content, names: Names) -> Iterator[Field]:
    yield "title", content.title
    yield "kind", names.kind(content.kind)
    yield "dates", names.dates(content.dates)
    yield "unit", names.unit(content.unit)
    yield "done", content.done
    yield "partners", "; ".join(content.partners)
    yield "cities", ", ".join(content.cities)
    yield "countries", ", ".join(map(names.country, content.countries))
    yield "agreement", content.agreement or ""
    yield "participants", _people(content.participants, names)
    yield "cost", _money(content.cost, names)
    yield "funding", "; ".join(_funding(each, names) for each in content.funding)
    yield "effects", content.effects
    yield "link", str(content.link or "")
    yield "goals", "\n".join(map(quoted, content.goals))
    yield (
        "overrides",
        "\n".join(_override(each, names) for each in content.overrides),
    )


def _override(override: Override, names: Names) -> str:
    return f"{names.say(f'record-concern-{override.rule}')} {override.reason}"


def _people(people: Participants | None, names: Names) -> str:
    if people is None:
        return ""
    if people.young is None:
        return str(people.total)
    return names.say("record-of-whom-young", total=people.total, young=people.young)


def _money(told: Amount | None, names: Names) -> str:
    return money(told.decimal, told.currency, names.language) if told else ""


def _funding(funding: Funding, names: Names) -> str:
    source = names.say(f"file-source-{funding.source.value}")
    giver = f" ({funding.name})" if funding.name else ""
    return f"{source}: {_money(funding.amount, names)}{giver}"
