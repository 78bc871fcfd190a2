"""What commands show: documents, glossary, who does what, help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.channels.slack.blocks.documents import (
    MOST_DOCUMENTS,
    document_line,
    documents_piece,
    listing,
)
from bot.channels.slack.blocks.elements import (
    Block,
    bullets,
    context,
    header,
    paragraph,
    rich,
    section,
    words,
)
from bot.channels.slack.blocks.fitting import Importance, Message, Piece, key, message, rows
from bot.channels.slack.blocks.quotes import readable, short_line
from bot.channels.slack.blocks.targets import SectionTarget, show_section
from bot.channels.slack.blocks.text import neutral, shown
from bot.services.glossary import GlossaryEntry, GlossaryPage
from bot.services.listing import DefinitionRow, DocumentRow
from bot.services.quotes import Quote
from bot.services.responsibilities import Responsibility
from knowledge.model import SectionReference, Span
from knowledge.texts.catalogue import say
from knowledge.wording import on_one_line

EXAMPLES = (1, 2, 3)
COMMANDS = (
    "ask",
    "help",
    "documents",
    "glossary",
    "who",
    "channel",
    "gaps",
    "log",
    "list",
    "contacts",
    "agreements",
    "calendar",
    "remind",
    "report",
)


def documents_message(
    documents: Sequence[DocumentRow], home: str | None, *, today: date, language: str
) -> Message:
    """The documents, those of ``home`` first."""
    title = say("slack-documents-title", language)
    if not documents:
        return _said(say("slack-documents-none", language), language)
    ordered = sorted(documents, key=lambda row: row.municipality != home)
    lines = [document_line(row, today, language) for row in ordered[:MOST_DOCUMENTS]]
    parts = [key(header(title)), documents_piece(documents, home, today, language)]
    return message([neutral(title), *map(neutral, lines)], parts, language)


def glossary_message(page: GlossaryPage, language: str) -> Message:
    """What a term is called in the other language, and how the documents describe it."""
    if not page.entries and not page.definitions:
        return _said(_unknown(page, language), language)
    title = say("slack-glossary-title", language, term=shown(page.term, 100))
    entries = [_entry_lines(entry, language) for entry in page.entries]
    defined = [_definition(row, language) for row in page.definitions]
    parts = [key(header(title))]
    parts += [
        Piece(((_entry(lines, whole=True),), (_entry(lines, whole=False),), ()), Importance.ROW)
        for lines in entries
    ]
    if defined:
        parts += [
            key(context(say("slack-glossary-documents", language))),
            listing(defined, language),
        ]
    told = [neutral(title), *(neutral("\n".join(lines)) for lines in entries)]
    return message([*told, *map(neutral, defined)], parts, language)


def who_message(topic: str, found: Sequence[Responsibility], language: str) -> Message:
    """Who does what about a topic, each with where it stands."""
    short = shown(topic, 100)
    if not found:
        return _said(say("slack-who-none", language, topic=short), language)
    title = say("slack-who-title", language, topic=short)
    lines = [_duty_line(each, language) for each in found]
    blocks = [
        section(line, show_section(_duty_target(each), each.section.section, place, language))
        for place, (each, line) in enumerate(zip(found, lines, strict=True))
    ]
    parts = [key(header(title)), rows(blocks, language)]
    return message([neutral(title), *map(neutral, lines)], parts, language)


def help_message(language: str) -> Message:
    """How to ask, and the commands."""
    title = say("slack-help-title", language)
    parts = [key(header(title)), *help_pieces(language)]
    told = [title, say("slack-help-message", language), say("slack-help-sources", language)]
    told += [say("slack-help-examples", language), "\n".join(_examples(language))]
    told += [say("slack-help-commands", language), "\n".join(_commands(language))]
    return message(map(neutral, told), parts, language)


def help_pieces(language: str) -> Iterator[Piece]:
    """How to ask, with examples and the commands."""
    yield key(
        section(say("slack-help-message", language)),
        section(say("slack-help-sources", language)),
        rich(
            paragraph(words(say("slack-help-examples", language), bold=True)),
            bullets([words(example)] for example in _examples(language)),
        ),
        rich(
            paragraph(words(say("slack-help-commands", language), bold=True)),
            bullets([words(command)] for command in _commands(language)),
        ),
    )


def _examples(language: str) -> list[str]:
    return [say(f"slack-example-{place}", language) for place in EXAMPLES]


def _commands(language: str) -> list[str]:
    return [say(f"slack-help-{command}", language) for command in COMMANDS]


def _said(text: str, language: str) -> Message:
    return message([neutral(text)], [key(section(text))], language)


def _unknown(page: GlossaryPage, language: str) -> str:
    told = [say("slack-glossary-unknown", language, term=shown(page.term, 100))]
    if page.closest:
        conjunction = {"sv": " eller ", "en": " or "}[language]
        closest = shown(conjunction.join(page.closest), 500)
        told.append(say("slack-glossary-closest", language, terms=closest))
    return " ".join(told)


def _entry_lines(entry: GlossaryEntry, language: str) -> list[str]:
    """A term with its equivalents, and then one line a kind of other words."""
    others = {
        "slack-glossary-synonyms": entry.synonyms,
        "slack-glossary-narrower": entry.narrower,
        "slack-glossary-related": entry.related,
    }
    lines = [f"{entry.swedish} = {', '.join(entry.english)}" if entry.english else entry.swedish]
    lines += [
        say(name, language, terms=shown(", ".join(terms), 500))
        for name, terms in others.items()
        if terms
    ]
    return [shown(line, 600) for line in lines]


def _entry(lines: Sequence[str], *, whole: bool) -> Block:
    first, *others = lines
    rest = [words(f"\n{line}") for line in others] if whole else []
    return rich(paragraph(words(first, bold=True), *rest))


def _definition(row: DefinitionRow, language: str) -> str:
    meaning = shown(f"{row.term}: {on_one_line(row.meaning)}", 500)
    return f"{meaning}\n— {shown(short_line(_place(row), language), 300)}"


def _place(row: Quote) -> SectionReference:
    """What a citation line needs of a row, which does not know its place in the index."""
    fields = row.model_dump(include=set(SectionReference.model_fields))
    nowhere = {"document_id": "", "edition": "", "ordinal": 0}
    return SectionReference.model_validate({**nowhere, **fields})


def _duty_line(found: Responsibility, language: str) -> str:
    duty = found.duty
    who = duty.actor or say("slack-who-nobody", language)
    what = duty.action
    for part in (duty.recipient, duty.time):
        if part and part.casefold() not in what.casefold():
            what = f"{what}, {part}"
    line = shown(short_line(found.section, language), 400)
    return f"{shown(readable(f'{who[:1].upper()}{who[1:]}: {what}'), 500)}\n{line}"


def _duty_target(found: Responsibility) -> SectionTarget:
    return SectionTarget(
        document=found.section.document_id,
        edition=found.section.edition,
        ordinal=found.section.ordinal,
        quote=Span(start=found.duty.start, end=found.duty.end),
    )
