"""The tables of contacts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0005"
down_revision = "0004"

_MOMENT = sa.DateTime(timezone=True)
_JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    """Make them."""
    _make_contact()
    _make_contact_change()


def _make_contact() -> None:
    op.create_table(
        "contact",
        sa.Column("id", sa.Integer, sa.Identity(), nullable=False),
        sa.Column("municipality", sa.Text, nullable=False),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("person", sa.Text),
        sa.Column("email", sa.Text),
        sa.Column("first_day", sa.Date, nullable=False),
        sa.Column("last_day", sa.Date),
        sa.Column("left_at", _MOMENT),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("changed_by", sa.Text, nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_contact"),
        sa.UniqueConstraint(
            *("municipality", "unit", "role", "who", "first_day"), name="uq_contact_municipality"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_contact_person", "contact", ["person"])


def _make_contact_change() -> None:
    op.create_table(
        "contact_change",
        sa.Column("contact", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("before", _JSON),
        sa.Column("person", sa.Text),
        sa.PrimaryKeyConstraint("contact", "version", name="pk_contact_change"),
        sa.ForeignKeyConstraint(
            ["contact"], ["contact.id"], name="fk_contact_change_contact", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_contact_change_by", "contact_change", ["by", "at"])
    op.create_index("ix_contact_change_person", "contact_change", ["person"])
