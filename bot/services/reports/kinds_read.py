"""Which activities the words of a demand are taken for, where it names kinds."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.activities.activity import Activity
from bot.services.activities.kind_terms import kinds_named
from bot.services.reports.accounts import named
from bot.services.reports.material import Material
from bot.services.reports.selection import undertaking_of


def kinds_read(material: Material, kinds: tuple[str, ...]) -> Iterator[str]:
    """The kinds that a part is about, and the activities of other kinds that belong to the same
    projects or networks: the figures leave these out, so that they are named. Nothing for ().
    """
    if kinds:
        yield material.names.say("report-kinds-read", kinds=material.names.kinds(kinds))
    others = _beside(material, kinds) if kinds else ()
    if others:
        yield material.names.say("report-kinds-beside", activities=named(material, others))


def _beside(material: Material, kinds: tuple[str, ...]) -> list[Activity]:
    """Activities of other kinds that belong to a project or network (or what else the kinds are),
    by its name, or because an activity of these kinds belongs to it too.
    """
    meant = [material.kinds[each] for each in kinds if each in material.kinds]
    undertakings = {
        undertaking_of(each.content).casefold()
        for each in (*material.activities, *material.earlier)
        if each.content.kind in kinds
    }
    others = [
        (each, each.content.agreement)
        for each in material.activities
        if each.content.agreement and each.content.kind not in kinds
    ]
    undertakings |= {
        agreement.casefold()
        for agreement in {agreement for _, agreement in others}
        if kinds_named(agreement, meant)
    }
    return [each for each, agreement in others if agreement.casefold() in undertakings]
