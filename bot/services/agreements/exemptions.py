"""What a sentence exempts from its rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.domain.agreement_rules import Exemption
from bot.domain.agreements import AgreementKind
from bot.services.activities.countries import country_adjectives, country_code
from bot.services.agreements.agreement_words import mentions

_OBLIGES = r"(?:ska|skall|bör|måste|får|gäller|must|shall|should)\b"
_EXCEPT = re.compile(
    r",?\s*\b(?:förutom|utom|bortsett\s+från|undantaget|undantagna|(?:med\s+)?undantag\w*\s+(?:för|av|från|är|"
    r"utgör|gäller|görs\s+för)|except(?:\s+for)?|excepting|with\s+the\s+exception\s+of|"
    r"apart\s+from|other\s+than|excluding)\s+"
    rf"(?P<rest>.*?)(?=\s*,?\s*\b{_OBLIGES}|\s*[.;]?\s*$)",
    re.I | re.S,
)
_ADDED = re.compile(
    r"^(?:Undantag(?:et|na|en)?\s+(?:är|utgör|gäller|görs|från\s+\w+\s+är)(?:\s+för)?|"
    r"(?:Detta|Det|Regeln|Kravet)\s+gäller\s+(?:dock\s+)?(?:inte|ej)(?:\s+för)?|"
    r"(?:The\s+)?Exceptions?\s+(?:is|are)|"
    r"This\s+(?:rule\s+)?does\s+not\s+apply\s+to)\s+(?P<rest>.*?)\s*[.;]?\s*$",
    re.I | re.S,
)
_GROUPS = {
    "nordisk": ("AX", "DK", "FI", "FO", "GL", "IS", "NO", "SE"),
    "nordic": ("AX", "DK", "FI", "FO", "GL", "IS", "NO", "SE"),
    "skandinavisk": ("DK", "NO", "SE"),
    "scandinavian": ("DK", "NO", "SE"),
    "baltisk": ("EE", "LT", "LV"),
    "baltic": ("EE", "LT", "LV"),
}
"""Countries that go by one adjective: the Nordic ones are those of the Nordic Council of Ministers
(https://www.norden.org/en/information/about-nordic-co-operation).
"""
_WORD = re.compile(r"[^\W\d_][\w-]*")


class Excepted(NamedTuple):
    """A sentence without its exceptions, blanked so that what is left stands where it stood."""

    sentence: str
    exemptions: tuple[Exemption, ...]


def exempted_in(sentence: str) -> Excepted:
    """What a sentence exempts in itself: "Alla avtal förutom de nordiska ska tidsbegränsas"."""
    found = [_exemption(match["rest"]) for match in _EXCEPT.finditer(sentence)]
    blanked = _EXCEPT.sub(lambda match: " " * len(match[0]), sentence)
    return Excepted(blanked, tuple(found))


def exempted_by(sentence: str) -> Exemption | None:
    """What a sentence of its own exempts from the rule before it: "Undantag är de nordiska"."""
    match = _ADDED.search(sentence)
    return _exemption(match["rest"]) if match else None


def _exemption(words: str) -> Exemption:
    named = frozenset(kind for each in mentions(words) for kind in each.kinds)
    countries = frozenset(_countries(words))
    return Exemption(
        words=words.strip(),
        kinds=named or frozenset(AgreementKind if countries else ()),
        countries=countries,
        names=frozenset(_names(words)),
    )


def _countries(words: str) -> Iterator[str]:
    for word in _WORD.findall(words):
        if word[0].isupper() and (code := country_code(word)):
            yield code
        for adjective in (
            word.lower(),
            word.lower().removesuffix("a"),
            word.lower().removesuffix("t"),
        ):
            yield from _GROUPS.get(adjective, ())
            if code := country_adjectives().get(adjective):
                yield code


def _names(words: str) -> Iterator[str]:
    """Words with a capital that name no country: towns, partners."""
    adjectives = {*_GROUPS, *country_adjectives()}
    for word in _WORD.findall(words):
        if word[0].isupper() and not country_code(word) and word.lower() not in adjectives:
            yield word
