"""A list of agreements in a message, with the sentences of documents that they break."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.channels.slack.blocks import agreement_names as names
from bot.channels.slack.blocks.agreement_card import (
    agreement_line,
    broken_paragraphs,
    broken_pieces,
)
from bot.channels.slack.blocks.elements import actions, button, context, header, section
from bot.channels.slack.blocks.fitting import Message, Piece, key, message, rows
from bot.channels.slack.blocks.names import numbered
from bot.channels.slack.blocks.text import neutral, shown
from bot.services.agreements.standing import Standing
from bot.services.agreements.wording import AgreementNames
from knowledge.model import Value

MOST = 20
"""Agreements in one message; how many are left out is told."""


class AgreementListing(Value):
    """What ``text`` asked for in a municipality, out of ``total`` agreements of its register; who
    may add some (``is_managed``).
    """

    text: str
    municipality: str
    standings: tuple[Standing, ...]
    total: int
    is_managed: bool


def agreements_message(listing: AgreementListing, known: AgreementNames, today: date) -> Message:
    """The list, what falls due first on top."""
    lines = [agreement_line(each, known) for each in listing.standings]
    cited = [
        warning.citation
        for each in listing.standings
        for warning in each.warnings
        if warning.citation is not None
    ]
    told = [*map(neutral, [_summary(listing, known), *lines[:MOST]])]
    told += broken_paragraphs(cited, today, known.language)
    parts = [*_pieces(listing, lines, known), *broken_pieces(cited, today, known.language)]
    return message(told, [*parts, *_adding(listing, known)], known.language)


def _summary(listing: AgreementListing, known: AgreementNames) -> str:
    place = listing.municipality
    if listing.standings:
        warned = sum(bool(each.warnings) for each in listing.standings)
        return known.say("agreements-count", count=len(listing.standings), warned=warned)
    key = "agreements-none-found" if listing.total else "agreements-none"
    return known.say(key, municipality=place, count=listing.total)


def _pieces(
    listing: AgreementListing, lines: Sequence[str], known: AgreementNames
) -> Iterator[Piece]:
    asked = shown(listing.text, 200) if listing.text else known.say("agreements-in-force")
    yield key(header(known.say("agreements-title")), context(f"{listing.municipality} · {asked}"))
    yield key(section(_summary(listing, known)))
    blocks = [
        section(
            shown(line, 900),
            button(
                known.say("agreement-open"),
                numbered(names.OPEN, place),
                str(each.agreement.id),
                label=known.say("agreement-open-named", number=str(each.agreement.id)),
            ),
        )
        for place, (each, line) in enumerate(zip(listing.standings, lines, strict=True))
    ]
    if blocks:
        yield rows(blocks[:MOST], known.language, max(0, len(blocks) - MOST))


def _adding(listing: AgreementListing, known: AgreementNames) -> Iterator[Piece]:
    if listing.is_managed:
        new = button(known.say("agreement-new"), names.NEW, listing.municipality)
        yield key(actions([new]))
