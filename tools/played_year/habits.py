"""The people who get messages: what each of them does, and when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from enum import StrEnum
from random import Random

from bot.domain.activities.activity import Content as ActivityContent
from bot.domain.activities.dates import Dates
from bot.domain.days import swedish_day
from bot.domain.reminders.broadcast import Wish
from bot.domain.reminders.dispatch import DispatchKind
from bot.domain.reminders.occurrence import Occurrence, Recipient, RecipientState, Why
from bot.domain.reminders.postponing import Snooze
from bot.domain.reminders.working_time import WorkingTime, in_sweden, in_utc
from bot.services.activities.log import ActivityLog
from bot.services.reminders.answering import Answers, Asked
from bot.services.reminders.ports import OccurrenceBook
from tools.played_year.agenda import Agenda
from tools.played_year.workspace import Letter, Workspace

_TEXT = "Vi tar upp det på nästa ledningsmöte."


_ACTIVITY = "Digitalt möte med vänorten"

_DECIDES = time(9, 15)
"""When the coordinator decides whose it is, on the working day after."""


class Habit(StrEnum):
    """How somebody takes an occurrence."""

    AT_ONCE = "at_once"
    LATER = "later"
    REMINDED_TWICE = "reminded_twice"
    NEVER = "never"
    SNOOZES = "snoozes"
    POINTS = "points"


_WEIGHTS = {
    Habit.AT_ONCE: 40,
    Habit.LATER: 17,
    Habit.REMINDED_TWICE: 11,
    Habit.NEVER: 12,
    Habit.SNOOZES: 10,
    Habit.POINTS: 10,
}
"""How many of a hundred."""

_HANDED_ON = {Habit.AT_ONCE: 70, Habit.LATER: 30}
"""The same of those who were asked in somebody's place."""


