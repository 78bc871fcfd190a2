"""Whatever is to be shown, Slack takes it and nobody is mentioned whom we do not mean."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.slack.blocks.answer import answer_message, past_answer_view, shared_message
from bot.channels.slack.blocks.channel import channel_view
from bot.channels.slack.blocks.compare import comparison_message
from bot.channels.slack.blocks.feedback import feedback_view
from bot.channels.slack.blocks.fitting import Message, View, weight
from bot.channels.slack.blocks.gaps import gaps_view
from bot.channels.slack.blocks.hand_over import (
    answer_view,
    coordinator_answer_message,
    hand_over_answered_card,
    hand_over_card,
    hand_over_reminder_message,
)
from bot.channels.slack.blocks.home import home_view
from bot.channels.slack.blocks.lists import (
    documents_message,
    glossary_message,
    help_message,
    who_message,
)
from bot.channels.slack.blocks.notices import Notice, already_answered, answer_kept, notice
from bot.channels.slack.blocks.section import section_view
from bot.domain.hand_overs import HandOver
from bot.domain.questions import ChannelSettings, LoggedQuestion
from bot.services.comparing import Comparison
from bot.services.gaps import Gap, GapReport
from bot.services.glossary import GlossaryPage
from bot.services.listing import DocumentRow
from bot.services.responsibilities import Responsibility
from bot.services.sections import SectionPage, Validity
from tests.fakes.slack.block_kit import message_problems, view_problems
from tests.fakes.slack.pings import pings_in
from tests.unit.bot.channels.slack.made import ASKED_AT, TODAY, asked, document
from tests.unit.bot.channels.slack.seeing import view_seen
from tests.unit.bot.channels.slack.strategies import (
    COMPARISONS,
    DOCUMENTS,
    DUTIES,
    GAPS,
    GLOSSARIES,
    HAND_OVERS,
    LANGUAGES,
    LETTERS,
    MAYBE,
    MOMENTS,
    PAGES,
    QUESTIONS,
    TEXTS,
    VALIDITIES,
    some,
)

PEOPLE = {("user", "U0EVA"), ("user", "W1"), ("user", "U0BO"), ("subteam", "S0KOM")}
VALID = st.dictionaries(LETTERS, VALIDITIES, max_size=3)


def check_message(message: Message, mentioned: bool = False) -> None:
    blocks: list[Any] = list(message.blocks)
    problems = message_problems(text=message.text, blocks=blocks)
    assert [str(problem) for problem in problems] == []
    assert 0 < len(message.text) <= 4000
    assert weight(message.blocks) <= 13_000
    check_actions(blocks)
    pings = pings_in(message.text, blocks, linked=False)
    assert pings <= (PEOPLE if mentioned else set())


def check_actions(blocks: list[Any]) -> None:
    """No two elements have the same action_id: a handler must know which was pressed."""
    held = [each for block in blocks for each in block.get("elements", [])]
    held += [block[name] for block in blocks for name in ("accessory", "element") if name in block]
    ids = [each["action_id"] for each in held if "action_id" in each]
    assert len(ids) == len(set(ids))


def check_view(view: View, mentioned: bool = False) -> None:
    payload: dict[str, Any] = dict(view.payload)
    assert [str(problem) for problem in view_problems(payload)] == []
    check_actions(payload["blocks"])
    pings = pings_in("", payload["blocks"], linked=False)
    assert pings <= (PEOPLE if mentioned else set())


@some
@given(QUESTIONS, VALID, st.booleans(), LANGUAGES)
def test_any_answer(
    asked: LoggedQuestion, validity: dict[str, Validity], sharable: bool, language: str
) -> None:
    check_message(answer_message(asked, validity, sharable=sharable, language=language))
    check_view(past_answer_view(asked, validity, language))
    shared = shared_message(asked, "U0EVA", validity, language=language)
    check_message(shared, mentioned=True)


@some
@given(QUESTIONS, LANGUAGES)
def test_the_sentence_is_whole_and_every_citation_line_is_there(
    asked: LoggedQuestion, language: str
) -> None:
    message = answer_message(asked, {}, sharable=False, language=language)
    kinds = [block["type"] for block in message.blocks]
    assert kinds.count("context_actions") == 1
    if asked.answer.status == "answered":
        assert kinds.count("section") == len(asked.answer.citations)


@some
@given(COMPARISONS, VALID, LANGUAGES)
def test_any_comparison(
    comparison: Comparison, validity: dict[str, Validity], language: str
) -> None:
    check_message(comparison_message(comparison, validity, today=TODAY, language=language))


@some
@given(HAND_OVERS, QUESTIONS, MAYBE, st.sampled_from((None, "S0KOM", "U0BO", "<!here>")), LANGUAGES)
def test_any_hand_over(
    hand_over: HandOver,
    asked: LoggedQuestion,
    link: str | None,
    mention: str | None,
    language: str,
) -> None:
    answered = hand_over_answered_card(hand_over, asked, link_to_thread=link, language=language)
    card = hand_over_card(hand_over, asked, link_to_thread=link, mention=mention, language=language)
    reminder = hand_over_reminder_message(
        hand_over, asked, now=ASKED_AT, mention=mention, language=language
    )
    answers = [
        coordinator_answer_message(hand_over, asked, language, openly=openly)
        for openly in (True, False)
    ]
    for message in (answered, card, reminder, *answers):
        check_message(message, mentioned=True)
    check_view(answer_view(hand_over, asked, language), mentioned=True)


@some
@given(PAGES, st.none() | st.integers(-1, 9), LANGUAGES)
def test_any_section(page: SectionPage, part: int | None, language: str) -> None:
    check_view(section_view(page, language, today=TODAY, part=part))


@some
@given(st.lists(GAPS, max_size=80), MOMENTS, LANGUAGES)
def test_any_gap_list(gaps: list[Gap], since: datetime, language: str) -> None:
    check_view(gaps_view(GapReport(since=since, gaps=tuple(gaps)), language))


@some
@given(
    MAYBE,
    st.sampled_from((None, "sv", "en", "x")),
    st.lists(TEXTS, max_size=300),
    st.lists(QUESTIONS, max_size=12),
    st.lists(DOCUMENTS, max_size=60),
    LANGUAGES,
)
def test_any_home_tab(
    municipality: str | None,
    menus: str | None,
    municipalities: list[str],
    recent: list[LoggedQuestion],
    documents: list[DocumentRow],
    language: str,
) -> None:
    check_view(
        home_view(
            municipality=municipality,
            menus=menus,
            municipalities=municipalities,
            recent=recent,
            documents=documents,
            today=TODAY,
            language=language,
        )
    )
    message = documents_message(documents, municipality, today=TODAY, language=language)
    check_message(message)
    chosen = ChannelSettings(municipality=municipality, mentions_only=bool(recent))
    check_view(channel_view("C0INTERNAT", chosen, municipalities, language))


@some
@given(TEXTS, st.lists(DUTIES, max_size=20), GLOSSARIES, LANGUAGES)
def test_any_list(
    topic: str, duties: list[Responsibility], page: GlossaryPage, language: str
) -> None:
    check_message(who_message(topic, duties, language))
    check_message(glossary_message(page, language))


@given(st.sampled_from(Notice), LANGUAGES)
def test_any_notice(what: Notice, language: str) -> None:
    details = {"id": "abc"} if what in (Notice.FAILED, Notice.COORDINATORS_UNREACHABLE) else {}
    check_message(notice(what, language, **details))


@given(LANGUAGES)
def test_what_has_no_values(language: str) -> None:
    check_message(help_message(language))
    check_message(already_answered("U0BO", language), mentioned=True)
    check_message(answer_kept("U0BO", "abc", language), mentioned=True)
    check_view(feedback_view("q-1", language))


def test_a_home_tab_for_every_municipality_of_sweden() -> None:
    towns = [f"{'ABCDEFGHIJKLMNOPRSTUVYÅÄÖ'[place % 25]}stad {place}" for place in range(290)]
    view = home_view(
        municipality=towns[200],
        menus=None,
        municipalities=towns,
        recent=[asked()] * 20,
        documents=[document(town, "Policy för internationellt arbete") for town in towns],
        today=TODAY,
        language="sv",
    )
    check_view(view)
    assert "… och 250 till" in view_seen(view)
    assert view_seen(view).index(f"• {towns[200]}") < view_seen(view).index(f"• {towns[0]}")
