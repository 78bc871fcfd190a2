"""The ids by which buttons, inputs and views of the duties' calendar are known to the handlers."""

from __future__ import annotations

VIEW = "calendar"
ACCEPT_FORM = "calendar_accept_form"
REJECT_FORM = "calendar_reject_form"

ACCEPT = "calendar_accept"
CHANGE = "calendar_change"
REJECT = "calendar_reject"
ACKNOWLEDGE = "calendar_acknowledge"
TURN = "calendar_turn"
FILE = "calendar_file"

WHEN = "calendar_when"
WHY = "calendar_why"

TELL_DRIFTS = "calendar_tell_drifts"
"""No button or view: what tells the coordinators that documents have changed."""
