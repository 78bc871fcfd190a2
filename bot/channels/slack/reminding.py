"""Reminders put together for this channel: their limits, and the threads that send them."""

from __future__ import annotations

import logging
from datetime import time
from functools import partial

from bot.channels.slack.desk import Desk
from bot.channels.slack.reminder_messages import rendered
from bot.channels.slack.reminder_post import SlackReminderPost
from bot.domain.reminders.broadcast import Broadcast, BroadcastStatus
from bot.services.errors import NotSent
from bot.services.reminders.limits import Limits
from bot.services.reminders.sending import Sender, loading
from bot.services.reminders.sending_loop import SendingLoop
from bot.services.reminders.settling import Settler
from bot.settings import BotSettings

_log = logging.getLogger(__name__)


def limits_of(settings: BotSettings) -> Limits:
    """When messages may be sent and how many, as the settings say."""
    return Limits(
        opens=time.fromisoformat(settings.sending_from),
        closes=time.fromisoformat(settings.sending_until),
        second_yes_from=settings.broadcast_second_yes_from,
        a_day=settings.broadcast_daily_limit,
    )


def sending_loop(desk: Desk, token: str, address: str) -> SendingLoop:
    """What sends the outbox; not begun yet."""
    storage, now = desk.records.storage, desk.now
    post = SlackReminderPost(token, address, partial(rendered, desk))
    working_time = desk.reminders.working_time
    sender = Sender(storage.outbox, loading(storage.occurrences), post, working_time, now)
    return SendingLoop(sender, Settler(storage.outbox, post, now), storage.outbox, now)


def plan_now(desk: Desk, broadcast: Broadcast) -> None:
    """Plan what is due of a broadcast that was just started, which a round does otherwise within a
    minute. That the channel cannot tell who its audience is now is let be.
    """
    if broadcast.status is BroadcastStatus.ACTIVE:
        try:
            desk.reminders.planner.plan_due()
        except NotSent as error:
            _log.info("planned in the next round: %s", error)
