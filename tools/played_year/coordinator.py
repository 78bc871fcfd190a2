"""What the coordinator decides before the year begins, by simple rules, and sends besides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time
from itertools import cycle
from typing import NamedTuple

from bot.domain.activities.dates import PeriodKind
from bot.domain.activities.units import Unit, UnitKind
from bot.domain.contacts import ContactRole
from bot.domain.reminders.audience import Audience, Contacts, Silence, SilentIn
from bot.domain.reminders.broadcast import Content, Escalation, Lateness, Nagging, Wish
from bot.domain.reminders.proposals import Basis, Decision, Proposal
from bot.domain.reminders.schedule import (
    BeforeDeadline,
    EachPart,
    LastWorkingDay,
    Now,
    Once,
    Schedule,
    Yearly,
)
from bot.services.calendar.duties import DutiesCalendar
from bot.services.calendar.year import Entry
from bot.services.reminders.broadcasts import Broadcasts, Caution
from tools.played_year.cast import Place

AT = time(9)

NAGGING, ESCALATION = Nagging(every_days=7, at_most=3), Escalation(after_days=24)
AGREEMENT_NAGGING = Nagging(every_days=3, at_most=1)

YEARLY_DAYS = (3, 26), (6, 25), (10, 28)
"""For what is to be done once a year, in turn: långfredagen and midsommarafton of 2027, and the
week in which summer time ends.
"""

ACCOUNTS = (12, 15), (30, 9)
"""Until when, and so many days before, what stands in the accounts is asked for."""

CONTINUAL_MONTHS = (2, 9)
"""On the last working days of these months, what goes on without an end is called to mind."""

_COMES_AGAIN = re.compile(r"^(?:Utvärdering|Revidering)|Europaveckan")
"""Of the measures of years past, those that each year has."""

_COORDINATORS = frozenset({"international_coordinator", "municipal_executive_board"})
_HEADS = frozenset({"head_of_administration"})
_SCHOOLS = frozenset({"schools", "katedralskolan"})

_SUGGESTED = frozenset({Basis.SEASON, Basis.PART_OF_YEAR, Basis.MONTHLY})
_ACCOUNTS = frozenset({Basis.ACCOUNTS, Basis.BUDGET})
_DATED = frozenset({Basis.TOLD, Basis.MONTH, Basis.AGREEMENT})
_WANTED = frozenset({Basis.YEARLY, Basis.REGULARLY}) | _DATED | _SUGGESTED | _ACCOUNTS

TWICE = "Samma åtgärd är redan inlagd."
PAST = "Gällde {year} och är avslutad."
UNDATED = "Dokumentet anger ingen dag. Tas upp när det blir aktuellt."


class Own(NamedTuple):
    """A broadcast that stands in no document, released at a local moment of the year (None: before
    it begins).
    """

    released: tuple[tuple[int, int], time] | None
    content: Content


class Coordinator:
    """One municipality's, in the year ``year``."""

    def __init__(
        self,
        place: Place,
        year: int,
        calendar: DutiesCalendar,
        broadcasts: Broadcasts,
        units: list[Unit],
    ) -> None:
        self._place = place
        self._year = year
        self._calendar = calendar
        self._broadcasts = broadcasts
        self._units = units
        self._yearly = cycle(YEARLY_DAYS)

    def decide(self) -> list[Decision]:
        """Decide on every proposal of a document, and accept the days of agreements in the year;
        what is accepted is released.
        """
        decided: list[Decision] = []
        for entry in self._calendar.entries(self._place.municipality):
            agreement = entry.proposal.agreement
            if agreement and agreement.on.year != self._year:
                continue
            words = {each.proposal.what for each in decided}
            is_known = agreement is None and entry.proposal.what in words
            decided.append(self._decided(entry, is_known=is_known))
        return decided

    def release(self, key: str, content: Content) -> None:
        """Have something sent; where nobody would get it, to the coordinator."""
        by = self._place.coordinator
        if Caution.NOBODY in self._broadcasts.preview(content, by).cautions:
            alone = Audience(people=frozenset({by}))
            content = content.model_copy(update={"audience": alone})
        draft = self._broadcasts.draft(key, content, by)
        self._broadcasts.start(draft.id, draft.version, by)

    def _decided(self, entry: Entry, *, is_known: bool) -> Decision:
        place, by, proposal = self._place.municipality, self._place.coordinator, entry.proposal
        reason = TWICE if is_known else self._reason_against(proposal)
        if reason:
            return self._calendar.reject(place, proposal.handle, by, reason, seen=entry.seen)
        decision = self._calendar.accept(
            place, proposal.handle, by, seen=entry.seen, schedule=self._schedule(proposal)
        )
        if decision.broadcast is not None:
            self._release_draft(proposal, decision.broadcast)
        return decision

    def _reason_against(self, proposal: Proposal) -> str | None:
        last = proposal.years.last if proposal.years else None
        if last is not None and last < self._year and not _COMES_AGAIN.search(proposal.what):
            return PAST.format(year=last)
        return None if proposal.basis in _WANTED else UNDATED

    def _schedule(self, proposal: Proposal) -> Schedule | None:
        """None to accept what is proposed."""
        basis = proposal.basis
        if basis in _ACCOUNTS:
            deadline, before = ACCOUNTS
            on = date(self._year, *deadline)
            return BeforeDeadline(at=AT, deadline=on, yearly=True, days_before=before)
        if basis is Basis.YEARLY:
            month, day = next(self._yearly)
            return Yearly(at=AT, month=month, day=day)
        if basis is Basis.REGULARLY:
            return LastWorkingDay(at=AT, months=CONTINUAL_MONTHS)
        return self._calendar.suggested(proposal) if basis in _SUGGESTED else None

    def _release_draft(self, proposal: Proposal, number: int) -> None:
        by = self._place.coordinator
        draft = self._broadcasts.find(number, by)
        if proposal.agreement:
            content = draft.content.model_copy(update={"nagging": AGREEMENT_NAGGING})
        else:
            content = draft.content.model_copy(
                update={
                    "title": self._title(proposal, draft.content.title),
                    "audience": self._audience(proposal),
                    "nagging": NAGGING,
                    "escalation": ESCALATION,
                }
            )
        changed = self._broadcasts.change(draft.id, draft.version, content, by)
        self._broadcasts.start(changed.id, changed.version, by)

    def _title(self, proposal: Proposal, title: str) -> str:
        """Of a measure that comes again, with this year."""
        last = proposal.years.last if proposal.years else None
        return title.replace(str(last), str(self._year)) if last else title

    def _audience(self, proposal: Proposal) -> Audience:
        """Those whom the document names first, as far as the register knows them."""
        first = proposal.actors[0] if proposal.actors else ""
        if first in _COORDINATORS:
            roles = {ContactRole.COORDINATOR}
        else:
            roles = {ContactRole.HEAD if first in _HEADS else ContactRole.CONTACT_PERSON}
        schools = {each.id for each in self._units if each.kind is UnitKind.SCHOOL}
        units = frozenset(schools) if first in _SCHOOLS else None
        return Audience(contacts=Contacts(units=units, roles=frozenset(roles)))

    def own(self) -> Iterator[Own]:
        """What the coordinator sends without a document."""
        place, year = self._place.municipality, self._year
        everybody = Contacts(roles=frozenset(ContactRole))
        yield Own(
            None,
            Content(
                municipality=place,
                title="Har ni något att rapportera för tertialet?",
                text="Logga era internationella aktiviteter, eller svara att ni inte har några.",
                reason="Enheten har varken loggat något eller svarat under tertialet.",
                audience=Audience(
                    contacts=Contacts(),
                    silent=SilentIn(silence=Silence.NOT_REPORTED, period=PeriodKind.TERTIAL),
                ),
                schedule=EachPart(at=AT, parts=3, days=-14),
                wishes=frozenset({Wish.LOG_ACTIVITY, Wish.NOTHING_TO_REPORT}),
                nagging=NAGGING,
                escalation=ESCALATION,
            ),
        )
        yield Own(
            None,
            Content(
                municipality=place,
                title="Frukost om Europaveckan på onsdag",
                text="Välkommen kl. 8 i stadshuset.",
                reason="Du är kontaktperson. Inbjudan skickas inte i efterhand.",
                audience=Audience(contacts=Contacts()),
                schedule=Once(at=AT, on=date(year, 4, 14)),
                lateness=Lateness.DROP,
            ),
        )
        yield Own(
            ((2, 14), time(20, 30)),
            Content(
                municipality=place,
                title="Ny utlysning inom Erasmus+",
                text="Utlysningen är öppen till och med mars.",
                reason="Du är kontaktperson, ersättare, samordnare eller chef för en enhet.",
                audience=Audience(contacts=everybody),
                schedule=Now(),
            ),
        )
