"""The calendar as somebody sees it: what the handlers of its buttons and forms share."""

from __future__ import annotations

import logging

from bot.channels.slack.blocks.calendar import Reader, Shown, calendar_view
from bot.channels.slack.blocks.calendar_forms import accepted_message
from bot.channels.slack.blocks.fitting import Message, View
from bot.channels.slack.desk import Desk
from bot.channels.slack.errors import ChannelRefused, ChannelUnavailable
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.messenger import SharedFile
from bot.domain.people import Person
from bot.domain.reminders.proposals import Decision
from bot.services.calendar.wording import what
from knowledge.texts.catalogue import say

_log = logging.getLogger(__name__)


def reader_of(desk: Desk, person: Person) -> Reader:
    """How a person sees it."""
    return Reader(desk.language(person), desk.calendar.may_decide(person.id), desk.today)


def page(desk: Desk, person: Person, shown: Shown) -> View:
    """A page of a year."""
    reader = reader_of(desk, person)
    year = desk.calendar.year(shown.municipality, shown.year)
    return calendar_view(year, shown, reader)


def accepted(desk: Desk, decision: Decision, language: str) -> Message:
    """What is told of a proposal that was accepted: its draft, whom that is for, and a button that
    opens it.
    """
    said = say(
        "slack-calendar-accepted",
        language,
        what=what(decision.proposal, language),
        broadcast=str(decision.broadcast),
        to=desk.calendar.recipients(decision, language),
    )
    return accepted_message(said, decision, language)


def turn_below(desk: Desk, occasion: Occasion, person: Person, shown: Shown) -> None:
    """Show by now what the calendar below a form shows. That it may have been closed meanwhile is
    let be.
    """
    below = occasion.view.get("previous_view_id")
    if not below:
        return
    try:
        desk.messenger.turn(below, page(desk, person, shown))
    except (ChannelRefused, ChannelUnavailable) as error:
        _log.info("the calendar below is not shown anew: %s", error)


def share_file(desk: Desk, occasion: Occasion, person: Person, shown: Shown) -> None:
    """Hand the calendar of a year and the next over as a file, in the conversation with a person.
    The writer loads its library when it is needed first.
    """
    from bot.channels.slack.blocks.notices import plain_notice
    from bot.files.ics import ics_file_name, write_ics

    language, place, first = desk.language(person), shown.municipality, shown.year
    years = [desk.calendar.year(place, each) for each in (first, first + 1)]
    name = ics_file_name(place, first, language)
    said = say(
        "slack-calendar-shared",
        language,
        municipality=place,
        year=str(first),
        next=str(first + 1),
    )
    direct = desk.messenger.direct(person.id)
    key = f"{occasion.key}:calendar"
    posted = desk.post_once(occasion, direct, plain_notice(said, language), None, key)
    file = SharedFile(name=name, title=name, content=write_ics(years, language))
    desk.share_once(occasion, direct, posted, [file], said)
