"""Terms and the words that define them. Precision first: a plain "X är ..." defines nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.reading.block import Block, BlockKind
from indexer.structure.labels import action_columns
from indexer.structure.patterns import LIST_MARKER
from knowledge.language.actors import Actors
from knowledge.model import Definition, Passage, PassageKind, Place, Section, Span

HEADING = re.compile(
    r"\b(?:definition(?:er)?|begrepp\w*|ordlista|ordförklaring\w*|termer|centrala begrepp|"
    r"glossary|terms|definitions)\b",
    re.I,
)
"""Headings of sections that define."""

LONGEST_SENTENCE = 2000
"""Characters of a sentence that are looked at."""

MAX_TERM_WORDS = 6
"""Longer first cells are statements, not terms."""

_QUOTED = r"[\"”“'’»«*]*"
_WITH = re.compile(
    rf"^Med\s+(?:begreppet\s+|termen\s+|en\s+|"
    rf"ett\s+)?{_QUOTED}(?P<term>[^,.;]{{2,80}}?){_QUOTED}\s+"
    r"(?:definieras|avses|menas|menar\s+(?:man|vi)|avser\s+(?:man|vi)|förstås)\s+"
    r"(?:(?:här|oftast|i\s+(?:denna|detta|dessa|den\s+här|det\s+här)\s+\w+|"
    r"i\s+\w+\s+kommuns?)\s+)*(?P<meaning>.+?)[.]?$",
    re.I | re.S,
)
_CALLED = re.compile(
    rf"^(?:Begreppet|Termen|Uttrycket)\s+{_QUOTED}(?P<term>[^,.;]{{2,60}}?){_QUOTED}\s+"
    r"(?:avser|betyder|innebär|innefattar|omfattar|definieras\s+(?:här\s+)?som|"
    r"används\s+(?:här\s+)?(?:om|för))\s+(?P<meaning>.+?)[.]?$",
    re.I | re.S,
)
_DEFINED_AS = re.compile(
    rf"^{_QUOTED}(?P<term>[^,.;]{{2,60}}?){_QUOTED}\s+definieras\s+(?:\w+\s+)?som\s+(?P<meaning>.+?)[.]?$",
    re.I | re.S,
)
_ENGLISH = re.compile(
    rf"^(?:In this \w+,?\s+|For the purposes? of this \w+,?\s+)?(?:The "
    rf"term\s+)?{_QUOTED}(?P<term>(?!(?:this|that|it|which)\b)[^,.;]{{2,60}}?){_QUOTED}\s+"
    r"(?:means|shall\s+mean|is\s+defined\s+as|are\s+defined\s+as|refers\s+to|"
    r"refer\s+to)\s+(?!that\b)(?P<meaning>.+?)[.]?$",
    re.I | re.S,
)
_PLAIN = re.compile(
    rf"^{_QUOTED}(?P<term>(?!(?:Det|Den|De|Detta|Denna|Dessa|Här|Där|Vi|Syftet|Målet|It|This|"
    rf"These|They|There|We)\b)"
    rf"[A-ZÅÄÖ](?:[^\s,.;:]+|\S)(?:\s[^\s,.;:]+){{0,3}}?){_QUOTED}\s+"
    r"(?:är|betyder|innebär|avser|utgörs\s+av|is|are)\s+(?P<meaning>(?!att\b).+?)[.]?$",
    re.S,
)
_LABEL = re.compile(
    rf"^{_QUOTED}(?P<term>[^\W\d_][^.:;]{{1,60}}?){_QUOTED}\s*(?::\s?|"
    rf"\s[–—-]\s){_QUOTED}\s*(?P<meaning>\S.+?)[.]?$",
    re.S,
)
_CAPITAL_ITEM = re.compile(
    r"^(?P<term>[A-ZÅÄÖ]{3,}(?:[ /-][A-ZÅÄÖ]{2,})*)\s+(?P<meaning>[a-zåäö]+(?:er|ar|r|"
    r"s)\s.+?)[.]?$",
    re.S,
)
_SHORTENED = re.compile(
    r"(?P<meaning>[A-ZÅÄÖ][^.,;:()\"”]{3,80}?)\s+\((?:förkort(?:at|as|ning)\s+|nedan\s+|"
    r"hereafter\s+|abbreviated\s+)?[\"”]?(?P<term>[A-ZÅÄÖ]{2,6})[\"”]?\)"
)
_EXPLICITLY_SHORTENED = re.compile(
    r"\b(?P<meaning>[^\W\d_][^.,;:()\n]{2,60}?)\s+\((?:förkort(?:at|as)|abbreviated(?: "
    r"as)?)\s+[\"”]?(?P<term>[\w-]{2,12})[\"”]?\)",
    re.I,
)
_THAT_IS = re.compile(
    r"(?:^|(?<=\s))(?P<term>(?:år \d+|[A-ZÅÄÖ0-9][\w-]*(?:\s[\w-]+){0,2})),?\s+(?:dvs\.?|"
    r"d\.\s?v\.\s?s\.|det vill säga|i\.e\.)\s+(?P<meaning>[^.,;]+)"
)
_SO_CALLED = re.compile(
    r"\b(?:s\.?\s?k\.|så kallade?)\s+(?P<term>[^\s,.;]+(?:\s[^\s,.;]+){0,2}),\s+"
    r"(?P<meaning>[A-ZÅÄÖ][\w-]+(?:,\s[A-ZÅÄÖ][\w-]+)*\s(?:och|samt)\s[A-ZÅÄÖ][\w-]+)"
)


def definitions_of(
    text: str,
    section: Section,
    blocks: Sequence[Block],
    passages: Sequence[Passage],
    actors: Actors,
) -> list[Definition]:
    """The definitions of one section, in order of their places."""
    defines = bool(HEADING.search(section.heading))
    document = passages[0].document if passages else ""
    found = [
        *_rows(text, document, section, blocks, actors, defines=defines),
        *_capital_lists(text, passages),
        *(one for passage in passages for one in _in_passage(text, passage, defines=defines)),
    ]
    unique = {(one.term, one.place.span): one for one in found}
    return sorted(unique.values(), key=lambda one: (one.place.span.start, one.place.span.end))


def _rows(
    text: str,
    document: str,
    section: Section,
    blocks: Sequence[Block],
    actors: Actors,
    *,
    defines: bool,
) -> Iterator[Definition]:
    """Table rows "term, sentence"; outside a section of definitions the second cell must be one."""
    table_defines: bool | None = None
    for block in blocks:
        if block.kind is not BlockKind.TABLE_ROW:
            table_defines = None
            continue
        cells = block.span.of(text).split("\t")
        if table_defines is None:
            table_defines = _heads_definitions(cells)
            plan = action_columns(block.span.of(text)) is not None
            if table_defines or plan:
                defines = defines and not plan
                continue
        if (
            len(cells) == 2
            and _is_term(cells[0], actors)
            and (defines or table_defines or _is_sentence(cells[1]))
        ):
            meaning = cells[1].strip()
            place = Place(document=document, section=section.ordinal, span=block.span)
            yield Definition(term=cells[0].strip(), meaning=meaning, place=place)


def _heads_definitions(cells: Sequence[str]) -> bool:
    return (
        bool(re.match(r"(?:begrepp|term|ord|definition)", cells[0].strip(), re.I))
        and len(" ".join(cells).split()) <= 6
    )


def _is_term(cell: str, actors: Actors) -> bool:
    """Short, no sentence, no actor: tables of responsibility look alike."""
    bare = cell.strip()
    named = actors.find(bare)
    is_actor = bool(named) and named[0].span.of(bare) == bare
    return (
        bool(bare) and len(bare.split()) <= MAX_TERM_WORDS and bare[-1] not in ".:" and not is_actor
    )


def _is_sentence(cell: str) -> bool:
    return len(cell.split()) >= 5 and cell.rstrip().endswith(".")


def _capital_lists(text: str, passages: Sequence[Passage]) -> Iterator[Definition]:
    """Lists whose items all begin with a term in capitals and a verb; "A/B" are two terms."""
    for passage in passages:
        items = [unit for unit in passage.units if LIST_MARKER.match(unit.of(text))]
        if passage.kind is not PassageKind.LIST or len(items) < 2:
            continue
        matches = [(item, _item_match(text, item)) for item in items]
        if not all(match for _, match in matches):
            continue
        for item, match in matches:
            for term in match["term"].split("/") if match else ():
                yield _definition(term, match["meaning"], passage, item)  # type: ignore[index]


def _item_match(text: str, item: Span) -> re.Match[str] | None:
    return _CAPITAL_ITEM.match(LIST_MARKER.sub("", item.of(text), count=1).strip())


def _in_passage(text: str, passage: Passage, *, defines: bool) -> Iterator[Definition]:
    """What sentences, list items and apposed words define."""
    if passage.kind not in (PassageKind.PARAGRAPH, PassageKind.LIST):
        return
    always = (_WITH, _CALLED, _DEFINED_AS, _ENGLISH)
    for unit in passage.units:
        sentence = unit.of(text)[:LONGEST_SENTENCE]
        marker = LIST_MARKER.match(sentence)
        bare = sentence[marker.end() :] if marker else sentence
        patterns = (*always, _LABEL, _PLAIN) if defines else always
        whole = next((found for pattern in patterns if (found := pattern.match(bare))), None)
        if whole:
            yield _definition(whole["term"], whole["meaning"], passage, unit)
        yield from _apposed(sentence, passage, unit)


def _apposed(sentence: str, passage: Passage, unit: Span) -> Iterator[Definition]:
    for found in _SHORTENED.finditer(sentence):
        words = _spelled_out(found["meaning"], found["term"])
        if words:
            yield _definition(found["term"], words, passage, unit)
    for pattern in (_EXPLICITLY_SHORTENED, _THAT_IS, _SO_CALLED):
        for found in pattern.finditer(sentence):
            if pattern is not _EXPLICITLY_SHORTENED or not _spelled_out(
                found["meaning"], found["term"]
            ):
                yield _definition(found["term"], found["meaning"], passage, unit)


def _spelled_out(words: str, short: str) -> str | None:
    """The last words whose initials, small words apart, make up the abbreviation."""
    starts = [found.start() for found in re.finditer(r"\w+", words)]
    for start in reversed(starts):
        tail = words[start:]
        initials = "".join(
            w[0]
            for w in re.findall(r"\w+", tail)
            if w not in ("och", "för", "i", "of", "and", "for")
        )
        if initials.upper() == short:
            return tail
    return None


def _definition(term: str, meaning: str, passage: Passage, span: Span) -> Definition:
    place = Place(document=passage.document, section=passage.section, span=span)
    return Definition(term=term.strip(' *"”“»«'), meaning=meaning.strip(), place=place)
