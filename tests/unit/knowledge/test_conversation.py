from __future__ import annotations

import pytest

from knowledge.conversation import Conversation, FollowUps, open_follow_ups

KNOWN = ("Enköping", "Skara", "Skövde", "Upplands-Bro", "Örebro")


@pytest.fixture(scope="module")
def follow_ups() -> FollowUps:
    return open_follow_ups(KNOWN)


MUNICIPALITIES = [
    ("Vem beslutar om vänortsavtal i Skövde?", "och i Enköping?",
     "Vem beslutar om vänortsavtal i Enköping?", "Enköping"),
    ("Who decides twin-town agreements?", "and in Enköping?",
     "Who decides twin-town agreements in Enköping?", "Enköping"),
    ("Vem beslutar om vänortsavtal?", "hur är det i Skara då?",
     "Vem beslutar om vänortsavtal i Skara?", "Skara"),
    ("Vad är Skövdes mål?", "och Örebro?", "Vad är Örebros mål?", "Örebro"),
    ("Vad är Skaras syfte med policyn?", "och upplands bro då?",
     "Vad är Upplands-Bros syfte med policyn?", "Upplands-Bro"),
    ("What is Skara's budget?", "what about Örebro?", "What is Örebro's budget?", "Örebro"),
    ("Vem beslutar om vänortsavtal i Skövde?", "och i Vara?",
     "Vem beslutar om vänortsavtal i Vara?", None),
    ("Vem beslutar om vänortsavtal i Skövde?", "och Stockholm då?",
     "Vem beslutar om vänortsavtal i Stockholm?", None),
    ("Vem beslutar om vänortsavtal i Skövde?", "i Enköping och Skara?",
     "Vem beslutar om vänortsavtal i Enköping och Skara?", None),
    ("Vem beslutar om vänortsavtal i Skövde?", "Enköping",
     "Vem beslutar om vänortsavtal i Enköping?", "Enköping"),
    ("Vem beslutar om vänortsavtal i Skövde?", "och i de andra kommunerna?",
     "Vem beslutar om vänortsavtal?", None),
    ("Who decides on travel in Skara?", "what about the other municipalities?",
     "Who decides on travel?", None),
    ("Vem beslutar om vänortsavtal i Skövde?", "gäller det i Skara också?",
     "Vem beslutar om vänortsavtal i Skara?", "Skara"),
    ("Vem beslutar om vänortsavtal i Skövde?", "Vad säger Skara?",
     "Vem beslutar om vänortsavtal i Skara?", "Skara"),
    ("Who decides on travel in Skara?", "how is it in Upplands-Bro?",
     "Who decides on travel in Upplands-Bro?", "Upplands-Bro"),
    ("Who decides on travel in Skara?", "Does that apply in orebro too?",
     "Who decides on travel in Örebro?", "Örebro"),
    ("How often are the goals followed up?", "in Skövde?",
     "How often are the goals followed up in Skövde?", "Skövde"),
    ("Vem är ansvarig för EU-projekt?", "och Örebro då?",
     "Vem är ansvarig för EU-projekt i Örebro?", "Örebro"),
]  # fmt: skip

TOPICS = [
    ("Vem beslutar om vänortsavtal?", "och nämnderna då?", "Nämnderna beslutar om vänortsavtal?"),
    ("Who decides on twin-town agreements?", "what about the committees?",
     "The committees decides on twin-town agreements?"),
    ("Vad ansvarar kommunstyrelsen för?", "och nämnderna då?", "Vad ansvarar nämnderna för?"),
    ("Vad ansvarar kommunstyrelsen för?", "vad gäller för bolagen?",
     "Vad ansvarar bolagen för?"),
    ("What do the committees report?", "and the municipal companies?",
     "What do the municipal companies report?"),
    ("Vad är syftet med policyn?", "och för nämnderna?",
     "Vad är syftet med policyn för nämnderna?"),
    ("Vem beslutar om vänortsavtal?", "och projekten då?", "Vem beslutar om projekten?"),
    ("Vem beslutar om vänortsavtal?", "hur är det med resor?", "Vem beslutar om resor?"),
    ("Who decides on twin-town agreements?", "how about EU projects?",
     "Who decides on EU projects?"),
    ("Hur mycket pengar avsätts till skolan?", "och till kultur?",
     "Hur mycket pengar avsätts till kultur?"),
    ("Hur mycket pengar avsätts till skolan?", "och resor då?",
     "Hur mycket pengar avsätts till resor?"),
    ("Who is responsible for the budget?", "and for follow-up?",
     "Who is responsible for the follow-up?"),
    ("Vem följer upp policyn?", "och handlingsplanen då?", "Vem följer upp handlingsplanen?"),
    ("Vem beslutar om projekt?", "bolagen?", "Bolagen beslutar om projekt?"),
    ("Vad är en vänort?", "och partnerstad?", "Vad är en partnerstad?"),
    ("What is a twin town?", "and a partner city?", "What is a partner city?"),
    ("Vem ansvarar för uppföljning i Skara?", "och budgeten i Örebro?",
     "Vem ansvarar för budgeten i Örebro?"),
    ("Who is responsible for the budget?", "what about travel in Örebro?",
     "Who is responsible for the travel in Örebro?"),
]  # fmt: skip

