"""Every error the product raises on purpose.

PolicylotsenError
├── UnreadableDocument      a file that cannot become a document; ``reason`` is a catalogue key
├── IndexMissing            no index has been published yet
├── IndexMismatch           the index was made with another model, structure or lexicon
├── StoreUnavailable        the vector store cannot be reached (retryable)
├── ModelUnavailable        the embedding model cannot be loaded
├── QuoteMismatch           a quote that does not stand in the stored document
└── InvalidInput            what the caller gave cannot be used

Messages are for logs; people see the catalogue's sentence for the class (``key``) and ``details``.
"""

from __future__ import annotations

from typing import ClassVar


class PolicylotsenError(Exception):
    """An error with a name in the catalogue of user texts. ``details`` fill its placeholders."""

    key: ClassVar[str] = "error-unexpected"
    retryable: ClassVar[bool] = False

    def __init__(self, message: str, **details: str) -> None:
        super().__init__(message)
        self.details = details


class UnreadableDocument(PolicylotsenError):
    """A file that cannot become a document. ``reason`` is a key of the catalogue."""

    key = "error-unreadable-document"

    def __init__(self, reason: str, **details: str) -> None:
        super().__init__(reason, **details)
        self.reason = reason


class IndexMissing(PolicylotsenError):
    """No index has been published in the data directory."""

    key = "error-index-missing"


class IndexMismatch(PolicylotsenError):
    """The published index was made with another embedding model, structure or lexicon."""

    key = "error-index-mismatch"


class StoreUnavailable(PolicylotsenError):
    """The vector store cannot be reached or answers with an error."""

    key = "error-store-unavailable"
    retryable = True


class ModelUnavailable(PolicylotsenError):
    """The embedding model cannot be loaded."""

    key = "error-model-unavailable"


class QuoteMismatch(PolicylotsenError):
    """A quote that is not, character for character, in the stored document."""

    key = "error-quote-mismatch"


class InvalidInput(PolicylotsenError):
    """What the caller gave cannot be used."""

    key = "error-invalid-input"
