"""Types of columns that hold the same on SQLite and PostgreSQL."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from pydantic import JsonValue
from sqlalchemy import JSON, DateTime, Dialect, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator, TypeEngine

# PostgreSQL holds no U+0000 in text (https://www.postgresql.org/docs/current/datatype-json.html),
# and half a surrogate pair is no character: it cannot be encoded.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """The text with U+FFFD in place of what a database cannot hold."""
    return _UNSTORABLE.sub("\ufffd", text)


def storable_json(value: JsonValue) -> JsonValue:
    """The same for every string in a JSON value."""
    match value:
        case str():
            return storable(value)
        case list():
            return [storable_json(each) for each in value]
        case dict():
            return {storable(key): storable_json(each) for key, each in value.items()}
    return value


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, in UTC on the way out. SQLite, which has no zones, keeps it in UTC.

    Raises ValueError for a naive one.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _: Dialect) -> datetime | None:
        """A moment on its way in."""
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError(f"a moment without a time zone: {value}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _: Dialect) -> datetime | None:
        """A moment on its way out."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class PlainText(TypeDecorator[str]):
    """Text, as ``storable``."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _: Dialect) -> str | None:
        """A text on its way in."""
        return None if value is None else storable(value)


class PlainJson(TypeDecorator[JsonValue]):
    """A JSON value, as ``storable_json``; None is NULL."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[JsonValue]:
        """PostgreSQL's binary form of JSON, else the plain one."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(JSONB(none_as_null=True))
        return dialect.type_descriptor(JSON(none_as_null=True))

    def process_bind_param(self, value: JsonValue, _: Dialect) -> JsonValue:
        """A value on its way in."""
        return storable_json(value)
