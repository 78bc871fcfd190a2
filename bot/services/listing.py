"""What the indexed documents hold, as rows with their quotes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from bot.services.quotes import Quote, place_fields, quote_fields
from knowledge.citations import cite
from knowledge.language.actors import Actors, load_actors
from knowledge.language.words import fold, tokenise
from knowledge.model import ActionItem, Definition, Document, Duty, Fact, FactName, Value
from knowledge.ports import Catalog

LONGEST_ABBREVIATION = 4

Extract = TypeVar("Extract", ActionItem, Definition)


class FactRow(Value):
    """A fact of a document.

    ``value`` is None where the field is blank, ``quote`` where the document does not state it.
    """

    name: FactName
    value: str | None
    quote: Quote | None


class DocumentRow(Value):
    """A document with its facts and its size; ``characters`` are those of its text."""

    id: str
    municipality: str
    document: str
    source: str
    sections: int
    passages: int
    characters: int
    facts: tuple[FactRow, ...]

    def fact(self, name: FactName) -> FactRow | None:
        """The fact of that name, or None."""
        return next((fact for fact in self.facts if fact.name is name), None)


class SectionRow(Quote):
    """A section, whole; ``level`` is 0 for the opening, else the depth of its heading."""

    level: int


class DefinitionRow(Quote):
    """A term and what a document says that it means."""

    term: str
    meaning: str


class DutyRow(Quote):
    """Who does what, to whom and when; ``actors`` are ids, ``actor`` the document's words."""

    actors: tuple[str, ...]
    actor: str | None
    action: str
    recipient: str | None
    time: str | None


class ActionRow(Quote):
    """A measure of an action plan; None marks an absent label, "" a blank one."""

    measure: str
    participants: str | None
    time: str | None
    responsible: str | None


def list_documents(catalog: Catalog) -> list[DocumentRow]:
    """All documents, by municipality and title."""
    return [_document_row(document) for document in catalog.documents()]


def list_sections(document: Document) -> list[SectionRow]:
    """A document's sections in its own order."""
    rows = []
    for section in document.sections:
        citation = cite(document, section, section.span, section.page)
        rows.append(SectionRow.model_validate({**quote_fields(citation), "level": section.level}))
    return rows


def list_definitions(catalog: Catalog, municipality: str | None = None) -> list[DefinitionRow]:
    """The terms that documents define."""
    return [
        DefinitionRow.model_validate({**quote, **_own_fields(definition)})
        for definition, quote in _extracts(catalog, municipality, lambda d: d.definitions)
    ]


def list_duties(
    catalog: Catalog, who: str | None = None, municipality: str | None = None
) -> list[DutyRow]:
    """Who does what; only the duties of ``who``, an actor by any of its names or a part of one."""
    wanted = actors_called(who, load_actors()) if who else frozenset()
    return [
        duty_row(document, duty)
        for document in _documents(catalog, municipality)
        for duty in document.duties
        if who is None or _is_of(duty, who, wanted)
    ]


def duty_row(document: Document, duty: Duty) -> DutyRow:
    """A duty with its quote."""
    quote = place_fields(document, duty.place)
    return DutyRow.model_validate({**quote, **_own_fields(duty)})


def list_actions(catalog: Catalog, municipality: str | None = None) -> list[ActionRow]:
    """The measures of action plans."""
    return [
        ActionRow.model_validate({**quote, **_own_fields(action)})
        for action, quote in _extracts(catalog, municipality, lambda d: d.actions)
    ]


def actors_called(who: str, actors: Actors) -> frozenset[str]:
    """The ids of the actors that ``who`` may mean.

    An abbreviation means its own actor only; other words mean every actor whose name they are or
    end ("samordnare": the international coordinator too) or, in English, begin before "of"; where
    there is none, every actor with the words anywhere in a name.
    """
    asked = _plain(who)
    names = {actor.id: [_plain(n) for n in (*actor.names_sv, *actor.names_en)] for actor in actors}
    exact = frozenset(identity for identity, own in names.items() if asked in own)
    if exact and len(asked) <= LONGEST_ABBREVIATION:
        return exact
    found = exact | {mention.actor for mention in actors.find(who)}
    found |= {i for i, own in names.items() if any(_is_head(asked, name) for name in own)}
    return found or frozenset(i for i, own in names.items() if any(asked in n for n in own))


def _is_head(asked: str, name: str) -> bool:
    """Whether ``asked`` is what the name is a kind of, not what that belongs to."""
    before = name.removesuffix(asked)
    ends = before != name and not before.endswith((" i ", " for ", " of ", " of the "))
    return ends or name.startswith((f"{asked} of ", f"{asked} for "))


def _is_of(duty: Duty, who: str, wanted: frozenset[str]) -> bool:
    if wanted.intersection(duty.actors):
        return True
    asked = _plain(who)
    return len(asked) > LONGEST_ABBREVIATION and asked in _plain(duty.actor or "")


def _plain(text: str) -> str:
    return " ".join(fold(token.text) for token in tokenise(text))


def _extracts(
    catalog: Catalog, municipality: str | None, taken: Callable[[Document], Iterable[Extract]]
) -> Iterator[tuple[Extract, dict[str, object]]]:
    """What was taken out of the documents, each with the fields of its quote."""
    for document in _documents(catalog, municipality):
        for extract in taken(document):
            yield extract, place_fields(document, extract.place)


def _documents(catalog: Catalog, municipality: str | None) -> Iterator[Document]:
    return (each for each in catalog.documents() if municipality in {None, each.municipality})


def _own_fields(extract: Value) -> dict[str, object]:
    return extract.model_dump(exclude={"place"})


def _document_row(document: Document) -> DocumentRow:
    return DocumentRow(
        id=document.id,
        municipality=document.municipality,
        document=document.title,
        source=document.source,
        sections=len(document.sections),
        passages=len(document.passages),
        characters=len(document.text),
        facts=tuple(_fact_row(document, fact) for fact in document.facts),
    )


def _fact_row(document: Document, fact: Fact) -> FactRow:
    quote = Quote.model_validate(place_fields(document, fact.place)) if fact.place else None
    return FactRow(name=fact.name, value=fact.value, quote=quote)
