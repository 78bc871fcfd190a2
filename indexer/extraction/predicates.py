"""What a main verb lays down, and where a predicate divides into several duties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from indexer.extraction.clauses import Word, joined_at, words_of
from indexer.extraction.verbs import MODALS, Verbs
from indexer.extraction.wording import (
    ACTIVE_TASKS,
    FORBIDS,
    PARTICLES,
    PASSIVE_NOUNS,
    PASSIVE_TASKS,
    RECEIVES,
    RESPONSIBLE,
    RESPONSIBLE_IS,
    RESTS_WITH,
)
from indexer.extraction.wording import words as set_of

_NEED = re.compile(r"^(?:behöver)\s+(?!inte\b)", re.I)
_IT = re.compile(r"^\s*(?:det|it)\s*$", re.I)
_FRONTED = re.compile(r"^\s*(?:för|inför)\s", re.I)
_RESPONSIBILITY = re.compile(r"ansvar|uppgift|uppdrag|responsibility", re.I)
_STOPS = set_of("att som hur vad när vilka vilket där om to that which who how")
_HANGING = set_of("från av till i på för med om hos inom genom from of to in on for with")
_ENGLISH_PASSIVE = re.compile(
    r"^\w+\s+(?:\w+ly\s+|also\s+|not\s+)?be\s+\w+(?:ed|en|n|pt|ld|de|ught|t)\b", re.I
)


class Force(StrEnum):
    """How a main verb lays down a duty."""

    MODAL = "modal"
    TASK = "task"
    PASSIVE = "passive"
    RESTS = "rests"


def force_of(word: str, predicate: str, before: str) -> Force | None:
    """The force of a main verb, or None where it only describes.

    ``predicate`` is the clause from the verb on, ``before`` what stands in front of it.
    """
    if word in MODALS or _NEED.match(predicate) or FORBIDS.match(predicate):
        return Force.MODAL
    if RESTS_WITH.match(predicate) and (_RESPONSIBILITY.search(before) or _IT.match(before)):
        return Force.RESTS
    if word in ("är", "is") and RESPONSIBLE_IS.match(before):
        return Force.RESTS
    if RESPONSIBLE.match(predicate) or (
        word in ACTIVE_TASKS and _has_particle(word, predicate, before)
    ):
        return Force.TASK
    is_process = word in ("sker", "görs") and PASSIVE_NOUNS.match(before.strip())
    return Force.PASSIVE if word in PASSIVE_TASKS or is_process else None


def _has_particle(word: str, predicate: str, before: str) -> bool:
    wanted = PARTICLES.get(word)
    if wanted is None or (word == "svarar" and _FRONTED.match(before)):
        return True
    return bool(re.match(rf"{wanted}(?!\w)", predicate[len(word) :].strip(), re.I))


def infinitive(words: Sequence[Word], verbs: Verbs) -> Word | None:
    """The infinitive that a modal at the first word governs; auxiliaries are passed over."""
    found = [word for word in words[1:] if verbs.is_infinitive(word.text)]
    plain = [word for word in found if word.text not in ("kunna", "få", "ha")]
    return next(iter(plain or found), None)


def receives(predicate: str, verbs: Verbs) -> bool:
    """Whether the subject of a modal is served by what others do."""
    following = (word.text for word in words_of(predicate)[1:])
    first = next((w for w in following if w in RECEIVES or verbs.is_infinitive(w)), None)
    return first in RECEIVES


def is_passive(predicate: str, verbs: Verbs) -> bool:
    """Whether a modal predicate is passive ("ska redovisas", "shall be reported")."""
    governed = infinitive(words_of(predicate), verbs)
    swedish = governed is not None and verbs.is_passive_infinitive(governed.text)
    return swedish or bool(_ENGLISH_PASSIVE.match(predicate))


def divide(predicate: str, verbs: Verbs) -> list[tuple[int, int]]:
    """The parts of a modal predicate, one an infinitive with its own object, as (start, end).

    "ska leda arbetet och rapportera till fullmäktige" has two; "ska stödja och främja arbetet" one.
    """
    words = words_of(predicate)
    first = infinitive(words, verbs)
    starts, ends = [0], []
    last = words.index(first) if first else len(words)
    for index in range(last + 1, len(words)):
        if words[index].text in _STOPS:
            break
        joined = joined_at(predicate, words, index)
        if joined is None or not verbs.is_infinitive(words[index].text):
            continue
        between = [word.text for word in words[last + 1 : index] if word.end <= joined]
        if between and between[-1] not in _HANGING:
            ends.append(joined)
            starts.append(words[index].start)
        last = index
    return list(zip(starts, [*ends, len(predicate)], strict=True))
