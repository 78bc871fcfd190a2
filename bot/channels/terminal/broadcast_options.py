"""Options of a broadcast as its content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import typer
from pydantic import ValidationError

from bot.channels.terminal.named_choices import named
from bot.channels.terminal.session import Session
from bot.channels.terminal.usage import WrongUsage
from bot.domain.activities.units import Unit
from bot.domain.contacts import ContactRole
from bot.domain.reminders.audience import PARTS_OF_YEAR, Audience, Contacts, Silence, SilentIn
from bot.domain.reminders.broadcast import (
    LONGEST_PAUSE,
    MOST_REMINDERS,
    Content,
    Escalation,
    Lateness,
    Nagging,
    Template,
    Wish,
)
from bot.domain.reminders.schedule import Now, Schedule
from bot.domain.reminders.working_time import WorkingTime
from bot.services.activities.sheets import BadCell
from bot.services.contacts.cells import role_in
from bot.services.reminders.templates import TEMPLATE_WISHES, template_texts

NONE = 0
"""Days or reminders that take away what was chosen before."""

Words = Annotated[
    list[str] | None, typer.Argument(help="help-remind-text", metavar="TEXT", show_default=False)
]
ATemplate = Annotated[Template | None, typer.Option("--template", help="help-remind-template")]
ATitle = Annotated[str | None, typer.Option("--title", help="help-remind-title")]
Why = Annotated[str | None, typer.Option("--reason", help="help-remind-reason")]
Everyone = Annotated[bool, typer.Option("--contacts", help="help-remind-contacts")]
Roles = Annotated[list[str] | None, typer.Option("--role", metavar="ROLE", help="help-remind-role")]
OfUnits = Annotated[list[str] | None, typer.Option("--unit", "-u", help="help-remind-unit")]
People = Annotated[
    list[str] | None, typer.Option("--person", metavar="ID", help="help-remind-person")
]
Channels = Annotated[
    list[str] | None, typer.Option("--channel", metavar="ID", help="help-remind-channel")
]
Groups = Annotated[
    list[str] | None, typer.Option("--group", metavar="ID", help="help-remind-group")
]
Silent = Annotated[str | None, typer.Option("--only", metavar="WHICH", help="help-remind-only")]
OfPeriod = Annotated[str, typer.Option("--period", metavar="PART", help="help-remind-period")]
Ended = Annotated[bool, typer.Option("--ended", help="help-remind-ended")]
When = Annotated[str | None, typer.Option("--when", help="help-remind-when")]
Wishes = Annotated[
    list[str] | None, typer.Option("--wish", metavar="ANSWER", help="help-remind-wish")
]
Every = Annotated[
    int | None,
    typer.Option("--every", metavar="DAYS", min=NONE, max=LONGEST_PAUSE, help="help-remind-every"),
]
Most = Annotated[
    int,
    typer.Option("--most", metavar="NUMBER", min=1, max=MOST_REMINDERS, help="help-remind-most"),
]
After = Annotated[
    int | None,
    typer.Option(
        "--escalate", metavar="DAYS", min=NONE, max=LONGEST_PAUSE, help="help-remind-escalate"
    ),
]
Late = Annotated[str | None, typer.Option("--late", metavar="HOW", help="help-remind-late")]


@dataclass(frozen=True)
class Told:
    """What options are read by: the units are the municipality's."""

    session: Session
    municipality: str
    units: Sequence[Unit]
    now: datetime
    working_time: WorkingTime


