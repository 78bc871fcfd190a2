"""A row of a sheet of activities as the content of one: the columns, and how each is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from bot.domain.activities.activity import (
    LONGEST_REASON,
    LONGEST_TEXT,
    LONGEST_TITLE,
    Content,
    Participants,
)
from bot.domain.activities.dates import Dates
from bot.domain.activities.kinds import Kind
from bot.domain.activities.units import Unit
from bot.services.activities.cells import (
    address_in,
    count_in,
    date_in,
    names_in,
    places_in,
    text_in,
)
from bot.services.activities.countries import country_code
from bot.services.activities.kind_terms import term_rank
from bot.services.activities.personal_numbers import personal_numbers
from bot.services.activities.row_money import FUNDING_COLUMNS, read_funding, read_money
from bot.services.activities.sheets import BadCell, Columns, Row, plain
from bot.services.activities.unit_names import UnitNames
from knowledge.model import Citation

NAMES: dict[str, tuple[str, ...]] = {
    "kind": ("slag", "kind", "typ", "type"),
    "title": ("titel", "title", "rubrik", "aktivitet", "activity"),
    "first": ("första dag", "first day", "datum", "date", "från", "from", "startdatum", "start"),
    "last": ("sista dag", "last day", "till", "to", "slutdatum", "end"),
    "unit": ("enhet", "unit", "nämnd", "förvaltning"),
    "done": ("vad som gjordes", "what was done", "beskrivning", "description"),
    "partners": ("partner", "partners", "samarbetspartner"),
    "cities": ("orter", "towns", "ort", "town", "stad", "städer", "city", "cities"),
    "countries": ("länder", "countries", "land", "country"),
    "agreement": (
        "avtal eller projekt",
        "agreement or project",
        "avtal",
        "projekt",
        "agreement",
        "project",
    ),
    "participants": ("deltagare", "participants", "antal deltagare"),
    "young": ("varav unga", "of whom young", "barn och unga", "unga", "young"),
    "cost": ("kostnad", "cost", "kostnad SEK", "cost SEK"),
    "cost_eur": ("kostnad EUR", "cost EUR"),
    "own": ("finansiering egen", "funding own", "finansiering egen SEK", "funding own SEK"),
    "own_eur": ("finansiering egen EUR", "funding own EUR"),
    "eu": ("finansiering EU", "funding EU", "finansiering EU SEK", "funding EU SEK"),
    "eu_eur": ("finansiering EU EUR", "funding EU EUR"),
    "other": ("finansiering annan", "funding other", "finansiering annan SEK", "funding other SEK"),
    "other_eur": ("finansiering annan EUR", "funding other EUR"),
    "programme": ("EU-program", "EU programme", "program", "programme"),
    "giver": ("finansiär", "funder", "givare", "giver"),
    "effects": ("effekter", "effects", "effekter och lärdomar", "effects and learning"),
    "link": ("länk", "link"),
    "goals": ("mål", "goals"),
    "reason": ("motivering", "reason", "skäl"),
}
"""The columns by the names that files give them; the first Swedish one stands in the template."""

WRITTEN_OUT: dict[str, tuple[str, ...]] = {
    "items": ("finansieringsposter", "funding items"),
    "status": ("status",),
}
"""Columns of the files that are written out, beside those of the template."""

PASSED_OVER = (
    *("nr", "no", "number", "landskoder", "country codes", "period"),
    *("finansieringskällor", "sources of funding", "program eller givare", "programme or giver"),
    *("loggad av", "registrerad av", "logged by"),
)
"""Columns of the files that are written out, which say what the others say, or what an import
must not set.
"""

ACTIVITY_COLUMNS = Columns(
    {**NAMES, **WRITTEN_OUT}, ("kind", "title", "first", "unit"), PASSED_OVER
)

_NOT_IMPORTED = frozenset(map(plain, ("tillbakadragen", "withdrawn", "utkast", "draft")))
"""Standings in which nothing is imported."""

RUNNING = frozenset(map(plain, ("pågår", "löpande", "running", "ongoing")))
"""What stands for the last day of something that has none yet."""

_NUMBER = re.compile(r"[0-9]{1,4}")
_NUMBERS = re.compile(r"[0-9]{1,4}(?:[ ,;]+[0-9]{1,4})*")


class RowReader:
    """Reads rows with the kinds, units and goals that they may name. ``goals`` are those of the
    municipality, in their order. Closed units are refused, unless the rows tell what to look for
    (``takes_closed``).
    """

    def __init__(
        self,
        kinds: Iterable[Kind],
        units: Sequence[Unit],
        goals: Sequence[Citation] = (),
        *,
        takes_closed: bool = False,
    ) -> None:
        self._goals = goals
        self._kinds = list(kinds)
        self._kinds_by_name = {
            plain(name): kind.id for kind in self._kinds for name in (kind.id, *kind.names.values())
        }
        self._units = UnitNames(units, takes_closed=takes_closed)

    def content(self, row: Row) -> Content | None:
        """What the row states; None where something in it is missing or cannot be read."""
        for column in ACTIVITY_COLUMNS.needed:
            if column not in row.cells:
                row.refuse(column, "reason-cell-blank")
        row.read("reason", _reason)
        row.read("status", _status)
        fields = self.fields(row)
        return None if row.problems else Content.model_validate(fields)

    def fields(self, row: Row) -> dict[str, object]:
        """The fields of a content that the row has cells for; those of blank cells are blank,
        where they may be.
        """
        for column in ACTIVITY_COLUMNS.needed:
            if row.cells.get(column) == "":
                row.refuse(column, "reason-cell-blank")
        readers: dict[str, tuple[Callable[[str], object], object]] = {
            "kind": (self._kind, None),
            "unit": (self._units.id_in, None),
            "goals": (self._chosen_goals, ()),
            **_SINGLE,
        }
        told: dict[str, object] = {
            column: blank if (read := row.read(column, reader)) is None else read
            for column, (reader, blank) in readers.items()
            if column in row.cells
        }
        for field, (columns, read_together) in _TOGETHER.items():
            if not row.cells.keys().isdisjoint(columns):
                told[field] = read_together(row)
        return told

    def _kind(self, text: str) -> str:
        """By its name, or a term that only this kind is known by ("nätverk")."""
        named = self._kinds_by_name.get(plain(text))
        meant = [named] if named else [k.id for k in self._kinds if term_rank(text, k) is not None]
        if len(meant) != 1:
            known = ", ".join(name for kind in self._kinds for name in kind.names.values())
            raise BadCell("reason-cell-kind", value=text, known=known)
        return meant[0]

    def _chosen_goals(self, text: str) -> tuple[Citation, ...]:
        """Goals by their numbers, from 1, or by their words, which may stand among others."""
        numbers = _NUMBERS.fullmatch(text)
        if numbers:
            chosen = {int(each) for each in _NUMBER.findall(text)}
            found = [goal for number, goal in enumerate(self._goals, 1) if number in chosen]
            missing = len(found) < len(chosen)
        else:
            found = _named(self._goals, plain(text))
            missing = not found
        if missing:
            raise BadCell("reason-cell-goal", value=text)
        return tuple(found)


def _named(goals: Sequence[Citation], text: str) -> list[Citation]:
    """The goals whose words stand in a text, but not those within the words of a longer one."""
    left, named = text, set[int]()
    for place, goal in sorted(enumerate(goals), key=lambda each: -len(each[1].quote)):
        words = plain(goal.quote)
        if words in left:
            left = left.replace(words, "\n")
            named.add(place)
    return [goal for place, goal in enumerate(goals) if place in named]


def _dates(row: Row) -> Dates | None:
    first = row.read("first", date_in)
    if plain(row.cells.get("last", "")) in RUNNING:
        return Dates(first=first, last=None) if first else None
    last = row.read("last", date_in) or first
    if first is None or last is None:
        return None
    if last < first:
        row.refuse("last", "reason-cell-last-before-first")
        return None
    return Dates(first=first, last=last)


def _participants(row: Row) -> Participants | None:
    total, young = row.read("participants", count_in), row.read("young", count_in)
    if total is None:
        if young is not None and "participants" not in row.cells:
            row.refuse("young", "reason-cell-young-alone")
        return None
    if young is not None and young > total:
        row.refuse("young", "reason-cell-too-many-young")
        return None
    return Participants(total=total, young=young)


def _reason(text: str) -> str:
    if personal_numbers(text):
        raise BadCell("reason-cell-reason-holds-number")
    return text_in(text, LONGEST_REASON)


def _status(text: str) -> None:
    if plain(text) in _NOT_IMPORTED:
        raise BadCell("reason-cell-not-imported", value=text)


def _countries(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(_country, places_in(text))))


def _country(name: str) -> str:
    code = country_code(name)
    if code is None:
        raise BadCell("reason-cell-country", value=name)
    return code


_SINGLE: dict[str, tuple[Callable[[str], object], object]] = {
    "title": (partial(text_in, longest=LONGEST_TITLE), ""),
    "done": (partial(text_in, longest=LONGEST_TEXT), ""),
    "effects": (partial(text_in, longest=LONGEST_TEXT), ""),
    "partners": (names_in, ()),
    "cities": (places_in, ()),
    "countries": (_countries, ()),
    "agreement": (text_in, None),
    "link": (address_in, None),
}
"""Fields of one cell: how it is read, and what a blank one means."""

_TOGETHER: dict[str, tuple[frozenset[str], Callable[[Row], object]]] = {
    "dates": (frozenset({"first", "last"}), _dates),
    "participants": (frozenset({"participants", "young"}), _participants),
    "cost": (frozenset({"cost", "cost_eur"}), partial(read_money, column="cost")),
    "funding": (FUNDING_COLUMNS, read_funding),
}
"""Fields that several cells tell together."""
