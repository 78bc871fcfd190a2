"""A list of agreements in a message, with the sentences of documents that they break."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import count

from bot.channels.slack.blocks import agreement_names as names
from bot.channels.slack.blocks.agreement_card import (
    agreement_line,
    broken_paragraphs,
    broken_pieces,
)
from bot.channels.slack.blocks.elements import Block, actions, button, context, header, section
from bot.channels.slack.blocks.fitting import Message, Piece, key, message, rows
from bot.channels.slack.blocks.names import numbered
from bot.channels.slack.blocks.text import neutral, shown
from bot.services.agreements.standing import Standing
from bot.services.agreements.wording import AgreementNames
from knowledge.model import Value

MOST = 20
"""Agreements in one message at most; how many are left out, and how to find them, is told."""


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
    """The list, what has expired and what falls due first on top."""
    groups = _grouped(listing.standings, today)
    shown_ones = [each for group in groups.values() for each in group][:MOST]
    cited = [
        warning.citation
        for each in shown_ones
        for warning in each.warnings
        if warning.citation is not None
    ]
    told = [_summary(listing, known), *(agreement_line(each, known) for each in shown_ones)]
    more = list(_more(listing, known))
    paragraphs = [*map(neutral, [*told, *more]), *broken_paragraphs(cited, today, known.language)]
    parts = [
        *_heading(listing, groups, known),
        *_rows(groups, known),
        *(key(context(each)) for each in more),
        *broken_pieces(cited, today, known.language),
        *_adding(listing, known),
    ]
    return message(paragraphs, parts, known.language)


def _grouped(standings: Sequence[Standing], today: date) -> dict[str, list[Standing]]:
    """What has expired, what is in force and what was ended, by the end of the heading's key."""
    groups: dict[str, list[Standing]] = {"expired": [], "in_force": [], "ended": []}
    for each in standings:
        expired = "expired" if each.agreement.has_expired(today) else each.agreement.status.value
        groups[expired].append(each)
    return {name: group for name, group in groups.items() if group}


def _summary(listing: AgreementListing, known: AgreementNames) -> str:
    place = listing.municipality
    if listing.standings:
        warned = sum(bool(each.warnings) for each in listing.standings)
        return known.say("agreements-count", count=len(listing.standings), warned=warned)
    key = "agreements-none-found" if listing.total else "agreements-none"
    return known.say(key, municipality=place, count=listing.total)


def _heading(
    listing: AgreementListing, groups: Collection[str], known: AgreementNames
) -> Iterator[Piece]:
    everything = "agreements-not-ended" if "expired" in groups else "agreements-in-force"
    asked = shown(listing.text, 200) if listing.text else known.say(everything)
    yield key(header(known.say("agreements-title")), context(f"{listing.municipality} · {asked}"))
    yield key(section(_summary(listing, known)))


def _rows(groups: Mapping[str, Sequence[Standing]], known: AgreementNames) -> Iterator[Piece]:
    """Each group under its heading, unless all are in force: then there is nothing to tell apart.
    How many of a group are left out is told below it.
    """
    place = count()
    room = MOST
    for name, group in groups.items():
        if set(groups) != {"in_force"}:
            yield key(header(known.say(f"agreements-{name}")))
        blocks = [_row(each, next(place), known) for each in group[:room]]
        yield rows(blocks, known.language, len(group) - len(blocks))
        room -= len(blocks)


def _row(standing: Standing, place: int, known: AgreementNames) -> Block:
    number = str(standing.agreement.id)
    label = known.say("agreement-open-named", number=number)
    action = numbered(names.OPEN, place)
    opening = button(known.say("agreement-open"), action, number, label=label)
    return section(shown(agreement_line(standing, known), 900), opening)


def _more(listing: AgreementListing, known: AgreementNames) -> Iterator[str]:
    """How to see what is left out."""
    if len(listing.standings) > MOST:
        yield known.say("agreements-more", count=len(listing.standings))


def _adding(listing: AgreementListing, known: AgreementNames) -> Iterator[Piece]:
    if listing.is_managed:
        new = button(known.say("agreement-new"), names.NEW, listing.municipality)
        yield key(actions([new]))
