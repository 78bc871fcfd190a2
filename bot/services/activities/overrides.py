"""Setting warnings aside, each for a reason that others may read."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.activities.activity import LONGEST_REASON, Content, Override
from bot.services.activities.concerns import ConcernKind
from bot.services.activities.personal_numbers import personal_numbers
from bot.services.errors import ReasonHoldsNumber, ReasonTooLong


def require_usable(reason: str) -> None:
    """Raises ReasonTooLong, and ReasonHoldsNumber for what looks like a personal identity number:
    why something is done can be said without one.
    """
    if len(reason.strip()) > LONGEST_REASON:
        raise ReasonTooLong(f"{len(reason)} characters", longest=str(LONGEST_REASON))
    if personal_numbers(reason):
        raise ReasonHoldsNumber("a reason with a personal identity number")


def overridden(content: Content, kinds: Sequence[ConcernKind], reason: str) -> Content:
    """The content with warnings set aside for a reason. Raises as ``require_usable``."""
    require_usable(reason)
    overrides = [Override(rule=kind.value, reason=reason) for kind in kinds]
    kept = [each for each in content.overrides if each.rule not in set(kinds)]
    return content.model_copy(update={"overrides": (*kept, *overrides)})
