"""Activities with what they are found by and their history; units with their editors."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0003"
down_revision = "0002"

_MOMENT = sa.DateTime(timezone=True)
_JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    """Make the tables."""
    _make_activity()
    _make_activity_country()
    _make_activity_name()
    _make_activity_change()
    _make_unit()


def _make_activity() -> None:
    op.create_table(
        "activity",
        sa.Column("id", sa.Integer, sa.Identity(), nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("municipality", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("first_day", sa.Date, nullable=False),
        sa.Column("last_day", sa.Date),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("logged_by", sa.Text, nullable=False),
        sa.Column("logged_at", _MOMENT, nullable=False),
        sa.Column("changed_by", sa.Text, nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.Column("content", _JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_activity"),
        sa.UniqueConstraint("key", name="uq_activity_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_activity_first_day", "activity", ["first_day", "id"])
    op.create_index("ix_activity_municipality", "activity", ["municipality", "first_day", "id"])
    op.create_index("ix_activity_unit", "activity", ["municipality", "unit", "first_day", "id"])
    op.create_index("ix_activity_logged_by", "activity", ["logged_by", "logged_at"])


def _make_activity_country() -> None:
    op.create_table(
        "activity_country",
        sa.Column("activity", sa.Integer, nullable=False),
        sa.Column("country", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("activity", "country", name="pk_activity_country"),
        sa.ForeignKeyConstraint(
            ["activity"], ["activity.id"], name="fk_activity_country_activity", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_activity_country_country", "activity_country", ["country", "activity"])


def _make_activity_name() -> None:
    op.create_table(
        "activity_name",
        sa.Column("activity", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("activity", "name", name="pk_activity_name"),
        sa.ForeignKeyConstraint(
            ["activity"], ["activity.id"], name="fk_activity_name_activity", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_activity_name_name", "activity_name", ["name", "activity"])


def _make_activity_change() -> None:
    op.create_table(
        "activity_change",
        sa.Column("activity", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("before", _JSON),
        sa.Column("reason", sa.Text),
        sa.PrimaryKeyConstraint("activity", "version", name="pk_activity_change"),
        sa.ForeignKeyConstraint(
            ["activity"], ["activity.id"], name="fk_activity_change_activity", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_activity_change_by", "activity_change", ["by", "at"])


def _make_unit() -> None:
    op.create_table(
        "unit",
        sa.Column("municipality", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("parent", sa.Text),
        sa.Column("closed", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("municipality", "id", name="pk_unit"),
    )
    op.create_table(
        "unit_editor",
        sa.Column("municipality", sa.Text, nullable=False),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("municipality", "unit", "person", name="pk_unit_editor"),
        sa.ForeignKeyConstraint(
            ["municipality", "unit"],
            ["unit.municipality", "unit.id"],
            name="fk_unit_editor_municipality",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_unit_editor_person", "unit_editor", ["person"])
