"""The words by which Swedish and English policies name agreements and memberships."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.domain.agreements import AgreementKind

_AGREEMENT = r"(?:avtal(?:et|en)?|överenskommelse(?:n|r|rna)?)"
_TIE = rf"(?:{_AGREEMENT}|samarbete(?:t|n|na)?|(?:relation|förbindelse)(?:n|en|r|er|rna|erna)?)"
_AND = r"(?=\s*(?:,|och|samt|eller|respektive)\s)"
_WORDS = (
    (
        (AgreementKind.TWIN_TOWN,),
        rf"vän(?:orts?|stads?|kommun)s?{_TIE}|vänorts-{_AND}|vänort(?:en|er|erna)?|"
        r"vänst(?:ad|aden|äder|äderna)|vänkommun(?:en|er|erna)?|"
        r"(?:town\s+)?twinnings?(?:\s+agreements?|\s+arrangements?)?|"
        r"(?:twin|sister)[\s-]+(?:town|cit(?:y|ies))s?(?:\s+(?:agreement|relationship)s?)?",
    ),
    (
        (AgreementKind.COOPERATION,),
        rf"(?:samarbets|samverkans|partnerskaps|partner|utbytes){_AGREEMENT}|"
        rf"(?:samarbets|samverkans|partnerskaps)-{_AND}|partnerskap(?:et|en)?|"
        r"(?:co-?operation|collaboration|partnership|exchange)\s+agreements?|partnerships?|"
        r"memorand(?:um|a|ums)\s+of\s+understanding",
    ),
    (
        (AgreementKind.NETWORK, AgreementKind.MEMBERSHIP),
        r"nätverksmedlemskap(?:et|en)?|network\s+memberships?",
    ),
    ((AgreementKind.NETWORK,), r"nätverk(?:et|en)?|networks?"),
    (
        (AgreementKind.MEMBERSHIP,),
        r"medlemskap(?:et|en)?|medlem(?:mar)?\s+i|tillhör(?:a|s)?|memberships?|"
        r"member\s+of|belong(?:s|ing)?\s+to",
    ),
    (
        (),
        rf"avtals(?:tid|period)(?:en|er)?|{_AGREEMENT}(?!\s+med\s+(?:[\w-]+\s+)?(?:leverantör|företag|konsult|entreprenör|"
        r"hyresgäst|konsument|kund)\w*)|"
        r"(?<!rental )(?<!lease )(?<!employment )(?<!collective )(?<!licence )(?<!license )"
        r"(?<!procurement )(?<!purchase )(?<!framework )(?<!service )(?<!supplier )agreements?"
        r"(?!\s+with\s+(?:[\w-]+\s+)?(?:supplier|compan|consultant|contractor|tenant|customer)\w*)",
    ),
)
_MENTION = re.compile(
    "|".join(rf"\b(?P<w{number}>{words})(?![\w-])" for number, (_, words) in enumerate(_WORDS)),
    re.I,
)
# "vänorts-" ends in a hyphen itself, after which the lookahead above finds a space.

ALL_AGREEMENTS = frozenset({AgreementKind.TWIN_TOWN, AgreementKind.COOPERATION})
"""What a mere "avtal" means in a document about international work."""

_MODAL = r"(?:ska|skall|bör|måste|kan|får|must|shall|should|can|may|och|att|som|samt|and|that)\b"
ADJECTIVES = (
    rf"(?:(?!{_MODAL})(?:de|den|det|dessa|denna|detta|sin|sitt|våra|vårt|ett|en|alla|alla|allt|"
    r"varje|respektive|samtliga|the|its|their|our|an?|all|each|every|any|these|those|such|"
    r"international|existing|new|different|other|foreign|municipal|political|"
    r"[\wåäö-]+(?:a|nens|ens|kommuns))\s+){0,3}"
)
"""Words that stand before a noun and belong to it."""

_PREPOSITION = re.compile(
    r"(?:(?P<head>[\w-]+)\s+)?\b(?P<preposition>inom(?:\s+ramen\s+för)?|i|på|genom|via|enligt|"
    r"utifrån|mellan|för|till|från|hos|med|av|vid\s+sidan\s+av|within|in|through|under|"
    rf"according\s+to|between|for|from|with|of|by|to)\s+{ADJECTIVES}$",
    re.I,
)
_HEADS = {
    "i": r"medlemskap\w*|medlem(?:mar)?|delta\w*|medverka\w*|engagemang\w*|ingår?|kvarstå\w*|kvar|"
    r"stanna\w*|gå|gå(?:r|tt)?",
    "in": r"memberships?|participat\w+|involvement|remain\w*|stay\w*|part",
    "med": rf"(?:[\w-]*{_TIE}|kontakt\w*|avtala\w*)",
    "with": r"agreements?|co-?operation|collaboration|relationships?",
    **dict.fromkeys(
        ("av", "of"),
        r"(?:[\w-]*(?:utvärdering|omprövning|prövning|översyn|uppföljning|uppsägning|förlängning|"
        r"förnyelse|tecknande)\w*|ingående\w*|nytta\w*|värde\w*|behov\w*|alla|samtliga|"
        r"evaluations?|reviews?|"
        r"renewals?|extensions?|terminations?|benefits?|value|member|each|all|every)",
    ),
    "to": r"belong\w*|applies|apply",
}
_FIRST = frozenset(("för", "for"))


class Mention(NamedTuple):
    """A word for agreements, from where to where it stands; ``kinds`` is () for a mere "avtal"."""

    start: int
    end: int
    kinds: tuple[AgreementKind, ...]


def mentions(text: str) -> list[Mention]:
    """All words for agreements and memberships, in their order."""
    return list(_all(text))


def mentions_as_such(text: str) -> list[Mention]:
    """Those that the text speaks of: not "nätverken" in "projekt inom nätverken", but in
    "medlemskap i nätverken".
    """
    return [each for each in mentions(text) if _is_spoken_of(text[: each.start])]


def kinds_of(
    found: list[Mention], context: frozenset[AgreementKind] = frozenset()
) -> frozenset[AgreementKind]:
    """The kinds that are meant; a mere "avtal" means those that are named beside it, else those of
    the ``context``, else all agreements.
    """
    named = frozenset(kind for each in found for kind in each.kinds)
    if named or not found:
        return named
    return (context & ALL_AGREEMENTS) or ALL_AGREEMENTS


def _all(text: str) -> Iterator[Mention]:
    for match in _MENTION.finditer(text):
        number = next(n for n in range(len(_WORDS)) if match[f"w{n}"] is not None)
        yield Mention(match.start(), match.end(), _WORDS[number][0])


def _is_spoken_of(before: str) -> bool:
    found = _PREPOSITION.search(before)
    if found is None:
        return True
    preposition = found["preposition"].lower()
    head = found["head"] or ""
    if not head and preposition in _FIRST:
        return True
    allowed = _HEADS.get(preposition)
    return allowed is not None and re.fullmatch(allowed, head, re.I) is not None
