"""What coordinators see when they compose and follow broadcasts, kept as text in ``seen``."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.channels.slack.blocks.broadcast_list import broadcasts_view, mine_view
from bot.channels.slack.blocks.broadcast_status import broadcast_view, failure_words, record_view
from bot.channels.slack.blocks.composer import ComposerState, Offers, composer
from bot.channels.slack.blocks.digest import digest_message
from bot.channels.slack.blocks.home import home_view
from bot.channels.slack.blocks.preview import being_previewed, preview_view
from bot.channels.slack.broadcast_entries import Draft, content_draft
from bot.domain.activities.dates import PeriodKind
from bot.domain.activities.units import Unit, UnitKind
from bot.domain.contacts import ContactRole
from bot.domain.reminders.audience import Audience, Contacts, Silence, SilentIn
from bot.domain.reminders.broadcast import BroadcastStatus, Escalation, Event, EventKind
from bot.domain.reminders.dues import Due
from bot.domain.reminders.occurrence import AnswerKind, RecipientState, Why
from bot.domain.reminders.schedule import Now
from bot.services.reminders.answering import Asked
from bot.services.reminders.broadcasts import Caution, Preview
from bot.services.reminders.digests import Digest, DigestEntry
from bot.services.reminders.resolved import LeftOut, LeftOutReason, Reached, Resolved
from bot.services.reminders.status import Line, OccurrenceState, Stand, UnitLines
from knowledge.texts.catalogue import LANGUAGES
from tests.unit.bot.channels.slack.made import TODAY
from tests.unit.bot.channels.slack.reminded import (
    BROADCAST,
    CONTENT,
    DUE_AT,
    OCCURRENCE,
    RECIPIENT,
    answered,
)
from tests.unit.bot.channels.slack.seeing import matches, message_seen, view_seen
from tests.unit.bot.channels.slack.test_any_values import check_message, check_view

GYM = Unit(id="gym", municipality="Örebro", name="Västerhöjd", kind=UnitKind.SCHOOL)
KS = Unit(id="ks", municipality="Örebro", name="Kommunstyrelsen", kind=UnitKind.COMMITTEE)
OFFERS = Offers(
    municipalities=("Enköping", "Örebro"), units=(KS, GYM), groups={"S0KOM": "samordnare"}
)
RICH = CONTENT.model_copy(
    update={
        "audience": Audience(
            contacts=Contacts(units=frozenset({"gym"}), roles=frozenset(ContactRole)),
            people=frozenset({"U0BO", "U0EVA"}),
            channels=frozenset({"C0INT"}),
            groups=frozenset({"S0KOM"}),
            silent=SilentIn(silence=Silence.NOT_REPORTED, period=PeriodKind.TERTIAL, ended=True),
        ),
        "escalation": Escalation(after_days=14),
    }
)


def reached(name: str, unit: str | None = None, *also: str) -> Reached:
    person = f"U0{name.upper()}"
    return Reached(person=person, name=name, unit=unit, also=also, why=Why.CONTACT)


def left(name: str, reason: LeftOutReason) -> LeftOut:
    return LeftOut(name=name, person=None, unit=None, reason=reason)


RESOLVED = Resolved(
    recipients=(
        *(reached(f"Person {number}", "gym") for number in range(1, 16)),
        reached("Eva <!channel>"),
        reached("Bo", "ks"),
        reached("Mia", "gym", "ks"),
    ),
    doubles=(reached("Bo", "ks"),),
    away=(reached("Bo", "ks"), reached("Person 1", "gym")),
    left_out=tuple(left(each.value, each) for each in LeftOutReason),
    units_without=(KS,),
    unreadable=("C0SECRET",),
)
PREVIEW = Preview(
    content=CONTENT,
    resolved=RESOLVED,
    dues=(
        Due(nominal=datetime(2026, 12, 1, 9), at=DUE_AT),
        Due(nominal=datetime(2026, 11, 29, 9), at=DUE_AT),
    ),
    moved=(Due(nominal=datetime(2026, 11, 29, 9), at=DUE_AT),),
    cautions=tuple(Caution),
    unled_units=("gym", "gone"),
    planned=0,
)
REASONS = {
    EventKind.ANSWERED: "text: Vi hörs <!here>",
    EventKind.SENT_AGAIN: "user_not_found",
    EventKind.PAUSED: "reason-over-day-limit",
    EventKind.CHANGED: "reason-second-yes-missing",
}
OF_BOTH = RECIPIENT.model_copy(update={"also": ("ks",)})
NAMES = {"gym": "Västerhöjd", "ks": "Kommunstyrelsen"}
LINES = (
    Line(recipient=answered(AnswerKind.DONE), stand=Stand.ANSWERED),
    Line(recipient=answered(AnswerKind.TEXT, text="Ja <!here>"), stand=Stand.ANSWERED),
    Line(recipient=answered(AnswerKind.LOGGED, activity=17), stand=Stand.ANSWERED),
    Line(
        recipient=RECIPIENT.model_copy(
            update={"state": RecipientState.SNOOZED, "remind_at": DUE_AT}
        ),
        stand=Stand.SNOOZED,
    ),
    Line(recipient=RECIPIENT, stand=Stand.FAILED, failure="user_not_found"),
    Line(recipient=RECIPIENT, stand=Stand.WAITING),
)
STATE = OccurrenceState(
    broadcast=BROADCAST,
    occurrence=OCCURRENCE,
    units=(UnitLines(unit=GYM, lines=LINES), UnitLines(unit=None, lines=LINES[:1])),
    counts=dict.fromkeys(Stand, 0)
    | {Stand.ANSWERED: 4, Stand.SNOOZED: 1, Stand.FAILED: 1, Stand.WAITING: 1},
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_composer(language: str) -> None:
    empty = composer(Draft(), Offers(municipalities=("Örebro",)), ComposerState(), language)
    draft = content_draft(RICH, language)
    offers = Offers((), OFFERS.units, OFFERS.groups, CONTENT.citation, has_templates=False)
    filled = composer(draft, offers, ComposerState(broadcast=5, version=2, is_sent=True), language)
    for view in (empty, filled):
        check_view(view)
    matches(f"composer_{language}", "\n".join(map(view_seen, (empty, filled))))


def test_a_composer_offers_more_units_than_a_list_has_room_for() -> None:
    units = [GYM.model_copy(update={"id": f"{n}", "name": f"Enhet {n}"}) for n in range(1, 251)]
    draft = Draft(municipality="Örebro", units=("117", "250"))
    view = composer(draft, Offers(units=units), ComposerState(), "sv")
    check_view(view)


@pytest.mark.parametrize("language", LANGUAGES)
def test_preview(language: str) -> None:
    now = CONTENT.model_copy(update={"schedule": Now(), "citation": None})
    alone = Resolved(recipients=(reached("Eva"),))
    short = PREVIEW.model_copy(update={"content": now, "resolved": alone, "dues": (), "moved": ()})
    short = short.model_copy(update={"cautions": (), "unled_units": ()})
    views = [
        preview_view(BROADCAST, PREVIEW, NAMES, language),
        preview_view(BROADCAST, short, NAMES, language),
        being_previewed("11.22.abc", language),
    ]
    for view in views:
        check_view(view)
    matches(f"preview_{language}", "\n".join(map(view_seen, views)))


def test_a_preview_of_very_many_has_room() -> None:
    many = Resolved(recipients=tuple(reached(f"P {n}", f"enhet {n % 900}") for n in range(10_000)))
    preview = PREVIEW.model_copy(update={"resolved": many})
    check_view(preview_view(BROADCAST, preview, NAMES, "sv"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_status(language: str) -> None:
    content = RICH.model_copy(update={"audience": RICH.audience})
    views = [
        broadcast_view(
            BROADCAST.model_copy(update={"content": content}), STATE, language, "Klart."
        ),
        *(
            broadcast_view(BROADCAST.model_copy(update={"status": each}), None, language)
            for each in BroadcastStatus
        ),
    ]
    for view in views:
        check_view(view)
    matches(f"broadcast_{language}", view_seen(views[0]))
    buttons = [view_seen(each).splitlines()[4] for each in views[1:]]
    matches(f"broadcast_buttons_{language}", "\n".join(buttons) + "\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists(language: str) -> None:
    due = BROADCAST.model_copy(update={"next_at": DUE_AT})
    record = [
        Event(
            broadcast=5,
            kind=each,
            at=DUE_AT,
            by="U0KIM",
            person="U0EVA",
            reason=REASONS.get(each, "Därför <!here>"),
        )
        for each in EventKind
    ]
    record.append(Event(broadcast=5, kind=EventKind.PLANNED, at=DUE_AT))
    mine = Asked(occurrence=OCCURRENCE, recipient=RECIPIENT)
    of_both = mine.model_copy(update={"recipient": OF_BOTH})
    views = [
        broadcasts_view([due, BROADCAST], only_drafts=False, language=language),
        broadcasts_view([], only_drafts=True, language=language),
        broadcasts_view([due], only_drafts=False, language=language, place="Örebro"),
        mine_view([mine, of_both], NAMES, language),
        mine_view([], NAMES, language),
    ]
    for view in views:
        check_view(view)
    history = record_view(BROADCAST, record, language)
    matches(f"broadcast_lists_{language}", "\n".join(map(view_seen, [*views, history])))


def test_many_things_that_wait_have_room() -> None:
    mine = [Asked(occurrence=OCCURRENCE, recipient=RECIPIENT)] * 40
    check_view(mine_view(mine, NAMES, "sv"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_digest(language: str) -> None:
    events = tuple(
        Event(broadcast=5, kind=kind, at=DUE_AT)
        for kind in (EventKind.MISSED, EventKind.POINTED_ELSEWHERE, EventKind.MISSED)
    )
    entry = DigestEntry(broadcast=STATE.broadcast, state=STATE, answered=3, failed=1, events=events)
    digest = Digest(person="U0KIM", since=DUE_AT, until=DUE_AT, entries=(entry, entry))
    others = digest.model_copy(update={"person": "U0LENA", "entries": (entry,)})
    messages = [digest_message(each, language) for each in (digest, others)]
    for message in messages:
        check_message(message)
    matches(f"digest_{language}", "\n".join(map(message_seen, messages)))


@pytest.mark.parametrize("code", ["user_not_found", "is_archived", "cannot_dm_bot", "other", None])
def test_every_failure_has_words(code: str | None) -> None:
    assert failure_words(code, "sv")


def test_the_home_tab_tells_what_waits_and_lets_coordinators_compose() -> None:
    view = home_view(
        municipality=None,
        menus=None,
        municipalities=["Skara"],
        recent=[],
        documents=[],
        today=TODAY,
        language="sv",
        waiting=["Rapportera", *map(str, range(30))],
        is_coordinator=True,
    )
    check_view(view)
    matches("home_of_coordinator", "\n".join(view_seen(view).splitlines()[:16]) + "\n")
