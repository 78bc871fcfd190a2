"""What recipients and coordinators see of broadcasts, kept as text in the folder ``seen``."""

from __future__ import annotations

import pytest

from bot.channels.slack.blocks.reminder import (
    escalation_message,
    reminder_message,
    standing_message,
)
from bot.channels.slack.blocks.reminder_cards import (
    approval_card,
    approval_settled_card,
    instead_card,
    instead_over_card,
    instead_settled_card,
)
from bot.channels.slack.blocks.reminder_forms import (
    DeclineState,
    decline_form,
    later_form,
    not_me_form,
    reply_form,
)
from bot.domain.reminders.broadcast import EventKind
from bot.domain.reminders.dispatch import DispatchKind
from bot.domain.reminders.occurrence import AnswerKind, OccurrenceStatus, RecipientState
from bot.services.reminders.second_yes import YesRequest
from knowledge.texts.catalogue import LANGUAGES
from tests.unit.bot.channels.slack.reminded import (
    BROADCAST,
    DUE_AT,
    OCCURRENCE,
    RECIPIENT,
    answered,
    outgoing,
)
from tests.unit.bot.channels.slack.seeing import blocks_seen, matches, message_seen, view_seen
from tests.unit.bot.channels.slack.test_any_values import check_message, check_view

REQUESTED = (EventKind.ASKED_FOR_YES, EventKind.CHANGED, EventKind.PAUSED)
WHEN = "Skickas 1 december 2026 kl. 09.00."


@pytest.mark.parametrize("language", LANGUAGES)
def test_reminder_that_is_late(language: str) -> None:
    sent = outgoing(DispatchKind.REMINDER, number=2, is_late=True)
    message = reminder_message(sent, language, "Västerhöjds gymnasium")
    check_message(message)
    matches(f"reminder_{language}", message_seen(message))


def test_escalation() -> None:
    message = escalation_message(outgoing(DispatchKind.ESCALATION), "sv", "Västerhöjd")
    check_message(message, mentioned=True)
    matches("escalation", message_seen(message))


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_it_stands(language: str) -> None:
    standing = [
        answered(AnswerKind.DONE),
        answered(AnswerKind.NOTHING_TO_REPORT),
        answered(AnswerKind.LOGGED, activity=17),
        answered(AnswerKind.TEXT, text="Vi är <!here> klara & glada"),
        answered(AnswerKind.DONE, by="U0BO"),
        RECIPIENT.model_copy(update={"state": RecipientState.SNOOZED, "remind_at": DUE_AT}),
        RECIPIENT.model_copy(update={"state": RecipientState.ELSEWHERE, "instead": "U0BO"}),
        RECIPIENT.model_copy(update={"state": RecipientState.REPLACED, "instead": "U0BO"}),
        RECIPIENT.model_copy(update={"state": RecipientState.TOLD}),
    ]
    messages = [standing_message(OCCURRENCE, each, language) for each in standing]
    cancelled = OCCURRENCE.model_copy(update={"status": OccurrenceStatus.CANCELLED})
    messages.append(standing_message(cancelled, RECIPIENT, language))
    for message in messages:
        check_message(message, mentioned=True)
    outcomes = ["\n".join(blocks_seen(each.blocks).splitlines()[7:]) for each in messages]
    matches(f"reminder_outcomes_{language}", "\n\n".join(outcomes) + "\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms(language: str) -> None:
    views = [
        reply_form(OCCURRENCE, language),
        later_form(OCCURRENCE, "2026-12-02", language),
        not_me_form(OCCURRENCE, language),
        decline_form(BROADCAST, DeclineState(broadcast=5, version=2, language=language, card=None)),
    ]
    for view in views:
        check_view(view)
    matches(f"reminder_forms_{language}", "\n".join(map(view_seen, views)))


def request(kind: EventKind) -> YesRequest:
    return YesRequest(broadcast=BROADCAST, kind=kind, recipients=120, first=None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_cards(language: str) -> None:
    pointing = RECIPIENT.model_copy(update={"instead": "U0BO"})
    cards = [
        instead_card(OCCURRENCE, pointing, "Västerhöjd", language),
        instead_settled_card(OCCURRENCE, pointing, None, language, "U0KIM", is_confirmed=True),
        instead_settled_card(OCCURRENCE, pointing, None, language, "U0KIM", is_confirmed=False),
        instead_over_card(OCCURRENCE, pointing, None, language),
        *(approval_card(request(kind), WHEN, language) for kind in REQUESTED),
        approval_settled_card(BROADCAST, "U0KIM", WHEN, language, "U0BO", None),
        approval_settled_card(BROADCAST, "U0KIM", WHEN, language, "U0BO", "För många"),
    ]
    matches(f"reminder_cards_{language}", "\n".join(map(message_seen, cards)))
