"""Showing a section, and turning to the one before or after."""

from __future__ import annotations

from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.blocks.section import section_view
from bot.channels.slack.blocks.targets import decode_target
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.services.sections import section_page


def show(desk: Desk, occasion: Occasion) -> None:
    """Open the section in a modal; on top of the one that the button is in."""
    desk.show(occasion, _view(desk, occasion))


def turn(desk: Desk, occasion: Occasion) -> None:
    """Show another section, or another part of it, in the same modal."""
    view = _view(desk, occasion)
    desk.turn(occasion.view["id"], view)


def _view(desk: Desk, occasion: Occasion) -> View:
    person = desk.rights.admit(occasion.person, "see a section")
    target = decode_target(occasion.value)
    page = section_page(desk.index.get().catalog, target)
    return section_view(page, desk.language(person), today=desk.today, part=target.part)
