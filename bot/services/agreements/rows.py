"""A row of a sheet of agreements as the content of one: the columns, and how each is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from bot.domain.activities.activity import LONGEST_TEXT, LONGEST_TITLE
from bot.domain.activities.dates import Dates
from bot.domain.activities.units import Unit
from bot.domain.agreements import LONGEST_NOTICE, AgreementContent, AgreementKind, Notice
from bot.services.activities.cells import address_in, date_in, text_in
from bot.services.activities.countries import country_code
from bot.services.activities.sheets import BadCell, Columns, Row, plain
from bot.services.activities.unit_names import UnitNames
from bot.services.agreements.filters import KINDS
from bot.services.agreements.register import holds_number

NAMES: dict[str, tuple[str, ...]] = {
    "name": ("namn", "name", "avtal", "agreement"),
    "kind": ("slag", "kind", "typ", "type"),
    "partner": ("partner", "part", "party", "organisation"),
    "town": ("ort", "town", "stad", "city"),
    "country": ("land", "country"),
    "first": ("gäller från", "valid from", "från", "from", "första dag", "first day"),
    "last": ("gäller till", "valid until", "till", "to", "sista dag", "last day"),
    "notice": ("uppsägning", "notice", "uppsägningstid", "period of notice"),
    "next_evaluation": ("nästa utvärdering", "next evaluation", "utvärdering", "evaluation"),
    "last_evaluation": ("senast utvärderat", "last evaluated", "senaste utvärdering"),
    "owner": ("ansvarig enhet", "unit responsible", "enhet", "unit", "ägare", "owner"),
    "responsible": ("ansvarig person", "person responsible", "ansvarig", "responsible"),
    "link": ("länk", "link"),
    "note": ("anteckning", "note", "kommentar", "comment"),
    "status": ("status",),
}
"""The columns by the names that files give them; the first two stand in what is written out."""

NEEDED = ("name", "kind", "partner", "country", "first", "owner")

PASSED_OVER = ("nr", "no", "number", "varningar", "warnings", "infaller", "due")
"""Columns of files that are written out or made of lists, which say what the others say."""

AGREEMENT_COLUMNS = Columns(NAMES, NEEDED, PASSED_OVER)

UNTIL_FURTHER = frozenset(
    map(plain, ("tills vidare", "until further notice", "löpande", "open-ended", "utan slut"))
)
"""What stands for the last day of what has none."""

_MONTHS = re.compile(r"(\d{1,3})(?: ?(?:mån(?:ad(?:er)?)?|months?|m))?\.?", re.I)
_ENDED = frozenset(map(plain, ("avslutat", "ended")))
_KINDS = {plain(name): kind for kind, names in KINDS.items() for name in (kind.value, *names)}


class AgreementReader:
    """Reads rows with the units that they may name; closed ones are refused, unless ``kept`` by the
    agreement that is changed.
    """

    def __init__(self, units: Sequence[Unit], kept: str | None = None) -> None:
        open_ones = [
            each.model_copy(update={"closed": False}) if each.id == kept else each for each in units
        ]
        self._units = UnitNames(open_ones, takes_closed=False)

    def content(self, row: Row) -> AgreementContent | None:
        """What the row states; None where something in it is missing or cannot be read."""
        for column in NEEDED:
            if not row.cells.get(column):
                row.refuse(column, "reason-cell-blank")
        row.read("status", _status)
        fields: dict[str, object] = {
            column: row.read(column, reader) for column, reader in _READERS.items()
        }
        fields["owner"] = row.read("owner", self._units.id_in)
        valid = _valid(row)
        if row.problems:
            return None
        told = {name: value for name, value in fields.items() if value is not None}
        content = AgreementContent.model_validate({**told, "valid": valid})
        if holds_number(content):
            row.refuse(None, "reason-agreement-number")
            return None
        return content


def cells_of(content: AgreementContent) -> dict[str, str]:
    """What a row says of an agreement in the form in which the reader reads it; the owner by id."""
    notice = content.notice
    told: dict[str, object] = {
        "name": content.name,
        "kind": KINDS[content.kind][0],
        "partner": content.partner,
        "town": content.town,
        "country": content.country,
        "first": content.valid.first,
        "last": content.valid.last,
        "notice": (notice.months or notice.day) if notice else None,
        "next_evaluation": content.next_evaluation,
        "last_evaluation": content.last_evaluation,
        "owner": content.owner,
        "responsible": content.responsible,
        "link": content.link,
        "note": content.note,
    }
    return {column: str(value) for column, value in told.items() if value}


def _valid(row: Row) -> Dates | None:
    first, last = row.read("first", date_in), row.read("last", _last)
    if first is None:
        return None
    if isinstance(last, date) and last < first:
        row.refuse("last", "reason-agreement-last-before-first")
        return None
    return Dates(first=first, last=last if isinstance(last, date) else None)


def _last(text: str) -> date | bool:
    """The last day; False for what has none."""
    return False if plain(text) in UNTIL_FURTHER else date_in(text)


def _kind(text: str) -> AgreementKind:
    found = _KINDS.get(plain(text))
    if found is None:
        raise BadCell("reason-agreement-kind", value=text)
    return found


def _country(text: str) -> str:
    code = country_code(text)
    if code is None:
        raise BadCell("reason-cell-country", value=text)
    return code


def _notice(text: str) -> Notice:
    months = _MONTHS.fullmatch(text.strip())
    if months and 1 <= int(months[1]) <= LONGEST_NOTICE:
        return Notice(months=int(months[1]))
    try:
        return Notice(day=date_in(text))
    except BadCell as error:
        raise BadCell("reason-agreement-notice", value=text) from error


def _status(text: str) -> None:
    if plain(text) in _ENDED:
        raise BadCell("reason-agreement-ended")


_READERS: dict[str, Callable[[str], object]] = {
    "name": partial(text_in, longest=LONGEST_TITLE),
    "kind": _kind,
    "partner": text_in,
    "town": text_in,
    "country": _country,
    "notice": _notice,
    "next_evaluation": date_in,
    "last_evaluation": date_in,
    "responsible": text_in,
    "link": address_in,
    "note": partial(text_in, longest=LONGEST_TEXT),
}
