"""A log of 100,000 activities: storing, listing, finding, reading and backing it up.

Usage: python -m tests.benchmarks.activities [--quick]
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from bot.domain.activities.activity import Activity, ChangeKind, Content
from bot.domain.activities.dates import Dates, PeriodKind, part_of_year
from bot.domain.activities.units import Unit, UnitKind
from bot.services.activities.kinds import load_kinds
from bot.services.activities.log import PAGE
from bot.services.activities.ports import ActivityBook, Doing, Query
from bot.services.reports.making import make_report
from bot.services.reports.material import Material
from bot.storage.backup import restore
from bot.storage.database import file_address, open_database
from knowledge.model import Citation
from tests.benchmarks.corpus import SEED
from tests.benchmarks.databases import TIMES, Row, compared, median, once
from tests.benchmarks.measures import megabytes, peak_memory

ACTIVITIES = 100_000
TOGETHER = 1_000
"""Activities that are imported at once."""

MUNICIPALITIES = ("Skövde", "Örebro", "Enköping", "Upplands-Bro", "Skara")
KINDS = ("transnational_exchange", "eu_project", "international_network", "horizon_scanning")
COUNTRIES = ("FI", "DE", "DK", "NO", "PL", "EE", "LT", "LV", "FR", "ES", "IT", "NL", "IE", "AT")
RARE = "IS"
FIRST = date(2017, 1, 1)
YEARS = 10
UNITS = 40
PARTNERS = 3_000
GOAL = "Kommunens internationella arbete ska bidra till verksamheternas utveckling."
WORDS = "elever lärare besökte skolan och visade hur undervisningen om hållbar utveckling går till"
DOING = Doing(kind=ChangeKind.IMPORTED, by="U1", at=datetime(2026, 11, 22, tzinfo=UTC))


def contents(count: int) -> Iterator[Content]:
    """Activities as a municipality may state them, the same at each run; some 1,500 bytes each."""
    chance = random.Random(SEED)  # noqa: S311
    for number in range(count):
        first = FIRST + timedelta(days=chance.randrange(365 * YEARS))
        runs, length = chance.random() < 0.02, chance.choice((0, 0, 2, 30))
        countries = [chance.choice(COUNTRIES), "SE"] + [RARE] * (chance.random() < 0.002)
        total, minor = chance.randrange(200), chance.randrange(10**7)
        eu = {"source": "eu", "amount": {"minor": minor, "currency": "EUR"}, "name": "Erasmus+"}
        own = {"source": "own", "amount": {"minor": minor, "currency": "SEK"}}
        yield Content.model_validate(
            {
                "kind": chance.choice(KINDS),
                "title": f"Besök {number} om hållbar utveckling",
                "dates": Dates(first=first, last=None if runs else first + timedelta(days=length)),
                "unit": f"enhet {chance.randrange(UNITS)}",
                "done": " ".join(chance.choices(WORDS.split(), k=40)),
                "partners": [f"Partner {chance.randrange(PARTNERS)}"],
                "cities": [f"Stad {chance.randrange(PARTNERS)}"],
                "countries": countries,
                "participants": {"total": total, "young": total // 2},
                "cost": {"minor": 2 * minor, "currency": "SEK"},
                "funding": [eu, own],
                "effects": " ".join(chance.choices(WORDS.split(), k=25)),
                "goals": [_goal()],
            }
        )


def _goal() -> Citation:
    return Citation(
        document_id="skovde-policy",
        edition="0a1b2c3d",
        ordinal=3,
        municipality="Skövde",
        document="Policy för internationellt arbete",
        decided="2018-03-26",
        section_number="3",
        section="Mål",
        section_path=("3 Mål",),
        page=None,
        quote=GOAL,
        start=120,
        end=120 + len(GOAL),
    )


def measure(count: int, address: str, folder: Path) -> list[Row]:
    """Each thing that was timed, and what it took, in one database."""
    with closing(open_database(address)) as database:
        book = database.activities
        rows = [_imported(book, count)]
        rows += [(name, median(do)) for name, do in _short(book)]
        rows += [(name, once(do)) for name, do in _long(book)]
        backup = folder / "backup.zip"
        rows.append(("backup", once(partial(database.backup, backup))))
    other = file_address(folder / "restored")
    rows.append(("restoring it into SQLite", once(partial(restore, backup, other))))
    rows.append(("size of the backup", megabytes(backup.stat().st_size)))
    rows.append(("most memory", megabytes(peak_memory())))
    return rows


def _imported(book: ActivityBook, count: int) -> Row:
    taken, made = 0.0, contents(count)
    for number, municipality in zip(range(0, count, TOGETHER), cycle(MUNICIPALITIES), strict=False):
        part = list(islice(made, TOGETHER))
        keys = [f"import {number + each}" for each in range(len(part))]
        started = time.perf_counter()
        book.add_all(keys, municipality, part, DOING)
        taken += time.perf_counter() - started
    return "importing all, 1,000 at once", f"{taken:,.0f} s"


def _short(book: ActivityBook) -> Iterator[tuple[str, Callable[[int], object]]]:
    """What people wait for; each is given how often it was done before."""
    home = Query(municipality=MUNICIPALITIES[0])
    everyone = book.count(home)
    new = list(contents(TIMES))
    added: list[Activity] = []

    def add(time: int) -> None:
        added.extend(book.add_all([f"one {time}"], MUNICIPALITIES[0], [new[time]], DOING))

    yield "adding one", add
    yield (
        "changing one",
        lambda time: book.save(1, added[time], DOING, added[time].content),
    )
    yield "first page of a municipality", lambda _: (book.count(home), book.search(home, PAGE))
    yield (
        "its last page",
        lambda _: (book.count(home), book.search(home, PAGE, everyone - PAGE)),
    )
    for name, asked in (
        ("first page of a year, a kind and a unit", _narrow()),
        ("first page of a country", Query(countries=frozenset({COUNTRIES[0]}))),
        ("first page of a rare country", Query(countries=frozenset({RARE}))),
        ("first page of all municipalities", Query()),
    ):
        yield name, partial(_page, book, asked)
    yield (
        "possible duplicates",
        lambda time: book.like(
            MUNICIPALITIES[0], [f"partner {time}", f"stad {time}"], new[time].dates, None
        ),
    )


def _narrow() -> Query:
    return Query(
        municipality=MUNICIPALITIES[0],
        overlapping=part_of_year(2025, PeriodKind.YEAR).dates,
        kinds=frozenset({KINDS[0]}),
        units=frozenset({"enhet 1"}),
    )


def _page(book: ActivityBook, query: Query, _: int) -> None:
    book.count(query)
    book.search(query, PAGE)


def _long(book: ActivityBook) -> Iterator[tuple[str, Callable[[], object]]]:
    year = part_of_year(2025, PeriodKind.YEAR).dates
    of_year = Query(municipality=MUNICIPALITIES[0], overlapping=year)
    yield "reading a municipality's year", lambda: sum(1 for _ in book.every(of_year))
    yield "reading all", lambda: sum(1 for _ in book.every(Query()))
    yield "report on a municipality's year", lambda: _report(book, MUNICIPALITIES[0])
    yield "report on a year of all of them", lambda: _report(book, None)


def _report(book: ActivityBook, municipality: str | None) -> None:
    """Read a year and the one before, and make the report of them."""
    period = part_of_year(2025, PeriodKind.YEAR)
    read = [
        list(book.every(Query(municipality=municipality, overlapping=each.dates)))
        for each in (period, period.before)
    ]
    units = [
        Unit(id=f"enhet {number}", municipality="", name=f"Enhet {number}", kind=UnitKind.OTHER)
        for number in range(UNITS)
    ]
    material = Material(
        municipality=municipality or "",
        period=period,
        language="sv",
        activities=read[0],
        earlier=read[1],
        demands=(),
        goals=(_goal(),),
        units=units,
        kinds=load_kinds(None),
    )
    make_report(material, DOING.at, lambda _done, _of: None)


def run(*, quick: bool) -> str:
    """Measure both databases; the table."""
    count = 2_000 if quick else ACTIVITIES
    return compared(f"{count:,} activities", partial(measure, count))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    sys.stdout.write(run(quick=parser.parse_args().quick))


if __name__ == "__main__":
    main()
