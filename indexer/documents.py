"""A document as read, made whole: its structure, passages and all that is taken out of it."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePath

from indexer.extraction.actions import actions_of
from indexer.extraction.definitions import definitions_of
from indexer.extraction.duties import DutyReader
from indexer.extraction.facts import facts_of
from indexer.extraction.goals import goals_of
from indexer.extraction.subjects import SubjectFinder
from indexer.extraction.verbs import load_verbs
from indexer.manifest import ManifestEntry
from indexer.reading.block import SourceText
from indexer.structure.headings import body_blocks, find_headings
from indexer.structure.passages import passages_of
from indexer.structure.tree import Outline, outline
from knowledge.errors import UnreadableDocument
from knowledge.language.actors import load_actors
from knowledge.language.lexicon import load_lexicon
from knowledge.language.municipalities import swedish_municipalities
from knowledge.language.words import fold
from knowledge.model import ActionItem, Definition, Document, Duty, Fact, FactName, Goal, Passage

UNKNOWN_MUNICIPALITY = "Okänd kommun"
"""Where neither the document nor a manifest names its municipality."""


def compose(
    source: SourceText, path_name: str, digest: str, override: ManifestEntry | None = None
) -> Document:
    """The whole document of a file of that name, whose bytes have that digest.

    Raises UnreadableDocument("unreadable-no-headings") when no section but the opening is found.
    """
    identity = document_id(path_name)
    if not find_headings(source, body_blocks(source)):
        raise UnreadableDocument("unreadable-no-headings", name=path_name)
    shape = outline(source)
    facts = facts_of(source.text, identity, shape, swedish_municipalities())
    municipality = _municipality(facts, override)
    content = _Content(source.text, identity, shape, municipality)
    return Document(
        id=identity,
        source=path_name,
        digest=digest,
        municipality=municipality,
        title=shape.title or PurePath(path_name).stem,
        text=source.text,
        facts=(*facts, *_added(facts, override)),
        sections=shape.sections,
        passages=tuple(content.passages),
        definitions=tuple(content.definitions),
        duties=tuple(content.duties),
        actions=tuple(content.actions),
        goals=tuple(content.goals),
    )


def document_id(path_name: str) -> str:
    """A file's name without its ending, in plain lower-case letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(PurePath(path_name).stem)).strip("-")


class _Content:
    """What the sections hold, in order."""

    def __init__(self, text: str, identity: str, shape: Outline, municipality: str) -> None:
        self.passages: list[Passage] = []
        self.definitions: list[Definition] = []
        self.duties: list[Duty] = []
        self.actions: list[ActionItem] = []
        self.goals: list[Goal] = []
        actors = load_actors()
        reader = DutyReader(SubjectFinder(actors, municipality), load_verbs())
        for section, blocks in zip(shape.sections, shape.blocks, strict=True):
            passages = passages_of(text, identity, section, blocks, _abbreviations())
            self.passages += passages
            self.definitions += definitions_of(text, section, blocks, passages, actors)
            self.duties += reader.duties(text, section, passages)
            self.actions += actions_of(text, identity, section, blocks)
            self.goals += goals_of(text, section, passages)


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    """Those written with a full stop, which does not end a sentence."""
    return frozenset(short for short in load_lexicon().abbreviations if short.endswith("."))


def _municipality(facts: list[Fact], override: ManifestEntry | None) -> str:
    if override and override.municipality:
        return override.municipality
    stated = (fact.value for fact in facts if fact.name is FactName.MUNICIPALITY)
    return next(stated, None) or UNKNOWN_MUNICIPALITY


def _added(facts: list[Fact], override: ManifestEntry | None) -> list[Fact]:
    """The manifest's facts, without a place, where the document has no value of its own."""
    if override is None:
        return []
    stated = {fact.name for fact in facts if fact.value is not None}
    given = dict(override.facts)
    if override.municipality:
        given.setdefault(FactName.MUNICIPALITY, override.municipality)
    return [
        Fact(name=name, value=value, place=None)
        for name, value in given.items()
        if name not in stated
    ]
