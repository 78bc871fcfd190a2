"""Rows as tables: a field left blank in a document is shown as blank, an absent one as nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from knowledge.model import FactName
from knowledge.texts.catalogue import say
from knowledge.wording import citation_line, on_one_line

if TYPE_CHECKING:
    from bot.domain.activities.units import Unit
    from bot.services.evaluation import Evaluation
    from bot.services.glossary import GlossaryEntry
    from bot.services.listing import (
        ActionRow,
        DefinitionRow,
        DocumentRow,
        DutyRow,
        FactRow,
        SectionRow,
    )
    from bot.services.quotes import Quote
    from bot.services.reports.report import Report
    from bot.services.scoring import Score
    from knowledge.model import Citation


def documents_table(rows: Sequence[DocumentRow], language: str) -> Table:
    """Documents with the facts that tell them apart."""
    columns = ("municipality", "title", "type", "decided", "diary_number", "valid", "sections")
    facts = (FactName.TYPE, FactName.DECIDED_ON, FactName.DIARY_NUMBER, FactName.VALID_UNTIL)
    return table(
        columns,
        (
            (
                row.municipality,
                row.document,
                *(_fact(row.fact(name), language) for name in facts),
                str(row.sections),
            )
            for row in rows
        ),
        language,
    )


def sections_table(rows: Sequence[SectionRow], language: str) -> Table:
    """A document's sections as a tree."""
    return table(
        ("section", "characters", "page"),
        (("  " * row.level + _label(row), f"{row.start}–{row.end}", _page(row)) for row in rows),
        language,
    )


def definitions_table(rows: Sequence[DefinitionRow], language: str) -> Table:
    """Terms and meanings."""
    return table(
        ("municipality", "term", "meaning", "section"),
        ((row.municipality, row.term, row.meaning, _label(row)) for row in rows),
        language,
    )


def duties_table(rows: Sequence[DutyRow], language: str) -> Table:
    """Who does what, to whom and when."""
    nobody = say("nobody-named", language)
    return table(
        ("municipality", "who", "what", "to", "when", "section"),
        (
            (
                row.municipality,
                row.actor or nobody,
                row.action,
                row.recipient or "",
                row.time or "",
                _label(row),
            )
            for row in rows
        ),
        language,
    )


def actions_table(rows: Sequence[ActionRow], language: str) -> Table:
    """The measures of action plans."""
    written = partial(_written, language=language)
    return table(
        ("municipality", "action", "participants", "when", "responsible", "section"),
        (
            (
                row.municipality,
                row.measure,
                written(row.participants),
                written(row.time),
                written(row.responsible),
                _label(row),
            )
            for row in rows
        ),
        language,
    )


def units_table(units: Sequence[Unit], language: str) -> Table:
    """A municipality's units; parents by name."""
    names = {each.id: each.name for each in units}
    yes = say("template-yes", language)
    return table(
        ("id", "name", "unit_kind", "parent", "editors", "closed"),
        (
            (
                each.id,
                each.name,
                say(f"unit-kind-{each.kind.value}", language),
                names.get(each.parent, each.parent) if each.parent else "",
                ", ".join(sorted(each.editors)),
                yes if each.closed else "",
            )
            for each in units
        ),
        language,
    )


def goals_table(goals: Sequence[Citation], language: str) -> Table:
    """Goals with their numbers from 1 and where they stand."""
    return table(
        ("goal_number", "goal", "section"),
        (
            (str(number), on_one_line(each.quote), citation_line(each, language))
            for number, each in enumerate(goals, 1)
        ),
        language,
    )


def figures_table(report: Report) -> Table:
    """A report's main figures with those of the year before, what has changed, how many
    activities tell them, and these by their numbers.
    """
    from bot.files.wording import (
        before_key,
        before_words,
        change_words,
        coverage_words,
        figure_label,
        figure_words,
        id_runs,
    )

    language = report.language
    return table(
        ("figure", "value", before_key("before", report), "change", "coverage", "activities"),
        (
            (
                figure_label(line, figure, language),
                figure_words(figure, language),
                before_words(figure, language),
                change_words(figure, language),
                coverage_words(figure, language),
                ", ".join(id_runs(figure.activities)),
            )
            for line in report.figures
            for figure in line.figures
        ),
        language,
    )


def glossary_table(entries: Sequence[GlossaryEntry], language: str) -> Table:
    """Terms of both languages."""
    return table(
        ("swedish", "english", "synonyms", "related"),
        (
            (
                entry.swedish,
                "; ".join(entry.english),
                "; ".join(entry.synonyms),
                "; ".join((*entry.narrower, *entry.related)),
            )
            for entry in entries
        ),
        language,
    )


def evaluation_table(evaluation: Evaluation, language: str) -> Table:
    """The scores by group and in total."""
    columns = ("group", "questions", "right", "section_first", "section_cited", "facts_present")
    groups = ("kind", "language", "difficulty")
    scores = [
        (f"{say(f'group-{group}', language)}: {value}", score)
        for group in groups
        for value, score in getattr(evaluation, group).items()
    ]
    return table(
        (*columns, "refusals_right", "wrong_refusals", "invalid_quotes", "latency"),
        (
            (name, *_scores(score))
            for name, score in [*scores, (say("group-total", language), evaluation.total)]
        ),
        language,
    )


def table(columns: Iterable[str], rows: Iterable[Sequence[str]], language: str) -> Table:
    """A table under the catalogue's names of ``columns``."""
    made = Table()
    for column in columns:
        made.add_column(say(f"column-{column}", language), overflow="fold")
    for row in rows:
        made.add_row(*(Text(cell) for cell in row))
    return made


def _scores(score: Score) -> tuple[str, ...]:
    return (
        str(score.questions),
        _share(score.right, score.questions),
        _share(score.section_first, score.answerable),
        _share(score.section_cited, score.answerable),
        _share(score.facts_present, score.answerable),
        _share(score.refusals_right, score.unanswerable),
        _share(score.wrong_refusals, score.answerable),
        str(score.invalid_quotes),
        f"{score.p50_ms:.0f}/{score.p95_ms:.0f}",
    )


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole}" if whole else ""


def _fact(fact: FactRow | None, language: str) -> str:
    if fact is None:
        return ""
    return fact.value or say("blank", language)


def _written(value: str | None, language: str) -> str:
    if value is None:
        return ""
    return value or say("blank", language)


def _label(row: Quote) -> str:
    return f"{row.section_number} {row.section}" if row.section_number else row.section


def _page(row: Quote) -> str:
    return str(row.page) if row.page else ""
