"""Charts as pictures: bars that lie, each with its number beside it."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from textwrap import wrap
from typing import TYPE_CHECKING

from bot.files.safe_text import one_line
from bot.files.wording import figure_words
from bot.services.reports.report import Chart, Line
from knowledge.texts.catalogue import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH = 1000
"""Pixels: what Slack shows without making it smaller."""

BAR_COLOUR = "#0072B2"
"""Blue of the palette that all see (https://jfly.uni-koeln.de/color/). One series needs one."""

_TEXT_COLOUR, _NOTE_COLOUR = "#1A1A1A", "#4D4D4D"
_DPI = 100
_TITLE_SIZE, _LABEL_SIZE, _NOTE_SIZE = 15, 12, 11
_CHARACTERS_OF_A_TITLE, _CHARACTERS_OF_A_LABEL, _LINES_OF_A_LABEL = 80, 34, 3
_POINTS_OF_A_LINE = 1.35
_BAR_INCHES, _GAP_INCHES, _MARGIN_INCHES = 0.3, 0.16, 0.18
_LABELS_SHARE, _NUMBERS_SHARE = 0.33, 0.18


def chart_png(chart: Chart, language: str) -> bytes:
    """The chart as PNG, 1000 pixels wide; the same bytes for the same chart.

    Only the first figure of each bar is drawn.
    """
    # Here, because it takes long and most processes never draw.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    bars = chart.bars
    title = wrap(one_line(chart.title, 200), _CHARACTERS_OF_A_TITLE) or [""]
    labels = [_wrapped(bar.label) for bar in bars]
    heights = [_height_of(label) for label in labels]
    note = one_line(chart.unit, _CHARACTERS_OF_A_TITLE)
    above = _MARGIN_INCHES + _lines_inches(len(title), _TITLE_SIZE) + _lines_inches(1, _NOTE_SIZE)
    height = above + sum(heights) + 2 * _MARGIN_INCHES

    figure = Figure(figsize=(WIDTH / _DPI, height), dpi=_DPI, facecolor="white")
    FigureCanvasAgg(figure)
    _write_heading(figure, title, note, height)
    bottom, room = _MARGIN_INCHES / height, sum(heights) / height
    axes = figure.add_axes(
        (_LABELS_SHARE, bottom, 1 - _LABELS_SHARE - _NUMBERS_SHARE, room or 0.01)
    )
    _draw(axes, bars, labels, heights, language)
    picture = BytesIO()
    figure.savefig(picture, format="png", dpi=_DPI, metadata={"Software": None})
    return picture.getvalue()


def _length(bar: Line) -> Decimal:
    return (bar.figures[0].number if bar.figures else None) or Decimal(0)


def _wrapped(label: str) -> list[str]:
    return wrap(
        one_line(label),
        _CHARACTERS_OF_A_LABEL,
        max_lines=_LINES_OF_A_LABEL,
        placeholder=" …",
    ) or [""]


def _height_of(label: list[str]) -> float:
    """Inches that a bar takes with its label and the gap below."""
    return max(_BAR_INCHES, _lines_inches(len(label), _LABEL_SIZE)) + _GAP_INCHES


def _lines_inches(count: int, size: int) -> float:
    return count * size * _POINTS_OF_A_LINE / 72


def _write_heading(figure: Figure, title: list[str], note: str, height: float) -> None:
    top = 1 - _MARGIN_INCHES / 2 / height
    below = top - _lines_inches(len(title), _TITLE_SIZE) / height
    left = _MARGIN_INCHES * _DPI / WIDTH
    figure.text(
        left,
        top,
        "\n".join(title),
        size=_TITLE_SIZE,
        weight="bold",
        color=_TEXT_COLOUR,
        va="top",
        parse_math=False,
    )
    figure.text(left, below, note, size=_NOTE_SIZE, color=_NOTE_COLOUR, va="top", parse_math=False)


def _draw(
    axes: Axes, bars: tuple[Line, ...], labels: list[list[str]], heights: list[float], language: str
) -> None:
    """Bars from above, with their labels to the left and their numbers to the right."""
    lengths = [float(_length(bar)) for bar in bars]
    middles = [sum(heights[:at]) + each / 2 for at, each in enumerate(heights)]
    axes.barh(middles, lengths, height=_BAR_INCHES, color=BAR_COLOUR)
    axes.set_xlim(0, max([*lengths, 0]) or 1)
    axes.set_ylim(sum(heights) or 1, 0)
    for middle, length, bar, label in zip(middles, lengths, bars, labels, strict=True):
        _annotate(axes, middle, 0, "\n".join(label), "right")
        words = figure_words(bar.figures[0], language) if bar.figures else ""
        _annotate(axes, middle, length, words or say("file-missing", language), "left")
    axes.set_axis_off()


def _annotate(axes: Axes, middle: float, at: float, words: str, side: str) -> None:
    axes.annotate(
        words,
        (at, middle),
        xytext=(6 if side == "left" else -8, 0),
        textcoords="offset points",
        ha=side,
        va="center",
        size=_LABEL_SIZE,
        color=_TEXT_COLOUR,
        parse_math=False,
        annotation_clip=False,
    )
