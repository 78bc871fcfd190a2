"""The main verbs of a sentence: Swedish puts one finite verb second, the rest in subclauses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from indexer.extraction.verbs import MODALS, Verbs
from indexer.extraction.wording import words as set_of

_WORD = re.compile(r"\w+(?:[-:’'/]\w+)*")
_SUBORDINATORS = set_of(
    "att som när där hur vad vilka vilken vilket eftersom innan medan då så varför "
    "that which who whose where how what whether because while"
)
_FIRST_ONLY = set_of("om if when ifall")
_COORDINATORS = set_of("och samt eller men and or")
_ADVERBS = set_of("även också därefter därmed ska också inte dessutom vid behov also")
_PREPOSITION_AFTER_SOM = set_of("en ett medel stöd komplement underlag helhet del följd led")
_REACH = 6
"""Words after "att" within which its infinitive comes ("att på ett bra sätt använda")."""


class Word(NamedTuple):
    """A word of a sentence, in lower case, and where it stands there."""

    text: str
    start: int
    end: int


class MainVerb(NamedTuple):
    """A finite verb of a main clause.

    ``word`` is its place among the words, from 0; ``joined_at`` is the character position where the
    coordination before the verb begins (", ", " och ", " samt "), None for the first main verb.
    """

    word: int
    joined_at: int | None


def words_of(sentence: str) -> list[Word]:
    """The words of a sentence in order."""
    return [Word(m[0].lower(), m.start(), m.end()) for m in _WORD.finditer(sentence)]


def main_verbs(sentence: str, words: Sequence[Word], verbs: Verbs) -> list[MainVerb]:
    """The finite verbs of the sentence's main clauses, in order.

    After the first of them, a verb belongs to a main clause only where a conjunction or comma
    joins it; before the first, each subordinator takes one finite verb for its own clause.
    """
    reading = _Reading(sentence, words, verbs)
    for index in range(len(words)):
        reading.take(index)
    return reading.found


class _Reading:
    """The state of going through a sentence word by word."""

    def __init__(self, sentence: str, words: Sequence[Word], verbs: Verbs) -> None:
        self.sentence, self.words, self.verbs = sentence, words, verbs
        self.found: list[MainVerb] = []
        self._waiting = 0
        self._last: tuple[str, bool] | None = None

    def take(self, index: int) -> None:
        word = self.words[index].text
        if self._subordinates(index):
            self._waiting += 1
        elif self._waiting and not self.found and self._elliptic(index):
            self._waiting -= 1
        elif self._is_finite(index):
            self._take_verb(index, word)

    def _take_verb(self, index: int, word: str) -> None:
        joined = joined_at(self.sentence, self.words, index)
        main = self._is_main(index, word, joined)
        if main:
            self.found.append(MainVerb(index, joined if self.found else None))
            self._waiting = 0
        elif self._waiting:
            self._waiting -= 1
        self._last = (word, main)

    def _is_main(self, index: int, word: str, joined: int | None) -> bool:
        if self.found:
            return joined is not None and not self._continues_passive(word)
        if joined is not None and self._last is not None and not self._after_comma(index):
            return self._last[1]
        return not self._waiting or self._after_comma(index)

    def _continues_passive(self, word: str) -> bool:
        """Two passives in a row belong together ("som utvärderas och revideras")."""
        if self._last is None:
            return False
        last, was_main = self._last
        return not was_main and self.verbs.is_passive(word) and self.verbs.is_passive(last)

    def _after_comma(self, index: int) -> bool:
        """Verb straight after a comma: a fronted clause has ended."""
        return (
            index > 0 and "," in self.sentence[self.words[index - 1].end : self.words[index].start]
        )

    def _is_finite(self, index: int) -> bool:
        word = self.words[index].text
        if not self.verbs.is_finite(word):
            return False
        before = self.words[index - 1].text if index else ""
        if before in ("att", "to"):
            return False
        governed = self._last is not None and self._last[0] in MODALS | {"kan", "får", "kommer"}
        return not (governed and self.verbs.is_infinitive(word))

    def _subordinates(self, index: int) -> bool:
        word = self.words[index].text
        following = self.words[index + 1].text if index + 1 < len(self.words) else ""
        if word in _FIRST_ONLY:
            return index == 0
        if word not in _SUBORDINATORS or (index == 0 and word in ("som", "så", "då", "där")):
            return False
        if word == "att":
            return not self._infinitive_follows(index)
        return not (word == "som" and following in _PREPOSITION_AFTER_SOM) and word != "så"

    def _infinitive_follows(self, index: int) -> bool:
        for word in self.words[index + 1 : index + 1 + _REACH]:
            if self.verbs.is_infinitive(word.text):
                return True
            if self.verbs.is_finite(word.text):
                return False
        return False

    def _elliptic(self, index: int) -> bool:
        """A supine without its "har", as in subordinate clauses ("som kommunen beslutat")."""
        before = {word.text for word in self.words[max(0, index - 3) : index]}
        return self.verbs.is_supine(self.words[index].text) and not before & {"har", "hade", "ha"}


def joined_at(sentence: str, words: Sequence[Word], index: int) -> int | None:
    """Where the coordination straight before a word begins, or None if nothing joins it."""
    before = index - 1
    while before >= 0 and words[before].text in _ADVERBS:
        before -= 1
    if before >= 1 and words[before].text in _COORDINATORS:
        return words[before - 1].end
    if before >= 0 and "," in sentence[words[before].end : words[before + 1].start]:
        return words[before].end
    return None
