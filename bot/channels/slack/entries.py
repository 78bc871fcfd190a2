"""What stands in the form of an activity, and its way to a content and back."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence

from pydantic import Field

from bot.channels.slack.blocks import names
from bot.channels.slack.incoming import Occasion
from bot.domain.activities.activity import Content, Funding, FundingSource, Override
from bot.domain.activities.dates import Dates
from bot.domain.activities.money import Amount, Currency
from bot.services.activities.cells import money_in, text_in
from bot.services.activities.countries import country_name
from bot.services.activities.free_text import Reading
from bot.services.activities.rows import RowReader
from bot.services.activities.sheets import BadCell, Problem, Row
from knowledge.model import Citation, Value

SOURCES = {
    "own": FundingSource.OWN,
    "eu": FundingSource.EU,
    "other": FundingSource.OTHER,
}
TEXTS = (
    *("title", "done", "partners", "cities", "countries", "participants", "young"),
    *("cost", *SOURCES, "agreement", "effects", "link"),
)
"""The fields that are typed as text."""

_MONEY = frozenset(("cost", *SOURCES))
_EUROS = re.compile(r"€|\beuro?\b", re.IGNORECASE)
_FUNDING = re.compile(
    r"(\d[\d\s.,]*(?::-)?)\s*(kr(?:onor)?\b|sek\b|euro?\b|€)?[\s,;:–-]*(.*)", re.IGNORECASE
)
_THOUSANDS = re.compile(
    r"(?:(?:t|k|m|mn|ts|ms)(?:kr|sek|eur)?|milj(?:on(?:er)?)?|tusen|thousand|millions?)\b",
    re.IGNORECASE,
)
"""What makes a number without a currency another one: better refused than taken for a name."""


class Entries(Value):
    """The form as it stands. ``texts`` are by the fields of TEXTS, without the blank ones;
    ``first`` and ``last`` are days as 2026-05-03 or ""; ``goals`` are those of ``goal_value``.
    """

    municipality: str | None = None
    kind: str | None = None
    unit: str | None = None
    first: str = ""
    last: str = ""
    is_running: bool = False
    texts: Mapping[str, str] = Field(default_factory=dict)
    goals: tuple[str, ...] = ()
    is_draft: bool = False
    reason: str = ""
    is_another: bool = False
    has_read: bool = False


class Read(Value):
    """What the form states; None where something in it must be corrected, by its input's id."""

    content: Content | None
    problems: tuple[Problem, ...] = ()


def typed_entries(occasion: Occasion, municipality: str | None) -> Entries:
    """The form of a delivery; ``municipality`` is what it is about where it lets nobody choose."""

    def value(block: str) -> str:
        return str(occasion.typed(block).get("value") or "").strip()

    def chosen(block: str) -> str | None:
        found: str | None = (occasion.typed(block).get("selected_option") or {}).get("value")
        return found

    def ticked(block: str) -> tuple[str, ...]:
        options = occasion.typed(block).get("selected_options") or []
        return tuple(str(each["value"]) for each in options)

    place = municipality or chosen(names.ACTIVITY_MUNICIPALITY)
    texts = {field: value(names.activity_text(field)) for field in TEXTS}
    return Entries(
        municipality=place,
        kind=chosen(names.ACTIVITY_KIND),
        unit=chosen(names.in_place(names.ACTIVITY_UNIT, place)),
        first=occasion.typed(names.ACTIVITY_FIRST).get("selected_date") or "",
        last=occasion.typed(names.ACTIVITY_LAST).get("selected_date") or "",
        is_running=bool(ticked(names.ACTIVITY_RUNNING)),
        texts={field: text for field, text in texts.items() if text},
        goals=ticked(names.in_place(names.ACTIVITY_GOALS, place)),
        is_draft=bool(ticked(names.ACTIVITY_DRAFT)),
        reason=value(names.ACTIVITY_REASON),
        is_another=bool(ticked(names.ACTIVITY_SEEN)),
        has_read=bool(ticked(names.ACTIVITY_READ)),
    )


def content_entries(content: Content, municipality: str, language: str) -> Entries:
    """A form that says what a content states."""
    more = {"agreement": content.agreement or "", "effects": content.effects}
    filled = Entries(
        municipality=municipality,
        kind=content.kind,
        unit=content.unit,
        texts=_texts(content, language) | {name: text for name, text in more.items() if text},
        goals=tuple(map(goal_value, content.goals)),
    )
    return filled.model_copy(update=_days(content.dates))


def read_entries(reading: Reading, language: str) -> Entries:
    """A form with what was read of a text."""
    begun = Entries(kind=reading.kind, texts=_texts(reading, language))
    return begun.model_copy(update=_days(reading.dates))


