"""The words of an answer: the direct sentence, quotes under their citation lines, refusals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from knowledge.model import Citation, SectionReference
from knowledge.texts.catalogue import say

LONGEST_ANSWER = 1200
"""Characters of an answer's text: what people read in a chat window without scrolling away."""


def citation_line(cited: SectionReference, language: str) -> str:
    """Municipality, document, decision date, section and page, as far as they are known."""
    is_opening = cited.section == cited.document and not cited.section_path
    section = f"{cited.section_number} {cited.section}" if cited.section_number else cited.section
    return say(
        "cited",
        language,
        municipality=cited.municipality,
        document=cited.document,
        decided=cited.decided or "none",
        section="none" if is_opening else section,
        page=cited.page or "none",
    )


def quoted(citation: Citation) -> str:
    """The quote on one line, in the quotation marks of Swedish text."""
    return f"”{on_one_line(citation.quote)}”"


def on_one_line(text: str) -> str:
    """Text with its white space folded, as it is shown."""
    return re.sub(r"\s+", " ", text).strip()


def answer_text(
    sentence: str, citations: Sequence[Citation], notes: Iterable[str], language: str
) -> str:
    """Sentence, quotes and notes; notes are left out from the end if it grows too long."""
    parts = [sentence]
    parts += [
        f"{quoted(citation)}\n— {citation_line(citation, language)}" for citation in citations
    ]
    text = "\n\n".join(parts)
    for note in notes:
        if len(text) + len(note) + 2 <= LONGEST_ANSWER:
            text = f"{text}\n\n{note}"
    return text


def refusal_text(reasons: Sequence[str], nearest: Sequence[SectionReference], language: str) -> str:
    """Why there is no answer, and where the documents come nearest."""
    text = " ".join(reasons)
    if nearest:
        sections = "; ".join(citation_line(section, language) for section in nearest)
        text = f"{text}\n\n{say('nearest', language, sections=sections)}"
    return text[:LONGEST_ANSWER]


def listed(words: Sequence[str], language: str) -> str:
    """ "a, b och c" or "a, b and c"."""
    conjunction = "och" if language == "sv" else "and"
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"
