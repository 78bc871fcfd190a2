"""The tables of agreements."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0006"
down_revision = "0005"

_MOMENT = sa.DateTime(timezone=True)
_JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    """Make them."""
    _make_agreement()
    _make_agreement_change()


def _make_agreement() -> None:
    op.create_table(
        "agreement",
        sa.Column("id", sa.Integer, sa.Identity(), nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("municipality", sa.Text, nullable=False),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("responsible", sa.Text),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("added_by", sa.Text, nullable=False),
        sa.Column("added_at", _MOMENT, nullable=False),
        sa.Column("changed_by", sa.Text, nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.Column("content", _JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_agreement"),
        sa.UniqueConstraint("key", name="uq_agreement_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_agreement_municipality", "agreement", ["municipality", "id"])
    op.create_index("ix_agreement_responsible", "agreement", ["responsible"])


def _make_agreement_change() -> None:
    op.create_table(
        "agreement_change",
        sa.Column("agreement", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("before", _JSON),
        sa.Column("responsible", sa.Text),
        sa.Column("reason", sa.Text),
        sa.PrimaryKeyConstraint("agreement", "version", name="pk_agreement_change"),
        sa.ForeignKeyConstraint(
            ["agreement"],
            ["agreement.id"],
            name="fk_agreement_change_agreement",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_agreement_change_by", "agreement_change", ["by", "at"])
    op.create_index("ix_agreement_change_responsible", "agreement_change", ["responsible"])
