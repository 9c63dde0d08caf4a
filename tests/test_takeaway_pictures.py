"""Pictures on paper: the instrument's look, readable without colour, the same on any machine."""

from __future__ import annotations

import io
import re
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PIL import Image, ImageFont

from workshops import exercises
from workshops.methods.positioning import Answer
from workshops.takeaway import paper, pictures
from workshops.takeaway.pictures import arrows, badge, positioning_map
from workshops.takeaway.pictures.drawing import DPI, Box, Disc, Drawing, Line, Words
from workshops.takeaway.pictures.lettering import width_of, wrapped

ROOT = Path(__file__).resolve().parent.parent
SAID = exercises.exercise("stuck_episode").words["da"]
WHOLE = {
    "invited": [-3.0, 4.0],
    "taken": [-2.5, -2.5],
    "wished": [3.0, 2.5],
    "given": [2.0, -3.5],
    "words": {"taken": "Du ved jo, hvad der virker", "wished": "Må vi lige høre vejlederen?"},
}


def drawn(**answer: Any) -> Drawing:
    return positioning_map.draw(Answer.parse(answer), SAID)


def written_on(drawing: Drawing) -> str:
    lines = [" ".join(part.lines) for part in drawing.parts if isinstance(part, Words)]
    return "\n".join(lines)


def shapes(drawing: Drawing) -> list[tuple[str, bool, bool]]:
    """Give each part's kind, whether it is dashed, and whether it is filled."""
    return [
        (type(part).__name__, bool(part.pen.dash), part.pen.fill not in ("", paper.PAPER))
        for part in drawing.parts
        if not isinstance(part, Words)
    ]


def test_the_colours_are_those_of_the_token_file() -> None:
    css = (ROOT / "widgets/shared/tokens.css").read_text(encoding="utf-8")
    blocks = css.split(':root, [data-theme="light"]')[1], css.split('"paper"] {')[-1]
    light, sheet = (
        dict(re.findall(r"--([cd]-[\w-]+):\s*(#[0-9A-F]{6})", block.split("\n}")[0]))
        for block in blocks
    )
    tokens = light | sheet
    ours = {
        "c-ink": paper.INK, "c-ink-2": paper.INK_2, "c-ink-3": paper.INK_3, "c-line": paper.LINE,
        "c-edge": paper.EDGE, "c-fjord": paper.FJORD, "c-amber": paper.AMBER,
        "c-on-amber": paper.ON_AMBER, "c-paper": paper.PAPER,
    }  # fmt: skip
    assert {name: tokens[name] for name in ours} == ours
    assert tuple(tokens[f"d-{number}"] for number in range(1, 6)) == paper.GROUPS


@pytest.mark.parametrize("file", paper.FILES.values(), ids=lambda file: file.stem)
def test_our_fonts_hold_danish_and_may_be_given_on(file: Path) -> None:
    font = ImageFont.truetype(str(file), 100)
    missing = font.getmask("\uffff").getbbox()
    for letter in "æøåÆØÅéü”“’–…·?!":
        assert font.getmask(letter).getbbox() != missing, letter
    assert "SIL OPEN FONT LICENSE" in (file.parent / "OFL.txt").read_text(encoding="utf-8")


def test_the_marks_are_told_apart_by_shape() -> None:
    kinds = shapes(drawn(**WHOLE))
    assert ("Disc", True, False) in kinds  # a: dashed ring
    assert ("Disc", False, True) in kinds  # b: disc
    assert ("Box", False, True) in kinds  # c: square
    assert ("Line", False, False) in kinds  # d: diamond, and the arrow a → b
    assert [part.pen.dash != () for part in drawn(**WHOLE).parts if is_arrow(part)] == [False, True]
    assert [line for line in written_on(drawn(**WHOLE)).split("\n") if line in "abcd"] == [*"abcd"]


def is_arrow(part: Any) -> bool:
    return isinstance(part, Line) and bool(part.head)


def test_only_what_is_placed_is_drawn() -> None:
    assert not any(is_arrow(part) for part in drawn(invited=[0.0, 0.0], wished=[1.0, 1.0]).parts)
    assert sum(is_arrow(part) for part in drawn(taken=[0.0, 0.0], wished=[1.0, 1.0]).parts) == 1
    assert [line for line in written_on(drawn()).split("\n") if line in "abcd"] == []


def test_marks_on_one_place_can_all_be_read() -> None:
    here = [-5.0, 5.0]
    parts = drawn(invited=here, taken=here, wished=here, given=here).parts
    letters = [part.at for part in parts if isinstance(part, Words) and part.lines[0] in "abcd"]
    for one, other in combinations(letters, 2):
        assert abs(one[0] - other[0]) + abs(one[1] - other[1]) > 3


