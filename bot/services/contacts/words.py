"""Whom a text asks for, in words of any order, Swedish or English: "vem är kontaktperson för
kultur?", "deputy for the culture committee", "Anna Ek", "mina", "saknas".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.activities.units import Unit
from bot.domain.contacts import Contact, ContactRole
from bot.services.activities.sheets import plain
from knowledge.language.analysis import Analyser
from knowledge.language.detection import detect_language
from knowledge.language.lexicon import load_lexicon
from knowledge.language.municipalities import find_municipalities
from knowledge.language.need import STRONG, Need
from knowledge.language.needs import NeedFinder
from knowledge.language.words import Token, fold, tokenise
from knowledge.model import Value

LONGEST = 300
"""Characters that are read."""

_NEAR = 0.35
"""How surely a unit is about what is only near to its own subject, as schools are to education."""

_SHORTEST_PART, _SHORTEST_ENDING = 3, 4
"""Letters before and in the ending of a compound."""

_LONGEST_NAME = 8
"""Words of a unit's name."""

ROLES = {
    ContactRole.CONTACT_PERSON: ("kontaktperson", "contact person"),
    ContactRole.COORDINATOR: ("samordnare", "coordinator"),
    ContactRole.DEPUTY: ("ersättare", "deputy"),
    ContactRole.HEAD: ("chef", "head"),
}
"""What the roles are called, Swedish and English."""

_ROLE_WORDS = {
    **dict.fromkeys(
        (
            *("samordnare", "samordnaren", "samordnarna", "koordinator", "koordinatorn"),
            *("koordinatorer", "coordinator", "coordinators", "co-ordinator", "co-ordinators"),
        ),
        ContactRole.COORDINATOR,
    ),
    **dict.fromkeys(
        (
            *("ersattare", "ersattaren", "ersattarna", "stallforetradare", "stallforetradaren"),
            *("vikarie", "vikarien", "suppleant", "suppleanten", "suppleanter"),
            *("deputy", "deputies", "substitute", "substitutes", "stand-in", "stand-ins"),
        ),
        ContactRole.DEPUTY,
    ),
    **dict.fromkeys(
        (
            *("chef", "chefen", "chefer", "cheferna", "forvaltningschef", "forvaltningschefen"),
            *("kontorschef", "kontorschefen", "sektorschef", "sektorschefen", "enhetschef"),
            *("enhetschefen", "rektor", "rektorn", "ordforande", "ordforanden"),
            *("head", "heads", "manager", "managers", "director", "chair", "boss"),
        ),
        ContactRole.HEAD,
    ),
}
"""The words for a role, folded. "Kontaktperson" is none: it is asked for by who means anybody."""

_MINE = frozenset(("mina", "mitt", "min", "mine", "my", "jag", "egna", "own"))
_MISSING = frozenset(
    ("utan", "saknas", "saknar", "fattas", "missing", "without", "lacks", "lacking")
)
_FILLING = frozenset(
    (
        *("kontakt", "kontakten", "kontakter", "kontakterna", "kontakta", "kontaktar", "na", "nar"),
        *("kontaktperson", "kontaktpersonen", "kontaktpersoner", "kontaktpersonerna"),
        *("person", "personen", "personer", "ansvarig", "ansvarige", "ansvariga", "ansvarar"),
        *("contact", "contacts", "persons", "people", "responsible", "reach", "turn", "ask"),
        *("fraga", "fragar", "vanda", "vander", "prata", "talar", "tala", "heter", "called"),
        *("name", "names", "namn", "vem", "vilka", "vilken", "who", "whom", "which", "lista"),
        *("list", "alla", "all", "enhet", "enheten", "enheter", "enheterna", "unit", "units"),
        *("visa", "show", "kommun", "kommunen", "municipality", "finns", "har", "ar", "is", "are"),
    )
)
"""Words that ask, and name nobody, folded."""

