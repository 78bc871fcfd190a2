"""Partners and towns compared without diacritics: "Radviliskis" is "Radviliškis"."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from bot.storage.activity_rows import stored_names

revision = "0004"
down_revision = "0003"

_PART = 500
"""Activities in memory at once."""

_activity = sa.table(
    "activity",
    sa.column("id", sa.Integer),
    sa.column("content", sa.JSON().with_variant(JSONB(), "postgresql")),
)
_name = sa.table("activity_name", sa.column("activity", sa.Integer), sa.column("name", sa.Text))


def upgrade() -> None:
    """Write the names of all activities anew."""
    op.execute(sa.delete(_name))
    last = 0
    while found := _after(last):
        rows = [
            {"activity": each.id, "name": name}
            for each in found
            for name in stored_names([*each.content["partners"], *each.content["cities"]])
        ]
        if rows:
            op.bulk_insert(_name, rows)
        last = found[-1].id


def _after(last: int) -> list[sa.Row[tuple[int, dict[str, list[str]]]]]:
    part = sa.select(_activity).where(_activity.c.id > last).order_by(_activity.c.id).limit(_PART)
    return list(op.get_bind().execute(part))
