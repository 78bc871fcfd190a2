"""What coordinators decide about broadcasts on cards and in forms, without Slack.

One module, for the office that every decision is made in.
"""

from __future__ import annotations

import json
from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

import pytest

from bot.channels.slack import handing_on, second_yes
from bot.channels.slack.actions import PATIENT
from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.fitting import Message
from bot.channels.slack.blocks.reminder_cards import Pointing
from bot.channels.slack.blocks.reminder_forms import DeclineState
from bot.channels.slack.broadcast_forms import changing_composer
from bot.channels.slack.errors import ChannelRefused, CoordinatorsRefused
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.reminder_messages import rendered
from bot.channels.slack.views import broadcasts as broadcasts_views
from bot.domain.activities.units import Unit, UnitKind
from bot.domain.people import Standing
from bot.domain.reminders.audience import Audience
from bot.domain.reminders.broadcast import Broadcast, BroadcastStatus, Content
from bot.domain.reminders.dispatch import DispatchKind
from bot.domain.reminders.occurrence import Occurrence, RecipientState
from bot.domain.reminders.schedule import Now
from bot.services.errors import OwnYes, PointedOtherwise, Unreachable
from bot.services.reminders.limits import Limits
from tests.fakes.slack.elements import first_state
from tests.unit.bot.channels.slack.delivered import press_in_message, press_in_view, submission
from tests.unit.bot.channels.slack.desks import Office, occasion
from tests.unit.bot.channels.slack.reminded import CONTENT, RECIPIENT, outgoing

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


def decided(office: Office, running: Broadcast, name: str, by: str = LENA) -> list[Any]:
    """What is said when somebody decides on a broadcast where it is shown."""
    office.said.clear()
    value = f"{running.id}:{running.version}"
    body = press_in_view({"action_id": "any", "value": value}) | {"user": {"id": by}}
    PATIENT[name](office.desk, occasion(body))
    return [(what["channel"], what["message"].text) for how, what in office.said if how == "post"]


UNKNOWN = "terminal:kim"


def test_what_was_started_in_the_terminal_is_decided_and_told_where_coordinators_are(
    strict: Office,
) -> None:
    strict.directory.coordinators.add(UNKNOWN)
    asked = started(strict, *MANY, by=UNKNOWN)
    strict.directory.standings[UNKNOWN] = Standing.STRANGER
    [(channel, said)] = decided(strict, asked, names.APPROVE_BROADCAST)
    assert channel == COORDINATORS
    assert f"har godkänt utskicket från {UNKNOWN}" in said


def test_what_cannot_be_told_is_decided_all_the_same(strict: Office) -> None:
    asked = started(strict, *MANY)
    strict.messenger.faults.append(ChannelRefused("user_disabled", "user_disabled"))
    assert decided(strict, asked, names.APPROVE_BROADCAST) == []
    [after] = strict.database.broadcasts.search(None)
    assert after.status is BroadcastStatus.ACTIVE


@pytest.mark.parametrize("is_known", [False, True])
def test_without_their_channel_coordinators_are_asked_by_a_message_if_they_can_be(
    office: Office, *, is_known: bool
) -> None:
    office.desk = replace(office.desk, coordinator_channel=None)
    occurrence = sent(office)
    if not is_known:
        office.directory.standings[KIM] = Standing.STRANGER
    asked = office.desk.reminders.answers.not_me(occurrence.id, EVA, BO)
    body = submission({}, names.NOT_ME_FORM) | {"user": {"id": EVA}}
    handing_on.ask_coordinators(office.desk, occasion(body), asked)
    channels = [what["channel"] for how, what in office.said if how == "post"]
    assert channels == ([f"D{KIM}"] if is_known else [])


def test_a_digest_is_not_written_for_who_is_no_coordinator_any_more(office: Office) -> None:
    digest = outgoing(DispatchKind.DIGEST)
    to = digest.dispatch.model_copy(update={"person": LENA, "occurrence": None})
    planned = digest.model_copy(update={"dispatch": to})
    assert rendered(office.desk, planned)
    office.directory.coordinators.remove(LENA)
    with pytest.raises(Unreachable):
        rendered(office.desk, planned)


def test_who_is_asked_for_several_units_is_told_of_all(office: Office) -> None:
    units = [
        Unit(id=each.lower(), municipality=CONTENT.municipality, name=each, kind=UnitKind.OTHER)
        for each in ("Kultur", "Skola", "Teknik")
    ]
    office.database.units.replace(CONTENT.municipality, units)
    asked = RECIPIENT.model_copy(update={"unit": "teknik", "also": ("kultur", "skola")})
    for kind in (DispatchKind.FIRST, DispatchKind.ESCALATION):
        message = rendered(office.desk, outgoing(kind, asked))
        assert "Teknik, Kultur och Skola" in message.text


@pytest.fixture
def strict() -> Office:
    """An office where four recipients need a second yes."""
    office = Office(limits=Limits(second_yes_from=4))
    office.directory.coordinators = {KIM, LENA}
    office.desk = replace(office.desk, coordinator_channel=COORDINATORS)
    return office


