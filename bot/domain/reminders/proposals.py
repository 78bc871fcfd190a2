"""What documents demand at a time of the year and what falls due of agreements, as proposals; and
what is decided about each.

A document or the register of agreements proposes and a coordinator accepts. What was decided is
kept by the proposal's identity, which survives re-indexing; where the document or the register says
something else by now, that is a drift, which is told and changes nothing by itself.
"""

from __future__ import annotations

import json
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Self

from pydantic import AwareDatetime, Field

from bot.domain.agreement_rules import DueKind
from bot.domain.reminders.schedule import Once, Schedule
from knowledge.model import Citation, Value

_HANDLE = 12
"""Hexadecimal digits by which a proposal is called."""


class Basis(StrEnum):
    """How much of a proposal's time is the document's.

    Of TOLD all of it; of MONTH all but the day of the month. The day of SEASON, PART_OF_YEAR,
    ACCOUNTS, BUDGET, MONTHLY and YEARLY is a suggestion, since the document tells only that part
    of time, that report or how often. The day of AGREEMENT is that of the register. The others
    tell a time that is no date.
    """

    TOLD = "told"
    MONTH = "month"
    SEASON = "season"
    PART_OF_YEAR = "part_of_year"
    ACCOUNTS = "accounts"
    BUDGET = "budget"
    MONTHLY = "monthly"
    YEARLY = "yearly"
    SELDOM = "seldom"
    TERM_OF_OFFICE = "term_of_office"
    REGULARLY = "regularly"
    WHOLE_YEAR = "whole_year"
    EVENT = "event"
    AGREEMENT = "agreement"


_DAY_IS_KNOWN = frozenset({Basis.TOLD, Basis.MONTH, Basis.AGREEMENT})


class AgreementDay(Value):
    """A day on which something falls due of the agreement with that number; ``partner`` is the one
    that it was made with.
    """

    agreement: int
    what: DueKind
    on: date
    partner: str


class Identity(Value):
    """What a proposal is known by: document, headings down to its section, and its words, with
    single spaces. ``ordinal`` counts from 0 the proposals of the same words in a section. Of an
    agreement (``of_agreement``) they are its number, what falls due, and the day.
    """

    document: str
    path: tuple[str, ...]
    quote: str
    ordinal: int = 0

    @classmethod
    def of_agreement(cls, day: AgreementDay) -> Self:
        """That of a day of an agreement.

        >>> ends = AgreementDay(agreement=7, what="expires", on=date(2027, 6, 30), partner="Łódź")
        >>> Identity.of_agreement(ends).key
        '["agreement:7", ["expires"], "2027-06-30", 0]'
        """
        document = f"agreement:{day.agreement}"
        return cls(document=document, path=(day.what.value,), quote=day.on.isoformat())

    @property
    def key(self) -> str:
        """All of it as one text.

        >>> Identity(document="plan", path=("2 Ansvar",), quote="Det ska ske i maj.").key
        '["plan", ["2 Ansvar"], "Det ska ske i maj.", 0]'
        """
        return json.dumps([self.document, self.path, self.quote, self.ordinal], ensure_ascii=False)

    @property
    def handle(self) -> str:
        """A short name for it, to be typed and to stand in addresses."""
        return sha256(self.key.encode("utf-8", "surrogatepass")).hexdigest()[:_HANDLE]


class StatedYears(Value):
    """The years that a document states something for; None where there is no first or no last."""

    first: int | None
    last: int | None


class Proposal(Value):
    """A duty or measure with a time, or the day of an ``agreement``. ``what``, ``who`` and ``when``
    are the document's words, "" where it names nobody; ``actors`` are ids of the lexicon's actors.
    ``schedule`` is None where the time is no date (``basis`` tells why); ``years`` None where it is
    tied to no years. Of an agreement, ``what`` is its name, and ``citation`` the rule behind it,
    None where no document demands it.
    """

    identity: Identity
    municipality: str
    what: str
    who: str
    actors: tuple[str, ...]
    when: str
    citation: Citation | None
    basis: Basis
    schedule: Schedule | None
    years: StatedYears | None = None
    agreement: AgreementDay | None = None

    @property
    def key(self) -> str:
        """The identity as one text."""
        return self.identity.key

    @property
    def handle(self) -> str:
        """The identity's short name."""
        return self.identity.handle

    @property
    def needs_day(self) -> bool:
        """Whether a coordinator has to choose the day, as it is not told."""
        return self.schedule is None or self.basis not in _DAY_IS_KNOWN

    def is_past(self, today: date) -> bool:
        """Whether it is stated for years, or for one day, that lie before ``today``."""
        if self.agreement:
            return self.agreement.on < today
        if self.years and self.years.last is not None and self.years.last < today.year:
            return True
        return isinstance(self.schedule, Once) and self.schedule.on < today


class Verdict(StrEnum):
    """Accepted as proposed, accepted with another schedule, or rejected."""

    ACCEPTED = "accepted"
    CHANGED = "changed"
    REJECTED = "rejected"


class Decision(Value):
    """What a coordinator decided about a proposal, which is kept as it was then.

    ``number`` counts the decisions on it from 1; the last one holds. ``schedule`` is the one chosen
    and ``broadcast`` the number of the draft made of it, None of what is rejected and of one whose
    draft is not made yet. Who rejects gives a ``reason``.
    """

    proposal: Proposal
    number: int = Field(ge=1)
    verdict: Verdict
    schedule: Schedule | None
    broadcast: int | None
    reason: str | None
    by: str
    at: AwareDatetime

    @property
    def handle(self) -> str:
        """The short name of its proposal."""
        return self.proposal.handle

    @property
    def is_accepted(self) -> bool:
        """Whether something is to be sent."""
        return self.verdict is not Verdict.REJECTED


class DriftKind(StrEnum):
    """What became of the words that were decided on."""

    CHANGED = "changed"
    MOVED = "moved"
    DROPPED = "dropped"


class Drift(Value):
    """A decided duty whose words are changed, stand elsewhere or are gone. ``now`` is the same
    duty's new place, or the sentence that is nearest to what it said; None if it is dropped. Of an
    agreement, ``now_on`` is the day by now, None if there is none.
    """

    decision: Decision
    kind: DriftKind
    now: Citation | None
    now_on: date | None = None

    @property
    def mark(self) -> str:
        """What tells this drift from another of the same decision: acknowledged once, it is told
        again only if the document is changed again.
        """
        now = [self.now.document_id, self.now.section_path, self.now.quote] if self.now else None
        if self.now_on:
            now = [self.now_on.isoformat()]
        return sha256(json.dumps([self.kind, now]).encode()).hexdigest()[:_HANDLE]


class Acknowledgement(Value):
    """A coordinator has seen a drift: the one with ``mark``, of the proposal with ``handle``."""

    handle: str
    mark: str
    by: str
    at: AwareDatetime
