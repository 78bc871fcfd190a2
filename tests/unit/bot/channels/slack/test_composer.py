"""What a composer shows, what comes back from it, and what that says."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.slack.blocks.composer import ComposerState, Offers, composer
from bot.channels.slack.blocks.reminder import reminder_message, standing_message
from bot.channels.slack.broadcast_entries import Draft, content_draft, typed_draft
from bot.channels.slack.broadcast_forms import with_template
from bot.channels.slack.broadcast_reading import Errors, Reading, read_draft
from bot.channels.slack.incoming import Occasion
from bot.domain.activities.activity import LONGEST_TEXT
from bot.domain.activities.dates import PeriodKind
from bot.domain.activities.units import Unit, UnitKind
from bot.domain.contacts import ContactRole
from bot.domain.reminders.audience import Audience, Contacts, Silence, SilentIn
from bot.domain.reminders.broadcast import Content, Escalation, Lateness, Nagging, Wish
from bot.domain.reminders.dispatch import DispatchKind
from bot.domain.reminders.occurrence import RecipientState
from bot.domain.reminders.schedule import EachPart, Monthly, Now, Once, Yearly
from bot.services.reminders.closed_days import swedish_working_time
from tests.fakes.slack.elements import first_state
from tests.unit.bot.channels.slack.delivered import submission
from tests.unit.bot.channels.slack.desks import occasion
from tests.unit.bot.channels.slack.reminded import CONTENT, OCCURRENCE, RECIPIENT, outgoing
from tests.unit.bot.channels.slack.strategies import CITATIONS, LANGUAGES, MAYBE, some
from tests.unit.bot.channels.slack.test_any_values import check_message, check_view

UNITS = [
    Unit(id=each, municipality="Örebro", name=each.title(), kind=UnitKind.SCHOOL)
    for each in ("gym", "ks", "x" * 200)
]
MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


WORDS = ("Rubrik", "<!channel> & *x* <https://evil.example|här>", "a; b", "ö" * 150)


AUDIENCES = st.builds(
    Audience,
    contacts=st.builds(
        Contacts,
        units=st.none() | st.sets(st.sampled_from([each.id for each in UNITS]), min_size=1),
        roles=st.sets(st.sampled_from(ContactRole), min_size=1),
    ),
    channels=st.sets(st.sampled_from(("C1", "C2"))),
    groups=st.sets(st.sampled_from(("S1", "S2"))),
    people=st.sets(st.sampled_from(("U1", "U2"))),
    silent=st.none()
    | st.builds(
        SilentIn,
        silence=st.sampled_from(Silence),
        period=st.sampled_from((PeriodKind.YEAR, PeriodKind.HALF_YEAR, PeriodKind.TERTIAL)),
        ended=st.booleans(),
    ),
)
SCHEDULES = st.sampled_from(
    (
        Now(),
        Once(on=date(2026, 12, 1), at=time(9)),
        Once(on=date(2020, 1, 1), at=time(9)),
        Yearly(month=2, day=29, at=time(10, 30)),
        Monthly(day=5, at=time(8)),
        EachPart(parts=3, days=10, at=time(9)),
    )
)
CONTENTS = st.builds(
    Content,
    municipality=st.just("Örebro"),
    title=st.sampled_from(WORDS),
    text=st.sampled_from((*WORDS, "En rad\n\noch en till", "&" * LONGEST_TEXT)),
    reason=st.sampled_from(WORDS),
    citation=st.none() | CITATIONS,
    proposal=st.none() | st.just("p"),
    audience=AUDIENCES,
    schedule=SCHEDULES,
    wishes=st.sets(st.sampled_from(Wish), min_size=1),
    nagging=st.none()
    | st.builds(Nagging, every_days=st.integers(1, 90), at_most=st.integers(1, 10)),
    escalation=st.none() | st.builds(Escalation, after_days=st.integers(1, 90)),
    lateness=st.sampled_from(Lateness),
)


def sent(draft: Draft, offers: Offers, language: str = "sv") -> Occasion:
    """What Slack delivers of a composer that nobody touches."""
    view = composer(draft, offers, ComposerState(broadcast=5, version=1), language)
    check_view(view)
    payload: dict[str, Any] = dict(view.payload)
    return occasion(submission(first_state(payload["blocks"]), "composer"))


def reading(before: Content | None = None, language: str = "sv") -> Reading:
    return Reading(MONDAY, swedish_working_time(), UNITS, before, language)


def read(draft: Draft) -> tuple[Content | None, Errors]:
    return read_draft(draft, reading())


@some
@given(CONTENTS, LANGUAGES)
def test_what_nobody_touches_says_what_it_said(content: Content, language: str) -> None:
    offers = Offers((), UNITS, {"S1": "en", "S2": "två"}, content.citation, has_templates=False)
    delivered = sent(content_draft(content, language), offers, language)
    told, errors = read_draft(typed_draft(delivered, "Örebro"), reading(content, language))
    assert errors == {}
    assert told == content


FULL = Draft(
    municipality="Örebro",
    texts={"title": "Rubrik", "text": "Text", "reason": "Skäl"},
    when="nu",
)


def test_a_plain_draft_is_a_broadcast_to_all_contact_persons_now() -> None:
    told, errors = read(FULL)
    assert errors == {}
    assert told
    assert told.audience == Audience(contacts=Contacts())
    assert told.schedule == Now()
    assert told.wishes == frozenset({Wish.ACKNOWLEDGE})


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"texts": {"title": "\u200b", "text": "x", "reason": "y"}}, "broadcast_title:"),
        ({"roles": ()}, "broadcast_roles"),
        ({"roles": (), "people": ("U1",), "silence": "not_logged"}, "broadcast_silence"),
        ({"when": "häromdan"}, "broadcast_when"),
        ({"when": "1 januari 2020"}, "broadcast_when"),
        ({"numbers": {"every": "3"}}, "broadcast_most"),
        ({"numbers": {"most": "3"}}, "broadcast_every"),
        ({"numbers": {"after": "3"}, "wishes": ()}, "broadcast_wishes:"),
    ],
)
def test_what_is_wrong_stands_under_its_input(wrong: dict[str, Any], where: str) -> None:
    told, errors = read(FULL.model_copy(update=wrong))
    assert told is None
    assert set(errors) == {where}


def test_units_alone_mean_their_contact_persons() -> None:
    told, _ = read(FULL.model_copy(update={"roles": (), "units": ("gym",)}))
    assert told
    assert told.audience.contacts == Contacts(units=frozenset({"gym"}))


def test_a_template_fills_in_what_nobody_has_typed_and_takes_it_back() -> None:
    typed = Draft(texts={"title": "Min"}, template="report")
    filled = with_template(typed, "", "sv")
    assert filled.texts["title"] == "Min"
    assert "Logga det som er enhet" in filled.texts["text"]
    assert set(filled.wishes) == {"nothing_to_report", "log_activity"}
    other = with_template(filled.model_copy(update={"template": "news"}), "report", "sv")
    assert "nytt sedan sist" in other.texts["text"]
    assert other.wishes == ()
    none = with_template(other.model_copy(update={"template": ""}), "news", "sv")
    assert dict(none.texts) == {"title": "Min"}
    assert none.wishes == ("acknowledge",)


def test_answers_chosen_by_hand_stay_with_another_template() -> None:
    chosen = Draft(template="report", wishes=("text",))
    assert with_template(chosen, "", "sv").wishes == ("text",)


@some
@given(CONTENTS, LANGUAGES, MAYBE, st.booleans(), st.sampled_from(RecipientState))
def test_any_broadcast_can_be_shown(
    content: Content, language: str, unit: str | None, is_late: bool, state: RecipientState
) -> None:
    recipient = RECIPIENT.model_copy(update={"state": state, "instead": "U0BO"})
    going = outgoing(DispatchKind.REMINDER, recipient, number=2, is_late=is_late, content=content)
    check_message(reminder_message(going, language, unit), mentioned=True)
    occurrence = OCCURRENCE.model_copy(update={"content": content})
    check_message(standing_message(occurrence, recipient, language, unit), mentioned=True)


def test_a_digest_is_no_message_to_a_recipient() -> None:
    with pytest.raises(ValueError, match="no message"):
        reminder_message(outgoing(DispatchKind.DIGEST), "sv")
    assert CONTENT.wishes
