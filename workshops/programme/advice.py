"""What is worth a word about a planned day: too long on the chair, no closing, no time left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import Any

from workshops.programme.plan import Plan
from workshops.programme.rhythm import (
    Piece,
    clock,
    ends,
    minutes_of_day,
    pieces,
    rhythm,
    seated,
    timed,
)

SEATED, TALK, NO_BREAK = 45, 20, 120
"""Most minutes on the chair, of talk in a row, and without a break."""
LUNCH, AFTER_LUNCH = 30, 60
"""A break this long is lunch; so soon after it people should be on their feet."""
SPARE = 10
"""Minutes to spare from which on it is worth saying."""
WITH_PURPOSE = {"block", "goals", "try_out", "round", "dark", "line", "walk"}
"""Kinds of block that should say what they are for; a break needs no reason."""


def warnings(plan: Plan) -> list[dict[str, Any]]:
    """Give what to look at: {word, facts, blocks, fix}; `fix` is a step of `editing`, or None."""
    if not any(not one.skipped for one in plan.blocks):
        return []
    found = [
        *_too_long_seated(plan),
        *_too_much_talk(plan),
        *_without_break(plan),
        *_after_lunch(plan),
        *_times(plan),
        *_missing(plan),
    ]
    return [{"facts": {}, "blocks": [], "fix": None, **one} for one in found]


def _too_long_seated(plan: Plan) -> Iterable[dict[str, Any]]:
    for run in seated(plan):
        minutes = _length(run)
        if minutes > SEATED:
            yield {
                "word": "planner_warn_seated",
                "facts": {"n": minutes, "time": clock(run[0].at)},
                "blocks": _blocks(run),
                "fix": _get_up(plan, run),
            }


def _get_up(plan: Plan, run: list[Piece]) -> dict[str, Any] | None:
    """Give the step that helps most: a block on the feet, or else a break in the middle."""
    best, least = None, _length(run)
    for block in _blocks(run):
        here = plan.block(block)
        if here is None or here.body == "moving" or here.kind == "placeholder":
            continue
        up = {one.stage for one in pieces(replace(here, body="moving"), 0) if one.body == "moving"}
        rest = [one for one in run if one.block != block or one.stage not in up]
        gaps = [_length(part) for part in _unbroken(rest)]
        if max(gaps, default=0) < least and any(one.form in ("G", "par") for one in run):
            best, least = block, max(gaps, default=0)
    if best and least <= SEATED:
        return {"act": "set", "block": best, "part": "body", "value": "moving"}
    return _break_in(plan, run)


def _break_in(plan: Plan, run: list[Piece]) -> dict[str, Any] | None:
    """Give the step that puts a break nearest the middle; None where one block fills it all."""
    inside = [one.block for one in run if _ends_of(plan, one.block) < run[-1].ends]
    if not inside:
        return None
    middle = run[0].at + _length(run) / 2
    after = min(inside, key=lambda one: abs(_ends_of(plan, one) - middle))
    return {"act": "add", "kind": "break", "after": after}


def _ends_of(plan: Plan, block: str) -> int:
    return next(at + one.minutes for one, at in timed(plan) if one.id == block)


def _unbroken(pieces: list[Piece]) -> list[list[Piece]]:
    parts: list[list[Piece]] = []
    for one in pieces:
        if parts and parts[-1][-1].ends == one.at:
            parts[-1].append(one)
        else:
            parts.append([one])
    return parts


def _too_much_talk(plan: Plan) -> Iterable[dict[str, Any]]:
    for told, stretch in groupby(rhythm(plan), lambda one: one.talk):
        run = list(stretch)
        if told and _length(run) > TALK:
            facts = {"n": _length(run), "time": clock(run[0].at)}
            yield {"word": "planner_warn_talk", "facts": facts, "blocks": _blocks(run)}


def _without_break(plan: Plan) -> Iterable[dict[str, Any]]:
    for rest, stretch in groupby(rhythm(plan), lambda one: one.kind in ("break", "walk")):
        run = list(stretch)
        if not rest and _length(run) > NO_BREAK:
            yield {
                "word": "planner_warn_break",
                "facts": {"from": clock(run[0].at), "to": clock(run[-1].ends)},
                "fix": _break_in(plan, run),
            }


def _after_lunch(plan: Plan) -> Iterable[dict[str, Any]]:
    day = rhythm(plan)
    lunch = next((one for one in day if one.kind == "break" and one.minutes >= LUNCH), None)
    if lunch is None:
        return
    soon = [one for one in day if lunch.ends <= one.at < lunch.ends + AFTER_LUNCH]
    if soon and all(one.body == "seated" for one in soon):
        facts = {"time": clock(lunch.ends)}
        yield {"word": "planner_warn_lunch", "facts": facts, "blocks": [soon[0].block]}


def _times(plan: Plan) -> Iterable[dict[str, Any]]:
    over = ends(plan) - minutes_of_day(plan.end)
    if over > 0:
        yield {"word": "planner_warn_time", "facts": {"n": over, "time": clock(ends(plan))}}
    elif over <= -SPARE:
        yield {"word": "planner_warn_spare", "facts": {"n": -over, "time": clock(ends(plan))}}
    for block in plan.blocks:
        planned = sum(one.minutes for one in block.stages)
        if block.stages and planned != block.minutes and not block.skipped:
            facts = {"n": planned, "m": block.minutes}
            yield {"word": "planner_warn_stages", "facts": facts, "blocks": [block.id]}


def _missing(plan: Plan) -> Iterable[dict[str, Any]]:
    blocks = [one for one in plan.blocks if not one.skipped]
    if not any(one.kind == "check_out" for one in blocks):
        yield {"word": "planner_warn_closing"}
    bare = [one.id for one in blocks if one.kind in WITH_PURPOSE and not _said(one.purpose)]
    if bare:
        word = "planner_warn_purpose_one" if len(bare) == 1 else "planner_warn_purpose"
        yield {"word": word, "facts": {"n": len(bare)}, "blocks": bare}


def _length(pieces: list[Piece]) -> int:
    return sum(one.minutes for one in pieces)


def _blocks(pieces: list[Piece]) -> list[str]:
    return list(dict.fromkeys(one.block for one in pieces))


def _said(words: dict[str, str] | None) -> bool:
    return any(text.strip() for text in (words or {}).values())
