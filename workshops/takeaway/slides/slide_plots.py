"""Charts PowerPoint can edit, each with its workbook inside, in the look of paper.

What is counted goes in as numbers, what is said as plain text: no cell is ever a formula.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.xlsx import CategoryWorkbookWriter, XyWorkbookWriter
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Mm, Pt
from xlsxwriter import Workbook

from workshops.takeaway import paper
from workshops.takeaway.gathered import legible

if TYPE_CHECKING:
    from pptx.chart.chart import Chart as Drawn
    from pptx.slide import Slide

    from workshops.takeaway.slides.slide_charts import Chart
    from workshops.takeaway.slides.slide_master import Place

SMALL, LABEL = 12.0, 14.0
"""Points."""
KINDS = {
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "stacks": XL_CHART_TYPE.BAR_STACKED,
    "shares": XL_CHART_TYPE.BAR_STACKED_100,
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "points": XL_CHART_TYPE.XY_SCATTER,
}
GAPS = {1: 400, 2: 220, 3: 120}
"""Air beside bars in percent of their height: a few bars are not to fill the slide."""
LYING = ("bars", "stacks", "shares")
_ACCENTS = (
    MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_2, MSO_THEME_COLOR.ACCENT_3,
    MSO_THEME_COLOR.ACCENT_5, MSO_THEME_COLOR.ACCENT_6, MSO_THEME_COLOR.ACCENT_4,
)  # fmt: skip
_STEPS = (0.8, 0.55, 0.25, 0.0, -0.25, -0.45, -0.6)
"""A scale from little to much: one colour, lighter and darker; none is good or bad."""


def plot(slide: Slide, chart: Chart, place: Place, told: str) -> None:
    """Put a chart on a slide; `told` says the same to a screen reader."""
    where = [Mm(one) for one in place]
    shapes: Any = slide.shapes
    held = shapes.add_chart(KINDS[chart.kind], *where, _data(chart))
    about = held._element.nvGraphicFramePr.cNvPr  # noqa: SLF001 - python-pptx has no alt texts
    about.set("name", legible(chart.title or chart.series[0][0])[:60])
    about.set("descr", legible(told))
    drawn = held.chart
    drawn.font.size, drawn.font.name = Pt(SMALL), "+mj-lt"
    drawn.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    _titled(drawn, _one_line(chart.title))
    many = len(chart.series) > 1
    drawn.has_legend = many
    if many:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        drawn.legend.font.size = Pt(LABEL)
    (_points if chart.kind == "points" else _categories)(drawn, chart)


def _titled(drawn: Drawn, title: str) -> None:
    drawn.has_title = bool(title)
    if title:
        drawn.chart_title.text_frame.text = title
        font = drawn.chart_title.text_frame.paragraphs[0].runs[0].font
        font.size, font.bold = Pt(16), True
        drawn.chart_title.include_in_layout = False


def _data(chart: Chart) -> Any:
    if chart.kind == "points":
        spots = _Points()
        for name, points in chart.series:
            series = spots.add_series(legible(name))
            for x, y in points:
                series.add_data_point(x, y)
        return spots
    data = _Categories(number_format="0")
    data.categories = [legible(name) for name in chart.names]
    for name, values in chart.series:
        data.add_series(legible(name), values)
    return data


# ── how it looks ─────────────────────────────────────────────────────────────
def _categories(drawn: Drawn, chart: Chart) -> None:
    shown, names, values = drawn.plots[0], drawn.category_axis, drawn.value_axis
    crowded = len(chart.names) > 10
    lying = GAPS.get(len(chart.names), 35 if crowded else 55)
    shown.gap_width = lying if chart.kind in LYING else 35
    shown.vary_by_categories = False
    if chart.kind == "bars" and len(chart.series) > 1:
        shown.overlap = -10
    for number, series in enumerate(shown.series):
        series.format.fill.solid()
        _shade(series.format.fill.fore_color, chart, number)
        series.format.line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
        series.format.line.width = Pt(1)
        _labelled(series, chart, number)
    names.tick_labels.font.size = Pt(SMALL if crowded or chart.kind == "columns" else LABEL)
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.format.line.color.rgb = RGBColor.from_string(paper.EDGE[1:])
    names.has_major_gridlines = values.has_major_gridlines = False
    if chart.kind in LYING:
        names.reverse_order = True  # the first one on top
    if any(chart.ends):
        steps = zip((chart.names[0], chart.names[-1]), chart.ends, strict=True)
        _ended(names, " · ".join(f"{step}: {end}" for step, end in steps))
    values.visible = False  # every bar says its number
    values.minimum_scale = 0
    if chart.most and chart.kind != "shares":
        values.maximum_scale = chart.most * (1.08 if chart.kind == "bars" else 1.15)


def _shade(colour: Any, chart: Chart, number: int) -> None:
    if chart.kind == "shares":
        colour.theme_color = MSO_THEME_COLOR.ACCENT_1
        last = max(len(chart.series) - 1, 1)
        colour.brightness = _STEPS[round(number * (len(_STEPS) - 1) / last)]
    else:
        colour.theme_color = _ACCENTS[number % len(_ACCENTS)]


def _labelled(series: Any, chart: Chart, number: int) -> None:
    labels = series.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = "0;;;", False  # no zeros
    labels.font.size, labels.font.bold = Pt(LABEL), True
    inside = chart.kind in ("stacks", "shares")
    if inside:
        labels.position = XL_LABEL_POSITION.CENTER
        labels.font.color.theme_color = _on(chart, number)
    else:
        labels.position = XL_LABEL_POSITION.OUTSIDE_END
        labels.font.color.theme_color = MSO_THEME_COLOR.TEXT_1


def _on(chart: Chart, number: int) -> Any:
    """Give the colour that can be read on a bar."""
    last = max(len(chart.series) - 1, 1)
    if chart.kind == "shares":
        light = _STEPS[round(number * (len(_STEPS) - 1) / last)] >= 0.25
    else:
        light = _ACCENTS[number % len(_ACCENTS)] == MSO_THEME_COLOR.ACCENT_2
    return MSO_THEME_COLOR.TEXT_1 if light else MSO_THEME_COLOR.BACKGROUND_1


def _points(drawn: Drawn, chart: Chart) -> None:
    """Draw points in one span of both axes; where several lie, a number says how many."""
    for axis, end in zip((drawn.category_axis, drawn.value_axis), chart.ends, strict=True):
        low, high = chart.span
        axis.minimum_scale, axis.maximum_scale, axis.major_unit = low, high, (high - low) / 2
        axis.has_major_gridlines = True
        axis.major_gridlines.format.line.color.rgb = RGBColor.from_string(paper.LINE[1:])
        axis.format.line.color.rgb = RGBColor.from_string(paper.EDGE[1:])
        axis.major_tick_mark = XL_TICK_MARK.NONE
        axis.tick_labels.font.size = Pt(SMALL)
        if end:
            _ended(axis, end)
    for series, (_, points) in zip(drawn.plots[0].series, chart.series, strict=True):
        series.format.line.fill.background()  # points, no line between them
        series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 9
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
        series.marker.format.line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
        several, met = Counter(points), Counter[Any]()
        for number, point in enumerate(points):
            met[point] += 1
            if 1 < several[point] == met[point]:
                label = series.points[number].data_label
                label.text_frame.text = str(several[point])
                label.text_frame.paragraphs[0].runs[0].font.size = Pt(SMALL)
                label.position = XL_LABEL_POSITION.RIGHT


def _one_line(text: str) -> str:
    return " ".join(legible(text).split())


def _ended(axis: Any, end: str) -> None:
    text = _one_line(end)
    axis.has_title = bool(text)
    if not text:
        return
    axis.axis_title.text_frame.text = text
    font = axis.axis_title.text_frame.paragraphs[0].runs[0].font
    font.size, font.bold = Pt(SMALL), False


# ── workbooks ────────────────────────────────────────────────────────────────
class _Plain:
    """Opens a workbook in which a text stays a text, whatever it begins with."""

    @contextmanager
    def _open_worksheet(self, file: Any) -> Iterator[tuple[Any, Any]]:
        never = dict.fromkeys(
            ("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False
        )
        book = Workbook(file, {"in_memory": True, **never})
        yield book, book.add_worksheet()
        book.close()


class _CategoryWriter(_Plain, CategoryWorkbookWriter):
    pass


class _XyWriter(_Plain, XyWorkbookWriter):
    pass


class _Categories(CategoryChartData):
    @property
    def _workbook_writer(self) -> _CategoryWriter:
        return _CategoryWriter(self)


class _Points(XyChartData):
    @property
    def _workbook_writer(self) -> _XyWriter:
        return _XyWriter(self)
