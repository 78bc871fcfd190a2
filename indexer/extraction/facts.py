"""What a document states about itself: its cover's labels, its decision line, its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from indexer.extraction.cover import (
    CONTACT_DETAIL,
    DECISION,
    DOCUMENT_TYPES,
    STATED,
    Part,
    dated_parts,
    decision_parts,
    label_of,
)
from indexer.extraction.municipality import municipality_in
from indexer.reading.block import Block, BlockKind
from indexer.structure.patterns import LABELLED
from indexer.structure.tree import Outline
from knowledge.language.expressions import date_span, iso_date
from knowledge.model import Fact, FactName, Place, Section, Span

_BLANK = re.compile(r"[-–—\s.]*")
_TICKED = re.compile(r"^[»☒☑✓✔✗x\[]\s*(?:x?\]\s*)?(?P<type>\w+)$", re.I)
_DATED = frozenset(
    {FactName.VALID_FROM, FactName.VALID_UNTIL, FactName.REVISED, FactName.DECIDED_ON}
)
_DECISION_LABELS = frozenset({FactName.DECIDED_BY, FactName.DECIDED_ON, FactName.PARAGRAPH})


class _Line(NamedTuple):
    """A labelled field of the cover: the label's fact and the value's span, None if blank."""

    name: FactName
    value: Span | None
    label: Span


def facts_of(
    text: str, document: str, outline: Outline, municipalities: Sequence[str]
) -> list[Fact]:
    """The facts of a document, each with its place; a field left blank has the value None.

    One fact a name and value; a blank field stands only where no value is stated elsewhere.
    ``municipalities`` are the names to look for.
    """
    cover = _Cover(text, document, outline.sections[0], outline.blocks[0])
    facts = [
        *_municipality(text, document, outline, municipalities),
        *cover.title(outline.title),
        *cover.labelled(),
        *cover.decisions(),
        *cover.ticked(),
        *cover.contacts(),
        *_stated(text, document, outline),
    ]
    if not any(fact.name is FactName.TYPE for fact in facts):
        facts += cover.type_in_title(outline.title)
    return _without_repeats(facts)


def _municipality(
    text: str, document: str, outline: Outline, names: Sequence[str]
) -> Iterator[Fact]:
    named = municipality_in(text, outline.sections[0].span, names)
    if named:
        place = Place(document=document, section=_section_at(outline, named.span), span=named.span)
        yield Fact(name=FactName.MUNICIPALITY, value=named.name, place=place)


def _section_at(outline: Outline, span: Span) -> int:
    holding = (section.ordinal for section in outline.sections if section.span.holds(span))
    return next(holding, 0)


def _stated(text: str, document: str, outline: Outline) -> Iterator[Fact]:
    """Rules about the document in its running text ("Policyn gäller för ...")."""
    for section, blocks in zip(outline.sections, outline.blocks, strict=True):
        for block in blocks:
            for start, sentence in _sentences(block, text):
                for name, pattern in STATED:
                    found = pattern.match(sentence)
                    if found:
                        span = Span(
                            start=start + found.start("value"), end=start + found.end("value")
                        )
                        yield _fact(text, document, section.ordinal, name, span)


def _sentences(block: Block, text: str) -> Iterator[tuple[int, str]]:
    for found in re.finditer(r"[^.!?\s](?:[^.!?]|\.(?!\s|$))*[.!?]?", block.span.of(text)):
        yield block.span.start + found.start(), found[0]


def _fact(text: str, document: str, section: int, name: FactName, span: Span) -> Fact:
    return Fact(
        name=name,
        value=_written(name, span.of(text)),
        place=Place(document=document, section=section, span=span),
    )


def _written(name: FactName, value: str) -> str:
    """A value as written, or as an ISO date where it is nothing but a date."""
    day = date_span(value)
    if (
        name in _DATED
        and day
        and not re.sub(r"^den\b|[\s.,]", "", value.replace(day.of(value), ""))
    ):
        return iso_date(value) or value
    return value


def _without_repeats(facts: Iterable[Fact]) -> list[Fact]:
    kept: dict[tuple[FactName, str | None], Fact] = {}
    for fact in facts:
        kept.setdefault((fact.name, fact.value and re.sub(r"\s+", " ", fact.value)), fact)
    valued = {fact.name for fact in kept.values() if fact.value is not None}
    return [fact for fact in kept.values() if fact.value is not None or fact.name not in valued]


class _Cover:
    """The opening of a document."""

    def __init__(self, text: str, document: str, section: Section, blocks: Sequence[Block]) -> None:
        self.text, self.document, self.section = text, document, section
        self.blocks = blocks

    def title(self, title: str) -> Iterator[Fact]:
        span = self._span_of(title)
        if span:
            yield Fact(name=FactName.TITLE, value=title, place=self._place(span))

    def labelled(self) -> Iterator[Fact]:
        """Fields "Label: value", "Label" over its value, and cells of tables."""
        for line in self._lines():
            if line.value is None:
                yield Fact(name=line.name, value=None, place=self._place(line.label))
            elif line.name in _DECISION_LABELS:
                yield from self._decided(line.name, line.value)
            else:
                yield self._fact(line.name, line.value)

    def decisions(self) -> Iterator[Fact]:
        """Lines such as "Antagen av kommunfullmäktige den 12 februari 2020, § 7"."""
        for index, block in enumerate(self.blocks):
            written = self._run_from(index)
            line = written.of(self.text)
            if not DECISION.match(line) or LABELLED.match(block.span.of(self.text)):
                continue
            if label_of(block.span.of(self.text)) is None:
                yield from self._parts(decision_parts(line), written.start)

    def ticked(self) -> Iterator[Fact]:
        """A document type ticked in a list ("» Policy")."""
        for block in self.blocks:
            found = _TICKED.match(block.span.of(self.text))
            if found and DOCUMENT_TYPES.fullmatch(found["type"]):
                start = block.span.start + found.start("type")
                yield self._fact(FactName.TYPE, Span(start=start, end=block.span.end))

    def contacts(self) -> Iterator[Fact]:
        """A run of lines with an address or a telephone number, whole."""
        index = 0
        while index < len(self.blocks):
            run = self._run_from(index)
            if CONTACT_DETAIL.search(run.of(self.text)) and not LABELLED.match(run.of(self.text)):
                yield self._fact(FactName.CONTACT, run)
            index += sum(run.holds(block.span) for block in self.blocks[index:]) or 1

    def type_in_title(self, title: str) -> Iterator[Fact]:
        span = self._span_of(title)
        found = DOCUMENT_TYPES.search(span.of(self.text)) if span else None
        if span and found:
            place = Span(start=span.start + found.start(1), end=span.start + found.end(1))
            yield Fact(name=FactName.TYPE, value=found[1].capitalize(), place=self._place(place))

    def _decided(self, label: FactName, value: Span) -> Iterator[Fact]:
        """A label of the decision may hold body, day and paragraph in one value."""
        written = value.of(self.text)
        parts = dated_parts(written)
        yield from self._parts(parts, value.start)
        first = min((part.span.start for part in parts), default=len(written))
        bare = re.sub(r"^(?:av|by)\s+|[\s,;]+(?:den|on)?\s*$", "", written[:first])
        if label is FactName.DECIDED_BY and bare:
            start = value.start + written.index(bare)
            yield self._fact(label, Span(start=start, end=start + len(bare)))
        elif not parts:
            yield self._fact(label, value)

    def _parts(self, parts: Iterable[Part], start: int) -> Iterator[Fact]:
        for part in parts:
            span = Span(start=start + part.span.start, end=start + part.span.end)
            yield Fact(name=part.name, value=part.value, place=self._place(span))

    def _lines(self) -> Iterator[_Line]:
        index = 0
        while index < len(self.blocks):
            block = self.blocks[index]
            line = block.span.of(self.text)
            if block.kind is BlockKind.TABLE_ROW:
                yield from self._cells(index)
            labelled = LABELLED.match(line)
            name = label_of(labelled["label"] if labelled else line)
            if name and labelled and (labelled["value"] or "").strip():
                start = block.span.start + labelled.start("value")
                yield self._line(name, Span(start=start, end=block.span.end), block.span)
            elif name and "\t" not in line:
                yield self._over_value(name, index)
            index += 1

    def _over_value(self, name: FactName, index: int) -> _Line:
        """A label alone on its line: the next line is its value unless that is a label too."""
        label = self.blocks[index].span
        following = self.blocks[index + 1] if index + 1 < len(self.blocks) else None
        if following is None or self._is_label(following) or following.kind is not BlockKind.LINE:
            return _Line(name, None, label)
        return self._line(name, following.span, label)

    def _is_label(self, block: Block) -> bool:
        line = block.span.of(self.text)
        labelled = LABELLED.match(line)
        return label_of(labelled["label"] if labelled else line) is not None

    def _cells(self, index: int) -> Iterator[_Line]:
        """Rows "label, value, label, value", or a row of labels over a row of values."""
        cells = self._cell_spans(index)
        names = [label_of(cell.of(self.text)) for cell in cells]
        if len(cells) > 1 and all(names):
            below = self._cell_spans(index + 1) if index + 1 < len(self.blocks) else []
            for name, cell, value in zip(names, cells, below, strict=False):
                if name:
                    yield self._line(name, value, cell)
            return
        for name, cell, value in zip(names, cells, cells[1:], strict=False):
            if name:
                yield self._line(name, value, cell)

    def _cell_spans(self, index: int) -> list[Span]:
        block = self.blocks[index]
        spans, start = [], block.span.start
        for cell in block.span.of(self.text).split("\t"):
            left = len(cell) - len(cell.lstrip())
            spans.append(Span(start=start + left, end=start + max(left, len(cell.rstrip()))))
            start += len(cell) + 1
        return spans

    def _line(self, name: FactName, value: Span, label: Span) -> _Line:
        return _Line(name, None if _BLANK.fullmatch(value.of(self.text)) else value, label)

    def _run_from(self, index: int) -> Span:
        """A line and those straight below it, up to a blank line or a label."""
        end = index + 1
        while (
            end < len(self.blocks)
            and not self.blocks[end].apart[0]
            and not self._is_label(self.blocks[end])
        ):
            end += 1
        return Span(start=self.blocks[index].span.start, end=self.blocks[end - 1].span.end)

    def _span_of(self, title: str) -> Span | None:
        """Where the title stands, its words divided by any white space."""
        words = r"\s+".join(map(re.escape, title.split()))
        found = re.compile(words).search(self.text, self.section.span.start, self.section.span.end)
        return Span(start=found.start(), end=found.end()) if title and found else None

    def _fact(self, name: FactName, span: Span) -> Fact:
        return _fact(self.text, self.document, self.section.ordinal, name, span)

    def _place(self, span: Span) -> Place:
        return Place(document=self.document, section=self.section.ordinal, span=span)
