"""Message shortcuts (https://docs.slack.dev/interactivity/implementing-shortcuts)."""

from __future__ import annotations

from functools import partial

from slack_bolt import App

from bot.channels.slack.answering import answer_privately
from bot.channels.slack.commands.logging import log_message
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.reading import question_in
from bot.channels.slack.reception import Reception

ASK_ABOUT_MESSAGE = "ask_about_message"
LOG_MESSAGE = "log_message"


def register(app: App, reception: Reception, desk: Desk) -> None:
    """Listen to shortcuts."""
    app.message_shortcut(ASK_ABOUT_MESSAGE)(
        reception.listener("ask about a message", partial(ask_about_message, desk))
    )
    app.message_shortcut(LOG_MESSAGE)(
        reception.listener("log a message", partial(log_message, desk), hurried=True)
    )


def ask_about_message(desk: Desk, occasion: Occasion) -> None:
    """Answer what a message asks, in its thread, to the person who chose the shortcut only."""
    person = desk.rights.admit(occasion.person, "ask about a message")
    thread = occasion.thread or occasion.message
    answer_privately(desk, occasion, person, question_in(occasion.text), thread)
