from __future__ import annotations

import pytest

from bot.domain.reminders.broadcast import Template, Wish
from bot.services.reminders.broadcasts import Caution
from bot.services.reminders.templates import TEMPLATE_WISHES, has_gap, template_texts
from knowledge.texts.catalogue import LANGUAGES
from tests.unit.bot.services.reminders.reminded import BO, content, skara

WITH_GAP = {Template.TRAINING, Template.NEWS}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", Template)
def test_every_template_says_which_answers_it_asks_for_and_has_its_gaps_found(
    template: Template, language: str
) -> None:
    assert set(TEMPLATE_WISHES[template]) <= set(Wish)
    stated = content(**template_texts(template, language))
    assert has_gap(stated) == (template in WITH_GAP)


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("Tid och plats: ...", True),
        ("Det här är nytt sedan sist:\n…\nHälsningar", True),
        ("Handlingsplanen ... utvärderas årligen.", False),
        ("Vi ses snart…", False),
        ("Se protokollet: …utvärderas årligen", False),
    ],
)
def test_a_gap_is_what_nobody_has_filled_in(text: str, is_open: bool) -> None:
    preview = skara().use.broadcasts.preview(content(text=text), BO)
    assert (Caution.UNFILLED in preview.cautions) == is_open
