"""What a form to change an activity shows, what comes back from it, and what that states."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import AnyHttpUrl

from bot.channels.slack.blocks.activity_form import Choices, FormState, activity_form
from bot.channels.slack.blocks.choices import option_value
from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.entries import Entries, goal_value, typed_entries
from bot.channels.slack.entry_reading import Begun, Read, read
from bot.channels.slack.incoming import Occasion
from bot.domain.activities.activity import Content, Funding, FundingSource, Participants
from bot.domain.activities.dates import Dates, day
from bot.domain.activities.money import Amount, Currency, amount
from bot.domain.activities.units import Unit, UnitKind
from knowledge.model import Citation
from tests.fakes.slack.elements import first_state
from tests.unit.bot.channels.slack.delivered import submission
from tests.unit.bot.channels.slack.desks import occasion
from tests.unit.bot.channels.slack.made import CITATION
from tests.unit.bot.channels.slack.strategies import CITATIONS, LANGUAGES
from tests.unit.bot.channels.slack.test_any_activity import KINDS, few, worded
from tests.unit.bot.channels.slack.test_any_values import check_view

ANY_CURRENCY = st.sampled_from(Currency)
HARD = (
    st.text("Aa;|,\n\r\u2028\t –-·/1", min_size=1, max_size=40).filter(str.strip)
    | worded(200)
    | st.sampled_from(("Skolverket, Stockholm", "A; B", "– Sverige", "- 5 kr", "100 kr", "x" * 200))
)
NAMES_OF_ANY_KIND = st.lists(HARD, max_size=50).map(tuple)
ANY_CONTENTS = st.builds(
    Content,
    kind=st.sampled_from(sorted(KINDS)),
    title=HARD.map(lambda text: text[:150]).filter(str.strip),
    dates=st.builds(
        lambda first, days: Dates(first=first, last=None if days is None else first + days),
        st.dates(date(1, 1, 1), date(9000, 1, 1)),
        st.none() | st.timedeltas(timedelta(0), timedelta(400)),
    ),
    unit=st.just("gym") | worded(200),
    done=HARD,
    partners=NAMES_OF_ANY_KIND,
    cities=NAMES_OF_ANY_KIND,
    countries=st.lists(st.sampled_from(("SE", "LT", "XK", "CD", "QQ", "ZZ"))).map(
        lambda found: tuple(found[:50])
    ),
    agreement=st.none() | HARD,
    participants=st.none()
    | st.tuples(st.integers(0, 10**20), st.none() | st.just(0)).map(
        lambda told: Participants(total=told[0], young=told[1])
    ),
    cost=st.none() | st.builds(Amount, minor=st.integers(0, 10**20), currency=ANY_CURRENCY),
    funding=st.lists(
        st.builds(
            Funding,
            source=st.sampled_from(FundingSource),
            amount=st.builds(Amount, minor=st.integers(0, 10**20), currency=ANY_CURRENCY),
            name=st.none() | HARD,
        ),
        max_size=40,
    ).map(tuple),
    effects=HARD,
    link=st.none() | st.sampled_from(("https://skovde.se", f"https://skovde.se/{'x' * 5000}")),
    goals=st.lists(CITATIONS, max_size=3).map(tuple),
)


def sent(view: View) -> Occasion:
    """What Slack delivers of a form that nobody touches."""
    payload: dict[str, Any] = dict(view.payload)
    state = first_state(payload["blocks"])
    for inputs in state.values():
        for each in inputs.values():
            if each.get("value"):
                each["value"] = each["value"].strip().replace("\r\n", "\n")
    return occasion(submission(state))


def opened(content: Content, goals: Sequence[Citation], language: str) -> tuple[View, Begun]:
    """The form to change what states that."""
    begun = Begun.of(content, "Skövde", language)
    unit = Unit(id=content.unit, municipality="Skövde", name="Enheten", kind=UnitKind.SCHOOL)
    choices = Choices(kinds=KINDS, units=[unit], goals=goals)
    return activity_form(begun.entries, choices, FormState(activity=7), language), begun


@few
@given(ANY_CONTENTS, LANGUAGES)
def test_a_form_that_nobody_touches_states_the_same_whatever_that_is(
    content: Content, language: str
) -> None:
    goals = {goal_value(each): each for each in content.goals}
    view, begun = opened(content, list(goals.values()), language)
    entries = typed_entries(sent(view), "Skövde", begun.entries)
    told = read(entries, goals, begun, content.overrides)
    assert told.problems == ()
    assert told.content == content.model_copy(update={"unit": entries.unit})
    assert entries.unit == option_value(content.unit)


CONTENT = Content(
    kind="international_network", title="Träff", dates=day(date(2026, 5, 3)), unit="gym"
)


def changed(content: Content, goals: Sequence[Citation] = (), **texts: str) -> Read:
    """What the form states when only these texts are changed in it."""
    view, begun = opened(content, goals or content.goals, "sv")
    entries = typed_entries(sent(view), "Skövde", begun.entries)
    entries = entries.model_copy(update={"texts": {**entries.texts, **texts}})
    return read(entries, {goal_value(each): each for each in goals}, begun)


def shown(content: Content, field: str) -> str:
    return Begun.of(content, "Skövde", "sv").entries.texts[field]


def test_what_is_not_touched_stays_beside_what_is() -> None:
    content = CONTENT.model_copy(
        update={
            "title": "Träff\nnummer två",
            "partners": ("A; B", "C\nD"),
            "cost": Amount(minor=10**19, currency=Currency.EUR),
            "link": AnyHttpUrl("https://skovde.se/" + "x" * 4000),
            "participants": Participants(total=10**15),
        }
    )
    content = Content.model_validate(content.model_dump())
    told = changed(content, done="Nytt").content
    assert told == content.model_copy(update={"done": "Nytt"})


@pytest.mark.parametrize(
    ("names", "typed", "became"),
    [
        (("A; B",), "A; B; C", ("A; B", "C")),
        (("A; B", "C\nD"), "C D; E; A; B", ("C\nD", "E", "A; B")),
        (("Skolverket, Stockholm",), "Skolverket, Stockholm; C", ("Skolverket, Stockholm", "C")),
        (("Skolverket, Stockholm",), "Skolverket, Stockholm, C", ("Skolverket, Stockholm", "C")),
        (("A", "B"), "A, Malmö; B", ("A, Malmö", "B")),
        (("A; B", "C"), "C", ("C",)),
        (("A; B",), "A; Bo", ("A", "Bo")),
        (("A; B",), "\x000\x00; A; B", ("0", "A; B")),
    ],
)
def test_a_partner_whose_name_holds_a_mark_stays_one_when_others_are_written_beside_it(
    names: tuple[str, ...], typed: str, became: tuple[str, ...]
) -> None:
    told = changed(CONTENT.model_copy(update={"partners": names}), partners=typed)
    assert told.content
    assert told.content.partners == became


def test_a_town_whose_name_holds_a_comma_stays_one() -> None:
    content = CONTENT.model_copy(update={"cities": ("Washington, D.C.",)})
    told = changed(content, cities="Washington, D.C., Boston").content
    assert told
    assert told.cities == ("Washington, D.C.", "Boston")


def test_what_has_no_room_in_a_list_is_told_and_kept_when_the_rest_is_changed() -> None:
    names = tuple(f"{n:02} {'x' * 190}" for n in range(40))
    content = CONTENT.model_copy(update={"partners": names, "cities": names})
    view, begun = opened(content, (), "sv")
    count = begun.entries.left_out["partners"]
    assert 20 < count < 30
    assert f"{count} till får inte plats här. De finns kvar." in str(view.payload)
    first = shown(content, "partners").split("; ")
    told = changed(content, partners="; ".join(["Ny", *first[1:]])).content
    assert told
    assert told.partners == ("Ny", *names[1:])
    assert told.cities == names


def test_a_country_that_nobody_knows_stays_when_another_is_added() -> None:
    content = CONTENT.model_copy(update={"countries": ("QQ",)})
    told = changed(content, countries="QQ, Litauen").content
    assert told
    assert told.countries == ("QQ", "LT")


def test_funding_keeps_the_lines_that_nobody_changed() -> None:
    odd = [
        Funding(source=FundingSource.OTHER, amount=amount(10**14, Currency.SEK), name="– Fond"),
        Funding(source=FundingSource.OTHER, amount=amount(5, Currency.EUR), name="Två\nrader"),
        Funding(source=FundingSource.OWN, amount=amount(7, Currency.SEK), name="tkr"),
    ]
    content = CONTENT.model_copy(update={"funding": tuple(odd)})
    typed = shown(content, "other") + "\n3 kr Nordplus"
    told = changed(content, other=typed).content
    assert told
    new = Funding(source=FundingSource.OTHER, amount=amount(3, Currency.SEK), name="Nordplus")
    assert told.funding == (odd[2], odd[0], odd[1], new)


def goal(number: int) -> Citation:
    return CITATION.model_copy(update={"quote": f"Mål {number}"})


def test_more_goals_than_fit_in_one_list_can_all_be_chosen_and_stay_chosen() -> None:
    goals = [goal(number) for number in range(250)]
    content = CONTENT.model_copy(update={"goals": (goals[240], goals[3])})
    view, begun = opened(content, goals, "sv")
    check_view(view)
    entries = typed_entries(sent(view), "Skövde", begun.entries)
    assert set(entries.goals) == set(map(goal_value, content.goals))
    more = entries.model_copy(update={"goals": (*entries.goals, goal_value(goals[249]))})
    told = read(more, {goal_value(each): each for each in goals}, begun).content
    assert told
    assert told.goals == (goals[240], goals[3], goals[249])


def test_goals_that_the_form_has_no_room_for_stay() -> None:
    goals = [
        goal(number).model_copy(update={"quote": f"{number} {'mål och ' * 30}"})
        for number in range(1500)
    ]
    content = CONTENT.model_copy(update={"goals": (goals[7],)})
    view, _ = opened(content, goals, "sv")
    check_view(view)
    assert "Allt fick inte plats här." in str(view.payload)
    assert changed(content, goals, done="Nytt").content == content.model_copy(
        update={"done": "Nytt"}
    )


def test_an_input_that_the_form_lacks_changes_nothing() -> None:
    content = CONTENT.model_copy(update={"done": "Det här", "goals": (goal(1),)})
    begun = Begun.of(content, "Skövde", "sv")
    entries = typed_entries(occasion(submission({})), "Skövde", begun.entries)
    assert read(entries, {}, begun).content == content
    assert typed_entries(occasion(submission({})), None, Entries()) == Entries()
