"""The deck: opened again, it has every shared word, charts with the figures' values, shapes."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from pptx import Presentation
from pptx.util import Pt

from tests.test_takeaway import DAY, a_day, sheets, told
from tests.test_takeaway_hostile import HOSTILE, everywhere, expected, gathered
from workshops import bots, bots_made, exercises, fields
from workshops.store import Change
from workshops.store.temporary import TemporaryStore
from workshops.takeaway.gathered import Gathered, gather, legible
from workshops.takeaway.pictures import slices
from workshops.takeaway.pictures.drawing import Drawing, Words
from workshops.takeaway.slides import slide_plots, slide_said, slide_tables, slide_text, slide_theme
from workshops.takeaway.slides.slide_charts import Chart
from workshops.takeaway.slides.slide_master import BODY, LAYOUTS
from workshops.takeaway.slides.slides import printed
from workshops.words import words

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def opened(made: bytes) -> Any:
    return Presentation(io.BytesIO(made))


def every_shape(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        yield shape
        if shape.shape_type == 6:  # a group
            yield from every_shape(shape.shapes)


def read(slide: Any) -> str:
    """Give all there is to read on a slide: every paragraph, cells and charts' names too."""
    lines = [
        "".join(node.text or "" for node in p.iter(f"{A}t")) for p in slide._element.iter(f"{A}p")
    ]
    for shape in slide.shapes:
        if shape.has_chart:
            plot = shape.chart.plots[0]
            lines += [series.name for series in plot.series]
            lines += [str(name) for name in plot.categories]
    return "\n".join(lines)


def whole_text(deck: Any) -> str:
    return "\n".join(read(slide) for slide in deck.slides)


def plain(text: str) -> str:
    return " ".join(legible(text).split())


def letters(text: str) -> str:
    """Give what is read of a text; in a picture its lines break and its number stands apart."""
    return re.sub(r"[\W_]+", "", legible(text)).casefold()


def titles(deck: Any) -> list[str]:
    return [slide.shapes.title.text for slide in deck.slides]


@pytest.fixture(scope="module")
def whole() -> list[Gathered]:
    """Give every exercise of the kit, shared by two groups and by eight people."""
    store = TemporaryStore()
    for one in exercises.exercises():
        kinds = [("g", "group", 2)] if one.instruments.get("group") else []
        kinds += [("p", "individual", 8)] if one.unnamed else []
        for kind, stage, count in kinds:
            for number in range(1, count + 1):
                author = f"{number:08x}"
                who = f"p:{author}" if kind == "p" else f"g:{number}"
                answer = fields.leaves(bots_made.made(one, stage, number))
                changes = [
                    Change(one.id, who, author, path, value, f"{one.id} {who} {path}")
                    for path, value in answer.items()
                ]
                for kept in [store.submit(change) for change in changes]:
                    kept.result()
                store.release(one.id, who, author, "plenary", f"{one.id} {who}")
    shared = [one for one in exercises.exercises() if one.instruments.get("group") or one.unnamed]
    return [gather(store, one, "da") for one in shared]


@pytest.fixture(scope="module")
def deck(whole: list[Gathered]) -> Any:
    return opened(printed(whole, "da", "Alle læringsdage"))


@pytest.fixture(scope="module")
def positioning() -> Any:
    store = a_day()
    made = printed(
        [gather(store, exercises.exercise("stuck_episode"), "da")], "da", "Positionering"
    )
    store.close()
    return opened(made)


# ── words ────────────────────────────────────────────────────────────────────
def of_page(one: Gathered) -> Iterator[str]:
    for output in one.outputs:
        for section in output.sections:
            yield section.get("text", "")
            yield from (pair["value"] for pair in section.get("pairs", ()))
            yield from (pair["value"] for pair in section.get("twin", ()))
            yield from (cell for row in section.get("rows", ()) for cell in row)


def test_every_word_of_every_group_is_in_the_deck(whole: list[Gathered], deck: Any) -> None:
    text = letters(whole_text(deck))
    for one in whole:
        said = [*of_page(one), *(cell for row in one.figure["rows"] for cell in row)]
        parts = [part for whole in said for part in re.split(r"\n|, ", whole)]
        assert [part for part in parts if letters(part) not in text] == [], one.exercise.id


def test_every_word_of_the_positioning_is_in_its_deck(positioning: Any) -> None:
    text = plain(whole_text(positioning))
    for answer in sheets().values():
        assert [said for said in told(answer) if plain(said) not in text] == []


