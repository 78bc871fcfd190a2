"""What a recipient does with a reminder: answers, puts it off, names somebody else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from bot.channels.slack.activity_forms import answering_form
from bot.channels.slack.blocks.reminder import Later
from bot.channels.slack.blocks.reminder_forms import later_form, not_me_form, reply_form
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.reminder_outcomes import mine_of, show_outcome
from bot.domain.people import Person
from bot.domain.reminders.postponing import Snooze
from bot.services.errors import OccurrenceOver, TakenOver
from bot.services.reminders.answering import Asked

ANSWERING = "answer a reminder"


def done(desk: Desk, occasion: Occasion) -> None:
    """Done."""
    _answer(desk, occasion, desk.reminders.answers.done)


def nothing(desk: Desk, occasion: Occasion) -> None:
    """There is nothing to report."""
    _answer(desk, occasion, desk.reminders.answers.nothing_to_report)


def log(desk: Desk, occasion: Occasion) -> None:
    """Open the form of an activity with the unit that they are asked for."""
    person = desk.rights.admit(occasion.person, ANSWERING)
    asked = _asked(desk, occasion, person)
    desk.show(occasion, answering_form(desk, person, asked.occurrence, asked.recipient))


def reply(desk: Desk, occasion: Occasion) -> None:
    """Open the form for an answer in words."""
    person = desk.rights.admit(occasion.person, ANSWERING)
    asked = _asked(desk, occasion, person)
    desk.show(occasion, reply_form(asked.occurrence, desk.language(person)))


def later(desk: Desk, occasion: Occasion) -> None:
    """Put it off, or open the form for a day."""
    person = desk.rights.admit(occasion.person, ANSWERING)
    chosen, _, occurrence = occasion.value.partition(":")
    if Later(chosen) is Later.DAY:
        asked = desk.reminders.answers.asked(int(occurrence), person.id)
        first = (desk.today + timedelta(days=1)).isoformat()
        desk.show(occasion, later_form(asked.occurrence, first, desk.language(person)))
        return
    desk.reminders.answers.snooze(int(occurrence), person.id, Snooze(chosen))
    show_outcome(desk, occasion, person, int(occurrence))


def not_me(desk: Desk, occasion: Occasion) -> None:
    """Open the form for who should answer instead."""
    person = desk.rights.admit(occasion.person, ANSWERING)
    asked = _asked(desk, occasion, person)
    desk.show(occasion, not_me_form(asked.occurrence, desk.language(person)))


def show_mine(desk: Desk, occasion: Occasion) -> None:
    """What waits for somebody, in a modal."""
    person = desk.rights.admit(occasion.person, "see what waits")
    desk.messenger.open(occasion.trigger, mine_of(desk, person))


def _answer(desk: Desk, occasion: Occasion, answer: Callable[[int, str], object]) -> None:
    """Give an answer; where it is too late for one, show at least that the buttons are void."""
    person = desk.rights.admit(occasion.person, ANSWERING)
    occurrence = int(occasion.value)
    try:
        answer(occurrence, person.id)
    except (OccurrenceOver, TakenOver):
        show_outcome(desk, occasion, person, occurrence)
        raise
    show_outcome(desk, occasion, person, occurrence)


def _asked(desk: Desk, occasion: Occasion, person: Person) -> Asked:
    return desk.reminders.answers.asked(int(occasion.value), person.id)