def changed(office: Office, broadcast: Broadcast, *people: str, by: str = KIM) -> str:
    """What the form shows once somebody has changed who gets a broadcast."""
    person = office.desk.rights.look_up(by)
    form = cast("dict[str, Any]", changing_composer(office.desk, person, broadcast).payload)
    values = first_state(form["blocks"])
    name = names.broadcast_input("people")
    values[name][name]["selected_users"] = list(people)
    body = submission(values, names.COMPOSER, form["private_metadata"]) | {"user": {"id": by}}
    broadcasts_views.preview(office.desk, occasion(body))
    [*_, shown] = [what["view"] for how, what in office.said if how == "turn"]
    return json.dumps(shown, ensure_ascii=False)


MANY = (EVA, BO, MIA, "U0TOM")


def requested(*offices: Office) -> list[dict[str, Any]]:
    """What is posted for what was put into the inbox, after the chores of each office."""
    office = offices[0]
    for each in offices:
        second_yes.ask_for_all(each.desk)
    inbox, now = office.database.inbox, office.desk.now()
    office.said.clear()
    for delivery in inbox.claim(now, now + timedelta(minutes=1), 9):
        assert delivery.listener == names.ASK_FOR_YES
        second_yes.post_request(office.desk, Occasion(delivery.key, delivery.body))
        inbox.done(delivery.key, now)
    return [what for how, what in office.said if how == "post"]


def test_a_change_that_reaches_many_is_held_and_asked_about_and_goes_on_by_a_yes(
    strict: Office,
) -> None:
    running = started(strict, schedule=CONTENT.schedule)
    assert "är pausat tills dess" in changed(strict, running, *MANY)
    book = strict.database.broadcasts
    [asked] = requested(strict)
    assert asked["channel"] == COORDINATORS
    assert "har ändrat det här utskicket, som nu går till 4 personer" in asked["message"].text
    [yes, _no] = values(asked["message"])
    for by, status in ((KIM, BroadcastStatus.PAUSED), (LENA, BroadcastStatus.ACTIVE)):
        body = press_in_message({"action_id": "any", "value": yes}) | {"user": {"id": by}}
        with nullcontext() if by == LENA else pytest.raises(OwnYes):
            PATIENT[names.APPROVE_BROADCAST](strict.desk, occasion(body))
        assert [each.status for each in book.search(None)] == [status]


def test_a_change_that_reaches_few_asks_nobody(strict: Office) -> None:
    running = started(strict, schedule=CONTENT.schedule)
    assert "pausat" not in changed(strict, running, EVA, BO)
    assert requested(strict) == []


def test_coordinators_are_asked_once_for_what_waits_wherever_it_was_started(
    strict: Office,
) -> None:
    strict.directory.coordinators.add(UNKNOWN)
    one, two = started(strict, *MANY, by=UNKNOWN), started(strict, *MANY, title="Två")
    cards = requested(strict, strict)
    assert [each["channel"] for each in cards] == [COORDINATORS] * 2
    asked = {each["message"].text.partition(" vill skicka det här till 4")[0] for each in cards}
    assert asked == {UNKNOWN, f"<@{KIM}>"}
    assert [values(each["message"])[0] for each in cards] == [
        f"{each.id}:{each.version}" for each in (one, two)
    ]
    assert requested(strict) == []


def test_nobody_is_asked_about_what_is_decided_by_then(strict: Office) -> None:
    waits = started(strict, *MANY)
    second_yes.ask_for_all(strict.desk)
    strict.desk.reminders.broadcasts.approve(waits.id, waits.version, LENA)
    assert requested(strict) == []


def test_without_their_channel_nobody_is_asked_by_a_card(strict: Office) -> None:
    strict.desk = replace(strict.desk, coordinator_channel=None)
    started(strict, *MANY)
    assert requested(strict) == []


def test_who_asked_is_told_that_their_channel_takes_no_card(strict: Office) -> None:
    waits = started(strict, *MANY)
    second_yes.ask_for_yes(strict.desk, waits, KIM)
    [delivery] = strict.database.inbox.claim(strict.desk.now(), strict.desk.now(), 9)
    asking = Occasion(delivery.key, delivery.body)
    assert asking.person == KIM
    strict.messenger.faults.append(ChannelRefused("is_archived", "is_archived"))
    with pytest.raises(CoordinatorsRefused):
        second_yes.post_request(strict.desk, asking)


def test_a_change_that_is_declined_stays_paused_and_its_author_is_told_why(strict: Office) -> None:
    running = started(strict, schedule=CONTENT.schedule)
    changed(strict, running, *MANY)
    [held] = strict.database.broadcasts.search(None)
    state = DeclineState(broadcast=held.id, version=held.version, language="sv", card=None)
    typed = {names.DECLINE_REASON: {names.DECLINE_REASON: {"value": "För många."}}}
    body = submission(typed, names.DECLINE_FORM, state.model_dump_json()) | {"user": {"id": LENA}}
    broadcasts_views.decline(strict.desk, occasion(body))
    assert strict.said[-1][1]["channel"] == f"D{KIM}"
    assert "För många. Utskicket är fortfarande pausat." in strict.texts[-1]
    [after] = strict.database.broadcasts.search(None)
    assert (after.status, after.version) == (BroadcastStatus.PAUSED, held.version + 1)
