"""How much of what people write about activities is read right, by field.

Usage: python -m tests.evaluation.activities.score [--show] FILE.jsonl ...

``--show`` prints what was read wrong, for the tuning half only: the other half is to measure.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from bot.domain.activities.kinds import Kind
from bot.domain.activities.money import Amount
from bot.services.activities.free_text import Reading, read_activity
from bot.services.activities.kinds import load_kinds

FIELDS = (
    "dates",
    "kind",
    "participants",
    "cost",
    "funding",
    "partners",
    "cities",
    "countries",
    "link",
)


class Score(NamedTuple):
    """How many phrases there are, how many are right in each field, and in all of them. ``told``
    and ``told_right`` count only the phrases that tell something of a field.
    """

    phrases: int
    right: Counter[str]
    told: Counter[str]
    told_right: Counter[str]
    whole: int


def score(path: Path, kinds: Mapping[str, Kind], *, show: bool = False) -> Score:
    """Read every phrase of a file and compare with what is expected."""
    right: Counter[str] = Counter()
    told: Counter[str] = Counter()
    told_right: Counter[str] = Counter()
    whole = 0
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for row in rows:
        reading = read_activity(row["text"], date.fromisoformat(row["today"]), kinds)
        wrong = list(differences(reading, row["expected"]))
        for field in FIELDS:
            right[field] += field not in wrong
            told[field] += field in row["expected"]
            told_right[field] += field in row["expected"] and field not in wrong
        whole += not wrong
        if wrong and show:
            _print(row, reading, wrong)
    return Score(len(rows), right, told, told_right, whole)


def differences(reading: Reading, expected: Mapping[str, object]) -> Iterator[str]:
    """The fields that were read otherwise than expected; the order of names does not matter."""
    got = as_json(reading)
    for field in FIELDS:
        wanted = expected.get(field)
        if _unordered(wanted) != _unordered(got[field]):
            yield field
    if "title" in expected and expected["title"] != reading.title:
        yield "title"


def as_json(reading: Reading) -> dict[str, object]:
    """A reading in the form of the files: None for what is not told."""
    people, dates = reading.participants, reading.dates
    return {
        "dates": [str(dates.first), dates.last and str(dates.last)] if dates else None,
        "kind": reading.kind,
        "participants": [people.total, people.young] if people else None,
        "cost": _money(reading.cost) if reading.cost else None,
        "funding": [
            {"source": each.source.value, **_money(each.amount), "name": each.name}
            for each in reading.funding
        ],
        "partners": list(reading.partners),
        "cities": list(reading.cities),
        "countries": list(reading.countries),
        "link": str(reading.link) if reading.link else None,
    }


def _money(amount: Amount) -> dict[str, str]:
    plain = f"{amount.decimal:f}"
    return {"amount": plain.removesuffix(".00"), "currency": amount.currency.value}


def _unordered(value: object) -> object:
    if isinstance(value, list) and not all(isinstance(each, int | None) for each in value):
        return sorted(map(str, value))
    return value or None


def _print(row: Mapping[str, object], reading: Reading, wrong: list[str]) -> None:
    got = as_json(reading) | {"title": reading.title}
    expected = row["expected"]
    print(row["text"])  # noqa: T201
    for field in wrong:
        wanted = expected.get(field) if isinstance(expected, dict) else None
        print(f"    {field}: {got[field]} instead of {wanted}")  # noqa: T201


def main(arguments: list[str]) -> None:
    """Print the shares of each file."""
    kinds = load_kinds(None)
    for name in [each for each in arguments if each != "--show"]:
        found = score(Path(name), kinds, show="--show" in arguments and "tuning" in name)
        print(f"{name}: {found.whole} of {found.phrases} phrases right in every field")  # noqa: T201
        for field in FIELDS:
            told, right = found.told[field], found.told_right[field]
            print(f"  {field:12} {found.right[field] / found.phrases:6.1%}  told {right} of {told}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
