"""What people and channels have chosen."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from bot.domain.people import Preferences
from bot.domain.questions import ChannelSettings
from bot.storage.connections import Connections
from bot.storage.rows import put
from bot.storage.tables import channel_setting, preference


class SqlSettingsBook:
    """``ports.SettingsBook``."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def preferences(self, person: str) -> Preferences:
        """A person's choices; empty ones if none were made."""
        chosen = [preference.c[name] for name in Preferences.model_fields]
        with self._connections.reading() as connection:
            row = connection.execute(select(*chosen).where(preference.c.person == person)).first()
        return Preferences.model_validate(dict(row._mapping)) if row else Preferences()

    def prefer(self, person: str, preferences: Preferences) -> None:
        """Set them."""
        with self._connections.writing() as connection:
            put(connection, preference, {"person": person, **preferences.model_dump()})

    def of_channel(self, channel: str) -> ChannelSettings:
        """A channel's settings; the default ones if none were made."""
        chosen = [channel_setting.c[name] for name in ChannelSettings.model_fields]
        own = select(*chosen).where(channel_setting.c.channel == channel)
        with self._connections.reading() as connection:
            row = connection.execute(own).first()
        return ChannelSettings.model_validate(dict(row._mapping)) if row else ChannelSettings()

    def set_channel(self, channel: str, settings: ChannelSettings, by: str, at: datetime) -> None:
        """Set them; by whom and when stays with them."""
        row = {"channel": channel, **settings.model_dump(), "set_by": by, "set_at": at}
        with self._connections.writing() as connection:
            put(connection, channel_setting, row)
