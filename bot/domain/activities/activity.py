"""An activity: what a unit did, as it states it, and how that came to be written down."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import AnyHttpUrl, AwareDatetime, Field, StringConstraints, model_validator

from bot.domain.activities.dates import Dates
from bot.domain.activities.money import Amount
from knowledge.model import Citation, Value

LONGEST_TITLE = 150
"""Characters: what a list shows in a line."""

LONGEST_TEXT = 3_000
"""Characters of a text, as many as a form in Slack takes
(https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element).
"""

LONGEST_NAME = 200
"""Characters of a partner, a town, a programme or an agreement."""

LONGEST_REASON = 500
"""Characters of why a warning does not apply."""

MOST_NAMES = 50
"""Partners, towns or countries of one activity."""

Title = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TITLE)
]
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_TEXT)]
Name = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_NAME)
]
Names = Annotated[tuple[Name, ...], Field(max_length=MOST_NAMES)]
CountryCode = Annotated[str, StringConstraints(pattern="^[A-Z]{2}$")]


class Participants(Value):
    """How many took part, and how many of them were children and young people (None: not told)."""

    total: int = Field(ge=0)
    young: int | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _young_are_among_them(self) -> Self:
        if self.young is not None and self.young > self.total:
            raise ValueError("more young people than participants")
        return self


class FundingSource(StrEnum):
    """Where money comes from."""

    OWN = "own"
    EU = "eu"
    OTHER = "other"


class Funding(Value):
    """Money from one source; ``name`` is the programme or giver, such as Erasmus+."""

    source: FundingSource
    amount: Amount
    name: Name | None = None


class Override(Value):
    """A warning that somebody has set aside, and why."""

    rule: str
    reason: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_REASON)
    ]


class Content(Value):
    """What is stated about an activity. ``""`` and ``()`` and None stand for what is not told.

    ``kind`` is the id of a kind, ``unit`` that of a unit of the municipality's register;
    ``countries`` are ISO 3166-1 alpha-2; ``agreement`` names the agreement or project it belongs
    to; ``cost`` is what it cost in all; ``goals`` are the policy's goals that it serves.
    """

    kind: str
    title: Title
    dates: Dates
    unit: str
    done: Text = ""
    partners: Names = ()
    cities: Names = ()
    countries: Annotated[tuple[CountryCode, ...], Field(max_length=MOST_NAMES)] = ()
    agreement: Name | None = None
    participants: Participants | None = None
    cost: Amount | None = None
    funding: tuple[Funding, ...] = ()
    effects: Text = ""
    link: AnyHttpUrl | None = None
    goals: tuple[Citation, ...] = ()
    overrides: tuple[Override, ...] = ()


class Status(StrEnum):
    """Drafts and what was withdrawn stand in no report."""

    DRAFT = "draft"
    LOGGED = "logged"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"

    @property
    def counts(self) -> bool:
        """Whether it stands in reports."""
        return self in (Status.LOGGED, Status.CORRECTED)


class Activity(Value):
    """An activity as it is now. ``id`` is a short number, ``version`` counts changes from 1;
    ``logged_by`` and ``changed_by`` are people's ids, or pseudonyms of those who were erased.
    """

    id: int
    municipality: str
    content: Content
    status: Status
    version: int
    logged_by: str
    logged_at: AwareDatetime
    changed_by: str
    changed_at: AwareDatetime


class ChangeKind(StrEnum):
    """What was done to an activity."""

    SAVED_AS_DRAFT = "saved_as_draft"
    LOGGED = "logged"
    IMPORTED = "imported"
    CORRECTED = "corrected"
    EFFECT_ADDED = "effect_added"
    WITHDRAWN = "withdrawn"
    PERSON_ERASED = "person_erased"


class Change(Value):
    """One entry of an activity's history: what made it ``version``. ``before`` is the content
    until then, None where there was none or it stayed the same.
    """

    activity: int
    version: int
    kind: ChangeKind
    by: str
    at: AwareDatetime
    before: Content | None
    reason: str | None = None
