"""Whether somebody may do what concerns no activity of their own in particular."""

from __future__ import annotations

from bot.domain.activities.rights import Deed, Role, may
from bot.services.errors import OnlyCoordinators
from bot.services.rights import Rights


def require(rights: Rights, person: str, deed: Deed) -> None:
    """Raises OnlyCoordinators, with the attempt on record, for those who may not."""
    roles = {Role.MEMBER, *([Role.COORDINATOR] if rights.is_coordinator(person) else [])}
    if not may(frozenset(roles), deed):
        rights.deny(person, deed.value, "not a coordinator")
        raise OnlyCoordinators(f"not a coordinator: {deed.value}")
