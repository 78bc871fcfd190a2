"""Events (https://docs.slack.dev/reference/events)."""

from __future__ import annotations

from functools import partial

from slack_bolt import App

from bot.channels.slack.desk import Desk
from bot.channels.slack.events import conversations, home
from bot.channels.slack.reception import Reception


def register(app: App, reception: Reception, desk: Desk) -> None:
    """Listen to what happens; questions to offer are searched for, which may take its time."""
    app.event("app_mention")(
        reception.listener("mention", partial(conversations.answer_mention, desk))
    )
    app.event("message")(
        reception.listener(
            "message",
            partial(conversations.answer_message_event, desk),
            concerns=partial(conversations.concerns_us, desk),
        )
    )
    app.event("app_home_opened", matchers=[home.is_conversation])(
        reception.listener("conversation opened", partial(home.show, desk))
    )
    app.event("app_home_opened")(
        reception.listener("home opened", partial(home.show, desk), hurried=True)
    )
