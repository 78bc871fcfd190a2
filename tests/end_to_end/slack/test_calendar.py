"""The duties' calendar: looked at by anybody, decided on by coordinators, handed over as a file."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest
from icalendar import Calendar
from sqlalchemy import delete

from bot.domain.activities.dates import Dates
from bot.domain.agreements import (
    AgreementChangeKind,
    AgreementContent,
    AgreementKind,
    AgreementStatus,
)
from bot.domain.reminders.broadcast import BroadcastStatus
from bot.domain.reminders.proposals import Decision, Identity, Verdict
from bot.domain.reminders.schedule import Yearly
from bot.services.agreements.ports import AgreementDoing
from bot.services.calendar.reading import proposals_of
from bot.services.calendar.when import MORNING
from bot.storage.calendar_tables import duty_decision, duty_drift_seen
from bot.storage.connections import Connections, read_address
from bot.storage.database import Database, open_database
from tests.end_to_end.slack.town import Town, actions, element, elements
from tests.fakes.slack import Message, Person, View
from tests.unit.indexer.made import FIVE, shipped

ENKOPING, OREBRO, SKARA, SKOVDE, UPPLANDS_BRO = FIVE
BRO = "Upplands-Bro"
YEAR = 2031


def database(town: Town) -> closing[Database]:
    return closing(open_database(town.bot.environment["DATABASE_URL"]))


@pytest.fixture
def lena(town: Town) -> Person:
    """A coordinator, before anything is decided."""
    connections = Connections(read_address(town.bot.environment["DATABASE_URL"]))
    with closing(connections), connections.writing() as connection:
        for table in (duty_decision, duty_drift_seen):
            connection.execute(delete(table))
    return town.lena


def opened(town: Town, person: Person, text: str) -> View:
    """The calendar alone, once it is there: no other one opens over it later."""
    if person.view:
        person.closes(all_views=True)
    done = person.commands("/kalender", text)
    assert done.failed is None
    town.quiet()
    return town.opened(person, "calendar")


def shown(person: Person) -> View:
    """The modal that a person has open."""
    assert person.view
    return person.view


def button_of(view: View, action: str, words: str) -> str:
    """The id of the button on an entry with these words in its label."""
    [found] = [
        each
        for each in elements(view)
        if str(each["action_id"]).startswith(f"{action}:")
        and words in str(each.get("accessibility_label"))
    ]
    return str(found["action_id"])


def told(town: Town, person: Person, before: int) -> Message:
    """What a person is told in the conversation with the app."""
    town.quiet()
    return town.slack.messages(person.channel)[before]


def typed(**texts: str) -> dict[str, dict[str, Any]]:
    return {f"calendar_{field}": {f"calendar_{field}": text} for field, text in texts.items()}


def test_the_year_is_shown_to_anybody_with_its_sources(town: Town, lena: Person) -> None:
    eva = town.person()
    view = opened(town, eva, f"{BRO} {YEAR}")
    assert f"Kalender för {BRO} {YEAR}" in view.shown
    assert "December" in view.shown
    assert "Nämnder och bolag: För arbetet upprättas en handlingsplan" in view.shown
    assert "Dokumentet säger varje år men ingen dag." in view.shown
    assert "Samordnarna beslutar om förslagen." in view.shown
    assert not [each for each in actions(view) if each.startswith("calendar_accept")]
    eva.presses(view, "show_section:0")
    assert "utvärderas och revideras årligen" in town.opened(eva, "section_view").shown


def test_what_has_no_day_is_accepted_with_one_and_becomes_a_draft(town: Town, lena: Person) -> None:
    view = opened(town, lena, f"{BRO} {YEAR}")
    lena.presses(view, button_of(view, "calendar_accept", "genomför årlig uppföljning"))
    form = town.opened(lena, "calendar_accept_form")
    assert element(form, "calendar_when")["initial_value"] == "varje år den 1 december kl. 09:00"
    refused = lena.submits(form, typed(when="när det passar"))
    assert refused.failed is None
    assert lena.view
    assert "går inte att förstå" in lena.view.errors["calendar_when"]
    before = len(town.slack.messages(lena.channel))
    lena.submits(form, typed(when="varje år den 15 november"))
    answer = told(town, lena, before)
    assert "Inget skickas förrän du släpper det." in answer.shown
    with database(town) as kept:
        [decision] = kept.calendar.decisions(BRO)
        assert decision.verdict is Verdict.CHANGED
        assert decision.broadcast is not None
        broadcast = kept.broadcasts.find(decision.broadcast)
    assert broadcast is not None
    assert broadcast.status is BroadcastStatus.DRAFT
    assert broadcast.content.citation == decision.proposal.citation
    below = shown(lena)
    assert below.callback_id == "calendar"
    assert "varje år den 15 november" in below.shown
    assert "Antaget med annan tid av" in below.shown


def test_a_month_that_is_told_is_accepted_at_once(town: Town, lena: Person) -> None:
    view = opened(town, lena, f"Skara {YEAR}")
    while "Europaveckan" not in view.shown:
        lena.presses(view, "calendar_turn:1")
        town.quiet()
        view = shown(lena)
    lena.presses(view, button_of(view, "calendar_accept", "Genomföra Europaveckan"))
    town.quiet()
    with database(town) as kept:
        [decision] = kept.calendar.decisions("Skara")
    assert decision.verdict is Verdict.ACCEPTED
    assert decision.schedule is not None
    assert "Antaget: Genomföra Europaveckan" in town.slack.messages(lena.channel)[-1].shown


def test_a_day_of_an_agreement_is_accepted_at_once_and_told_when_it_is_another(
    town: Town, lena: Person
) -> None:
    name, ends = f"Vänort {uuid4().hex[:6]}", date(YEAR, 6, 30)
    content = AgreementContent(
        name=name,
        kind=AgreementKind.TWIN_TOWN,
        partner="Eidsbergs kommun",
        country="NO",
        valid=Dates(first=date(2020, 1, 1), last=ends),
        owner="ks",
        responsible=lena.id,
    )
    with database(town) as kept:
        doing = AgreementDoing(kind=AgreementChangeKind.ADDED, by=lena.id, at=datetime.now(UTC))
        [made] = kept.agreements.add([name], BRO, [content], doing)
    view = opened(town, lena, f"{BRO} {YEAR}")
    assert f"30 juni · {name}: sista dag" in view.shown
    before = len(town.slack.messages(lena.channel))
    lena.presses(view, button_of(view, "calendar_accept", name))
    answer = told(town, lena, before)
    assert "Ändra vid behov." in answer.shown
    lena.closes(all_views=True)
    lena.presses(answer, "show_broadcast")
    draft = town.opened(lena, "broadcast_view")
    assert f"{name} går ut den 30 juni {YEAR}." in draft.shown
    assert "change_broadcast" in actions(draft)
    with database(town) as kept:
        [decision] = kept.calendar.decisions(BRO)
        assert decision.broadcast is not None
        broadcast = kept.broadcasts.find(decision.broadcast)
        assert broadcast is not None
        assert broadcast.content.audience.people == {lena.id}
        assert f"{name} går ut den 30 juni {YEAR}." in broadcast.content.text
        valid = Dates(first=date(2020, 1, 1), last=date(YEAR, 7, 31))
        later = made.model_copy(update={"content": content.model_copy(update={"valid": valid})})
        changed = kept.agreements.save(1, later, doing, content)
        assert changed
    again = opened(town, lena, f"{BRO} {YEAR}")
    assert "Avtalsregistret anger en annan dag" in again.shown
    assert f"Nu: {YEAR}-07-31" in again.shown
    with database(town) as kept:
        ended = changed.model_copy(update={"status": AgreementStatus.ENDED})
        assert kept.agreements.save(2, ended, doing, None)


def test_a_rejection_asks_for_its_reason(town: Town, lena: Person) -> None:
    view = opened(town, lena, f"{BRO} {YEAR}")
    lena.presses(view, button_of(view, "calendar_reject", "För arbetet upprättas"))
    form = town.opened(lena, "calendar_reject_form")
    before = len(town.slack.messages(lena.channel))
    lena.submits(form, typed(why="Görs i ett annat system"))
    assert "Avvisat: För arbetet upprättas" in told(town, lena, before).shown
    again = opened(town, lena, f"{BRO} {YEAR}")
    assert "Avvisade" in again.shown
    assert "Skäl: Görs i ett annat system" in again.shown


def test_the_second_of_two_coordinators_is_told(town: Town, lena: Person) -> None:
    view = opened(town, lena, f"{BRO} {YEAR}")
    lena.presses(view, button_of(view, "calendar_reject", "Arbetet skall beskrivas"))
    form = town.opened(lena, "calendar_reject_form")
    decided(town, BRO, by="U0KIM")
    before = len(town.slack.messages(lena.channel))
    lena.submits(form, typed(why="Nej"))
    assert "Någon annan har beslutat" in told(town, lena, before).shown
    with database(town) as kept:
        assert [each.by for each in kept.calendar.decisions(BRO)] == ["U0KIM"]


def test_what_a_document_no_longer_says_is_shown_until_it_is_noted(
    town: Town, lena: Person
) -> None:
    decided(town, BRO, by=lena.id, quote="Nämnderna ska i mars skicka en fågel till månen.")
    view = opened(town, lena, f"{BRO} {YEAR}")
    assert "Ändrat i dokumenten" in view.shown
    assert "Dokumentet säger inte detta längre." in view.shown
    assert "en fågel till månen" in view.shown
    lena.presses(view, "calendar_acknowledge:0")
    town.wait(lambda: lena.view and "Ändrat i dokumenten" not in lena.view.shown)
    with database(town) as kept:
        assert len(kept.calendar.acknowledged(BRO)) == 1


def test_the_years_are_turned(town: Town, lena: Person) -> None:
    eva = town.person()
    view = opened(town, eva, f"Skövde {YEAR}")
    eva.presses(view, "calendar_turn:3")
    town.wait(lambda: eva.view and str(YEAR + 1) in eva.view.shown)


def test_the_calendar_comes_as_a_file(town: Town, lena: Person) -> None:
    eva, before = town.person(), len(town.slack.files)
    view = opened(town, eva, f"Skövde {YEAR}")
    eva.presses(view, "calendar_file")
    town.quiet()
    [made] = town.slack.files[before:]
    assert made.name == f"Skovde-{YEAR}-kalender.ics"
    events = Calendar.from_ical(made.content or b"").walk("VEVENT")
    assert {each.decoded("DTSTART").year for each in events} == {YEAR, YEAR + 1}


def test_subscriptions_are_off_unless_a_setting_says_so(town: Town, lena: Person) -> None:
    answer = town.whispered(lena.commands("/kalender", f"{BRO} prenumerera"))
    assert "Prenumeration är avstängd." in answer.shown


def test_help_and_the_question_of_which_municipality(town: Town, lena: Person) -> None:
    eva = town.person()
    assert "/kalender 2027" in town.whispered(eva.commands("/kalender", "hjälp")).shown
    assert "Vilken kommun" in town.whispered(eva.commands("/kalender", "")).shown


def decided(town: Town, place: str, by: str, quote: str | None = None) -> None:
    """Somebody has decided on the first proposal of a place, or on other words."""
    proposal = proposals_of([shipped(UPPLANDS_BRO)])[0]
    if quote:
        identity = Identity(document=UPPLANDS_BRO, path=("9 Rymden",), quote=quote)
        assert proposal.citation
        citation = proposal.citation.model_copy(update={"quote": quote})
        proposal = proposal.model_copy(update={"identity": identity, "citation": citation})
    decision = Decision(
        proposal=proposal,
        number=1,
        verdict=Verdict.ACCEPTED,
        schedule=Yearly(at=MORNING, month=3, day=1, first=date(2027, 1, 1)),
        broadcast=None,
        reason=None,
        by=by,
        at=datetime.now(UTC),
    )
    with database(town) as kept:
        assert kept.calendar.decide(place, decision)