def test_nothing_private_is_in_slides_or_notes(positioning: Any) -> None:
    text = whole_text(positioning)
    text += "".join(
        slide.notes_slide.notes_text_frame.text
        for slide in positioning.slides
        if slide.has_notes_slide
    )
    assert [one for one in ("kun for mig", "kun mit", "mose-ravn") if one in text] == []


def test_aliases_are_in_their_groups_notes_only(positioning: Any) -> None:
    aliases = {one["alias"] for one in bots.answers(25) if len(one["alias"]) > 3}
    assert [one for one in aliases if one in whole_text(positioning)] == []
    notes = [
        slide.notes_slide.notes_text_frame.text
        for slide in positioning.slides
        if slide.has_notes_slide
    ]
    assert any(
        "Gruppe 1 · Anna, Birgitte, Leila, M.K. og Søren · delt i plenum" in one for one in notes
    )
    assert any("Kilde: " in one and "Sådan lød opgaven: " in one for one in notes)


def test_what_a_group_has_not_shared_is_not_in_the_deck() -> None:
    store = a_day(shared=("1",))
    made = printed([gather(store, exercises.exercise("stuck_episode"), "da")], "da", "x")
    text = plain(whole_text(opened(made)))
    for table in ("2", "3", "4", "5"):
        assert [said for said in told(sheets()[table]) if said in text] == []


def test_a_day_without_shares_says_what_will_come() -> None:
    store = TemporaryStore()
    for language, said in (("da", "Her kommer gruppernes bud"), ("en", "work appears here")):
        day = [gather(store, one, language) for one in exercises.exercises(DAY)]
        made = opened(printed(day, language, "Læringsdag 1"))
        assert len(made.slides) == 2
        assert said in whole_text(made)


# ── shapes ───────────────────────────────────────────────────────────────────
def pictured(deck: Any, title: str) -> list[Any]:
    return [slide for slide in deck.slides if title in slide.shapes.title.text]


def test_no_picture_is_in_the_deck_but_shapes_one_can_move(deck: Any) -> None:
    kinds = {shape.shape_type for slide in deck.slides for shape in every_shape(slide.shapes)}
    assert 13 not in kinds  # a picture
    assert not [part for part in deck.part.package.iter_parts() if "image" in part.content_type]


@pytest.mark.parametrize(
    ("title", "least"), [("Kortet", 8), ("De to hierarkier", 10), ("Kort over spørgsmålene", 12)]
)
def test_the_maps_are_native_shapes_in_one_group(deck: Any, title: str, least: int) -> None:
    slides = [one for one in pictured(deck, title) if one.shapes.title.text.startswith("Gruppe")]
    assert slides
    for slide in slides:
        groups = [shape for shape in slide.shapes if shape.shape_type == 6]
        largest = max(groups, key=lambda one: len(list(every_shape(one.shapes))))
        assert len(list(every_shape(largest.shapes))) >= least
        assert len(largest._element.nvGrpSpPr.cNvPr.get("descr")) > 20


def test_the_map_has_its_arrow_its_marks_and_the_words_between_them(positioning: Any) -> None:
    slide = pictured(positioning, "Gruppe 1 · Kortet")[0]
    drawn = next(shape for shape in slide.shapes if shape.name == "Kortet")
    xml = drawn._element.xml
    assert xml.count("<p:cxnSp>") >= 4  # two axes, two arrows
    assert xml.count("<a:tailEnd ") == 2
    assert 'prst="ellipse"' in xml
    assert "<a:custDash>" in xml
    assert "Inviteret: viden" in drawn._element.nvGrpSpPr.cNvPr.get("descr")


def test_every_slide_has_a_title_of_its_own_and_all_graphics_say_what_they_show(deck: Any) -> None:
    said = titles(deck)
    assert all(said)
    assert len(said) == len(set(said))
    for slide in deck.slides:
        assert slide.shapes[0] == slide.shapes.title  # read first
        for shape in slide.shapes:
            if shape.shape_type == 6 or shape.has_chart or shape.has_table:
                assert shape._element.xpath(".//p:cNvPr")[0].get("descr"), slide.shapes.title.text


def test_ids_are_unique_and_every_part_is_sound(whole: list[Gathered]) -> None:
    with zipfile.ZipFile(io.BytesIO(printed(whole[:4], "da", "x"))) as file:
        assert file.testzip() is None
        for name in file.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            root = ET.fromstring(file.read(name))  # noqa: S314 - we wrote it
            ids = [node.get("id") for node in root.iter(f"{P}cNvPr")]
            assert len(ids) == len(set(ids)), name
            assert not re.search(r'TargetMode="External"|hlinkClick', file.read(name).decode())


