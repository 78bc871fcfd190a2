"""Names by which formulas find rows: each means one thing to a spreadsheet, whatever people wrote.

Criteria of COUNTIFS and SUMIFS do not tell capitals from small letters, and read numbers, dates and
signs of comparison as such
(https://support.microsoft.com/office/countifs-function-dda3dc6e-f74e-4aee-88bc-aa8c2a866842).
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from bot.files.figures import every_figure
from bot.files.safe_text import one_line
from bot.services.reports.report import Report
from bot.services.reports.selection import undertaking_of
from knowledge.model import Value

_LONGEST = 100
"""Characters: a text within a formula holds 255, and some are written as two."""


class Labels(Value):
    """The names of kinds, units, countries and goals by what selections call them, of undertakings
    by their folded names.
    """

    kinds: Mapping[str, str]
    units: Mapping[str, str]
    countries: Mapping[str, str]
    goals: Mapping[str, str]
    undertakings: Mapping[str, str]

    def undertaking(self, name: str) -> str:
        """The name of an undertaking, however it is written."""
        return self.undertakings[name.casefold()]

    def country(self, code: str) -> str:
        """The name of a country; its code where no activity has to do with it."""
        return self.countries.get(code, code)


def labels_of(report: Report) -> Labels:
    """The names of all that the report's rows and figures speak of."""
    selections = [each.selection for each in every_figure(report)]
    rows = (*report.rows, *report.earlier_rows)
    contents = [row.activity.content for row in rows]
    kinds = {kind: kind for each in selections for kind in each.kinds or ()}
    units = {each.unit: each.unit for each in selections if each.unit is not None}
    kinds |= {row.activity.content.kind: row.kind for row in rows}
    units |= {row.activity.content.unit: row.unit for row in rows}
    goals = [each.goal for each in selections if each.goal is not None]
    goals += [goal.quote for content in contents for goal in content.goals]
    undertakings = [each.undertaking for each in selections if each.undertaking is not None]
    undertakings += map(undertaking_of, contents)
    return Labels(
        kinds=distinct(kinds),
        units=distinct(units),
        countries={
            code: name
            for row in rows
            for code, name in zip(row.activity.content.countries, row.countries, strict=True)
        },
        goals=_numbered(goals),
        undertakings=distinct({each.casefold(): each for each in reversed(undertakings)}),
    )


def distinct(names: Mapping[str, str]) -> dict[str, str]:
    """The names by the same keys; those that a criterion could take for something else have a
    number in brackets.

    >>> distinct({"a": "Skolan", "b": "skolan", "c": "Museet"})
    {'a': 'Skolan [1]', 'b': 'skolan [2]', 'c': 'Museet'}
    """
    shown = {key: one_line(name, _LONGEST) for key, name in names.items()}
    alike = Counter(map(_compared, shown.values()))
    return {
        key: name
        if _is_plain(name) and alike[_compared(name)] == 1
        else f"{name} [{number}]".strip()
        for number, (key, name) in enumerate(shown.items(), 1)
    }


def _is_plain(name: str) -> bool:
    """Whether it begins with a letter, and ends unlike the numbered ones."""
    return name[:1].isalpha() and not name.endswith("]")


def _compared(name: str) -> str:
    """A name as spreadsheets compare it at most."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(each for each in folded if unicodedata.category(each) != "Cf")


def _numbered(quotes: Iterable[str]) -> dict[str, str]:
    """A code for each goal; all as long, so that none is part of another."""
    known = list(dict.fromkeys(quotes))
    width = len(str(len(known)))
    return {quote: f"M{number:0{width}}" for number, quote in enumerate(known, 1)}
