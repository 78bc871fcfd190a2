"""What the assistant knows, as immutable values.

Character positions are offsets into ``Document.text``, the text as the reader stored it;
``span.of(text)`` is always verbatim. Pages count from 1 and are None where the format has none.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """An immutable value object: compared by content, closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Value):
    """A half-open range of characters, ``start <= position < end``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class Section(Value):
    """A numbered or titled part of a document, without its subsections.

    Section 0 is the document's own opening: title page, decision line and fact labels, under
    the document's title at level 0. ``path`` holds the headings from level 1 down to this one,
    each with its number; it is empty for section 0.
    """

    ordinal: int
    number: str | None
    heading: str
    level: int
    path: tuple[str, ...]
    span: Span
    body: Span
    page: int | None

    @property
    def label(self) -> str:
        """The heading with its number, as a reader of the document would name it."""
        return f"{self.number} {self.heading}" if self.number else self.heading


class PassageKind(StrEnum):
    """What form a passage has in the document."""

    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE_ROW = "table_row"
    ACTION = "action"
    FACTS = "facts"


class Passage(Value):
    """What is embedded and ranked: a paragraph, a list with its lead-in, a table row or an action.

    Identity is (document, section, ordinal), never the text: municipal documents repeat
    their boilerplate. ``units`` are its sentences, list items or labelled lines, in order.
    """

    document: str
    section: int
    ordinal: int
    kind: PassageKind
    span: Span
    units: tuple[Span, ...]
    page: int | None

    @property
    def key(self) -> str:
        """A string that names the passage within one index."""
        return f"{self.document}#{self.section}.{self.ordinal}"


class Place(Value):
    """Where something stands: a span of one section of one document."""

    document: str
    section: int
    span: Span


class FactName(StrEnum):
    """The facts a policy document states about itself (the fields of Swedish cover sheets)."""

    MUNICIPALITY = "municipality"
    TITLE = "title"
    TYPE = "type"
    DECIDED_BY = "decided_by"
    DECIDED_ON = "decided_on"
    PARAGRAPH = "paragraph"
    DIARY_NUMBER = "diary_number"
    VALID_FROM = "valid_from"
    VALID_UNTIL = "valid_until"
    REPLACES = "replaces"
    APPLIES_TO = "applies_to"
    REVISED = "revised"
    REVIEW_RULE = "review_rule"
    OWNER = "owner"
    CONTACT = "contact"
    RELATED_DOCUMENTS = "related_documents"


class Fact(Value):
    """One fact of a document. ``value`` is None when the document has the field but left it blank.

    ``value`` is as written, except dates, which are ISO 8601 where the day is known.
    ``place`` is None only for what the manifest, not the document, states.
    """

    name: FactName
    value: str | None
    place: Place | None


class Definition(Value):
    """A term and the words that define it."""

    term: str
    meaning: str
    place: Place


class Duty(Value):
    """Who does what, to whom or in which report, and when or how often.

    ``actors`` are ids of the lexicon's actors; ``actor`` is the document's own words for them,
    or None where the sentence is passive and names nobody ("Uppföljning ska ske årligen").
    ``recipient`` and ``time`` are verbatim parts of the sentence.
    """

    actors: tuple[str, ...]
    actor: str | None
    action: str
    recipient: str | None
    time: str | None
    place: Place


class ActionItem(Value):
    """A measure of an action plan. None marks a label that is absent, "" one left blank or "-"."""

    measure: str
    participants: str | None
    time: str | None
    responsible: str | None
    place: Place


class Goal(Value):
    """A goal that the document sets: a sentence, or an item of a list without its marker."""

    place: Place


class Document(Value):
    """A whole policy document and all that was taken out of it."""

    id: str
    source: str
    digest: str
    municipality: str
    title: str
    text: str
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    definitions: tuple[Definition, ...]
    duties: tuple[Duty, ...]
    actions: tuple[ActionItem, ...]
    goals: tuple[Goal, ...]

    def fact(self, name: FactName) -> Fact | None:
        """The fact of that name, or None if the document has no such field."""
        return next((fact for fact in self.facts if fact.name is name), None)

    def quote(self, place: Place) -> str:
        """The verbatim words at ``place``."""
        return place.span.of(self.text)


class Aspect(StrEnum):
    """What a question asks for."""

    WHO = "who"
    WHEN = "when"
    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DATE = "date"
    DURATION = "duration"
    HOW_MUCH = "how_much"
    HOW_MANY = "how_many"
    NAME = "name"
    PERSON = "person"
    CONTACT = "contact"
    COUNTRY = "country"
    DEFINITION = "definition"
    MEANING = "meaning"
    PURPOSE = "purpose"
    REPORT = "report"
    COMPARE = "compare"


class SectionReference(Value):
    """A section as people cite it. ``decided`` is an ISO date; ``section`` has neither number nor
    trailing colon, and is the document's title for what stands before the first heading.
    ``document_id`` and ``ordinal`` find the section in the index; ``edition`` is the beginning of
    the document's digest, by which it is told whether the document is still the same.
    """

    document_id: str
    edition: str
    ordinal: int
    municipality: str
    document: str
    decided: str | None
    section_number: str | None
    section: str
    section_path: tuple[str, ...]
    page: int | None


class Citation(SectionReference):
    """A section and the words quoted from it: ``quote`` is ``text[start:end]`` of the stored
    document, character for character.
    """

    quote: str
    start: int
    end: int


class AnswerStatus(StrEnum):
    """Whether the documents hold the answer."""

    ANSWERED = "answered"
    NOT_FOUND = "not_found"


class Answer(Value):
    """What people get. ``text`` is all of it in words; ``sentence`` its first, direct sentence or
    the reasons of a refusal, ``citations`` the quotes behind it, best first, ``notes`` what is
    said below them; ``nearest`` the closest sections of a refusal.
    """

    language: str
    status: AnswerStatus
    sentence: str
    text: str
    citations: tuple[Citation, ...]
    nearest: tuple[SectionReference, ...]
    notes: tuple[str, ...] = ()
