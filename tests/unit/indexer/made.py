"""Documents composed from text, for the tests of structure and extraction."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import knowledge
from indexer.documents import compose
from indexer.reading import read
from indexer.reading.markdown import read_markdown
from knowledge.model import Document

SHIPPED = Path(knowledge.__file__).parent / "documents"

FIVE = (
    "enkoping-internationell-policy",
    "orebro-internationell-policy",
    "skara-handlingsplan-for-okad-internationalisering",
    "skovde-policy-for-internationellt-arbete",
    "upplands-bro-policy-for-arbetet-med-internationella-kontakter",
)


@lru_cache(maxsize=len(FIVE))
def shipped(identity: str) -> Document:
    """One of the five shipped documents."""
    path = SHIPPED / f"{identity}.txt"
    return compose(read(path), path.name, "digest")


def made(text: str, name: str = "provkommun.md") -> Document:
    """A document of marked headings, so that only the extraction is on trial."""
    return compose(read_markdown(text.encode()), name, "digest")


def section(body: str, heading: str = "Ansvar") -> Document:
    """A document of one section."""
    return made(f"# Policy för internationellt arbete\n\n## {heading}\n\n{body}\n")
