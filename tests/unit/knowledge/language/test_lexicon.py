from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

import pytest

from knowledge.language.lexicon import LISTS, WORD_FILES, Entry, Lexicon, load_lexicon, rows
from knowledge.language.words import fold
from knowledge.model import Aspect, FactName

COLUMNS = {
    "abbreviations": ["abbreviation", "sv", "en"],
    "actors": ["id", "sv", "en", "names_sv", "names_en", "kind"],
    "fact_cues": ["fact", "pattern"],
    "function_words": ["language", "words"],
    "order_cues": ["pattern"],
    "municipalities": ["name", "county"],
    "question_cues": ["aspect", "pattern"],
    **{name: ["lemma", "pos", *LISTS] for name in WORD_FILES},
}

KINDS_OF_WORD = {
    "noun", "verb", "adj", "adv", "phrase", "name", "prep", "pron", "conj", "num"
}  # fmt: skip


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def lines(name: str) -> list[str]:
    text = files("knowledge").joinpath("lexicon", f"{name}.tsv").read_text("utf-8")
    return text.splitlines()


def table(name: str) -> list[dict[str, str]]:
    return list(rows("\n".join(lines(name))))


def test_no_file_of_the_lexicon_is_forgotten_here() -> None:
    shipped = files("knowledge").joinpath("lexicon").iterdir()
    names = {each.name.removesuffix(".tsv") for each in shipped if each.name.endswith(".tsv")}
    assert names == COLUMNS.keys()


@pytest.mark.parametrize("name", COLUMNS)
def test_every_row_has_the_columns_of_its_file(name: str) -> None:
    assert lines(name)[0].split("\t") == COLUMNS[name]
    wrong = [line for line in lines(name) if line.count("\t") != len(COLUMNS[name]) - 1]
    assert wrong == []


@pytest.mark.parametrize("name", COLUMNS)
def test_no_row_stands_twice(name: str) -> None:
    assert [line for line, count in Counter(lines(name)).items() if count > 1] == []


@pytest.mark.parametrize(
    ("name", "key"),
    [
        *((name, ("lemma", "pos")) for name in WORD_FILES),
        ("abbreviations", ("abbreviation",)),
        ("actors", ("id",)),
        ("municipalities", ("name",)),
    ],
)
def test_no_word_has_two_rows_in_a_file(name: str, key: tuple[str, ...]) -> None:
    counted = Counter(tuple(row[column] for column in key) for row in table(name))
    assert [found for found, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("name", WORD_FILES)
def test_every_word_has_a_kind_and_english(name: str) -> None:
    wrong = [
        row["lemma"]
        for row in table(name)
        if row["pos"] not in KINDS_OF_WORD
        or not row["en"].strip()
        or not row["lemma"].strip()
        or row["lemma"] != row["lemma"].strip()
    ]
    assert wrong == []


def _tied(entry: Entry) -> tuple[str, ...]:
    return (*entry.synonyms, *entry.narrower, *entry.related)


def test_no_entry_names_the_same_thing_twice(lexicon: Lexicon) -> None:
    wrong = [
        entry.lemma
        for entry in lexicon.entries
        for names in ((*entry.en, *entry.heard), entry.forms, _tied(entry))
        if len(set(names)) < len(names)
    ]
    assert wrong == []


def test_cues_are_patterns_for_folded_text_and_name_what_they_tell() -> None:
    cues = [(Aspect(row["aspect"]).value, row["pattern"]) for row in table("question_cues")]
    cues += [(FactName(row["fact"]).value, row["pattern"]) for row in table("fact_cues")]
    assert all(re.compile(pattern) and fold(pattern) == pattern.casefold() for _, pattern in cues)


def test_sweden_has_290_municipalities() -> None:
    assert len(table("municipalities")) == 290


def test_the_lexicon_has_thousands_of_lemmas(lexicon: Lexicon) -> None:
    assert len({entry.lemma for entry in lexicon.entries}) >= 2000


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("städer", "stad"),
        ("länderna", "land"),
        ("böcker", "bok"),
        ("gjorde", "gora"),
        ("tog", "ta"),
        ("män", "man"),
    ],
)
def test_an_irregular_form_leads_to_its_lemma(lexicon: Lexicon, word: str, lemma: str) -> None:
    assert lexicon.term(word) == lemma


@pytest.mark.parametrize(
    ("words", "lemma"),
    [
        ("vänort vänorter VÄNORTERNAS vänorternas vanorterna", "vanort"),
        ("syfte syftet syftets", "syfte"),
        ("ny nytt nya", "ny"),
        ("besluta beslutar beslutade beslutas", "besluta"),
        ("beslut besluten", "beslut"),
        ("nämnd nämnder nämndernas", "namnd"),
    ],
)
def test_all_forms_of_a_word_are_compared_as_one(lexicon: Lexicon, words: str, lemma: str) -> None:
    assert {lexicon.term(word) for word in words.split()} == {lemma}


def test_a_word_written_with_diacritics_is_itself_only(lexicon: Lexicon) -> None:
    assert lexicon.term("här") != lexicon.term("har")


def test_an_unknown_word_is_compared_by_its_stem(lexicon: Lexicon) -> None:
    assert lexicon.term("Flurpbilarnas") == lexicon.term("flurpbilarna")


@pytest.mark.parametrize(
    ("words", "lemma"),
    [
        ("vänort", "vänort"),
        ("vänorternas", "vänort"),
        ("vanorter", "vänort"),
        ("twin town", "vänort"),
        ("Twin Towns", "vänort"),
        ("twin-town agreement", "vänortsavtal"),
        ("following up", "följa upp"),
        ("städer", "stad"),
    ],
)
def test_the_glossary_is_looked_up_both_ways(lexicon: Lexicon, words: str, lemma: str) -> None:
    assert lemma in [entry.lemma for entry in lexicon.look_up(words)][:3]


def test_what_the_glossary_lacks_is_nothing(lexicon: Lexicon) -> None:
    assert lexicon.look_up("flurp") == []
