"""Accepted proposals as drafts of broadcasts: a short title, then what, who and when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from hashlib import sha256
from itertools import count

from bot.domain.activities.activity import LONGEST_REASON, LONGEST_TEXT, LONGEST_TITLE
from bot.domain.reminders.audience import Audience
from bot.domain.reminders.broadcast import (
    OVER,
    Broadcast,
    Content,
    Event,
    EventKind,
    Wish,
)
from bot.domain.reminders.proposals import AgreementDay, Proposal
from bot.domain.reminders.schedule import SCHEDULE, Schedule
from bot.services.calendar.recipients import Recipients
from bot.services.calendar.titles import short_title
from bot.services.calendar.wording import when
from bot.services.reminders.ports import BroadcastBook
from bot.services.reports.demand_words import demands_report
from bot.services.reports.periods import days_in_words
from knowledge.language.words import fold
from knowledge.texts.catalogue import say

_DIGITS = 16
"""Hexadecimal digits that tell schedules of a proposal apart."""


class ProposalDrafts:
    """``ports.BroadcastDrafts`` over the book of broadcasts; they are written in ``language``."""

    def __init__(
        self,
        book: BroadcastBook,
        recipients: Recipients,
        language: str,
        now: Callable[[], datetime],
    ) -> None:
        self._book = book
        self._recipients = recipients
        self._language = language
        self._now = now

    def draft(self, proposal: Proposal, schedule: Schedule, by: str) -> int:
        """Make a draft, or give the one that was made before and is alive still; its number."""
        audience = self._recipients.of(proposal)
        content = draft_content(proposal, schedule, audience, self._language)
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

    def recipients(self, broadcast: int, language: str) -> str:
        """Whom it is for, in words."""
        found = self._book.find(broadcast)
        if found is None:
            return ""
        content = found.content
        return self._recipients.told(content.audience, content.municipality, language)

    def _add(self, key: str, content: Content, by: str) -> Broadcast:
        event = Event(broadcast=0, kind=EventKind.DRAFTED, at=self._now(), by=by)
        digest = sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
        return self._book.add(f"calendar:{content.municipality}:{digest}", content, event)


def draft_content(
    proposal: Proposal, schedule: Schedule, audience: Audience, language: str
) -> Content:
    """What the draft says: the duty, or what falls due of which agreement. The sentence behind it
    is cited once, with the reason.
    """
    return Content(
        municipality=proposal.municipality,
        title=_cut(short_title(proposal, language), LONGEST_TITLE),
        text=_cut(_text(proposal, language), LONGEST_TEXT),
        reason=_reason(proposal, language),
        citation=proposal.citation,
        proposal=proposal.key,
        audience=audience,
        schedule=schedule,
        wishes=frozenset({Wish.ACKNOWLEDGE, *_wishes(proposal)}),
    )


def _text(proposal: Proposal, language: str) -> str:
    if proposal.agreement:
        return _of_agreement(proposal, proposal.agreement, language)
    return "\n".join((*_facts(proposal, language), "", say("calendar-draft-ask", language)))


def _facts(proposal: Proposal, language: str) -> Iterator[str]:
    """What, unless the title says all of it, who and when, unless that was said with what."""
    says_what = fold(short_title(proposal, language)) != fold(proposal.what)
    if says_what:
        yield say("calendar-draft-what", language, what=proposal.what)
    if proposal.who:
        yield say("calendar-draft-who", language, who=proposal.who)
    if not (says_what and fold(proposal.when) in fold(proposal.what)):
        yield when(proposal, language)


def _of_agreement(proposal: Proposal, day: AgreementDay, language: str) -> str:
    name, on = proposal.what, days_in_words(day.on, day.on, language)
    told = say("calendar-agreement-draft", language, due=day.what.value, name=name, day=on)
    if fold(day.partner) in fold(name):
        return told
    partner = say("calendar-agreement-draft-partner", language, partner=day.partner)
    return f"{told}\n\n{partner}"


def _reason(proposal: Proposal, language: str) -> str:
    when = _cut(proposal.when, LONGEST_REASON // 3)
    if proposal.agreement or proposal.citation is None:
        name = _cut(proposal.what, LONGEST_REASON // 3)
        return say("calendar-agreement-draft-reason", language, name=name, day=when)
    document = _cut(proposal.citation.document, LONGEST_REASON // 3)
    return say("calendar-draft-reason", language, document=document, when=when)


def _wishes(proposal: Proposal) -> tuple[Wish, ...]:
    """Of an agreement, what becomes of it may be told. Who demands a report may be answered that
    there is nothing to report, or with an activity.
    """
    if proposal.agreement:
        return (Wish.TEXT,)
    reports = demands_report(proposal.what)
    return (Wish.NOTHING_TO_REPORT, Wish.LOG_ACTIVITY) if reports else ()


def _is_alive(broadcast: Broadcast) -> bool:
    return broadcast.status not in OVER


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
