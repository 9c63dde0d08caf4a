"""The empty ground of an instrument on paper: a map with letters and numbers, a ring, stairs."""

from __future__ import annotations

from math import cos, pi, sin

from workshops.exercises import Exercise
from workshops.methods.both_and import HATS
from workshops.takeaway import paper
from workshops.takeaway.gathered import legible
from workshops.takeaway.pictures import ground, lanes
from workshops.takeaway.pictures.drawing import Box, Disc, Drawing, Line, Part, Pen, Words
from workshops.takeaway.pictures.lettering import leading, wrapped
from workshops.takeaway.script.squares import COLUMNS, STEPS
from workshops.words import words

MAPS: dict[str, dict[str, str]] = {
    "positioning_map": {end: f"axis_{end}" for end in ("left", "right", "bottom", "top")},
    "question_map": {end: f"axis_{end}" for end in ("left", "right", "bottom", "top")},
    "flow_map": {"left": "", "right": "axis_skill", "bottom": "", "top": "axis_challenge"},
}
"""Which words stand at the ends of a map."""
DOWNWARDS = {"question_map"}
"""Maps whose numbers grow downwards: row 1 is printed on top."""
CORNERS = {"linear": (-1, 1), "strategic": (1, 1), "circular": (-1, -1), "reflexive": (1, -1)}

_HAIR = Pen(paper.EDGE, 0.25)
_FAINT = Pen(paper.LINE, 0.15)
_PLACE = Pen(paper.EDGE, 0.3, paper.PAPER)


def draw(name: str, exercise: Exercise, language: str, size: float = 96.0) -> Drawing | None:
    """Give the ground of that name, `size` millimetres a side; None when there is none to draw."""
    said = exercise.words[language]
    if name in MAPS:
        return _map(name, said, size)
    if name == "hat_line":
        return _lanes(exercise, {**words(language), **said})
    if name == "stairs":
        steps = exercise.settings["steps"]
        return _stairs([legible(said[f"row_{step}"]) for step in steps], paper.MEASURE)
    if name in ("ring", "flower"):
        many = int(exercise.settings.get("most_actors", 8))
        return _ring(many, size * 0.74, middle=name == "flower")
    return None


def _map(name: str, said: dict[str, str], size: float) -> Drawing:
    ends = {end: legible(said[key]) if key else "" for end, key in MAPS[name].items()}
    drawing, frame = ground.lay(ends, size, paper.SMALL)
    edge, small = ground.REACH, paper.TINY
    for at in range(STEPS + 1):
        step = at - STEPS / 2
        drawing.add(Line((frame.at([step, -edge]), frame.at([step, edge])), _FAINT))
        drawing.add(Line((frame.at([-edge, step]), frame.at([edge, step])), _FAINT))
        x, low = frame.at([step, -edge])
        left, y = frame.at([-edge, step])
        number = STEPS + 1 - at if name in DOWNWARDS else at + 1
        drawing.add(_letter(COLUMNS[at], x, low - 0.9, small))
        drawing.add(_letter(str(number), left + 0.9 + leading(small) / 3, y + 0.9, small))
    for kind, (x, y) in CORNERS.items():
        if f"type_{kind}" in said:
            across, down = frame.at([x * 2.75, y * 2.75])
            drawing.add(_letter(legible(said[f"type_{kind}"]), across, down, paper.SMALL))
    return drawing


def _letter(text: str, x: float, y: float, size: float) -> Words:
    return Words((x, y), (text,), size=size, anchor="middle", ink=paper.INK_3)


def _ring(many: int, size: float, *, middle: bool) -> Drawing:
    """Give numbered places on a ring; the arrows between them are drawn by hand."""
    place = size / 9
    drawing = Drawing(size, size)
    centre, reach = size / 2, size / 2 - place - 0.5
    if middle:
        drawing.add(Disc((centre, centre), place * 1.6, _HAIR))
    for at in range(many):
        turn = 2 * pi * at / many - pi / 2
        x, y = centre + reach * cos(turn), centre + reach * sin(turn)
        drawing.add(Disc((x, y), place, _PLACE))
        drawing.add(_letter(str(at + 1), x, y - place + leading(paper.SMALL), paper.SMALL))
    return drawing


def _lanes(exercise: Exercise, said: dict[str, str]) -> Drawing:
    """Give the empty time line: a lane for each hat, along the simulation's minutes."""
    drawing = Drawing(paper.MEASURE, 1.0)
    names = [legible(said[f"hat_{hat}"]) for hat in HATS]
    lanes.lay(drawing, names, 60 * exercise.settings["minutes"], said["unit_minutes"])
    return drawing


def _stairs(steps: list[str], width: float) -> Drawing:
    """Give the steps from the lowest, each with its name; the parties are drawn on them."""
    wide, rise = width / len(steps), 5.5
    names = [tuple(wrapped(name, wide - 2, paper.KIT, paper.TINY)) for name in steps]
    most = max(map(len, names))
    height = rise * len(steps) + most * leading(paper.TINY) + 8
    drawing = Drawing(width, height)
    parts: list[Part] = []
    for at, lines in enumerate(names):
        top = height - (at + 1) * rise - most * leading(paper.TINY)
        parts.append(Box((at * wide, top), (wide, height - top - 0.2), _PLACE))
        parts.append(Words((at * wide + 1, top + leading(paper.TINY) + 0.6), lines))
    drawing.add(*parts)
    return drawing
