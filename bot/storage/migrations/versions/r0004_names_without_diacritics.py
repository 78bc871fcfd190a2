"""Partners and towns compared without diacritics: "Radviliskis" is "Radviliškis".

How names are folded is written out here as it was then: what this revision does must not change
with the code.
"""

from __future__ import annotations

import re
import unicodedata

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0004"
down_revision = "0003"

_PART = 500
"""Activities in memory at once."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_STROKES = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "’": "'"}
)

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
            for name in {*map(_folded, (*each.content["partners"], *each.content["cities"]))}
        ]
        if rows:
            op.bulk_insert(_name, rows)
        last = found[-1].id


def _folded(name: str) -> str:
    if name.isascii():
        folded = name.lower().strip()
    else:
        letters = unicodedata.normalize("NFKD", name.casefold().strip())
        folded = "".join(each for each in letters if not unicodedata.combining(each))
    return _UNSTORABLE.sub("\ufffd", folded.translate(_STROKES))


def _after(last: int) -> list[sa.Row[tuple[int, dict[str, list[str]]]]]:
    part = sa.select(_activity).where(_activity.c.id > last).order_by(_activity.c.id).limit(_PART)
    return list(op.get_bind().execute(part))
