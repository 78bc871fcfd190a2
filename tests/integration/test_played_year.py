"""The year that ``docs/examples`` shows, played again: the same comes of it, and what holds of
every year holds of it.

The examples are written over SQLite; here it is played over the fake of the database, which the
same contracts hold to it, in a tenth of the time.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import datetime, timedelta

import pytest

from bot.domain.contacts import ContactRole
from bot.domain.days import SWEDISH_TIME, swedish_day
from bot.domain.reminders.broadcast import EventKind, Lateness
from bot.domain.reminders.dispatch import DispatchKind, DispatchState
from bot.domain.reminders.occurrence import Occurrence, OccurrenceStatus, RecipientState, Why
from bot.domain.reminders.working_time import in_sweden, in_utc
from bot.services.reminders.closed_days import swedish_working_time
from bot.services.reminders.silence import period_of
from knowledge.model import Document
from tests.fakes.storage import FakeDatabase
from tools.played_year.__main__ import EXAMPLES
from tools.played_year.cast import OUTAGE, PLACES, Place, day
from tools.played_year.documents import in_use, shipped
from tools.played_year.files import files_of
from tools.played_year.played import Played
from tools.played_year.playing import play
from tools.played_year.rows import Row, rows_of
from tools.played_year.workspace import Letter

YEAR, SEED = 2027, 1
WORKING_TIME = swedish_working_time()
ASKING = (DispatchKind.FIRST, DispatchKind.REMINDER)


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return shipped()


@pytest.fixture(scope="module", params=PLACES, ids=[each.files for each in PLACES])
def played(
    request: pytest.FixtureRequest,
    documents: list[Document],
    tmp_path_factory: pytest.TempPathFactory,
) -> Played:
    place: Place = request.param
    folder = tmp_path_factory.mktemp(place.files)
    return play(place, YEAR, SEED, in_use(documents, folder), EXAMPLES, FakeDatabase())


@pytest.fixture(scope="module")
def rows(played: Played) -> list[Row]:
    return rows_of(played, WORKING_TIME)


def asking(played: Played) -> list[Letter]:
    """What asks its recipient for an answer."""
    return [each for each in played.letters if each.outgoing.dispatch.kind in ASKING]


def of_kind(played: Played, kind: DispatchKind) -> list[Letter]:
    return [each for each in played.letters if each.outgoing.dispatch.kind is kind]


def occurrence_of(letter: Letter) -> Occurrence:
    assert letter.outgoing.occurrence
    return letter.outgoing.occurrence


def test_the_year_is_that_of_the_examples(played: Played) -> None:
    for name, content in files_of(played, WORKING_TIME).items():
        assert (EXAMPLES / name).read_bytes() == content, name


def test_nothing_is_sent_outside_working_time(played: Played) -> None:
    times = [in_sweden(each.at) for each in played.letters]
    assert [each for each in times if WORKING_TIME.moved(each) != each] == []


def test_what_is_due_is_sent_within_two_minutes_except_after_the_outage(played: Played) -> None:
    slow = [e for e in played.letters if e.at - e.outgoing.dispatch.due_at > timedelta(minutes=2)]
    assert slow
    assert {in_sweden(each.at).date() for each in slow} == {day(YEAR, OUTAGE[1])}
    assert all(each.outgoing.is_late for each in slow)


def test_each_message_arrives_once_however_slack_answered(played: Played) -> None:
    sent = [each.key for each in played.dispatches if each.state is DispatchState.SENT]
    assert Counter(each.outgoing.dispatch.key for each in played.letters) == Counter(sent)
    assert any(each.attempts > 1 for each in played.dispatches)


def test_nobody_is_asked_the_same_twice_except_by_a_reminder(played: Played) -> None:
    firsts = of_kind(played, DispatchKind.FIRST)
    asked = Counter((e.outgoing.dispatch.person, e.outgoing.dispatch.occurrence) for e in firsts)
    assert set(asked.values()) == {1}


def test_nothing_is_left_behind(played: Played) -> None:
    end = in_utc(datetime(YEAR + 1, 1, 1))
    states = {each.state for each in played.dispatches if each.not_before < end}
    assert states <= {DispatchState.SENT, DispatchState.FAILED, DispatchState.DROPPED}


def test_who_has_answered_is_asked_no_more_and_nobody_is_told_of_them(played: Played) -> None:
    answered: dict[tuple[int | None, str | None], datetime] = {}
    for event in played.events:
        if event.kind is EventKind.ANSWERED:
            answered.setdefault((event.occurrence, event.person), event.at)
    assert answered
    for letter in played.letters:
        dispatch = letter.outgoing.dispatch
        assert letter.at <= answered.get((dispatch.occurrence, dispatch.subject), letter.at)


def test_who_points_to_somebody_else_is_left_alone_until_it_is_decided(played: Played) -> None:
    decided = (EventKind.REPLACED, EventKind.KEPT)
    for pointed in (e for e in played.events if e.kind is EventKind.POINTED_ELSEWHERE):
        theirs = [
            each
            for each in played.events
            if (each.occurrence, each.person) == (pointed.occurrence, pointed.person)
        ]
        until = next(e.at for e in theirs if e.kind in decided and e.at > pointed.at)
        between = [
            each
            for each in asking(played)
            if each.outgoing.dispatch.occurrence == pointed.occurrence
            and each.outgoing.dispatch.person == pointed.person
            and pointed.at < each.at < until
        ]
        assert between == []


def test_reminders_come_as_often_as_was_decided_and_no_oftener(played: Played) -> None:
    asked_for = (EventKind.SNOOZED, EventKind.KEPT)
    themselves = {(e.occurrence, e.person) for e in played.events if e.kind in asked_for}
    before: dict[tuple[int | None, str], Letter] = {}
    for letter in asking(played):
        dispatch, nagging = letter.outgoing.dispatch, occurrence_of(letter).content.nagging
        key = (dispatch.occurrence, dispatch.person)
        if dispatch.kind is DispatchKind.REMINDER and key not in themselves:
            assert nagging
            assert dispatch.number <= nagging.at_most
            days = swedish_day(letter.at) - swedish_day(before[key].at)
            assert days >= timedelta(days=nagging.every_days)
        before[key] = letter


def test_heads_and_deputies_of_the_unit_are_told_of_who_does_not_answer(played: Played) -> None:
    for letter in of_kind(played, DispatchKind.ESCALATION):
        dispatch = letter.outgoing.dispatch
        assert dispatch.occurrence
        about = played.recipients[dispatch.occurrence, dispatch.subject]
        roles = {
            each.role
            for each in played.contacts
            if (each.person, each.unit) == (dispatch.person, about.unit)
            and each.holds_on(swedish_day(letter.at))
        }
        assert roles & {ContactRole.HEAD, ContactRole.DEPUTY}


def test_each_message_says_why_and_what_documents_demand_is_cited(
    played: Played, documents: list[Document]
) -> None:
    texts = {each.id: each for each in documents}
    for letter in played.letters:
        if letter.outgoing.occurrence:
            content = letter.outgoing.occurrence.content
            assert content.reason
            # That an agreement ends is told by the register, where no document demands it.
            of_agreement = (content.proposal or "").startswith('["agreement:')
            assert content.citation or not content.proposal or of_agreement
            if cited := content.citation:
                document = texts[cited.document_id]
                assert document.text[cited.start : cited.end] == cited.quote
                assert document.municipality == played.place.municipality


def test_each_time_reaches_somebody_unless_it_is_missed_or_nobody_was_silent(
    played: Played,
) -> None:
    reached = {occurrence for occurrence, _ in played.recipients}
    missed = [e for e in played.occurrences.values() if e.status is OccurrenceStatus.MISSED]
    assert [each.content.lateness for each in missed] == [Lateness.DROP]
    nobody = set(played.occurrences) - reached - {each.id for each in missed}
    assert all(played.occurrences[each].content.audience.silent for each in nobody)


def test_units_that_have_logged_in_the_period_are_not_asked_about_it(played: Played) -> None:
    logged = [
        (event.at, played.recipients[event.occurrence or 0, event.person or ""].unit)
        for event in played.events
        if event.kind is EventKind.ANSWERED and (event.reason or "").startswith("logged")
    ]
    for occurrence in played.occurrences.values():
        if silent := occurrence.content.audience.silent:
            # They log what was the day before.
            first = period_of(silent, swedish_day(occurrence.due_at)).first + timedelta(days=1)
            before = {
                unit
                for at, unit in logged
                if first <= swedish_day(at) and at < occurrence.planned_at
            }
            recipients = played.recipients.values()
            asked = {each.unit for each in recipients if each.occurrence == occurrence.id}
            assert before.isdisjoint(asked)
    assert logged


def test_each_proposal_of_the_documents_is_decided(played: Played) -> None:
    accepted = [each for each in played.decisions if each.is_accepted]
    assert accepted
    for each in played.decisions:
        assert bool(each.reason) != each.is_accepted
        assert (each.broadcast in played.broadcasts) == each.is_accepted


def test_the_same_local_time_holds_in_summer_and_winter(played: Played) -> None:
    hours = defaultdict(set)
    for letter in of_kind(played, DispatchKind.FIRST):
        recipient = letter.outgoing.recipient
        is_scheduled = recipient is not None and recipient.why is Why.CONTACT
        at_nine = occurrence_of(letter).key.endswith("T09:00:00")
        if is_scheduled and at_nine and not letter.outgoing.is_late:
            hours[letter.at.astimezone(SWEDISH_TIME).utcoffset()].add(in_sweden(letter.at).hour)
    assert hours == {timedelta(hours=1): {9}, timedelta(hours=2): {9}}


def test_holidays_move_what_is_due(played: Played, rows: list[Row]) -> None:
    moved = {row.why_moved for row in rows}
    assert "julafton" in moved
    assert ("långfredagen" in moved) == (played.place.files != "orebro")
    if played.place.files == "upplands-bro":
        assert "midsommarafton" in moved


def test_nothing_is_sent_while_nobody_is_there_to_send_it(played: Played) -> None:
    first, back = (day(YEAR, each) for each in OUTAGE)
    days = {in_sweden(each.at).date() for each in played.letters}
    assert {each for each in days if first <= each < back} == set()
    assert back in days


def test_who_has_left_gets_nothing_and_the_successor_is_asked(played: Played) -> None:
    change = played.place.change
    left = day(YEAR, change.leaves)
    to_them = [e for e in played.letters if e.outgoing.dispatch.person == change.person]
    assert to_them
    assert max(in_sweden(each.at).date() for each in to_them) < left
    failed = [e for e in played.dispatches if e.state is DispatchState.FAILED]
    assert {each.person for each in failed} == {change.person}
    asked = [r for r in played.recipients.values() if r.person == change.successor]
    assert any(each.why is Why.INSTEAD for each in asked)
    assert any(each.why is Why.CONTACT for each in asked)


def test_the_coordinator_gets_one_digest_on_days_with_news(played: Played) -> None:
    digests = of_kind(played, DispatchKind.DIGEST)
    assert {each.outgoing.dispatch.person for each in digests} == {played.place.coordinator}
    days = [swedish_day(each.at) for each in digests]
    assert len(days) == len(set(days))
    assert all(played.digests[each.outgoing.dispatch.key].entries for each in digests)


def test_people_answer_in_all_ways(played: Played) -> None:
    kinds = Counter(event.kind for event in played.events)
    assert kinds[EventKind.ANSWERED] > 10
    assert kinds[EventKind.REPLACED]
    states = {each.state for each in played.recipients.values()}
    assert {RecipientState.ANSWERED, RecipientState.TOLD, RecipientState.REPLACED} <= states
