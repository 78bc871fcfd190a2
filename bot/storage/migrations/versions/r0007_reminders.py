"""The tables of reminders."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0007"
down_revision = "0006"

_MOMENT = sa.DateTime(timezone=True)
_JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    """Make them."""
    _make_broadcast()
    _make_broadcast_event()
    _make_occurrence()
    _make_recipient()
    _make_dispatch()


def _make_broadcast() -> None:
    op.create_table(
        "broadcast",
        sa.Column("id", sa.Integer, sa.Identity(), nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("municipality", sa.Text, nullable=False),
        sa.Column("content", _JSON, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("made_by", sa.Text, nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("changed_by", sa.Text, nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.Column("asked_by", sa.Text),
        sa.Column("approved_by", sa.Text),
        sa.Column("planned_to", _MOMENT),
        sa.Column("next_at", _MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_broadcast"),
        sa.UniqueConstraint("key", name="uq_broadcast_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_broadcast_municipality", "broadcast", ["municipality", "id"])
    _make_partial_index("ix_broadcast_next_at", "broadcast", ["next_at"], "next_at IS NOT NULL")


def _make_broadcast_event() -> None:
    op.create_table(
        "broadcast_event",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("broadcast", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("by", sa.Text),
        sa.Column("occurrence", sa.Integer),
        sa.Column("person", sa.Text),
        sa.Column("reason", sa.Text),
        sa.Column("before", _JSON),
        sa.PrimaryKeyConstraint("id", name="pk_broadcast_event"),
        sa.ForeignKeyConstraint(
            ["broadcast"], ["broadcast.id"], name="fk_broadcast_event_broadcast", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_broadcast_event_broadcast", "broadcast_event", ["broadcast", "id"])
    op.create_index("ix_broadcast_event_occurrence", "broadcast_event", ["occurrence"])


def _make_occurrence() -> None:
    op.create_table(
        "occurrence",
        sa.Column("id", sa.Integer, sa.Identity(), nullable=False),
        sa.Column("broadcast", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("due_at", _MOMENT, nullable=False),
        sa.Column("planned_at", _MOMENT, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("content", _JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_occurrence"),
        sa.ForeignKeyConstraint(
            ["broadcast"], ["broadcast.id"], name="fk_occurrence_broadcast", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("broadcast", "key", name="uq_occurrence_broadcast"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_occurrence_planned_at", "occurrence", ["planned_at"])


def _make_recipient() -> None:
    op.create_table(
        "recipient",
        sa.Column("occurrence", sa.Integer, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("unit", sa.Text),
        sa.Column("also", _JSON, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("reminders", sa.Integer, nullable=False),
        sa.Column("remind_at", _MOMENT),
        sa.Column("escalate_at", _MOMENT),
        sa.Column("turn_at", _MOMENT),
        sa.Column("instead", sa.Text),
        sa.Column("answer", sa.Text),
        sa.Column("answered_at", _MOMENT),
        sa.Column("answered_by", sa.Text),
        sa.Column("answer_text", sa.Text),
        sa.Column("activity", sa.Integer),
        sa.PrimaryKeyConstraint("occurrence", "person", name="pk_recipient"),
        sa.ForeignKeyConstraint(
            ["occurrence"], ["occurrence.id"], name="fk_recipient_occurrence", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_recipient_person", "recipient", ["person"])
    _make_partial_index("ix_recipient_turn_at", "recipient", ["turn_at"], "turn_at IS NOT NULL")


def _make_dispatch() -> None:
    op.create_table(
        "dispatch",
        sa.Column("id", sa.Integer, sa.Identity(), nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("occurrence", sa.Integer),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("about", sa.Text),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("due_at", _MOMENT, nullable=False),
        sa.Column("drop_at", _MOMENT),
        sa.Column("not_before", _MOMENT, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("if_unsent", sa.Text, nullable=False),
        sa.Column("token", sa.Text),
        sa.Column("leased_until", _MOMENT),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("begun_at", _MOMENT),
        sa.Column("sent_at", _MOMENT),
        sa.Column("failed_at", _MOMENT),
        sa.Column("channel", sa.Text),
        sa.Column("message", sa.Text),
        sa.Column("failure", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_dispatch"),
        sa.UniqueConstraint("key", name="uq_dispatch_key"),
        sa.ForeignKeyConstraint(
            ["occurrence"], ["occurrence.id"], name="fk_dispatch_occurrence", ondelete="CASCADE"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_dispatch_occurrence", "dispatch", ["occurrence", "state"])
    op.create_index("ix_dispatch_person", "dispatch", ["person"])
    for name, columns, where in (
        ("ix_dispatch_waiting", ["not_before", "id"], "state = 'waiting'"),
        ("ix_dispatch_drop_at", ["drop_at"], "state = 'waiting'"),
        ("ix_dispatch_sending", ["begun_at", "id"], "state = 'sending'"),
        ("ix_dispatch_leased", ["leased_until"], "token IS NOT NULL"),
        ("ix_dispatch_sent_at", ["sent_at"], "sent_at IS NOT NULL"),
    ):
        _make_partial_index(name, "dispatch", columns, where)


def _make_partial_index(name: str, table: str, columns: list[str], where: str) -> None:
    told = sa.text(where)
    op.create_index(name, table, columns, sqlite_where=told, postgresql_where=told)
