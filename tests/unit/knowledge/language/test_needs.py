from __future__ import annotations

import pytest

from knowledge.language.analysis import Analyser
from knowledge.language.lexicon import load_lexicon
from knowledge.language.need import STRONG, Need
from knowledge.language.needs import NeedFinder


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser(load_lexicon())


@pytest.fixture(scope="module")
def finder(analyser: Analyser) -> NeedFinder:
    return NeedFinder(analyser)


def named(needs: list[Need], words: str) -> Need:
    return next(need for need in needs if need.words == words)


@pytest.mark.parametrize(
    ("language", "question", "text"),
    [
        ("sv", "vänortsavtal", "avtal med vänorter"),
        ("sv", "avtal med vänorter", "vänortsavtal"),
        ("sv", "vem bestammer om vanortsavtal", "Kommunfullmäktige beslutar om vänortsavtal."),
        ("sv", "Hur följs det upp?", "Uppföljning ska ske årligen."),
        ("sv", "uppföljning", "Kommunstyrelsen följer upp policyn."),
        ("sv", "EU-pengarna", "pengar från EU"),
        ("sv", "resor", "tjänsteresor"),
        ("en", "who decides twin-town agreements?", "Kommunfullmäktige beslutar om vänortsavtal."),
        ("en", "student exchanges", "elevutbyten"),
        ("en", "follow-up", "Uppföljning ska ske årligen."),
    ],
)
def test_a_text_meets_every_need_in_words_of_its_own(
    finder: NeedFinder, analyser: Analyser, language: str, question: str, text: str
) -> None:
    needs = finder.needs(question, language)
    terms = frozenset(analyser.terms(text))
    assert needs
    assert all(need.met_by(terms) >= STRONG for need in needs), needs


def test_a_text_about_something_else_meets_no_need(finder: NeedFinder, analyser: Analyser) -> None:
    terms = frozenset(analyser.terms("Simhallen öppnar klockan sju."))
    needs = finder.needs("Vem tecknar avtal med vänorter?", "sv")
    assert [need.met_by(terms) for need in needs] == [0.0] * len(needs)


def test_the_words_own_name_is_surer_than_a_synonym_and_that_than_a_neighbour(
    finder: NeedFinder, analyser: Analyser
) -> None:
    need = named(finder.needs("Vilka ungdomar?", "sv"), "ungdomar")

    def met(text: str) -> float:
        return need.met_by(frozenset(analyser.terms(text)))

    assert met("ungdom") > met("tonåring") > met("barn") > met("simhall")


def test_a_kind_speaks_of_the_whole_and_the_whole_not_of_the_kind(
    finder: NeedFinder, analyser: Analyser
) -> None:
    whole, kind = finder.needs("nämnden", "sv")[0], finder.needs("socialnämnden", "sv")[0]
    assert whole.met_by(frozenset(analyser.terms("Socialnämnden beslutar."))) >= STRONG
    assert kind.met_by(frozenset(analyser.terms("Nämnden beslutar."))) < STRONG


def test_what_is_only_heard_leads_to_the_word_less_surely_than_an_equivalent(
    finder: NeedFinder, analyser: Analyser
) -> None:
    terms = frozenset(analyser.terms("uppsägning"))
    heard, equivalent = (finder.needs(w, "en")[0] for w in ("calling it quits", "termination"))
    assert 0 < heard.met_by(terms) < equivalent.met_by(terms)


def test_of_two_things_with_or_between_them_either_will_do(
    finder: NeedFinder, analyser: Analyser
) -> None:
    (need,) = finder.needs("bokslutet eller handlingsplanen", "sv")
    for text in ("Det redovisas i bokslutet.", "Det står i handlingsplanen."):
        assert need.met_by(frozenset(analyser.terms(text))) == 1.0


def test_a_filler_may_stand_within_a_phrase(finder: NeedFinder) -> None:
    needs = finder.needs("Vem har egentligen hand om vänorterna?", "sv")
    assert [need.words for need in needs] == ["Vem har hand om", "vänorterna"]