def read(
    entries: Entries, goals: Mapping[str, Citation], overrides: Sequence[Override] = ()
) -> Read:
    """The content that the form states, with ``goals`` by their values."""
    money = {field: text for field, text in entries.texts.items() if field in _MONEY}
    paid = Row(0, money, _blocks(entries))
    row = Row(0, _cells(entries), _blocks(entries))
    for field, told in _needed(entries).items():
        if not told:
            row.refuse(field, "activity-missing")
    if entries.is_running and entries.last:
        row.refuse("last", "activity-running-and-ended")
    fields = {
        **RowReader((), ()).fields(row),
        "kind": entries.kind,
        "unit": entries.unit,
        "cost": paid.read("cost", _money),
        "funding": tuple(_funding(paid)),
        "goals": tuple(goals[each] for each in entries.goals if each in goals),
        "overrides": tuple(overrides),
    }
    if row.problems or paid.problems:
        return Read(content=None, problems=(*row.problems, *paid.problems))
    return Read(content=Content.model_validate(fields))


def goal_value(goal: Citation) -> str:
    """What a goal is called among the options: the same as long as it reads the same."""
    return hashlib.sha256(goal.quote.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _needed(entries: Entries) -> Mapping[str, str | None]:
    """What every activity needs."""
    title = entries.texts.get("title")
    return {"kind": entries.kind, "title": title, "first": entries.first, "unit": entries.unit}


def _cells(entries: Entries) -> dict[str, str]:
    """The fields that are written as in sheets."""
    days = {"first": entries.first, "last": "pågår" if entries.is_running else entries.last}
    texts = {field: text for field, text in entries.texts.items() if field not in _MONEY}
    return {**texts, **{field: on for field, on in days.items() if on}}


def _blocks(entries: Entries) -> dict[str, str]:
    """The inputs by their fields, where what is wrong is shown."""
    return {
        **{field: names.activity_text(field) for field in TEXTS},
        "kind": names.ACTIVITY_KIND,
        "unit": names.in_place(names.ACTIVITY_UNIT, entries.municipality),
        "first": names.ACTIVITY_FIRST,
        "last": names.ACTIVITY_LAST,
    }


def _funding(row: Row) -> Iterator[Funding]:
    for field, source in SOURCES.items():
        for line in filter(None, map(str.strip, row.cells.get(field, "").splitlines())):
            try:
                yield _funded(line, source)
            except BadCell as error:
                row.refuse(field, error.reason, **error.details)


def _funded(line: str, source: FundingSource) -> Funding:
    """A line such as "45 000 kr Erasmus+". Raises BadCell."""
    found = _FUNDING.fullmatch(line)
    if found is None or (not found[2] and _THOUSANDS.match(found[3])):
        raise BadCell("activity-funding-unread", value=line)
    name = text_in(found[3].strip()) or None
    return Funding(source=source, amount=_money(f"{found[1]} {found[2] or ''}"), name=name)


def _money(text: str) -> Amount:
    """Euros where it says so, else kronor. Raises BadCell."""
    return money_in(text, Currency.EUR if _EUROS.search(text) else Currency.SEK)


def _written(told: Amount) -> str:
    """As ``_money`` reads it: "45 000,50 kr"."""
    whole = told.minor % 100 == 0
    number = f"{told.decimal:,.{0 if whole else 2}f}".replace(",", " ").replace(".", ",")
    return f"{number} {'kr' if told.currency is Currency.SEK else 'EUR'}"


def _texts(told: Content | Reading, language: str) -> dict[str, str]:
    """What both can tell, as it is typed."""
    people = told.participants
    young = people.young if people else None
    texts = {
        "title": told.title,
        "done": told.done,
        "partners": _names(told.partners),
        "cities": _names(told.cities),
        "countries": ", ".join(_country(each, language) for each in told.countries),
        "participants": str(people.total) if people else "",
        "young": "" if young is None else str(young),
        "cost": _written(told.cost) if told.cost else "",
        **_funding_texts(told.funding),
        "link": str(told.link or ""),
    }
    return {field: text for field, text in texts.items() if text}


def _names(names: Sequence[str]) -> str:
    """Names with semicolons, one at the end where a single name has a comma of its own."""
    ends = ";" if len(names) == 1 and "," in names[0] else ""
    return "; ".join(names) + ends


def _funding_texts(funding: Sequence[Funding]) -> dict[str, str]:
    return {
        field: "\n".join(
            f"{_written(each.amount)} {each.name or ''}".strip()
            for each in funding
            if each.source is source
        )
        for field, source in SOURCES.items()
    }


def _days(dates: Dates | None) -> dict[str, object]:
    if dates is None:
        return {}
    last = dates.last.isoformat() if dates.last and dates.last != dates.first else ""
    return {"first": dates.first.isoformat(), "last": last, "is_running": dates.last is None}


def _country(code: str, language: str) -> str:
    try:
        return country_name(code, language)
    except KeyError:
        return code
