"""Accepted proposals as drafts of broadcasts, to all contact persons until somebody says else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from itertools import count

from bot.domain.activities.activity import LONGEST_REASON, LONGEST_TEXT, LONGEST_TITLE
from bot.domain.reminders.audience import Audience, Contacts
from bot.domain.reminders.broadcast import (
    OVER,
    Broadcast,
    Content,
    Event,
    EventKind,
    Wish,
)
from bot.domain.reminders.proposals import Proposal
from bot.domain.reminders.schedule import SCHEDULE, Schedule
from bot.services.calendar.wording import what_and_who
from bot.services.reminders.ports import BroadcastBook
from bot.services.reports.demand_words import demands_report
from knowledge.texts.catalogue import say
from knowledge.wording import on_one_line

_DIGITS = 16
"""Hexadecimal digits that tell schedules of a proposal apart."""


class ProposalDrafts:
    """``ports.BroadcastDrafts`` over the book of broadcasts; they are written in ``language``."""

    def __init__(self, book: BroadcastBook, language: str, now: Callable[[], datetime]) -> None:
        self._book = book
        self._language = language
        self._now = now

    def draft(self, proposal: Proposal, schedule: Schedule, by: str) -> int:
        """Make a draft, or give the one that was made before and is alive still; its number."""
        content = draft_content(proposal, schedule, self._language)
        chosen = sha256(SCHEDULE.dump_json(schedule)).hexdigest()[:_DIGITS]
        return next(
            made.id
            for number in count(1)
            if _is_alive(
                made := self._add(f"calendar:{proposal.key}:{chosen}:{number}", content, by)
            )
        )

    def is_alive(self, broadcast: int) -> bool:
        """Whether it may still send something."""
        found = self._book.find(broadcast)
        return found is not None and _is_alive(found)

    def _add(self, key: str, content: Content, by: str) -> Broadcast:
        event = Event(broadcast=0, kind=EventKind.DRAFTED, at=self._now(), by=by)
        digest = sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
        return self._book.add(f"calendar:{content.municipality}:{digest}", content, event)


def draft_content(proposal: Proposal, schedule: Schedule, language: str) -> Content:
    """What the draft says: the duty with its citation. Who demands a report may be answered that
    there is nothing to report, or with an activity.
    """
    quote = on_one_line(proposal.citation.quote)
    about = what_and_who(proposal, language)
    text = say("calendar-draft-text", language, what=about, quote=quote)
    document = _cut(proposal.citation.document, LONGEST_REASON // 3)
    when = _cut(proposal.when, LONGEST_REASON // 3)
    reports = demands_report(proposal.what)
    return Content(
        municipality=proposal.municipality,
        title=_cut(proposal.what[:1].upper() + proposal.what[1:], LONGEST_TITLE),
        text=_cut(text, LONGEST_TEXT),
        reason=say("calendar-draft-reason", language, document=document, when=when),
        citation=proposal.citation,
        proposal=proposal.key,
        audience=Audience(contacts=Contacts()),
        schedule=schedule,
        wishes=frozenset(
            {Wish.ACKNOWLEDGE, *((Wish.NOTHING_TO_REPORT, Wish.LOG_ACTIVITY) if reports else ())}
        ),
    )


def _is_alive(broadcast: Broadcast) -> bool:
    return broadcast.status not in OVER


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
