"""What people see, kept as text in the folder ``seen``."""

from __future__ import annotations

import pytest

from bot.channels.slack.blocks.answer import answer_message, past_answer_view, shared_message
from bot.channels.slack.blocks.channel import channel_view
from bot.channels.slack.blocks.compare import comparison_message
from bot.channels.slack.blocks.feedback import feedback_view
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
from bot.domain.questions import ChannelSettings
from bot.services.comparing import Comparison
from bot.services.gaps import GapReport
from bot.services.glossary import GlossaryPage
from bot.services.sections import Part, Run, SectionPage, Validity
from knowledge.model import PassageKind, SectionReference, Span
from knowledge.texts.catalogue import LANGUAGES
from tests.unit.bot.channels.slack.made import (
    ANSWER,
    ANSWERED,
    ASKED_AT,
    DEFINITION,
    DUTY,
    ENTRY,
    GAP,
    HAND_OVER,
    REFUSAL,
    SECTION,
    TODAY,
    VALIDITY,
    asked,
    document,
)
from tests.unit.bot.channels.slack.seeing import matches, message_seen, view_seen

DOCUMENTS = (
    document("Enköping", "Internationell policy"),
    document("Skara", "Handlingsplan", until="2017"),
    document("Örebro", "Internationell policy", until="2030-12-31"),
)
WITH_ID = (Notice.FAILED, Notice.COORDINATORS_UNREACHABLE)
LINK = "https://kommun.slack.com/archives/C0/p1"


def run(text: str, *, is_quote: bool = False) -> Run:
    return Run(text=text, is_quote=is_quote)


def neighbour(ordinal: int, heading: str) -> SectionReference:
    return SECTION.model_copy(
        update={"ordinal": ordinal, "section": heading, "section_number": str(ordinal)}
    )


PAGE = SectionPage(
    section=SECTION,
    validity=Validity(valid_from=None, valid_until="2030"),
    parts=(
        Part(
            kind=PassageKind.PARAGRAPH,
            units=(
                (run("Inledning.\n"),),
                (run("Fullmäktige "), run("beslutar om\npolicyn", is_quote=True), run(".")),
            ),
        ),
        Part(
            kind=PassageKind.LIST,
            units=((run("Nämnderna ska:"),), (run("- följa upp"),), (run("- rapportera"),)),
        ),
        Part(kind=PassageKind.TABLE_ROW, units=((run("EU-projekt\tFinansieras av EU."),),)),
        Part(
            kind=PassageKind.ACTION,
            units=((run("Åtgärd: Utbyten"),), (run("Ansvarig: Skolorna"),)),
        ),
    ),
    quote=Span(start=1, end=9),
    previous=neighbour(3, "Mål"),
    following=neighbour(5, "Uppföljning och utvärdering av det internationella arbetet"),
)


def test_answer() -> None:
    message = answer_message(asked(), VALIDITY, sharable=True, language="sv")
    matches("answer", message_seen(message))


def test_answer_in_english_to_a_follow_up() -> None:
    question = asked(text="och policyn?", municipality="Örebro")
    message = answer_message(question, VALIDITY, sharable=False, language="en")
    matches("answer_en", message_seen(message))


def test_refusal() -> None:
    message = answer_message(asked(REFUSAL), VALIDITY, sharable=True, language="sv")
    matches("refusal", message_seen(message))


def test_shared_answer() -> None:
    matches("shared", message_seen(shared_message(asked(), "U0BO", VALIDITY, language="sv")))


def test_past_answer() -> None:
    matches("past_answer", view_seen(past_answer_view(asked(), VALIDITY, "sv")))


def test_section() -> None:
    matches("section", view_seen(section_view(PAGE, "sv", today=TODAY)))


def test_long_section() -> None:
    sentence = "Ett långt stycke om det internationella arbetet i kommunen. " * 40
    passage = Part(kind=PassageKind.PARAGRAPH, units=((run(sentence),),))
    quoted = Part(kind=PassageKind.PARAGRAPH, units=((run("Citatet.", is_quote=True),),))
    page = PAGE.model_copy(update={"parts": (*[passage] * 7, quoted, *[passage] * 7)})
    shortened = view_seen(section_view(page, "sv", today=TODAY)).replace(sentence.strip(), "[...]")
    matches("section_long", shortened)


def test_comparison() -> None:
    comparison = Comparison(
        question="Vem beslutar om policyn?",
        answers=(("Örebro", ANSWER), ("Skövde", REFUSAL), ("Enköping", REFUSAL)),
        left_out=2,
    )
    message = comparison_message(comparison, VALIDITY, today=TODAY, language="sv")
    matches("comparison", message_seen(message))


