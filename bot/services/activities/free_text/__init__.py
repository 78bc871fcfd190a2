"""Reading an activity out of what somebody writes in one line, or in a message."""

from bot.services.activities.free_text.kind import Suggestion, suggest
from bot.services.activities.free_text.reading import Reading, read_activity

__all__ = ["Reading", "Suggestion", "read_activity", "suggest"]
