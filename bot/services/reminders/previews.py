"""What would come of a broadcast, and whether it may be sent."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time
from enum import StrEnum
from itertools import islice

from bot.domain.activities.units import alphabetical
from bot.domain.days import swedish_day
from bot.domain.reminders.broadcast import BroadcastStatus, Content
from bot.domain.reminders.dues import Due, dues, released
from bot.domain.reminders.schedule import Now
from bot.domain.reminders.working_time import WorkingTime, in_sweden, in_utc
from bot.services.activities.personal_numbers import personal_numbers
from bot.services.activities.ports import UnitRegister
from bot.services.errors import DayLimitReached, NeverDue, NobodyReached
from bot.services.reminders.audiences import Audiences
from bot.services.reminders.leaders import Leaders
from bot.services.reminders.limits import Limits
from bot.services.reminders.ports import BroadcastBook
from bot.services.reminders.resolved import Resolved
from bot.services.reminders.templates import has_gap
from knowledge.model import Value

_YEAR = re.compile(r"(?<![\w/:])(?:(?:19|20)\d\d\s*[-–]\s*)?(?P<year>(?:19|20)\d\d)(?!\d|[:/]\d)")
"""A year, the last of several; not in a case's or a law's number, such as KS 2024/17."""

NEXT_DUES = 5
"""Times that a preview tells of."""


class Caution(StrEnum):
    """What a coordinator should know before sending."""

    NOBODY = "nobody"
    NEVER_DUE = "never_due"
    SECOND_YES = "second_yes"
    OVER_DAY_LIMIT = "over_day_limit"
    REMINDS_WITHOUT_WISH = "reminds_without_wish"
    NOBODY_TO_ESCALATE_TO = "nobody_to_escalate_to"
    PERSONAL_NUMBER = "personal_number"
    PAST_YEAR = "past_year"
    UNFILLED = "unfilled"


class Preview(Value):
    """What would come of a content. ``resolved`` is of the day on which it is due first; ``dues``
    are the next times, at most NEXT_DUES; ``moved`` those of them that the quiet hours, a weekend
    or a holiday moved. ``unled_units`` are the names of the units without anybody to escalate to;
    ``planned`` is how many recipients others have on that day.
    """

    content: Content
    resolved: Resolved
    dues: tuple[Due, ...]
    moved: tuple[Due, ...]
    cautions: tuple[Caution, ...]
    unled_units: tuple[str, ...]
    planned: int


class Previews:
    """Looks at contents without storing anything."""

    def __init__(
        self,
        book: BroadcastBook,
        units: UnitRegister,
        audiences: Audiences,
        leaders: Leaders,
        working_time: WorkingTime,
        limits: Limits,
    ) -> None:
        self._book = book
        self._units = units
        self._audiences = audiences
        self._leaders = leaders
        self._working_time = working_time
        self._limits = limits

    def of(self, content: Content, now: datetime, identity: int | None = None) -> Preview:
        """What would come of it if it were sent now; ``identity`` is the id of the broadcast that
        says it, or is to, which takes nothing from its own day. Raises NotLookedUp where the
        channel cannot tell who its audience is.
        """
        coming = tuple(islice(self._coming(content, now), NEXT_DUES))
        on = swedish_day(coming[0].at if coming else now)
        resolved = self._audiences.resolve(content, on, with_away=True)
        unled = self._unled(content, resolved, now)
        preview = Preview(
            content=content,
            resolved=resolved,
            dues=coming,
            moved=tuple(each for each in coming if each.nominal != in_sweden(each.at)),
            cautions=(),
            unled_units=unled,
            planned=self._planned(content.municipality, on, now, identity),
        )
        return preview.model_copy(update={"cautions": tuple(self._cautions(preview, now))})

    def needs_second_yes(self, content: Content, now: datetime) -> bool:
        """Whether it would reach so many now that a second coordinator has to agree."""
        resolved = self._audiences.resolve(content, swedish_day(now))
        return len(resolved.recipients) >= self._limits.second_yes_from

    def require_sendable(self, preview: Preview) -> None:
        """Raises NeverDue, NobodyReached for what is sent now, and DayLimitReached."""
        if Caution.NEVER_DUE in preview.cautions:
            raise NeverDue("no time to come")
        if Caution.NOBODY in preview.cautions and isinstance(preview.content.schedule, Now):
            raise NobodyReached("nobody to send it to")
        if Caution.OVER_DAY_LIMIT in preview.cautions:
            raise DayLimitReached(
                "more recipients than a day may have",
                limit=str(self._limits.a_day),
                planned=str(preview.planned),
                more=str(len(preview.resolved.recipients)),
            )

    def _coming(self, content: Content, now: datetime) -> Iterator[Due]:
        return dues(released(content.schedule, now), self._working_time, now)

    def _unled(self, content: Content, resolved: Resolved, now: datetime) -> tuple[str, ...]:
        place, on = content.municipality, swedish_day(now)
        if not content.escalation or not content.wishes:
            return ()
        asked: dict[str, set[str]] = defaultdict(set)
        for each in resolved.recipients:
            asked[each.unit or ""].add(each.person)
        unled = {
            unit for unit, people in asked.items() if self._is_unled(content, unit, people, on)
        }
        return tuple(e.name for e in alphabetical(self._units.units(place)) if e.id in unled)

    def _is_unled(self, content: Content, unit: str, people: set[str], on: date) -> bool:
        """Whether of somebody nobody could be told; who leads the unit may be asked themself."""
        roles = content.escalation.roles if content.escalation else ()
        leader = self._leaders.of(content.municipality, unit, roles, on, but="")
        if leader in people:
            leader = self._leaders.of(content.municipality, unit, roles, on, but=leader)
        return leader is None

    def _cautions(self, preview: Preview, now: datetime) -> Iterator[Caution]:
        content, count = preview.content, len(preview.resolved.recipients)
        held = {
            Caution.NOBODY: count == 0,
            Caution.NEVER_DUE: not preview.dues,
            Caution.SECOND_YES: count >= self._limits.second_yes_from,
            Caution.OVER_DAY_LIMIT: bool(preview.dues)
            and preview.planned + count > self._limits.a_day,
            Caution.REMINDS_WITHOUT_WISH: _reminds_in_vain(content),
            Caution.NOBODY_TO_ESCALATE_TO: bool(preview.unled_units),
            Caution.PERSONAL_NUMBER: _names_a_number(content),
            Caution.PAST_YEAR: _names_a_past_year(content, swedish_day(now).year),
            Caution.UNFILLED: has_gap(content),
        }
        return (caution for caution, is_held in held.items() if is_held)

    def _planned(self, municipality: str, day: date, now: datetime, identity: int | None) -> int:
        """How many recipients there are on a day already: planned, or of other broadcasts whose
        next turn is then.
        """
        planned = planned_today(self._book, municipality, now) if day == swedish_day(now) else 0
        active = self._book.search(municipality, frozenset({BroadcastStatus.ACTIVE}))
        others = (each for each in active if each.id != identity)
        turns = (e.content for e in others if e.next_at and swedish_day(e.next_at) == day)
        return planned + sum(len(self._audiences.resolve(e, day).recipients) for e in turns)


def planned_today(book: BroadcastBook, municipality: str, now: datetime) -> int:
    """How many recipients a municipality's broadcasts have since midnight in Sweden."""
    midnight = in_utc(datetime.combine(swedish_day(now), time()))
    return book.recipients_since(municipality, midnight)


def _reminds_in_vain(content: Content) -> bool:
    return not content.wishes and bool(content.nagging or content.escalation)


def _names_a_number(content: Content) -> bool:
    return any(map(personal_numbers, (content.title, content.text, content.reason)))


def _names_a_past_year(content: Content, year: int) -> bool:
    """Whether it speaks of a year that is over: the words of an accepted proposal are those of its
    document ("Utvärdering av 2017 års ..."), those of a copy the last one's.
    """
    named = (int(match["year"]) for match in _YEAR.finditer(f"{content.title}\n{content.text}"))
    return any(each < year for each in named)
