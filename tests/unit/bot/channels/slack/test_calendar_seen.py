"""The calendar as Slack shows it, and what is told of a decision."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from bot.channels.slack.blocks import calendar_names, names
from bot.channels.slack.blocks.calendar import Reader, Shown, calendar_view
from bot.channels.slack.blocks.calendar_forms import accepted_message, drifts_message
from bot.channels.slack.blocks.fitting import View
from bot.domain.reminders.schedule import Yearly
from tests.unit.bot.channels.slack.seeing import message_seen
from tests.unit.bot.channels.slack.test_any_values import check_message
from tests.unit.bot.services.calendar.made import COORDINATOR, NOW, Room, falls_due
from tests.unit.indexer.made import section

TEXT = "Nämnderna ska i maj rapportera till kommunstyrelsen."


def seen(room: Room, year: int = 2027, *, may_decide: bool = True) -> View:
    reader = Reader("sv", may_decide, NOW.date())
    shown = Shown(municipality=room.place, year=year)
    return calendar_view(room.calendar.year(room.place, year), shown, reader)


def buttons(view: View) -> list[dict[str, Any]]:
    blocks: Any = view.payload["blocks"]
    rows = [each["elements"] for each in blocks if each["type"] == "actions"]
    return [each for row in rows for each in row]


def ids(view: View) -> list[str]:
    return [str(each["action_id"]).partition(":")[0] for each in buttons(view)]


def accepted_room() -> Room:
    room = Room(section(TEXT))
    new_year = Yearly(at=time(9), month=1, day=1)
    room.calendar.accept(
        room.place, room.handle("rapportera"), COORDINATOR, seen=0, schedule=new_year
    )
    return room


def test_a_day_that_a_holiday_moved_says_so() -> None:
    told = str(seen(accepted_room()).payload)
    assert "4 januari · Nämnderna: ska i maj rapportera" in told
    assert "Flyttat från fredag 1 januari 2027, som inte är en arbetsdag." in told
    assert "Tid: varje år den 1 januari kl. 09:00" in told


def test_what_is_accepted_has_a_button_that_opens_its_broadcast() -> None:
    view = seen(accepted_room())
    [opening] = [each for each in buttons(view) if names.SHOW_BROADCAST in str(each["action_id"])]
    assert opening["value"] == "1"
    assert calendar_names.ACCEPT not in ids(view)
    assert names.SHOW_BROADCAST not in ids(seen(accepted_room(), may_decide=False))


def test_what_is_told_of_a_decision_opens_the_draft() -> None:
    room = accepted_room()
    decision = room.entry("rapportera").decision
    assert decision
    opening: Any = accepted_message("Antaget.", decision, "sv").blocks[-1]
    [button] = opening["elements"]
    assert (button["action_id"], button["value"]) == (names.SHOW_BROADCAST, "1")
    assert button["text"]["text"] == "Öppna utskicket"
    undone = decision.model_copy(update={"broadcast": None})
    assert len(accepted_message("Antaget.", undone, "sv").blocks) == 1


def test_what_sends_nothing_more_can_be_decided_on_again() -> None:
    room = accepted_room()
    room.drafts.ended.add(1)
    view = seen(room)
    assert "Utskicket är avslutat eller inställt" in str(view.payload)
    assert {calendar_names.ACCEPT, calendar_names.REJECT, names.SHOW_BROADCAST} <= set(ids(view))
    assert calendar_names.ACCEPT not in ids(seen(room, may_decide=False))
    assert date(2027, 1, 4) in [
        each.on for each in room.calendar.year(room.place, 2027).months[0].duties
    ]


def test_of_many_changes_it_is_told_how_many_more_there_are_and_where_to_read_them() -> None:
    room = Room()
    days = [falls_due(date(2027, 6, 1), agreement=number) for number in range(200)]
    room.agreements.days = days
    for each in days:
        room.calendar.accept(room.place, each.handle, COORDINATOR, seen=0)
    room.agreements.days = []
    message = drifts_message(room.calendar.drifts(room.place), room.place, "sv")
    check_message(message)
    told = message_seen(message)
    shown = told.partition("=== text ===")[0].count("Vänort Eidsberg: sista dag")
    assert 0 < shown < 200
    assert f"… och {200 - shown} till" in told
    assert "Öppna /kalender Provkommun för att läsa mer." in told
