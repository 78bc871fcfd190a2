"""Kinds of steering document, and of which of them a sentence speaks.

What is decided, revised or evaluated is one document and no other: that a policy wants its action
plan revised every year says nothing of how often the policy is.
"""

from __future__ import annotations

import re
from enum import StrEnum

from knowledge.language.words import fold


class SteeringKind(StrEnum):
    """What a document steers by; ``DOCUMENT`` where only that much is said."""

    POLICY = "policy"
    ACTION_PLAN = "action_plan"
    OPERATIONAL_PLAN = "operational_plan"
    STRATEGY = "strategy"
    GUIDELINES = "guidelines"
    DOCUMENT = "document"


_NAMES = {
    SteeringKind.POLICY: r"policy\w*|policies",
    SteeringKind.ACTION_PLAN: (
        r"(?:handlings|atgards|aktions)plan(?:en|er|erna)?s?|handlingsprogram(?:met|men)?s?"
        r"|action (?:plan|program|programme)s?|plans? of action"
    ),
    SteeringKind.OPERATIONAL_PLAN: (
        r"(?:verksamhets|namnd)plan(?:en|er|erna)?s?|(?:operational|business) plans?"
    ),
    SteeringKind.STRATEGY: r"\w*strategi(?:n|er|erna)?s?|strategy|strategies",
    SteeringKind.GUIDELINES: r"riktlinje\w*|guidelines?",
    SteeringKind.DOCUMENT: r"(?:styr)?dokument(?:et|en)?s?|documents?",
}
_NAMED = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{kind.value}>{names})' for kind, names in _NAMES.items())})\b"
)

_TREATMENT = (
    r"(?:revider|utvarder|uppdater|aktualitetsprov|faststall|godkann|upprat|utarbet|forny|beslut"
    r"|antag|antog|klubb|gransk|omprov|omarbet|revis|updat|evaluat|review|adopt|approv|establish"
    r"|amend|renew|decid|decis|uppfolj|oversyn|framtag)\w*"
    r"|antas?|provas|(?:ses?|sag) over"
    r"|(?:folj|foljs|folja|foljas|follow|follows|followed) (?:\w+ ){0,3}?up{1,2}"
    r"|(?:ta|tas|tar|tog|togs) (?:\w+ ){0,3}?fram|dr[ae]w[ns]? (?:\w+ ){0,3}?up"
)
"""What is done to a document, from its making to its end."""

_TREATED = re.compile(rf"\b(?:{_TREATMENT})\b")

_SAYS = r"(?:sager|anger|namner|beskriver|forklarar|uttrycker|innehaller|kraver)"
_SAYS_IN_ENGLISH = r"(?:says?|states?|mentions?|describes?|explains?|contains?|requires?)"
_WHERE = re.compile(
    r"\b(?:i|inom|enligt|ur|fran|genom|via|hos|(?<!ing )av|in|within|under|from|through|by"
    rf"|according to)\s+(?:(?!(?:{_TREATMENT}|{_SAYS}|{_SAYS_IN_ENGLISH})\b)[\w-]+\s+){{0,4}}$"
)
"""Before the name of a document that something stands in or comes from."""

_ASKED_WHAT_IT_SAYS = re.compile(rf"\b{_SAYS}\s+(?:(?!att\b|om\b|hur\b)[\w-]+\s+){{0,3}}$")
_SAYING = re.compile(rf"\s+(?:[\w-]+\s+){{0,2}}?(?:{_SAYS}|{_SAYS_IN_ENGLISH})\b")
_WHICH = re.compile(r"\s+(?:som|which|that)\b")


def kinds_named(text: str) -> frozenset[SteeringKind]:
    """The kinds of document that a text, in Swedish or English, names."""
    return frozenset(SteeringKind(name) for name, _ in _names(fold(text)))


def kinds_spoken_of(text: str) -> frozenset[SteeringKind]:
    """The kinds that a sentence says something of; not those where something stands ("i policyn",
    "vad säger policyn"), unless it goes on about them ("i en policy som revideras").
    """
    folded = fold(text)
    return frozenset(
        SteeringKind(name) for name, found in _names(folded) if not _is_place(folded, found)
    )


def _is_place(folded: str, found: re.Match[str]) -> bool:
    before, end = folded[: found.start()], found.end()
    if _WHICH.match(folded, end):
        return False
    return bool(
        _WHERE.search(before) or _ASKED_WHAT_IT_SAYS.search(before) or _SAYING.match(folded, end)
    )


def own_kinds(*names: str) -> frozenset[SteeringKind]:
    """The kinds that a document of these names (title, type) is spoken of by: its own, and those
    that people call every steering document. All kinds where its names tell none.
    """
    own = frozenset().union(*map(kinds_named, names))
    return own | {SteeringKind.POLICY, SteeringKind.DOCUMENT} if own else frozenset(SteeringKind)


def is_of_others(
    told: frozenset[SteeringKind], asked: frozenset[SteeringKind], own: frozenset[SteeringKind]
) -> bool:
    """Whether what is told of documents of some kinds is told of none of those ``asked`` about, in
    a document of its ``own`` kinds: who asks about one of them asks about it.
    """
    meant = asked | own if asked & own else asked
    return bool(asked and told) and not told & meant


def tells_of_treatment(text: str) -> bool:
    """Whether a sentence tells or asks what is done to a document, from its making to its end."""
    return bool(_TREATED.search(fold(text)))


def _names(folded: str) -> list[tuple[str, re.Match[str]]]:
    return [(found.lastgroup or "", found) for found in _NAMED.finditer(folded)]