class People:
    """Everybody decides anew for each occurrence, by a chance of their own: who else gets what
    changes nothing for them.
    """

    def __init__(
        self,
        agenda: Agenda,
        answers: Answers,
        activities: ActivityLog,
        occurrences: OccurrenceBook,
        workspace: Workspace,
        working_time: WorkingTime,
        seed: str,
        coordinator: str,
        now: Callable[[], datetime],
    ) -> None:
        self._agenda = agenda
        self._answers = answers
        self._activities = activities
        self._occurrences = occurrences
        self._workspace = workspace
        self._working_time = working_time
        self._seed = seed
        self._coordinator = coordinator
        self._now = now
        self.leaving: dict[str, datetime] = {}

    def get(self, letter: Letter) -> None:
        """Somebody reads a message, and makes up their mind."""
        occurrence, recipient = letter.outgoing.occurrence, letter.outgoing.recipient
        kind = letter.outgoing.dispatch.kind
        if occurrence is None or recipient is None or kind is DispatchKind.ESCALATION:
            return
        if not occurrence.content.wishes:
            return
        chance = self._chance(occurrence, recipient.person, "decides")
        habit = self._habit(letter, recipient, chance)
        self._decide(letter, occurrence, recipient.person, habit, chance)

    def _habit(self, letter: Letter, recipient: Recipient, chance: Random) -> Habit:
        leaves = self.leaving.get(recipient.person)
        weights = _HANDED_ON if recipient.why is Why.INSTEAD else _WEIGHTS
        [habit] = chance.choices(list(weights), list(weights.values()))
        if leaves is not None and leaves - letter.at < timedelta(weeks=3):
            return Habit.NEVER
        decides_alone = recipient.person == self._coordinator and habit is Habit.POINTS
        return Habit.AT_ONCE if decides_alone else habit

    def _decide(
        self, letter: Letter, occurrence: Occurrence, person: str, habit: Habit, chance: Random
    ) -> None:
        dispatch, nagging = letter.outgoing.dispatch, occurrence.content.nagging
        second = min(2, nagging.at_most if nagging else 0)
        is_first = dispatch.kind is DispatchKind.FIRST
        soon, late = timedelta(minutes=chance.randint(3, 200)), timedelta(days=chance.randint(2, 6))
        match habit:
            case Habit.AT_ONCE if is_first:
                self._later(letter, soon, occurrence, person, self._answer)
            case Habit.LATER if is_first:
                self._later(letter, late + soon, occurrence, person, self._answer)
            case Habit.REMINDED_TWICE if dispatch.number == second:
                self._later(letter, soon, occurrence, person, self._answer)
            case Habit.SNOOZES:
                act = self._snooze if is_first else self._answer
                self._later(letter, soon, occurrence, person, act)
            case Habit.POINTS:
                act = self._point if is_first else self._answer
                self._later(letter, soon, occurrence, person, act)
            case _:
                pass

    def _later(
        self,
        letter: Letter,
        after: timedelta,
        occurrence: Occurrence,
        person: str,
        act: Callable[[int, str, Random], None],
    ) -> None:
        """People do things in working time as well, unless they have left or need not any more."""

        def do() -> None:
            now = self._occurrences.recipient(occurrence.id, person)
            waits = now is not None and now.state in (
                RecipientState.WAITING,
                RecipientState.SNOOZED,
            )
            if waits and self._workspace.has(person):
                act(occurrence.id, person, self._chance(occurrence, person, "acts"))

        self._agenda.add(self._at_work(letter.at + after), do)

    def _answer(self, occurrence: int, person: str, chance: Random) -> None:
        """In one of the ways that are wished for."""
        asked = self._answers.asked(occurrence, person)
        wishes = asked.occurrence.content.wishes
        match chance.choice(sorted(wishes)):
            case Wish.LOG_ACTIVITY:
                self._answers.logged(occurrence, person, self._log(asked, person))
            case Wish.NOTHING_TO_REPORT:
                self._answers.nothing_to_report(occurrence, person)
            case Wish.TEXT:
                self._answers.text(occurrence, person, _TEXT)
            case Wish.ACKNOWLEDGE:
                self._answers.done(occurrence, person)

    def _log(self, asked: Asked, person: str) -> int:
        """The number of an activity of theirs, of the day before."""
        yesterday = swedish_day(self._now()) - timedelta(days=1)
        content = ActivityContent(
            kind="transnational_exchange",
            title=_ACTIVITY,
            dates=Dates(first=yesterday, last=yesterday),
            unit=asked.recipient.unit or "",
        )
        key = f"{asked.occurrence.id}:{person}"
        return self._activities.log(key, asked.occurrence.content.municipality, content, person).id

    def _snooze(self, occurrence: int, person: str, chance: Random) -> None:
        self._answers.snooze(occurrence, person, chance.choice(list(Snooze)))

    def _point(self, occurrence: int, person: str, chance: Random) -> None:
        """Whoever is named is asked then; who names nobody keeps it."""
        others = self._others(occurrence)
        instead = chance.choice(others) if others and chance.random() < 0.75 else None
        self._answers.not_me(occurrence, person, instead)
        tomorrow = self._working_time.next_working_day(in_sweden(self._now()).date())
        at = in_utc(datetime.combine(tomorrow, _DECIDES))
        self._agenda.add(at, self._deciding(occurrence, person, instead))

    def _deciding(self, occurrence: int, person: str, instead: str | None) -> Callable[[], None]:
        def decide() -> None:
            if instead and self._workspace.has(instead):
                self._answers.replace(occurrence, person, self._coordinator)
            else:
                self._answers.keep(occurrence, person, self._coordinator)

        return decide

    def _others(self, occurrence: int) -> Sequence[str]:
        asked = {each.person for each in self._occurrences.recipients(occurrence)}
        return sorted(e for e in self._workspace.names if self._workspace.has(e) and e not in asked)

    def _at_work(self, at: datetime) -> datetime:
        return in_utc(self._working_time.moved(in_sweden(at)))

    def _chance(self, occurrence: Occurrence, person: str, what: str) -> Random:
        key = f"{self._seed}:{occurrence.broadcast}:{occurrence.key}:{person}:{what}"
        return Random(key)  # noqa: S311 - a play
