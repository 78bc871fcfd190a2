"""Showing what became of an answer wherever the reminder stands."""

from __future__ import annotations

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.broadcast_list import mine_view
from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.reminder_messages import bring_up_to_date, units_by_id
from bot.domain.people import Person


def mine_of(desk: Desk, person: Person) -> View:
    """What waits for somebody's answer, in a modal."""
    mine = desk.reminders.answers.mine(person.id)
    places = {each.occurrence.content.municipality for each in mine}
    units = {key: name for place in places for key, name in units_by_id(desk, place).items()}
    return mine_view(mine, units, desk.language(person))


def show_outcome(desk: Desk, occasion: Occasion, person: Person, occurrence: int) -> None:
    """Bring up to date the messages to somebody, and the list that they answered from."""
    is_message = occasion.is_direct and occasion.message and not occasion.view
    pressed = [(occasion.channel, occasion.message)] if is_message else []
    bring_up_to_date(desk, occurrence, person.id, *pressed)
    list_id = _list_of(occasion)
    if list_id:
        desk.turn(list_id, mine_of(desk, person))


def _list_of(occasion: Occasion) -> str | None:
    """The modal with the list, in which a button was pressed or above which a form was sent."""
    if occasion.view.get("callback_id") == names.MINE_VIEW:
        return str(occasion.view["id"])
    return occasion.view.get("previous_view_id")
