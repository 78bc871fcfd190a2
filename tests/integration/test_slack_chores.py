"""Reminders of hand-overs, and forgetting, as the channel does them without being asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from types import SimpleNamespace
from typing import cast

import pytest

from bot.channels.slack.blocks.names import DELIVER_ANSWER, TELL_DEPARTURE
from bot.channels.slack.blocks.notices import plain_notice
from bot.channels.slack.chores import Chores
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.messenger import Messenger
from bot.domain.hand_overs import HandOver
from bot.domain.people import Person, Standing, pseudonym
from bot.domain.questions import LoggedQuestion
from bot.services.hand_overs import HandOvers
from bot.services.retention import Kept, Retention
from bot.services.rights import Rights
from tests.contracts.activities import HOME
from tests.contracts.contacts import entry, stored
from tests.contracts.storages import NOON, make_question
from tests.fakes.slack import Channel, SlackServer, rate_limited
from tests.fakes.storage import FakeDatabase

KEPT = timedelta(days=365)


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


class Everybody:
    """All are coordinators here, and nobody but Kim is in the workspace any more."""

    def person(self, identity: str) -> Person:
        standing = Standing.MEMBER if identity == "U0KIM" else Standing.STRANGER
        return Person(id=identity, name="", standing=standing, language="sv")

    def is_coordinator(self, identity: str) -> bool:
        return True

    def every_coordinator(self) -> frozenset[str]:
        return frozenset({"U0KIM"})


@pytest.fixture(scope="module")
def slack() -> Iterator[SlackServer]:
    with SlackServer() as server:
        yield server


@pytest.fixture
def coordinators(slack: SlackServer) -> Channel:
    return slack.add_channel("samordnare", members=[])


class Office:
    """A channel with its storage, its clock and its chores."""

    def __init__(self, slack: SlackServer, coordinators: Channel) -> None:
        self.clock, self.storage = Clock(), FakeDatabase()
        rights = Rights(Everybody(), self.storage.denials, self.clock)
        self.hand_overs = HandOvers(self.storage.hand_overs, rights, self.clock)
        self.messenger = Messenger(slack.bot_token, slack.api_url)
        self.channel = coordinators.id
        self.planned: list[str] = []
        desk = SimpleNamespace(
            reminders=self.reminders(),
            hand_overs=self.hand_overs,
            inquiries=SimpleNamespace(find=self.storage.questions.find),
            records=SimpleNamespace(storage=self.storage, all_units=self.storage.units.units),
            rights=rights,
            messenger=self.messenger,
            now=self.clock,
            coordinator_channel=coordinators.id,
            coordinator_group=None,
            house_language="sv",
        )
        retention = Retention(self.storage, Kept(KEPT), self.clock)
        self.chores = Chores(cast(Desk, desk), retention, self.storage.inbox)

    def handed_over(self, key: str = "Ev1") -> tuple[HandOver, LoggedQuestion]:
        question = make_question(key)
        self.storage.questions.add(question)
        handed = self.hand_overs.hand_over(question, question.asker, key)
        card = self.messenger.post(self.channel, plain_notice("En fråga", "sv"), None, handed.id)
        self.hand_overs.posted(handed, card)
        return self.hand_overs.find(handed.id), question

    def reminders(self) -> SimpleNamespace:
        """Every step notes its name, and is broken."""

        def broken(name: str) -> None:
            self.planned.append(name)
            raise KeyError(name)

        steps = ("plan_due", "remind_due", "end_finished")
        return SimpleNamespace(
            planner=SimpleNamespace(**{step: partial(broken, step) for step in steps}),
            digests=SimpleNamespace(plan_due=partial(broken, "digests")),
            second_yes=SimpleNamespace(waiting=lambda _: broken("second yes")),
        )

    def after(self, **time: float) -> None:
        self.clock.now = NOON + timedelta(**time)
        self.chores.do()


@pytest.fixture
def office(slack: SlackServer, coordinators: Channel) -> Office:
    return Office(slack, coordinators)


def test_a_hand_over_is_called_to_mind_after_a_day_below_its_card(
    slack: SlackServer, coordinators: Channel, office: Office
) -> None:
    handed, question = office.handed_over()

    office.after(hours=23)
    assert len(slack.thread(coordinators, str(handed.card))) == 1

    office.after(hours=25)
    reminder = slack.thread(coordinators, str(handed.card))[-1]
    assert "Frågan har väntat på svar i en dag" in reminder.shown
    assert question.question in reminder.shown
    assert "Svara" in reminder.shown
    assert not slack.violations


def test_it_is_called_to_mind_three_times_and_no_more(
    slack: SlackServer, coordinators: Channel, office: Office
) -> None:
    handed, _ = office.handed_over()

    for days in (1, 1.1, 3, 3.1, 7, 7.1, 30):
        office.after(days=days)

    assert len(slack.thread(coordinators, str(handed.card))) == 1 + 3


def test_an_answered_one_is_let_be(
    slack: SlackServer, coordinators: Channel, office: Office
) -> None:
    handed, _ = office.handed_over()
    office.hand_overs.answer(handed.id, "Fullmäktige.", "UKIM")

    office.after(days=2)

    assert len(slack.thread(coordinators, str(handed.card))) == 1


def test_an_answer_that_did_not_arrive_is_put_into_the_inbox_by_one_process(
    office: Office,
) -> None:
    handed, _ = office.handed_over()
    office.hand_overs.answer(handed.id, "Fullmäktige.", "UKIM")
    inbox = office.storage.inbox

    office.after(hours=4)
    assert inbox.waiting() == 0

    office.after(hours=6)
    office.after(hours=7)
    [taken_up] = inbox.claim(office.clock.now, office.clock.now, 10)
    assert taken_up.listener == DELIVER_ANSWER
    # It may have arrived unknown to us: it is looked for, as with any second attempt.
    assert taken_up.attempts == 2
    occasion = Occasion(taken_up.key, taken_up.body)
    assert (occasion.person, occasion.view["private_metadata"]) == ("UKIM", handed.id)


def test_the_answer_of_a_coordinator_who_was_erased_since_is_taken_up_as_nobodys(
    office: Office,
) -> None:
    handed, _ = office.handed_over()
    office.hand_overs.answer(handed.id, "Fullmäktige.", "UKIM")
    office.storage.people.erase("UKIM", pseudonym("1"))

    office.after(hours=6)
    [taken_up] = office.storage.inbox.claim(office.clock.now, office.clock.now, 10)
    occasion = Occasion(taken_up.key, taken_up.body)
    assert (occasion.person, occasion.view["private_metadata"]) == ("", handed.id)


def test_a_reminder_waits_as_long_as_slack_says(
    slack: SlackServer, coordinators: Channel, office: Office
) -> None:
    handed, _ = office.handed_over()
    slack.fault("chat.postMessage", rate_limited(1), times=1)

    office.after(days=2)

    assert len(slack.thread(coordinators, str(handed.card))) == 2


def test_what_has_been_kept_long_enough_is_forgotten_with_all_that_belongs_to_it(
    office: Office,
) -> None:
    handed, question = office.handed_over()
    office.hand_overs.answer(handed.id, "Fullmäktige.", "UKIM")

    office.after(days=364)
    assert office.storage.questions.find(question.id)

    office.after(days=366)
    assert office.storage.questions.find(question.id) is None
    assert office.storage.hand_overs.find(handed.id) is None


def test_the_coordinators_are_told_once_of_a_contact_who_has_left(office: Office) -> None:
    gone, there = entry("Eva Ek", "U0EVA"), entry("Kim Koord", "U0KIM")
    stored(office.storage.contacts, gone, there)

    for days in (0, 0.01, 1, 2):
        office.after(days=days)

    [told] = office.storage.inbox.claim(office.clock.now, office.clock.now, 10)
    assert told.listener == TELL_DEPARTURE
    assert Occasion(told.key, told.body).view["private_metadata"] == "U0EVA"
    left = [each.name for each in office.storage.contacts.contacts(HOME) if each.left_at]
    assert left == ["Eva Ek"]


def test_a_step_of_planning_that_is_broken_keeps_no_other_from_being_done(office: Office) -> None:
    office.after(days=1)
    assert office.planned == ["plan_due", "remind_due", "digests", "end_finished", "second yes"]
