"""The forms that decide on a proposal, what is told of it then, and of changed documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.channels.slack.blocks import calendar_names, names
from bot.channels.slack.blocks.calendar import Deciding, Reader, lines_of, open_broadcast
from bot.channels.slack.blocks.choices import asked_for, line, writing
from bot.channels.slack.blocks.elements import actions, context, header, section
from bot.channels.slack.blocks.fitting import Message, Piece, View, key, message, modal, rows
from bot.channels.slack.blocks.quotes import quote_piece, short_line
from bot.channels.slack.blocks.text import neutral
from bot.domain.activities.activity import LONGEST_REASON
from bot.domain.reminders.proposals import Decision, Drift
from bot.services.calendar.wording import about_time, drift_lines, what, what_and_who
from bot.services.calendar.year import Entry
from knowledge.texts.catalogue import say

_LONGEST_TIME = 200


def accept_form(entry: Entry, suggested: str, deciding: Deciding, reader: Reader) -> View:
    """Asks when, with the suggestion typed in already."""
    hint = reader.say("slack-calendar-when-hint")
    typed = line(calendar_names.WHEN, suggested, _LONGEST_TIME)
    asked = asked_for(typed, reader.say("slack-calendar-when"), hint=hint)
    parts = [*_about(entry, reader), key(asked)]
    return _form("slack-calendar-form-title", calendar_names.ACCEPT_FORM, parts, deciding, reader)


def reject_form(entry: Entry, deciding: Deciding, reader: Reader) -> View:
    """Asks why."""
    hint = reader.say("slack-calendar-why-hint")
    typed = writing(calendar_names.WHY, LONGEST_REASON)
    asked = asked_for(typed, reader.say("slack-calendar-why"), hint=hint)
    parts = [*_about(entry, reader), key(asked)]
    return _form("slack-calendar-reject-title", calendar_names.REJECT_FORM, parts, deciding, reader)


def drifts_message(drifts: Sequence[Drift], municipality: str, language: str) -> Message:
    """Tells coordinators what documents or agreements say otherwise than when it was decided."""
    title = say("calendar-drifts", language)
    hint = say("slack-calendar-drifts-hint", language, municipality=municipality)
    told = [
        [what(each.decision.proposal, language), *drift_lines(each, language)] for each in drifts
    ]
    parts = [
        key(header(title), context(municipality)),
        rows([section(lines_of(each)) for each in told], language),
        key(context(hint)),
    ]
    lines = [title, *(line for each in told for line in each), hint]
    return message(map(neutral, lines), parts, language)


def accepted_message(said: str, decision: Decision, language: str) -> Message:
    """That a proposal was accepted, with a button that opens its draft."""
    parts = [key(section(said))]
    if decision.broadcast is not None:
        opening = open_broadcast(decision.broadcast, names.SHOW_BROADCAST, language)
        parts.append(key(actions([opening])))
    return message([neutral(said)], parts, language)


def _form(
    title: str, callback: str, parts: Sequence[Piece], deciding: Deciding, reader: Reader
) -> View:
    return modal(
        reader.say(title),
        callback,
        parts,
        reader.language,
        submit=reader.say("slack-calendar-send"),
        metadata=deciding.model_dump_json(),
    )


def _about(entry: Entry, reader: Reader) -> Iterator[Piece]:
    lines = [
        what_and_who(entry.proposal, reader.language),
        *about_time(entry, reader.language, reader.today),
    ]
    yield key(section(lines_of(lines)))
    if cited := entry.proposal.citation:
        yield quote_piece(cited.quote, reader.language)
        yield key(context(short_line(cited, reader.language)))
