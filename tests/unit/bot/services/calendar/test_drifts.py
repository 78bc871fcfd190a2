"""What becomes of decisions when documents are indexed anew."""

from __future__ import annotations

import pytest

from bot.domain.reminders.proposals import Drift, DriftKind, Verdict
from tests.unit.bot.services.calendar.made import COORDINATOR, OTHER_COORDINATOR, Room
from tests.unit.indexer.made import made

REPORT = "Nämnderna ska i mars rapportera till kommunstyrelsen."
REVIEW = "Kommunstyrelsen ska i november utvärdera arbetet."
TEXT = f"""# Policy för internationellt arbete

## 3 Syfte

Policyn gäller hela kommunen.

## 4 Uppföljning

{REPORT} {REVIEW}
"""


@pytest.fixture
def room() -> Room:
    room = Room(made(TEXT))
    for words in ("rapportera", "utvärdera"):
        room.calendar.accept(room.place, room.handle(words), COORDINATOR, seen=0)
    return room


def drift(room: Room) -> Drift:
    [found] = room.calendar.drifts(room.place)
    return found


def test_the_same_document_again_is_no_drift(room: Room) -> None:
    room.index.publish(made(TEXT))
    assert room.calendar.drifts(room.place) == []
    assert all(each.is_accepted for each in room.calendar.entries(room.place))


def test_a_changed_duty_is_told_with_what_it_says_now_and_changes_nothing(room: Room) -> None:
    room.index.publish(made(TEXT.replace("i mars", "i april")))
    told = drift(room)
    assert told.kind is DriftKind.CHANGED
    assert told.decision.proposal.identity.quote == REPORT
    assert told.now is not None
    assert told.now.quote == REPORT.replace("i mars", "i april")
    # The new sentence is proposed; what was decided goes on as it was.
    new = [e for e in room.calendar.entries(room.place) if "i april" in e.proposal.when]
    assert [each.decision for each in new] == [None]
    months = room.calendar.year(room.place, 2027).months
    march, april = months[2].duties, months[3].duties
    assert [each.entry.is_accepted for each in march] == [True]
    assert [each.entry.is_accepted for each in april] == [False]
    assert len(room.drafts.made) == 2


def test_a_duty_that_lost_its_time_is_a_changed_one(room: Room) -> None:
    room.index.publish(made(TEXT.replace(" i mars", "")))
    told = drift(room)
    assert told.kind is DriftKind.CHANGED
    assert told.now is not None
    assert told.now.quote == "Nämnderna ska rapportera till kommunstyrelsen."


def test_a_dropped_duty_is_told_without_a_sentence_that_is_not_it(room: Room) -> None:
    room.index.publish(made(TEXT.replace(REPORT, "")))
    told = drift(room)
    assert (told.kind, told.now) == (DriftKind.DROPPED, None)
    assert told.decision.proposal.identity.quote == REPORT


def test_a_document_that_is_gone_drops_all_its_duties(room: Room) -> None:
    room.index.publish()
    assert [each.kind for each in room.calendar.drifts(room.place)] == [DriftKind.DROPPED] * 2
    room.index.publish(made(TEXT))
    assert room.calendar.drifts(room.place) == []


def test_renumbered_sections_are_told_and_the_decisions_follow(room: Room) -> None:
    room.index.publish(made(TEXT.replace("## 4 ", "## 5 ").replace("## 3 ", "## 4 ")))
    told = room.calendar.drifts(room.place)
    assert [each.kind for each in told] == [DriftKind.MOVED] * 2
    assert [each.now.section_number for each in told if each.now] == ["5", "5"]
    entries = room.calendar.entries(room.place)
    assert len(entries) == 2
    assert all(each.is_accepted for each in entries)


def test_a_duty_moved_to_another_section_keeps_its_decision(room: Room) -> None:
    moved = TEXT.replace(f"{REPORT} ", "").replace("hela kommunen.", f"hela kommunen.\n\n{REPORT}")
    room.index.publish(made(moved))
    told = drift(room)
    assert told.kind is DriftKind.MOVED
    assert told.now is not None
    assert told.now.section_number == "3"
    assert room.entry("rapportera").is_accepted


def test_a_duty_moved_to_another_document_keeps_its_decision(room: Room) -> None:
    room.index.publish(made(TEXT, "provkommun-ny-policy.md"))
    assert {each.kind for each in room.calendar.drifts(room.place)} == {DriftKind.MOVED}


def test_what_has_moved_is_decided_anew_in_the_same_row_of_decisions(room: Room) -> None:
    room.index.publish(made(TEXT.replace("## 4 ", "## 5 ")))
    entry = room.entry("rapportera")
    room.drafts.ended.add(1)
    room.calendar.reject(
        room.place, entry.proposal.handle, OTHER_COORDINATOR, "Nej", seen=entry.seen
    )
    after = room.entry("rapportera")
    assert after.decision is not None
    assert (after.decision.number, after.decision.verdict) == (2, Verdict.REJECTED)
    assert len(room.calendar.entries(room.place)) == 2


def test_a_drift_that_was_acknowledged_is_told_again_only_if_the_document_changes_again(
    room: Room,
) -> None:
    room.index.publish(made(TEXT.replace("i mars", "i april")))
    handle = drift(room).decision.handle
    assert room.calendar.acknowledge(room.place, handle, COORDINATOR)
    assert room.calendar.drifts(room.place) == []
    assert not room.calendar.acknowledge(room.place, handle, COORDINATOR)
    room.index.publish(made(TEXT.replace("i mars", "i april") + "\nEn mening till.\n"))
    assert room.calendar.drifts(room.place) == []
    room.index.publish(made(TEXT.replace("i mars", "i maj")))
    assert drift(room).now is not None


def test_a_measure_whose_time_is_changed_is_told() -> None:
    plan = """# Handlingsplan för internationellt arbete

## Åtgärder

Åtgärd: Utvärdering av nätverken
Tidpunkt: november 2027
Ansvarig: Internationell samordnare
"""
    room = Room(made(plan))
    room.calendar.accept(room.place, room.handle("Utvärdering"), COORDINATOR, seen=0)
    room.index.publish(made(plan.replace("november 2027", "oktober 2027")))
    told = drift(room)
    assert told.kind is DriftKind.CHANGED
    assert told.now is not None
    assert "oktober 2027" in told.now.quote
