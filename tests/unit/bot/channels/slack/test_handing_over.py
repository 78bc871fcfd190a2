from __future__ import annotations

import dataclasses
import logging
from datetime import timedelta

import pytest

from bot.channels.slack.actions.coordinators import hand_over, open_form
from bot.channels.slack.blocks import names
from bot.channels.slack.commands.lots import carry_out
from bot.channels.slack.complaints import complain
from bot.channels.slack.errors import (
    AnswerUndelivered,
    ChannelRefused,
    ChannelUnavailable,
    CoordinatorsRefused,
)
from bot.channels.slack.events.conversations import answer_mention
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.reception import TRIED_FOR
from bot.channels.slack.views.forms import answer_hand_over, deliver_again, empty_answer
from bot.domain.hand_overs import DELIVERIES_AFTER
from bot.domain.people import pseudonym
from knowledge.texts.catalogue import say
from tests.unit.bot.channels.slack.delivered import command, mention, press_in_message, submission
from tests.unit.bot.channels.slack.desks import Office, occasion
from tests.unit.bot.services.asked import START

BROKEN = ChannelUnavailable("503")
OUTSIDE = ChannelRefused("not_in_channel", "not_in_channel")


@pytest.fixture
def office() -> Office:
    """A question was answered in the thread 1.0 of C1."""
    office = Office()
    office.directory.coordinators.add("U0BO")
    office.desk = dataclasses.replace(office.desk, coordinator_channel="CKOORD")
    answer_mention(office.desk, occasion(mention("<@U0BOT> Vem beslutar om vänortsavtal?")))
    office.said.clear()
    return office


def press(office: Office, trigger: str = "1", attempts: int = 1) -> Occasion:
    [asked] = office.database.questions.since(START)
    action = {"action_id": names.HAND_OVER, "value": asked.id}
    return occasion(press_in_message(action) | {"trigger_id": trigger}, attempts)


def answered(
    office: Office, text: str = "Ring Kim.", by: str = "U0BO", attempts: int = 1
) -> Occasion:
    """A coordinator's answer to the only question."""
    [asked] = office.database.questions.since(START)
    handed = office.database.hand_overs.of_question(asked.id)
    assert handed
    values = {names.ANSWER_TEXT: {names.ANSWER_TEXT: {"value": text}}}
    return occasion(submission(values, metadata=f"{handed.id} sv") | {"user": {"id": by}}, attempts)


def delivered(office: Office) -> str | None:
    [asked] = office.database.questions.since(START)
    handed = office.database.hand_overs.of_question(asked.id)
    return handed.delivered if handed else None


def asked_privately(office: Office) -> None:
    """The only question there is was asked by a command."""
    office.database.questions.forget(START + timedelta(days=1))
    carry_out(office.desk, occasion(command("Vem beslutar om vänortsavtal?")))
    office.said.clear()


def cards(office: Office) -> int:
    return sum(what.get("channel") == "CKOORD" for _, what in office.said)


def test_while_one_press_is_posting_its_card_another_posts_none(office: Office) -> None:
    office.messenger.faults = [BROKEN]
    with pytest.raises(ChannelUnavailable):
        hand_over(office.desk, press(office))
    hand_over(office.desk, press(office, "2"))
    assert office.texts == [say("slack-already-handed-over", "sv")]
    hand_over(office.desk, press(office, attempts=2))
    assert cards(office) == 1


@pytest.mark.parametrize("error", [BROKEN, KeyError("unforeseen")])
def test_what_was_given_up_can_be_handed_over_by_another_press(
    office: Office, error: Exception
) -> None:
    office.messenger.faults = [error]
    with pytest.raises(type(error)):
        hand_over(office.desk, press(office))
    complain(office.desk, press(office), error)
    hand_over(office.desk, press(office, "2"))
    assert cards(office) == 1
    assert office.texts[-1] == say("slack-handed-over", "sv")


def test_the_card_that_was_posted_before_is_not_posted_again(office: Office) -> None:
    hand_over(office.desk, press(office))
    hand_over(office.desk, press(office, attempts=2))
    assert cards(office) == 1
    assert office.texts[-1] == say("slack-handed-over", "sv")


