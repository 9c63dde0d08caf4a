"""A meeting on two lanes, content and process, with its time-outs and what was said in them."""

from __future__ import annotations

from functools import partial
from typing import Any

from workshops.methods.gamemaster import LEVELS, Answer, TimeOut, Turn
from workshops.takeaway import paper
from workshops.takeaway.pictures import cards, lanes
from workshops.takeaway.pictures.cards import Said, plain, quiet, strong, voice
from workshops.takeaway.pictures.drawing import Box, Disc, Drawing, Line, Part, Pen, Words
from workshops.takeaway.pictures.spoken import minutes, quoted, told

LONGEST, SHORTEST, LEAST, OPEN = 3600, 60, 20, 180
"""Seconds: of a meeting, of a strip, and of a time-out that is short or was never ended."""
SIGN = 2.5

Looks = tuple[float, int]
"""The size of people's words, and how many lines of them there is room for; 0 is all."""

_STOP = Pen(paper.INK_2, 0.35, paper.PAPER, (1.2, 0.9))
_BEST = Pen(paper.ON_AMBER, 0.6, paper.AMBER)


def draw(answer: Any, words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give the meeting of one table; None while it has not begun."""
    if not isinstance(answer, Answer):
        return None
    turns = sorted((one for one in answer.log if one.t is not None and one.level), key=_when)
    stops = sorted((one for one in answer.timeouts if one.t is not None), key=_when)
    if not turns and not stops:
        return None
    build = partial(_drawn, answer, turns, stops, words, language)
    small = cards.SMALLEST
    tries = [(8.5, 0), (small, 0), (small, 3), (small, 2), (small, 1)]
    noted = [partial(build, looks=looks, noted=turns) for looks in tries]
    drawing = cards.first_fit([*noted, partial(build, looks=(small, 1), noted=[])])
    drawing.title = plain(words["title_group"])
    began = _began(turns, stops)
    moves = [
        told("shift", language, at=minutes(_second(one.t, began)), to=words[f"level_{one.level}"])
        for one in turns
    ]
    names = {"one": words["level_content"], "other": words["level_process"]}
    word = "talk_one" if len(stops) == 1 else "talk"
    drawing.twin = told(word, language, n=len(stops), turns=" ".join(moves), **names)
    return drawing


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:
    """Give how a time-out looks, and the one the table has chosen."""
    found = {}
    for word, pen in (("key_timeout", _STOP), ("key_best", _BEST)):
        sign = Drawing(5.0, 5.0)
        sign.add(Box((1.0, 0.4), (3.0, 4.2), pen))
        found[words[word]] = sign
    return found


# ── the sheet ────────────────────────────────────────────────────────────────
def _drawn(  # noqa: PLR0913 - what is drawn, and how
    answer: Answer,
    turns: list[Turn],
    stops: list[TimeOut],
    words: dict[str, str],
    language: str,
    *,
    looks: Looks,
    noted: list[Turn],
) -> Drawing:
    drawing = Drawing(paper.MEASURE, 2 * SIGN + 2.0)
    began = _began(turns, stops)
    over = answer.live.over
    took = 0 if over is None else _second(over, began)
    bands = [_band(one, began, took) for one in stops]
    last = max([0, *(_second(one.t, began) for one in turns), *(end for _start, end in bands)])
    seconds = float(max(SHORTEST, took, last * (1.0 if took >= last else 1.06)))
    names = [words[f"level_{level}"] for level in LEVELS]
    strip = lanes.lay(drawing, names, seconds, words["unit_minutes"])
    _stops(
        drawing,
        strip,
        [(*band, one.id == answer.best) for band, one in zip(bands, stops, strict=True)],
    )
    lanes.wear(drawing, strip, _starts(turns, stops, began), seconds)
    best = any(one.id == answer.best for one in stops)
    signs = dict(list(glyphs(words).items())[: 2 if best else 1]) if stops else {}
    parts, high = cards.key(signs, (0.0, drawing.height + 2.0), paper.MEASURE)
    drawing.add(*parts)
    drawing.height += high + 2.0 if high else 0.0
    groups = [
        _told(at, one, words, language, looks, began) for at, one in enumerate(stops, start=1)
    ]
    groups += [_note(one, words, looks, began) for one in noted if one.note.strip()]
    if groups:
        parts, high = cards.columns(groups, (0.0, drawing.height + 3.0), paper.MEASURE)
        drawing.add(*parts)
        drawing.height += 3.0 + high
    return drawing


def _stops(drawing: Drawing, strip: lanes.Lanes, bands: list[tuple[int, int, bool]]) -> None:
    """Draw the time-outs across both lanes, their numbers above, none on another."""
    middles = []
    for start, end, best in bands:
        left, right = strip.at(start, 0)[0], strip.at(end, 0)[0]
        wide = max(1.2, right - left)
        corner = (left, strip.top + 0.6)
        high = strip.foot - strip.top - 1.8
        drawing.add(Box(corner, (wide, high), _BEST if best else _STOP))
        middles.append(left + wide / 2)
    for number, (x, middle) in enumerate(zip(_spread(middles), middles, strict=True), start=1):
        y = strip.top - SIGN - 1.4
        drawing.add(Line(((x, y), (middle, strip.top + 0.6)), Pen(paper.INK_2, 0.3)))
        drawing.add(*_number(number, x, y))


def _number(number: int, x: float, y: float) -> list[Part]:
    disc = Disc((x, y), SIGN, Pen(paper.INK_2, 0.35, paper.PAPER))
    return [disc, Words((x, y + 0.95), (str(number),), bold=True, anchor="middle")]


def _spread(middles: list[float]) -> list[float]:
    """Give places for the numbers, in order, each beside the next."""
    room, found = 2 * SIGN + 0.8, list[float]()
    for at, middle in enumerate(middles):
        most = paper.MEASURE - SIGN - 0.4 - room * (len(middles) - at - 1)
        found.append(min(most, max(middle, found[-1] + room if found else SIGN + 0.4)))
    return found


# ── the words ────────────────────────────────────────────────────────────────
def _told(  # noqa: PLR0913, PLR0917 - one time-out with all that is said of it
    at: int, one: TimeOut, words: dict[str, str], language: str, looks: Looks, began: int
) -> list[Said]:
    size, most = looks
    until = "" if one.end is None else f"–{minutes(_second(one.end, began))}"
    when = f"{minutes(_second(one.t, began))}{until}"
    found = [strong(f"{words['timeout_n'].replace('{n}', str(at))} · {when}")]
    for name in ("noticed", "asked", "decided"):
        text = getattr(one, name)
        if text.strip():
            said = quoted(text, language) if name == "asked" else text
            found += [quiet(words[name], 0.5), voice(said, 0.1, size, most)]
    return found


def _note(one: Turn, words: dict[str, str], looks: Looks, began: int) -> list[Said]:
    when = f"{minutes(_second(one.t, began))} · {words[f'level_{one.level}']}"
    return [strong(when), voice(one.note, 0.2, *looks)]


# ── the clock ────────────────────────────────────────────────────────────────
def _when(one: Turn | TimeOut) -> tuple[int, str]:
    return one.t or 0, one.id


def _began(turns: list[Turn], stops: list[TimeOut]) -> int:
    return min([*(one.t or 0 for one in turns), *(one.t or 0 for one in stops)])


def _second(moment: int | None, began: int) -> int:
    return min(LONGEST, max(0, ((moment or 0) - began) // 1000))


def _band(one: TimeOut, began: int, took: int) -> tuple[int, int]:
    """Give from when to when a time-out is drawn, never too short to be seen."""
    start = _second(one.t, began)
    end = min(took, start + OPEN) if one.end is None else _second(max(one.end, one.t or 0), began)
    return start, max(start + LEAST, end)


def _starts(turns: list[Turn], stops: list[TimeOut], began: int) -> list[tuple[float, int]]:
    """Give when the talk came to which lane: a time-out is process, the way back is content."""
    found = [(float(_second(one.t, began)), LEVELS.index(str(one.level))) for one in turns]
    for one in stops:
        found.append((float(_second(one.t, began)), 1))
        if one.end is not None:
            found.append((float(_second(max(one.end, one.t or 0), began)), 0))
    found.sort(key=lambda start: start[0])
    return found if found[0][0] == 0 else [(0.0, 0), *found]
