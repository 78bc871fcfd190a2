"""Numbers, money, shares and days as Swedes and Britons write them (CLDR, through Babel)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from bot.domain.activities.money import Currency
from bot.domain.days import swedish_day
from bot.files.safe_text import one_line
from bot.services.reports.naming import number
from bot.services.reports.periods import days_in_words
from bot.services.reports.report import Line, Part, Report
from bot.services.reports.selection import Figure, Measure
from knowledge.texts.catalogue import say
from knowledge.wording import listed

MONEY = frozenset({Measure.COST, Measure.FUNDING})
NOTHING = "–"
"""What stands for a number that there is none of, and that nobody has left out."""

_ALWAYS_TOLD = frozenset({Measure.ACTIVITIES, Measure.COUNTRIES, Measure.OUTSIDE_SHARE})
_MONEY = {
    "sv": {Currency.SEK: "{}\xa0kr", Currency.EUR: "{}\xa0€"},
    "en": {Currency.SEK: "SEK\xa0{}", Currency.EUR: "€{}"},
}
_PERCENT_MARKS = {"sv": "\xa0%", "en": "%"}
_LONGEST_DETAIL = 300
_MINUS, _PLUS_MINUS = "\u2212", "±"


def told(key: str, language: str, **details: str | int) -> str:
    """The text of ``key`` with people's words in it, which may be of any length: the catalogue's
    library takes 1,000 characters of each, and names are cut far below that.
    """
    cut = {
        name: one_line(each, _LONGEST_DETAIL) if isinstance(each, str) else each
        for name, each in details.items()
    }
    return say(key, language, **cut)


def money(value: Decimal, currency: Currency, language: str) -> str:
    """Kronor or euros; öre and cents where there are any.

    >>> money(Decimal("45000.50"), Currency.EUR, "en")
    '€45,000.50'
    """
    pattern = "#,##0" if value == value.to_integral_value() else "#,##0.00"
    return _MONEY[language][currency].format(number(value, language, pattern))


def percent(share: Decimal, language: str) -> str:
    """A share from 0 to 1 in percent, with at most one decimal.

    >>> percent(Decimal("0.375"), "en")
    '37.5%'
    """
    return f"{_hundredths(share, language)}{_PERCENT_MARKS[language]}"


def period_line(report: Report) -> str:
    """Which days the report is about."""
    first, last = (
        _day(each, report.language) for each in (report.period.first, report.period.last)
    )
    period = report.period_name
    return told("file-period", report.language, period=period, first=first, last=last)


def before_key(key: str, report: Report) -> str:
    """The key of a text about the year before, or, of a period that is longer than a year, of its
    like about the period before.
    """
    period = report.period
    return key if period.first.year - period.before.first.year == 1 else f"{key}-longer"


def made_line(report: Report) -> str:
    """When it was made, by Sweden's clocks."""
    made = _day(swedish_day(report.made_at), report.language)
    return say("file-made-on", report.language, day=made)


def silent_lines(part: Part, language: str) -> Iterator[str]:
    """Which units have reported nothing at all, and which only through units below them."""
    for key, units in (("silent", part.silent), ("heard-below", part.heard_below)):
        if units:
            yield f"{say(f'file-{key}', language)} {listed(units, language)}."


def around(key: str, language: str, first: str, second: str) -> tuple[str, str, str]:
    """What a text has before, between and after two details, which are called so."""
    marks = ("\u0001", "\u0002")
    words = say(key, language, **dict(zip((first, second), marks, strict=True)))
    before, _, rest = words.partition(marks[0])
    between, _, after = rest.partition(marks[1])
    return before, between, after


def figure_words(figure: Figure, language: str) -> str:
    """A figure's number with its unit, or that what it is made of is not told; "–" where nobody
    has left it out, such as without activities, or euros where all is told in kronor.
    """
    return _known(figure, figure.number, figure.untold, language)


def before_words(figure: Figure, language: str) -> str:
    """The same of the period a year earlier."""
    return _known(figure, figure.before, figure.before_untold, language)


def compared_words(figure: Figure, language: str) -> str:
    """The number, with that of the year before in brackets where it is known."""
    words = figure_words(figure, language)
    return words if figure.before is None else f"{words} ({before_words(figure, language)})"


def coverage_words(figure: Figure, language: str) -> str:
    """How many of how many activities tell it; "" where that says nothing."""
    if figure.measure in _ALWAYS_TOLD or not figure.selected:
        return ""
    return say("file-coverage", language, told=len(figure.activities), all=figure.selected)


def _known(figure: Figure, value: Decimal | None, untold: int, language: str) -> str:
    if value is None:
        return say("file-missing", language) if untold else NOTHING
    return _value_words(figure, value, language)


def _value_words(figure: Figure, value: Decimal, language: str) -> str:
    if figure.measure is Measure.EXTERNAL_SHARE:
        return percent(value, language)
    if figure.measure in MONEY and figure.currency:
        return money(value, figure.currency, language)
    return number(value, language)


def change_words(figure: Figure, language: str) -> str:
    """What has changed since the year before, with its sign; "–" where one of them is not known.
    A share changes by percentage points.
    """
    if figure.number is None or figure.before is None:
        return NOTHING
    change = figure.number - figure.before
    sign = "+" if change > 0 else _MINUS if change < 0 else _PLUS_MINUS
    if figure.measure is not Measure.EXTERNAL_SHARE:
        return f"{sign}{_value_words(figure, abs(change), language)}"
    points = f"{sign}{_hundredths(abs(change), language)}"
    return say("file-percentage-points", language, points=points)


def figure_label(line: Line, figure: Figure, language: str) -> str:
    """What one of a line's figures is called where each stands on a line of its own."""
    if len(line.figures) == 1:
        return line.label
    alike = sum(each.measure is figure.measure for each in line.figures) > 1
    if alike and figure.currency:
        name = say(f"file-currency-{figure.currency.value}", language)
    else:
        name = say(f"file-measure-{figure.measure.value}", language)
    return line.label if name.casefold() == line.label.casefold() else f"{line.label}: {name}"


def id_runs(ids: Sequence[int]) -> tuple[str, ...]:
    """Ids in order, three and more that follow each other as a run.

    >>> id_runs((5, 1, 2, 3, 8))
    ('1–3', '5', '8')
    """
    ordered = sorted(set(ids))
    ends = [at for at, (one, next_) in enumerate(pairwise(ordered), 1) if next_ != one + 1]
    starts = [0, *ends]
    return tuple(
        run
        for start, end in zip(starts, [*ends, len(ordered)], strict=True)
        for run in _run(ordered[start:end])
    )


def _run(ids: Sequence[int]) -> Sequence[str]:
    return [f"{ids[0]}–{ids[-1]}"] if len(ids) > 2 else [str(each) for each in ids]


def short_ids(ids: Sequence[int], language: str, most: int = 5) -> str:
    """The first ``most`` runs of ids, and how many ids there are in all if these are not all."""
    runs = id_runs(ids)
    if len(runs) <= most:
        return ", ".join(runs)
    count = number(len(set(ids)), language)
    return say("file-ids-cut", language, ids=", ".join(runs[:most]), count=count)


def _hundredths(share: Decimal, language: str) -> str:
    # As Excel rounds, so that the files agree; Babel would round halves to even digits.
    rounded = (share * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return number(rounded, language, "#,##0.#")


def _day(on: date, language: str) -> str:
    return days_in_words(on, on, language)
