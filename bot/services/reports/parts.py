"""The parts of a report, one function for each subject."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set

from bot.services.reports.accounts import (
    ON_EFFECTS,
    effect_accounts,
    of_effects,
    work_accounts,
    work_by_unit,
)
from bot.services.reports.charts import charts
from bot.services.reports.demand_notes import demand_notes
from bot.services.reports.material import Material
from bot.services.reports.outline import Section, Subject
from bot.services.reports.report import Account, Chart, Line, Part, Table
from bot.services.reports.selection import Figure, Measure
from bot.services.reports.tables import (
    PEOPLE,
    Column,
    by_country,
    by_kind,
    by_source,
    by_undertaking,
    by_unit,
    money_columns,
    share_columns,
    source_columns,
    table,
    tables,
    told_only,
    whole,
)
from bot.services.reports.unit_tree import counted_apart, heard_below, silent_units
from knowledge.model import Citation, Value

_ACTIVITIES = Column(Measure.ACTIVITIES)
_PARTICIPANTS = Column(Measure.PARTICIPANTS)
_WITH_FUNDING = Column(Measure.WITH_FUNDING)
_WITH_EFFECTS = Column(Measure.WITH_EFFECTS)


class _Body(Value):
    """What stands below the heading of a part; fields as in ``Part``."""

    text: tuple[str, ...] = ()
    figures: tuple[Line, ...] = ()
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()
    silent: tuple[str, ...] = ()
    heard_below: tuple[str, ...] = ()


def part(
    material: Material, section: Section, numbers: Mapping[Citation, int], effects: Set[int]
) -> Part:
    """The part of a section. ``numbers`` are those of the sources, ``effects`` the ids of the
    activities whose effects it tells.
    """
    chosen = material.only(section.kinds)
    body = _MAKERS[section.subject](chosen)
    account = _ACCOUNTS.get(section.subject)
    about_effects = of_effects(chosen, effects) if section.subject in ON_EFFECTS else ()
    text = (*demand_notes(material, section, numbers), *body.text, *about_effects)
    return Part(
        heading=_heading(material, section),
        sources=tuple(numbers[each] for each in section.citations),
        accounts=account(chosen, effects) if account else (),
        **{**dict(body), "text": text},
    )


def _heading(material: Material, section: Section) -> str:
    names = material.names
    key = section.subject.value if section.citations else f"{section.subject.value}-plain"
    if not section.kinds:
        return names.say(f"report-part-{key}")
    return names.say(f"report-part-{section.subject}-of", kinds=names.kinds(section.kinds))


def _whole(material: Material) -> _Body:
    kinds, countries = by_kind(material), by_country(material)
    return _Body(
        tables=(
            *tables(material, "kind", kinds),
            *([table(material, "country", countries, PEOPLE)] if countries else []),
        ),
        charts=(
            *charts(material, "kind", kinds, _ACTIVITIES),
            *charts(material, "country", countries, _ACTIVITIES),
        ),
    )


def _units(material: Material) -> _Body:
    units = by_unit(material)
    return _Body(
        text=tuple(_of_the_register(material)),
        tables=tables(material, "unit", units) if units else (),
        charts=tuple(charts(material, "unit", units, _ACTIVITIES)),
        silent=tuple(silent_units(material)),
        heard_below=tuple(heard_below(material)),
    )


def _of_the_register(material: Material) -> Iterator[str]:
    if not material.units:
        yield material.names.say("report-no-units")
    yield from counted_apart(material)


def _kinds(material: Material) -> _Body:
    kinds = by_kind(material)
    several = len(kinds) > 1
    return _Body(
        figures=whole(material, (*PEOPLE, *money_columns(material))),
        tables=tables(material, "kind", kinds) if several else (),
        charts=tuple(charts(material, "kind", kinds, _ACTIVITIES)) if several else (),
    )


def _share(material: Material) -> _Body:
    units = told_only(table(material, "unit", by_unit(material), share_columns(material)))
    lines = whole(material, (_ACTIVITIES, _WITH_FUNDING, *source_columns(material)))
    return _Body(
        text=(
            material.names.say("report-share-explained"),
            *(counted_apart(material) if units.lines else ()),
        ),
        figures=tuple(line for line in lines if not _is_none_outside(line.figures[0])),
        tables=(units,) if units.lines else (),
        charts=tuple(_source_charts(material)),
    )


def _is_none_outside(figure: Figure) -> bool:
    return figure.measure is Measure.OUTSIDE_SHARE and not (figure.number or figure.before)


def _participants(material: Material) -> _Body:
    what = "undertaking" if material.selection.kinds else "kind"
    groups = by_undertaking(material) if material.selection.kinds else by_kind(material)
    return _Body(
        text=(material.names.say("report-participants-explained"),),
        figures=whole(material, PEOPLE),
        tables=(table(material, what, groups, PEOPLE),) if groups else (),
        charts=tuple(charts(material, what, groups, _PARTICIPANTS)),
    )


def _effects(material: Material) -> _Body:
    return _Body(
        figures=whole(material, (_ACTIVITIES, _WITH_EFFECTS)),
    )


def _evaluation(material: Material) -> _Body:
    return _Body(
        text=(material.names.say("report-evaluation-explained"),),
        figures=whole(material, (*PEOPLE, _WITH_EFFECTS)),
    )


_MAKERS: dict[Subject, Callable[[Material], _Body]] = {
    Subject.WHOLE: _whole,
    Subject.KINDS: _kinds,
    Subject.UNITS: _units,
    Subject.SHARE: _share,
    Subject.PARTICIPANTS: _participants,
    Subject.EFFECTS: _effects,
    Subject.EVALUATION: _evaluation,
}

_ACCOUNTS: dict[Subject, Callable[[Material, Set[int]], tuple[Account, ...]]] = {
    Subject.KINDS: work_accounts,
    Subject.EFFECTS: effect_accounts,
    Subject.EVALUATION: effect_accounts,
}


def work_part(material: Material, without: Set[int], effects: Set[int]) -> Part | None:
    """What was done in each activity but those that are told of elsewhere, by id, with what came
    of those in ``effects``; None where no activity is left.
    """
    accounts = work_by_unit(material, without, effects)
    if not accounts:
        return None
    names = material.names
    return Part(
        heading=names.say("report-part-work"),
        sources=(),
        text=(names.say("report-work-elsewhere"),) if without else (),
        accounts=accounts,
    )


def _source_charts(material: Material) -> Iterator[Chart]:
    groups = by_source(material)
    for each in material.currencies:
        yield from charts(material, "source", groups, Column(Measure.FUNDING, each))
