"""What people see of activities, kept in files beside this one."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.channels.slack.blocks.activity_card import activity_line, history_view, receipt
from bot.channels.slack.blocks.activity_form import Choices, FormState, activity_form
from bot.channels.slack.blocks.activity_list import Listing, list_message
from bot.channels.slack.blocks.questions import Alike, Changed, Questions
from bot.channels.slack.entries import content_entries
from bot.domain.activities.activity import (
    Activity,
    Change,
    ChangeKind,
    Content,
    Funding,
    FundingSource,
    Participants,
    Status,
)
from bot.domain.activities.dates import Dates
from bot.domain.activities.money import Currency, amount
from bot.domain.activities.rights import Role
from bot.domain.activities.units import Unit, UnitKind
from bot.files.activity_fields import differences, history_of
from bot.services.activities.concerns import Concern, ConcernKind
from bot.services.activities.kinds import load_kinds
from bot.services.activities.log import ActivityPage
from bot.services.activities.policies import DocumentPolicies
from bot.services.reports.naming import Names
from tests.unit.bot.channels.slack.seeing import matches, message_seen, view_seen
from tests.unit.bot.services.opened import always, open_five

KINDS = load_kinds(None)
UNITS = [Unit(id="gym", municipality="Skövde", name="Västerhöjd", kind=UnitKind.SCHOOL)]
AT = datetime(2026, 5, 6, 12, tzinfo=UTC)
CONTENT = Content(
    kind="eu_project",
    title="Studiebesök från Radviliskis",
    dates=Dates(first=date(2026, 5, 3), last=date(2026, 5, 5)),
    unit="gym",
    partners=("Radviliskis",),
    cities=("Radviliskis",),
    countries=("LT",),
    participants=Participants(total=12, young=12),
    funding=(
        Funding(source=FundingSource.OWN, amount=amount(45_000, Currency.SEK)),
        Funding(source=FundingSource.OTHER, amount=amount(500, Currency.EUR), name="Nordplus"),
    ),
)
ACTIVITY = Activity(
    id=7,
    municipality="Skövde",
    content=CONTENT,
    status=Status.LOGGED,
    version=2,
    logged_by="U0EVA",
    logged_at=AT,
    changed_by="U0EVA",
    changed_at=AT,
)


def known(language: str) -> Names:
    return Names(language, UNITS, KINDS)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_form_shows_what_to_look_at_first(language: str) -> None:
    policies = DocumentPolicies(always(open_five()))
    kind, names = KINDS["eu_project"], known(language)
    [rule] = policies.rules("Skövde", kind).values()
    before = CONTENT.model_copy(update={"title": "Besök"})
    questions = Questions(
        concerns=(Concern(kind=ConcernKind.EU_FUNDING, citation=rule),),
        alike=(Alike(3, activity_line(ACTIVITY, names)),),
        changed=Changed(ACTIVITY, differences(before, CONTENT, names)),
    )
    choices = Choices(
        kinds=KINDS,
        municipalities=["Skövde"],
        units=UNITS,
        goals=policies.goals("Skövde"),
        definition=policies.definition("Skövde", kind),
        questions=questions,
    )
    entries = content_entries(CONTENT, "Skövde", language)
    matches(
        f"activity_form_{language}",
        view_seen(activity_form(entries, choices, FormState(), language)),
    )


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_receipt_shows_what_was_logged(language: str) -> None:
    names = known(language)
    said = names.say("activity-logged", number="7")
    shown = receipt(said, ACTIVITY, names, frozenset({Role.AUTHOR}))
    matches(f"activity_receipt_{language}", message_seen(shown))


def test_a_history_shows_who_changed_what() -> None:
    before = CONTENT.model_copy(update={"title": "Besök", "participants": None})
    changes = [
        Change(activity=7, version=1, kind=ChangeKind.LOGGED, by="U0EVA", at=AT, before=None),
        Change(activity=7, version=2, kind=ChangeKind.CORRECTED, by="U0BO", at=AT, before=before),
    ]
    names = known("sv")
    view = history_view(ACTIVITY, history_of(changes, CONTENT, names), names)
    matches("activity_history", view_seen(view))


def test_a_list_shows_its_page_and_what_was_not_understood() -> None:
    page = ActivityPage(activities=(ACTIVITY,), number=2, total=21)
    listing = Listing(text="mina 2026 xyzzy", page=page, unknown=("xyzzy",))
    matches("activities", message_seen(list_message(listing, {"Skövde": known("sv")}, "sv")))
