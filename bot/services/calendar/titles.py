"""Short titles of what documents and agreements propose."""

from __future__ import annotations

import re
from textwrap import shorten

from bot.domain.reminders.proposals import Proposal
from bot.services.calendar.wording import what
from knowledge.language.words import fold

LONGEST = 70
"""Characters of a title made of a document's sentence: what is read at a glance."""

_LEAST_WORDS = 2
_CLAUSE_ENDS = re.compile(r"[.;](?=\s)|\s(?=(?:i\s+syfte\s+att|för\s+att|in\s+order\s+to)\b)", re.I)
"""Where a sentence may stop and tell the matter still: before another one, or what it is for."""

_HANGING = re.compile(
    r"(?:\s(?:som|och|samt|eller|med|via|för|till|i|inom|på|av|att|and|or|with|of|to|for|in|by|that|"
    r"which))+$",
    re.I,
)
"""Words that promise another one, at the end of what was cut."""


def short_title(proposal: Proposal, language: str) -> str:
    """What is to be done, in at most LONGEST characters of the document's words; what falls due of
    which agreement, however long its name.

    A long sentence ends with its first clauses, or is cut at a word. One that begins with the time
    would tell nothing but that: there the section's heading stands for it.
    """
    told = what(proposal, language)
    if proposal.agreement is None and len(told) > LONGEST:
        told = _clauses(told) or _heading(proposal) or _cut(told)
    return told[:1].upper() + told[1:]


def _clauses(text: str) -> str:
    """As many of its first clauses as fit; "" where the first alone is too long, or one word."""
    ends = [match.start() for match in _CLAUSE_ENDS.finditer(text) if match.start() <= LONGEST]
    told = text[: max(ends, default=0)]
    return told if len(told.split()) >= _LEAST_WORDS else ""


def _heading(proposal: Proposal) -> str:
    """The heading over a sentence that begins with the time; "" over others."""
    cited, begins = proposal.citation, fold(proposal.when.split(";")[0])
    if cited is None or not begins or not fold(proposal.what).startswith(begins):
        return ""
    return cited.section if cited.section_path and len(cited.section) <= LONGEST else ""


def _cut(text: str) -> str:
    """Its first words; of one endless word the beginning."""
    told = shorten(text, LONGEST - 1, placeholder="") or text[: LONGEST - 1]
    return f"{_HANGING.sub('', told)}…"
