from __future__ import annotations

import logging
import re

import pytest

from bot.channels.slack.blocks.notices import Notice, notice
from bot.channels.slack.complaints import EXPIRED, complain, complaint
from bot.channels.slack.desk import NOT_INSIDE
from bot.channels.slack.errors import BlocksRefused, ChannelRefused, ChannelUnavailable
from bot.domain.hand_overs import HandOver
from bot.domain.people import Preferences, Standing
from bot.services.errors import (
    AnsweredAlready,
    EmptyAnswer,
    EmptyQuestion,
    NotAdmitted,
    OnlyCoordinators,
    QuestionGone,
    SectionGone,
    StorageUnavailable,
    UnknownMunicipality,
)
from knowledge.errors import InvalidInput, ModelUnavailable, StoreUnavailable
from knowledge.texts.catalogue import say
from tests.unit.bot.channels.slack.delivered import (
    command,
    direct,
    home_opened,
    mention,
    press_in_message,
)
from tests.unit.bot.channels.slack.desks import Office, occasion
from tests.unit.bot.services.asked import START, venue

LANGUAGES = pytest.mark.parametrize("language", ["sv", "en"])

FORESEEN: list[tuple[Exception, str]] = [
    (NotAdmitted("no", Standing.GUEST), Notice.GUEST),
    (NotAdmitted("no", Standing.STRANGER), Notice.STRANGER),
    (OnlyCoordinators("no"), "error-only-coordinators"),
    (EmptyQuestion("no"), "error-empty-question"),
    (EmptyAnswer("no"), "error-empty-answer"),
    (QuestionGone("no"), "error-question-gone"),
    (SectionGone("no"), "error-section-gone"),
    *((ChannelRefused("no", code), Notice.PRESS_AGAIN) for code in sorted(EXPIRED)),
    *((ChannelRefused("no", code), Notice.NOT_IN_CHANNEL) for code in sorted(NOT_INSIDE)),
]

UNFORESEEN = [
    ZeroDivisionError("a bug with Vad kostar det?"),
    KeyError("missing"),
    ChannelRefused("missing_scope users:read", "missing_scope"),
    BlocksRefused("invalid_blocks here", "invalid_blocks"),
    ChannelUnavailable("503"),
    StorageUnavailable("locked", location="/srv/lots.db"),
    StoreUnavailable("gone", location="/srv/chroma"),
    ModelUnavailable("gone", model="minilm"),
]


@LANGUAGES
@pytest.mark.parametrize(("error", "key"), FORESEEN, ids=lambda each: str(each))
def test_what_was_foreseen_is_told_in_its_own_words_and_not_logged(
    caplog: pytest.LogCaptureFixture, error: Exception, key: str, language: str
) -> None:
    said = complaint(error, language)
    assert said.text == say(key, language)
    assert said.blocks
    assert caplog.records == []


@LANGUAGES
def test_details_of_what_cannot_be_used_are_told(language: str) -> None:
    error = UnknownMunicipality("no", municipality="Kiruna", municipalities="Skara, Skövde")
    said = complaint(error, language).text
    assert "Kiruna" in said
    assert "Skara, Skövde" in said


@LANGUAGES
def test_who_has_answered_already_is_told(language: str) -> None:
    waiting = HandOver(id="h", question="q", asker="U1", venue=venue(), handed_over_at=START)
    answered = waiting.model_copy(update={"answered_by": "U0BO", "answered_at": START})
    assert "<@U0BO>" in complaint(AnsweredAlready("no", answered), language).text
    assert complaint(AnsweredAlready("no", waiting), language).text == (
        say("error-answered-already", language)
    )


@LANGUAGES
@pytest.mark.parametrize("error", UNFORESEEN, ids=lambda each: type(each).__name__)
def test_what_nobody_foresaw_is_told_with_an_id_that_is_in_the_log(
    caplog: pytest.LogCaptureFixture, error: Exception, language: str
) -> None:
    said = complaint(error, language).text
    (record,) = caplog.records
    found = re.fullmatch(r"error ([0-9a-f]{8})", record.getMessage())
    assert found
    assert said == notice(Notice.FAILED, language, id=found[1]).text
    assert record.levelno == logging.ERROR
    assert record.exc_info
    assert record.exc_info[1] is error
    assert str(error) not in said.replace(found[1], "")


def test_each_failure_has_an_id_of_its_own() -> None:
    said = {complaint(ZeroDivisionError("a bug"), "sv").text for _ in range(20)}
    assert len(said) == 20


@pytest.mark.parametrize(
    ("body", "way"),
    [
        (mention(ts="3.0", thread_ts="1.0"), "whisper"),
        (direct(), "post"),
        (command(), "respond"),
        (press_in_message({}), "respond"),
    ],
)
def test_only_the_person_is_told_where_they_are(body: dict[str, object], way: str) -> None:
    office = Office()
    complain(office.desk, occasion(body), QuestionGone("gone"))
    assert office.ways == [way]
    assert office.texts == [say("error-question-gone", "sv")]
    (_, told) = office.said[0]
    if way == "whisper":
        assert (told["channel"], told["person"], told["thread"]) == ("C1", "U1", "1.0")
    if way == "post":
        assert (told["channel"], told["thread"]) == ("D1", "1.0")


def test_who_opened_the_home_tab_is_told_in_their_own_conversation() -> None:
    office = Office()
    complain(office.desk, occasion(home_opened()), ZeroDivisionError("a bug"))
    assert (office.ways, office.said[0][1]["channel"]) == (["post"], "D1")


def test_a_person_is_told_in_the_language_of_their_client_or_the_one_they_chose() -> None:
    office = Office()
    office.database.settings.prefer("U1", Preferences(language="en"))
    for person in ("U1", "U2", "U0ENG"):
        complain(office.desk, occasion(mention(user=person)), QuestionGone("gone"))
    keys = [say("error-question-gone", language) for language in ("en", "sv", "en")]
    assert office.texts == keys


def test_where_nobody_knows_the_person_s_language_swedish_is_spoken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    office = Office()

    def unreachable(_identity: str) -> None:
        raise ChannelUnavailable("503")

    monkeypatch.setattr(office.directory, "person", unreachable)
    complain(office.desk, occasion(mention(user="U0ENG")), QuestionGone("gone"))
    assert office.texts == [say("error-question-gone", "sv")]


@pytest.mark.parametrize(
    "fault", [ChannelUnavailable("503"), ChannelRefused("no", "user_not_in_channel")]
)
def test_where_nobody_can_be_told_it_is_logged(
    caplog: pytest.LogCaptureFixture, fault: Exception
) -> None:
    office = Office()
    office.messenger.faults = [fault]
    complain(office.desk, occasion(mention()), QuestionGone("gone"))
    (record,) = caplog.records
    assert record.getMessage() == "nobody could be told"
    assert record.__dict__["delivery"] == "Ev1"


def test_no_detail_is_missing_from_any_text_of_what_cannot_be_used() -> None:
    made = [error for error, _ in FORESEEN if isinstance(error, InvalidInput)]
    for error in made:
        for language in ("sv", "en"):
            assert "{" not in complaint(error, language).text