def test_a_quoted_phrase_is_meant_whole(finder: NeedFinder, analyser: Analyser) -> None:
    need = named(finder.needs('Vem håller i "Möjligheter med EU"?', "sv"), "Möjligheter med EU")
    assert need.is_name
    assert need.met_by(frozenset(analyser.terms("Utbildning om Möjligheter med EU"))) == 1.0
    assert need.met_by(frozenset(analyser.terms("Utbildning om EU"))) == 0.0


def test_a_swedish_word_in_an_english_question_is_understood(
    finder: NeedFinder, analyser: Analyser
) -> None:
    need = named(finder.needs("what is omvärldsbevakning?", "en"), "omvärldsbevakning")
    assert need.is_known
    assert need.met_by(frozenset(analyser.terms("Vi bevakar omvärlden."))) >= STRONG


def test_a_phrase_of_small_words_is_not_met_by_the_one_that_is_left(
    finder: NeedFinder, analyser: Analyser
) -> None:
    need = named(finder.needs("Vad är syftet?", "sv"), "syftet")
    assert need.met_by(frozenset(analyser.terms("Det går bra."))) == 0.0


def test_a_verb_takes_its_particle_from_behind_other_words(finder: NeedFinder) -> None:
    needs = finder.needs("När säger kommunen upp avtalet?", "sv")
    assert named(needs, "säger upp").is_verb
    assert named(needs, "avtalet").is_thing


def test_small_words_need_nothing(finder: NeedFinder) -> None:
    assert finder.needs("och vad är det för något?", "sv") == []
    assert finder.needs("and what is it about?", "en") == []


def test_a_name_is_a_name_though_the_lexicon_lacks_it(finder: NeedFinder) -> None:
    assert named(finder.needs("Vad gäller för resor till Flurpville?", "sv"), "Flurpville").is_name


def test_what_is_asked_twice_is_needed_once(finder: NeedFinder) -> None:
    assert len(finder.needs("Vänorter, vänorter!", "sv")) == 1


def test_words_already_understood_are_skipped(finder: NeedFinder) -> None:
    question = "vänortsavtal i Skövde"
    needs = finder.needs(question, "sv", frozenset({question.index("Skövde")}))
    assert [need.words for need in needs] == ["vänortsavtal"]


def test_alternatives_come_surest_first(finder: NeedFinder) -> None:
    for need in finder.needs("Hur följs elevutbyten upp?", "sv"):
        weights = [alternative.weight for alternative in need.alternatives]
        assert weights == sorted(weights, reverse=True)
        assert all(0 < weight <= 1 for weight in weights)
        assert dict(need.single_terms()).keys() >= set().union(
            *(each.terms for each in need.alternatives)
        )


@pytest.mark.parametrize(
    "question", ["Får Skara skicka elever till Mars?", "Har Skara, liksom Mars, en vänort?"]
)
def test_a_name_is_not_met_by_what_is_near_the_word_that_it_looks_like(
    finder: NeedFinder, analyser: Analyser, question: str
) -> None:
    need = named(finder.needs(question, "sv"), "Mars")
    assert need.met_by(frozenset(analyser.terms("Resan sker i mars."))) >= STRONG
    assert not need.met_by(frozenset(analyser.terms("Resan sker under våren.")))


@pytest.mark.parametrize("question", ["Reser eleverna i mars?", "Mars eller april?"])
def test_a_month_is_near_its_season(finder: NeedFinder, analyser: Analyser, question: str) -> None:
    need = finder.needs(question, "sv")[-1 if "Reser" in question else 0]
    assert need.met_by(frozenset(analyser.terms("Resan sker under våren.")))


def test_a_capital_makes_no_name_of_a_word_that_the_documents_have(analyser: Analyser) -> None:
    finder = NeedFinder(analyser, lambda term: term == "mars")
    need = named(finder.needs("Reser eleverna i Mars?", "sv"), "Mars")
    assert need.met_by(frozenset(analyser.terms("Resan sker under våren.")))
