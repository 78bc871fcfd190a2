"""A user group whose members are to become contacts: what that adds, and the order to do it."""

from __future__ import annotations

import json

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.contacts import Reader, role_name, who
from bot.channels.slack.blocks.elements import actions, bullets, button, rich, section
from bot.channels.slack.blocks.fitting import Message, key, message, rows
from bot.channels.slack.blocks.text import neutral, shown
from bot.domain.contacts import ContactRole
from bot.services.contacts.importing import ContactPlan
from knowledge.model import Value


class GroupOrder(Value):
    """Which user group is to become contacts of which unit, as a button's value."""

    municipality: str
    unit: str
    role: ContactRole
    group: str

    def encoded(self) -> str:
        """As a button's value."""
        return json.dumps([self.municipality, self.unit, self.role, self.group])

    @classmethod
    def decoded(cls, value: str) -> GroupOrder:
        """The same back. Raises ValueError for what ``encoded`` never made."""
        municipality, unit, role, group = json.loads(value)
        return cls(municipality=municipality, unit=unit, role=role, group=group)


def group_message(plan: ContactPlan, unit: str, order: GroupOrder, reader: Reader) -> Message:
    """What the members of a group would become, with a button that makes them so."""
    asked = reader.say(
        "contacts-group-plan",
        unit=unit,
        role=role_name(order.role, reader.language),
        new=len(plan.new),
        same=plan.same,
    )
    parts = [key(section(asked))]
    listed = [each.name for each in plan.new]
    if plan.new:
        blocks = [
            rich(bullets(who(each, reader) for each in plan.new[at : at + 20]))
            for at in range(0, len(listed), 20)
        ]
        parts.append(rows(blocks, reader.language))
    outside = ", ".join(each.full_name or each.name or each.id for each in plan.outside)
    if outside:
        parts.append(key(section(shown(reader.say("contacts-outside", names=outside), 2_000))))
    if plan.new:
        adding = button(
            reader.say("contacts-add-group", count=len(plan.new)),
            names.ADD_GROUP,
            order.encoded(),
            is_primary=True,
        )
        parts.append(key(actions([adding])))
    return message(map(neutral, [asked, ", ".join(listed)]), parts, reader.language)