def test_a_wrong_coordinators_channel_is_no_matter_of_the_asker_s_but_of_the_log(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    office.messenger.faults = [OUTSIDE]
    with pytest.raises(CoordinatorsRefused) as refused:
        hand_over(office.desk, press(office))
    complain(office.desk, press(office), refused.value)
    [told] = office.texts
    assert "Bjud in mig" not in told
    [record] = [each for each in caplog.records if each.levelno == logging.ERROR]
    identity = record.getMessage().removeprefix("error ")
    assert told == say("slack-coordinators-unreachable", "sv", id=identity)
    hand_over(office.desk, press(office, "2"))
    assert cards(office) == 1


@pytest.mark.parametrize("fault", [ChannelRefused("no", "message_not_found"), BROKEN])
def test_an_answer_that_was_sent_is_sent_also_if_its_card_cannot_be_changed(
    office: Office, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def change(*_: object) -> None:
        raise fault

    hand_over(office.desk, press(office))
    monkeypatch.setattr(office.messenger, "change", change)
    answer_hand_over(office.desk, answered(office))
    assert office.texts[-1] == say("slack-answer-sent", "sv")


def test_whoever_asked_by_a_command_is_told_that_the_answer_comes_as_a_direct_message(
    office: Office,
) -> None:
    asked_privately(office)
    hand_over(office.desk, press(office))
    assert office.texts[-1] == say("slack-handed-over-privately", "sv")
    answer_hand_over(office.desk, answered(office))
    [(_, said)] = [each for each in office.said if each[1].get("channel") == "DU1"]
    assert said["message"].text.startswith("Svar från <@U0BO> på din fråga:")


def test_in_an_open_thread_the_answer_calls_whoever_waits_for_it(office: Office) -> None:
    hand_over(office.desk, press(office))
    answer_hand_over(office.desk, answered(office))
    [(_, said)] = [
        each for each in office.said if each[1].get("channel") == "C1" and each[0] == "post"
    ]
    assert said["thread"] == "1.0"
    assert said["message"].text.startswith("<@U1> – svar från <@U0BO> på frågan:")


def test_an_answer_that_its_thread_refuses_comes_to_the_asker_alone(office: Office) -> None:
    hand_over(office.desk, press(office))
    office.messenger.faults = [ChannelRefused("no", "is_archived")]
    answer_hand_over(office.desk, answered(office))
    [(_, said)] = [each for each in office.said if each[1].get("channel") == "DU1"]
    assert said["thread"] is None
    assert said["message"].text.startswith("Svar från <@U0BO> på din fråga:")
    assert office.texts[-1] == say("slack-answer-sent", "sv")
    assert delivered(office)


def test_an_answer_that_nobody_takes_is_kept_and_its_coordinator_told(office: Office) -> None:
    hand_over(office.desk, press(office))
    office.messenger.faults = [OUTSIDE, ChannelRefused("no", "user_disabled")]
    with pytest.raises(AnswerUndelivered) as undelivered:
        answer_hand_over(office.desk, answered(office))
    assert not undelivered.value.retryable
    complain(office.desk, answered(office), undelivered.value)
    assert "Ditt svar till <@U1> är sparat" in office.texts[-1]
    assert delivered(office) is None


def test_an_answer_is_tried_again_while_slack_cannot_be_reached(office: Office) -> None:
    hand_over(office.desk, press(office))
    office.messenger.faults = [BROKEN]
    with pytest.raises(AnswerUndelivered) as undelivered:
        answer_hand_over(office.desk, answered(office))
    assert undelivered.value.retryable


def test_a_kept_answer_is_taken_up_again_once_and_looked_for_before(office: Office) -> None:
    hand_over(office.desk, press(office))
    office.messenger.faults = [KeyError("unforeseen")]
    with pytest.raises(AnswerUndelivered):
        answer_hand_over(office.desk, answered(office))
    [asked] = office.database.questions.since(START)
    handed = office.database.hand_overs.of_question(asked.id)
    assert handed
    office.messenger.earlier[f"{handed.id}:answer"] = "8.8"
    again = submission({}, metadata=handed.id) | {"user": {"id": "U0BO"}}
    deliver_again(office.desk, occasion(again, attempts=2))
    assert delivered(office) == "8.8"
    assert office.texts[-1] == say("slack-answer-sent", "sv")
    said = len(office.said)
    deliver_again(office.desk, occasion(again, attempts=2))
    assert len(office.said) == said


def test_a_kept_answer_whose_coordinator_was_erased_arrives_and_nobody_is_told(
    office: Office,
) -> None:
    hand_over(office.desk, press(office))
    office.messenger.faults = [KeyError("unforeseen")]
    with pytest.raises(AnswerUndelivered):
        answer_hand_over(office.desk, answered(office))
    [asked] = office.database.questions.since(START)
    handed = office.database.hand_overs.of_question(asked.id)
    assert handed
    office.database.people.erase(handed.answered_by or "", pseudonym("1"))
    whole = submission({}, metadata=handed.id)
    by_nobody = {name: part for name, part in whole.items() if name != "user"}
    deliver_again(office.desk, occasion(by_nobody, attempts=2))
    assert delivered(office) is not None
    assert say("slack-answer-sent", "sv") not in office.texts


def test_an_answer_is_taken_up_only_when_its_first_delivery_has_ended() -> None:
    assert min(DELIVERIES_AFTER) > TRIED_FOR


@pytest.mark.parametrize(("metadata", "language"), [("h sv", "sv"), ("h en", "en"), ("h", "sv")])
def test_an_empty_answer_is_sent_back_in_the_form_s_language(metadata: str, language: str) -> None:
    values = {names.ANSWER_TEXT: {names.ANSWER_TEXT: {"value": " "}}}
    errors = empty_answer(occasion(submission(values, metadata=metadata)))
    assert errors == {names.ANSWER_TEXT: say("error-empty-answer", language)}


def test_the_form_of_an_answer_knows_its_language(office: Office) -> None:
    office.directory.coordinators.add("U0ENG")
    hand_over(office.desk, press(office))
    [asked] = office.database.questions.since(START)
    handed = office.database.hand_overs.of_question(asked.id)
    assert handed
    action = {"action_id": names.ANSWER_HAND_OVER, "value": handed.id}
    open_form(office.desk, occasion(press_in_message(action) | {"user": {"id": "U0ENG"}}))
    assert office.said[-1][1]["view"]["private_metadata"] == f"{handed.id} en"
