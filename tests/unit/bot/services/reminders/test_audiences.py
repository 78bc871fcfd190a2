from __future__ import annotations

from datetime import date

import pytest

from bot.domain.activities.activity import ChangeKind, Status
from bot.domain.activities.activity import Content as Activity
from bot.domain.activities.dates import Dates, PeriodKind, day
from bot.domain.contacts import ContactRole
from bot.domain.people import Standing
from bot.domain.reminders.audience import Audience, Contacts, Silence, SilentIn
from bot.domain.reminders.occurrence import Why
from bot.services.activities.ports import Doing
from bot.services.errors import NotLookedUp
from bot.services.reminders.resolved import LeftOutReason, Resolved
from bot.services.reminders.silence import period_of
from tests.unit.bot.services.reminders.reminded import BO, Desk, content, skara

MONDAY = date(2026, 11, 2)


@pytest.fixture
def desk() -> Desk:
    return skara()


def found(desk: Desk, on: date = MONDAY, **parts: object) -> Resolved:
    audience = Audience.model_validate({"contacts": None, **parts})
    return desk.use.audiences.resolve(content(audience=audience), on, with_away=True)


def people(resolved: Resolved) -> list[str]:
    return [each.person for each in resolved.recipients]


def log_activity(desk: Desk, unit: str, on: date, status: Status = Status.LOGGED) -> None:
    made = Activity(kind="transnational_exchange", title="Besök", dates=day(on), unit=unit)
    doing = Doing(kind=ChangeKind.LOGGED, by="eva", at=desk.clock())
    desk.database.activities.add(f"{unit}{on}{status}", "Skara", made, status, doing)


def test_the_contacts_of_all_units_are_asked_for_their_unit(desk: Desk) -> None:
    resolved = found(desk, contacts=Contacts())
    asked = [(each.person, each.unit, each.why) for each in resolved.recipients]
    assert asked == [("anna", "kultur", Why.CONTACT), ("bengt", "skola", Why.CONTACT)]


def test_only_contacts_with_the_roles_and_units_that_are_wanted_are_asked(desk: Desk) -> None:
    heads = Contacts(roles=frozenset({ContactRole.HEAD, ContactRole.DEPUTY}))
    assert people(found(desk, contacts=heads)) == ["dag", "hedda"]
    assert people(found(desk, contacts=Contacts(units=frozenset({"kultur"})))) == ["anna"]


def test_units_of_the_audience_without_a_contact_are_named(desk: Desk) -> None:
    assert [each.name for each in found(desk, contacts=Contacts()).units_without] == ["Teknik"]
    some = Contacts(units=frozenset({"kultur"}))
    assert found(desk, contacts=some).units_without == ()


def test_where_a_unit_has_no_contact_person_its_coordinator_is_asked(desk: Desk) -> None:
    desk.add_contact("Teknik", "tor", ContactRole.COORDINATOR)
    desk.add_contact("Skola", "sam", ContactRole.COORDINATOR)
    resolved = found(desk, contacts=Contacts())
    assert [(each.person, each.unit) for each in resolved.recipients] == [
        ("anna", "kultur"),
        ("bengt", "skola"),
        ("tor", "teknik"),
    ]
    assert resolved.units_without == ()
    heads = Contacts(roles=frozenset({ContactRole.HEAD}))
    assert "tor" not in people(found(desk, contacts=heads))


def test_the_coordinator_is_asked_as_well_where_the_contact_person_has_left(desk: Desk) -> None:
    desk.add_contact("Skola", "sam", ContactRole.COORDINATOR)
    desk.members.is_something_else("bengt", is_gone=True)
    desk.database.contacts.mark_left("bengt", desk.clock())
    resolved = found(desk, contacts=Contacts())
    assert people(resolved) == ["anna", "sam"]
    assert [each.person for each in resolved.left_out] == ["bengt"]


