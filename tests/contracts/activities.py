"""Activities for the tests of what keeps them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.domain.activities.activity import (
    Activity,
    ChangeKind,
    Content,
    Funding,
    FundingSource,
    Override,
    Participants,
    Status,
)
from bot.domain.activities.dates import Dates, day
from bot.domain.activities.money import Amount, Currency
from bot.services.activities.ports import ActivityBook, Doing
from tests.contracts.storages import ANSWER, later

HOME = "Skövde"
MAY = date(2026, 5, 3)

VISIT = Content.model_validate(
    {
        "kind": "transnational_exchange",
        "title": "Studiebesök från Radviliškis",
        "dates": Dates(first=MAY, last=date(2026, 5, 5)),
        "unit": "skolan",
        "done": "Elever visade skolan. 😀",
        "partners": ("Radviliškis kommun", "Friends of the Earth"),
        "cities": ("Radviliškis",),
        "countries": ("LT", "GB", "LT"),
        "agreement": "Vänortsavtal 2019",
        "participants": Participants(total=24, young=12),
        "cost": Amount(minor=4_500_050, currency=Currency.SEK),
        "funding": (
            Funding(source=FundingSource.EU, amount=Amount(minor=1, currency=Currency.EUR)),
            Funding(
                source=FundingSource.OWN,
                amount=Amount(minor=2**60, currency=Currency.SEK),
                name="Skolan",
            ),
        ),
        "effects": "Brevväxling fortsätter.",
        "link": "https://åäö.example/a b?x=1#y",
        "goals": ANSWER.citations,
        "overrides": (Override(rule="eu_funding", reason="Ansökan är inne."),),
    }
)


def doing(person: str = "U1", minutes: float = 0, kind: ChangeKind = ChangeKind.LOGGED) -> Doing:
    return Doing(kind=kind, by=person, at=later(minutes))


def meeting(
    title: str = "Möte",
    first: date = MAY,
    last: date | None = None,
    *,
    runs: bool = False,
    unit: str = "skolan",
    kind: str = "international_network",
    partners: tuple[str, ...] = (),
    cities: tuple[str, ...] = (),
    countries: tuple[str, ...] = (),
) -> Content:
    """Something of one day, unless ``last`` is told or it still runs."""
    dates = Dates(first=first, last=last) if last or runs else day(first)
    return Content(
        kind=kind,
        title=title,
        dates=dates,
        unit=unit,
        partners=partners,
        cities=cities,
        countries=countries,
    )


def added(
    book: ActivityBook,
    content: Content,
    person: str = "U1",
    minutes: float = 0,
    status: Status = Status.LOGGED,
    municipality: str = HOME,
) -> Activity:
    """Add an activity under a key of its own."""
    key = f"{municipality} {content.title} {person} {minutes} {status}"
    return book.add(key, municipality, content, status, doing(person, minutes))


def changed(activity: Activity, **stated: object) -> Activity:
    """The activity with other content or another status."""
    content = activity.content.model_copy(
        update={name: value for name, value in stated.items() if name in Content.model_fields}
    )
    status = stated.get("status", activity.status)
    return activity.model_copy(update={"content": content, "status": status})


def titles_of(activities: Iterable[Activity]) -> list[str]:
    return [each.content.title for each in activities]
