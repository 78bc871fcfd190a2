"""Coordinators are told, once, that documents say something else than what was decided."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from bot.channels.slack.actions.calendar import tell_drifts
from bot.channels.slack.blocks.calendar_names import TELL_DRIFTS
from bot.channels.slack.blocks.fitting import Message
from bot.channels.slack.chores import Chores
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.services.ports import Delivery
from bot.services.retention import Retention
from tests.unit.bot.services.calendar.made import COORDINATOR, NOW, Room
from tests.unit.indexer.made import section

TEXT = "Nämnderna ska i mars rapportera till kommunstyrelsen."


class Channel:
    """A desk with the calendar, and what was posted."""

    def __init__(self) -> None:
        self.room = Room(section(TEXT))
        self.posted: list[str] = []
        self.desk = cast(
            Desk,
            SimpleNamespace(
                calendar=self.room.calendar,
                index=self.room.index,
                records=SimpleNamespace(
                    municipalities=lambda: [self.room.place], storage=self.room.database
                ),
                rights=self.room.rights,
                now=lambda: NOW,
                coordinator_channel="C1",
                house_language="sv",
                post_once=self.post_once,
            ),
        )
        self.inbox = self.room.database.inbox
        self.chores = Chores(self.desk, cast(Retention, None), self.inbox)

    def post_once(
        self, occasion: Occasion, channel: str, message: Message, thread: str | None, key: str
    ) -> str:
        self.posted.append(message.text)
        return "1.1"

    def waiting(self) -> list[Delivery]:
        self.chores.notice_drifts()
        return self.inbox.claim(NOW, NOW, 10)


@pytest.fixture
def channel() -> Channel:
    made = Channel()
    room = made.room
    room.calendar.accept(room.place, room.handle("rapportera"), COORDINATOR, seen=0)
    return made


def test_a_changed_duty_is_told_once_with_what_it_was_and_is(channel: Channel) -> None:
    assert channel.waiting() == []
    channel.room.index.publish(section(TEXT.replace("i mars", "i april")))
    [delivery] = channel.waiting()
    assert delivery.listener == TELL_DRIFTS
    channel.inbox.done(delivery.key, NOW)
    tell_drifts(channel.desk, Occasion(delivery.key, delivery.body))
    [told] = channel.posted
    assert "Dokumentet säger något annat än när beslutet fattades." in told
    assert f"Förut: ”{TEXT}”" in told
    assert "Nu: ”Nämnderna ska i april rapportera till kommunstyrelsen.”" in told
    channel.room.index.publish(section(TEXT.replace("i mars", "i april") + " Mer."))
    assert channel.waiting() == []
    channel.room.index.publish(section(TEXT.replace("i mars", "i maj")))
    assert len(channel.waiting()) == 1


def test_what_was_noted_meanwhile_is_not_told(channel: Channel) -> None:
    channel.room.index.publish(section("Något helt annat står här."))
    [delivery] = channel.waiting()
    [drift] = channel.room.calendar.drifts(channel.room.place)
    channel.room.calendar.acknowledge(channel.room.place, drift.decision.handle, COORDINATOR)
    tell_drifts(channel.desk, Occasion(delivery.key, delivery.body))
    assert channel.posted == []
