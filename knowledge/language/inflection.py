"""Regular Swedish inflection of the lexicon's lemmas, where a suffix stemmer parts what belongs
together ("syfte" and "syftet", "ny" and "nya").
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.language.words import fold

_ACTION = ("ning", "ing", "ande", "else")
_PREFIXED = ("upp", "till", "om", "av", "in", "ut", "fram", "over", "ned")
_VOWELS = "aeiouy"

_NOUN = ("n", "en", "et", "t", "na", "ena", "arna", "erna", "orna")
_NOUN_PLURAL = ("ar", "er", "or", "r", "s")
_ADJECTIVE = ("t", "tt", "a", "are", "ast", "aste")
_VERB = ("ar", "ade", "at", "as", "ades", "ats", "ande", "te", "de", "tes", "des")
_VERB_RARE = ("er", "es", "", "ad", "t", "s", "ts", "d", "da", "ta", "en", "et", "it", "its", "na")
_SHORT_VERB = ("r", "dde", "tt", "s", "ddes", "tts", "ende", "dd", "dda")


def likely_forms(lemma: str, pos: str) -> Iterator[str]:
    """The folded forms of a one-word lemma whose endings belong to its part of speech alone.

    Every declension and conjugation is tried, since the lexicon does not say which is the word's
    own: a form that no text contains does no harm.
    """
    word = fold(lemma)
    if pos in ("noun", "name"):
        yield from _genitives(_noun_forms(word))
    elif pos == "adj":
        yield from _genitives(_adjective_forms(word))
    elif pos == "verb" and word.endswith("a"):
        yield from (word[:-1] + ending for ending in _VERB)
    elif pos == "verb":
        yield from (word + ending for ending in _SHORT_VERB)


def possible_forms(lemma: str, pos: str) -> Iterator[str]:
    """Further forms, whose endings other parts of speech have too ("leder": "leda" or "led")."""
    word = fold(lemma)
    if pos in ("noun", "name"):
        yield from _genitives(word + ending for ending in _NOUN_PLURAL)
        yield from _genitives(word[:-1] + ending for ending in _vowel_plurals(word))
    elif pos == "adj":
        yield from (word + ending for ending in ("e", "ade"))
    elif pos == "verb" and word.endswith("a"):
        yield from (word[:-1] + ending for ending in _VERB_RARE)


def _genitives(forms: Iterator[str]) -> Iterator[str]:
    for form in forms:
        yield form
        yield f"{form}s"


def _vowel_plurals(word: str) -> tuple[str, ...]:
    return {"a": ("or",), "e": ("ar", "er")}.get(word[-1], ())


def _noun_forms(word: str) -> Iterator[str]:
    yield from (word + ending for ending in _NOUN)
    if word.endswith("a"):
        yield from (word[:-1] + ending for ending in ("an", "orna"))
    if word.endswith("e"):
        yield from (word[:-1] + ending for ending in ("arna", "erna"))
    if word[-2:] in ("el", "er", "en") and len(word) > 4:
        yield from (
            word[:-2] + word[-1] + ending for ending in ("ar", "arna", "er", "erna", "en", "et")
        )
    if word[-1] in "mn" and word[-2:-1] in _VOWELS:
        yield from (word + word[-1] + ending for ending in ("et", "en", "er", "erna", "ar", "arna"))


def _adjective_forms(word: str) -> Iterator[str]:
    yield from (word + ending for ending in _ADJECTIVE)
    if word[-2:] in ("en", "el", "er", "al") and len(word) > 4:
        yield from (word[:-2] + word[-1] + ending for ending in ("a", "e"))
    if word[-1] in "dt":
        yield from (word[:-1] + ending for ending in ("t", "tt", "ta", "da"))
    if word.endswith("en"):
        yield word[:-1] + "t"


def action_words(lemma: str, pos: str) -> Iterator[str]:
    """The action nouns a folded verb may have by rule, and the verbs a noun may come from.

    A particle stands before the noun and after the verb ("folja upp", "uppfoljning").
    """
    verb, _, particle = lemma.partition(" ")
    if pos == "verb" and verb.endswith("a") and " " not in particle:
        yield from (particle + verb[:-1] + ending for ending in _ACTION)
    elif pos == "noun":
        for ending in _ACTION:
            root = lemma.removesuffix(ending)
            if root != lemma and len(root) > 2:
                yield root + "a"
                yield from (f"{root[len(p) :]}a {p}" for p in _PREFIXED if root.startswith(p))
