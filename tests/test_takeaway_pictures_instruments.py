"""Every instrument on paper: what was made can be read, nothing runs out, nothing lies on words."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from workshops import bots_made, exercises
from workshops.exercises import Exercise
from workshops.methods import Refused
from workshops.methods.cmm_hierarchy import DEFAULT
from workshops.methods.performative import SEATS, USUAL
from workshops.takeaway import paper, pictures
from workshops.takeaway.pictures import cards
from workshops.takeaway.pictures.drawing import Box, Disc, Drawing, Line, Words
from workshops.takeaway.pictures.lettering import leading, width_of

ROOT = Path(__file__).resolve().parent.parent
EXERCISES = sorted(file.stem for file in ROOT.glob("day*_*/exercises/*.toml"))

TOLD_IN_WORDS = {
    "field_sheet": "a sheet of texts is a page, and the page is made of its sections",
}
"""Instruments without a picture, and why."""
NEVER_DRAWN = {
    ("flow_map", "flow_points"): "a point is one person's: for_all leaves the map at home",
    ("round_lab", "role_declaration"): "who heard what of whom is not kept",
    ("scale", "prep_card"): "three numbers of one person, never a group's",
}
"""Pictures that an exercise's shared answers never have, and why."""
SHOWN = {
    "hierarchy": ("utterance", "situation", "story", "name"),
    "loop_map": ("pattern", "episode", "assignment", "does", "utterance", "now", "punctuation"),
    "question_map": ("text", "effect_note"),
    "daisy": ("utterance", "talk", "situation"),
    "serpentine": ("situation", "text", "made"),
    "ladder": ("situation", "parties.mine", "parties.theirs"),
    "hat_line": ("shift_sentence", "return_sentence"),
    "process_sheet": ("=purpose", "title"),
    "meeting_frame": ("intention", "product", "knowledge", "feeling", "what", "who", "rules"),
    "scale": ("text",),
    "round_lab": ("sign", "reply"),
    "game_table": ("noticed", "asked", "decided", "note"),
    "sorting": (),
    "flow_map": ("own_text",),
    "positioning_map": (),
}
"""The texts that stand in a picture, by the last part of their path or with = by all of it."""
OTHERS = {"positioning_map"}
"""Tested elsewhere (test_takeaway_pictures.py)."""
HOSTILE = "=1+1 <b>&amp;\"' ]]> \u202egnirts\u0000\u200b 😀 {name} %s \\n ١٢٣"
LONG = "Kommunikationsmedarbejderuddannelsesprogram er et langt ord, og det er det her også: "


def pairs() -> list[tuple[str, str]]:
    """Give every instrument with each exercise that has it where a group or a room works."""
    found = set()
    for name in EXERCISES:
        one = exercises.exercise(name)
        for stage in ("individual", "group", "plenary"):
            found |= {(kind, name) for kind in one.instruments.get(stage, ())}
    return sorted(one for one in found if one[0] not in TOLD_IN_WORDS | dict.fromkeys(OTHERS))


PAIRS = pairs()


@cache
def exercise(name: str) -> Exercise:
    return exercises.exercise(name)


def drawn(kind: str, name: str, value: Any, language: str = "da") -> Drawing | None:
    module = pictures.find(kind)
    assert module is not None
    one = exercise(name)
    drawing = module.draw(one.answer.parse(value), one.words[language], language)
    assert drawing is None or isinstance(drawing, Drawing)
    return drawing


def squeezed(text: str) -> str:
    return "".join(text.split()).replace("-", "")


def written(drawing: Drawing) -> str:
    return "\n".join(
        squeezed("".join(part.lines)) for part in drawing.parts if isinstance(part, Words)
    )


