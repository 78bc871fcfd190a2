"""What something cost, and where the money came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from bot.domain.activities.activity import Funding, FundingSource
from bot.domain.activities.money import Amount, Currency, amount
from bot.services.activities.free_text.found import Found
from bot.services.activities.free_text.funders import Giver, givers
from bot.services.activities.free_text.numbers import (
    WRITTEN,
    alternatives,
    cardinals,
    decimal,
)
from bot.services.activities.free_text.shares import read_shares
from knowledge.model import Span

_UNITS: tuple[tuple[str, Currency, int], ...] = (
    (r"mnkr|mkr|msek|mn\s?kr|milj(?:on(?:er)?)?\.?\s*(?:kr(?:onor)?|sek)|million\s*(?:sek|kronor)",
     Currency.SEK, 1_000_000),
    (r"meur|m€|€\s?m|milj(?:on(?:er)?)?\.?\s*euro?|million\s*euros?", Currency.EUR, 1_000_000),
    (r"tkr|t\s?kr|ksek|tsek|k\s?kr|['’´]\s?kr|tusen\s*(?:kr(?:onor)?|sek)"
     r"|k(?=\s*(?:$|[,;)\n]|\.(?!\d)))", Currency.SEK, 1_000),
    (r"k\s?€|keur|teur|k\s?euro|tusen\s*euro?", Currency.EUR, 1_000),
    (r"kronor|krona|kr|sek", Currency.SEK, 1),
    (r"euros?|eur", Currency.EUR, 1),
)  # fmt: skip
_SIGNS = {":-": Currency.SEK, "€": Currency.EUR}
_BEFORE = {"sek": Currency.SEK, "eur": Currency.EUR, "€": Currency.EUR}

_HALVES = {
    "en halv": Decimal("0.5"), "half a": Decimal("0.5"), "en och en halv": Decimal("1.5"),
    "halvannan": Decimal("1.5"),
}  # fmt: skip
_IN_WORDS = rf"(?:{alternatives([*_HALVES, *cardinals()])})(?=\s*(?:tusen|milj|million))"
_AFTER_NUMBER = "|".join(f"(?P<u{index}>{unit})" for index, (unit, _, _) in enumerate(_UNITS))
_AMOUNT = re.compile(
    rf"(?<![\w.,/])(?P<about>(?:(?:ca|cirka|c:a|runt|omkring|drygt|knappt|about|around|approx)\.?\s+)?)"
    rf"(?:(?P<n>{WRITTEN}|{_IN_WORDS})\s*(?:(?:{_AFTER_NUMBER})(?!\w)\.?|(?P<sign>:-|€))"
    rf"|(?P<before>sek|eur|€)\s?(?P<nb>{WRITTEN})(?P<thousand>\s?k\b)?)",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\s*(?:/\s*[^\W\d]|per\s+(?!\d)[^\W\d]|[x×*]\s*\d|st\b|var\b|vardera\b|styck\b|each\b"
    r"|apiece\b|a\s+head\b)",
    re.IGNORECASE,
)
"""What makes an amount that of one person or day, not of all."""

_PART_OF_RANGE = re.compile(
    r"\d\s*(?:(?:(?:[tkm]n?)?kr|sek|k|euro?|€)?\s*[-–]|till|to)\s*$"
    r"|(?:mellan|between)(?:\s+[\d \u00a0.,]{1,12}(?:[a-z€]{1,4}\s*)?(?:och|and))?\s*$",
    re.IGNORECASE,
)
_OPENS_RANGE = re.compile(r"\s*[-–]\s*\d")
_FREE = re.compile(
    r"(?:^|(?<=[,;(\n])|(?<=[.!:–-]\s)|(?<=\bvar\s)|(?<=\bwas\s))\s*(?:utan\s+kostnad(?:er)?|kostnadsfri(?:tt)?"
    r"|gratis|avgiftsfri(?:tt)?|(?:ingen|inga)\s+kostnad(?:er)?|kostade\s+(?:inget|ingenting)"
    r"|free(?:\s+of\s+charge)?|(?:at\s+)?no\s+costs?)(?=\s*(?:$|[,;.)!\n]))",
    re.IGNORECASE,
)
"""What says of the whole, and not of a part of it, that it cost nothing."""

_END_OF_CLAUSE = re.compile(r"[;\n]|[.!?](?=\s|$)")
_ROLE = re.compile(
    r"(?<!\w)(?:(?P<total>totalt?|totala|totalkostnad(?:en)?|(?:slut)?summa|sammanlagt|in\s+total"
    r"|altogether|i\s+sin\s+helhet)"
    r"|(?P<part>[\w-]+(?<!projekt)(?:kostnad(?:en|er)?|avgift(?:en|er)?))"
    r"|(?P<cost>(?:projekt)?kostnad(?:en|er)?|kostar|kostade|costs?|budget(?:en)?|utfall|omsl\w+"
    r"|värde|utgift(?:er)?|spent|price|pris|avgift(?:en)?)"
    r"|(?P<grant>[\w-]*(?:bidrag(?:et)?|stöd(?:et)?|stipendi(?:um|er|et))|medel|projektmedel"
    r"|bevilja\w*|sökt|ansök\w*|finansier\w*|funding|grants?|granted|funded|financed))(?!\w)",
    re.IGNORECASE,
)
_ADJACENT = re.compile(r"\s*:?\s*(?:på|av|om|of|är|var|was|blev|oss|us)?\s*", re.IGNORECASE)
_TAX = re.compile(
    r"\s*,?\s*\(?(?:exkl|inkl|excl|incl)(?:\.|usive|uding)?\s+(?:moms|vat)\b\)?", re.IGNORECASE
)
_TOTAL_AFTER = re.compile(
    r"\s*(?:totalt?|sammanlagt|in\s+total|altogether|i\s+(?:total)?kostnad)\b", re.IGNORECASE
)
_LINK_AFTER = re.compile(
    r"\s*(?:[(,]\s*(?=allt\b|all\b))?[(]?\s*(?:(?:allt|all|i|in|från|from|fr\.?|av|ur|via|genom|by|of|the|"
    r"as|som|bidrag|stöd|medel|finansiering|funding|grants?|projektmedel|kommer|kom|betalas|"
    r"betalades|paid|finansieras|finansierades|funded|financed|through)\s+)*$",
    re.IGNORECASE,
)
_LINK_BEFORE = re.compile(
    r"\s*[:=]?\s*(?:(?:[-–]?betalar|betalade|står|stod|för|bidrar|bidrog|bidrag|stöd|med|på|om|"
    r"finansierar|finansierade|ger|gav|beviljade|beviljat|paid|pays|contributed|contributes|"
    r"provided|grant|of|about|upp|till|andel)(?:\s+|$))*\(?$",
    re.IGNORECASE,
)
_GRANT = r"(?:bidrag|stöd|stipendium|stipendier|medel|grants?|funding)"
_SHARE_OF = re.compile(r"(?:%|\bprocent|\bper\s?cent)\s*(?:av|of)\s*\Z", re.IGNORECASE)
_AS_GRANT = re.compile(rf"\s*(?:i|in|as|som)\s+{_GRANT}(?!\w)", re.IGNORECASE)
_NAME = (
    r"[^\W\d_][\w&-]{0,40}"
    r"(?:\s+(?!(?:under|till|för|och|om|i|and|to|for|in)\b)[^\W\d_][\w&-]{0,40}){0,3}(?![\w&-])"
)
_FROM_OTHER = re.compile(
    rf"\s*(?:(?:(?i:i|in|as|som)\s+)?(?i:{_GRANT})\s+)?(?:från|from)\s+(?P<name>{_NAME})"
    rf"|\s*(?i:i|in|as|som)\s+(?i:{_GRANT})\s+(?:av|of|by)\s+(?P<by>{_NAME})"
)
_WE = "Vi|Jag|De|Man|Hon|Han|Det|Den|Ni|We|They|It|I|You|She|He|Skolan|Förvaltningen|Nämnden"
_GIVEN_BY = re.compile(
    rf"(?<![\w-])(?!(?:{_WE})\b)(?P<name>[A-ZÅÄÖ][\w&-]{{0,40}}(?:\s(?!i:och)[\w&-]{{1,40}}){{0,3}}?)\s"
    r"(?:bidrar|bidrog|bidragit|står|stod|betalar|betalade|sponsrar|sponsrade|finansierar"
    r"|finansierade|skänkte|contributed|paid|sponsored|donated)\s(?:(?:med|för|with)\s)?$"
)
"""Somebody with a name that is not known, who pays."""


class _Sum(NamedTuple):
    """An amount with the characters it takes, those told with it included."""

    amount: Amount
    start: int
    end: int


class _Role(NamedTuple):
    """What an amount is: ``funding`` of its source, or by ``rank`` part of the cost (0), the cost
    (1) or all of it in so many words (2).
    """

    sum: _Sum
    funding: Funding | None
    rank: int
    span: Span


class Money(NamedTuple):
    """What was read of money."""

    cost: Found[Amount] | None
    funding: Found[tuple[Funding, ...]] | None
    spans: tuple[Span, ...]


def read_money(text: str) -> Money:
    """The cost, and the funding by source.

    An amount is funding where a giver stands beside it ("45 000 kr Erasmus+", "från EU"), or a
    word for a grant; else it is the cost. Several costs without a total are none, and so is an
    amount for each person, a range, and one without a currency. A share of the cost is funding.
    """
    sums = list(_sums(text))
    named = givers(text)
    roles = [_role(text, sums, index, named) for index in range(len(sums))]
    funding = tuple(dict.fromkeys(role.funding for role in roles if role.funding))
    paid = tuple(role.span for role in roles if role.funding)
    cost = _cost([role for role in roles if role.funding is None]) if sums else _free(text)
    shares = read_shares(text, cost.value, funding, named) if cost else []
    funding, paid = (
        (*funding, *(each.funding for each in shares)),
        (*paid, *(s.span for s in shares)),
    )
    costs = cost.spans if cost and not sums else ()
    return Money(
        cost=cost,
        funding=Found(funding, paid) if funding else None,
        spans=(*(role.span for role in roles), *(each.span for each in shares), *costs),
    )


def _free(text: str) -> Found[Amount] | None:
    """No kronor, where a text without amounts says that it cost nothing."""
    match = _FREE.search(text)
    if match is None:
        return None
    return Found(amount(0, Currency.SEK), (Span(start=match.start(), end=match.end()),))


def _sums(text: str) -> Iterable[_Sum]:
    for match in _AMOUNT.finditer(text):
        told = _amount(match)
        before = text[max(0, match.start() - 30) : match.start()]
        after = _EACH.match(text, match.end()) or _OPENS_RANGE.match(text, match.end())
        if told and not after and not _PART_OF_RANGE.search(before):
            tax = _TAX.match(text, match.end())
            yield _Sum(told, match.start(), tax.end() if tax else match.end())


def _amount(match: re.Match[str]) -> Amount | None:
    currency, factor = _unit(match)
    written = (match["n"] or match["nb"]).casefold()
    in_millions = factor > 1_000 and re.fullmatch(r"\d+[.,]\d+", written)
    value = Decimal(written.replace(",", ".")) if in_millions else _value(written)
    try:
        return None if value is None else amount(value * factor, currency)
    except ValueError:
        return None


def _value(written: str) -> Decimal | None:
    word = _HALVES.get(written) or cardinals().get(written)
    return Decimal(word) if word else decimal(written)


def _unit(match: re.Match[str]) -> tuple[Currency, int]:
    if match["sign"]:
        return _SIGNS[match["sign"]], 1
    if match["before"]:
        return _BEFORE[match["before"].casefold()], 1_000 if match["thousand"] else 1
    return next(
        (currency, factor)
        for index, (_, currency, factor) in enumerate(_UNITS)
        if match[f"u{index}"]
    )


def _role(text: str, sums: Sequence[_Sum], index: int, named: Sequence[Giver]) -> _Role:
    """What the words around an amount make of it, those after it before those before it."""
    told = sums[index]
    earliest = sums[index - 1].end if index else 0
    latest = sums[index + 1].start if index + 1 < len(sums) else len(text)
    beside = _giver_beside(text, told, earliest, latest, named)
    if beside is not None:
        start, end = min(told.start, beside.start), max(told.end, beside.end)
        closes = "(" in text[start:end] and text[end : end + 1] == ")"
        span = Span(start=start, end=end + closes)
        funder = beside.funder
        money = Funding(source=funder.source, amount=told.amount, name=funder.name)
        return _Role(told, money, 0, span)
    other = _FROM_OTHER.match(text, told.end, latest)
    name = other and (other["name"] or other["by"])
    if other and name and name[0].isupper():
        money = Funding(source=FundingSource.OTHER, amount=told.amount, name=name)
        return _Role(told, money, 0, Span(start=told.start, end=other.end()))
    given = _GIVEN_BY.search(text, earliest, told.start)
    if given:
        money = Funding(source=FundingSource.OTHER, amount=told.amount, name=given["name"])
        return _Role(told, money, 0, Span(start=given.start(), end=told.end))
    return _by_words_around(text, told, named) or _by_word_before(text, told, earliest, named)


def _giver_beside(
    text: str, told: _Sum, earliest: int, latest: int, named: Sequence[Giver]
) -> Giver | None:
    for giver in named:
        if told.end <= giver.start < latest and _LINK_AFTER.fullmatch(text, told.end, giver.start):
            return giver
    for giver in reversed(named):
        if earliest <= giver.start and giver.end <= told.start:
            linked = _LINK_BEFORE.fullmatch(text, giver.end, told.start)
            return giver if linked else None
    return None


def _by_words_around(text: str, told: _Sum, named: Sequence[Giver]) -> _Role | None:
    """What "totalt" or "i bidrag" after an amount make of it, and "60 % av" before it."""
    if _SHARE_OF.search(text, max(0, told.start - 30), told.start):
        return _Role(told, None, 1, Span(start=told.start, end=told.end))
    if grant := _AS_GRANT.match(text, told.end):
        return _Role(told, _grant(told, named), 0, Span(start=told.start, end=grant.end()))
    if total := _TOTAL_AFTER.match(text, told.end):
        return _Role(told, None, 2, Span(start=told.start, end=total.end()))
    return None


def _by_word_before(text: str, told: _Sum, earliest: int, named: Sequence[Giver]) -> _Role:
    """By the nearest word before the amount in its clause: a cost, a total or a grant."""
    ends = [match.end() for match in _END_OF_CLAUSE.finditer(text, earliest, told.start)]
    words = list(_ROLE.finditer(text, ends[-1] if ends else earliest, told.start))
    span = Span(start=told.start, end=told.end)
    if not words:
        return _Role(told, None, 0, span)
    nearest = words[-1]
    if _ADJACENT.fullmatch(text, nearest.end(), told.start):
        span = Span(start=nearest.start(), end=told.end)
    if nearest["grant"]:
        return _Role(told, _grant(told, named), 0, span)
    rank = 2 if nearest["total"] else 0 if nearest["part"] else 1
    return _Role(told, None, rank, span)


def _grant(told: _Sum, named: Sequence[Giver]) -> Funding:
    """A grant of the one giver that the text names, else of somebody."""
    outside = [each for each in named if each.funder.source is not FundingSource.OWN]
    known = {each.funder.name: each.funder for each in outside if each.funder.name}
    if len(known) == 1:
        (funder,) = known.values()
        return Funding(source=funder.source, amount=told.amount, name=funder.name)
    return Funding(source=FundingSource.OTHER, amount=told.amount)


def _cost(roles: Sequence[_Role]) -> Found[Amount] | None:
    """The one of the highest rank; None where several differ."""
    best = max((role.rank for role in roles), default=0)
    chosen = [role for role in roles if role.rank == best]
    if len({role.sum.amount for role in chosen}) != 1:
        return None
    return Found(chosen[0].sum.amount, tuple(role.span for role in chosen))
