"""What a caller of the services gave that cannot be used.

InvalidInput
├── EmptyQuestion           a question without a single word
├── UnknownMunicipality     no documents from it; ``municipalities`` are those with documents
├── UnknownHome             the same, for the setting HOME_MUNICIPALITY
├── UnknownDocument         no document of that name
├── AmbiguousDocument       several documents of that name, ``documents``
├── SectionGone             a section that the index no longer has
├── UnreadableInput         a file of questions that cannot be opened
├── BadLine                 a line of such a file; ``reason`` is a catalogue key
└── UnwritableOutput        a file for answers that cannot be written
"""

from __future__ import annotations

from knowledge.errors import InvalidInput


class EmptyQuestion(InvalidInput):
    """A question without a single word."""

    key = "error-empty-question"


class UnknownMunicipality(InvalidInput):
    """A municipality without documents in the index."""

    key = "error-unknown-municipality"


class UnknownHome(UnknownMunicipality):
    """HOME_MUNICIPALITY names a municipality without documents in the index."""

    key = "error-unknown-home"


class UnknownDocument(InvalidInput):
    """No document is called that."""

    key = "error-unknown-document"


class AmbiguousDocument(InvalidInput):
    """Several documents are called that."""

    key = "error-ambiguous-document"


class SectionGone(InvalidInput):
    """A section that the index no longer has."""

    key = "error-section-gone"


class UnreadableInput(InvalidInput):
    """A file of questions that cannot be opened or is not UTF-8."""

    key = "error-unreadable-input"


class BadLine(InvalidInput):
    """A line that is no question. ``reason`` is a key of the catalogue."""

    key = "error-bad-line"


class UnwritableOutput(InvalidInput):
    """A file for answers that cannot be written."""

    key = "error-unwritable-output"
