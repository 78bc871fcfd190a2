"""The channel, put together: settings and services in, a listening Bolt app out."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from threading import Event
from typing import Any

from slack_bolt import App
from slack_sdk import WebClient
from tenacity import RetryError, Retrying, retry_if_exception_type, wait_exponential_jitter
from tenacity.nap import sleep_using_event
from tenacity.stop import stop_when_event_set

from bot.app import Application
from bot.channels.slack.bolt import listening_app
from bot.channels.slack.calendar_feed import CalendarServer
from bot.channels.slack.chores import Chores
from bot.channels.slack.complaints import complain
from bot.channels.slack.desk import Desk
from bot.channels.slack.directory import SlackDirectory
from bot.channels.slack.errors import ChannelRefused, ChannelUnavailable
from bot.channels.slack.failures import failures
from bot.channels.slack.health import HealthServer
from bot.channels.slack.members import SlackMembers
from bot.channels.slack.messenger import Messenger, open_client
from bot.channels.slack.metrics import Metrics
from bot.channels.slack.reception import Reception
from bot.channels.slack.reminding import limits_of, sending_loop
from bot.services.channel import ChannelServices
from bot.services.index_in_use import beside
from bot.services.reminders.use_cases import reminders_over
from bot.settings import BotSettings, UnusableSetting

_log = logging.getLogger(__name__)

PATIENCE = timedelta(seconds=20)
"""For what is under way when the process is told to end; the rest of ``ending.LONGEST`` is for
closing. Until then a lease lasts that is not renewed any more.
"""

LONGEST_PAUSE = 30
"""Seconds between attempts to reach Slack at the start."""


@dataclass
class Line:
    """How the channel is: whether model, index and database are open, whether Slack can reach us,
    whether what it delivers is kept, and whether reminders are being sent.
    """

    is_loaded: bool = False
    is_open: bool = False
    is_kept: Callable[[], bool] = lambda: True
    is_sending: Callable[[], bool] = lambda: True


class Told(Exception):
    """The process was told to end before the channel was open."""


@contextmanager
def open_channel(
    application: Application, settings: BotSettings, line: Line, stopping: Event
) -> Iterator[App]:
    """The Bolt app with all its threads; when the block ends, what is under way is finished.

    Raises Told, UnusableSetting, and all that opening the index and the database raises.
    """
    token = settings.needed("slack_bot_token")
    metrics = Metrics()
    with ExitStack() as closing:
        services = closing.enter_context(application.services())
        line.is_loaded = True
        beside(partial(_warm_up, services))
        health = _health(settings, services, line, metrics)
        closing.callback(health.stop)
        client = open_client(token, str(settings.slack_api_url), repeats=True)
        identity = _introduced(client, stopping)
        desk = _desk(services, settings, client, identity, metrics)
        reception = Reception(
            services.storage.inbox, partial(complain, desk), metrics, services.now
        )
        app = attempts(stopping)(listening_app, client, settings, reception, desk)
        chores = Chores(desk, services.retention, services.storage.inbox)
        sending = sending_loop(desk, token, str(settings.slack_api_url))
        reception.start()
        line.is_kept = reception.is_keeping
        chores.start()
        sending.start()
        line.is_sending = sending.is_going
        _serve_calendars(settings, desk, closing)
        closing.callback(sending.stop, PATIENCE)
        closing.callback(chores.stop)
        closing.callback(reception.stop, PATIENCE)
        yield app


def _warm_up(services: ChannelServices) -> None:
    """Beside the start, which it would delay by seconds."""
    try:
        services.warm_up()
    except Exception:  # noqa: BLE001 - whoever opens the first form waits longer, that is all
        _log.exception("not warmed up")


def attempts(stopping: Event) -> Retrying:
    """Attempts to reach Slack, with growing pauses, until it is reached or ``stopping`` is set."""
    return Retrying(
        retry=retry_if_exception_type((ChannelUnavailable, OSError)),
        wait=wait_exponential_jitter(max=LONGEST_PAUSE),
        sleep=sleep_using_event(stopping),
        stop=stop_when_event_set(stopping),
        before_sleep=lambda _state: _log.warning("Slack cannot be reached; tried again soon"),
    )


def _introduced(client: WebClient, stopping: Event) -> Mapping[str, Any]:
    """Who we are in which workspace (https://docs.slack.dev/reference/methods/auth.test)."""

    def introduced() -> Mapping[str, Any]:
        with failures():
            answer: Mapping[str, Any] = client.auth_test().data  # type: ignore[assignment]
            return answer

    try:
        return attempts(stopping)(introduced)
    except RetryError as error:
        raise Told from error
    except ChannelRefused as error:
        raise UnusableSetting(
            f"auth.test: {error.code}", name="SLACK_BOT_TOKEN", reason="reason-setting-token"
        ) from error


def _desk(
    services: ChannelServices,
    settings: BotSettings,
    client: WebClient,
    identity: Mapping[str, Any],
    metrics: Metrics,
) -> Desk:
    token, address = settings.needed("slack_bot_token"), str(settings.slack_api_url)
    directory = SlackDirectory(
        client, identity["team_id"], settings.slack_coordinator_group, settings.coordinators
    )
    rights = services.rights(directory)
    members = SlackMembers(client, identity["team_id"])
    reminders = reminders_over(services.storage, rights, members, limits_of(settings), services.now)
    return Desk(
        inquiries=services.inquiries,
        hand_overs=services.hand_overs(rights),
        thumbs=services.thumbs,
        gaps=services.gaps(rights),
        prompts=services.prompts,
        records=services.records,
        log=services.records.log(rights),
        reports=services.records.reports(rights),
        reminders=reminders,
        rights=rights,
        settings=services.storage.settings,
        index=services.index,
        messenger=Messenger(token, address),
        metrics=metrics,
        now=services.now,
        groups=members.groups,
        coordinator_channel=settings.slack_coordinator_channel,
        coordinator_group=settings.slack_coordinator_group,
        house_language=settings.policylots_language or "sv",
        calendar_base=settings.calendar_base,
    )


def _serve_calendars(settings: BotSettings, desk: Desk, closing: ExitStack) -> None:
    """To those who subscribe, if a setting says so."""
    if settings.calendar_port is None:
        return
    server = CalendarServer(
        settings.calendar_host, settings.calendar_port, desk.calendar, desk.house_language
    )
    closing.callback(server.stop)
    server.start()
    _log.info("calendars on port %d", server.port)


def _health(
    settings: BotSettings, services: ChannelServices, line: Line, metrics: Metrics
) -> HealthServer:
    """The health server, answering."""

    def database() -> bool:
        services.storage.ping()
        return True

    metrics.watch_waiting(services.storage.inbox.waiting)
    server = HealthServer(
        settings.health_host,
        settings.health_port,
        alive={"deliveries": lambda: line.is_kept(), "reminders": lambda: line.is_sending()},
        ready={"database": database, "slack": lambda: line.is_open},
        registry=metrics.registry,
    )
    server.start()
    _log.info("health on port %d", server.port)
    return server
