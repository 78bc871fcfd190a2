"""The days of the register of agreements, as the calendar shows them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.agreement_rules import DueKind
from bot.services.agreements.register import AgreementRegister
from bot.services.agreements.standing import Upcoming
from bot.services.calendar.ports import AgreementDay
from knowledge.texts.catalogue import say

_KINDS = {DueKind.EXPIRES: "end", DueKind.NOTICE_BY: "notice", DueKind.EVALUATE: "evaluation"}


class RegisteredAgreements:
    """``ports.AgreementDays`` over the register."""

    def __init__(self, register: AgreementRegister) -> None:
        self._register = register

    def upcoming(
        self, municipality: str, first: date, last: date, language: str
    ) -> Sequence[AgreementDay]:
        """What falls due from ``first`` to ``last``, both included, in its order."""
        return [_day(each, language) for each in self._register.upcoming(municipality, first, last)]


def _day(upcoming: Upcoming, language: str) -> AgreementDay:
    due, agreement = upcoming.due, upcoming.agreement
    kind = _KINDS[due.what]
    name = agreement.content.name
    return AgreementDay(
        on=due.day,
        key=f"{agreement.id}-{kind}",
        title=say("calendar-agreement-due", language, kind=kind, name=name),
        citation=due.citation,
    )
