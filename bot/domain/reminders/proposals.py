"""What documents demand at a time of the year and what falls due of agreements, as proposals; and
what is decided about each.

A document or the register of agreements proposes and a coordinator accepts. What was decided is
kept by the proposal's identity, which survives re-indexing; where the document or the register says
something else by now, that is a drift, which is told and changes nothing by itself.

One module: what is proposed, decided and drifted is told by the same parts.
"""

from __future__ import annotations

import json
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Self

from pydantic import AwareDatetime, Field

from bot.domain.agreement_rules import DueKind
from bot.domain.agreements import Notice
from bot.domain.reminders.schedule import Once, Schedule
from knowledge.model import Citation, Value

_HANDLE = 12
"""Hexadecimal digits by which a proposal is called."""


class Basis(StrEnum):
    """How much of a proposal's time is the document's.

    Of TOLD all of it; of MONTH all but the day of the month. The day of SEASON, PART_OF_YEAR,
    ACCOUNTS, BUDGET, MONTHLY and YEARLY is a suggestion, since the document tells only that part
    of time, that report or how often. Of NTH_YEAR the year is one too, counted from a year that the
    document tells. The day of AGREEMENT is that of the register. The others tell a time that is no
    date.
    """

    TOLD = "told"
    MONTH = "month"
    SEASON = "season"
    PART_OF_YEAR = "part_of_year"
    ACCOUNTS = "accounts"
    BUDGET = "budget"
    MONTHLY = "monthly"
    YEARLY = "yearly"
    NTH_YEAR = "nth_year"
    SELDOM = "seldom"
    TERM_OF_OFFICE = "term_of_office"
    REGULARLY = "regularly"
    WHOLE_YEAR = "whole_year"
    EVENT = "event"
    AGREEMENT = "agreement"


_DAY_IS_KNOWN = frozenset({Basis.TOLD, Basis.MONTH, Basis.AGREEMENT})


class AgreementTerms(Value):
    """What an agreement states beside the day that falls due: its last day, None where it has no
    end, and the notice and next evaluation, None where none is told.
    """

    last: date | None
    notice: Notice | None
    next_evaluation: date | None


class AgreementDay(Value):
    """A day on which something falls due of the agreement with that number; ``partner`` is the one
    that it was made with. ``terms`` are None of what was decided before they were kept.
    """

    agreement: int
    what: DueKind
    on: date
    partner: str
    terms: AgreementTerms | None = None


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


class Since(StrEnum):
    """What the years between are counted from: that the document was decided, that it began to
    hold, or a year that it names as one of them.
    """

    DECIDED = "decided"
    VALID = "valid"
    NAMED = "named"


class Interval(Value):
    """Every so many ``years``, two at least, counted ``since`` something of the year ``of``."""

    years: int = Field(ge=2)
    since: Since
    of: int


class Proposal(Value):
    """A duty or measure with a time, or the day of an ``agreement``. ``what``, ``who`` and ``when``
    are the document's words, "" where it names nobody; ``actors`` are ids of the lexicon's actors.
    ``schedule`` is None where the time is no date (``basis`` tells why), and the first time of what
    has an ``interval``; ``years`` None where it is tied to no years. Of an agreement, ``what`` is
    its name, and ``citation`` the rule behind it, None where no document demands it.
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
    interval: Interval | None = None
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
        comes_again = self.interval is not None
        return not comes_again and isinstance(self.schedule, Once) and self.schedule.on < today


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
    """What became of the words, or of the agreement's day, that were decided on. RESTATED is a day
    that stays, of an agreement that states something else beside it.
    """

    CHANGED = "changed"
    MOVED = "moved"
    DROPPED = "dropped"
    RESTATED = "restated"


class Stated(StrEnum):
    """What an agreement states that whoever accepted a day of it has relied on."""

    NAME = "name"
    PARTNER = "partner"
    LAST = "last"
    NOTICE = "notice"
    NEXT_EVALUATION = "next_evaluation"


_THE_DAY_ITSELF = {DueKind.EXPIRES: Stated.LAST, DueKind.EVALUATE: Stated.NEXT_EVALUATION}


class Drift(Value):
    """A decided duty whose words are changed, stand elsewhere or are gone. ``now`` is the same
    duty's new place, or the sentence that is nearest to what it said; None if it is dropped. Of an
    agreement, ``now_proposal`` is the day by now, None if there is none.
    """

    decision: Decision
    kind: DriftKind
    now: Citation | None
    now_proposal: Proposal | None = None

    @property
    def now_on(self) -> date | None:
        """The day by now of an agreement that states another one."""
        by_now = self.now_proposal.agreement if self.now_proposal else None
        return by_now.on if by_now and self.kind is DriftKind.CHANGED else None

    @property
    def restated(self) -> tuple[Stated, ...]:
        """What the agreement states otherwise beside its day."""
        return restated(self.decision.proposal, self.now_proposal) if self.now_proposal else ()

    @property
    def mark(self) -> str:
        """What tells this drift from another of the same decision: acknowledged once, it is told
        again only if the document is changed again.
        """
        now = [self.now.document_id, self.now.section_path, self.now.quote] if self.now else None
        if by_now := self.now_proposal:
            told = _stated(by_now)
            now = [self.now_on.isoformat()] if self.now_on else []
            now += [f"{each.value}={told[each]}" for each in self.restated]
        return sha256(json.dumps([self.kind, now]).encode()).hexdigest()[:_HANDLE]


def restated(was: Proposal, now: Proposal) -> tuple[Stated, ...]:
    """What an agreement states otherwise than when a day of it was proposed, without that day
    itself; as far as it is known what it stated then.
    """
    before, by_now = _stated(was), _stated(now)
    day = _THE_DAY_ITSELF.get(was.agreement.what) if was.agreement else None
    return tuple(e for e in Stated if e in before and e != day and before[e] != by_now.get(e))


def _stated(proposal: Proposal) -> dict[Stated, str]:
    """What a proposal keeps of its agreement, "" for what the agreement does not tell."""
    agreement = proposal.agreement
    if agreement is None:
        return {}
    told = {Stated.NAME: proposal.what, Stated.PARTNER: agreement.partner}
    if terms := agreement.terms:
        told[Stated.LAST] = terms.last.isoformat() if terms.last else ""
        told[Stated.NOTICE] = terms.notice.model_dump_json() if terms.notice else ""
        evaluation = terms.next_evaluation
        told[Stated.NEXT_EVALUATION] = evaluation.isoformat() if evaluation else ""
    return told


class Acknowledgement(Value):
    """A coordinator has seen a drift: the one with ``mark``, of the proposal with ``handle``."""

    handle: str
    mark: str
    by: str
    at: AwareDatetime
