"""The ids by which buttons, inputs and views are known to the handlers."""

from __future__ import annotations

SHOW_SECTION = "show_section"
TURN_SECTION = "turn_section"
SHOW_ANSWER = "show_answer"
COMPARE = "compare"
HAND_OVER = "hand_over"
SHARE = "share"
FEEDBACK = "feedback"
ANSWER_HAND_OVER = "answer_hand_over"
EXPORT_GAPS = "export_gaps"
HOME_MUNICIPALITY = "home_municipality"
HOME_LANGUAGE = "home_language"

SECTION_VIEW = "section_view"
PAST_ANSWER_VIEW = "past_answer_view"
ANSWER_VIEW = "answer_view"
FEEDBACK_VIEW = "feedback_view"
GAPS_VIEW = "gaps_view"
CHANNEL_VIEW = "channel_view"

DELIVER_ANSWER = "deliver_answer"
"""No button or view: what takes up an answer that has not reached its asker."""

# An input's block and its element have the same id: ``state["values"][ID][ID]`` is the input.
ANSWER_TEXT = "answer_text"
FEEDBACK_REASON = "feedback_reason"
FEEDBACK_COMMENT = "feedback_comment"
CHANNEL_MUNICIPALITY = "channel_municipality"
CHANNEL_MENTIONS = "channel_mentions"

MENTIONS_ONLY = "mentions_only"
"""The value of the one box among CHANNEL_MENTIONS."""

LIKED = "up"
DISLIKED = "down"
"""How the value of a FEEDBACK button begins: the verdict, a colon, the question's id."""


def numbered(action: str, ordinal: int) -> str:
    """The id of one of several like elements, which must differ within a block.

    https://docs.slack.dev/reference/block-kit/block-elements/button-element
    """
    return f"{action}:{ordinal}"
