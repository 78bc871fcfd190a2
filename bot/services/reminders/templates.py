"""Texts to begin a broadcast with, and the answers that they ask for."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.domain.reminders.broadcast import Content, Template, Wish
from knowledge.texts.catalogue import say

TEMPLATE_TEXTS = ("title", "text", "reason")
"""What a template fills in, beside the answers."""

TEMPLATE_WISHES: Mapping[Template, frozenset[Wish]] = {
    Template.REPORT: frozenset({Wish.NOTHING_TO_REPORT, Wish.LOG_ACTIVITY}),
    Template.UPDATE_PLAN: frozenset({Wish.ACKNOWLEDGE, Wish.TEXT}),
    Template.TRAINING: frozenset({Wish.ACKNOWLEDGE, Wish.TEXT}),
    Template.NEWS: frozenset(),
}
"""The answers that each template asks for."""

_GAP = re.compile(r"(?:^|:)\s*(?:…|\.\.\.)(?=\s|$)", re.MULTILINE)
"""Where somebody is still to write: after a colon, or a line's beginning. What is left out of a
quoted sentence stands elsewhere.
"""


def template_texts(template: Template, language: str) -> dict[str, str]:
    """What a template says in "sv" or "en", by TEMPLATE_TEXTS."""
    return {each: say(f"template-{template.value}-{each}", language) for each in TEMPLATE_TEXTS}


def has_gap(content: Content) -> bool:
    """Whether a gap, as templates have them, is still to be filled in."""
    return bool(_GAP.search(f"{content.title}\n{content.text}\n{content.reason}"))
