"""The use cases of reminders on every database."""

from __future__ import annotations

from datetime import date, timedelta

from bot.domain.reminders.broadcast import Escalation, Nagging
from bot.domain.reminders.schedule import EachPart
from bot.services.ports import Storage
from bot.services.reminders.status import Stand
from tests.unit.bot.services.reminders.reminded import BO, EVA, Desk, content, settle


def test_a_broadcast_is_planned_answered_reminded_of_and_told_the_same(storage: Storage) -> None:
    desk = settle(Desk(database=storage))
    said = content(
        schedule=EachPart(parts=3, days=3, at=desk.limits.opens),
        nagging=Nagging(every_days=2, at_most=2),
        escalation=Escalation(after_days=3),
    )
    desk.at("2026-12-30 09:00")
    started = desk.start(said)
    arrived = _play(desk, date(2027, 1, 4), 1)
    occurrence = desk.occurrences(started)[0]
    desk.use.answers.done(occurrence.id, "anna")
    desk.use.answers.not_me(occurrence.id, "bengt", EVA)
    desk.use.answers.replace(occurrence.id, "bengt", BO)
    arrived += _play(desk, date(2027, 1, 5), 10)
    # 6 January is a holiday, 9 and 10 January a weekend. Eve was asked on the 4th.
    assert arrived == [
        "04 first anna",
        "04 first bengt",
        "05 first eva",
        "05 digest bo",
        "07 reminder eva",
        "07 escalation hedda about eva",
        "11 reminder eva",
    ]
    state = desk.use.status.of(occurrence.id, BO)
    assert {stand: count for stand, count in state.counts.items() if count} == {
        Stand.WAITING: 1,
        Stand.ANSWERED: 1,
        Stand.REPLACED: 1,
    }


def _play(desk: Desk, first: date, days: int) -> list[str]:
    """Two rounds at eight each day, since nobody has more than one turn in each; what arrived on
    which.
    """
    arrived = []
    for number in range(days):
        day = first + timedelta(days=number)
        desk.at(f"{day} 08:00")
        arrived += [f"{day:%d} {each}" for each in (*desk.round(), *desk.round())]
    return arrived
