"""How cells of a workbook look: a number format for each measure and currency, and few styles."""

from __future__ import annotations

from functools import cache
from textwrap import wrap

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bot.domain.activities.money import Currency
from bot.files.safe_text import clean, neutral
from bot.files.wording import MONEY
from bot.services.reports.selection import Figure, Measure
from knowledge.texts.catalogue import say

_COUNT, _DATE = "#,##0", "yyyy-mm-dd"
_MONEY = {Currency.SEK: '#,##0.00\xa0"kr"', Currency.EUR: '#,##0.00\xa0"€"'}
_SHARE = "0.0%"
_RULE = "#8C8C8C"
_A4 = 9
_POINTS_OF_A_LINE, _POINTS_BETWEEN_ROWS = 15, 3

Style = dict[str, str | int | bool]

TITLE: Style = {"bold": True, "font_size": 18}
HEADING: Style = {"bold": True, "font_size": 14}
SUBHEADING: Style = {"bold": True}
TEXT: Style = {"text_wrap": True, "valign": "top"}
QUOTATION: Style = {
    "text_wrap": True,
    "valign": "top",
    "italic": True,
    "align": "left",
    "indent": 1,
}
LABEL: Style = {"text_wrap": True, "valign": "vcenter"}
COLUMN: Style = {
    "bold": True, "text_wrap": True, "valign": "bottom", "bottom": 1, "border_color": _RULE,
}  # fmt: skip
NUMBER_COLUMN: Style = {**COLUMN, "align": "right"}
IDS_COLUMN: Style = {**COLUMN, "align": "left", "indent": 1}
IDS: Style = {"valign": "vcenter", "align": "left", "indent": 1, "font_color": "#4D4D4D"}
LINK: Style = {**IDS, "font_color": "#0563C1", "underline": 1}
COMPUTED: Style = {"font_color": "#595959"}
PLAIN: Style = {"valign": "vcenter"}
TOTAL: Style = {"bold": True, "top": 1, "border_color": _RULE}
NAME: Style = {"align": "left"}
NUMBER: Style = {"valign": "vcenter", "align": "right"}


class Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, workbook: Workbook, language: str) -> None:
        self._language = language
        self._made = cache(lambda items: workbook.add_format(dict(items)))

    def of(self, *styles: Style) -> Format:
        """The styles together, the later ones first."""
        joined = {name: value for style in styles for name, value in style.items()}
        made: Format = self._made(tuple(sorted(joined.items())))
        return made

    def text(self, text: str, *styles: Style) -> Format:
        """A text's styles; one that begins like a formula stays text also when somebody edits its
        cell (quotePrefix, Office Open XML part 1, 18.8.45).
        """
        return self.of(*styles, {"quote_prefix": True} if neutral(text) != clean(text) else {})

    @property
    def date(self) -> Format:
        """A day."""
        return self.of({"num_format": _DATE, "align": "left"})

    def money(self, currency: Currency | None, *styles: Style) -> Format:
        """An amount in a table of activities; None where another cell tells the currency."""
        return self.of({"num_format": _MONEY[currency] if currency else "#,##0.00"}, *styles)

    def figure(self, figure: Figure, *styles: Style) -> Format:
        """A figure's number."""
        return self.of(NUMBER, {"num_format": _number_format(figure)}, *styles)

    def change(self, figure: Figure, *styles: Style) -> Format:
        """What has changed, with its sign; of a share, percentage points."""
        if figure.measure is Measure.EXTERNAL_SHARE:
            points = say("file-points-short", self._language)
            shown = f'0.0\xa0"{points}"'
        else:
            shown = _number_format(figure)
        return self.of(NUMBER, {"num_format": f"+{shown};\u2212{shown};{shown}"}, *styles)


def height_of(text: str, width: float, most: int = 12) -> float:
    """Points of a row that shows the text in lines of about ``width`` characters, ``most`` at
    most: programs do not make rows higher by themselves when a file is opened.
    """
    lines = len(wrap(text, max(int(width), 1))) or 1
    return _POINTS_OF_A_LINE * min(lines, most) + _POINTS_BETWEEN_ROWS


def page_set_up(sheet: Worksheet) -> None:
    """A4, lying, as wide as a page, with page numbers."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P / &N")


def _number_format(figure: Figure) -> str:
    if figure.measure is Measure.EXTERNAL_SHARE:
        return _SHARE
    if figure.measure in MONEY and figure.currency:
        return _MONEY[figure.currency]
    return _COUNT
