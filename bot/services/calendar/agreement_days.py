"""The days of the register of agreements, as proposals of the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.reminders.proposals import (
    AgreementDay,
    AgreementTerms,
    Basis,
    Identity,
    Proposal,
)
from bot.domain.reminders.schedule import BeforeDeadline
from bot.services.agreements.register import AgreementRegister
from bot.services.agreements.standing import Upcoming
from bot.services.calendar.when import MORNING

DAYS_BEFORE = (30, 7)
"""So many days before, a day of an agreement is called to mind."""


class RegisteredAgreements:
    """``ports.AgreementDays`` over the register."""

    def __init__(self, register: AgreementRegister) -> None:
        self._register = register

    def proposals(self, municipality: str) -> Sequence[Proposal]:
        """All that falls due of agreements in force, and what has passed, earliest first."""
        return [_proposal(e) for e in self._register.upcoming(municipality, date.min, date.max)]


def _proposal(upcoming: Upcoming) -> Proposal:
    due, agreement, content = upcoming.due, upcoming.agreement, upcoming.agreement.content
    terms = AgreementTerms(
        last=content.valid.last, notice=content.notice, next_evaluation=content.next_evaluation
    )
    day = AgreementDay(
        agreement=agreement.id, what=due.what, on=due.day, partner=content.partner, terms=terms
    )
    return Proposal(
        identity=Identity.of_agreement(day),
        municipality=agreement.municipality,
        what=content.name,
        who="",
        actors=(),
        when=due.day.isoformat(),
        citation=due.citation,
        basis=Basis.AGREEMENT,
        schedule=BeforeDeadline(at=MORNING, deadline=due.day, days_before=DAYS_BEFORE),
        agreement=day,
    )
