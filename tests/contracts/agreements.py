"""Agreements for the tests of what keeps them."""

from __future__ import annotations

from datetime import date

from bot.domain.activities.dates import Dates
from bot.domain.agreements import (
    Agreement,
    AgreementChangeKind,
    AgreementContent,
    AgreementKind,
    Notice,
)
from bot.services.agreements.ports import AgreementBook, AgreementDoing
from tests.contracts.activities import HOME
from tests.contracts.storages import later

TERRASSA = AgreementContent.model_validate(
    {
        "name": "Vänortsavtal med Terrassa 😀",
        "kind": AgreementKind.TWIN_TOWN,
        "partner": "Ajuntament de Terrassa",
        "town": "Terrassa",
        "country": "ES",
        "valid": Dates(first=date(2024, 1, 1), last=date(2027, 12, 31)),
        "notice": Notice(months=6),
        "next_evaluation": date(2027, 3, 1),
        "last_evaluation": date(2025, 3, 1),
        "owner": "skolan",
        "responsible": "U1",
        "link": "https://åäö.example/avtal?x=1",
        "note": "Förlängs inte av sig självt.",
    }
)


def network(name: str = "Mayors for Peace", owner: str = "skolan") -> AgreementContent:
    return AgreementContent(
        name=name,
        kind=AgreementKind.NETWORK,
        partner=name,
        country="JP",
        valid=Dates(first=date(2008, 1, 1), last=None),
        notice=Notice(day=date(2026, 12, 31)),
        owner=owner,
    )


def agreement_doing(
    person: str = "U9",
    minutes: float = 0,
    kind: AgreementChangeKind = AgreementChangeKind.ADDED,
    reason: str | None = None,
) -> AgreementDoing:
    return AgreementDoing(kind=kind, by=person, at=later(minutes), reason=reason)


def agreed(
    book: AgreementBook, content: AgreementContent, person: str = "U9", municipality: str = HOME
) -> Agreement:
    """Add an agreement under a key of its own."""
    key = f"{municipality} {content.name} {person}"
    [made] = book.add([key], municipality, [content], agreement_doing(person))
    return made


def restated(agreement: Agreement, **stated: object) -> Agreement:
    """The agreement with something else stated."""
    content = agreement.content.model_copy(update=stated)
    return agreement.model_copy(update={"content": content})