_KINDS_OF_UNITS = (
    frozenset(("namnd", "styrelse", "utskott")),
    frozenset(("forvaltning", "kontor", "sektor", "avdelning", "enhet", "verksamhet")),
    frozenset(("bolag",)),
)
"""Terms that tell units of one topic from each other, and name none by themselves: what is called
one thing in one municipality, is called another of its line in the next.
"""


class Wish(Value):
    """Whom to look for. ``units`` are the units named, ``people`` those mentioned by the channel,
    ``contacts`` the contacts named; ``unknown`` the words that were not understood. Without any of
    them all contacts are meant; of ``roles``, any where there are none.
    """

    municipality: str | None
    units: tuple[str, ...] = ()
    roles: frozenset[ContactRole] = frozenset()
    people: tuple[str, ...] = ()
    contacts: tuple[int, ...] = ()
    is_mine: bool = False
    is_missing: bool = False
    unknown: tuple[str, ...] = ()

    @property
    def is_for_all(self) -> bool:
        """Whether it names nobody and nothing."""
        named = (self.units, self.people, self.contacts, self.unknown)
        return not (any(named) or self.is_mine or self.is_missing)


@dataclass(frozen=True)
class Known:
    """What the words may name. ``home`` is the municipality that is meant without naming one."""

    municipalities: Sequence[str]
    home: str | None
    units: Callable[[str], Sequence[Unit]]
    contacts: Callable[[str], Sequence[Contact]]


def read_wish(text: str, known: Known, mentioned: AbstractSet[str] = frozenset()) -> Wish:
    """Whom a text asks for; ``mentioned`` are the channel's ids of people that it calls."""
    asked = text[:LONGEST]
    named = find_municipalities(asked, known.municipalities)
    place = next((each.name for each in named if each.name in known.municipalities), known.home)
    skipped = {start for each in named for start in each.starts}
    tokens = [each for each in tokenise(asked) if each.start not in skipped]
    reading = _Reading(tokens)
    roles = reading.take(lambda word: word in _ROLE_WORDS)
    is_mine = bool(reading.take(lambda word: word in _MINE))
    is_missing = bool(reading.take(lambda word: word in _MISSING))
    units = [each for each in known.units(place) if not each.closed] if place else []
    exact = reading.take_units(units)
    contacts = reading.take_contacts(known.contacts(place) if place else [])
    reading.take(lambda word: word in _FILLING)
    about, unknown = _units_about(asked, reading.left, units)
    return Wish(
        municipality=place,
        units=tuple(dict.fromkeys([*exact, *about])),
        roles=frozenset(_ROLE_WORDS[fold(each.text)] for each in roles),
        people=tuple(sorted(mentioned)),
        contacts=tuple(contacts),
        is_mine=is_mine and not (exact or about or contacts or mentioned),
        is_missing=is_missing,
        unknown=tuple(unknown),
    )


