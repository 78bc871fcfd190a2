"""The year itself: the clock goes from one due moment to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from random import Random

from bot.domain.reminders.proposals import Decision
from bot.domain.reminders.working_time import in_sweden, in_utc
from bot.services.activities.kinds import load_kinds
from bot.services.contacts.departures import Departures
from bot.services.documents_in_use import DocumentsInUse
from bot.services.ports import Storage
from bot.services.records import Records
from bot.services.reminders.reminding import soon
from bot.services.reminders.sending import Sender, doubt, loading
from bot.services.reminders.settling import Settler
from tools.played_year.agenda import Agenda
from tools.played_year.cast import BACK, OUTAGE, Place, moment
from tools.played_year.clock import Clock
from tools.played_year.coordinator import Coordinator
from tools.played_year.habits import People
from tools.played_year.played import Played, read_back
from tools.played_year.staff import Staff
from tools.played_year.workspace import PlayedDirectory, PlayedMembers, PlayedPost, Workspace

_BEGINS = (12, 30), time(16, 30)
"""When the coordinator sets the year up, in the year before."""

_MORNING = time(8, 30)
"""When contacts leave and come."""

_INSTANT = timedelta(seconds=1)
_ALWAYS = datetime(9000, 1, 1, tzinfo=UTC)


def play(
    place: Place, year: int, seed: int, documents: DocumentsInUse, sheets: Path, database: Storage
) -> Played:
    """Play a municipality's year on an empty database; ``sheets`` holds its registers."""
    running = _Year(place, year, seed, documents, database)
    decisions = running.set_up(sheets)
    running.run()
    return running.told(decisions)


class _Year:
    """A municipality's year, with everybody in it."""

    def __init__(
        self, place: Place, year: int, seed: int, documents: DocumentsInUse, database: Storage
    ) -> None:
        self._place, self._year, self._database = place, year, database
        self._clock = clock = Clock(in_utc(moment(year - 1, *_BEGINS)))
        self._workspace, self._agenda = _workspace(place), Agenda()
        directory, members = PlayedDirectory(self._workspace), PlayedMembers(self._workspace)
        self._records = Records(documents, database, load_kinds(None), clock)
        self._rights = self._records.rights(directory)
        self._reminders = self._records.reminders(self._rights, members)
        self._staff = Staff(place, year, self._records, self._rights, self._workspace)
        self._departures = Departures(database.contacts, directory.person, _unheard, clock)
        name = f"{seed}:{place.municipality}:{year}"
        self._post = PlayedPost(self._workspace, clock, name)
        self._working_time = self._reminders.working_time
        outbox, chance = database.outbox, Random(name)  # noqa: S311 - a play
        self._sender = Sender(
            outbox,
            loading(database.occurrences),
            self._post,
            self._working_time,
            clock,
            steady=clock.seconds,
            chance=chance,
        )
        self._settler = Settler(outbox, self._post, clock, steady=clock.seconds, chance=chance)
        self._people = People(
            self._agenda,
            self._reminders.answers,
            self._records.log(self._rights),
            database.occurrences,
            self._workspace,
            self._working_time,
            name,
            place.coordinator,
            clock,
        )
        self._post.on_arrival = self._people.get

    def set_up(self, sheets: Path) -> list[Decision]:
        """Read the registers, have the coordinator decide, and write down what will happen."""
        self._staff.read(sheets)
        coordinator = Coordinator(
            self._place,
            self._year,
            self._records.calendar(self._rights, "sv"),
            self._reminders.broadcasts,
            self._records.all_units(self._place.municipality),
        )
        decisions = coordinator.decide()
        for number, own in enumerate(coordinator.own()):
            release = partial(coordinator.release, f"own:{number}", own.content)
            self._at(own.released, release) if own.released else release()
        change = self._place.change
        leaves, replaced = (change.leaves, _MORNING), (change.replaced, _MORNING)
        self._at(leaves, self._staff.leave)
        self._at(replaced, lambda: self._staff.replace(self._reminders.answers))
        self._people.leaving[change.person] = in_utc(moment(self._year, *leaves))
        return decisions

    def run(self) -> None:
        """Play it."""
        end = in_utc(datetime(self._year + 1, 1, 1))
        first, last = OUTAGE
        down = in_utc(moment(self._year, first, time(0)))
        back = in_utc(moment(self._year, last, BACK))
        while (at := self._next()) < end:
            self._clock.go_to(back if down <= at < back else at)
            self._agenda.do_until(self._clock())
            self._round()

    def told(self, decisions: list[Decision]) -> Played:
        """What came of it."""
        return read_back(
            self._place,
            self._year,
            self._database,
            self._post.letters,
            decisions,
            self._reminders.digests,
        )

    def _at(self, when: tuple[tuple[int, int], time], act: Callable[[], None]) -> None:
        self._agenda.add(in_utc(moment(self._year, *when)), act)

    def _next(self) -> datetime:
        """The next moment at which there is anything to do. What waits for working time waits until
        it begins, what waits for Slack a second.
        """
        now = self._clock()
        at = min(self._moments())
        if at > now:
            return at
        again = soon(now, self._working_time)
        others = [each for each in self._moments() if each > now]
        return min([*others, again if again > now else now + _INSTANT])

    def _moments(self) -> Iterator[datetime]:
        """When somebody does something, a broadcast or a recipient is due, a message may be sent,
        a working day begins.
        """
        database = self._database
        if at := self._agenda.next_at():
            yield at
        if (waiting := database.outbox.next_at()) is not None:
            yield waiting
        yield from (each.next_at for each in database.broadcasts.due(_ALWAYS)[:1] if each.next_at)
        turns = database.occurrences.to_remind(_ALWAYS, 1)
        yield from (recipient.turn_at for _, recipient in turns if recipient.turn_at)
        tomorrow = self._working_time.next_working_day(in_sweden(self._clock()).date())
        yield in_utc(datetime.combine(tomorrow, self._working_time.opens))

    def _round(self) -> None:
        """As the running assistant does it."""
        self._departures.notice()
        self._reminders.planner.plan_due()
        self._reminders.planner.remind_due()
        self._reminders.digests.plan_due()
        self._reminders.planner.end_finished()
        while self._sender.send_some():
            pass
        self._settle()

    def _settle(self) -> None:
        """Take over what got no answer, and look for it when nothing can be under way any more."""
        if self._post.unanswered:
            self._post.unanswered = 0
            self._settler.settle_some()
            self._clock.go_on(doubt(self._post) + _INSTANT)
            self._settler.settle_some()


def _workspace(place: Place) -> Workspace:
    workspace = Workspace()
    workspace.coordinators.add(place.coordinator)
    workspace.names[place.coordinator] = place.coordinator
    return workspace


def _unheard(person: str, noticed: date) -> None:
    """Who has left is seen in the played year's own account of it."""
