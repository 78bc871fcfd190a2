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

LOG_ACTIVITY = "log_activity"
MY_ACTIVITIES = "my_activities"
OPEN_ACTIVITY = "open_activity"
CHANGE_ACTIVITY = "change_activity"
WITHDRAW_ACTIVITY = "withdraw_activity"
ADD_EFFECT = "add_effect"
ACTIVITY_HISTORY = "activity_history"
TURN_ACTIVITIES = "turn_activities"

SECTION_VIEW = "section_view"
PAST_ANSWER_VIEW = "past_answer_view"
ANSWER_VIEW = "answer_view"
FEEDBACK_VIEW = "feedback_view"
GAPS_VIEW = "gaps_view"
CHANNEL_VIEW = "channel_view"
ACTIVITY_FORM = "activity_form"
ACTIVITY_BEGUN = "activity_begun"
ACTIVITY_VIEW = "activity_view"
ACTIVITIES_VIEW = "activities_view"
HISTORY_VIEW = "history_view"
EFFECT_FORM = "effect_form"
UNSAVED_VIEW = "unsaved_view"

REMINDER_DONE = "reminder_done"
REMINDER_NOTHING = "reminder_nothing"
REMINDER_LOG = "reminder_log"
REMINDER_REPLY = "reminder_reply"
REMINDER_LATER = "reminder_later"
REMINDER_NOT_ME = "reminder_not_me"
CONFIRM_INSTEAD = "confirm_instead"
KEEP_RECIPIENT = "keep_recipient"
APPROVE_BROADCAST = "approve_broadcast"
DECLINE_BROADCAST = "decline_broadcast"
SHOW_MINE = "show_mine"

COMPOSE = "compose"
TRY_OUT = "try_out"
SAVE_DRAFT = "save_draft"
CHANGE_AGAIN = "change_again"
SHOW_BROADCASTS = "show_broadcasts"
SHOW_BROADCAST = "show_broadcast"
SEND_AGAIN = "send_again"
PAUSE_BROADCAST = "pause_broadcast"
RESUME_BROADCAST = "resume_broadcast"
CANCEL_BROADCAST = "cancel_broadcast"
CHANGE_BROADCAST = "change_broadcast"
COPY_BROADCAST = "copy_broadcast"
EXPORT_BROADCAST = "export_broadcast"
BROADCAST_HISTORY = "broadcast_history"

REPLY_FORM = "reply_form"
LATER_FORM = "later_form"
NOT_ME_FORM = "not_me_form"
DECLINE_FORM = "decline_form"
COMPOSER = "composer"
PREVIEW = "preview"
PREVIEW_BEGUN = "preview_begun"
BROADCAST_VIEW = "broadcast_view"
BROADCASTS_VIEW = "broadcasts_view"
RECORD_VIEW = "record_view"
MINE_VIEW = "mine_view"

ADD_CONTACT = "add_contact"
CHANGE_CONTACT = "change_contact"
REMOVE_CONTACT = "remove_contact"
ADD_GROUP = "add_group"
CONTACT_FORM = "contact_form"
CONTACT_VIEW = "contact_view"

DELIVER_ANSWER = "deliver_answer"
"""No button or view: what takes up an answer that has not reached its asker."""

TELL_DEPARTURE = "tell_departure"
"""The same for what tells the coordinators that a contact has left."""

ASK_FOR_YES = "ask_for_yes"
"""The same for what asks them for a second yes."""

# An input's block and its element have the same id: ``state["values"][ID][ID]`` is the input.
ANSWER_TEXT = "answer_text"
FEEDBACK_REASON = "feedback_reason"
FEEDBACK_COMMENT = "feedback_comment"
CHANNEL_MUNICIPALITY = "channel_municipality"
CHANNEL_MENTIONS = "channel_mentions"


def activity_text(field: str) -> str:
    """The id of the input of one of the form's texts."""
    return f"activity_{field}"


def in_place(block: str, municipality: str | None) -> str:
    """The id of an input whose options are a municipality's own: what was chosen in it for one is
    not kept when the form shows another's.
    """
    return f"{block}:{municipality or ''}"


ACTIVITY_MUNICIPALITY = "activity_municipality"
ACTIVITY_KIND = "activity_kind"
ACTIVITY_UNIT = "activity_unit"
ACTIVITY_FIRST = "activity_first"
ACTIVITY_LAST = "activity_last"
ACTIVITY_RUNNING = "activity_running"
ACTIVITY_GOALS = "activity_goals"
ACTIVITY_DRAFT = "activity_draft"
ACTIVITY_REASON = "activity_reason"
ACTIVITY_SEEN = "activity_seen"
ACTIVITY_READ = "activity_read"

CONTACT_UNIT = "contact_unit"
CONTACT_ROLE = "contact_role"
CONTACT_PERSON = "contact_person"
CONTACT_NAME = "contact_name"
CONTACT_EMAIL = "contact_email"
CONTACT_FIRST = "contact_first"
CONTACT_LAST = "contact_last"

REPLY_TEXT = "reply_text"
LATER_DAY = "later_day"
INSTEAD = "instead"
DECLINE_REASON = "decline_reason"


def broadcast_input(field: str) -> str:
    """The id of one of the composer's inputs."""
    return f"broadcast_{field}"


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
