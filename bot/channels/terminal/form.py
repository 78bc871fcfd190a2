"""Filling in an activity at the terminal: what was read, what is missing, what may be wrong, and
only then, when somebody says yes, storing it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import uuid4

from bot.channels.terminal.cards import (
    activities_table,
    citation_lines,
    concern_lines,
    fields_table,
)
from bot.channels.terminal.desk import Desk
from bot.channels.terminal.entries import Options
from bot.channels.terminal.problems import sentence
from bot.channels.terminal.session import Session
from bot.channels.terminal.usage import WrongUsage
from bot.domain.activities.activity import Activity, Content, Status
from bot.files.activity_fields import fields_of
from bot.services.activities.concerns import Concern
from bot.services.activities.free_text import Reading, read_activity
from bot.services.activities.overrides import overridden, require_usable
from bot.services.activities.rows import RowReader
from bot.services.activities.sheets import Row
from bot.services.errors import ActivityWithdrawn, UnknownMunicipality
from bot.services.reports.naming import Names
from knowledge.errors import InvalidInput
from knowledge.model import Citation

DONE, NOT_DONE = 0, 1
LONGEST_LIST = 40
"""Choices that are listed before a question; of more, people know the name they want."""

_READ = (
    *("title", "dates", "kind", "participants", "cost", "funding"),
    *("partners", "cities", "countries", "link", "done"),
)
"""Fields that can be read out of a text."""


class Form:
    """One activity on its way into the log. ``yes`` stores without asking; ``reason`` sets
    warnings aside.
    """

    def __init__(self, session: Session, desk: Desk, *, reason: str | None, yes: bool) -> None:
        self._session = session
        self._desk = desk
        self._log = desk.log
        self._reason = reason
        self._yes = yes

    def log(self, text: str, municipality: str | None, options: Options, *, draft: bool) -> int:
        """Log an activity; whether it was is the exit code.

        Raises WrongUsage for options that cannot be read, and for what is missing where nobody
        can be asked.
        """
        place = self._municipality(municipality)
        reader = RowReader(self._log.kinds.values(), self._desk.records.all_units(place))
        fields = self._read(text) | options.fields(self._session, reader, self._goals(place))
        content = Content.model_validate(self._completed(fields, reader, place))
        settled = self._settled(place, content, draft=draft)
        if settled is None:
            return NOT_DONE
        key = f"terminal:{uuid4()}"
        stored = self._log.log(key, place, settled, self._desk.person, draft=draft)
        self._tell_receipt("record-saved-as-draft" if draft else "record-logged", stored)
        return DONE

    def correct(self, number: int, options: Options) -> int:
        """Change an activity. Raises as ``log`` and as ``ActivityLog.correct``."""
        now = self._log.find(number, self._desk.person)
        if now.status is Status.WITHDRAWN:
            raise ActivityWithdrawn(f"activity {number} is withdrawn", id=str(number))
        place = now.municipality
        reader = RowReader(self._log.kinds.values(), self._desk.records.all_units(place))
        told = options.fields(self._session, reader, self._goals(place), now.content)
        if not told and now.status is not Status.DRAFT:
            raise WrongUsage(self._session.say("usage-nothing-to-correct"))
        kept = {name: getattr(now.content, name) for name in Content.model_fields}
        content = Content.model_validate({**kept, **told})
        if content == now.content and now.status is not Status.DRAFT:
            self._session.tell(self._session.say("record-unchanged", number=str(number)))
            return DONE
        settled = self._settled(place, content, now)
        if settled is None:
            return NOT_DONE
        stored = self._log.correct(number, now.version, settled, self._desk.person)
        is_new = stored.status is Status.LOGGED
        self._tell_receipt("record-logged" if is_new else "record-corrected", stored)
        return DONE

    def _goals(self, place: str) -> Sequence[Citation]:
        return self._desk.records.policies.goals(place)

    def _municipality(self, given: str | None) -> str:
        place = self._desk.municipality(given)
        if place is None and not self._session.is_interactive:
            raise WrongUsage(self._session.say("usage-municipality-missing"))
        while place is None:
            known = self._desk.records.municipalities()
            self._session.tell(self._session.say("record-municipalities", known=", ".join(known)))
            place = self._typed_municipality()
        return place

    def _typed_municipality(self) -> str | None:
        """None for what names none, so that it is asked for again."""
        try:
            typed = self._session.ask(self._session.say("record-place"))
            return self._desk.municipality(typed or None)
        except UnknownMunicipality as error:
            self._session.tell(sentence(error, self._session.language))
            return None

    def _read(self, text: str) -> dict[str, object]:
        """What the text says for certain."""
        if not text:
            return {}
        reading: Reading = read_activity(text, self._desk.today, self._log.kinds)
        told = {name: getattr(reading, name) for name in _READ}
        return {name: value for name, value in told.items() if value not in (None, "", ())}

    def _completed(
        self, fields: Mapping[str, object], reader: RowReader, place: str
    ) -> dict[str, object]:
        """With what every activity needs, asked for where somebody can be asked."""
        missing = [each for each in ("title", "kind", "dates", "unit") if not fields.get(each)]
        if missing and not self._session.is_interactive:
            options = {"dates": "--first"}
            named = ", ".join(options.get(each, f"--{each}") for each in missing)
            raise WrongUsage(self._session.say("usage-record-missing", options=named))
        whole = dict(fields)
        for each in missing:
            whole |= self._asked(each, reader, place)
        return whole

    def _asked(self, field: str, reader: RowReader, place: str) -> dict[str, object]:
        choices = self._choices(field, place)
        default = self._default(field, place)
        if len(choices) <= LONGEST_LIST:
            for number, (_, name) in enumerate(choices, 1):
                self._session.tell(f"{number:>3}  {name}")
        columns = ("first", "last") if field == "dates" else (field,)
        names = {each: self._label(each) for each in columns}
        cells: dict[str, str] = {}
        told: dict[str, object] = {}
        for column in columns:
            while True:
                cells[column] = self._cell(column, choices, default)
                row = Row(0, cells, names)
                told = reader.fields(row)
                if not row.problems:
                    break
                for problem in row.problems:
                    self._session.tell(self._session.say(problem.reason, **problem.details))
        return told

    def _cell(
        self, column: str, choices: Sequence[tuple[str, str]], default: tuple[str, str] | None
    ) -> str:
        shown = f" [{default[1]}]" if default else ""
        typed = self._session.ask(f"{self._label(column)}{shown}")
        if not typed and default:
            return default[0]
        if typed.isdecimal() and 1 <= int(typed) <= len(choices):
            return choices[int(typed) - 1][0]
        return typed

    def _label(self, column: str) -> str:
        return self._session.say(f"record-ask-{column}")

    def _choices(self, field: str, place: str) -> Sequence[tuple[str, str]]:
        """What can be chosen, by id and name."""
        if field == "kind":
            kinds = self._log.kinds.values()
            return [(each.id, each.names[self._session.language]) for each in kinds]
        if field == "unit":
            return [(each.id, each.name) for each in self._log.units(place)]
        return ()

    def _default(self, field: str, place: str) -> tuple[str, str] | None:
        """The unit and kind of what this person logged last."""
        last = self._log.last_by(self._desk.person)
        if last is None or last.municipality != place or field not in ("kind", "unit"):
            return None
        wanted = getattr(last.content, field)
        return next((each for each in self._choices(field, place) if each[0] == wanted), None)

    def _settled(
        self, place: str, content: Content, now: Activity | None = None, *, draft: bool = False
    ) -> Content | None:
        """The content as it is to be stored, in the place of what ``now`` states; None if it is
        not to be.
        """
        names = self._desk.names(place, self._session.language)
        self._show(place, content, names)
        before = now.content if now else None
        concerns = self._log.concerns(place, content, before, draft=draft)
        if concerns:
            reason = self._because(concerns)
            if not reason:
                self._tell_not_stored()
                return None
            content = overridden(content, [each.kind for each in concerns], reason)
        duplicates = self._log.duplicates(place, content, now.id if now else None)
        if duplicates:
            self._session.tell(self._session.say("record-duplicates"))
            self._session.err.print(activities_table(duplicates, {place: names}))
        if self._confirmed("record-confirm"):
            return content
        self._tell_not_stored()
        return None

    def _show(self, place: str, content: Content, names: Names) -> None:
        self._session.tell(self._session.say("record-so-far", municipality=place))
        self._session.err.print(fields_table(fields_of(content, names)))
        kind = self._log.kind(content.kind)
        definition = self._desk.records.policies.definition(place, kind)
        if definition is not None:
            for line in citation_lines(definition, self._session.language):
                self._session.tell(line)

    def _because(self, concerns: Sequence[Concern]) -> str:
        """Why the warnings do not apply; "" if nobody says."""
        for concern in concerns:
            for line in concern_lines(concern, self._session.language):
                self._session.tell(line)
        if self._reason or not self._session.is_interactive:
            return self._reason or self._missing("usage-reason-missing")
        return self._typed_reason()

    def _typed_reason(self) -> str:
        """Asked for until it can be kept, so that the rest of what was typed is not lost."""
        while True:
            reason = self._session.ask(self._session.say("record-ask-reason"))
            try:
                require_usable(reason)
            except InvalidInput as error:
                self._session.tell(sentence(error, self._session.language))
            else:
                return reason

    def _confirmed(self, question: str) -> bool:
        if self._yes:
            return True
        if not self._session.is_interactive:
            self._missing("usage-yes-missing")
        return self._session.confirms(self._session.say(question))

    def _missing(self, key: str) -> str:
        raise WrongUsage(self._session.say(key))

    def _tell_not_stored(self) -> None:
        self._session.tell(self._session.say("record-not-stored"))

    def _tell_receipt(self, key: str, stored: Activity) -> None:
        self._session.out.print(
            self._session.say(key, number=str(stored.id), title=stored.content.title),
            markup=False,
            soft_wrap=True,
        )