def test_contacts_of_closed_units_and_of_other_days_are_not_asked(desk: Desk) -> None:
    desk.add_contact("Teknik", "ture", valid=Dates(first=date(2026, 12, 1), last=None))
    assert "ture" not in people(found(desk, contacts=Contacts()))
    assert "ture" in people(found(desk, date(2026, 12, 1), contacts=Contacts()))
    desk.set_units("Kultur", "Skola", "Teknik", closed=["Kultur"])
    assert people(found(desk, contacts=Contacts())) == ["bengt"]


def test_each_person_is_a_recipient_once_and_doubles_are_told(desk: Desk) -> None:
    desk.add_contact("Skola", "anna")
    desk.members.channels["C1"] = ["anna", "eva"]
    resolved = found(desk, contacts=Contacts(), channels={"C1"}, people={"eva"})
    assert people(resolved) == ["anna", "bengt", "eva"]
    anna, _, eva = resolved.recipients
    assert (anna.unit, anna.also, anna.why) == ("kultur", ("skola",), Why.CONTACT)
    assert (eva.unit, eva.why) == (None, Why.CHANNEL)
    assert [each.person for each in resolved.doubles] == ["anna", "eva"]


def test_whoever_is_meant_otherwise_belongs_to_the_unit_they_are_contact_of(desk: Desk) -> None:
    desk.members.groups["S1"] = ["hedda", "eva"]
    units = {each.person: each.unit for each in found(desk, groups={"S1"}).recipients}
    assert units == {"hedda": "skola", "eva": None}


def test_those_who_cannot_get_it_are_left_out_by_name_and_reason(desk: Desk) -> None:
    desk.add_contact("Teknik", None, name="Tora Utan")
    desk.members.channels["C1"] = ["bot", "gone", "guest", "eva", "stranger"]
    desk.members.is_something_else("bot", is_bot=True)
    desk.members.is_something_else("gone", is_gone=True)
    desk.members.is_something_else("guest", standing=Standing.GUEST)
    desk.members.is_something_else("stranger", standing=Standing.STRANGER)
    resolved = found(desk, contacts=Contacts(), channels={"C1"})
    assert {each.name: each.reason for each in resolved.left_out} == {
        "Tora Utan": LeftOutReason.NOT_IN_CHANNEL,
        "Bot": LeftOutReason.BOT,
        "Gone": LeftOutReason.GONE,
        "Guest": LeftOutReason.GUEST,
        "Stranger": LeftOutReason.GONE,
    }
    assert people(resolved) == ["anna", "bengt", "eva"]
    assert resolved.units_without == ()


def test_who_is_away_gets_it_and_is_named(desk: Desk) -> None:
    desk.members.away = {"bengt"}
    resolved = found(desk, contacts=Contacts())
    assert people(resolved) == ["anna", "bengt"]
    assert [each.person for each in resolved.away] == ["bengt"]


def test_channels_and_groups_that_cannot_be_read_are_named(desk: Desk) -> None:
    resolved = found(desk, channels={"C9"}, groups={"S9"}, people={"eva"})
    assert (people(resolved), resolved.unreadable) == (["eva"], ("C9", "S9"))


def test_a_channel_that_cannot_tell_now_says_so(desk: Desk) -> None:
    desk.members.is_down = True
    with pytest.raises(NotLookedUp):
        found(desk, people={"eva"})


@pytest.mark.parametrize(
    ("period", "ended", "on", "first", "last"),
    [
        (PeriodKind.TERTIAL, False, "2026-08-31", "2026-05-01", "2026-08-31"),
        (PeriodKind.TERTIAL, False, "2026-09-01", "2026-09-01", "2026-12-31"),
        (PeriodKind.TERTIAL, True, "2027-01-15", "2026-09-01", "2026-12-31"),
        (PeriodKind.HALF_YEAR, True, "2026-07-01", "2026-01-01", "2026-06-30"),
        (PeriodKind.YEAR, False, "2028-02-29", "2028-01-01", "2028-12-31"),
        (PeriodKind.YEAR, True, "2028-02-29", "2027-01-01", "2027-12-31"),
    ],
)
def test_the_period_is_the_one_of_the_day_or_the_one_before(
    period: PeriodKind, ended: bool, on: str, first: str, last: str
) -> None:
    silent = SilentIn(silence=Silence.NOT_LOGGED, period=period, ended=ended)
    dates = period_of(silent, date.fromisoformat(on)).dates
    assert (str(dates.first), str(dates.last)) == (first, last)