def test_a_deck_has_real_layouts_so_that_another_template_fits(deck: Any) -> None:
    kinds = [layout.element.get("type") for layout in deck.slide_layouts]
    assert kinds == ["title", "obj", "secHead", "twoObj", "titleOnly"]
    assert [one.name for one in deck.slide_layouts][:2] == ["Forside", "Overskrift og indhold"]
    assert (deck.slide_width, deck.slide_height) == (12192000, 6858000)
    assert deck.core_properties.title == "Alle læringsdage"
    assert deck.core_properties.language == "da-DK"
    for slide in deck.slides:
        runs = [run.get("lang") for run in slide._element.iter(f"{A}rPr")]
        assert set(runs) == {"da-DK"}


# ── charts and tables ────────────────────────────────────────────────────────
def the_charts(deck: Any, one: Gathered) -> list[Any]:
    foot = f"{one.day} · {one.method}"
    return [
        shape.chart
        for slide in deck.slides
        if foot in read(slide)
        for shape in slide.shapes
        if shape.has_chart
    ]


def counted(chart: Any) -> list[list[float]]:
    return [list(series.values) for series in chart.plots[0].series]


def of_kind(whole: list[Gathered], kind: str) -> Gathered:
    return next(one for one in whole if one.figure["kind"] == kind)


def test_bars_have_the_figures_values(whole: list[Gathered]) -> None:
    one = of_kind(whole, "bars")
    found = the_charts(opened(printed([one], "da", "x")), one)
    values = [value for chart in found for value in counted(chart)[0]]
    names = [str(name) for chart in found for name in chart.plots[0].categories]
    assert values == [count for _, count in one.figure["bars"]]
    assert names == [legible(one.words[key]) for key, _ in one.figure["bars"]]


def test_stacks_and_dots_have_the_figures_values(whole: list[Gathered]) -> None:
    one = of_kind(whole, "stacks")
    (chart,) = the_charts(opened(printed([one], "da", "x")), one)
    rows = [amounts for stack in one.figure["stacks"] for amounts in stack if any(amounts)]
    assert [list(row) for row in zip(*counted(chart), strict=True)] == rows
    one = of_kind(whole, "dots")
    found = the_charts(opened(printed([one], "da", "x")), one)
    plots = [plot["counts"] for plot in one.figure["plots"] if any(plot["counts"])]
    assert [counted(chart)[0] for chart in found] == plots


def test_points_are_xy_pairs_a_row_for_each_person(whole: list[Gathered]) -> None:
    one = of_kind(whole, "points")
    found = the_charts(opened(printed([one], "da", "x")), one)
    plots = [plot for plot in one.figure["plots"] if plot["points"]]
    for chart, plot in zip(found, plots, strict=True):
        series = chart.plots[0].series[0]
        points = Counter(zip(series.iter_values(), _xs(series), strict=True))
        assert points == {(y, x): n for x, y, n in plot["points"]}


def _xs(series: Any) -> list[float]:
    return [float(node.text) for node in series._element.xpath("c:xVal//c:v")]


def test_shares_have_the_figures_values(whole: list[Gathered]) -> None:
    one = whole[0]
    said = {**one.words, "i": "Et udsagn", "lidt": "Lidt", "meget": "Meget", "plenary_count": "{n}"}
    figure = {
        "kind": "shares",
        "n": 7,
        "items": ["i"],
        "scale": ["lidt", "meget"],
        "counts": [[3, 4]],
        "rows": [],
    }
    exercise = replace(one.exercise, words={"da": said, "en": said})
    shares = replace(one, exercise=exercise, figure=figure, outputs=())
    (chart,) = the_charts(opened(printed([shares], "da", "x")), shares)
    assert counted(chart) == [[3], [4]]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_charts_workbook_holds_words_and_no_formula(text: str) -> None:
    made = slide_theme.blank("da", "x", "")
    for number, kind in enumerate(("bars", "points")):
        slide = made.slides.add_slide(made.slide_layouts[LAYOUTS["only"]])
        values: list[Any] = [(1, 2)] if kind == "points" else [1]
        chart = Chart(kind, [text], [(text, values)], text, ends=(text, text))
        slide_plots.plot(slide, chart, BODY, text)
        held = next(shape for shape in slide.shapes if shape.has_chart).chart
        book = openpyxl.load_workbook(io.BytesIO(held.part.chart_workbook.xlsx_part.blob))
        cells = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
        assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}, number
        assert not any(cell.hyperlink for cell in cells)
    file = io.BytesIO()
    made.save(file)
    assert len(opened(file.getvalue()).slides) == 2


