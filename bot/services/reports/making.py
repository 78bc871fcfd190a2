"""Making a report out of what was logged and what the municipality's documents demand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime

from bot.domain.activities.activity import Activity, Status
from bot.domain.activities.dates import Dates, Period
from bot.domain.activities.kinds import Kind
from bot.domain.activities.rights import Deed
from bot.services.activities.concerns import Policies
from bot.services.activities.permission import require
from bot.services.activities.ports import ActivityBook, Query, UnitRegister
from bot.services.documents_in_use import DocumentsInUse
from bot.services.places import municipality_named
from bot.services.reports.accounts import effects_by_section
from bot.services.reports.demands import demands_of
from bot.services.reports.dueness import due
from bot.services.reports.goal_years import years_of_goals
from bot.services.reports.goals import all_goals, goals_part
from bot.services.reports.material import Material
from bot.services.reports.naming import Names
from bot.services.reports.outline import Section, Subject, outline
from bot.services.reports.parts import part, work_part
from bot.services.reports.periods import days_in_words, period_name
from bot.services.reports.report import ActivityRow, Line, Part, Report, Source
from bot.services.reports.selection import Measure
from bot.services.reports.tables import Column, by_kind, money_columns, whole
from bot.services.rights import Rights
from knowledge.model import Citation, Document

Progress = Callable[[int, int], None]
"""Called with (done, total) while long work goes on."""

_READ = 2
"""Steps before the parts: this period's activities, and those of a year before."""


class Reports:
    """Reports of all municipalities, for those who may have them."""

    def __init__(
        self,
        book: ActivityBook,
        register: UnitRegister,
        documents: DocumentsInUse,
        policies: Policies,
        kinds: Mapping[str, Kind],
        rights: Rights,
        now: Callable[[], datetime],
    ) -> None:
        self._book = book
        self._register = register
        self._published = documents
        self._policies = policies
        self._kinds = kinds
        self._rights = rights
        self._now = now

    def report(
        self,
        municipality: str,
        period: Period,
        language: str,
        person: str,
        progress: Progress,
    ) -> Report:
        """The report of a municipality, however its name is typed, in "sv" or "en".

        Raises OnlyCoordinators, UnknownMunicipality, StorageUnavailable, and as
        ``DocumentsInUse.get``.
        """
        require(self._rights, person, Deed.REPORT)
        documents = self._documents(municipality)
        name = documents[0].municipality
        demands = demands_of(documents, tuple(self._kinds.values()))
        total = _READ + len(outline(due(demands, period))) + 1
        progress(0, total)
        activities = self._activities(name, period.dates)
        progress(1, total)
        earlier = self._activities(name, period.before.dates)
        progress(_READ, total)
        goals = tuple(self._policies.goals(name))
        material = Material(
            municipality=name,
            period=period,
            language=language,
            activities=activities,
            earlier=earlier,
            demands=demands,
            goals=goals,
            goal_years=years_of_goals(goals, documents),
            units=self._register.units(name),
            kinds=self._kinds,
        )
        return make_report(
            material, self._now(), lambda done, of: progress(_READ + done, _READ + of)
        )

    def _documents(self, typed: str) -> list[Document]:
        """Raises UnknownMunicipality."""
        published = list(self._published.get().catalog.documents())
        known = sorted({each.municipality for each in published})
        name = municipality_named(typed, known)
        return [each for each in published if each.municipality == name]

    def _activities(self, municipality: str, dates: Dates) -> list[Activity]:
        counting = frozenset(each for each in Status if each.counts)
        query = Query(municipality=municipality, statuses=counting, overlapping=dates)
        return list(self._book.every(query))


def make_report(material: Material, made_at: datetime, progress: Progress) -> Report:
    """The report. Drafts and what was withdrawn do not count, wherever they come from."""
    material = material.counting()
    demanded = due(material.demands, material.period)
    sections = outline(demanded)
    goals = all_goals(material)
    cited = (*(each for section in sections for each in section.citations), *goals)
    numbers = {each: number for number, each in enumerate(dict.fromkeys(cited), start=1)}
    name = period_name(material.period, material.language)
    return Report(
        title=material.names.say("report-title", municipality=material.municipality, period=name),
        municipality=material.municipality,
        period=material.period,
        period_name=name,
        language=material.language,
        made_at=made_at,
        notes=tuple(_notes(material, made_at.date(), is_demanded=bool(demanded))),
        figures=main_figures(material),
        parts=tuple(_parts(material, sections, goals, numbers, progress)),
        rows=tuple(activity_row(material.names, each) for each in material.activities),
        earlier_rows=tuple(activity_row(material.names, each) for each in material.earlier),
        sources=tuple(Source(number=number, citation=each) for each, number in numbers.items()),
    )


def main_figures(material: Material) -> tuple[Line, ...]:
    """How many activities, of each kind, people, countries, and the money of each currency."""
    others = (
        *map(Column, (Measure.PARTICIPANTS, Measure.YOUNG, Measure.COUNTRIES)),
        *money_columns(material),
    )
    activities = Column(Measure.ACTIVITIES)
    names = material.names
    kinds = [
        Line(
            label=names.say("report-of-these", kinds=names.kinds(group.selection.kinds or ())),
            figures=(activities.figure(group.selection, group.activities, group.earlier),),
        )
        for group in by_kind(material)
    ]
    return (*whole(material, [activities]), *kinds, *whole(material, others))


def _parts(
    material: Material,
    sections: Sequence[Section],
    goals: Sequence[Citation],
    numbers: Mapping[Citation, int],
    progress: Progress,
) -> Iterator[Part]:
    total = len(sections) + 1
    told: set[int] = set()
    effects = effects_by_section(material, sections)
    for done, section in enumerate(sections, start=1):
        made = part(material, section, numbers, effects.get(section, frozenset()))
        if section.subject is Subject.KINDS:
            told.update(each.activity for each in made.accounts)
        yield made
        progress(done, total)
    if rest := work_part(material, told, effects.get(None, frozenset())):
        yield rest
    if goals:
        yield goals_part(material, goals, numbers)
    progress(total, total)


def _notes(material: Material, today: date, *, is_demanded: bool) -> Iterator[str]:
    """What a reader has to know of the whole report."""
    names, period = material.names, material.period
    if not is_demanded:
        yield names.say("report-none-due" if material.demands else "report-no-demands")
    if not material.activities:
        yield names.say("report-nothing")
    if today <= period.last:
        last = days_in_words(period.last, period.last, material.language)
        yield names.say("report-unfinished", day=last)
    before = period_name(period.before, material.language)
    yield names.say("report-compared", period=before)
    if any(not _is_within(each, period) for each in material.activities):
        yield names.say("report-runs-on")
    if material.currencies:
        yield names.say("report-share-note")
    if len(material.currencies) > 1:
        yield names.say("report-currencies")


def _is_within(activity: Activity, period: Period) -> bool:
    dates = activity.content.dates
    return period.first <= dates.first and dates.last is not None and dates.last <= period.last


def activity_row(names: Names, activity: Activity) -> ActivityRow:
    """An activity with the names, in one language, of what it holds ids of."""
    content = activity.content
    return ActivityRow(
        activity=activity,
        kind=names.kind(content.kind),
        unit=names.unit(content.unit),
        countries=tuple(names.country(each) for each in content.countries),
        dates=names.dates(content.dates),
    )
