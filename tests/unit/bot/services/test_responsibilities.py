from __future__ import annotations

from pathlib import Path

import pytest

from bot.services.asking import Asking
from bot.services.responsibilities import MOST_DUTIES, is_topic, who_does
from tests.unit.bot.services.opened import make_answerer, open_five
from tests.unit.indexer.made import made, shipped


@pytest.fixture(scope="module")
def asking() -> Asking:
    return open_five().asking


def rows(asking: Asking, topic: str, place: str | None = None) -> list[tuple[str, str | None]]:
    return [(row.duty.municipality, row.duty.actor) for row in who_does(asking, topic, place)]


def test_a_topic_gives_those_who_have_duties_about_it(asking: Asking) -> None:
    found = who_does(asking, "vänortsavtal", "Örebro")
    assert "Kommunfullmäktige" in {row.duty.actor for row in found}
    for row in found:
        assert row.section.municipality == row.duty.municipality == "Örebro"
        text = shipped(row.section.document_id).text
        assert text[row.duty.start : row.duty.end] == row.duty.quote


@pytest.mark.parametrize("topic", ["vänorter", "twin towns", "uppföljning", "follow-up"])
def test_those_that_name_somebody_come_first(asking: Asking, topic: str) -> None:
    named = [actor is not None for _, actor in rows(asking, topic)]
    assert named
    assert named == sorted(named, reverse=True)


def test_an_english_topic_finds_swedish_duties(asking: Asking) -> None:
    swedish = {row.duty.quote for row in who_does(asking, "vänortsavtal", "Örebro")}
    english = {row.duty.quote for row in who_does(asking, "twin town agreements", "Örebro")}
    assert swedish
    assert swedish <= english


def test_only_the_municipality_asked_for_is_told_of(asking: Asking) -> None:
    for place in asking.municipalities:
        assert {municipality for municipality, _ in rows(asking, "uppföljning", place)} <= {place}
    assert len({municipality for municipality, _ in rows(asking, "uppföljning")}) > 1


def test_no_duty_is_told_twice_nor_more_than_a_message_holds(asking: Asking) -> None:
    for topic in ("uppföljning", "internationellt arbete", "vänorter"):
        found = who_does(asking, topic, None)
        assert 0 < len(found) <= MOST_DUTIES
        assert len({(row.duty.quote, row.duty.actor, row.duty.action) for row in found}) == len(
            found
        )


@pytest.mark.parametrize("topic", ["badhus", "qwertyuiop", "?", ""])
def test_a_topic_that_the_documents_do_not_speak_of_has_nobody(asking: Asking, topic: str) -> None:
    assert who_does(asking, topic, None) == []


def test_a_heading_speaks_for_the_duties_below_it(tmp_path: Path) -> None:
    text = """# Policy i Skara kommun\n
## Vänorter\n
Kommunstyrelsen ansvarar för detta arbete.\n
## Ekonomi\n
Nämnderna ansvarar för detta arbete.\n"""
    document = made(text, "skara-policy.md")
    asking = Asking(make_answerer(tmp_path, document), None)
    assert [actor for _, actor in rows(asking, "vänorter")] == ["Kommunstyrelsen"]
    assert [actor for _, actor in rows(asking, "ekonomi")] == ["Nämnderna"]


@pytest.mark.parametrize(
    "words",
    ["vänorter", "EU-projekt", "resor", "travel", "uppföljning av mål", "budget", "samordnaren"],
)
def test_a_noun_after_who_is_a_topic(asking: Asking, words: str) -> None:
    assert is_topic(asking, words)


@pytest.mark.parametrize(
    "words",
    [
        "beslutar om vänortsavtal",
        "ansvarar för uppföljning",
        "är ansvarig för resor",
        "decides on travel",
        "is responsible for travel",
        "kan svara",
        "vänorter?",
        "qwertyuiop?",
    ],
)
def test_a_verb_or_a_question_mark_after_who_makes_a_question(asking: Asking, words: str) -> None:
    assert not is_topic(asking, words)
