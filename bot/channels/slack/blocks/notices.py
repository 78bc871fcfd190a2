"""Short private messages: what was done, what was not and why, what to do."""

from __future__ import annotations

from enum import StrEnum

from bot.channels.slack.blocks.elements import paragraph, rich, section
from bot.channels.slack.blocks.fitting import Message, key, message
from bot.channels.slack.blocks.sentences import spoken
from bot.channels.slack.blocks.text import neutral
from bot.domain.people import Standing
from knowledge.texts.catalogue import say


class Notice(StrEnum):
    """What can be told, by its key in the catalogue; the comment names the details it takes."""

    GUEST = "slack-refused-guest"
    STRANGER = "slack-refused-stranger"
    FAILED = "slack-failed"  # id
    ALREADY_SHARED = "slack-already-shared"
    NOT_IN_CHANNEL = "slack-not-in-channel"
    NO_COORDINATORS = "slack-no-coordinators"
    COORDINATORS_UNREACHABLE = "slack-coordinators-unreachable"  # id
    HANDED_OVER = "slack-handed-over"
    HANDED_OVER_PRIVATELY = "slack-handed-over-privately"
    ALREADY_HANDED_OVER = "slack-already-handed-over"
    ANSWER_SENT = "slack-answer-sent"
    CHANNEL_SAVED = "slack-channel-saved"
    NO_CHANNEL_HERE = "slack-no-channel-here"
    PRESS_AGAIN = "slack-press-again"
    THANKS = "slack-thanks"


def notice(what: Notice, language: str, **details: str | int) -> Message:
    """A notice. Raises KeyError when a detail is missing."""
    return plain_notice(say(what, language, **details), language)


def not_admitted(standing: Standing) -> Notice:
    """What is told to somebody who is not admitted."""
    return Notice.GUEST if standing is Standing.GUEST else Notice.STRANGER


def plain_notice(text: str, language: str) -> Message:
    """Any text of the catalogue as a notice, such as that of an error."""
    return message([neutral(text)], [key(section(text))], language)


def already_answered(by: str, language: str) -> Message:
    """A hand-over was answered by somebody else already."""
    told = spoken("slack-already-answered", language, {"person": by})
    return message([told.written], [key(rich(paragraph(*told.inlines)))], language)


def answer_kept(asker: str, identity: str, language: str) -> Message:
    """A coordinator's answer did not reach ``asker``; the log has why under ``identity``."""
    told = spoken("slack-answer-kept", language, {"person": asker}, id=identity)
    return message([told.written], [key(rich(paragraph(*told.inlines)))], language)


def searching(language: str) -> str:
    """The status while the assistant looks for an answer: "NAME söker i dokumenten…".

    https://docs.slack.dev/reference/methods/assistant.threads.setStatus
    """
    return say("slack-searching", language)


def loading_texts(language: str) -> list[str]:
    """What is shown in turn meanwhile; at most ten."""
    return [say(f"slack-loading-{place}", language) for place in (1, 2, 3)]


def prompts_title(language: str) -> str:
    """What stands above the suggested prompts.

    https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts
    """
    return say("slack-prompts-title", language)
