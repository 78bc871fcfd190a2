"""Whatever is stated of an activity, Slack takes its form, its card, its history and its lists."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bot.channels.slack.blocks.activity_card import (
    activity_line,
    activity_view,
    effect_form,
    history_view,
    receipt,
)
from bot.channels.slack.blocks.activity_form import Choices, FormState, activity_form
from bot.channels.slack.blocks.activity_list import Listing, list_message, list_view
from bot.channels.slack.blocks.questions import Alike, Changed, Questions
from bot.channels.slack.entries import content_entries, goal_value
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
from bot.domain.activities.money import Amount, Currency
from bot.domain.activities.rights import Role
from bot.domain.activities.units import Unit, UnitKind
from bot.files.activity_fields import differences, history_of
from bot.services.activities.concerns import Concern, ConcernKind
from bot.services.activities.kinds import load_kinds
from bot.services.activities.log import ActivityPage
from bot.services.reports.naming import Names
from tests.unit.bot.channels.slack.strategies import CITATIONS, LANGUAGES, TEXTS, some
from tests.unit.bot.channels.slack.test_any_values import check_message, check_view

KINDS = load_kinds(None)
AT = datetime(2026, 11, 22, tzinfo=UTC)


def worded(most: int) -> st.SearchStrategy[str]:
    """Text that is not blank, of at most so many characters."""
    return TEXTS.map(lambda text: whole(text, most) or "x")


def whole(text: str, most: int) -> str:
    """Without halves of characters, which no content can hold."""
    return text.encode("utf-8", "ignore").decode().strip()[:most].strip()


AMOUNTS = st.builds(Amount, minor=st.integers(0, 10**12), currency=st.sampled_from(Currency))
CONTENTS = st.builds(
    Content,
    kind=st.sampled_from(sorted(KINDS)),
    title=worded(150),
    dates=st.just(Dates(first=date(2026, 5, 3), last=date(2026, 5, 5))),
    unit=st.sampled_from(("gym", "ks")),
    done=TEXTS.map(lambda text: whole(text, 3000)),
    partners=st.lists(worded(200), max_size=5).map(lambda found: tuple(found * 10)),
    cities=st.lists(worded(200), max_size=3).map(tuple),
    countries=st.lists(st.sampled_from(("SE", "LT", "XK")), max_size=3, unique=True).map(tuple),
    agreement=st.none() | worded(200),
    participants=st.none() | st.just(Participants(total=12, young=3)),
    cost=st.none() | AMOUNTS,
    funding=st.lists(
        st.builds(
            Funding,
            source=st.sampled_from(FundingSource),
            amount=AMOUNTS,
            name=st.none() | worded(200),
        ),
        max_size=4,
    ).map(tuple),
    effects=TEXTS.map(lambda text: whole(text, 3000)),
    goals=st.lists(CITATIONS, max_size=3, unique_by=lambda each: each.quote).map(tuple),
)
UNITS = st.lists(worded(300), max_size=3).map(
    lambda names: [
        Unit(id=f"u{place}", municipality="Skövde", name=name, kind=UnitKind.SCHOOL)
        for place, name in enumerate(names * 50)
    ]
)
ROLES = frozenset(Role)

# What is wrong is seen without making it smaller, which takes minutes for values of this size.
few = settings(some, max_examples=12, phases=(Phase.explicit, Phase.generate))


def known(language: str) -> Names:
    return Names(language, [], KINDS)


def logged(content: Content, status: Status = Status.LOGGED) -> Activity:
    return Activity(
        id=7,
        municipality="Skövde",
        content=content,
        status=status,
        version=2,
        logged_by="U0EVA",
        logged_at=AT,
        changed_by="U0EVA",
        changed_at=AT,
    )


@few
@given(CONTENTS, CONTENTS, UNITS, st.sampled_from(Status), LANGUAGES)
def test_the_form_of_any_activity_keeps_to_slacks_limits(
    content: Content, before: Content, units: list[Unit], status: Status, language: str
) -> None:
    entries = content_entries(content, "Skövde", language)
    names = known(language)
    citations = content.goals or (None,)
    goals = {goal_value(each): each for each in (*content.goals, *before.goals)}
    questions = Questions(
        concerns=tuple(Concern(kind=each, citation=citations[0]) for each in ConcernKind),
        alike=tuple(Alike(n, activity_line(logged(before), names)) for n in range(12)),
        changed=Changed(logged(before, status), differences(before, content, names)),
    )
    for asked in (Questions(), questions):
        choices = Choices(
            kinds=KINDS,
            municipalities=["Skövde", "Örebro"],
            units=units,
            goals=tuple(goals.values()),
            definition=citations[0],
            questions=asked,
        )
        check_view(activity_form(entries, choices, FormState(activity=7), language), mentioned=True)


@few
@given(CONTENTS, CONTENTS, st.sampled_from(Status), LANGUAGES)
def test_card_history_and_list_of_any_activity_keep_to_slacks_limits(
    content: Content, before: Content, status: Status, language: str
) -> None:
    activity, names = logged(content, status), known(language)
    check_message(receipt("Klart.", activity, names, ROLES))
    check_view(activity_view(activity, names, ROLES))
    check_view(effect_form(activity, content.effects, names, is_changed=True))
    changes = [
        Change(activity=7, version=n, kind=kind, by="U0EVA", at=AT, before=before, reason="Skäl")
        for n, kind in enumerate(ChangeKind, start=1)
    ]
    history = history_of(changes, content, names)
    check_view(history_view(activity, history * 5, names), mentioned=True)
    page = ActivityPage(activities=(activity,) * 10, number=2, total=35)
    listing = Listing(text=content.title, page=page, unknown=(content.title,))
    check_message(list_message(listing, {"Skövde": names}, language))
    check_view(list_view(listing, {"Skövde": names}, language))