def test_a_long_table_goes_on_over_the_next_slide_in_no_less_than_12_points() -> None:
    rows = [[f"linje {number}", "ord " * 60] for number in range(40)]
    pages = list(slide_tables.pages(["Nr.", "Ord"], rows, BODY))
    assert len(pages) > 3
    assert [row for page in pages for row in page.rows] == rows
    assert all(page.size >= 12 and page.height <= BODY[3] + 0.1 for page in pages)
    assert {tuple(page.heads) for page in pages} == {("Nr.", "Ord")}


def test_a_row_taller_than_a_slide_is_cut_and_loses_no_word() -> None:
    text = " ".join(f"ord{number}" for number in range(2000))
    pages = list(slide_tables.pages(["a", "b"], [["kort", text]], BODY))
    cells = [row[1] for page in pages for row in page.rows]
    assert len(pages) > 1
    assert " ".join(cells).split() == text.split()


def test_a_long_text_shrinks_to_12_points_and_then_goes_on() -> None:
    sizes = []
    for count in (5, 120, 300, 3000):
        text = " ".join(f"ord{number}" for number in range(count))
        found = list(slide_text.slides_of([{"is": "text", "title": "", "text": text}]))
        columns = [column for columns in found for column in columns]
        assert " ".join(one.text for column in columns for one in column).split() == text.split()
        assert all(len(columns) <= 2 for columns in found)
        sizes.append(min(one.size for column in columns for one in column))
        assert (len(found) > 1) == (count == 3000)
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 28
    assert sizes[-1] == 12


def test_no_letter_of_ours_is_smaller_than_12_points_outside_a_drawing(deck: Any) -> None:
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.shape_type != 6:
                sizes = [int(run.get("sz", 1200)) for run in shape._element.iter(f"{A}rPr")]
                assert min(sizes, default=1200) >= Pt(12).pt * 100


# ── hostile words ────────────────────────────────────────────────────────────
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_deck_holds_words_and_no_markup(text: str) -> None:
    one = gathered(everywhere(text), alias=text)
    made = printed([one], "da", text)
    found = plain(whole_text(opened(made)))
    ends = set(one.outputs[0].answer.axes.model_dump().values())
    assert [said for said in expected(one) - ends if plain(said) not in found] == []
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        for name in file.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(file.read(name))  # noqa: S314 - we wrote it
                assert b"hlinkClick" not in file.read(name)
                assert b'TargetMode="External"' not in file.read(name)


def test_a_megabyte_in_a_field_stops_nothing() -> None:
    one = gathered({"transfer": "x" * 1_000_000, "rights": "kort", "episode": "ord " * 40})
    text = whole_text(opened(printed([one], "da", "x" * 1_000_000)))
    assert "kort" in text


# ── another program ──────────────────────────────────────────────────────────
def _has_impress() -> bool:
    office = shutil.which("soffice")
    return bool(office) and (Path(str(office)).resolve().parent / "libsdlo.so").exists()


@pytest.mark.skipif(not _has_impress(), reason="LibreOffice Impress is not installed")
def test_libreoffice_opens_the_deck(whole: list[Gathered], tmp_path: Path) -> None:
    (tmp_path / "a.pptx").write_bytes(printed(whole[:4], "da", "x"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.pptx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_the_words_of_the_deck_are_in_both_languages() -> None:
    keys = [
        {key for key in words(language) if key.startswith("take_slides_")}
        for language in ("da", "en")
    ]
    assert keys[0] == keys[1] != set()


# ── what a slide need not have ───────────────────────────────────────────────
def test_a_high_picture_is_cut_between_groups_and_loses_nothing() -> None:
    drawing = Drawing(100.0, 150.0, cuts=[0.0, 50.0, 100.0])
    drawing.add(*(Words((5.0, top + 10.0), (str(top),)) for top in (0.0, 50.0, 100.0)))
    found = slices.slices(drawing, 110.0)
    assert [round(one.height) for one in found] == [100, 50]
    assert [part.lines for one in found for part in one.parts] == [("0.0",), ("50.0",), ("100.0",)]
    assert found[1].parts[0].at == (5.0, 10.0)


def test_a_table_follows_its_picture_only_when_it_says_more() -> None:
    drawing = Drawing(100.0, 50.0)
    drawing.add(Words((0.0, 5.0), ("Vi spørger", "først")), Words((0.0, 20.0), ("Ja",)))
    said = {"is": "table", "title": "", "heads": [], "rows": [["Vi spørger først", "Ja"]]}
    assert slide_said.say([drawing], said)
    assert not slide_said.say([drawing], said | {"rows": [["Vi spørger først", "Nej"]]})
    assert not slide_said.say([drawing], {"is": "text", "title": "", "text": "Ja"})