@dataclass(frozen=True, kw_only=True)
class Given:
    """What was given on the command line; None, or nothing, for what was not."""

    template: ATemplate = None
    title: ATitle = None
    reason: Why = None
    contacts: Everyone = False
    role: Roles = None
    unit: OfUnits = None
    person: People = None
    channel: Channels = None
    group: Groups = None
    only: Silent = None
    period: OfPeriod = "tertial"
    ended: Ended = False
    when: When = None
    wish: Wishes = None
    every: Every = None
    most: Most = 3
    escalate: After = None
    late: Late = None

    def content(self, text: str, told: Told, before: Content | None = None) -> Content:
        """A content of what was given, over ``before`` or the template. Raises WrongUsage,
        UnreadableTime and TimePassed.
        """
        stated = {**_begun(told.session, self.template, before), **self._stated(text, told)}
        try:
            content = Content.model_validate({**stated, "municipality": told.municipality})
        except ValidationError as error:
            raise WrongUsage(_wrong(told.session, error)) from None
        if (content.nagging or content.escalation) and not content.wishes:
            raise WrongUsage(told.session.say("usage-needs-wish"))
        return content

    def _stated(self, text: str, told: Told) -> dict[str, object]:
        given: dict[str, object] = {
            "text": text or None,
            "title": self.title,
            "reason": self.reason,
            "audience": self._audience(told),
            "schedule": self._schedule(told),
            "wishes": frozenset(named("--wish", each, Wish, told.session) for each in self.wish)
            if self.wish
            else None,
            "lateness": named("--late", self.late, Lateness, told.session) if self.late else None,
        }
        stated = {name: value for name, value in given.items() if value is not None}
        if self.every is not None:
            nagging = Nagging(every_days=self.every, at_most=self.most) if self.every else None
            stated["nagging"] = nagging
        if self.escalate is not None:
            after = Escalation(after_days=self.escalate) if self.escalate else None
            stated["escalation"] = after
        return stated

    def _schedule(self, told: Told) -> Schedule | None:
        from bot.services.reminders.reading_times import read_schedule

        if self.when is None:
            return None
        return read_schedule(self.when, told.now, told.working_time)

    def _audience(self, told: Told) -> Audience | None:
        """Whoever was given; None where nobody was."""
        contacts = self._contacts(told)
        if self.only and not contacts:
            raise WrongUsage(told.session.say("usage-only-contacts"))
        if not (contacts or self.person or self.channel or self.group):
            return None
        return Audience(
            contacts=contacts,
            people=frozenset(self.person or ()),
            channels=frozenset(self.channel or ()),
            groups=frozenset(self.group or ()),
            silent=self._silent(told),
        )

    def _silent(self, told: Told) -> SilentIn | None:
        if not self.only:
            return None
        silence = named("--only", self.only, Silence, told.session)
        period = named("--period", self.period, PARTS_OF_YEAR, told.session)
        return SilentIn(silence=silence, period=period, ended=self.ended)

    def _contacts(self, told: Told) -> Contacts | None:
        if not (self.contacts or self.role or self.unit):
            return None
        units = frozenset(_unit(told, each) for each in self.unit or ()) or None
        if self.role:
            return Contacts(units=units, roles=frozenset(_role(told, each) for each in self.role))
        return Contacts(units=units)


def _begun(
    session: Session, template: Template | None, before: Content | None
) -> Mapping[str, object]:
    """What is not given: from what it says so far, or from a template."""
    begun: dict[str, object] = {"schedule": Now()}
    if before is not None:
        begun = {name: getattr(before, name) for name in Content.model_fields}
    if template is not None:
        begun |= template_texts(template, session.language)
        begun["wishes"] = TEMPLATE_WISHES[template]
    return begun


def _role(told: Told, text: str) -> ContactRole:
    try:
        return role_in(text)
    except BadCell as error:
        raise WrongUsage(f"--role: {told.session.say(error.reason, **error.details)}") from None


def _unit(told: Told, text: str) -> str:
    from bot.services.contacts.unit_words import unit_meant

    try:
        return unit_meant(text, told.units)
    except BadCell as error:
        reason = told.session.say(error.reason, **error.details)
        raise WrongUsage(f"--unit: {reason}") from None


_OPTIONS = {
    "text": "TEXT",
    "title": "--title",
    "reason": "--reason",
    "audience": "--contacts, --unit, --role, --person, --channel, --group",
}
"""What is needed, by the option that gives it."""

_MISSING = frozenset({"missing", "string_too_short"})


def _wrong(session: Session, error: ValidationError) -> str:
    """What is missing, too long, or nobody."""
    missing, wrong = [], []
    for each in error.errors(include_input=False):
        name, kind = str(each["loc"][0]), each["type"]
        option = _OPTIONS.get(name, name)
        if kind in _MISSING and name == "audience":
            wrong.append(session.say("usage-broadcast-nobody", options=option))
        elif kind in _MISSING:
            missing.append(option)
        elif kind == "string_too_long":
            longest = str(each["ctx"]["max_length"])
            wrong.append(session.say("usage-broadcast-long", option=option, longest=longest))
        else:
            wrong.append(session.say("usage-broadcast-unusable", option=option))
    if missing:
        wrong.insert(0, session.say("usage-broadcast-missing", options=", ".join(missing)))
    return "; ".join(wrong)
