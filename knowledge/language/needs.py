"""Finds what a question needs a text to speak of: its content words, through the lexicon."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from operator import attrgetter

from knowledge.language.analysis import Analyser
from knowledge.language.function_words import function_words
from knowledge.language.inflection import action_words
from knowledge.language.lexicon import OWN_FIELD, SURE, Entry, english_key
from knowledge.language.need import STRONG, Alternative, Need, one_of
from knowledge.language.spelling import Spelling
from knowledge.language.words import Token, english_stem, fold, swedish_stem, tokenise

OWN_WORD, TRANSLATION, COMPOUND, SYNONYM, NARROWER, DERIVED = 1.0, 0.95, 0.9, 0.9, 0.9, 0.9
SAME_ENGLISH, RELATED = 0.75, 0.4
"""How surely a text that has the other word speaks of what was asked, by how the two are tied."""

LATER_SENSE = 0.8
"""What remains of that for an equivalent that is not among a lemma's first two."""

PARTICLE_REACH = 4
"""Words that may stand between a verb and its particle ("säger kommunen upp avtalet")."""

FILLERS = frozenset(
    (
        *("egentligen", "alltså", "liksom", "faktiskt", "ju", "väl", "nog", "riktigt", "precis"),
        *("actually", "really", "exactly", "basically", "ever", "usually", "normally"),
    )
)
"""Words that may stand anywhere, also within a phrase ("har egentligen hand om")."""

OR = frozenset(("eller", "or"))

_CAPITAL_WITHIN = re.compile(r"(?<=[^\W\d_A-ZÅÄÖ] )[A-ZÅÄÖ][a-zåäöé]+|(?<=, )[A-ZÅÄÖ][a-zåäöé]+")
_QUOTED = re.compile(r"[\"“”»«‘](\w+(?: [\w-]+){1,6})[\"”»«’]")


