from __future__ import annotations

from itertools import chain, combinations

import pytest

from bot.domain.activities.rights import MAY, Deed, Role, may
from bot.services.activities.permission import require
from bot.services.errors import OnlyCoordinators
from tests.unit.bot.services.activities.logged import (
    COORDINATOR,
    MEMBER,
    make_desk,
    refusals,
)

MATRIX = """
                 member  author  unit_editor  coordinator  subject
log                 x       x         x            x          x
read                x       x         x            x          x
read_draft          -       x         x            x          -
change              -       x         x            x          -
withdraw            -       x         x            x          -
read_history        -       x         x            x          -
report              -       -         -            x          -
import              -       -         -            x          -
export_all          -       -         -            x          -
export_person       -       -         -            x          -
erase_person        -       -         -            x          -
broadcast           -       -         -            x          -
answer_for_others   -       -         -            x          -
change_contact      -       -         -            x          x
manage_contacts     -       -         -            x          -
read_agreements     x       x         x            x          x
manage_agreements   -       -         -            x          -
"""


def rows() -> list[tuple[Role, Deed, bool]]:
    """Each cell of the table."""
    head, *lines = MATRIX.strip().splitlines()
    roles = [Role(name) for name in head.split()]
    return [
        (role, Deed(deed), mark == "x")
        for deed, *marks in map(str.split, lines)
        for role, mark in zip(roles, marks, strict=True)
    ]


@pytest.mark.parametrize(("role", "deed", "allowed"), rows())
def test_each_role_may_do_what_the_table_says(role: Role, deed: Deed, allowed: bool) -> None:
    assert may(frozenset({role}), deed) is allowed


def test_the_table_has_every_role_and_deed() -> None:
    assert {(role, deed) for role, deed, _ in rows()} == {(r, d) for r in Role for d in Deed}
    assert set(MAY) == set(Deed)


def test_somebody_of_several_roles_may_what_any_of_them_may() -> None:
    several = chain.from_iterable(combinations(Role, size) for size in range(len(Role) + 1))
    for roles in map(frozenset, several):
        for deed in Deed:
            assert may(roles, deed) is any(may(frozenset({each}), deed) for each in roles)


@pytest.mark.parametrize("deed", Deed)
def test_what_concerns_no_activity_is_asked_of_members_and_coordinators(deed: Deed) -> None:
    desk = make_desk()
    require(desk.rights, COORDINATOR, deed)
    assert refusals(desk) == []
    if may(frozenset({Role.MEMBER}), deed):
        require(desk.rights, MEMBER, deed)
        return
    with pytest.raises(OnlyCoordinators):
        require(desk.rights, MEMBER, deed)
    assert refusals(desk) == [(MEMBER, deed.value)]
