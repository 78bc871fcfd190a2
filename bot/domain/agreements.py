"""Agreements and memberships: what a municipality has bound itself to."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AnyHttpUrl, AwareDatetime, Field, StringConstraints, model_validator

from bot.domain.activities.activity import CountryCode, Name, Text, Title
from bot.domain.activities.dates import Dates
from knowledge.model import Value

LONGEST_NOTICE = 120
"""Months of notice at most."""


class AgreementKind(StrEnum):
    """What the municipality has bound itself to."""

    TWIN_TOWN = "twin_town"
    COOPERATION = "cooperation"
    NETWORK = "network"
    MEMBERSHIP = "membership"


class Notice(Value):
    """By when notice must be given: so many ``months`` before the end, or on a ``day`` at the
    latest. One of them is told.
    """

    months: int | None = Field(default=None, ge=1, le=LONGEST_NOTICE)
    day: date | None = None

    @model_validator(mode="after")
    def _one_is_told(self) -> Self:
        if (self.months is None) == (self.day is None):
            raise ValueError("notice is either months or a day")
        return self


class AgreementContent(Value):
    """What is stated about an agreement; ``""`` and None stand for what is not told.

    ``country`` is ISO 3166-1 alpha-2. ``valid`` without a last day has no end. ``owner`` is the id
    of a unit of the municipality's register; ``responsible`` a person of the channel or a name.
    """

    name: Title
    kind: AgreementKind
    partner: Name
    town: Name | None = None
    country: CountryCode
    valid: Dates
    notice: Notice | None = None
    next_evaluation: date | None = None
    last_evaluation: date | None = None
    owner: str
    responsible: (
        Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
        | None
    ) = None
    link: AnyHttpUrl | None = None
    note: Text = ""

    def under(self, person: str, pseudonym: str) -> AgreementContent:
        """The same with a pseudonym in the place of a person who is responsible."""
        if self.responsible != person:
            return self
        return self.model_copy(update={"responsible": pseudonym})


class AgreementStatus(StrEnum):
    """An agreement is in force until somebody ends it: of one whose last day has passed, nobody
    may have noticed.
    """

    IN_FORCE = "in_force"
    ENDED = "ended"


class Agreement(Value):
    """An agreement as it is now. ``id`` is a short number, ``version`` counts changes from 1;
    ``added_by`` and ``changed_by`` are people's ids, or pseudonyms of those who were erased.
    """

    id: int
    municipality: str
    content: AgreementContent
    status: AgreementStatus
    version: int
    added_by: str
    added_at: AwareDatetime
    changed_by: str
    changed_at: AwareDatetime

    @property
    def is_in_force(self) -> bool:
        """Whether nobody has ended it."""
        return self.status is AgreementStatus.IN_FORCE

    def has_expired(self, today: date) -> bool:
        """Whether its last day has passed, though nobody has ended it."""
        last = self.content.valid.last
        return self.is_in_force and last is not None and last < today


class AgreementChangeKind(StrEnum):
    """What was done to an agreement."""

    ADDED = "added"
    IMPORTED = "imported"
    CHANGED = "changed"
    ENDED = "ended"
    PERSON_ERASED = "person_erased"


class AgreementChange(Value):
    """One entry of an agreement's history: what made it ``version``. ``before`` is the content
    until then, None where there was none or it stayed the same.
    """

    agreement: int
    version: int
    kind: AgreementChangeKind
    by: str
    at: AwareDatetime
    before: AgreementContent | None
    reason: str | None = None


def notice_by(content: AgreementContent) -> date | None:
    """The last day for notice; None where none is told, or months before no end."""
    if content.notice is None:
        return None
    if content.notice.day is not None:
        return content.notice.day
    last = content.valid.last
    return months_after(last, -(content.notice.months or 0)) if last else None


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or earlier; of months without that day, their last.

    >>> str(months_after(date(2026, 8, 31), 6))
    '2027-02-28'
    """
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))
