"""Which section a button shows, as its value."""

from __future__ import annotations

import json

from bot.channels.slack.blocks import limits, names
from bot.channels.slack.blocks.elements import Block, button
from bot.channels.slack.blocks.text import shown
from bot.services.sections import Target
from knowledge.model import Citation, SectionReference, Span
from knowledge.texts.catalogue import say


class SectionTarget(Target):
    """Also which of its parts to show if it is a long one: ``part`` counts from 0; None is the part
    with the quote, else the first.
    """

    part: int | None = None

    def encoded(self) -> str:
        """As a button's value."""
        quote = [self.quote.start, self.quote.end] if self.quote else None
        written = [self.document, self.edition, self.ordinal, quote, self.part]
        return json.dumps(written, ensure_ascii=False, separators=(",", ":"))

    @property
    def is_showable(self) -> bool:
        """Whether a button can carry it."""
        return len(self.encoded()) <= limits.VALUE


def decode_target(value: str) -> SectionTarget:
    """The target of a button's value. Raises ValueError for what ``encoded`` never made."""
    match json.loads(value):
        case [str(document), str(edition), int(ordinal), quote, (int() | None) as part]:
            return SectionTarget(
                document=document,
                edition=edition,
                ordinal=ordinal,
                quote=_span(quote, value),
                part=part,
            )
    raise ValueError(f"no section: {value[:100]}")


def _span(quote: object, value: str) -> Span | None:
    match quote:
        case None:
            return None
        case [int(start), int(end)]:
            return Span(start=start, end=end)
    raise ValueError(f"no quote: {value[:100]}")


def target_of(reference: SectionReference) -> SectionTarget:
    """The section of a reference, with the quote if it is a citation."""
    quote = None
    if isinstance(reference, Citation):
        quote = Span(start=reference.start, end=reference.end)
    return SectionTarget(
        document=reference.document_id,
        edition=reference.edition,
        ordinal=reference.ordinal,
        quote=quote,
    )


def show_section(target: SectionTarget, heading: str, ordinal: int, language: str) -> Block | None:
    """The button that shows a section; None where its value would be too long for Slack."""
    if not target.is_showable:
        return None
    return button(
        say("slack-show-section", language),
        names.numbered(names.SHOW_SECTION, ordinal),
        target.encoded(),
        label=say("slack-show-section-named", language, section=shown(heading, limits.BUTTON)),
    )
