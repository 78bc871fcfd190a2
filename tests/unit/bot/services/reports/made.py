"""Activities, demands and goals as reports are made from, and strategies for any of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from bot.domain.activities.activity import (
    Activity,
    Content,
    Funding,
    FundingSource,
    Participants,
    Status,
)
from bot.domain.activities.dates import Dates, Period, PeriodKind, part_of_year
from bot.domain.activities.kinds import Kind
from bot.domain.activities.money import Amount, Currency, amount
from bot.domain.activities.units import Unit, UnitKind
from bot.services.activities.kinds import load_kinds
from bot.services.reports.demands import Demand, Occasion, OccasionKind, Want, Wanted
from bot.services.reports.material import Material
from knowledge.model import Citation

MADE_AT = datetime(2027, 1, 15, 9, 30, tzinfo=UTC)
YEAR = part_of_year(2026, PeriodKind.YEAR)
KINDS: dict[str, Kind] = load_kinds(None)
EXCHANGE, PROJECT, NETWORK, SCANNING = KINDS
YEARLY = frozenset({Occasion(kind=OccasionKind.YEAR)})


def unit(identity: str, **told: object) -> Unit:
    given = {"name": identity.title(), "municipality": "Örebro", "kind": UnitKind.COMMITTEE}
    return Unit.model_validate({"id": identity, **given, **told})


UNITS = (
    unit("kultur", name="Kulturnämnden"),
    unit("skola", name="Skolnämnden"),
    unit("vuxen", name="Vuxennämnden"),
)


def citation(quote: str, start: int = 0) -> Citation:
    return Citation(
        document_id="orebro",
        edition="0a1b2c3d",
        ordinal=4,
        municipality="Örebro",
        document="Internationell policy",
        decided="2013-05-15",
        section_number=None,
        section="Redovisning",
        section_path=("Redovisning",),
        page=None,
        quote=quote,
        start=start,
        end=start + len(quote),
    )


def activity(identity: int, *, status: Status = Status.LOGGED, **stated: object) -> Activity:
    plain = {
        "kind": EXCHANGE,
        "title": f"Aktivitet {identity}",
        "dates": Dates(first=date(2026, 5, 3), last=date(2026, 5, 5)),
        "unit": "kultur",
    }
    return Activity(
        id=identity,
        municipality="Örebro",
        content=Content.model_validate({**plain, **stated}),
        status=status,
        version=1,
        logged_by="U1",
        logged_at=MADE_AT,
        changed_by="U1",
        changed_at=MADE_AT,
    )


def kronor(value: Decimal | int) -> Amount:
    return amount(value, Currency.SEK)


def euros(value: Decimal | int) -> Amount:
    return amount(value, Currency.EUR)


def funded(source: FundingSource, given: Amount) -> Funding:
    return Funding(source=source, amount=given)


def demand(
    quote: str,
    *wanted: Wanted,
    kinds: tuple[str, ...] = (),
    actor: str = "",
    actors: tuple[str, ...] = (),
    recipient: str | None = None,
    occasions: frozenset[Occasion] = YEARLY,
    each_unit: bool = False,
) -> Demand:
    return Demand(
        citation=citation(quote),
        actor=actor,
        actors=actors,
        recipient=recipient,
        occasions=occasions,
        kinds=kinds,
        wanted=wanted,
        each_unit=each_unit,
    )


def wanted(want: Want, quote: str, *kinds: str) -> Wanted:
    return Wanted(want=want, kinds=kinds, citation=citation(quote))


def material(
    *activities: Activity,
    earlier: tuple[Activity, ...] = (),
    demands: tuple[Demand, ...] = (),
    goals: tuple[Citation, ...] = (),
    units: tuple[Unit, ...] = UNITS,
    period: Period = YEAR,
    language: str = "sv",
) -> Material:
    return Material(
        municipality="Örebro",
        period=period,
        language=language,
        activities=activities,
        earlier=earlier,
        demands=demands,
        goals=goals,
        units=units,
        kinds=KINDS,
    )


GOALS = (citation("Fler skolor ska ha vänskolor.", 100), citation("Språken ska stärkas.", 200))

DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
AMOUNTS = st.builds(Amount, minor=st.integers(0, 10_000_000_00), currency=st.sampled_from(Currency))
NAMES = st.text(min_size=1, max_size=20).filter(str.strip)


@st.composite
def any_dates(draw: st.DrawFn) -> Dates:
    first = draw(DAYS)
    length = draw(st.none() | st.integers(0, 500))
    return Dates(first=first, last=None if length is None else first + timedelta(days=length))


@st.composite
def any_participants(draw: st.DrawFn) -> Participants:
    total = draw(st.integers(0, 500))
    return Participants(total=total, young=draw(st.none() | st.integers(0, total)))


CONTENTS = st.builds(
    Content,
    kind=st.sampled_from((*KINDS, "of_old")),
    title=NAMES,
    dates=any_dates(),
    unit=st.sampled_from(("kultur", "skola", "closed", "lost")),
    done=st.text(max_size=20),
    partners=st.lists(NAMES, max_size=2).map(tuple),
    countries=st.lists(st.sampled_from(("LT", "SE", "DE", "XX")), max_size=3).map(tuple),
    agreement=st.none() | st.sampled_from(("Eurocities", "EUROCITIES", "Mayors for Peace")),
    participants=st.none() | any_participants(),
    cost=st.none() | AMOUNTS,
    funding=st.lists(
        st.builds(Funding, source=st.sampled_from(FundingSource), amount=AMOUNTS), max_size=3
    ).map(tuple),
    effects=st.text(max_size=20),
    goals=st.lists(st.sampled_from((*GOALS, citation("Ett äldre mål."))), max_size=2).map(tuple),
)


EXAMPLES = 50
"""Reports of any activities to make in a test: each takes as long as hundreds of other values."""


@st.composite
def any_activities(draw: st.DrawFn, most: int = 8) -> tuple[Activity, ...]:
    contents = draw(st.lists(CONTENTS, max_size=most))
    return tuple(
        activity(identity, status=draw(st.sampled_from(Status))).model_copy(
            update={"content": content}
        )
        for identity, content in enumerate(contents, start=1)
    )
