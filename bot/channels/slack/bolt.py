"""Slack's Bolt with all our listeners: the whole of what we listen to is registered here."""

from __future__ import annotations

import logging

from slack_bolt import App, BoltResponse
from slack_sdk import WebClient

from bot.channels.slack import actions, commands, events, shortcuts, views
from bot.channels.slack.desk import Desk
from bot.channels.slack.reception import Reception
from bot.settings import BotSettings

_log = logging.getLogger(__name__)


def listening_app(
    client: WebClient, settings: BotSettings, reception: Reception, desk: Desk
) -> App:
    """A Bolt app that acknowledges each delivery when it is stored, not when it is dealt with.

    It asks Slack who it is now, so that it need not when a delivery comes. Raises OSError when
    Slack cannot be reached.
    """
    app = App(
        client=client,
        signing_secret=settings.secret("slack_signing_secret"),
        process_before_response=True,
        logger=logging.getLogger("slack_bolt"),
    )
    for area in (events, commands, shortcuts, actions, views):
        area.register(app, reception, desk)
    app.error(_failed)
    return app


def _failed(error: Exception) -> BoltResponse:
    """A delivery that could not be stored: not acknowledged, so that Slack sends it again."""
    _log.error("a delivery was not taken in: %s", type(error).__name__, exc_info=error)
    return BoltResponse(status=503, body="")