def test_hand_over_card() -> None:
    message = hand_over_card(
        HAND_OVER, asked(), link_to_thread=LINK, mention="S0KOM", language="sv"
    )
    matches("hand_over_card", message_seen(message))


def test_hand_over_card_of_a_refusal() -> None:
    message = hand_over_card(
        HAND_OVER, asked(REFUSAL), link_to_thread=None, mention=None, language="sv"
    )
    matches("hand_over_card_refusal", message_seen(message))


def test_answered_card() -> None:
    message = hand_over_answered_card(ANSWERED, asked(), link_to_thread=LINK, language="sv")
    matches("hand_over_answered", message_seen(message))


@pytest.mark.parametrize("mention", [None, "S0KOM"])
def test_reminder(mention: str | None) -> None:
    handed_over: HandOver = HAND_OVER.model_copy(update={"handed_over_at": ASKED_AT})
    message = hand_over_reminder_message(
        handed_over,
        asked(),
        now=ASKED_AT.replace(day=23),
        mention=mention,
        language="sv",
    )
    matches(f"reminder_{'group' if mention else 'nobody'}", message_seen(message))


def test_answer_form() -> None:
    matches("answer_form", view_seen(answer_view(HAND_OVER, asked(), "sv")))


def test_coordinators_answer() -> None:
    message = coordinator_answer_message(ANSWERED, asked(), "sv", openly=False)
    matches("coordinator_answer", message_seen(message))


@pytest.mark.parametrize(("presser", "called"), [("U0EVA", "one"), ("U0KIM", "two")])
def test_coordinators_answer_in_an_open_thread(presser: str, called: str) -> None:
    answered = ANSWERED.model_copy(update={"asker": presser})
    message = coordinator_answer_message(answered, asked(), "sv", openly=True)
    matches(f"coordinator_answer_openly_{called}", message_seen(message))


def test_feedback() -> None:
    matches("feedback", view_seen(feedback_view("q-1", "sv")))


def test_gaps() -> None:
    report = GapReport(since=ASKED_AT, gaps=(GAP, GAP))
    matches("gaps", view_seen(gaps_view(report, "sv")))


def test_no_gaps() -> None:
    matches("gaps_none", view_seen(gaps_view(GapReport(since=ASKED_AT, gaps=()), "sv")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_home(language: str) -> None:
    view = home_view(
        municipality="Örebro",
        menus="sv",
        municipalities=["Enköping", "Skara", "Örebro"],
        recent=[asked(), asked(REFUSAL)],
        documents=DOCUMENTS,
        today=TODAY,
        language=language,
    )
    matches(f"home_{language}", view_seen(view))


def test_first_home() -> None:
    view = home_view(
        municipality=None,
        menus=None,
        municipalities=["Skara"],
        recent=[],
        documents=[],
        today=TODAY,
        language="sv",
    )
    assert "<Alla kommuner>" in view_seen(view)
    assert "Du har inte ställt någon fråga ännu." in view_seen(view)


def test_documents() -> None:
    message = documents_message(DOCUMENTS, "Skara", today=TODAY, language="sv")
    matches("documents", message_seen(message))


def test_glossary() -> None:
    page = GlossaryPage(term="vänort", entries=(ENTRY,), definitions=(DEFINITION,), closest=())
    matches("glossary", message_seen(glossary_message(page, "sv")))


def test_unknown_word() -> None:
    page = GlossaryPage(term="vänorrt", entries=(), definitions=(), closest=("vänort", "vänskap"))
    matches("glossary_unknown", message_seen(glossary_message(page, "sv")))


def test_who() -> None:
    matches("who", message_seen(who_message("policyn", [DUTY], "sv")))


def test_who_of_nothing() -> None:
    matches("who_none", message_seen(who_message("badhus", [], "sv")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_help(language: str) -> None:
    matches(f"help_{language}", message_seen(help_message(language)))


def test_channel_settings() -> None:
    settings = ChannelSettings(municipality="Skara", mentions_only=True)
    matches("channel", view_seen(channel_view("C0", settings, ["Örebro", "Skara"], "sv")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_notices(language: str) -> None:
    told = [
        notice(what, language, **({"id": "3f2a"} if what in WITH_ID else {})).text
        for what in Notice
    ]
    told.append(already_answered("U0BO", language).text)
    told.append(answer_kept("U0EVA", "3f2a", language).text)
    matches(f"notices_{language}", "\n".join(told) + "\n")
