"""Who is reached by broadcasts, as far as the terminal can tell."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import entry_points

from bot.channels.terminal.session import Session
from bot.domain.people import Standing
from bot.services.contacts.ports import ContactBook
from bot.services.errors import MembersUnknown
from bot.services.records import Records
from bot.services.reminders.ports import Member, Members
from bot.settings import BotSettings

MEMBERS = "policylots.members"
"""The group of entry points by which channels tell who belongs to their workspace."""


def members_known(session: Session, records: Records) -> Members:
    """Slack's word where its token is set, else the register of contacts."""
    if session.settings.secret("slack_bot_token"):
        [found] = entry_points(group=MEMBERS, name="slack")
        opened: Callable[[BotSettings], Members] = found.load()
        return opened(session.settings)
    return RegisteredMembers(records.storage.contacts)


class RegisteredMembers:
    """``services.reminders.ports.Members`` of who has no workspace at hand: people are called what
    the register of contacts calls them, and taken to be there.
    """

    def __init__(self, contacts: ContactBook) -> None:
        self._contacts = contacts

    def of_channel(self, channel: str) -> list[str]:
        """Raises MembersUnknown."""
        raise MembersUnknown(f"no workspace to look {channel} up in", name=channel)

    def of_group(self, group: str) -> list[str]:
        """Raises MembersUnknown."""
        raise MembersUnknown(f"no workspace to look {group} up in", name=group)

    def person(self, identity: str) -> Member:
        """By the name of one of their entries."""
        entries = self._contacts.of_person(identity)
        name = entries[-1].name if entries else identity
        return Member(id=identity, name=name, standing=Standing.MEMBER)

    def is_away(self, identity: str) -> bool:  # noqa: ARG002 - the register does not know
        """Not as far as is known."""
        return False
