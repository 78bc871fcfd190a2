"""The place of a question: what the gap list tells, whether the question names it or not."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add it. Of earlier questions no more is known than the municipality of their follow-ups."""
    op.add_column("question", sa.Column("place", sa.Text))
    op.execute(sa.text("UPDATE question SET place = municipality"))
