"""The municipalities of the play, and what happens there: all of it is made up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True)
class Change:
    """A contact person is deactivated in Slack on ``leaves`` (month and day), without a word to the
    coordinator, who enters a ``successor`` in the register on ``replaced``.
    """

    person: str
    leaves: tuple[int, int]
    successor: str
    name: str
    replaced: tuple[int, int]


@dataclass(frozen=True)
class Place:
    """A municipality of ``docs/examples``, whose files begin with ``files``."""

    municipality: str
    files: str
    coordinator: str
    change: Change


PLACES = (
    Place(
        "Upplands-Bro",
        "upplands-bro",
        "U0UBASTA1",
        Change("U0UBALVA1", (10, 29), "U0UBSIGN1", "Signe Skissdotter", (11, 15)),
    ),
    Place(
        "Örebro",
        "orebro",
        "U0OREBBA1",
        Change("U0OROMAR1", (4, 30), "U0ORTIND1", "Tindra Prototyp", (5, 17)),
    ),
    Place(
        "Skara",
        "skara",
        "U0SKDORI1",
        Change("U0SKYUSU1", (8, 31), "U0SKHEDV1", "Hedvig Övning", (9, 15)),
    ),
)

OUTAGE = (4, 12), (4, 19)
"""From midnight of the first day to 07:30 of the second, the assistant is not running."""

BACK = time(7, 30)


def day(year: int, on: tuple[int, int]) -> date:
    """A month and day of a year."""
    return date(year, *on)


def moment(year: int, on: tuple[int, int], at: time) -> datetime:
    """A local moment of a year."""
    return datetime.combine(day(year, on), at)
