"""Activities as people read them: fields with their values, lists, and what was changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.table import Table
from rich.text import Text

from bot.domain.activities.activity import (
    Activity,
    Change,
    Content,
    Funding,
    Override,
    Participants,
)
from bot.domain.activities.money import Amount
from bot.files.wording import money
from bot.services.reports.naming import Names
from knowledge.wording import quoted

Field = tuple[str, str]
"""A label and its value."""


def fields_of(content: Content, names: Names) -> list[Field]:
    """What an activity states, without what it leaves untold."""
    return [(names.say(f"record-{key}"), value) for key, value in _told(content, names) if value]


def fields_table(fields: Sequence[Field]) -> Table:
    """Labels and values beside each other."""
    table = Table.grid(padding=(0, 2))
    for label, value in fields:
        table.add_row(Text(label, style="bold"), Text(value))
    return table


def activities_table(activities: Sequence[Activity], names: Mapping[str, Names]) -> Table:
    """One activity a line; ``names`` are those of each municipality."""
    table = Table()
    language = next(iter(names.values()))
    for column in ("number", "title", "dates", "kind", "unit", "status"):
        table.add_column(language.say(f"record-{column}"), overflow="fold")
    for each in activities:
        own = names[each.municipality]
        content = each.content
        table.add_row(
            str(each.id),
            Text(content.title),
            own.dates(content.dates),
            Text(own.kind(content.kind)),
            Text(own.unit(content.unit)),
            own.say(f"file-status-{each.status.value}"),
        )
    return table


def history_lines(changes: Sequence[Change], now: Content, names: Names) -> Iterator[str]:
    """Who did what when, oldest first, each with the fields that it changed."""
    after = now
    told = []
    for change in reversed(changes):
        told.append(list(_entry(change, after, names)))
        after = change.before or after
    for entry in reversed(told):
        yield from entry


def _entry(change: Change, after: Content, names: Names) -> Iterator[str]:
    yield names.say(
        "record-change",
        number=change.version,
        at=f"{change.at.astimezone():%Y-%m-%d %H:%M}",
        by=change.by,
        what=names.say(f"record-did-{change.kind.value}"),
    )
    if change.reason:
        yield "   " + names.say("record-because", reason=change.reason)
    before = change.before
    if before is None:
        return
    was, became = dict(fields_of(before, names)), dict(fields_of(after, names))
    nothing = names.say("record-nothing")
    for label in dict.fromkeys((*was, *became)):
        if was.get(label) != became.get(label):
            values = was.get(label, nothing), became.get(label, nothing)
            yield f"   {label}: {values[0]} → {values[1]}"


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
