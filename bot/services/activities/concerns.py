"""What to be asked about before an activity is stored: warnings, each of which a person can set
aside with a reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Protocol

from bot.domain.activities.activity import Content
from bot.domain.activities.kinds import Kind, Rule, breaks
from bot.domain.activities.money import sums
from bot.services.activities.personal_numbers import personal_numbers_of
from knowledge.model import Citation, Value

HOME_COUNTRY = "SE"


class ConcernKind(StrEnum):
    """What may be wrong; those of ``Rule`` come from a document."""

    EU_FUNDING = Rule.EU_FUNDING.value
    CROSSES_BORDER = Rule.CROSSES_BORDER.value
    FUNDING_EXCEEDS_COST = "funding_exceeds_cost"
    PERSONAL_NUMBER = "personal_number"


class Concern(Value):
    """One warning, with the sentence of the municipality's own document that it comes from; None
    where it comes from none.
    """

    kind: ConcernKind
    citation: Citation | None = None


class Policies(Protocol):
    """What the municipalities' documents say of activities."""

    def definition(self, municipality: str, kind: Kind) -> Citation | None:
        """How the municipality's documents define a kind."""

    def rules(self, municipality: str, kind: Kind) -> Mapping[Rule, Citation]:
        """The rules that they state for it, each with its sentence."""

    def goals(self, municipality: str) -> Sequence[Citation]:
        """The goals that they set, in their order."""


def concerns_of(
    content: Content,
    rules: Mapping[Rule, Citation],
    before: Content | None = None,
    *,
    draft: bool = False,
) -> list[Concern]:
    """The warnings that nobody has set aside yet. ``before`` is what the activity states by now:
    a personal identity number that does not stand in it is new, whatever was said of others. So
    no number has to be kept to know for which ones a reason was given. Of a draft, only what must
    not be stored at all.
    """
    settled = {each.rule for each in content.overrides}
    if before is not None and personal_numbers_of(content) - personal_numbers_of(before):
        settled.discard(ConcernKind.PERSONAL_NUMBER)
    return [
        each
        for each in _raised(content, rules)
        if each.kind not in settled and (not draft or each.kind is ConcernKind.PERSONAL_NUMBER)
    ]


def without_needless_overrides(content: Content, rules: Mapping[Rule, Citation]) -> Content:
    """The content without overrides of warnings that would not be given: one that stayed would
    say what is no longer so, and keep silent if the cause came back.
    """
    needed = {each.kind for each in _raised(content, rules)}
    kept = tuple(each for each in content.overrides if each.rule in needed)
    return content.model_copy(update={"overrides": kept})


def _raised(content: Content, rules: Mapping[Rule, Citation]) -> list[Concern]:
    """All warnings, set aside or not."""
    broken = [
        Concern(kind=ConcernKind(rule.value), citation=citation)
        for rule, citation in rules.items()
        if breaks(rule, content, HOME_COUNTRY)
    ]
    return [*broken, *(Concern(kind=kind) for kind in _own(content))]


def _own(content: Content) -> list[ConcernKind]:
    found = []
    if _exceeds_cost(content):
        found.append(ConcernKind.FUNDING_EXCEEDS_COST)
    if personal_numbers_of(content):
        found.append(ConcernKind.PERSONAL_NUMBER)
    return found


def _exceeds_cost(content: Content) -> bool:
    """Whether more money came in than went out, in the currency of the cost."""
    cost = content.cost
    return cost is not None and any(
        total.currency is cost.currency and total.minor > cost.minor
        for total in sums(each.amount for each in content.funding)
    )
