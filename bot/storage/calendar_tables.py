"""The tables of the duties' calendar. A change here needs a migration; a test compares them."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table

from bot.storage.columns import PlainJson, PlainText, UtcDateTime
from bot.storage.tables import metadata

# ``handle`` is the short name of the proposal, which is kept as it was when it was decided.
duty_decision = Table(
    "duty_decision",
    metadata,
    Column("municipality", PlainText, primary_key=True),
    Column("handle", PlainText, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("proposal", PlainJson, nullable=False),
    Column("verdict", PlainText, nullable=False),
    Column("schedule", PlainJson),
    Column("broadcast", Integer),
    Column("reason", PlainText),
    Column("by", PlainText, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Index("ix_duty_decision_by", "by", "at"),
)

duty_drift_seen = Table(
    "duty_drift_seen",
    metadata,
    Column("municipality", PlainText, primary_key=True),
    Column("handle", PlainText, primary_key=True),
    Column("mark", PlainText, nullable=False),
    Column("by", PlainText, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Index("ix_duty_drift_seen_by", "by"),
)

# ``digest`` is the SHA-256 of the token in the feed's address, which nobody keeps.
calendar_feed = Table(
    "calendar_feed",
    metadata,
    Column("municipality", PlainText, primary_key=True),
    Column("digest", PlainText, nullable=False, unique=True),
    Column("by", PlainText, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Index("ix_calendar_feed_by", "by"),
)
