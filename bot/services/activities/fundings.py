"""Funding in a line: ``eu=45000 SEK:Erasmus+``, as options and files have it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.domain.activities.activity import Funding, FundingSource
from bot.domain.activities.money import Currency
from bot.services.activities.cells import money_in, text_in
from bot.services.activities.sheets import BadCell, plain

_SWEDISH = {FundingSource.OWN: "egen", FundingSource.EU: "eu", FundingSource.OTHER: "annan"}
_SOURCES: Mapping[str, FundingSource] = {
    **{each.value: each for each in FundingSource},
    **{word: source for source, word in _SWEDISH.items()},
}
_LINE = re.compile(r"\s*([^\W\d]+)\s*=([^:]*)(?::(.*))?", re.S)
_BETWEEN = re.compile(rf";\s*(?=(?:{'|'.join(_SOURCES)})\s*=)", re.I)
_EUROS = re.compile(r"^\s*(?:€|euro?)\s*\d|(?:€|euro?)\s*$", re.IGNORECASE)


def funding_in(text: str) -> Funding:
    """``eu=45000``, ``eu=3500 EUR:Erasmus+``, ``own=``, ``other=`` or ``egen=``, ``annan=``; kronor
    where no currency is named. Raises BadCell.
    """
    found = _LINE.fullmatch(text)
    source = _SOURCES.get(plain(found[1])) if found else None
    if found is None or source is None:
        raise BadCell("reason-option-funding", value=text)
    name = text_in((found[3] or "").strip())
    return Funding(
        source=source, amount=money_in(found[2], currency_of(found[2])), name=name or None
    )


def fundings_in(text: str) -> tuple[Funding, ...]:
    """Several of them with semicolons between. Raises BadCell."""
    return tuple(map(funding_in, _BETWEEN.split(text)))


def fundings_written(fundings: tuple[Funding, ...], language: str) -> str:
    """The same as ``fundings_in`` reads it, with the words of "sv" or "en"."""
    return "; ".join(_written(each, language) for each in fundings)


def currency_of(text: str) -> Currency:
    """That of an amount: kronor, where it does not begin or end with euros."""
    return Currency.EUR if _EUROS.search(text) else Currency.SEK


def _written(funding: Funding, language: str) -> str:
    word = _SWEDISH[funding.source] if language == "sv" else funding.source.value
    amount = f"{funding.amount.decimal:.2f}"
    decimal = amount.replace(".", ",") if language == "sv" else amount
    name = f":{funding.name}" if funding.name else ""
    return f"{word}={decimal} {funding.amount.currency.value}{name}"
