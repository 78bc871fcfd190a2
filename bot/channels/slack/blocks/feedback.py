"""Asking why an answer did not help."""

from __future__ import annotations

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.choices import asked_for, radio, writing
from bot.channels.slack.blocks.fitting import View, key, modal
from bot.domain.questions import Reason
from knowledge.texts.catalogue import say

LONGEST_COMMENT = 1000


def feedback_view(question: str, language: str) -> View:
    """The form after a thumb down; ``private_metadata`` is the question's id."""
    reasons = {reason.value: reason_name(reason, language) for reason in Reason}
    parts = [
        asked_for(radio(names.FEEDBACK_REASON, reasons), say("slack-feedback-reason", language)),
        asked_for(
            writing(names.FEEDBACK_COMMENT, LONGEST_COMMENT),
            say("slack-feedback-comment", language),
            hint=say("slack-feedback-hint", language),
            is_optional=True,
        ),
    ]
    return modal(
        say("slack-feedback-title", language),
        names.FEEDBACK_VIEW,
        [key(each) for each in parts],
        language,
        submit=say("slack-send", language),
        metadata=question,
    )


def reason_name(reason: Reason, language: str) -> str:
    """A reason in words."""
    return say(f"slack-reason-{reason.value}", language)