def silent_ones(
    desk: Desk, silence: Silence, on: date = MONDAY, *, ended: bool = False
) -> list[str]:
    silent = SilentIn(silence=silence, period=PeriodKind.TERTIAL, ended=ended)
    return people(found(desk, on, contacts=Contacts(), silent=silent))


def test_contacts_of_units_that_logged_in_the_period_are_not_asked(desk: Desk) -> None:
    log_activity(desk, "kultur", date(2026, 10, 1))
    log_activity(desk, "skola", date(2026, 8, 31))
    assert silent_ones(desk, Silence.NOT_LOGGED) == ["bengt"]
    assert silent_ones(desk, Silence.NOT_LOGGED, ended=True) == ["anna"]


def test_drafts_and_what_was_withdrawn_break_no_silence(desk: Desk) -> None:
    log_activity(desk, "kultur", date(2026, 10, 1), Status.DRAFT)
    log_activity(desk, "kultur", date(2026, 10, 1), Status.WITHDRAWN)
    assert silent_ones(desk, Silence.NOT_LOGGED) == ["anna", "bengt"]


def test_nothing_to_report_is_a_report_but_no_activity(desk: Desk) -> None:
    occurrence = desk.send(content())
    desk.use.answers.nothing_to_report(occurrence.id, "anna")
    desk.use.answers.done(occurrence.id, "bengt")
    assert silent_ones(desk, Silence.NOT_REPORTED) == ["bengt"]
    assert silent_ones(desk, Silence.NOT_LOGGED) == ["anna", "bengt"]


def test_nothing_to_report_is_said_of_the_time_until_then(desk: Desk) -> None:
    occurrence = desk.send(content())
    desk.use.answers.nothing_to_report(occurrence.id, "anna")
    later = date(2027, 1, 11)
    assert silent_ones(desk, Silence.NOT_REPORTED, later, ended=True) == ["anna", "bengt"]
    desk.at("2027-01-11 09:00")
    desk.use.answers.nothing_to_report(occurrence.id, "bengt")
    assert silent_ones(desk, Silence.NOT_REPORTED, later, ended=True) == ["anna"]
    assert silent_ones(desk, Silence.NOT_REPORTED, later) == ["anna"]


def test_who_was_asked_about_a_period_answers_about_that(desk: Desk) -> None:
    desk.at("2027-01-11 09:00")
    ended = SilentIn(silence=Silence.NOT_REPORTED, period=PeriodKind.TERTIAL, ended=True)
    occurrence = desk.send(content(audience=Audience(contacts=Contacts(), silent=ended)))
    desk.use.answers.nothing_to_report(occurrence.id, "anna")
    later = date(2027, 1, 20)
    assert silent_ones(desk, Silence.NOT_REPORTED, later, ended=True) == ["bengt"]
    assert silent_ones(desk, Silence.NOT_REPORTED, later) == ["anna", "bengt"]
    assert silent_ones(desk, Silence.NOT_REPORTED, date(2027, 5, 5), ended=True) == [
        "anna",
        "bengt",
    ]


def test_silence_narrows_down_contacts_and_nobody_else(desk: Desk) -> None:
    log_activity(desk, "kultur", MONDAY)
    silent = SilentIn(silence=Silence.NOT_LOGGED, period=PeriodKind.YEAR)
    resolved = found(desk, contacts=Contacts(), people={"anna"}, silent=silent)
    assert people(resolved) == ["anna", "bengt"]
    assert [each.name for each in resolved.units_without] == ["Teknik"]


def test_the_whole_is_for_coordinators_who_look_at_it_first(desk: Desk) -> None:
    preview = desk.use.broadcasts.preview(content(), BO)
    assert people(preview.resolved) == ["anna", "bengt"]
