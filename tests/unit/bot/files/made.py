"""A made report of Örebro, whose figures agree with its activities.

One module: the parts of one report refer to each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from bot.domain.activities.activity import (
    Activity,
    Content,
    Funding,
    FundingSource,
    Participants,
    Status,
)
from bot.domain.activities.dates import Dates, PeriodKind, part_of_year
from bot.domain.activities.money import Currency, amount
from bot.services.reports.measuring import figure
from bot.services.reports.report import (
    Account,
    ActivityRow,
    Chart,
    Line,
    Part,
    Report,
    Source,
    Table,
)
from bot.services.reports.selection import Figure, Measure, Selection
from knowledge.model import Citation

YEAR = part_of_year(2026, PeriodKind.YEAR)
MADE_AT = datetime(2027, 1, 15, 9, 30, tzinfo=UTC)
KINDS = {
    "transnational_exchange": "transnationellt utbyte",
    "eu_project": "EU-projekt",
    "international_network": "internationellt nätverk",
    "horizon_scanning": "omvärldsbevakning",
}
UNITS = {
    "kultur": "Kulturskolan",
    "gymnasie": "Gymnasienämnden",
    "vuxen": "Vuxenutbildnings- och arbetsmarknadsnämnden",
    "stad": "Stadsbyggnad, förvaltningen för samhällsbyggnad och hållbar utveckling",
    "bolag": "Örebro Energi AB",
}
COUNTRIES = {"LT": "Litauen", "FI": "Finland", "DE": "Tyskland", "SE": "Sverige", "NE": "Niger"}

DEMAND = "Internationellt arbete ska redovisas varje år i bokslutet."
SHARE = (
    "Det kan göras i form av finansieringsandel av verksamheterna och budget samt i form av "
    "antal deltagande i nätverkarbete."
)
EFFECTS = (
    "Redovisningen ska också beskriva vad utbyten har haft för effekter och har lett till för "
    "verksamheterna."
)
GOALS = (
    "Språkträning ska kunna erbjudas för att öka den kommunikativa förmågan",
    "Kommunens skolor bör utarbeta internationella kontakter",
    "Delgivning av erfarenheter är en viktig komponent i vänortsbetet",
)


def citation(quote: str, section: str = "Redovisning") -> Citation:
    return Citation(
        document_id="orebro",
        edition="abc123",
        ordinal=4,
        municipality="Örebro",
        document="Internationell policy",
        decided="2013-05-15",
        section_number=None,
        section=section,
        section_path=(section,),
        page=3,
        quote=quote,
        start=0,
        end=len(quote),
    )


def activity(identity: int, **stated: object) -> Activity:
    """A logged activity; what is not stated is plain."""
    content = {
        "kind": "transnational_exchange",
        "title": f"Aktivitet {identity}",
        "dates": Dates(first=date(2026, 5, 3), last=date(2026, 5, 5)),
        "unit": "kultur",
        **stated,
    }
    return Activity(
        id=identity,
        municipality="Örebro",
        content=Content.model_validate(content),
        status=Status.LOGGED,
        version=1,
        logged_by="U0123456",
        logged_at=MADE_AT,
        changed_by="U0123456",
        changed_at=MADE_AT,
    )


def kronor(source: FundingSource, sum_: str, name: str | None = None) -> Funding:
    return Funding(source=source, amount=amount(Decimal(sum_), Currency.SEK), name=name)


def euros(source: FundingSource, sum_: str, name: str | None = None) -> Funding:
    return Funding(source=source, amount=amount(Decimal(sum_), Currency.EUR), name=name)


def few_activities() -> list[Activity]:
    """One of each thing that can be told, and of what is left out."""
    return [
        activity(
            1,
            title="Studiebesök från Radviliškis",
            done="Tolv elever och två lärare besökte kulturskolan och spelade tillsammans.",
            partners=("Radviliškio muzikos mokykla",),
            cities=("Radviliškis",),
            countries=("LT",),
            participants=Participants(total=14, young=12),
            cost=amount(60_000, Currency.SEK),
            funding=(
                kronor(FundingSource.EU, "45000", "Erasmus+"),
                kronor(FundingSource.OWN, "15000.50"),
            ),
            effects="Eleverna spelar nu varje vecka tillsammans över nätet.\nTvå nya lärarutbyten.",
            goals=(citation(GOALS[0]), citation(GOALS[2])),
            link="https://example.org/radviliskis",
        ),
        activity(
            2,
            kind="eu_project",
            title="Yrkesvägar för unga, ett treårigt samarbete om praktik och validering",
            unit="gymnasie",
            dates=Dates(first=date(2026, 2, 1), last=None),
            countries=("FI", "DE"),
            participants=Participants(total=48, young=40),
            cost=amount(Decimal("125000.25"), Currency.EUR),
            funding=(
                euros(FundingSource.EU, "100000.25", "ESF+"),
                euros(FundingSource.OWN, "20000"),
                euros(FundingSource.OTHER, "5000", "Region Örebro län"),
            ),
            effects="Tjugo elever har fått intyg som gäller i tre länder.",
            goals=(citation(GOALS[0]),),
        ),
        activity(
            3,
            kind="international_network",
            title="Årsmöte i Eurocities",
            unit="stad",
            countries=("DE",),
            participants=Participants(total=3),
            cost=amount(24_300, Currency.SEK),
            funding=(kronor(FundingSource.OWN, "24300"),),
        ),
        activity(
            4,
            kind="horizon_scanning",
            title="Webbinarium om EU:s nya budget",
            unit="stad",
            participants=Participants(total=11, young=0),
        ),
        activity(5, title="=SUMMA(A1:A9)", unit="kultur", countries=("LT", "SE"), effects="+1"),
        activity(7, title="Vänortsbesök i Kokkola", unit="kultur", countries=("FI",)),
    ]


def many_activities(count: int) -> list[Activity]:
    """As many as are asked for, spread over units, kinds, countries and goals."""
    return [_one_of_many(at) for at in range(1, count + 1)]


def _one_of_many(at: int) -> Activity:
    first = date(2026, 1, 1) + timedelta(days=at % 360)
    return activity(
        at,
        kind=list(KINDS)[at % 4],
        title=f"Utbyte nummer {at} med en skola i en vänort",
        unit=list(UNITS)[at % 5],
        dates=Dates(first=first, last=first + timedelta(days=at % 5)),
        done="Elever och lärare träffades och arbetade tillsammans i tre dagar. " * 3,
        countries=tuple(list(COUNTRIES)[at % 3 : at % 3 + 2]),
        participants=Participants(total=at % 40, young=at % 3) if at % 40 > 3 else None,
        cost=amount(Decimal(at * 10) / 100, Currency.SEK),
        funding=(
            kronor(FundingSource.EU, f"{at}.25", "Erasmus+"),
            kronor(FundingSource.OWN, f"{at % 100}.10"),
        ),
        effects="Eleverna vågar tala engelska och har fått vänner." if at % 4 == 0 else "",
        goals=(citation(GOALS[at % 2]),),
    )


def row(made: Activity, units: Mapping[str, str] = UNITS) -> ActivityRow:
    content = made.content
    return ActivityRow(
        activity=made,
        kind=KINDS.get(content.kind, content.kind),
        unit=units.get(content.unit, content.unit),
        countries=tuple(COUNTRIES.get(each, each) for each in content.countries),
        dates=f"{content.dates.first}–{content.dates.last or 'pågår'}",
    )


def made_report(
    activities: Sequence[Activity] | None = None,
    language: str = "sv",
    earlier: Sequence[Activity] = (),
    units: Mapping[str, str] = UNITS,
) -> Report:
    now = few_activities() if activities is None else list(activities)
    before = list(earlier) or [
        activity(90, participants=Participants(total=20, young=5)),
        activity(91, kind="eu_project", unit="gymnasie", participants=Participants(total=60)),
    ]
    figures = _Figures(now, before)
    return Report(
        title="Örebro kommuns internationella arbete 2026",
        municipality="Örebro",
        period=YEAR,
        period_name="2026",
        language=language,
        made_at=MADE_AT,
        notes=("Pågående aktiviteter räknas i varje period som de berör.",),
        figures=_main(figures),
        parts=(
            _funding_part(figures, units),
            _effects_part(now, units),
            _everything_part(figures, units),
        ),
        rows=tuple(row(each, units) for each in now),
        earlier_rows=tuple(row(each, units) for each in before),
        sources=tuple(
            Source(number=at, citation=citation(quote))
            for at, quote in enumerate((DEMAND, SHARE, EFFECTS), 1)
        ),
    )


class _Figures:
    def __init__(self, now: Iterable[Activity], before: Iterable[Activity]) -> None:
        self._now, self._before = list(now), list(before)

    def one(self, measure: Measure, currency: Currency | None = None, **selected: Any) -> Figure:
        selection = Selection.model_validate(selected)
        return figure(measure, selection, self._now, self._before, currency)

    def line(self, label: str, **selected: Any) -> Line:
        return Line(
            label=label,
            figures=(
                self.one(Measure.ACTIVITIES, **selected),
                self.one(Measure.PARTICIPANTS, **selected),
                self.one(Measure.YOUNG, **selected),
                self.one(Measure.COST, Currency.SEK, **selected),
            ),
        )


_COLUMNS = ("Aktiviteter", "Deltagare", "varav barn och unga", "Kostnad")


def _main(figures: _Figures) -> tuple[Line, ...]:
    people = (figures.one(Measure.PARTICIPANTS), figures.one(Measure.YOUNG))
    cost = tuple(figures.one(Measure.COST, each) for each in Currency)
    share = tuple(figures.one(Measure.EXTERNAL_SHARE, each) for each in Currency)
    return (
        Line(label="Aktiviteter", figures=(figures.one(Measure.ACTIVITIES),)),
        Line(
            label="EU-projekt och nätverk",
            figures=(
                figures.one(Measure.ACTIVITIES, kinds=("eu_project", "international_network")),
            ),
        ),
        Line(label="Deltagare", figures=people),
        Line(label="Kostnad", figures=cost),
        Line(label="Andel extern finansiering", figures=share),
    )


def _funding_part(figures: _Figures, units: Mapping[str, str]) -> Part:
    lines = tuple(
        Line(
            label=name,
            figures=(
                figures.one(Measure.FUNDING, Currency.SEK, unit=unit),
                figures.one(Measure.FUNDING, Currency.SEK, unit=unit, source=FundingSource.EU),
                figures.one(Measure.EXTERNAL_SHARE, Currency.SEK, unit=unit),
            ),
        )
        for unit, name in units.items()
    )
    networks = figures.one(Measure.PARTICIPANTS, kinds=("international_network",))
    return Part(
        heading="Finansieringsandel och deltagande i nätverk",
        sources=(1, 2),
        text=("Andelen är extern finansiering av all finansiering som är angiven.",),
        figures=(Line(label="Deltagare i nätverksarbete", figures=(networks,)),),
        tables=(
            Table(
                title="Finansiering efter enhet",
                first_column="Enhet",
                columns=("Finansiering", "varav EU", "Andel extern"),
                lines=lines,
                total=None,
            ),
        ),
        charts=(_chart("Finansiering efter enhet", "kronor", lines),),
    )


def _effects_part(activities: Iterable[Activity], units: Mapping[str, str]) -> Part:
    told = [each for each in activities if each.content.effects]
    return Part(
        heading="Effekter av utbytena",
        sources=(3,),
        accounts=tuple(
            Account(
                activity=each.id,
                title=each.content.title,
                unit=units[each.content.unit],
                text=each.content.effects,
            )
            for each in told
        ),
        silent=(units["vuxen"], units["bolag"]) if "bolag" in units else (),
    )


def _everything_part(figures: _Figures, units: Mapping[str, str]) -> Part:
    by_unit = tuple(figures.line(name, unit=unit) for unit, name in units.items())
    by_kind = tuple(figures.line(name, kinds=(kind,)) for kind, name in KINDS.items())
    by_country = tuple(figures.line(name, country=code) for code, name in COUNTRIES.items())
    by_goal = tuple(figures.line(quote, goal=quote) for quote in GOALS)
    total = figures.line("Totalt")
    tables = (
        ("Efter enhet", "Enhet", by_unit),
        ("Efter slag", "Slag", by_kind),
        ("Efter land", "Land", by_country),
        ("Efter mål i policyn", "Mål", by_goal),
    )
    return Part(
        heading="Allt internationellt arbete",
        sources=(1,),
        tables=tuple(
            Table(title=title, first_column=first, columns=_COLUMNS, lines=lines, total=total)
            for title, first, lines in tables
        ),
        charts=(
            _chart("Aktiviteter efter enhet", "antal aktiviteter", by_unit),
            _chart("Aktiviteter efter land", "antal aktiviteter", by_country),
        ),
    )


def _chart(title: str, unit: str, lines: tuple[Line, ...]) -> Chart:
    numbers = ", ".join(f"{each.label} {each.figures[0].number}" for each in lines)
    return Chart(title=title, alt_text=f"Stapeldiagram. {title}: {numbers}.", unit=unit, bars=lines)
