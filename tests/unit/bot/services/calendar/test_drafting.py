"""The drafts of broadcasts that accepted proposals become."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.domain.activities.activity import LONGEST_TITLE
from bot.domain.contacts import ContactRole
from bot.domain.reminders.audience import Audience, Contacts
from bot.domain.reminders.broadcast import BroadcastStatus, Event, EventKind, Wish
from bot.domain.reminders.schedule import Yearly
from bot.services.calendar.drafting import ProposalDrafts, draft_content
from bot.services.calendar.reading import proposals_of
from bot.services.calendar.recipients import Recipients
from bot.services.calendar.titles import LONGEST, short_title
from tests.fakes.storage import FakeDatabase
from tests.unit.bot.services.asked import FakeDirectory
from tests.unit.bot.services.calendar.made import COORDINATOR, NOW, falls_due
from tests.unit.indexer.made import FIVE, section, shipped

ENKOPING, OREBRO, SKARA, SKOVDE, UPPLANDS_BRO = FIVE
MARCH = Yearly(at=time(9), month=3, day=1)
APRIL = Yearly(at=time(9), month=4, day=1)
[ACCOUNTS] = proposals_of([shipped(ENKOPING)])


EVERYBODY = Audience(contacts=Contacts())
TODAY = NOW.date()


def recipients(database: FakeDatabase) -> Recipients:
    return Recipients(
        database.units,
        database.contacts,
        database.agreements,
        FakeDirectory().person,
        lambda: TODAY,
    )


@pytest.fixture
def database() -> FakeDatabase:
    return FakeDatabase()


@pytest.fixture
def drafts(database: FakeDatabase) -> ProposalDrafts:
    return ProposalDrafts(database.broadcasts, recipients(database), "sv", lambda: NOW)


def test_a_draft_says_what_the_document_says_and_sends_nothing(
    database: FakeDatabase, drafts: ProposalDrafts
) -> None:
    made = database.broadcasts.find(drafts.draft(ACCOUNTS, MARCH, COORDINATOR))
    assert made is not None
    assert (made.status, made.made_by, made.next_at) == (BroadcastStatus.DRAFT, COORDINATOR, None)
    content = made.content
    assert content.title == "Redovisa samt utvärdera sitt internationella arbete"
    assert content.text == (
        "Vem: nämnderna\nTid enligt dokumentet: I årsbokslut och årsredovisning\n\n"
        "Gör det som gäller er och svara i det här meddelandet."
    )
    assert content.reason == (
        "Internationell policy för Enköpings kommun nämner en tid för detta: I årsbokslut och "
        "årsredovisning"
    )
    assert (content.citation, content.proposal) == (ACCOUNTS.citation, ACCOUNTS.key)
    assert content.schedule == MARCH
    assert content.audience.contacts is not None
    assert content.audience.contacts.roles == {ContactRole.CONTACT_PERSON}
    assert content.wishes == {Wish.ACKNOWLEDGE, Wish.NOTHING_TO_REPORT, Wish.LOG_ACTIVITY}


def test_the_same_draft_is_made_once_as_long_as_it_is_alive(
    database: FakeDatabase, drafts: ProposalDrafts
) -> None:
    first = drafts.draft(ACCOUNTS, MARCH, COORDINATOR)
    assert drafts.draft(ACCOUNTS, MARCH, COORDINATOR) == first
    assert drafts.draft(ACCOUNTS, APRIL, COORDINATOR) != first
    assert drafts.is_alive(first)
    made = database.broadcasts.find(first)
    assert made is not None
    cancelled = made.model_copy(update={"status": BroadcastStatus.CANCELLED})
    event = Event(broadcast=first, kind=EventKind.CANCELLED, at=NOW)
    assert database.broadcasts.save(made.version, cancelled, event)
    assert not drafts.is_alive(first)
    assert drafts.draft(ACCOUNTS, MARCH, COORDINATOR) != first
    assert not drafts.is_alive(9999)


def test_what_is_no_report_is_only_acknowledged() -> None:
    [review] = proposals_of([section("Kommunfullmäktige ska i maj besluta om policyn.")])
    assert draft_content(review, MARCH, EVERYBODY, "sv").wishes == {Wish.ACKNOWLEDGE}


def test_a_long_duty_has_a_short_title_and_is_told_in_full_below() -> None:
    plan = proposals_of([shipped(UPPLANDS_BRO)])[2]
    content = draft_content(plan, MARCH, EVERYBODY, "sv")
    assert content.title == "För arbetet upprättas en handlingsplan som utvärderas och revideras…"
    assert content.text == (
        "Vad: För arbetet upprättas en handlingsplan som utvärderas och revideras årligen\n"
        "Vem: Nämnder och bolag\n\n"
        "Gör det som gäller er och svara i det här meddelandet."
    )


@pytest.mark.parametrize(
    ("document", "words", "title"),
    [
        (SKARA, "Europaveckan", "Genomföra Europaveckan"),
        (SKARA, "Beskriv och", "Beskriv och vidareutveckla vänortsarbetet"),
        (SKARA, "Etablera", "Etablera ett internationellt nätverk inom Skara kommun…"),
        (OREBRO, "tillhöra nätverket", "Politisk representation i nätverk"),
        (OREBRO, "varje år", "Internationellt arbete ska redovisas varje år i bokslutet"),
        (SKOVDE, "tertiärrapport 3", "Uppföljning"),
    ],
)
def test_a_title_tells_the_matter_at_a_glance(document: str, words: str, title: str) -> None:
    [found] = [each for each in proposals_of([shipped(document)]) if words in each.what]
    assert short_title(found, "sv") == title


def test_no_title_is_longer_than_a_glance_or_says_all_that_the_text_says() -> None:
    for document in FIVE:
        for each in proposals_of([shipped(document)]):
            content = draft_content(each, MARCH, EVERYBODY, "sv")
            assert 0 < len(content.title) <= LONGEST
            assert content.title not in content.text.splitlines()
            assert each.citation
            assert each.citation.quote not in content.text


def test_words_of_any_length_fit() -> None:
    long = f"Nämnderna ska i maj rapportera {'om allt möjligt ' * 110}till kommunstyrelsen."
    [proposal] = proposals_of([section(long)])
    assert len(draft_content(proposal, MARCH, EVERYBODY, "en").title) <= LONGEST
    endless = proposal.model_copy(update={"what": "ö" * 3_000})
    assert draft_content(endless, MARCH, EVERYBODY, "en").title == f"{'Ö'}{'ö' * 68}…"
    agreement = falls_due(date(2027, 6, 30), name="V" * LONGEST_TITLE)
    assert len(draft_content(agreement, MARCH, EVERYBODY, "en").title) == LONGEST_TITLE
