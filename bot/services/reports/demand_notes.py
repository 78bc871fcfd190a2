"""What a part says of the demands behind it: who has to report to whom, where they may be due
another year, what they ask for that is not logged, and which activities their words are taken for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.services.reports.demand import OccasionKind
from bot.services.reports.dueness import terms_of_office
from bot.services.reports.kinds_read import kinds_read
from bot.services.reports.material import Material
from bot.services.reports.outline import Responsible, Section, Subject, Timing
from knowledge.model import Citation
from knowledge.wording import on_one_line

_BUDGET = re.compile(r"\b[\w-]*budget(?!år|process|arbete|uppfölj)\w*(?!\s+year)\b", re.I)
"""Money that was decided on, which nobody logs."""


def demand_notes(
    material: Material, section: Section, numbers: Mapping[Citation, int]
) -> Iterator[str]:
    """The sentences; ``numbers`` are those of the cited ones among the sources."""
    for told in section.responsible:
        yield _responsible(material, told, numbers[told.citation])
    for each in section.recipients:
        yield material.names.say("report-recipient", recipient=each)
    if section.subject is Subject.SHARE:
        for citation in filter(_names_budget, section.citations):
            yield material.names.say("report-share-of-budget", number=numbers[citation])
    for timing in section.timings:
        yield from _timing(material, timing, numbers[timing.citation])
    yield from kinds_read(material, section.kinds)


def _responsible(material: Material, told: Responsible, number: int) -> str:
    """In the document's words, which are Swedish; beside them by the lexicon in other languages."""
    names, actor = material.names, on_one_line(told.actor)
    if names.language == "sv":
        return names.say("report-responsible", number=number, actor=actor)
    meant = names.actors(told.actors)
    return names.say("report-responsible-meaning", number=number, actor=actor, meant=meant)


def _names_budget(citation: Citation) -> bool:
    return bool(_BUDGET.search(citation.quote))


def _timing(material: Material, timing: Timing, number: int) -> Iterator[str]:
    say, period = material.names.say, material.period
    if timing.years is not None and not timing.years.meet(period):
        yield say("report-demand-of-years", number=number, years=str(timing.years))
    if timing.seldom is None:
        return
    if timing.seldom.kind is OccasionKind.TERM_OF_OFFICE:
        terms = material.names.listed(list(map(material.names.dates, terms_of_office(period))))
        yield say("report-demand-of-term", number=number, terms=terms)
    else:
        yield say("report-demand-every", number=number, every=timing.seldom.every)
