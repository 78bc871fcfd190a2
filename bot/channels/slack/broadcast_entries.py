"""What stands in the composer of broadcasts, and its way out of a content and a delivery."""

from __future__ import annotations

from collections.abc import Mapping

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.choices import option_value
from bot.channels.slack.incoming import Occasion
from bot.domain.contacts import ContactRole
from bot.domain.reminders.audience import SilentIn
from bot.domain.reminders.broadcast import Content, Lateness, Wish
from bot.services.reminders.told_times import told
from knowledge.model import Value

TEXTS = ("title", "text", "reason")
"""What a template fills in."""

NUMBERS = ("every", "most", "after")
"""Days between reminders, how many, and days before an escalation."""


class Draft(Value):
    """The composer as it stands. ``units``, ``silence`` and all else that is chosen are the values
    of their options; ``numbers`` are by NUMBERS, "" for none.
    """

    municipality: str | None = None
    template: str = ""
    texts: Mapping[str, str] = {}
    roles: tuple[str, ...] = (ContactRole.CONTACT_PERSON.value,)
    units: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    silence: str = ""
    period: str = ""
    when: str = ""
    wishes: tuple[str, ...] = (Wish.ACKNOWLEDGE.value,)
    numbers: Mapping[str, str] = {}
    is_dropped: bool = False


def typed_draft(occasion: Occasion, municipality: str | None = None) -> Draft:
    """The composer of a delivery; ``municipality`` is the broadcast's where it is settled."""
    template = _option(occasion, "template")
    shown = shown_template(occasion)
    place = municipality or _option(occasion, "municipality") or None
    return Draft(
        municipality=place,
        template=template,
        texts={each: _value(occasion, in_template(each, shown)) for each in TEXTS},
        roles=_options(occasion, names.broadcast_input("roles")),
        units=_options(occasion, names.in_place(names.broadcast_input("units"), place)),
        people=_listed(occasion, "people", "selected_users"),
        channels=_listed(occasion, "channels", "selected_conversations"),
        groups=_options(occasion, names.broadcast_input("groups")),
        silence=_option(occasion, "silence"),
        period=_option(occasion, "period"),
        when=_value(occasion, names.broadcast_input("when")),
        wishes=_options(occasion, in_template("wishes", shown)),
        numbers={each: _value(occasion, names.broadcast_input(each)) for each in NUMBERS},
        is_dropped=bool(_options(occasion, names.broadcast_input("dropped"))),
    )


def content_draft(content: Content, language: str) -> Draft:
    """A composer that says what a content says."""
    audience, contacts = content.audience, content.audience.contacts
    nagging, escalation = content.nagging, content.escalation
    numbers = {
        "every": str(nagging.every_days) if nagging else "",
        "most": str(nagging.at_most) if nagging else "",
        "after": str(escalation.after_days) if escalation else "",
    }
    return Draft(
        municipality=content.municipality,
        texts={"title": content.title, "text": content.text, "reason": content.reason},
        roles=tuple(each.value for each in contacts.roles) if contacts else (),
        units=tuple(option_value(each) for each in (contacts.units if contacts else None) or ()),
        people=tuple(sorted(audience.people)),
        channels=tuple(sorted(audience.channels)),
        groups=tuple(sorted(audience.groups)),
        silence=audience.silent.silence.value if audience.silent else "",
        period=period_value(audience.silent) if audience.silent else "",
        when=told(content.schedule, language),
        wishes=tuple(each.value for each in content.wishes),
        numbers=numbers,
        is_dropped=content.lateness is Lateness.DROP,
    )


def in_template(field: str, template: str) -> str:
    """The id of an input that a template fills in: what was typed for one is not kept by Slack
    when the composer shows another's.
    """
    return names.in_place(names.broadcast_input(field), template)


def period_value(silent: SilentIn) -> str:
    """A period as the value of an option."""
    return f"{silent.period.value}:{'ended' if silent.ended else 'now'}"


def shown_template(occasion: Occasion) -> str:
    """The one that the composer shows: not the one just chosen in it."""
    prefix = in_template("title", "")
    found = (each for each in occasion.inputs if each.startswith(prefix))
    return next(found, prefix).removeprefix(prefix)


def _value(occasion: Occasion, block: str) -> str:
    return str(occasion.typed(block).get("value") or "").strip()


def _option(occasion: Occasion, field: str) -> str:
    chosen = occasion.typed(names.broadcast_input(field)).get("selected_option") or {}
    return str(chosen.get("value") or "").removeprefix(NONE)


NONE = "-"
"""The value of the option that chooses nothing: Slack takes no empty one."""


def _options(occasion: Occasion, block: str) -> tuple[str, ...]:
    chosen = occasion.typed(block).get("selected_options") or []
    return tuple(str(each["value"]) for each in chosen)


def _listed(occasion: Occasion, field: str, chosen: str) -> tuple[str, ...]:
    return tuple(occasion.typed(names.broadcast_input(field)).get(chosen) or ())
