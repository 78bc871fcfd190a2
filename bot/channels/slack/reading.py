"""People's text, out of Slack's markup (https://docs.slack.dev/messaging/formatting-message-text).

A message may have 40,000 characters and is read before it is acknowledged: no expression here
takes more time than the text is long.
"""

from __future__ import annotations

import re
from html import unescape

LONGEST_TEXT = 4_000
"""Characters of a message that are read at all."""

LONGEST_QUESTION = 600
"""Characters of a message that are read as a question."""

_SPECIAL = re.compile(r"<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>")
_EMOJI = re.compile(r"(?<!\d):[a-z0-9_+'-]{2,40}:(?!\d)")
_EMPHASES = tuple(
    re.compile(
        r"(?<![^\W_])(?<!MARK)MARK{1,3}(?=\S)([^MARK]*[^MARK\s])MARK{1,3}(?![^\W_])(?!MARK)".replace(
            "MARK", re.escape(mark)
        )
    )
    for mark in "`*_~"
)
"""By mark: what stands between two marks of a kind that no letter or digit touches outside."""

_GREETING = re.compile(
    r"(?:hej|hej ?hej|hejsan|hallå|god (?:morgon|dag|kväll)|tjena|hjälp|hjalp"
    r"|(?:tack|tackar)(?: så mycket)?(?: för (?:hjälpen|svaret|det))?"
    r"|hi|hello|hey|good (?:morning|afternoon|evening)|help"
    r"|(?:thanks|thank you)(?: for (?:the|your) (?:help|answer))?)"
    r"(?:,? (?:policylotsen|mig|på dig|me|there))?",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?]) ")


def plain(text: str) -> str:
    """The words a person meant: no mentions, links by their label, no emphasis, no escapes; the
    first LONGEST_TEXT characters of them.
    """
    words = _EMOJI.sub(" ", _SPECIAL.sub(_said, text))
    for emphasis in _EMPHASES:
        words = emphasis.sub(r"\1", words)
    return " ".join(unescape(words)[:LONGEST_TEXT].split())


def mentioned(text: str) -> set[str]:
    """The ids of the people and groups that a text calls, and "here", "channel", "everyone"."""
    called = {found[2] for found in _SPECIAL.finditer(text) if found[1] in {"@", "!"}}
    return {each for each in called if not each.startswith("date^")}


def question_in(text: str) -> str:
    """The question of a longer message: its asking sentences, else the beginning of it all.

    A line ends a sentence, and so does a mark with a blank after it: not one in an address.
    """
    lines = [plain(line) for line in text[:LONGEST_TEXT].splitlines()]
    sentences = [each for line in lines for each in _SENTENCE_END.split(line)]
    asking = " ".join(sentence for sentence in sentences if sentence.endswith("?"))
    return (asking or plain(text))[:LONGEST_QUESTION]


def asked_in(text: str) -> str:
    """What is said to the assistant: all of it, or of more than LONGEST_QUESTION the question."""
    words = plain(text)
    return words if len(words) <= LONGEST_QUESTION else question_in(text)


def _said(found: re.Match[str]) -> str:
    sigil, target, label = found.groups()
    if sigil in {"@", "!"}:
        return " "
    return label or (" " if sigil else target)


def is_greeting(text: str) -> bool:
    """Whether a text only greets, thanks or asks for help."""
    return _GREETING.fullmatch(text.strip(" .!?,")) is not None
