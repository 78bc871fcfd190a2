"""The settings on the Home tab."""

from __future__ import annotations

from bot.channels.slack.desk import Desk
from bot.channels.slack.events.home import publish
from bot.channels.slack.incoming import Occasion
from bot.domain.people import EVERYWHERE
from knowledge.texts.catalogue import LANGUAGES


def set_municipality(desk: Desk, occasion: Occasion) -> None:
    """Set the municipality that a person's questions are about."""
    is_all = occasion.value == EVERYWHERE
    chosen = EVERYWHERE if is_all else desk.index.get().asking.known(occasion.value)
    _set(desk, occasion, municipality=chosen)


def set_language(desk: Desk, occasion: Occasion) -> None:
    """Set the language of a person's menus."""
    chosen = occasion.value if occasion.value in LANGUAGES else None
    _set(desk, occasion, language=chosen)


def _set(desk: Desk, occasion: Occasion, **chosen: str | None) -> None:
    person = desk.rights.admit(occasion.person, "set preferences")
    before = desk.settings.preferences(person.id)
    desk.settings.prefer(person.id, before.model_copy(update=chosen))
    publish(desk, person)
