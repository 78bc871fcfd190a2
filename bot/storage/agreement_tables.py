"""The tables of agreements. A change here needs a migration; a test compares them."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Identity, Index, Integer, Table

from bot.storage.columns import PlainJson, PlainText, UtcDateTime
from bot.storage.tables import metadata

# The content is stored whole; ``unit`` and ``responsible`` stand beside it to be found by.
agreement = Table(
    "agreement",
    metadata,
    Column("id", Integer, Identity(), primary_key=True),
    Column("key", PlainText, nullable=False, unique=True),
    Column("municipality", PlainText, nullable=False),
    Column("unit", PlainText, nullable=False),
    Column("responsible", PlainText),
    Column("status", PlainText, nullable=False),
    Column("version", Integer, nullable=False),
    Column("added_by", PlainText, nullable=False),
    Column("added_at", UtcDateTime, nullable=False),
    Column("changed_by", PlainText, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("content", PlainJson, nullable=False),
    Index("ix_agreement_municipality", "municipality", "id"),
    Index("ix_agreement_responsible", "responsible"),
    sqlite_autoincrement=True,
)

# ``responsible`` is that of ``before``.
agreement_change = Table(
    "agreement_change",
    metadata,
    Column("agreement", Integer, ForeignKey("agreement.id", ondelete="CASCADE"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("kind", PlainText, nullable=False),
    Column("by", PlainText, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("before", PlainJson),
    Column("responsible", PlainText),
    Column("reason", PlainText),
    Index("ix_agreement_change_by", "by", "at"),
    Index("ix_agreement_change_responsible", "responsible"),
)
