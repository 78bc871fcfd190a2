"""What coordinators decide about broadcasts on cards and in forms, without Slack."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest

from bot.channels.slack import handing_on
from bot.channels.slack.blocks.fitting import Message
from bot.channels.slack.blocks.reminder_cards import Pointing
from bot.domain.reminders.audience import Audience
from bot.domain.reminders.broadcast import Broadcast, Content
from bot.domain.reminders.occurrence import Occurrence, RecipientState
from bot.domain.reminders.schedule import Now
from bot.services.errors import PointedOtherwise
from tests.unit.bot.channels.slack.delivered import press_in_message
from tests.unit.bot.channels.slack.desks import Office, occasion
from tests.unit.bot.channels.slack.reminded import CONTENT

KIM, LENA, EVA, BO, MIA = "U0KIM", "U0LENA", "U0EVA", "U0BO", "U0MIA"
COORDINATORS = "C0KOORD"


@pytest.fixture
def office() -> Office:
    office = Office()
    office.directory.coordinators = {KIM, LENA}
    office.desk = replace(office.desk, coordinator_channel=COORDINATORS)
    return office


def content(*people: str, **stated: Any) -> Content:
    audience = Audience(people=frozenset(people or (EVA,)))
    return CONTENT.model_copy(update={"audience": audience, "schedule": Now(), **stated})


def started(office: Office, *people: str, by: str = KIM, **stated: Any) -> Broadcast:
    broadcasts = office.desk.reminders.broadcasts
    draft = broadcasts.draft(f"{by} {len(office.said)}", content(*people, **stated), by)
    return broadcasts.start(draft.id, draft.version, by)


def sent(office: Office) -> Occurrence:
    """What was sent to Eva."""
    number = started(office).id
    office.desk.reminders.planner.plan_due()
    [occurrence] = office.database.occurrences.of_broadcast(number)
    return occurrence


def decide(
    office: Office, pointing: Pointing, *, by: str = LENA, keep: bool = False, attempts: int = 1
) -> Message:
    """The card once somebody has pressed one of its buttons."""
    body = press_in_message({"action_id": "any", "value": pointing.encoded}) | {"user": {"id": by}}
    (handing_on.keep if keep else handing_on.confirm)(office.desk, occasion(body, attempts))
    return card(office)


def card(office: Office) -> Message:
    """The card as it was drawn last, in its own place."""
    shown = [what for how, what in office.said if how == "respond" and what["replaces"]]
    message = shown[-1]["message"]
    assert isinstance(message, Message)
    return message


def values(message: Message) -> list[str]:
    """Those of a card's buttons."""
    blocks = cast("list[dict[str, Any]]", message.blocks)
    rows = [each["elements"] for each in blocks if each["type"] == "actions"]
    return [str(each["value"]) for row in rows for each in row]


@pytest.mark.parametrize("keep", [False, True])
def test_a_card_that_names_another_than_now_decides_nothing_and_is_drawn_anew(
    office: Office, *, keep: bool
) -> None:
    occurrence = sent(office)
    answers = office.desk.reminders.answers
    answers.not_me(occurrence.id, EVA, BO)
    answers.not_me(occurrence.id, EVA, MIA)
    with pytest.raises(PointedOtherwise):
        decide(office, Pointing(occurrence.id, EVA, BO), keep=keep)
    now = Pointing(occurrence.id, EVA, MIA)
    assert values(card(office)) == [now.encoded, now.encoded]
    assert answers.asked(occurrence.id, EVA).recipient.state is RecipientState.ELSEWHERE
    assert values(decide(office, now, keep=keep)) == []


def test_a_card_about_who_has_answered_meanwhile_loses_its_buttons(office: Office) -> None:
    occurrence = sent(office)
    answers = office.desk.reminders.answers
    answers.not_me(occurrence.id, EVA, BO)
    answers.snooze(occurrence.id, EVA, office.desk.today.replace(day=20))
    with pytest.raises(PointedOtherwise):
        decide(office, Pointing(occurrence.id, EVA, BO))
    assert "Det finns inget mer att avgöra" in card(office).text
    assert values(card(office)) == []


@pytest.mark.parametrize("keep", [False, True])
def test_what_an_earlier_attempt_decided_is_only_shown(office: Office, *, keep: bool) -> None:
    occurrence = sent(office)
    office.desk.reminders.answers.not_me(occurrence.id, EVA, BO)
    pointing = Pointing(occurrence.id, EVA, BO)
    before = decide(office, pointing, keep=keep)
    assert decide(office, pointing, keep=keep, attempts=2) == before
