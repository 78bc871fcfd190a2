"""The tables. A change here needs a migration in ``migrations/versions``; a test compares them."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Identity,
    Index,
    Integer,
    MetaData,
    Table,
    text,
)

from bot.storage.columns import PlainJson, PlainText, UtcDateTime

# Names that are the same on every database, for migrations to refer to.
metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
    }
)

_UNFINISHED = text("done_at IS NULL")
_DONE = text("done_at IS NOT NULL")
_OPEN = text("answered_at IS NULL")

inbox = Table(
    "inbox",
    metadata,
    Column("key", PlainText, primary_key=True),
    Column("listener", PlainText, nullable=False),
    Column("body", PlainJson),
    Column("received_at", UtcDateTime, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("leased_until", UtcDateTime, nullable=False),
    Column("done_at", UtcDateTime),
    Index(
        "ix_inbox_unfinished",
        "leased_until",
        sqlite_where=_UNFINISHED,
        postgresql_where=_UNFINISHED,
    ),
    Index("ix_inbox_done", "done_at", sqlite_where=_DONE, postgresql_where=_DONE),
)

question = Table(
    "question",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("key", PlainText, nullable=False, unique=True),
    Column("asker", PlainText, nullable=False),
    Column("channel", PlainText, nullable=False),
    Column("thread", PlainText),
    Column("is_private", Boolean, nullable=False),
    Column("text", PlainText, nullable=False),
    Column("question", PlainText, nullable=False),
    Column("municipality", PlainText),
    Column("answer", PlainJson, nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("message", PlainText),
    Column("shared", PlainText),
    Column("place", PlainText),
    Index("ix_question_thread", "channel", "thread", "asked_at"),
    Index("ix_question_asker", "asker", "asked_at"),
    Index("ix_question_asked_at", "asked_at"),
)

feedback = Table(
    "feedback",
    metadata,
    Column("question", PlainText, ForeignKey("question.id", ondelete="CASCADE"), primary_key=True),
    Column("person", PlainText, primary_key=True),
    Column("verdict", PlainText, nullable=False),
    Column("reason", PlainText),
    Column("comment", PlainText),
    Column("given_at", UtcDateTime, nullable=False),
)

hand_over = Table(
    "hand_over",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column(
        "question",
        PlainText,
        ForeignKey("question.id", ondelete="CASCADE"),
        nullable=False,
        unique=True,
    ),
    Column("asker", PlainText, nullable=False),
    Column("channel", PlainText, nullable=False),
    Column("thread", PlainText),
    Column("is_private", Boolean, nullable=False),
    Column("handed_over_at", UtcDateTime, nullable=False),
    Column("card", PlainText),
    Column("reminders", Integer, nullable=False),
    Column("answer", PlainText),
    Column("answered_by", PlainText),
    Column("answered_at", UtcDateTime),
    Column("delivered", PlainText),
    Index("ix_hand_over_open", "handed_over_at", sqlite_where=_OPEN, postgresql_where=_OPEN),
)

preference = Table(
    "preference",
    metadata,
    Column("person", PlainText, primary_key=True),
    Column("municipality", PlainText),
    Column("language", PlainText),
)

channel_setting = Table(
    "channel_setting",
    metadata,
    Column("channel", PlainText, primary_key=True),
    Column("municipality", PlainText),
    Column("mentions_only", Boolean, nullable=False),
    Column("set_by", PlainText, nullable=False),
    Column("set_at", UtcDateTime, nullable=False),
)

denial = Table(
    "denial",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person", PlainText, nullable=False),
    Column("action", PlainText, nullable=False),
    Column("reason", PlainText, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Index("ix_denial_at", "at"),
)

# An id is never given again, not even after the last activity is removed: people have noted it
# (https://sqlite.org/autoinc.html).
activity = Table(
    "activity",
    metadata,
    Column("id", Integer, Identity(), primary_key=True),
    Column("key", PlainText, nullable=False, unique=True),
    Column("municipality", PlainText, nullable=False),
    Column("kind", PlainText, nullable=False),
    Column("unit", PlainText, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date),
    Column("status", PlainText, nullable=False),
    Column("version", Integer, nullable=False),
    Column("logged_by", PlainText, nullable=False),
    Column("logged_at", UtcDateTime, nullable=False),
    Column("changed_by", PlainText, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("content", PlainJson, nullable=False),
    Index("ix_activity_first_day", "first_day", "id"),
    Index("ix_activity_municipality", "municipality", "first_day", "id"),
    Index("ix_activity_unit", "municipality", "unit", "first_day", "id"),
    Index("ix_activity_logged_by", "logged_by", "logged_at"),
    sqlite_autoincrement=True,
)

activity_country = Table(
    "activity_country",
    metadata,
    Column("activity", Integer, ForeignKey("activity.id", ondelete="CASCADE"), primary_key=True),
    Column("country", PlainText, primary_key=True),
    Index("ix_activity_country_country", "country", "activity"),
)

# Partners and towns, in the form in which they are compared.
activity_name = Table(
    "activity_name",
    metadata,
    Column("activity", Integer, ForeignKey("activity.id", ondelete="CASCADE"), primary_key=True),
    Column("name", PlainText, primary_key=True),
    Index("ix_activity_name_name", "name", "activity"),
)

activity_change = Table(
    "activity_change",
    metadata,
    Column("activity", Integer, ForeignKey("activity.id", ondelete="CASCADE"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("kind", PlainText, nullable=False),
    Column("by", PlainText, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("before", PlainJson),
    Column("reason", PlainText),
    Index("ix_activity_change_by", "by", "at"),
)

unit = Table(
    "unit",
    metadata,
    Column("municipality", PlainText, primary_key=True),
    Column("id", PlainText, primary_key=True),
    Column("name", PlainText, nullable=False),
    Column("kind", PlainText, nullable=False),
    Column("parent", PlainText),
    Column("closed", Boolean, nullable=False),
)

unit_editor = Table(
    "unit_editor",
    metadata,
    Column("municipality", PlainText, primary_key=True),
    Column("unit", PlainText, primary_key=True),
    Column("person", PlainText, primary_key=True),
    ForeignKeyConstraint(
        ["municipality", "unit"], ["unit.municipality", "unit.id"], ondelete="CASCADE"
    ),
    Index("ix_unit_editor_person", "person"),
)
