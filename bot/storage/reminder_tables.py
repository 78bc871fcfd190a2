"""The tables of broadcasts, occurrences and dispatches. A change here needs a migration; a test
compares them.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Identity,
    Index,
    Integer,
    Table,
    UniqueConstraint,
    text,
)

from bot.storage.columns import PlainJson, PlainText, UtcDateTime
from bot.storage.tables import metadata

_DUE = text("next_at IS NOT NULL")
_TO_REMIND = text("turn_at IS NOT NULL")
_WAITING = text("state = 'waiting'")
_SENDING = text("state = 'sending'")
_LEASED = text("token IS NOT NULL")
_SENT = text("sent_at IS NOT NULL")

broadcast = Table(
    "broadcast",
    metadata,
    Column("id", Integer, Identity(), primary_key=True),
    Column("key", PlainText, nullable=False, unique=True),
    Column("municipality", PlainText, nullable=False),
    Column("content", PlainJson, nullable=False),
    Column("status", PlainText, nullable=False),
    Column("version", Integer, nullable=False),
    Column("made_by", PlainText, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("changed_by", PlainText, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("asked_by", PlainText),
    Column("approved_by", PlainText),
    Column("planned_to", UtcDateTime),
    Column("next_at", UtcDateTime),
    Index("ix_broadcast_municipality", "municipality", "id"),
    Index("ix_broadcast_next_at", "next_at", sqlite_where=_DUE, postgresql_where=_DUE),
    sqlite_autoincrement=True,
)

broadcast_event = Table(
    "broadcast_event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("broadcast", Integer, ForeignKey("broadcast.id", ondelete="CASCADE"), nullable=False),
    Column("kind", PlainText, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("by", PlainText),
    Column("occurrence", Integer),
    Column("person", PlainText),
    Column("reason", PlainText),
    Column("before", PlainJson),
    Index("ix_broadcast_event_broadcast", "broadcast", "id"),
    Index("ix_broadcast_event_occurrence", "occurrence"),
)

# An id is never given again: keys of messages that were sent hold it.
occurrence = Table(
    "occurrence",
    metadata,
    Column("id", Integer, Identity(), primary_key=True),
    Column("broadcast", Integer, ForeignKey("broadcast.id", ondelete="CASCADE"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("key", PlainText, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("planned_at", UtcDateTime, nullable=False),
    Column("status", PlainText, nullable=False),
    Column("content", PlainJson, nullable=False),
    UniqueConstraint("broadcast", "key"),
    Index("ix_occurrence_planned_at", "planned_at"),
    sqlite_autoincrement=True,
)

# ``turn_at`` is the earlier one of ``remind_at`` and ``escalate_at`` while an answer is waited for.
recipient = Table(
    "recipient",
    metadata,
    Column(
        "occurrence", Integer, ForeignKey("occurrence.id", ondelete="CASCADE"), primary_key=True
    ),
    Column("person", PlainText, primary_key=True),
    Column("name", PlainText, nullable=False),
    Column("unit", PlainText),
    Column("also", PlainJson, nullable=False),
    Column("why", PlainText, nullable=False),
    Column("state", PlainText, nullable=False),
    Column("reminders", Integer, nullable=False),
    Column("remind_at", UtcDateTime),
    Column("escalate_at", UtcDateTime),
    Column("turn_at", UtcDateTime),
    Column("instead", PlainText),
    Column("answer", PlainText),
    Column("answered_at", UtcDateTime),
    Column("answered_by", PlainText),
    Column("answer_text", PlainText),
    Column("activity", Integer),
    Index("ix_recipient_person", "person"),
    Index("ix_recipient_turn_at", "turn_at", sqlite_where=_TO_REMIND, postgresql_where=_TO_REMIND),
)

# ``token`` and ``leased_until`` are there while somebody deals with it; ``if_unsent`` is the state
# that one under way comes to, should it turn out not to have arrived.
dispatch = Table(
    "dispatch",
    metadata,
    Column("id", Integer, Identity(), primary_key=True),
    Column("key", PlainText, nullable=False, unique=True),
    Column("occurrence", Integer, ForeignKey("occurrence.id", ondelete="CASCADE")),
    Column("kind", PlainText, nullable=False),
    Column("person", PlainText, nullable=False),
    Column("about", PlainText),
    Column("number", Integer, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("drop_at", UtcDateTime),
    Column("not_before", UtcDateTime, nullable=False),
    Column("state", PlainText, nullable=False),
    Column("if_unsent", PlainText, nullable=False),
    Column("token", PlainText),
    Column("leased_until", UtcDateTime),
    Column("attempts", Integer, nullable=False),
    Column("begun_at", UtcDateTime),
    Column("sent_at", UtcDateTime),
    Column("failed_at", UtcDateTime),
    Column("channel", PlainText),
    Column("message", PlainText),
    Column("failure", PlainText),
    Index("ix_dispatch_occurrence", "occurrence", "state"),
    Index("ix_dispatch_person", "person"),
    Index(
        "ix_dispatch_waiting", "not_before", "id", sqlite_where=_WAITING, postgresql_where=_WAITING
    ),
    Index("ix_dispatch_drop_at", "drop_at", sqlite_where=_WAITING, postgresql_where=_WAITING),
    Index(
        "ix_dispatch_sending", "begun_at", "id", sqlite_where=_SENDING, postgresql_where=_SENDING
    ),
    Index("ix_dispatch_leased", "leased_until", sqlite_where=_LEASED, postgresql_where=_LEASED),
    Index("ix_dispatch_sent_at", "sent_at", sqlite_where=_SENT, postgresql_where=_SENT),
    sqlite_autoincrement=True,
)
