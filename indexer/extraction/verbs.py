"""Which words of a Swedish or English sentence are verbs, and in what form."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from indexer.extraction.wording import ACTIVE_TASKS, PASSIVE_TASKS, words
from knowledge.language.lexicon import Entry, load_lexicon

MODALS = words("ska skall bör måste shall must should")
"""Verbs that lay down a duty."""

_IRREGULAR = words(
    "är har kan får vill blir måste bör ska skall finns sker kommer går står ger tar gör vet "
    "avser utgör ser ingår anser uttrycker åligger åvilar vilar ankommer framgår präglas"
)
_ENGLISH_FINITE = words("shall must should is are has have may can will")
_NO_VERBS = words("för inför över under inom utan samt eller andra alla bara egna stora sina")
_RECIPROCAL = words("träffas mötas samlas enas umgås hjälpas turas ses")
"""Infinitives in -s whose subject acts."""
_STEM_R = ("gör", "för", "styr", "lär", "hör", "rör", "kör", "bär", "skär")


class Verbs:
    """Finite forms (present tense) and infinitives, active and passive."""

    def __init__(self, lemmas: Iterable[tuple[str, bool]]) -> None:
        """``lemmas`` are infinitives, each with whether it has irregular forms."""
        self._infinitives: set[str] = set()
        self._finite: set[str] = set(_IRREGULAR | _ENGLISH_FINITE | ACTIVE_TASKS | PASSIVE_TASKS)
        self._supines: set[str] = set()
        for lemma, irregular in lemmas:
            self._infinitives |= {lemma, f"{lemma}s"}
            self._supines.add(f"{lemma}t")
            self._finite |= _present(lemma, irregular=irregular)
        self._finite -= _NO_VERBS
        self._infinitives -= _NO_VERBS | _IRREGULAR

    def is_infinitive(self, word: str) -> bool:
        """Whether a lower-case word is an infinitive ("redovisa", "redovisas")."""
        return word in self._infinitives or (word.endswith(("era", "eras")) and len(word) > 5)

    def is_passive_infinitive(self, word: str) -> bool:
        """Whether it is an infinitive in -s of a verb that also stands without it."""
        active = word.removesuffix("s")
        known = active != word and self.is_infinitive(word) and self.is_infinitive(active)
        return known and word not in _RECIPROCAL

    def is_finite(self, word: str) -> bool:
        """Whether a lower-case word is a verb in the present tense, active or passive."""
        return word in self._finite or (word.endswith(("erar", "eras")) and len(word) > 5)

    def is_passive(self, word: str) -> bool:
        """Whether a finite verb is in the passive ("redovisas", "fastställs")."""
        return word.endswith("s") and self.is_finite(word) and word not in _ENGLISH_FINITE

    def is_supine(self, word: str) -> bool:
        """Whether it is a supine of the first conjugation ("beslutat")."""
        return word in self._supines


def _present(lemma: str, *, irregular: bool) -> set[str]:
    """The present tense, active and passive; only verbs with irregular forms have one in -er."""
    if not lemma.endswith("a"):
        return {f"{lemma}r", f"{lemma}s"} if lemma[-1] in "åeöoy" else {lemma}
    stem = lemma[:-1]
    forms = {f"{lemma}r", f"{lemma}s"}
    if irregular:
        forms |= {f"{stem}er", f"{stem}s", f"{stem}es"}
    if stem.endswith("j"):
        forms |= {f"{stem[:-1]}er", f"{stem[:-1]}s"}
    if stem.endswith(_STEM_R):
        forms.add(stem)
    return forms


@lru_cache(maxsize=1)
def load_verbs() -> Verbs:
    """The verbs of the shipped lexicon that are one word."""
    entries = (entry for entry in load_lexicon().entries if entry.pos == "verb")
    return Verbs((entry.lemma, _irregular(entry)) for entry in entries if " " not in entry.lemma)


def _irregular(entry: Entry) -> bool:
    """Whether the lexicon spells out forms that are not the infinitive with an ending."""
    return any(not form.startswith(entry.lemma) for form in entry.forms if " " not in form)
