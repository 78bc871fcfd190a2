"""A year and more of reminders: what arrived when, and at whom."""

from __future__ import annotations

from datetime import date, time, timedelta

from bot.domain.activities.dates import Dates, PeriodKind
from bot.domain.contacts import ContactRole
from bot.domain.reminders.audience import Audience, Contacts, Silence, SilentIn
from bot.domain.reminders.broadcast import Escalation, Nagging
from bot.domain.reminders.schedule import EachPart, LastWorkingDay, Yearly
from tests.unit.bot.services.reminders.reminded import BO, Desk, content

DOWN = (date(2027, 6, 21), date(2027, 7, 11))
"""The bot is away for three weeks."""

SILENT = Audience(
    contacts=Contacts(),
    silent=SilentIn(silence=Silence.NOT_REPORTED, period=PeriodKind.TERTIAL, ended=True),
)
TERTIAL = content(
    title="Tertialrapport",
    audience=SILENT,
    schedule=EachPart(parts=3, days=5, at=time(9)),
    nagging=Nagging(every_days=7, at_most=2),
    escalation=Escalation(after_days=10),
)


HALVES = content(
    title="Halvår",
    schedule=LastWorkingDay(months=(6, 12), at=time(15)),
    wishes=frozenset(),
)
LEAP = content(
    title="Skottdag",
    schedule=Yearly(month=2, day=29, at=time(8, 30)),
    wishes=frozenset(),
)

ARRIVED = """
2027-01-05 09:00 first anna
2027-01-05 09:00 first bengt
2027-01-12 09:00 reminder bengt
2027-03-01 09:00 first anna
2027-03-01 09:00 first bengt
2027-05-05 09:00 first anna
2027-05-05 09:00 first bengt
2027-05-12 09:00 reminder bengt
2027-07-12 08:00 first anna
2027-07-12 08:00 first bengt
2027-09-06 09:00 first bengt
2027-09-06 09:00 first kim
2027-09-13 09:00 reminder bengt
2027-09-13 09:00 reminder kim
2027-09-16 09:00 escalation hedda about bengt
2027-09-20 09:00 reminder bengt
2027-09-20 09:00 reminder kim
2027-12-30 15:00 first bengt
2027-12-30 15:00 first kim
2028-01-05 09:00 first bengt
2028-01-05 09:00 first kim
2028-01-12 09:00 reminder bengt
2028-01-12 09:00 reminder kim
2028-01-19 09:00 reminder kim
2028-02-29 09:00 first bengt
2028-02-29 09:00 first kim
"""
"""28 February 2027 is a Sunday, and so is 5 September; of what was due on 30 June there was nobody
to send it. Kim, who comes after anna, never answers, and their unit has no head.
"""


def play(desk: Desk, first: date, last: date) -> list[str]:
    """What arrives; anna answers each day at noon, bengt only in January and May, after a week."""
    arrived: list[str] = []
    day = first
    while day <= last:
        if not DOWN[0] <= day <= DOWN[1]:
            arrived += desk.play(str(day), str(day), (3, 8, 9, 15))
            _answer(desk, day)
        day += timedelta(days=1)
    return arrived


def _answer(desk: Desk, day: date) -> None:
    for asked in desk.use.answers.mine("anna"):
        desk.use.answers.nothing_to_report(asked.occurrence.id, "anna")
    for asked in desk.use.answers.mine("bengt"):
        if day.month in (1, 5) and asked.recipient.reminders:
            desk.use.answers.done(asked.occurrence.id, "bengt")


def test_in_a_year_each_message_arrives_once_in_working_time_at_those_who_are_meant() -> None:
    desk = Desk()
    desk.at("2027-01-04 08:00")
    desk.set_units("Kultur", "Skola")
    desk.add_contact("Kultur", "anna", valid=Dates(first=date(2020, 1, 1), last=date(2027, 8, 31)))
    desk.add_contact("Kultur", "kim", valid=Dates(first=date(2027, 9, 1), last=None))
    desk.add_contact("Skola", "bengt")
    desk.add_contact("Skola", "hedda", ContactRole.HEAD)
    for said in (TERTIAL, HALVES, LEAP):
        desk.start(said, BO)
    assert play(desk, date(2027, 1, 4), date(2028, 3, 10)) == ARRIVED.split("\n")[1:-1]
