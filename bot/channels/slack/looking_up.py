"""Who is in the workspace, for who does not run the channel."""

from __future__ import annotations

from bot.channels.slack.errors import ChannelRefused, ChannelUnavailable
from bot.channels.slack.failures import failures
from bot.channels.slack.members import SlackMembers
from bot.channels.slack.messenger import open_client
from bot.services.errors import NotLookedUp
from bot.settings import BotSettings


def open_members(settings: BotSettings) -> SlackMembers:
    """The members of the workspace that the settings' token is of. Raises UnusableSetting for a
    token that is missing, and NotLookedUp where Slack does not answer or refuses it.
    """
    address = str(settings.slack_api_url)
    client = open_client(settings.needed("slack_bot_token"), address, repeats=True)
    try:
        with failures():
            team = client.auth_test()["team_id"]
    except (ChannelRefused, ChannelUnavailable) as error:
        raise NotLookedUp(str(error)) from error
    return SlackMembers(client, str(team))
