"""Agreements as the terminal shows them: a list, and what is wrong with the sentence it breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.table import Table
from rich.text import Text

from bot.channels.terminal.cards import citation_lines
from bot.domain.agreement_rules import AgreementWarning
from bot.services.agreements.standing import Standing
from bot.services.agreements.wording import AgreementEntry, AgreementNames
from knowledge.model import Citation


def agreements_table(standings: Sequence[Standing], names: AgreementNames) -> Table:
    """One agreement a line."""
    table = Table()
    for column in ("number", "name", "kind", "country", "last", "due", "warnings"):
        table.add_column(names.say(f"agreement-{column}"), overflow="fold")
    for each in standings:
        content, agreement = each.agreement.content, each.agreement
        due = names.due(each.first_due) if each.first_due else ""
        ended = "" if agreement.is_in_force else names.say("agreement-status-ended")
        table.add_row(
            str(agreement.id),
            Text(content.name),
            names.kind(content.kind),
            names.country(content.country),
            names.last(content),
            due,
            ended or str(len(each.warnings) or ""),
        )
    return table


def warned_lines(standings: Sequence[Standing], names: AgreementNames) -> Iterator[str]:
    """What is wrong with each, and under it the sentences of the documents that are broken."""
    broken: dict[Citation, None] = {}
    for each in standings:
        for warning in each.warnings:
            yield f"{each.agreement.id}. {each.agreement.content.name}: {names.warning(warning)}"
            if warning.citation is not None:
                broken[warning.citation] = None
    for citation in broken:
        yield from citation_lines(citation, names.language)


def standing_lines(standing: Standing, names: AgreementNames) -> Iterator[str]:
    """What is wrong with one agreement, what falls due, and who decides."""
    for warning in standing.warnings:
        yield from _warning(warning, names)
    for due in standing.due:
        yield names.due(due)
    for rule in standing.decisions:
        yield names.say("agreement-decided-by", actor=rule.actor)
        yield from citation_lines(rule.citation, names.language)


def history_lines(entries: Sequence[AgreementEntry]) -> Iterator[str]:
    """Who did what when, oldest first, each with the fields that it changed."""
    for entry in entries:
        yield f"{entry.version}. {entry.when} · {entry.by} {entry.did}"
        yield from (f"   {line}" for line in (entry.why, *entry.differences) if line)


def _warning(warning: AgreementWarning, names: AgreementNames) -> Iterator[str]:
    yield f"! {names.warning(warning)}"
    if warning.citation is not None:
        yield from citation_lines(warning.citation, names.language)
