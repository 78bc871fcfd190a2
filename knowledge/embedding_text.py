"""What the embedder sees of a passage."""

from __future__ import annotations

from knowledge.language.gloss import Glosser
from knowledge.model import Document, Passage


def embedded_text(document: Document, passage: Passage, glosser: Glosser | None) -> str:
    """The passage under its heading path; in English words if a glosser is given."""
    path = document.sections[passage.section].path or (document.title,)
    text = f"{' / '.join(path)}. {passage.span.of(document.text)}"
    return glosser.gloss(text) if glosser else text
