"""Proposals of the duties' calendar and decisions about them, to be kept."""

from __future__ import annotations

from datetime import date, time

from bot.domain.reminders.proposals import (
    Basis,
    Decision,
    Identity,
    Proposal,
    StatedYears,
    Verdict,
)
from bot.domain.reminders.schedule import BeforeDeadline, Yearly
from tests.contracts.activities import HOME
from tests.contracts.storages import ANSWER, later

[CITATION] = ANSWER.citations


def proposal(quote: str = "Arbetet ska utvärderas årligen. 😀") -> Proposal:
    return Proposal(
        identity=Identity(document="policy", path=("4 Ansvar", "4.2 KS"), quote=quote),
        municipality=HOME,
        what="ska utvärderas årligen",
        who="Kommunstyrelsen",
        actors=("municipal_executive_board",),
        when="årligen",
        citation=CITATION.model_copy(update={"quote": quote}),
        basis=Basis.YEARLY,
        schedule=Yearly(at=time(9), month=12, day=1, first=date(2026, 1, 1)),
        years=StatedYears(first=2026, last=None),
    )


def decision(
    number: int = 1, verdict: Verdict = Verdict.ACCEPTED, by: str = "U9", quote: str | None = None
) -> Decision:
    made = proposal(quote) if quote else proposal()
    schedule = BeforeDeadline(at=time(8, 30), deadline=date(2027, 3, 31), days_before=(30, 7))
    return Decision(
        proposal=made,
        number=number,
        verdict=verdict,
        schedule=None if verdict is Verdict.REJECTED else schedule,
        broadcast=None,
        reason="Görs redan. 😀",
        by=by,
        at=later(number),
    )
