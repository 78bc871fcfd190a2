"""A title out of what is left when everything that has a field of its own is taken away."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.domain.activities.activity import LONGEST_TITLE
from bot.services.activities.free_text.found import TAKEN, without
from knowledge.model import Span

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-zåäö])|\n")
_EMPTIED = (
    (re.compile(rf"[(\[]\s*(?:{TAKEN}|[\s,;+/&]|\b(?:och|varav|samt|and|of which)\b)*[)\]]"), " "),
    (re.compile(rf"\b(?:varav|därav|of which|of whom|på|om|för|för totalt|kostade|kostar|kostnad|costs?|med|och|samt|and|with|for|at|till|from|sedan|i|med totalt)\s*(?={TAKEN})", re.I), " "),
    (re.compile(rf"(?<={TAKEN})\s*(?:och|samt|and|o|\+|&|/|varav|därav|of which|of whom|från|i)\s*(?={TAKEN}|$)", re.I), " "),
    (re.compile(rf"\s*{TAKEN}+\s*"), " "),
    (re.compile(r"(?:\s*[,;:+/&–-]\s+|\s+[,;:]\s*)(?:[,;:+/&.–-]\s*)+"), ", "),
    (re.compile(r"\s+([,;:.!?)])"), r"\1"),
    (re.compile(r"[,;:]+(?=[.!?])|(?<=[.!?])[,;:]+"), ""),
    (re.compile(r"\s{2,}"), " "),
)
"""What emptied places leave behind, and what stands instead."""

_EDGES = " \t\r\n,;:–-+/&|•*"
_DANGLING = re.compile(
    r"\s+(?:och|samt|med|på|för|om|i|till|från|den|under|varav|and|with|for|on|in|to|from|of|the)$",
    re.IGNORECASE,
)


def make_title(text: str, spans: Iterable[Span]) -> str:
    """The text without these places, cleanly punctuated, at most ``LONGEST_TITLE`` characters.

    Of several sentences, the first that leaves something; of one that is too long, its beginning.
    "" where nothing is left.
    """
    rest = without(text, spans)
    sentences = [cleaned for part in _SENTENCE.split(rest) if (cleaned := _cleaned(part))]
    whole = ". ".join(each.rstrip(".") for each in sentences)
    if len(whole) <= LONGEST_TITLE:
        return whole
    return _shortened(sentences[0])


def _cleaned(part: str) -> str:
    for pattern, instead in _EMPTIED:
        part = pattern.sub(instead, part)
    part = part.strip(_EDGES)
    while _DANGLING.search(part):
        part = _DANGLING.sub("", part).strip(_EDGES)
    part = part.rstrip(".").strip(_EDGES)
    return part[:1].upper() + part[1:] if re.search(r"\w", part) else ""


def _shortened(sentence: str) -> str:
    if len(sentence) <= LONGEST_TITLE:
        return sentence
    return sentence[: LONGEST_TITLE - 1].rsplit(" ", 1)[0].rstrip(_EDGES) + "…"
