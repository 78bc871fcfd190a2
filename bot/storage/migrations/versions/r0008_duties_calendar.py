"""The tables of the duties' calendar."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0008"
down_revision = "0007"

_MOMENT = sa.DateTime(timezone=True)
_JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    """Make them."""
    _make_duty_decision()
    _make_duty_drift_seen()
    _make_calendar_feed()


def _make_duty_decision() -> None:
    op.create_table(
        "duty_decision",
        sa.Column("municipality", sa.Text, nullable=False),
        sa.Column("handle", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("proposal", _JSON, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("schedule", _JSON),
        sa.Column("broadcast", sa.Integer),
        sa.Column("reason", sa.Text),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("municipality", "handle", "number", name="pk_duty_decision"),
    )
    op.create_index("ix_duty_decision_by", "duty_decision", ["by", "at"])


def _make_duty_drift_seen() -> None:
    op.create_table(
        "duty_drift_seen",
        sa.Column("municipality", sa.Text, nullable=False),
        sa.Column("handle", sa.Text, nullable=False),
        sa.Column("mark", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("municipality", "handle", name="pk_duty_drift_seen"),
    )
    op.create_index("ix_duty_drift_seen_by", "duty_drift_seen", ["by"])


def _make_calendar_feed() -> None:
    op.create_table(
        "calendar_feed",
        sa.Column("municipality", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("municipality", name="pk_calendar_feed"),
        sa.UniqueConstraint("digest", name="uq_calendar_feed_digest"),
    )
    op.create_index("ix_calendar_feed_by", "calendar_feed", ["by"])
