"""The groups' meetings along one clock: content and process, time-outs, and a chosen sentence."""

from __future__ import annotations

from typing import Any

from workshops.figures import count_of
from workshops.takeaway import paper
from workshops.takeaway.pictures import cards, multiples
from workshops.takeaway.pictures.cards import plain, voice
from workshops.takeaway.pictures.clocked import Clock, worn
from workshops.takeaway.pictures.drawing import Box, Drawing, Line, Pen, Point
from workshops.takeaway.pictures.spoken import quoted

LEVELS = ("content", "process")
AFTER, SHORTEST, OPEN = 15, 20, 180
"""Seconds: after the last thing, the least a time-out is seen to last, the most an open one is."""

ABOVE = 2.6
"""Millimetres over the lanes, for the numbers of the time-outs."""

_STOP, _BEST = Pen(paper.EDGE, 0.25, "#F1F2EE"), Pen(paper.ON_AMBER, 0.4, paper.AMBER)


def draw(figure: dict[str, Any], words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give each group's meeting; None while nobody has shared one."""
    lines = figure["timelines"]
    tables = multiples.tables_of(figure, len(lines))
    found = [(table, one) for table, one in zip(tables, lines, strict=True) if one]
    if not count_of(figure) or not found:
        return None
    names = [words[f"level_{level}"] for level in LEVELS]
    ends = [_last(one) for _table, one in found]
    stops = [_band(stop, _last(one))[1] for _table, one in found for stop in one["timeouts"]]
    said = any(one["sentence"] for _table, one in found)
    many = len(found) * 3 // 2 if said else len(found)
    clock = Clock.of(max(*ends, *stops, 0.0), names, words["unit_minutes"], many)
    drawing = Drawing(paper.MEASURE, 0.0)
    for table, one in found:
        _meeting(drawing, clock, table, one, language)
    multiples.key(drawing, _key(found, words), 1.0)
    return multiples.finished(drawing, figure, words, language)


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:  # noqa: ARG001 - every picture is called alike
    """Give no signs: the picture has its own, those that are on it."""
    return {}


def _meeting(
    drawing: Drawing, clock: Clock, table: str, one: dict[str, Any], language: str
) -> None:
    said = [voice(quoted(one["sentence"], language), 0.4)]
    width = paper.MEASURE - clock.left
    drawing.cuts.append(drawing.height)
    drawing.height += ABOVE if one["timeouts"] else 0.0
    top = clock.lay(drawing, table, language, cards.high(said, width))
    # Under the rules and the line, so that a time-out never hides where the talk went.
    free = 0.0
    for number, stop in enumerate(one["timeouts"], start=1):
        start, end = (clock.at(top, second, -0.5) for second in _band(stop, _last(one)))
        pen = _BEST if stop["best"] else _STOP
        drawing.add(Box(start, (end[0] - start[0], 2 * clock.high), pen, 0.6))
        middle = max((start[0] + end[0]) / 2, free)
        drawing.add(multiples.number(number, (middle, top - 1.7), cards.SMALLEST))
        free = middle + 3.2
    rules = [(clock.at(top, 0, lane), clock.at(top, clock.seconds, lane)) for lane in (0, 1)]
    drawing.add(*(Line(ends, Pen(paper.LINE, 0.25)) for ends in rules))
    lanes = _lanes(one) or [(0.0, 0)]
    drawing.add(worn(clock, top, lanes, max(_last(one), *(at for at, _lane in lanes))))
    foot = drawing.height - cards.high(said, width)
    drawing.add(*cards.laid(said, (clock.left, foot), width))


def _lanes(one: dict[str, Any]) -> list[tuple[float, int]]:
    """Give (second, lane): a time-out is process, and the way back leads to content."""
    steps = [(float(turn["at"]), LEVELS.index(turn["to"])) for turn in one["turns"]]
    for stop in one["timeouts"]:
        steps.append((float(stop["at"]), 1))
        steps += [] if stop["until"] is None else [(float(stop["until"]), 0)]
    steps.sort(key=lambda step: step[0])
    return [step for at, step in enumerate(steps) if not at or step[1] != steps[at - 1][1]]


def _last(one: dict[str, Any]) -> float:
    ends = [turn["at"] for turn in one["turns"]]
    ends += [stop["at"] if stop["until"] is None else stop["until"] for stop in one["timeouts"]]
    last = max(ends, default=0)
    return float(max(one["seconds"], last) if one["seconds"] else last + AFTER)


def _band(stop: dict[str, Any], gone: float) -> tuple[float, float]:
    until = stop["until"] if stop["until"] is not None else min(gone, stop["at"] + OPEN)
    return float(stop["at"]), float(max(stop["at"] + SHORTEST, until))


def _key(found: list[tuple[str, dict[str, Any]]], words: dict[str, str]) -> dict[str, Drawing]:
    kinds = {stop["best"] for _table, one in found for stop in one["timeouts"]}
    signs = {}
    for best, word, pen in ((False, "key_timeout", _STOP), (True, "key_best", _BEST)):
        if best in kinds:
            sign = signs[plain(words[word])] = Drawing(4.4, 4.0)
            corner: Point = (0.4, 0.2)
            sign.add(Box(corner, (3.6, 3.6), pen, 0.6))
    return signs
