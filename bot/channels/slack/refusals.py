"""What Slack's words for why it did not take a message mean for trying again.

The words are those of https://docs.slack.dev/reference/methods/chat.postMessage and
https://docs.slack.dev/reference/methods/conversations.open.
"""

from __future__ import annotations

import logging
import re
from datetime import timedelta

from bot.services.errors import NotSent, Unreachable

_log = logging.getLogger(__name__)

OUR_OWN_PAUSE = timedelta(minutes=5)
"""Before another attempt, where somebody has to put something right first."""

# What is wrong with the app, its token or the workspace, whoever the message is for.
OUR_OWN = frozenset(
    (
        "access_denied",
        "accesslimited",
        "account_inactive",  # the token's, not the recipient's
        "deprecated_endpoint",
        "ekm_access_denied",
        "enterprise_is_restricted",
        "invalid_auth",
        "messages_tab_disabled",  # of the app, for everybody
        "method_deprecated",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "not_authed",
        "org_login_required",
        "team_access_not_granted",
        "team_added_to_org",
        "token_expired",
        "token_revoked",
        "two_factor_setup_required",
    )
)

# What says that this person cannot be written to.
NOBODY_THERE = frozenset(
    (
        "cannot_dm_bot",
        "channel_not_found",
        "invalid_user_combination",
        "is_archived",
        "is_inactive",
        "not_in_channel",
        "restricted_action",
        "user_disabled",
        "user_not_found",
        "user_not_visible",
    )
)

TOO_FAST = frozenset(("message_limit_exceeded", "rate_limited", "ratelimited"))

# "It's possible some aspect of the operation succeeded before the error was raised."
UNKNOWN = frozenset(("fatal_error", "internal_error", "service_unavailable"))

TRUNCATED = "request_timeout"
"""What Slack got was not whole."""

_CODE = re.compile(r"[a-z_]+")
"""Slack's word for an error; a proxy's page is none."""


def refusal(status: int, code: str, retry_after: float | None) -> NotSent | Unreachable:
    """The error for what certainly was not carried out; ``retry_after`` in seconds.

    What nobody has foreseen is told to the coordinator, who may have it sent again.
    """
    if status == 429 or code in TOO_FAST:
        pause = None if retry_after is None else timedelta(seconds=retry_after)
        return NotSent(f"{status} {code}", pause)
    if code == TRUNCATED:
        return NotSent(code)
    if code in OUR_OWN or not _CODE.fullmatch(code):
        _log.error("refused until somebody puts it right: %s %s", status, code)
        return NotSent(f"{status} {code}", OUR_OWN_PAUSE)
    if code not in NOBODY_THERE:
        _log.error("refused: %s", code)
    return Unreachable(code)
