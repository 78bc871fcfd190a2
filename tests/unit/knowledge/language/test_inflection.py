from __future__ import annotations

import pytest

from knowledge.language.inflection import action_words, likely_forms, possible_forms


@pytest.mark.parametrize(
    ("lemma", "pos", "forms"),
    [
        ("syfte", "noun", {"syftet", "syftets", "syftena"}),
        ("skola", "noun", {"skolan", "skolans", "skolorna", "skolornas"}),
        ("pojke", "noun", {"pojken", "pojkarna"}),
        ("medel", "noun", {"medlen"}),
        ("program", "noun", {"programmet"}),
        ("nämnd", "noun", {"namnden", "namndens", "namnderna"}),
        ("internationell", "adj", {"internationellt", "internationella"}),
        ("öppen", "adj", {"oppet", "oppna"}),
        ("besluta", "verb", {"beslutar", "beslutade", "beslutat", "beslutas"}),
        ("tro", "verb", {"tror", "trodde", "trott"}),
    ],
)
def test_a_regular_word_takes_the_endings_of_its_kind(
    lemma: str, pos: str, forms: set[str]
) -> None:
    assert forms <= set(likely_forms(lemma, pos))


@pytest.mark.parametrize(
    ("lemma", "pos", "form"),
    [
        ("leda", "verb", "leder"),
        ("nämnd", "noun", "namnder"),
        ("skola", "noun", "skolor"),
        ("fri", "adj", "frie"),
    ],
)
def test_endings_that_other_kinds_of_word_share_come_second(
    lemma: str, pos: str, form: str
) -> None:
    assert form in set(possible_forms(lemma, pos))
    assert form not in set(likely_forms(lemma, pos))


def test_words_that_are_not_inflected_have_no_forms() -> None:
    assert not list(likely_forms("och", "conj"))
    assert not list(possible_forms("och", "conj"))


def test_a_verb_and_the_noun_of_its_action_lead_to_each_other() -> None:
    assert "uppfoljning" in set(action_words("folja upp", "verb"))
    assert "folja upp" in set(action_words("uppfoljning", "noun"))
    assert "traning" in set(action_words("trana", "verb"))
    assert "trana" in set(action_words("traning", "noun"))
