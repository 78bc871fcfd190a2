"""Funding that is told as a share of the cost: "1,2 mnkr, hälften från EU"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from bot.domain.activities.activity import Funding
from bot.domain.activities.money import Amount, amount
from bot.services.activities.free_text.funders import Giver
from knowledge.model import Span

_SHARE = (
    r"(?<![\w.,-])(?<!\bpå\s)(?<!tjänst\s)(?<!ledare\s)(?:(?P<percent>\d{1,3}(?:[.,]\d{1,2})?)\s?(?:%|procent\b|per\s?cent\b)"
    r"|(?P<half>hälften|half)\b|(?P<rest>resten|återstoden|the\s+rest|the\s+remainder)\b)"
)
"""After "på", "tjänst" or "projektledare", a percentage is most often that of somebody's time."""

_LINKS = (
    r"(?:från|av|är|finansiera[dt]?|finansieras|finansierades|betalas|betalades|kommer|täcks"
    r"|med|via|genom|som|as|by|from|of|the|is|was|(?:co-?)?(?:funded|financed)|covered|paid)"
)
_BEFORE_GIVER = re.compile(rf"{_SHARE}(?:\s+{_LINKS})*\s*\Z", re.IGNORECASE)
_AFTER_GIVER = re.compile(
    r"\s*[:=]?\s*(?:(?:står|stod|för|betalar|betalade|bidrar|bidrog|finansierar|finansierade|täcker"
    r"|med|andel|om|på|pays|paid|covers|covered|contributes)\s+)*" + _SHARE,
    re.IGNORECASE,
)
_FARTHEST = 60
"""Characters before a giver in which its share can stand."""

_PEOPLE_TOO = frozenset(["kommunen", "the municipality", "egen", "eget"])
"""Givers that half of the participants can come from as well."""


class Share(NamedTuple):
    """What a giver pays, and where that stands."""

    funding: Funding
    span: Span


def read_shares(
    text: str, cost: Amount, paid: Collection[Funding], named: Sequence[Giver]
) -> list[Share]:
    """The shares of the cost by giver, in their order; those of ``paid`` are told as amounts.

    None of them where together they exceed the cost, or one is no whole number of öre or cents.
    """
    known = {(each.source, each.name) for each in paid}
    left = cost.decimal - sum(
        each.amount.decimal for each in paid if each.amount.currency is cost.currency
    )
    shares = []
    for giver, match in _told(text, named):
        source, name = giver.funder.source, giver.funder.name
        if (source, name) in known:
            continue
        value = left if match["rest"] else cost.decimal * _part(match)
        left -= value
        try:
            share = amount(value, cost.currency)
        except ValueError:
            return []
        span = Span(start=min(match.start(), giver.start), end=max(match.end(), giver.end))
        shares.append(Share(Funding(source=source, name=name, amount=share), span))
    return shares if left >= 0 else []


def _told(text: str, named: Sequence[Giver]) -> Iterator[tuple[Giver, re.Match[str]]]:
    """Givers with a share before or after them; a share belongs to one of them."""
    taken = 0
    for giver in named:
        if text[giver.start : giver.end].casefold() in _PEOPLE_TOO:
            continue
        before = _BEFORE_GIVER.search(text, max(taken, giver.start - _FARTHEST), giver.start)
        match = before or _AFTER_GIVER.match(text, giver.end)
        if match:
            taken = max(match.end(), giver.end)
            yield giver, match


def _part(match: re.Match[str]) -> Decimal:
    if match["half"]:
        return Decimal("0.5")
    return Decimal(match["percent"].replace(",", ".")) / 100
