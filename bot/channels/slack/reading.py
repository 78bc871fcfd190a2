"""People's text, out of Slack's markup (https://docs.slack.dev/messaging/formatting-message-text)."""

from __future__ import annotations

import re
from html import unescape

LONGEST_QUESTION = 600
"""Characters of a message that are read as a question."""

_SPECIAL = re.compile(r"<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>")
_EMOJI = re.compile(r":[a-z0-9_+'-]{2,40}:(?!\d)")
_EMPHASIS = re.compile(r"(?<![\w*_~`])([*_~`]+)(\S(?:.*?\S)?)\1(?![\w*_~`])")
_GREETING = re.compile(
    r"(?:hej|hejsan|hallå|god (?:morgon|dag|kväll)|tjena|tack|tackar|tack så mycket|hjälp|hjalp"
    r"|hi|hello|hey|good (?:morning|afternoon|evening)|thanks|thank you|help)"
    r"(?: (?:policylotsen|mig|på dig|me|there))?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]*[.!?\n]*")


def plain(text: str) -> str:
    """The words a person meant: no mentions, links by their label, no emphasis, no escapes."""
    words = _SPECIAL.sub(_said, text)
    words = _EMPHASIS.sub(r"\2", _EMOJI.sub(" ", words))
    return re.sub(r"\s+", " ", unescape(words)).strip()


def mentioned(text: str) -> set[str]:
    """The ids of the people that a text mentions."""
    return {found[2] for found in _SPECIAL.finditer(text) if found[1] == "@"}


def question_in(text: str) -> str:
    """The question of a longer message: its asking sentences, else the beginning of it all."""
    words = plain(text)
    sentences = [found[0].strip() for found in _SENTENCE.finditer(words)]
    asking = " ".join(sentence for sentence in sentences if sentence.endswith("?"))
    return (asking or words)[:LONGEST_QUESTION]


def _said(found: re.Match[str]) -> str:
    sigil, target, label = found.groups()
    if sigil in {"@", "!"}:
        return " "
    return label or ("" if sigil else target)


def is_greeting(text: str) -> bool:
    """Whether a text only greets, thanks or asks for help."""
    return _GREETING.fullmatch(text.strip(" .!?,")) is not None
