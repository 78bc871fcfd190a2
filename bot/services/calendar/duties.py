"""The duties' calendar: what the documents propose, and what coordinators decide about it."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import date, datetime
from hashlib import sha256

from bot.domain.activities.rights import Deed
from bot.domain.days import swedish_day
from bot.domain.reminders.proposals import (
    Acknowledgement,
    Decision,
    Drift,
    Proposal,
    Verdict,
)
from bot.domain.reminders.schedule import Schedule
from bot.domain.reminders.working_time import WorkingTime
from bot.services.activities.overrides import require_usable
from bot.services.activities.permission import require
from bot.services.calendar.documents import DocumentDuties
from bot.services.calendar.drifts import agreements_together, brought_together
from bot.services.calendar.ports import AgreementDays, BroadcastDrafts, CalendarBook, Feed
from bot.services.calendar.year import CalendarYear, Entry, YearMaker, suggestion
from bot.services.errors import (
    AlreadyAccepted,
    DayMissing,
    DayPassed,
    DecidedMeanwhile,
    ProposalGone,
    RejectionUnexplained,
)
from bot.services.reminders.reading_times import read_schedule
from bot.services.rights import Rights

TOKEN_BYTES = 32
"""Random bytes in the address of a feed: it is nothing that could be guessed."""


FEED_PATH = "kalender"
"""What the path of a feed begins with."""


def feed_address(base: str, token: str) -> str:
    """The address of a feed, where ``base`` is that of the server."""
    return f"{base.rstrip('/')}/{FEED_PATH}/{token}.ics"


class DutiesCalendar:
    """The calendars of all municipalities: everybody reads them, coordinators decide.

    Each method that reads documents may raise as ``DocumentsInUse.get``.
    """

    def __init__(
        self,
        book: CalendarBook,
        duties: DocumentDuties,
        drafts: BroadcastDrafts,
        agreements: AgreementDays,
        working_time: WorkingTime,
        rights: Rights,
        now: Callable[[], datetime],
    ) -> None:
        self._book = book
        self._duties = duties
        self._drafts = drafts
        self._agreements = agreements
        self._working_time = working_time
        self._rights = rights
        self._now = now

    @property
    def today(self) -> date:
        """The day in Sweden."""
        return swedish_day(self._now())

    def may_decide(self, person: str) -> bool:
        """Whether somebody may decide, for what to offer them."""
        return self._rights.is_coordinator(person)

    def year(self, municipality: str, year: int) -> CalendarYear:
        """A year with its duties, decisions and days of agreements."""
        maker = YearMaker(municipality, self._working_time, self.today)
        return maker.year(year, self.entries(municipality))

    def entries(self, municipality: str) -> list[Entry]:
        """All proposals with what was decided, in the order of their documents, and decisions whose
        proposals are gone; then those of agreements.
        """
        read = self._duties.of(municipality)
        book = self._book
        decisions, seen = book.decisions(municipality), book.acknowledged(municipality)
        of_documents = [each for each in decisions if each.proposal.agreement is None]
        of_agreements = [each for each in decisions if each.proposal.agreement]
        days = self._agreements.proposals(municipality)
        found = [
            *brought_together(read.documents, read.proposals, of_documents, seen),
            *agreements_together(days, of_agreements, seen),
        ]
        return [each.model_copy(update={"is_over": self._is_over(each.decision)}) for each in found]

    def drifts(self, municipality: str) -> list[Drift]:
        """What documents say otherwise than when it was decided, and nobody has acknowledged."""
        return [each.drift for each in self.entries(municipality) if each.drift]

    def entry(self, municipality: str, handle: str) -> Entry:
        """One by the short name of its proposal, or of the one that was decided on. The beginning
        of the name is enough where it is nobody else's. Raises ProposalGone.
        """
        found = [e for e in self.entries(municipality) if _is_called(e, handle)]
        if len(found) != 1 or not handle:
            raise ProposalGone(f"{len(found)} proposals {handle!r}", handle=handle)
        return found[0]

    def history(self, municipality: str, handle: str) -> list[Decision]:
        """All decisions on a proposal, oldest first. Raises ProposalGone."""
        entry = self.entry(municipality, handle)
        named = entry.decision.handle if entry.decision else entry.proposal.handle
        return self._book.history(municipality, named)

    def suggested(self, proposal: Proposal) -> Schedule | None:
        """The schedule to accept a proposal with, from today on; None where none is proposed."""
        return suggestion(proposal, self.today)

    def recipients(self, decision: Decision, language: str) -> str:
        """Whom the broadcast of a decision is for, in words; "" where it has none."""
        made = decision.broadcast
        return self._drafts.recipients(made, language) if made is not None else ""

    def read_time(self, words: str) -> Schedule:
        """A schedule in people's words. Raises UnreadableTime and TimePassed."""
        return read_schedule(words, self._now(), self._working_time)

    def accept(
        self,
        municipality: str,
        handle: str,
        by: str,
        *,
        seen: int,
        schedule: Schedule | None = None,
    ) -> Decision:
        """Accept a proposal, with the schedule that is suggested or with another one, and make the
        draft of its broadcast. ``seen`` is how many decisions there were when it was read
        (``Entry.seen``). Done again by the same person it changes nothing.

        Raises OnlyCoordinators, ProposalGone, DayMissing, DayPassed, DecidedMeanwhile and
        AlreadyAccepted.
        """
        require(self._rights, by, Deed.BROADCAST)
        entry = self.entry(municipality, handle)
        suggested = self.suggested(entry.proposal)
        if schedule is None:
            self._require_day(entry.proposal, suggested)
        chosen = schedule or suggested
        verdict = Verdict.ACCEPTED if chosen == suggested else Verdict.CHANGED
        decision = self._decided(entry, verdict, chosen, None, by, seen)
        return self._with_draft(entry.proposal, decision)

    def reject(
        self, municipality: str, handle: str, by: str, reason: str, *, seen: int
    ) -> Decision:
        """Say no to a proposal. Raises as ``accept``, as ``require_usable``, and
        RejectionUnexplained.
        """
        require(self._rights, by, Deed.BROADCAST)
        said = reason.strip()
        if not said:
            raise RejectionUnexplained("no reason")
        require_usable(said)
        entry = self.entry(municipality, handle)
        return self._decided(entry, Verdict.REJECTED, None, said, by, seen)

    def acknowledge(self, municipality: str, handle: str, by: str) -> bool:
        """Take note of what a document says by now; what was decided stays as it is. False where
        there is nothing to take note of. Raises OnlyCoordinators and ProposalGone.
        """
        require(self._rights, by, Deed.BROADCAST)
        drift = self.entry(municipality, handle).drift
        if drift is None:
            return False
        seen = Acknowledgement(handle=drift.decision.handle, mark=drift.mark, by=by, at=self._now())
        self._book.acknowledge(municipality, seen)
        return True

    def renew_feed(self, municipality: str, by: str) -> str:
        """Let the municipality's calendar be subscribed to by a new token, and by no earlier one.
        The token is told here only. Raises OnlyCoordinators.
        """
        require(self._rights, by, Deed.BROADCAST)
        token = secrets.token_urlsafe(TOKEN_BYTES)
        feed = Feed(municipality=municipality, digest=digest_of(token), by=by, at=self._now())
        self._book.set_feed(feed)
        return token

    def end_feed(self, municipality: str, by: str) -> bool:
        """Let it not be subscribed to; whether it could. Raises OnlyCoordinators."""
        require(self._rights, by, Deed.BROADCAST)
        return self._book.end_feed(municipality)

    def subscribed(self, token: str) -> str | None:
        """The municipality whose calendar a token opens to read; None for any other token."""
        feed = self._book.feed(digest_of(token))
        return feed.municipality if feed else None

    def _require_day(self, proposal: Proposal, suggested: Schedule | None) -> None:
        """What is suggested can be accepted as it is."""
        if proposal.agreement and proposal.is_past(self.today):
            day = proposal.agreement.on.isoformat()
            raise DayPassed(f"{proposal.handle} was on {day}", day=day)
        if proposal.needs_day or suggested is None:
            raise DayMissing(f"no day for {proposal.handle}")

    def _decided(
        self,
        entry: Entry,
        verdict: Verdict,
        schedule: Schedule | None,
        reason: str | None,
        by: str,
        seen: int,
    ) -> Decision:
        before = entry.decision
        made = Decision(
            # Words that have moved keep the place where they were first decided on.
            proposal=before.proposal if before else entry.proposal,
            number=seen + 1,
            verdict=verdict,
            schedule=schedule,
            broadcast=None,
            reason=reason,
            by=by,
            at=self._now(),
        )
        if before and _is_same(before, made):
            return before
        if before and before.number != seen:
            raise DecidedMeanwhile(f"{before.handle} was decided", before)
        self._require_free(before)
        if not self._book.decide(entry.proposal.municipality, made):
            raise DecidedMeanwhile(f"{made.handle} was decided", self._last(made))
        return made

    def _require_free(self, before: Decision | None) -> None:
        """What has a broadcast that may still be sent is changed there."""
        if before and before.broadcast is not None and not self._is_over(before):
            number = str(before.broadcast)
            raise AlreadyAccepted(f"broadcast {number}", broadcast=number)

    def _is_over(self, decision: Decision | None) -> bool:
        """Whether the broadcast of a decision sends nothing more."""
        made = decision.broadcast if decision else None
        return made is not None and not self._drafts.is_alive(made)

    def _last(self, made: Decision) -> Decision:
        return self._book.history(made.proposal.municipality, made.handle)[-1]

    def _with_draft(self, proposal: Proposal, decision: Decision) -> Decision:
        """The decision with the number of its draft, which is made if it is not there."""
        if decision.broadcast is not None or decision.schedule is None:
            return decision
        number = self._drafts.draft(proposal, decision.schedule, decision.by)
        self._book.drafted(proposal.municipality, decision.handle, decision.number, number)
        return decision.model_copy(update={"broadcast": number})


def digest_of(token: str) -> str:
    """By what a feed is found: the token itself is kept nowhere."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _is_called(entry: Entry, handle: str) -> bool:
    names = [entry.proposal.handle, *([entry.decision.handle] if entry.decision else [])]
    return any(each.startswith(handle) for each in names)


def _is_same(before: Decision, made: Decision) -> bool:
    """Whether a decision was made before by the same person, which is then done again."""
    fields = ("number", "verdict", "schedule", "reason", "by")
    return all(getattr(before, each) == getattr(made, each) for each in fields)
