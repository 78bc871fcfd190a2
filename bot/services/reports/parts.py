"""The parts of a report, one function for each subject."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bot.services.reports.accounts import (
    effect_accounts,
    told_by,
    without_effects,
    work_accounts,
)
from bot.services.reports.charts import charts
from bot.services.reports.material import Material
from bot.services.reports.outline import Section, Subject
from bot.services.reports.report import Account, Chart, Line, Part, Table
from bot.services.reports.selection import Measure
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
from knowledge.model import Value

_ACTIVITIES = Column(Measure.ACTIVITIES)
_PARTICIPANTS = Column(Measure.PARTICIPANTS)


class _Body(Value):
    """What stands below the heading of a part; fields as in ``Part``."""

    text: tuple[str, ...] = ()
    figures: tuple[Line, ...] = ()
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()
    accounts: tuple[Account, ...] = ()
    silent: tuple[str, ...] = ()


def part(material: Material, section: Section, numbers: Sequence[int]) -> Part:
    """The part of a section. ``numbers`` are those of the sentences that demand it."""
    body = _MAKERS[section.subject](material.only(section.kinds))
    recipients = [
        material.names.say("report-recipient", recipient=each) for each in section.recipients
    ]
    return Part(
        heading=_heading(material, section),
        sources=tuple(numbers),
        **{**dict(body), "text": (*recipients, *body.text)},
    )


def _heading(material: Material, section: Section) -> str:
    names = material.names
    key = section.subject.value if section.citations else f"{section.subject.value}-plain"
    if not section.kinds:
        return names.say(f"report-part-{key}")
    kinds = names.listed([names.kind(each) for each in section.kinds])
    return names.say(f"report-part-{section.subject}-of", kinds=kinds)


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
        tables=tables(material, "unit", units) if units else (),
        charts=tuple(charts(material, "unit", units, _ACTIVITIES)),
        silent=tuple(silent_units(material)),
    )


def _kinds(material: Material) -> _Body:
    kinds = by_kind(material)
    several = len(kinds) > 1
    return _Body(
        figures=whole(material, (*PEOPLE, *money_columns(material))),
        tables=tables(material, "kind", kinds) if several else (),
        charts=tuple(charts(material, "kind", kinds, _ACTIVITIES)) if several else (),
        accounts=work_accounts(material),
    )


def _share(material: Material) -> _Body:
    told = told_by(material, "funding", lambda each: bool(each.content.funding))
    units = told_only(table(material, "unit", by_unit(material), share_columns(material)))
    return _Body(
        text=(material.names.say("report-share-explained"), told),
        figures=whole(material, source_columns(material)),
        tables=(units,) if units.lines else (),
        charts=tuple(_source_charts(material)),
    )


def _participants(material: Material) -> _Body:
    told = told_by(material, "participants", lambda each: each.content.participants is not None)
    what = "undertaking" if material.selection.kinds else "kind"
    groups = by_undertaking(material) if material.selection.kinds else by_kind(material)
    return _Body(
        text=(told, material.names.say("report-participants-explained")),
        figures=whole(material, PEOPLE),
        tables=(table(material, what, groups, PEOPLE),) if groups else (),
        charts=tuple(charts(material, what, groups, _PARTICIPANTS)),
    )


def _effects(material: Material) -> _Body:
    return _Body(text=tuple(without_effects(material)), accounts=effect_accounts(material))


def _evaluation(material: Material) -> _Body:
    explained = material.names.say("report-evaluation-explained")
    return _Body(
        text=(explained, *without_effects(material)),
        figures=whole(material, PEOPLE),
        accounts=effect_accounts(material),
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


def silent_units(material: Material) -> list[str]:
    """The open units that have reported nothing, nor any unit that belongs to them."""
    parents = {each.id: each.parent for each in material.units}
    heard: set[str] = set()
    for each in {activity.content.unit for activity in material.activities}:
        unit: str | None = each
        while unit is not None and unit not in heard:
            heard.add(unit)
            unit = parents.get(unit)
    return [each.name for each in material.units if not each.closed and each.id not in heard]


def _source_charts(material: Material) -> Iterator[Chart]:
    groups = by_source(material)
    for each in material.currencies:
        yield from charts(material, "source", groups, Column(Measure.FUNDING, each))
