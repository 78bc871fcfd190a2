"""The first tables: inbox, questions, feedback, hand-overs, settings and denials."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None

_MOMENT = sa.DateTime(timezone=True)
_JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
_UNFINISHED = sa.text("done_at IS NULL")
_DONE = sa.text("done_at IS NOT NULL")
_OPEN = sa.text("answered_at IS NULL")


def upgrade() -> None:
    """Make the tables."""
    _make_inbox()
    _make_question()
    _make_feedback()
    _make_hand_over()
    _make_settings()
    _make_denial()


def _make_inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("listener", sa.Text, nullable=False),
        sa.Column("body", _JSON),
        sa.Column("received_at", _MOMENT, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("leased_until", _MOMENT, nullable=False),
        sa.Column("done_at", _MOMENT),
        sa.PrimaryKeyConstraint("key", name="pk_inbox"),
    )
    op.create_index(
        "ix_inbox_unfinished",
        "inbox",
        ["leased_until"],
        sqlite_where=_UNFINISHED,
        postgresql_where=_UNFINISHED,
    )
    op.create_index(
        "ix_inbox_done", "inbox", ["done_at"], sqlite_where=_DONE, postgresql_where=_DONE
    )


def _make_question() -> None:
    op.create_table(
        "question",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("asker", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("thread", sa.Text),
        sa.Column("is_private", sa.Boolean, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("municipality", sa.Text),
        sa.Column("answer", _JSON, nullable=False),
        sa.Column("asked_at", _MOMENT, nullable=False),
        sa.Column("message", sa.Text),
        sa.Column("shared", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_question"),
        sa.UniqueConstraint("key", name="uq_question_key"),
    )
    op.create_index("ix_question_thread", "question", ["channel", "thread", "asked_at"])
    op.create_index("ix_question_asker", "question", ["asker", "asked_at"])
    op.create_index("ix_question_asked_at", "question", ["asked_at"])


def _make_feedback() -> None:
    op.create_table(
        "feedback",
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("comment", sa.Text),
        sa.Column("given_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("question", "person", name="pk_feedback"),
        sa.ForeignKeyConstraint(
            ["question"], ["question.id"], name="fk_feedback_question", ondelete="CASCADE"
        ),
    )


def _make_hand_over() -> None:
    op.create_table(
        "hand_over",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("asker", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("thread", sa.Text),
        sa.Column("is_private", sa.Boolean, nullable=False),
        sa.Column("handed_over_at", _MOMENT, nullable=False),
        sa.Column("card", sa.Text),
        sa.Column("reminders", sa.Integer, nullable=False),
        sa.Column("answer", sa.Text),
        sa.Column("answered_by", sa.Text),
        sa.Column("answered_at", _MOMENT),
        sa.Column("delivered", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_hand_over"),
        sa.UniqueConstraint("question", name="uq_hand_over_question"),
        sa.ForeignKeyConstraint(
            ["question"], ["question.id"], name="fk_hand_over_question", ondelete="CASCADE"
        ),
    )
    op.create_index(
        "ix_hand_over_open",
        "hand_over",
        ["handed_over_at"],
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )


def _make_settings() -> None:
    op.create_table(
        "preference",
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("municipality", sa.Text),
        sa.Column("language", sa.Text),
        sa.PrimaryKeyConstraint("person", name="pk_preference"),
    )
    op.create_table(
        "channel_setting",
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("municipality", sa.Text),
        sa.Column("mentions_only", sa.Boolean, nullable=False),
        sa.Column("set_by", sa.Text, nullable=False),
        sa.Column("set_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("channel", name="pk_channel_setting"),
    )


def _make_denial() -> None:
    op.create_table(
        "denial",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_denial"),
    )
    op.create_index("ix_denial_at", "denial", ["at"])