def texts_of(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Give every text of an answer with its path."""
    if isinstance(value, str):
        yield path, value
    if isinstance(value, dict | list):
        for name, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from texts_of(part, f"{path}.{name}" if path else str(name))


def shown(kind: str, value: Any) -> list[str]:
    return [
        text
        for path, text in texts_of(value)
        if any(meant(path, name) for name in SHOWN[kind]) and not left_out(kind, path, value)
    ]


def meant(path: str, name: str) -> bool:
    if name.startswith("="):
        return path == name[1:]
    return path == name or path.endswith(f".{name}") or f".{name}." in path


def left_out(kind: str, path: str, value: Any) -> bool:
    """Say whether a text is not seen on the screen either."""
    parts = path.split(".")
    if kind == "hierarchy" and "levels" in parts:
        order = value[parts[0]]["order"] or DEFAULT
        return parts[2] not in order
    if kind == "round_lab" and "reply" in parts:
        seats = SEATS[: value["seats"] or USUAL]
        speaker = seats[(int(parts[1].removeprefix("r")) - 1) % len(seats)]
        return parts[-1] == speaker or parts[-1] not in seats
    return False


def area(part: Words) -> tuple[float, float, float, float]:
    """Give the rectangle a text takes: left, top, right, bottom."""
    wide = max(width_of(line, part.face, part.size, bold=part.bold) for line in part.lines)
    left = part.at[0] - {"start": 0.0, "middle": wide / 2, "end": wide}[part.anchor]
    top = part.at[1] - leading(part.size) * 0.78
    return left, top, left + wide, top + leading(part.size) * (len(part.lines) - 0.06)


def reach(part: Any) -> tuple[float, float, float, float]:
    if isinstance(part, Words):
        return area(part)
    if isinstance(part, Line):
        half = part.pen.width / 2
        xs, ys = zip(*part.points, strict=True)
        return min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half
    if isinstance(part, Disc):
        (x, y), far = part.at, part.radius + part.pen.width / 2
        return x - far, y - far, x + far, y + far
    assert isinstance(part, Box)
    half = part.pen.width / 2
    return (part.at[0] - half, part.at[1] - half,
            part.at[0] + part.size[0] + half, part.at[1] + part.size[1] + half)  # fmt: skip


def check(drawing: Drawing) -> None:
    """Say that a drawing can be printed: it fits, its words are whole and free of each other."""
    assert drawing.width <= paper.MEASURE + 0.01
    assert drawing.height <= cards.HIGHEST
    assert drawing.title
    assert drawing.twin
    assert "{" not in drawing.twin.replace("{name}", "")
    root = ET.fromstring(drawing.svg())  # noqa: S314 - we drew it
    assert root.get("role") == "img"
    for part in drawing.parts:
        left, top, right, bottom = reach(part)
        assert left >= -0.4, part
        assert top >= -0.4, part
        assert right <= drawing.width + 0.4, part
        assert bottom <= drawing.height + 0.4, part
    words = [part for part in drawing.parts if isinstance(part, Words)]
    assert all(part.size >= cards.SMALLEST for part in words)
    for one, other in itertools.combinations(words, 2):
        a, b = area(one), area(other)
        over = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
        assert min(over) < 0.15, (one, other)


# ── every instrument ─────────────────────────────────────────────────────────
def test_every_instrument_has_a_picture_or_a_reason() -> None:
    kinds = {kind for name in EXERCISES for stage in exercise(name).instruments.values()
             for kind in stage}  # fmt: skip
    assert {kind for kind in kinds if pictures.find(kind) is None} == set(TOLD_IN_WORDS)
    assert kinds - set(TOLD_IN_WORDS) == set(SHOWN)


@pytest.mark.parametrize(("kind", "name"), PAIRS)
def test_what_was_made_can_be_read(kind: str, name: str) -> None:
    one, seen = exercise(name), 0
    for seed, language in itertools.product(range(5), ("da", "en")):
        value = bots_made.made(one, "group", 1, seed=seed)
        answer = one.answer.parse(value).for_all()
        drawing = drawn(kind, name, answer.model_dump(), language)
        if (kind, name) in NEVER_DRAWN:
            assert drawing is None
            continue
        if drawing is None:
            continue
        seen += 1
        check(drawing)
        text = written(drawing)
        for said in shown(kind, answer.model_dump()):
            assert squeezed(said.strip(' \n"”“„»«')) in text, said
    assert seen or (kind, name) in NEVER_DRAWN


@pytest.mark.parametrize(("kind", "name"), PAIRS)
def test_nothing_makes_no_picture(kind: str, name: str) -> None:
    assert drawn(kind, name, {}) is None
    module = pictures.find(kind)
    assert module is not None
    assert module.draw(exercise("check_in_1").answer.parse({}), exercise(name).words["da"]) is None


@pytest.mark.parametrize(("kind", "name"), PAIRS)
def test_half_an_answer_is_drawn_as_far_as_it_goes(kind: str, name: str) -> None:
    one = exercise(name)
    value = bots_made.made(one, "group", 2, seed=7)
    for part in value:
        for kept in ({part: value[part]}, {key: value[key] for key in value if key != part}):
            drawing = drawn(kind, name, kept)
            if drawing is not None:
                check(drawing)


@pytest.mark.parametrize(("kind", "name"), PAIRS)
def test_hostile_words_stay_words(kind: str, name: str) -> None:
    one = exercise(name)
    value = replaced(one, bots_made.made(one, "group", 1, seed=1), HOSTILE)
    for language in ("da", "en"):
        drawing = drawn(kind, name, value, language)
        if drawing is not None:
            check(drawing)
            assert "<b>" not in drawing.svg()
            assert not set(drawing.svg()) & {"\u0000", "\u202e", "\u200b"}


def replaced(one: Exercise, value: Any, text: str) -> Any:
    """Give an answer with its texts replaced, where its method takes that."""
    whole = value

    def inner(part: Any, put: Any) -> None:
        for key, old in list(part.items() if isinstance(part, dict) else enumerate(part)):
            if isinstance(old, dict | list):
                inner(old, put)
            elif isinstance(old, str):
                part[key] = text
                try:
                    one.answer.parse(whole)
                except Refused:
                    part[key] = text[:40]
                    if not accepted(one, whole):
                        part[key] = old

    inner(value, text)
    return value


def accepted(one: Exercise, value: Any) -> bool:
    try:
        one.answer.parse(value)
    except Refused:
        return False
    return True


@pytest.mark.parametrize(("kind", "name"), PAIRS)
def test_the_longest_answer_there_can_be_fits_on_a_page(kind: str, name: str) -> None:
    one = exercise(name)
    drawing = drawn(kind, name, fullest(one))
    if drawing is None:
        assert name in {"role_declaration", "prep_card"}
        return
    check(drawing)


@pytest.mark.parametrize(("kind", "name"), PAIRS)
def test_signs_have_names(kind: str, name: str) -> None:
    module = pictures.find(kind)
    assert module is not None
    if (kind, name) in NEVER_DRAWN and kind != "flow_map":
        return
    for word, sign in module.glyphs(exercise(name).words["da"]).items():
        assert word
        assert all(reach(part)[2] <= sign.width + 0.1 for part in sign.parts), word


def fullest(one: Exercise) -> dict[str, Any]:
    """Give an answer with every list and every text as long as its method takes."""
    schema = one.answer.model_json_schema()
    maker = Fullest(schema.get("$defs", {}))
    whole = {name: maker.made(part, name, 0) for name, part in schema["properties"].items()}
    whole = {key: value for key, value in emptied(whole).items() if accepted(one, {key: value})}
    actors = [actor["id"] for actor in whole.get("actors", ())]
    for at, arrow in enumerate(whole.get("arrows", ())):
        ends = (at % len(actors), (at * 2 + 1 + at // len(actors)) % len(actors))
        arrow |= {"from_actor": actors[ends[0]], "to_actor": actors[ends[1]]}
    return whole


def emptied(part: Any) -> Any:
    """Give a value without the texts that could not be made."""
    if isinstance(part, dict):
        return {key: emptied(value) for key, value in part.items() if value != ""}
    return [emptied(value) for value in part] if isinstance(part, list) else part


class Fullest:
    """Makes the longest values for the parts of one schema."""

    def __init__(self, known: dict[str, Any]) -> None:
        self.known = known
        self.ids = itertools.count()

    def plain(self, part: dict[str, Any]) -> dict[str, Any]:
        if "$ref" in part:
            return self.plain(self.known[part["$ref"].rpartition("/")[2]])
        some = part.get("anyOf") or part.get("oneOf") or part.get("allOf")
        return self.plain(next(p for p in some if p.get("type") != "null")) if some else part

    def made(self, part: dict[str, Any], name: str, at: int) -> Any:
        part = self.plain(part)
        if "enum" in part:
            return part["enum"][at % len(part["enum"])]
        make = {"object": self.branch, "array": self.items, "string": self.text}
        return make.get(part.get("type", ""), self.number)(part, name, at)

    def branch(self, part: dict[str, Any], _name: str, at: int) -> Any:
        return {key: self.made(value, key, at) for key, value in part["properties"].items()}

    def items(self, part: dict[str, Any], name: str, _at: int) -> Any:
        size = 12 if name in {"questions", "log", "shifts"} else part.get("maxItems", 5)
        inner = self.plain(part["items"])
        if "enum" in inner:
            return inner["enum"][:size]
        return [self.made(inner, name.removesuffix("s"), n) for n in range(size)]

    def text(self, part: dict[str, Any], name: str, at: int) -> str:
        if name == "id":
            return f"{next(self.ids)}x"
        if "format" in part or "pattern" in part:
            return {"date": "2026-11-26", "start": "08.30"}.get(name, "")
        return (LONG * 12)[at : at + part.get("maxLength", 200)].strip()

    def number(self, part: dict[str, Any], name: str, at: int) -> Any:
        if part.get("type") == "boolean":
            return True
        low, high = part.get("minimum", 0), part.get("maximum", 10)
        if name in {"t", "end", "began", "ended", "over", "since"}:
            return 1_700_000_000_000 + 60_000 * (at * 3 + (name != "t"))
        if part.get("type") == "integer":
            return min(int(high), int(low) + 1 + at * 3)
        return min(high, low + (high - low) * ((at * 7) % 10) / 10)


def test_the_hierarchies_are_made_of_what_a_slide_can_build() -> None:
    drawing = drawn("hierarchy", "stuck_utterance", fullest(exercise("stuck_utterance")))
    assert drawing is not None
    assert {type(part) for part in drawing.parts} == {Box, Line, Words}
    assert all(len(part.points) == 2 for part in drawing.parts if isinstance(part, Line))


def test_a_letter_our_fonts_do_not_have_gets_room() -> None:
    plain, foreign = "Det gik godt :-)", "Det gik godt 😀"
    assert width_of(foreign, paper.VOICE, 8.5) > 1.2 * width_of(plain, paper.VOICE, 8.5)
