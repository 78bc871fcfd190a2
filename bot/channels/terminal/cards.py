"""Activities as people read them: fields with their values, lists, and what was changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.table import Table
from rich.text import Text

from bot.domain.activities.activity import Activity, Change, Content
from bot.domain.days import SWEDISH_TIME
from bot.files.activity_fields import Entry, Field, history_of
from bot.services.activities.concerns import Concern
from bot.services.reports.naming import Names
from knowledge.model import Citation
from knowledge.texts.catalogue import say
from knowledge.wording import citation_line, quoted


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
    for entry in history_of(changes, now, names):
        yield from _entry(entry, names)


def _entry(entry: Entry, names: Names) -> Iterator[str]:
    change = entry.change
    yield names.say(
        "record-change",
        number=change.version,
        at=f"{change.at.astimezone(SWEDISH_TIME):%Y-%m-%d %H:%M}",
        by=change.by,
        what=names.say(f"record-did-{change.kind.value}"),
    )
    if change.reason:
        yield "   " + names.say("record-because", reason=change.reason)
    for each in entry.differences:
        yield f"   {each.label}: {each.was} → {each.became}"


def concern_lines(concern: Concern, language: str) -> Iterator[str]:
    """A warning, and the sentence that it comes from."""
    yield say(f"record-concern-{concern.kind.value}", language)
    if concern.citation is not None:
        yield from citation_lines(concern.citation, language)


def citation_lines(citation: Citation, language: str) -> Iterator[str]:
    """The quote, and where it stands."""
    yield quoted(citation)
    yield f"— {citation_line(citation, language)}"
