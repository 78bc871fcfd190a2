"""The Home tab, and the questions offered in the conversation with the assistant."""

from __future__ import annotations

import logging
from typing import Any

from bot.channels.slack.blocks.home import MOST_RECENT, closed_home, home_view
from bot.channels.slack.blocks.notices import prompts_title
from bot.channels.slack.desk import Desk
from bot.channels.slack.errors import ChannelRefused
from bot.channels.slack.incoming import Occasion
from bot.domain.people import Person
from bot.services.errors import NotAdmitted
from bot.services.listing import list_documents

_log = logging.getLogger(__name__)

CONVERSATION = "messages"
"""https://docs.slack.dev/reference/events/app_home_opened"""


def is_conversation(event: dict[str, Any]) -> bool:
    """Whether it is the conversation that was opened, not the Home tab (a Bolt matcher)."""
    return event.get("tab") == CONVERSATION


def show(desk: Desk, occasion: Occasion) -> None:
    """Show the tab that was opened, up to date; to guests and strangers, why there is nothing."""
    try:
        person = desk.rights.admit(occasion.person, "open the Home tab")
    except NotAdmitted as error:
        closed = closed_home(error.standing, desk.language(desk.rights.look_up(occasion.person)))
        desk.messenger.publish(occasion.person, closed)
        return
    if occasion.event.get("tab") == CONVERSATION:
        offer_questions(desk, occasion.channel, person)
    else:
        publish(desk, person)


def offer_questions(desk: Desk, channel: str, person: Person) -> None:
    """Offer questions from the person's municipality
    (https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts).
    """
    language = desk.language(person)
    chosen = desk.settings.preferences(person.id).municipality
    questions = desk.prompts.questions(chosen, language)
    if questions:
        desk.messenger.suggest(channel, prompts_title(language), questions)


def publish(desk: Desk, person: Person) -> None:
    """Set the person's Home tab."""
    index = desk.index.get()
    view = home_view(
        municipality=desk.inquiries.own_scope(person.id),
        menus=desk.settings.preferences(person.id).language,
        municipalities=index.asking.municipalities,
        waiting=[each.occurrence.content.title for each in desk.reminders.answers.mine(person.id)],
        is_coordinator=_is_coordinator(desk, person),
        recent=desk.inquiries.recent(person.id, MOST_RECENT),
        documents=list_documents(index.catalog),
        today=desk.today,
        language=desk.language(person),
    )
    desk.messenger.publish(person.id, view)


def _is_coordinator(desk: Desk, person: Person) -> bool:
    """False as well where the user group is not one of the workspace: the tab does without."""
    try:
        return desk.rights.is_coordinator(person.id)
    except ChannelRefused as error:
        _log.warning("who coordinates is not known: %s", error)
        return False
