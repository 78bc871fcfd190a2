"""A town with contacts in Skövde, whose coordinators send broadcasts, at a time that tests set."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.domain.activities.dates import Dates
from bot.domain.activities.units import Unit, UnitKind
from bot.domain.contacts import ContactChangeKind, ContactRole, Entry
from bot.services.contacts.ports import ContactDoing
from bot.storage.database import open_database
from tests.end_to_end.slack.process import eventually
from tests.end_to_end.slack.reading_in import read_in
from tests.end_to_end.slack.reminding_bot import CLOCK
from tests.end_to_end.slack.town import PATIENCE, Town, element
from tests.fakes.slack import Message, Person, SlackServer, View

BOT = "tests.end_to_end.slack.reminding_bot"
LOOKED_FOR_BY_THEN = 200.0
"""Seconds, with a good margin."""

DAY = timedelta(days=1)
TUESDAY = datetime(2027, 2, 2, 9, tzinfo=UTC)
"""A working day, at ten in Sweden."""


class RemindedTown(Town):
    """Each scenario has people of its own; the units are everybody's."""

    def __init__(self, slack: SlackServer, home: Path, folder: Path, **settings: str) -> None:
        self._clock = folder / CLOCK
        self.set_time(TUESDAY)
        own = {"BROADCAST_SECOND_YES_FROM": "4"}
        super().__init__(slack, home, folder, module=BOT, **own | settings)
        self.network = slack.add_group("nätverket", [])
        """A user group: the bot remembers for a while which there are, not who is in them."""

    def set_time(self, at: datetime) -> None:
        """It is that time for the bot, from now on."""
        self._ahead = self._usual = at - datetime.now(UTC)
        self._write()

    def pass_time(self, time: timedelta) -> None:
        """So much later, once nothing is on its way: a message that Slack has is sent only when
        the bot has stored that, at the time that it is then.
        """
        self.posted()
        self._ahead += time
        self._write()

    def restore(self) -> None:
        """No time was passed, and nobody is contact for anything."""
        self.posted()
        self._ahead = self._usual
        self._write()
        with closing(sqlite3.connect(self.bot.database, timeout=20)) as connection, connection:
            connection.execute("DELETE FROM contact")

    def tells(self, *arguments: str) -> str:
        """What ``policylots`` tells with these arguments at the time that it is for the bot."""
        return read_in(self, *arguments, module=BOT)

    def posted(self) -> None:
        """Until nobody is sending anything. A clock that is set back makes what is just being sent
        doubtful, and that is looked for in Slack no sooner than after some minutes.
        """
        eventually(lambda: self._sending() == 0, LOOKED_FOR_BY_THEN, self.slack.account)

    def failure(self, person: Person) -> str:
        """Slack's word for why a message did not reach somebody, once there is one."""
        failed = "SELECT failure FROM dispatch WHERE person = ? AND state = 'failed'"
        rows = eventually(lambda: self.bot.rows(failed, person.id), PATIENCE, self.slack.account)
        return str(rows[0]["failure"])

    def _sending(self) -> int:
        [row] = self.bot.rows(
            "SELECT count(*) AS number FROM dispatch WHERE state = 'sending' OR token IS NOT NULL"
        )
        return int(row["number"])

    def _write(self) -> None:
        # One rename, so that nobody reads half of it.
        new = self._clock.with_suffix(".new")
        new.write_text(str(self._ahead.total_seconds()), "utf-8")
        new.rename(self._clock)

    def units(self) -> None:
        """Two units in Skövde."""
        with closing(open_database(self.bot.environment["DATABASE_URL"])) as database:
            database.units.replace("Skövde", UNITS)

    def contact(self, person: Person, unit: str, role: ContactRole) -> None:
        """Somebody is a contact since long."""
        entry = Entry(
            unit=unit,
            name=person.name,
            person=person.id,
            role=role,
            valid=Dates(first=date(2020, 1, 1), last=None),
        )
        doing = ContactDoing(kind=ContactChangeKind.ADDED, by=self.kim.id, at=TUESDAY)
        with closing(open_database(self.bot.environment["DATABASE_URL"])) as database:
            assert database.contacts.store("Skövde", [entry], [], doing)

    def network_of(self, *people: Person) -> str:
        """The user group, of these people."""
        with self.slack.workspace.changing():
            self.slack.workspace.groups[self.network] = [each.id for each in people]
        return self.network

    def said_to(self, person: Person) -> list[Message]:
        """All that stands in somebody's conversation with the bot."""
        return [each for each in self.slack.messages(person.channel) if each.bot_id]

    def message_to(self, person: Person, number: int = 1) -> Message:
        """The last of so many messages."""
        return self.wait(lambda: self.said_to(person)[number - 1 :])[0]

    # Composing

    def composer(self, by: Person, text: str = "") -> View:
        """The composer, opened by the command, in Skövde."""
        done = by.commands("/paminn", text)
        assert done.failed is None
        view = self.opened(by, "composer")
        by.chooses(view, "broadcast_municipality", "Skövde")
        self.wait(lambda: "broadcast_units:Skövde" in view.state)
        return view

    def previews(self, by: Person, view: View, **inputs: Any) -> View:
        """The preview of what is composed."""
        done = by.submits(view, composed(**inputs))
        assert done.failed is None, done.failed
        assert done.errors == {}
        return self.opened(by, "preview")

    def sends(self, by: Person, to: list[Person], **inputs: Any) -> str:
        """A broadcast to these people, now; its number."""
        view = self.composer(by)
        said = len(self.said_to(by))
        people = [each.id for each in to]
        shown = self.previews(by, view, **{"roles": [], "people": people, **STATED, **inputs})
        number = str(element(shown, "try_out")["value"]).split(":")[0]
        assert by.submits(shown).failed is None
        self.message_to(by, said + 1)
        return number

    def status(self, by: Person, number: str) -> View:
        """One broadcast as the command shows it."""
        assert by.commands("/paminn", f"status {number}").failed is None
        return self.opened(by, "broadcast_view")


UNITS = [
    Unit(id="ks", municipality="Skövde", name="Kommunstyrelsen", kind=UnitKind.COMMITTEE),
    Unit(id="gym", municipality="Skövde", name="Västerhöjd", kind=UnitKind.SCHOOL),
]
STATED = {
    "title": "Dags att rapportera",
    "text": "Hej! Logga det ni har gjort. <!channel>",
    "reason": "Policyn kräver det.",
    "wishes": ["acknowledge", "nothing_to_report", "log_activity", "text"],
}
_IN_TEMPLATE = frozenset(("title", "text", "reason", "wishes"))


def composed(**inputs: Any) -> dict[str, dict[str, Any]]:
    """What is typed and chosen in a composer without a template."""
    ids = {
        name: f"broadcast_{name}:" if name in _IN_TEMPLATE else f"broadcast_{name}"
        for name in inputs
    }
    return {ids[name]: {ids[name]: value} for name, value in inputs.items()}
