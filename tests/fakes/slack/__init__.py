"""A server that speaks Slack, for a bot that runs the real slack-bolt against it.

    with SlackServer() as slack:                       # or SlackServer(mode="http")
        eva = slack.add_person("Eva Ek", locale="sv-SE")
        channel = slack.add_channel("internationellt", members=[eva])
        client = WebClient(token=slack.bot_token, base_url=slack.api_url)
        app = App(client=client, signing_secret=slack.signing_secret)
        SocketModeHandler(app, app_token=slack.app_token).connect()
        slack.wait_until(lambda: slack.connections)    # in HTTP mode: slack.request_url = ...

        asked = eva.says(channel, f"<@{slack.bot_user_id}> Vem beslutar om vänortsavtal?")
        answer = slack.wait_until(lambda: slack.thread(channel, asked.ts)[1:])[0]
        assert "Kommunfullmäktige" in answer.shown

        eva.presses(answer, "feedback", "positive")    # waits for the acknowledgement
        done = eva.commands("/lots", "hjälp", channel)
        assert done.ephemerals[0].shown
        eva.submits(eva.view, {"what": {"text": "Besök från Terrassa"}})
        assert not slack.violations                    # nothing that Slack refuses
        assert not slack.pings                         # nobody was notified

What goes wrong: ``slack.fault("chat.postMessage", rate_limited(1), times=2)``,
``slack.drop_connections()``, ``slack.disconnect("refresh_requested")``, ``slack.stop()`` and
``slack.start()``, ``slack.clock.advance(1800)``.
"""

from tests.fakes.slack.deliveries import Delivery
from tests.fakes.slack.faults import (
    Fault,
    api_error,
    dropped,
    late,
    rate_limited,
    server_error,
    timeout,
)
from tests.fakes.slack.interactions import Interaction
from tests.fakes.slack.people import Person
from tests.fakes.slack.records import (
    Call,
    Channel,
    Message,
    Payload,
    Ping,
    Status,
    SuggestedPrompts,
    View,
    Violation,
)
from tests.fakes.slack.server import SlackServer
from tests.fakes.slack.workspace import ALL_SCOPES, BOT_USER, OTHER_TEAM, TEAM

__all__ = [
    "ALL_SCOPES",
    "BOT_USER",
    "OTHER_TEAM",
    "TEAM",
    "Call",
    "Channel",
    "Delivery",
    "Fault",
    "Interaction",
    "Message",
    "Payload",
    "Person",
    "Ping",
    "SlackServer",
    "Status",
    "SuggestedPrompts",
    "View",
    "Violation",
    "api_error",
    "dropped",
    "late",
    "rate_limited",
    "server_error",
    "timeout",
]
