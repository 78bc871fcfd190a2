from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.files.charts import BAR_COLOUR, WIDTH, chart_png
from bot.services.reports.report import Chart, Line
from bot.services.reports.selection import Measure
from tests.unit.bot.files.made import made_report
from tests.unit.bot.files.test_wording import made

BLUE = tuple(int(BAR_COLOUR[at : at + 2], 16) for at in (1, 3, 5))


def chart(*numbers: str | None, label: str = "Skolan", title: str = "Per enhet") -> Chart:
    bars = tuple(
        Line(label=f"{label} {at}", figures=(made(Measure.ACTIVITIES, each),))
        for at, each in enumerate(numbers)
    )
    return Chart(title=title, alt_text="", unit="antal aktiviteter", bars=bars)


def picture(drawn: Chart) -> Image.Image:
    return Image.open(BytesIO(chart_png(drawn, "sv"))).convert("RGB")


def blue_pixels(seen: Image.Image) -> int:
    return sum(count for count, colour in seen.getcolors(1_000_000) or [] if colour == BLUE)


def test_the_same_chart_is_the_same_picture() -> None:
    [first, *_] = made_report().parts[0].charts
    assert chart_png(first, "sv") == chart_png(first, "sv")


def test_a_chart_is_as_wide_as_slack_shows_and_grows_with_its_bars() -> None:
    few, many = picture(chart("3", "2")), picture(chart(*["3"] * 12))
    assert few.width == many.width == WIDTH
    assert many.height > 2 * few.height


def test_longer_bars_stand_for_larger_numbers_and_nothing_for_nought() -> None:
    assert blue_pixels(picture(chart("10", "10"))) > blue_pixels(picture(chart("10", "5")))
    assert blue_pixels(picture(chart("0", "0"))) == 0
    assert blue_pixels(picture(chart(None, None))) == 0


def test_a_chart_without_bars_is_a_picture_too() -> None:
    assert picture(chart()).width == WIDTH


@pytest.mark.filterwarnings("ignore:Glyph")
@settings(max_examples=15, deadline=None)
@given(st.text(max_size=80), st.text(max_size=60))
def test_any_text_can_be_drawn(label: str, title: str) -> None:
    assert picture(chart("3", label=label, title=title)).width == WIDTH


def test_signs_of_formulas_are_drawn_as_they_are() -> None:
    assert picture(chart("3", label="$\\frac{1}{2}$ _x_ {", title="$^$")).width == WIDTH
