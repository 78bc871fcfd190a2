"""The tables of contacts. A change here needs a migration; a test compares them."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Identity, Index, Integer, Table, UniqueConstraint

from bot.storage.columns import PlainJson, PlainText, UtcDateTime
from bot.storage.tables import metadata

# ``who`` is the person or, without one, the name in the form in which names are compared.
contact = Table(
    "contact",
    metadata,
    Column("id", Integer, Identity(), primary_key=True),
    Column("municipality", PlainText, nullable=False),
    Column("unit", PlainText, nullable=False),
    Column("role", PlainText, nullable=False),
    Column("who", PlainText, nullable=False),
    Column("name", PlainText, nullable=False),
    Column("person", PlainText),
    Column("email", PlainText),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date),
    Column("left_at", UtcDateTime),
    Column("version", Integer, nullable=False),
    Column("changed_by", PlainText, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    UniqueConstraint("municipality", "unit", "role", "who", "first_day"),
    Index("ix_contact_person", "person"),
    sqlite_autoincrement=True,
)

# ``person`` is that of ``before``.
contact_change = Table(
    "contact_change",
    metadata,
    Column("contact", Integer, ForeignKey("contact.id", ondelete="CASCADE"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("kind", PlainText, nullable=False),
    Column("by", PlainText, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("before", PlainJson),
    Column("person", PlainText),
    Index("ix_contact_change_by", "by", "at"),
    Index("ix_contact_change_person", "person"),
)
