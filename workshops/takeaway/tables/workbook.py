"""The Excel file: an overview to read, groups side by side, then the tidy sheets.

People's words are text in every cell: never a formula, a link or a number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING

from workshops import figures
from workshops.takeaway.exercise_pages import in_plan
from workshops.takeaway.gathered import Gathered, clock, date_name, table_name, together
from workshops.takeaway.phrases import dotted
from workshops.takeaway.tables.sheets import LONGEST, Cell, Grid, grids, short, told
from workshops.words import sentence, words

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LABEL, GROUP, WIDEST = 26, 30, 60
"""Widths of columns, in letters."""

LINE, HIGHEST = 15, 400
"""Heights of a line and of a row, in points."""


def as_workbook(gathered: list[Gathered], language: str) -> bytes:
    """Give the Excel file: the overview first, then the grids."""
    import xlsxwriter  # noqa: PLC0415 - only an export writes

    file = BytesIO()
    strings = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    book = xlsxwriter.Workbook(file, {"in_memory": True, **strings})
    kit = words(language)
    book.set_properties({"title": kit["take_kit"], "author": kit["take_kit"], "comments": ""})
    taken: set[str] = set()
    gathered = sorted(gathered, key=in_plan)
    _overview(book, book.add_worksheet(_tab(kit["take_overview"], taken)), gathered, language)
    for grid in grids(gathered):
        _lay(book, book.add_worksheet(_tab(grid.name, taken)), grid)
    book.close()
    return file.getvalue()


def _lay(book: Workbook, sheet: Worksheet, grid: Grid) -> None:
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    widths = [_width([row[column] for row in grid.rows]) for column in range(len(grid.heads))]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    _row(sheet, 0, grid.heads, widths, bold)
    for number, row in enumerate(grid.rows, start=1):
        _row(sheet, number, row, widths, wrap)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(grid.rows), 1), len(grid.heads) - 1)
    _print(sheet)
    sheet.repeat_rows(0)


def _overview(book: Workbook, sheet: Worksheet, gathered: list[Gathered], language: str) -> None:
    """Write what the groups shared: a column for each group, a row for each heading."""
    kit = words(language)
    title = book.add_format({"bold": True, "font_size": 16})
    head = book.add_format({"bold": True, "font_size": 12})
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    quiet = book.add_format({"font_color": "#41545A"})
    _write(sheet, (0, 0), f"{kit['take_kit']} · {kit['take_overview'].lower()}", title)
    _write(sheet, (1, 0), kit["take_overview_note"], quiet)
    shared = [one for one in gathered if one.outputs or figures.count_of(one.figure)]
    if not shared:
        _write(sheet, (3, 0), kit["take_nothing"], quiet)
    row = 3
    for one in shared:
        names = dict.fromkeys((one.day, one.method, short(one.words["title"])))
        _write(sheet, (row, 0), dotted(*names), head)
        _write(sheet, (row + 1, 0), _made(one), quiet)
        row += 3
        if not one.outputs:
            _write(sheet, (row - 1, 0), kit["take_nothing"], quiet)
        for line in _side_by_side(one):
            style = bold if line[0] == kit["take_column_group"] else wrap
            _row(sheet, row, line, [LABEL] + [GROUP] * (len(line) - 1), style)
            row += 1
        for told_line in one.twin if figures.count_of(one.figure) else []:
            _write(sheet, (row, 0), short(told_line), quiet)
            row += 1
        row += 1
    sheet.set_column(0, 0, LABEL)
    sheet.set_column(1, 10, GROUP)
    sheet.hide_gridlines(2)
    _print(sheet)


def _side_by_side(gathered: Gathered) -> list[list[str]]:
    """Give the groups' pages as columns, under one list of headings."""
    if not gathered.outputs:
        return []
    language = gathered.language
    pages = [dict(told(output)) for output in gathered.outputs]
    labels = list(dict.fromkeys(label for page in pages for label in page))
    kit = words(language)
    names = [table_name(output.table, language) for output in gathered.outputs]
    members = [together(output.members, language) for output in gathered.outputs]
    times = [clock(output.shared) if output.shared else "" for output in gathered.outputs]
    rows = [[kit["take_column_group"], *names], [kit["take_members"], *members]]
    if any(times):
        rows.append([kit["take_time"], *times])
    return rows + [[label, *(page.get(label, "") for page in pages)] for label in labels]


def _made(gathered: Gathered) -> str:
    made = gathered.made
    date = date_name(made, gathered.language)
    return sentence("take_made", gathered.language, date=date, time=clock(made))


def _print(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


# ── cells ────────────────────────────────────────────────────────────────────
def _write(sheet: Worksheet, at: tuple[int, int], cell: Cell, style: Format) -> None:
    if isinstance(cell, float):
        sheet.write_number(*at, cell, style)
    else:
        sheet.write_string(*at, cell[:LONGEST], style)


def _row(
    sheet: Worksheet, number: int, cells: Sequence[Cell], widths: Sequence[int], style: Format
) -> None:
    """Write a row as high as its longest text needs: not every program finds that out itself."""
    lines = [
        sum(ceil(len(line) / (width * 0.95)) or 1 for line in str(cell).split("\n"))
        for cell, width in zip(cells, widths, strict=True)
    ]
    sheet.set_row(number, min(LINE * max(lines), HIGHEST))
    for column, cell in enumerate(cells):
        _write(sheet, (number, column), cell, style)


def _width(cells: Sequence[Cell]) -> int:
    longest = max((len(cell) for cell in cells if isinstance(cell, str)), default=0)
    return min(WIDEST, max(14, longest + 2))


def _tab(name: str, taken: set[str]) -> str:
    """Give a name Excel takes for a sheet: short, unique, without its special signs."""
    plain = re.sub(r"[\[\]:*?/\\]", " ", short(name)).strip(" '")[:31] or "1"
    number = 1
    free = plain
    while free.casefold() in taken:
        number += 1
        free = f"{plain[:28]} {number}"
    taken.add(free.casefold())
    return free
