from __future__ import annotations

import pytest

from bot.services.activities.free_text import suggest
from bot.services.activities.free_text.kind import read_kind
from bot.services.activities.kinds import load_kinds

KINDS = load_kinds(None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Studiebesök, EU-projekt", "eu_project"),
        ("Studiebesök i ett projekt", "transnational_exchange"),
        ("ungdomsutbyte", "transnational_exchange"),
        ("Nätverksträff", "international_network"),
        ("Mayors for Peace", "international_network"),
        ("Konferens om vatten", "horizon_scanning"),
        ("study visit", "transnational_exchange"),
        ("Brev från vänskolan", "transnational_exchange"),
        ("Medlemsavgift Nordiska vänorter", "international_network"),
        ("Har bevakat förslaget", "horizon_scanning"),
        ("Utbildningsnämnden på studiebesök", "transnational_exchange"),
    ],
)
def test_the_kind_that_is_named_or_the_most_specific_word_wins(text: str, kind: str) -> None:
    found = read_kind(text, KINDS)
    assert found is not None
    assert found.value == kind


@pytest.mark.parametrize(
    "text",
    ["400 besökare", "besöksnäringen", "Utbildningsnämndens möte", "vuxenutbildningen", "Möte", ""],
)
def test_without_a_word_for_one_there_is_no_kind(text: str) -> None:
    assert read_kind(text, KINDS) is None


def test_suggestions_tell_the_words_that_speak_for_them() -> None:
    text = "Konferens i nätverket Eurocities"
    suggested = [(each.kind.id, each.because.of(text)) for each in suggest(text, KINDS)]
    assert suggested == [("international_network", "Eurocities"), ("horizon_scanning", "Konferens")]