class _Reading:
    """The words of a text that nothing has taken yet."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.left = list(tokens)

    def take(self, is_meant: Callable[[str], bool]) -> list[Token]:
        """Take out the words that, folded, are meant."""
        taken = [each for each in self.left if is_meant(fold(each.text))]
        self.left = [each for each in self.left if each not in taken]
        return taken

    def take_units(self, units: Sequence[Unit]) -> list[str]:
        """Take out whole names and ids of units, the longest first; the ids."""
        called: dict[str, list[str]] = {}
        for each in units:
            for name in {plain(each.name), plain(each.id)}:
                called.setdefault(name, []).append(each.id)
        found: list[str] = []
        for start, end in _stretches(len(self.left)):
            words = self.left[start:end]
            named = called.get(plain(" ".join(each.text for each in words)))
            if named and not any(each.start < 0 for each in words):
                found.extend(named)
                self.left[start:end] = [Token("", -1, -1)] * len(words)
        self.left = [each for each in self.left if each.start >= 0]
        return found

    def take_contacts(self, contacts: Sequence[Contact]) -> list[int]:
        """Take out names of people: words with a capital, or all that is left, that are in the
        names of contacts; the contacts with as many of them as any has.
        """
        names = {each.id: {fold(token.text) for token in tokenise(each.name)} for each in contacts}
        known = frozenset[str]().union(*names.values())
        all_are = all(fold(each.text) in known for each in self.left)
        said = self.take(
            lambda word: (
                word in known
                and (
                    all_are or any(fold(t.text) == word and t.text[0].isupper() for t in self.left)
                )
            )
        )
        words = {fold(each.text) for each in said}
        most = max((len(words & own) for own in names.values()), default=0)
        return [each for each, own in names.items() if most and len(words & own) == most]


def _stretches(count: int) -> list[tuple[int, int]]:
    """Where stretches of words begin and end, the longest first."""
    lengths = range(min(_LONGEST_NAME, count), 0, -1)
    return [(at, at + length) for length in lengths for at in range(count - length + 1)]


def _units_about(
    text: str, left: Sequence[Token], units: Sequence[Unit]
) -> tuple[list[str], list[str]]:
    """The units that the words left over are about, and the words that no unit is about."""
    if not left:
        return [], []
    kept = {each.start for each in left}
    skipped = frozenset(each.start for each in tokenise(text) if each.start not in kept)
    language = detect_language(text, load_lexicon())
    terms = {each.id: _terms(each.name) for each in units}
    found = _needs().needs(text, language, skipped)
    needs = [each for need in found for each in _parted(need, terms.values(), language)]
    topics = [each for each in needs if not _kind(each)]
    met = _met(topics, terms, STRONG) or _met(topics, terms, _NEAR)
    most = max(met.values(), default=0)
    kinds = frozenset[str]().union(*map(_kind, needs))
    if not topics and kinds:
        return [unit for unit, own in terms.items() if kinds & own], []
    about = [unit for unit, count in met.items() if count == most] if most else []
    of_kind = [unit for unit in about if kinds & terms[unit]]
    unknown = [
        each.words for each in topics if not any(_count([each], terms[u], _NEAR) for u in about)
    ]
    return of_kind or about, unknown


def _terms(name: str) -> frozenset[str]:
    """The terms of a unit's name; of a word that begins with a name of its own, also what it ends
    with ("skola" of "Ängsskolan").
    """
    analyser = _analyser()
    endings = (_ending(token.text) for token in tokenise(name) if not analyser.parts(token.text))
    return frozenset([*analyser.terms(name), *(each for each in endings if each)])


def _ending(word: str) -> str | None:
    lexicon = load_lexicon()
    ends = (word[at:] for at in range(_SHORTEST_PART, len(word) - _SHORTEST_ENDING + 1))
    return next(
        (lexicon.term(each) for each in ends if lexicon.of_swedish(lexicon.term(each))), None
    )


def _parted(need: Need, units: Iterable[frozenset[str]], language: str) -> Iterable[Need]:
    """A need, or those of the parts of a compound or phrase that no unit is called by
    ("kulturförvaltningen", "social care").
    """
    if any(_count([need], each, STRONG) for each in units):
        return [need]
    if " " in need.words:
        return [each for word in need.words.split() for each in _needs().needs(word, language)]
    parts = _analyser().parts(need.words)
    return [each for part in parts for each in _needs().needs(part, "sv")] or [need]


def _kind(need: Need) -> frozenset[str]:
    """The terms of what a unit is, where a need says nothing else, as "förvaltningen" does."""
    terms = need.alternatives[0].terms if need.alternatives else frozenset()
    return next((each for each in _KINDS_OF_UNITS if terms and terms <= each), frozenset())


def _met(
    topics: Sequence[Need], terms: Mapping[str, frozenset[str]], least: float
) -> dict[str, int]:
    """How many topics each unit is about at least so surely, of those that are about any."""
    counts = {unit: _count(topics, own, least) for unit, own in terms.items()}
    return {unit: count for unit, count in counts.items() if count}


def _count(needs: Sequence[Need], terms: frozenset[str], least: float) -> int:
    return sum(each.met_by(terms) >= least for each in needs)


@lru_cache(maxsize=1)
def _analyser() -> Analyser:
    return Analyser(load_lexicon())


@lru_cache(maxsize=1)
def _needs() -> NeedFinder:
    return NeedFinder(_analyser())
