"""What a report is made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from bot.domain.activities.activity import Activity
from bot.domain.activities.dates import Period
from bot.domain.activities.kinds import Kind
from bot.domain.activities.money import Currency
from bot.domain.activities.units import Unit
from bot.services.reports.demands import Demand
from bot.services.reports.naming import Names
from bot.services.reports.selection import Selection
from bot.services.reports.stated_years import Years
from knowledge.model import Citation


@dataclass(frozen=True)
class Material:
    """What is known of a municipality and a period.

    ``earlier`` are the activities of the same period a year before; ``demands`` and ``goals``
    those of the municipality's documents, ``goal_years`` the years that goals are set for, where
    the documents tell any; ``selection`` tells what ``only`` has left.
    """

    municipality: str
    period: Period
    language: str
    activities: Sequence[Activity]
    earlier: Sequence[Activity]
    demands: Sequence[Demand]
    goals: Sequence[Citation]
    units: Sequence[Unit]
    kinds: Mapping[str, Kind]
    goal_years: Mapping[Citation, Years] = field(default_factory=dict)
    selection: Selection = field(default_factory=Selection)

    def only(self, kinds: tuple[str, ...]) -> Material:
        """The same with the activities of these kinds; with all of them for ()."""
        if not kinds:
            return self
        selection = Selection(kinds=kinds)
        return replace(
            self,
            activities=[each for each in self.activities if selection.holds(each)],
            earlier=[each for each in self.earlier if selection.holds(each)],
            selection=selection,
        )

    def counting(self) -> Material:
        """The same without drafts and what was withdrawn, by id."""
        return replace(
            self,
            activities=sorted(_counting(self.activities), key=lambda each: each.id),
            earlier=sorted(_counting(self.earlier), key=lambda each: each.id),
        )

    @cached_property
    def names(self) -> Names:
        """Names in the report's language."""
        return Names(self.language, self.units, self.kinds)

    @cached_property
    def currencies(self) -> list[Currency]:
        """Those in which any money is told, kronor first."""
        told: set[Currency] = set()
        for each in (*self.activities, *self.earlier):
            told.update(funding.amount.currency for funding in each.content.funding)
            if each.content.cost:
                told.add(each.content.cost.currency)
        return [each for each in Currency if each in told]


def _counting(activities: Sequence[Activity]) -> list[Activity]:
    return [each for each in activities if each.status.counts]