QUESTION_WORDS = [
    ("Vem beslutar om vänortsavtal?", "när då?", "När beslutar man om vänortsavtal?"),
    ("Vem beslutar om vänortsavtal?", "varför?", "Varför beslutar man om vänortsavtal?"),
    ("Who decides on twin towns?", "why?", "Why is it that someone decides on twin towns?"),
    ("When must the policy be revised?", "who then?", "Who must the policy be revised?"),
    ("När ska policyn revideras?", "av vem?", "Av vem ska policyn revideras?"),
    ("Hur mycket avsätts till skolan?", "när?", "När avsätts till skolan?"),
    ("Vad gör kommunstyrelsen?", "hur ofta?", "Hur ofta gör kommunstyrelsen?"),
    ("Får nämnderna besluta om resor?", "när då?", "När får nämnderna besluta om resor?"),
    ("Vem beslutar om vänortsavtal i Skövde?", "vilket år då?",
     "Vilket år beslutar man om vänortsavtal i Skövde?"),
    ("When is the policy revised?", "why is that?", "Why is the policy revised?"),
]  # fmt: skip

NEW_QUESTIONS = [
    "När ska handlingsplanen vara klar?",
    "Vem ansvarar för uppföljningen?",
    "Och vem ansvarar för uppföljningen?",
    "och ska nämnderna rapportera?",
    "What are the goals of the policy?",
    "And who pays for travel?",
    "vänorter resor",
    "tack",
]

POINTERS = [
    ("Vem beslutar om vänortsavtal?", "Vem följer upp dem?", "Vem följer upp vänortsavtal?"),
    ("Who decides on twin towns?", "Who pays for them?", "Who pays for twin towns?"),
    ("Vem beslutar om projekt?", "Hur finansieras det?", "Hur finansieras projekt?"),
]


def resolved(follow_ups: FollowUps, before: str, text: str) -> Conversation:
    return follow_ups.resolve(follow_ups.resolve(None, before), text)


@pytest.mark.parametrize(("before", "text", "question", "municipality"), MUNICIPALITIES)
def test_a_municipality_takes_the_place_of_the_one_before(
    follow_ups: FollowUps, before: str, text: str, question: str, municipality: str | None
) -> None:
    asked = resolved(follow_ups, before, text)
    assert (asked.question, asked.municipality) == (question, municipality)
    assert asked.everywhere == ("andra kommunerna" in text or "other municipalities" in text)


@pytest.mark.parametrize(("before", "text", "question"), TOPICS)
def test_somebody_or_something_else_takes_the_place_of_the_one_before(
    follow_ups: FollowUps, before: str, text: str, question: str
) -> None:
    assert resolved(follow_ups, before, text).question == question


@pytest.mark.parametrize(("before", "text", "question"), QUESTION_WORDS)
def test_a_question_word_alone_asks_the_question_before_in_another_way(
    follow_ups: FollowUps, before: str, text: str, question: str
) -> None:
    assert resolved(follow_ups, before, text).question == question


@pytest.mark.parametrize("text", NEW_QUESTIONS)
def test_a_new_question_stays_as_it_is_and_keeps_the_municipality(
    follow_ups: FollowUps, text: str
) -> None:
    asked = resolved(follow_ups, "Vem beslutar om projekt i Skara?", text)
    assert asked == Conversation(question=text, municipality="Skara")


@pytest.mark.parametrize(("before", "text", "question"), POINTERS)
def test_a_pronoun_stands_for_the_thing_of_the_question_before(
    follow_ups: FollowUps, before: str, text: str, question: str
) -> None:
    assert resolved(follow_ups, before, text).question == question


def test_the_first_question_is_never_a_follow_up(follow_ups: FollowUps) -> None:
    first = follow_ups.resolve(None, "Vad gäller för bolagen i Skara?")
    assert first == Conversation(question="Vad gäller för bolagen i Skara?", municipality="Skara")


def test_a_new_municipality_is_kept_from_then_on(follow_ups: FollowUps) -> None:
    asked = resolved(follow_ups, "Vem beslutar om projekt i Skara?", "och i Örebro?")
    later = follow_ups.resolve(asked, "Vem ansvarar för budgeten?")
    assert later.municipality == "Örebro"


def test_a_question_about_all_municipalities_lets_go_of_the_one_before(
    follow_ups: FollowUps,
) -> None:
    asked = resolved(follow_ups, "Vem beslutar i Skara?", "Vilka kommuner har vänorter?")
    assert asked.municipality is None


def test_follow_ups_build_upon_each_other(follow_ups: FollowUps) -> None:
    asked = follow_ups.resolve(None, "Vem beslutar om vänortsavtal i Skövde?")
    for text in ("och i Örebro?", "och projekten då?", "när då?"):
        asked = follow_ups.resolve(asked, text)
    assert asked.question == "När beslutar man om projekten i Örebro?"
    assert asked.municipality == "Örebro"
