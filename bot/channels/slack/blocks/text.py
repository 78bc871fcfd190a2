"""Text of people and documents, made fit for Slack: cleaned, measured, shortened, cut, escaped.

Blocks show it as plain text or rich text, where Slack interprets nothing. Only a message's fallback
is mrkdwn, and goes through ``neutral``.
https://docs.slack.dev/messaging/formatting-message-text
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NewType

from bot.channels.slack.blocks.limits import FALLBACK, FALLBACK_PARAGRAPH

Mrkdwn = NewType("Mrkdwn", str)
"""Text in which all markup is ours."""

NOTHING = "–"
"""Stands where there is nothing to see: Slack refuses empty text."""

_LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Control characters, halves of pairs, and those that turn the direction of the text after them.
_UNWANTED = re.compile(
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff]"
)
_BREAKS = tuple(re.compile(each) for each in (r"\n\s*\n", r"\n", r"(?<=[.!?:;])\s", r"\s"))
_INVISIBLE = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp", "Zs"))
_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_JOINER = "\u2060"
_MARKUP = re.compile(r"[*_~`]|(?m:^&gt;)|:(?=[\w+'-]+:)")


def clean(text: str) -> str:
    """Text without what has no form on a screen; every end of a line is a line feed.

    Characters that turn the direction of writing go too: they would turn what we write after them.
    """
    return _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))


def shown(text: str, room: int) -> str:
    """Clean text of at most ``room`` by ``size``; NOTHING where there is nothing to see."""
    cleaned = clean(text).strip()
    return shortened(cleaned, room) if is_visible(cleaned) else NOTHING


def is_visible(text: str) -> bool:
    """Whether there is anything to see."""
    return any(unicodedata.category(each) not in _INVISIBLE for each in text)


def size(text: str) -> int:
    """How long Slack may take a text to be: UTF-16 units, with &, < and > as entities."""
    marks = 4 * text.count("&") + 3 * (text.count("<") + text.count(">"))
    return _units(text) + marks


def shortened(text: str, room: int, ending: str = "…") -> str:
    """Text of at most ``room`` by ``size``, cut after a word where there is one.

    >>> shortened("Kommunfullmäktige beslutar om policyn", 30)
    'Kommunfullmäktige beslutar om…'
    """
    if size(text) <= room:
        return text
    most = _reach(text, 0, room - size(ending))
    words = text[: most + 1].rstrip().rfind(" ") if not text[most].isspace() else most
    end = words if words > most // 2 else _whole(text, 0, most)
    return text[:end].rstrip(" \n\t,;:") + ending


def pieces(text: str, room: int) -> list[str]:
    """The text in pieces of at most ``room`` (5 or more) by ``size``.

    Cut between paragraphs, lines, sentences or words, in this order; only a word that does not fit
    is cut itself. Nothing but white space is lost.
    """
    return [text[start:end] for start, end in spans(text, room)]


def spans(text: str, room: int) -> Iterator[tuple[int, int]]:
    """Where the ``pieces`` begin and end."""
    start = _next_word(text, 0)
    while start < len(text):
        end = _reach(text, start, room)
        if end < len(text):
            end = _break(text, start, end)
        yield start, start + len(text[start:end].rstrip())
        start = _next_word(text, end)


def neutral(text: str, room: int = FALLBACK_PARAGRAPH) -> Mrkdwn:
    """Text as mrkdwn that looks as it is written and mentions nobody; at most ``room`` by ``size``.

    Signs of emphasis, quotes and emoji stand between word joiners, which nobody sees.
    """
    cleaned = clean(text)
    for allowed in (room, room // 3):
        written = _unmarked(shortened(cleaned, allowed).translate(_ESCAPES))
        if _units(written) <= room:
            break
    return Mrkdwn(written)


def join(paragraphs: Iterable[Mrkdwn], room: int = FALLBACK) -> Mrkdwn:
    """Paragraphs with an empty line between, as many as fit; "…" where some did not."""
    text = ""
    for paragraph in filter(is_visible, paragraphs):
        longer = f"{text}\n\n{paragraph}" if text else paragraph
        if _units(longer) > room - 2:
            return Mrkdwn(f"{text}\n…")
        text = longer
    return Mrkdwn(text or NOTHING)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _unmarked(escaped: str) -> str:
    return _MARKUP.sub(lambda sign: f"{_JOINER}{sign[0]}{_JOINER}", escaped)


def _cost(character: str) -> int:
    escape = _ESCAPES.get(ord(character))
    if escape:
        return len(escape)
    return 2 if character > "\uffff" else 1


def _reach(text: str, start: int, room: int) -> int:
    """The end of the longest stretch from ``start`` with room; of one character at least."""
    used = 0
    for place in range(start, len(text)):
        used += _cost(text[place])
        if used > room:
            return max(place, start + 1)
    return len(text)


def _break(text: str, start: int, end: int) -> int:
    """Where to cut text[start:end], which goes on after ``end``."""
    for between in _BREAKS:
        places = [each.start() for each in between.finditer(text, start, end + 1)]
        if places and (places[-1] - start > (end - start) // 2 or between is _BREAKS[-1]):
            return places[-1]
    return _whole(text, start, end)


def _whole(text: str, start: int, end: int) -> int:
    """``end``, or before it so that no accent or joined emoji is torn from its sign."""
    for place in range(end, start, -1):
        if not _belongs(text[place - 1], text[place]):
            return place
    return end


def _belongs(before: str, sign: str) -> bool:
    joined = {"\u200d", "\ufe0f"}
    return bool(unicodedata.combining(sign)) or sign in joined or before == "\u200d"


def _next_word(text: str, place: int) -> int:
    return next((each for each in range(place, len(text)) if not text[each].isspace()), len(text))