class NeedFinder:
    """Finds the needs of Swedish and English questions through the lexicon.

    ``is_written`` tells whether the documents have a term (by default, none): a word that neither
    they nor the lexicon have may be a typing error.
    """

    def __init__(
        self, analyser: Analyser, is_written: Callable[[str], bool] = lambda _: False
    ) -> None:
        self._analyser = analyser
        self._is_written = is_written
        self._spelling = Spelling(analyser, is_written)
        self._content = lru_cache(maxsize=100_000)(self._content_of)
        self.lexicon = self._lexicon = analyser.lexicon
        self._words = function_words()
        self._called = self._named_by(attrgetter("synonyms"))
        self._broader = self._named_by(attrgetter("narrower"))

    def _named_by(
        self, words: Callable[[Entry], Iterable[str]]
    ) -> Mapping[tuple[str, ...], Sequence[Entry]]:
        """The entries by the words they have in one of their lists."""
        found: dict[tuple[str, ...], list[Entry]] = {}
        for entry in self._lexicon.entries:
            for word in words(entry):
                found.setdefault(self._lexicon.key(word), []).append(entry)
        return found

    def needs(self, text: str, language: str, skip: AbstractSet[int] = frozenset()) -> list[Need]:
        """The needs of a question in order; words that start at the positions ``skip`` are names
        already understood (a municipality).
        """
        tokens = [
            token
            for token in self._spelling.right(_pieces(text, language), language)
            if token.start not in skip and token.text.casefold() not in FILLERS
        ]
        capitals = {capital.start() for capital in _CAPITAL_WITHIN.finditer(text)}
        found = self._swedish(tokens, capitals) if language == "sv" else self._english(tokens)
        needs = [*map(self._quoted, _QUOTED.findall(text)), *_either(tokens, found)]
        return list({need.words.casefold(): need for need in needs}.values())

    def _named(self, need: Need) -> Need:
        """A thing that a Swedish sentence gives a capital is a name where no document has the word
        ("Mars" is a month only as "mars"): what is near the thing is not near its namesake.
        """
        own = [way for way in need.alternatives if way.weight >= STRONG]
        if not need.is_thing or any(all(map(self._is_written, way.terms)) for way in own):
            return need
        return need.model_copy(update={"alternatives": tuple(own)})

    def _quoted(self, phrase: str) -> Need:
        """A name or phrase of several words that the question puts in quotation marks: all of it
        is meant.
        """
        ways = [(frozenset(self._lexicon.key(phrase)), OWN_WORD)]
        return self._need(phrase, ways, []).model_copy(update={"is_name": True})

    def _swedish(
        self, tokens: Sequence[Token], capitals: AbstractSet[int]
    ) -> Iterator[tuple[int, Need]]:
        """Each need with the place of its first token; tokens that start at ``capitals`` have one
        inside a sentence.
        """
        used: set[int] = set()
        for index in range(len(tokens)):
            if index in used:
                continue
            positions, entries = self._swedish_phrase(tokens, index, used)
            used.update(positions)
            word = " ".join(tokens[i].text for i in positions)
            if not any(self._is_content(tokens[i], "sv") for i in positions):
                continue
            for need in self._swedish_needs(word, entries):
                is_capital = tokens[index].start in capitals
                yield index, self._named(need) if is_capital else need

    def _swedish_needs(self, word: str, entries: Sequence[Entry]) -> Iterator[Need]:
        """The need of a word or phrase; a compound that the lexicon lacks needs each of its parts
        ("EU-pengarna": "EU" and "pengar").
        """
        parts = () if entries or " " in word else self._analyser.parts(word)
        known = [self._lexicon.of_swedish(part) for part in parts]
        if parts and all(known):
            for part, senses in zip(parts, known, strict=True):
                yield self._need(part, self._swedish_alternatives(part, senses), senses)
        else:
            yield self._need(word, self._swedish_alternatives(word, entries), entries)

    def _swedish_phrase(
        self, tokens: Sequence[Token], start: int, used: AbstractSet[int]
    ) -> tuple[list[int], list[Entry]]:
        """The longest lemma that begins at ``start``: its positions and entries."""
        terms = [self._lexicon.term(token.text) for token in tokens[start:]]
        for length in range(min(self._lexicon.longest_from(terms[0]), len(terms)), 1, -1):
            entries = self._lexicon.of_swedish(*terms[:length])
            if entries:
                return list(range(start, start + length)), entries
        for reach in range(2, min(PARTICLE_REACH + 1, len(terms))):
            entries = [
                e for e in self._lexicon.of_swedish(terms[0], terms[reach]) if e.pos == "verb"
            ]
            if entries and start + reach not in used:
                return [start, start + reach], entries
        return [start], self._lexicon.of_swedish(terms[0])

    def _english(self, tokens: Sequence[Token]) -> Iterator[tuple[int, Need]]:
        """Each need with the place of its first token; a Swedish word is taken as such."""
        terms = [english_stem(token.text) for token in tokens]
        index = 0
        while index < len(tokens):
            length, senses = self._english_phrase(terms, index)
            word = " ".join(token.text for token in tokens[index : index + length])
            content = any(self._is_content(t, "en") for t in tokens[index : index + length])
            swedish = [] if senses else self._lexicon.of_swedish(self._lexicon.term(word))
            if content and swedish:
                yield from ((index, need) for need in self._swedish_needs(word, swedish))
            elif content:
                senses = senses + self._senses_within(tokens[index : index + length])
                entries = [entry for entry, _ in senses]
                yield index, self._need(word, self._english_alternatives(word, senses), entries)
            index += length

    def _english_phrase(
        self, terms: Sequence[str], start: int
    ) -> tuple[int, list[tuple[Entry, int]]]:
        longest = min(self._lexicon.longest_english, len(terms) - start)
        for length in range(longest, 1, -1):
            senses = self._lexicon.of_english(*terms[start : start + length])
            if senses:
                return length, senses
        return 1, self._lexicon.of_english(terms[start])

    def _senses_within(self, phrase: Sequence[Token]) -> list[tuple[Entry, int]]:
        """The senses of the only content word among a phrase's small words ("the aim of")."""
        content = [token for token in phrase if self._is_content(token, "en")]
        if len(phrase) == 1 or len(content) != 1:
            return []
        return self._lexicon.of_english(english_stem(content[0].text))

    def _is_content(self, token: Token, language: str) -> bool:
        word = token.text
        return word not in self._words[language] and (len(word) > 1 or word.isdigit())

    def _need(
        self, word: str, ways: Iterable[tuple[frozenset[str], float]], entries: Sequence[Entry]
    ) -> Need:
        best: dict[frozenset[str], float] = {}
        for terms, weight in ways:
            if terms and weight > best.get(terms, 0.0):
                best[terms] = weight
        ranked = sorted(best.items(), key=lambda item: (-item[1], sorted(item[0])))
        alternatives = tuple(Alternative(terms=terms, weight=weight) for terms, weight in ranked)
        senses = {entry.pos for entry in entries}
        return Need(
            words=word,
            alternatives=alternatives,
            is_term=any(entry.field == OWN_FIELD and entry.pos == "noun" for entry in entries),
            is_known=bool(senses),
            is_thing=bool(senses) and senses <= {"noun", "name"},
            is_verb=bool(entries) and entries[0].pos == "verb",
            is_name="name" in senses or (not senses and word[:1].isupper()),
        )

    def _swedish_alternatives(
        self, word: str, entries: Sequence[Entry]
    ) -> Iterator[tuple[frozenset[str], float]]:
        key = self._lexicon.key(word)
        yield frozenset(key), OWN_WORD
        yield frozenset(self._analyser.parts(word)) if " " not in word else frozenset(), COMPOUND
        for entry in entries:
            yield from self._names(entry, OWN_WORD)
        for entry in self._called.get(key, []):
            yield self._content(entry.lemma), SYNONYM
        for entry in self._broader.get(key, []):
            yield self._content(entry.lemma), RELATED
        for entry in entries:
            yield from self._same_english(entry)

    def _english_alternatives(
        self, word: str, senses: Sequence[tuple[Entry, int]]
    ) -> Iterator[tuple[frozenset[str], float]]:
        yield frozenset(self._lexicon.key(word)), OWN_WORD
        for entry, rank in senses:
            sureness = 1.0 if rank < SURE else LATER_SENSE
            yield from (
                (terms, weight * sureness) for terms, weight in self._names(entry, TRANSLATION)
            )

    def _names(self, entry: Entry, own: float) -> Iterator[tuple[frozenset[str], float]]:
        """The lemma, the parts of a compound, its synonyms, its kinds and its neighbours."""
        yield self._content(entry.lemma), own
        if " " not in entry.lemma:
            yield frozenset(self._analyser.parts(entry.lemma)), own * COMPOUND
        for synonym in entry.synonyms:
            yield self._content(synonym), own * SYNONYM
        for kind in entry.narrower:
            yield self._content(kind), own * NARROWER
        for neighbour in entry.related:
            yield self._content(neighbour), own * RELATED
        for terms, weight in self._derived(entry):
            yield terms, own * weight

    def _same_english(self, entry: Entry) -> Iterator[tuple[frozenset[str], float]]:
        """Lemmas whose first English equivalent is this one's too ("bestämma", "besluta")."""
        for term in entry.en[:1]:
            for other, rank in self._lexicon.of_english(*english_key(term)):
                if rank == 0 and other.pos == entry.pos:
                    yield self._content(other.lemma), SAME_ENGLISH

    def _derived(self, entry: Entry) -> Iterator[tuple[frozenset[str], float]]:
        """Lemmas of the same stem ("besluta", "beslut"), and a verb's action noun or the reverse
        ("träna", "träning"; "följa upp", "uppföljning").
        """
        for other in self._lexicon.derived.get(swedish_stem(entry.lemma), []):
            yield self._content(other.lemma), DERIVED
        for word in action_words(fold(entry.lemma), entry.pos):
            if self._lexicon.of_swedish(*self._lexicon.key(word)):
                yield self._content(word), DERIVED

    def _content_of(self, term: str) -> frozenset[str]:
        """The terms of a word or phrase without its small words; with them, where fewer than two
        others are left ("följa upp", "vad är det bra för"): one of those alone says something else.
        """
        tokens = tokenise(term)
        content = [t for t in tokens if t.text not in self._words["sv"]]
        return frozenset(
            self._lexicon.term(t.text) for t in (content if len(content) > 1 else tokens)
        )


def _either(tokens: Sequence[Token], found: Iterable[tuple[int, Need]]) -> list[Need]:
    """The needs, of which two things with "or" between them are one: either will do."""
    needs: list[Need] = []
    for place, need in found:
        between = {token.text.casefold() for token in tokens[max(place - 2, 0) : place]}
        if needs and between & OR and needs[-1].is_thing and need.is_thing:
            needs[-1] = one_of(needs[-1], need)
        else:
            needs.append(need)
    return needs


def _pieces(text: str, language: str) -> list[Token]:
    """Tokens; English hyphens divide words as spaces do."""
    return tokenise(text.replace("-", " ") if language == "en" else text)
