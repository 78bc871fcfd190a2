from __future__ import annotations

import re
from pathlib import Path

import pytest

from knowledge.model import FactName
from knowledge.texts.catalogue import LANGUAGES, say, sources

ROOT = Path(__file__).parents[3]
KEY = re.compile(r"^([a-z][\w-]*) =", re.MULTILINE)
PLACEHOLDER = re.compile(r"\{\s*\$(\w+)")
USED = re.compile(
    r"[\"'](?:lead|refused|error|reason|unreadable|skipped|index|phase|prompt|chat|help|panel|usage|failure"
    r"|group|column|glossary|slack)-[\w-]+[\"']"
)


def entries(language: str) -> dict[str, str]:
    """The source of every text by key."""
    source = "\n".join(sources(language))
    found = list(KEY.finditer(source))
    ends = [each.start() for each in found[1:]] + [len(source)]
    return {each[1]: source[each.end() : end] for each, end in zip(found, ends, strict=True)}


def test_both_languages_have_the_same_texts_in_the_same_order() -> None:
    swedish, english = (list(entries(language)) for language in LANGUAGES)
    assert swedish == english


def test_no_text_is_written_twice() -> None:
    for language in LANGUAGES:
        source = "\n".join(sources(language))
        assert len(KEY.findall(source)) == len(entries(language))


def test_a_text_takes_the_same_details_in_both_languages() -> None:
    swedish, english = (entries(language) for language in LANGUAGES)
    for key, text in swedish.items():
        assert set(PLACEHOLDER.findall(text)) == set(PLACEHOLDER.findall(english[key])), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_can_be_said_with_its_details(language: str) -> None:
    for key, text in entries(language).items():
        assert say(key, language, **dict.fromkeys(PLACEHOLDER.findall(text), "x")).strip()


def test_every_key_that_the_code_names_is_in_the_catalogue() -> None:
    known = entries("sv")
    sources = [p for d in ("bot", "indexer", "knowledge") for p in (ROOT / d).rglob("*.py")]
    named = {key.strip("\"'") for p in sources for key in USED.findall(p.read_text("utf-8"))}
    assert {key for key in named if not key.endswith("-")} <= known.keys()


def test_every_document_fact_has_a_name() -> None:
    assert {f"fact-{name.value}" for name in FactName} <= entries("sv").keys()


def test_a_missing_detail_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("refused-in", "sv")


@pytest.mark.parametrize("length", [1, 1_000, 1_001, 2_501, 100_000])
def test_a_detail_may_be_as_long_as_it_is(length: int) -> None:
    long = "å" * length
    assert long in say("units-closed", "sv", units=long)
    assert long in say("import-problem", "sv", line="3", column=long, reason=f"{long}!")


def test_a_long_detail_that_chooses_between_texts_chooses_as_a_short_one_does() -> None:
    told = say("import-problem", "sv", line="3", column="x" * 3_000, reason="y")
    assert told == f"Rad 3, {'x' * 3_000}: y."
