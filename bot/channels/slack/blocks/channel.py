"""What holds in a channel."""

from __future__ import annotations

from collections.abc import Iterable

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.choices import asked_for, checkbox, municipality_select
from bot.channels.slack.blocks.fitting import View, key, modal
from bot.domain.questions import ChannelSettings
from knowledge.texts.catalogue import say


def channel_view(
    channel: str, settings: ChannelSettings, municipalities: Iterable[str], language: str
) -> View:
    """The channel's settings as a form; ``private_metadata`` is the channel's id.

    The municipality's value goes through ``choices.chosen``.
    """
    place = municipality_select(
        names.CHANNEL_MUNICIPALITY,
        municipalities,
        settings.municipality,
        language,
        "slack-no-municipality",
    )
    mentions = checkbox(
        names.CHANNEL_MENTIONS,
        say("slack-channel-mentions", language),
        say("slack-channel-mentions-about", language),
        names.MENTIONS_ONLY,
        is_set=settings.mentions_only,
    )
    parts = [
        asked_for(place, say("slack-channel-municipality", language)),
        asked_for(mentions, say("slack-channel-replies", language), is_optional=True),
    ]
    return modal(
        say("slack-channel-title", language),
        names.CHANNEL_VIEW,
        [key(each) for each in parts],
        language,
        submit=say("slack-save", language),
        metadata=channel,
    )
