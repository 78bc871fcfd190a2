"""Regular Swedish inflection of the lexicon's lemmas, where a suffix stemmer parts what belongs
together ("syfte" and "syftet", "ny" and "nya")."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.language.words import fold

_VOWELS = "aeiouy"

_NOUN = ("n", "en", "et", "t", "ar", "er", "or", "r", "arna", "erna", "orna", "na", "ena", "s")
_NOUN_IN_A = ("an", "or", "orna")
_NOUN_IN_E = ("ar", "arna", "er", "erna")
_ADJECTIVE = ("t", "tt", "a", "e", "are", "ast", "aste", "ade")
_WEAK_VERB = ("ar", "ade", "at", "as", "ades", "ats", "ad", "ande", "ades", "are")
_STRONG_VERB = ("", "er", "te", "de", "t", "s", "es", "tes", "des", "ts", "d", "da", "ta", "ande", "en", "et", "it", "its", "na")
_SHORT_VERB = ("r", "dde", "tt", "s", "ddes", "tts", "ende", "dd", "dda")


def regular_forms(lemma: str, pos: str) -> Iterator[str]:
    """The folded forms that a one-word lemma takes by rule, itself left out.

    Every declension and conjugation is tried, since the lexicon does not say which is the word's
    own: a form that no text contains does no harm.
    """
    word = fold(lemma)
    if pos in ("noun", "name"):
        yield from _genitives(_noun_forms(word))
    elif pos == "adj":
        yield from _genitives(_adjective_forms(word))
    elif pos == "verb":
        yield from _verb_forms(word)


def _genitives(forms: Iterator[str]) -> Iterator[str]:
    for form in forms:
        yield form
        yield f"{form}s"


def _noun_forms(word: str) -> Iterator[str]:
    yield from (word + ending for ending in _NOUN)
    if word.endswith("a"):
        yield from (word[:-1] + ending for ending in _NOUN_IN_A)
    if word.endswith("e"):
        yield from (word[:-1] + ending for ending in _NOUN_IN_E)
    if word[-2:] in ("el", "er", "en") and len(word) > 4:
        yield from (word[:-2] + word[-1] + ending for ending in ("ar", "arna", "er", "erna", "en", "et"))
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


def _verb_forms(word: str) -> Iterator[str]:
    if word.endswith("a"):
        yield from (word[:-1] + ending for ending in (*_WEAK_VERB, *_STRONG_VERB))
    else:
        yield from (word + ending for ending in _SHORT_VERB)