@pytest.mark.parametrize("corner", [[-5.0, -5.0], [5.0, 5.0], [-5.0, 5.0], [5.0, -5.0]])
def test_words_stand_inside_the_map_and_off_the_marks(corner: list[float]) -> None:
    words = {
        "taken": "x" * 60,
        "wished": "Må vi lige høre vejlederen, før vi går?",
        "given": "ord " * 15,
    }
    answer = {"invited": corner, "taken": [0.0, 0.0], "wished": [1.0, 0.5], "given": [-1.0, -1.0]}
    parts = drawn(**answer, words=words).parts
    frame = next(part for part in parts if isinstance(part, Box))
    labels = [part for part in parts if isinstance(part, Box) and part.corner == 0.6]
    marks = [part.at for part in parts if isinstance(part, Words) and part.lines[0] in "abcd"]
    assert labels
    for label in labels:
        for axis in (0, 1):
            assert label.at[axis] >= frame.at[axis]
            assert label.at[axis] + label.size[axis] <= frame.at[axis] + frame.size[axis]
        for mark in marks:
            inside = [0 < mark[axis] - label.at[axis] < label.size[axis] for axis in (0, 1)]
            assert not all(inside)


def test_words_are_set_once_in_the_quotes_of_the_language() -> None:
    answer = Answer.parse({**WHOLE, "words": {"taken": '"Du ved jo, hvad der virker"'}})
    assert "”Du ved jo, hvad der virker”" in written_on(positioning_map.draw(answer, SAID, "da"))
    assert "“Du ved jo, hvad der virker”" in written_on(positioning_map.draw(answer, SAID, "en"))


def test_own_words_on_the_axes_are_shown_and_long_ones_break() -> None:
    drawing = drawn(axes={"left": "Donaudampfschifffahrtsge", "top": "Tryghed"})
    assert "Tryghed" in written_on(drawing)
    assert "Facilitering" in written_on(drawing)
    assert drawing.width < paper.MEASURE - 40
    lines = wrapped("Donaudampfschifffahrtsgesellschaft", 20, paper.KIT, 8, bold=True)
    assert "".join(lines) == "Donaudampfschifffahrtsgesellschaft"
    assert all(width_of(line, paper.KIT, 8, bold=True) <= 20 for line in lines)


def test_a_picture_says_in_words_what_it_shows() -> None:
    drawing = drawn(**WHOLE)
    drawing.title, drawing.twin = "Kortet", "Inviteret: viden 3, støtte og udvikling 4"
    root = ET.fromstring(drawing.svg())  # noqa: S314 - we drew it
    space = {"svg": "http://www.w3.org/2000/svg"}
    assert root.get("role") == "img"
    assert root.findtext("svg:title", namespaces=space) == "Kortet"
    assert "viden 3" in (root.findtext("svg:desc", namespaces=space) or "")


def test_the_png_is_the_svg_at_print_size() -> None:
    drawing = drawn(**WHOLE)
    image = Image.open(io.BytesIO(drawing.png()))
    assert image.width == pytest.approx(drawing.width / 25.4 * DPI, abs=2)
    inks = {
        colour[:3] for _, colour in image.convert("RGBA").getcolors(1 << 20) if colour[3] == 255
    }
    for colour in (paper.FJORD, paper.AMBER, paper.INK):
        assert tuple(bytes.fromhex(colour[1:])) in inks


def test_the_overlay_shows_each_arrow_and_who_stayed() -> None:
    same = {"from": [-3.0, 2.0], "to": [4.0, 4.0]}
    stayed = {"from": [1.0, 1.0], "to": [1.0, 1.0]}
    drawing = arrows.draw({"arrows": [same, same, stayed]}, SAID)
    lines = [part.points for part in drawing.parts if is_arrow(part)]
    assert len(lines) == len(set(lines)) == 2
    assert sum(isinstance(part, Disc) and part.radius == arrows.RING for part in drawing.parts) == 3
    assert set(arrows.glyphs(SAID)) == {
        SAID[f"key_{key}"] for key in ("invited", "wished", "stayed")
    }


def test_ten_groups_have_ten_badges() -> None:
    looks = {tuple(shapes(badge.draw(str(number)))) for number in range(1, 6)}
    pictures_of = {badge.draw(str(number)).svg() for number in range(1, 11)}
    assert len(pictures_of) == 10
    assert len(looks) >= 3
    assert "<svg" in badge.draw("ukendt").svg()


def test_a_picture_nobody_draws_is_told_in_words_only() -> None:
    assert pictures.find("positioning_map") is positioning_map
    assert pictures.find("cmm_hierarchy") is None
    assert pictures.find("../word") is None
