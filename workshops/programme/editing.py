"""What a trainer does to a day's plan, as pure steps from one snapshot of changes to the next.

A step that makes no sense leaves the snapshot as it is. What is set back to the file's own wording
is taken out of the snapshot, so that it holds what was changed and nothing else.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from workshops.programme.plan import Plan
from workshops.programme.planning import Changes, applied
from workshops.programme.rewording import is_whole, now, set_cell, set_day, set_part, set_text
from workshops.words import LANGUAGES, sentence, words

NEW = {
    "break": (15, "plenum", "seated"),
    "round": (15, "plenum", "seated"),
    "walk": (20, "par", "moving"),
    "line": (15, "plenum", "moving"),
    "dark": (15, "plenum", "seated"),
    "placeholder": (30, "G", "seated"),
}
"""Blocks that can be put in without a notebook: minutes, form and body they begin with."""


def edit(written: Plan, changes: Changes, act: str, **given: Any) -> Changes:
    """Give the snapshot after one step; `changes` itself is never touched."""
    step = _STEPS.get(act)
    if step is None:
        return changes
    after = copy.deepcopy(changes)
    return _bare(after) if step(written, after, given) else changes


# ── order ────────────────────────────────────────────────────────────────
def _move(written: Plan, changes: Changes, given: dict[str, Any]) -> bool:
    order = [one.id for one in applied(written, changes).blocks]
    block, to = given.get("block"), given.get("to")
    if block not in order or not is_whole(to):
        return False
    after = [one for one in order if one != block]
    after.insert(max(0, min(len(after), to)), block)
    changes["order"] = after
    return after != order


def _swap(written: Plan, changes: Changes, given: dict[str, Any]) -> bool:
    order = [one.id for one in applied(written, changes).blocks]
    one, other = given.get("block"), given.get("with")
    if one not in order or other not in order or one == other:
        return False
    places = {one: other, other: one}
    changes["order"] = [places.get(block, block) for block in order]
    return True


def _put_after(written: Plan, changes: Changes, new: str, after: str | None) -> None:
    order = [one.id for one in applied(written, changes).blocks if one.id != new]
    order.insert(order.index(after) + 1 if after in order else len(order), new)
    changes["order"] = order


# ── whole blocks ─────────────────────────────────────────────────────────
def _duplicate(written: Plan, changes: Changes, given: dict[str, Any]) -> bool:
    block = now(written, changes, given)
    if block is None:
        return False
    new = _fresh(written, changes, block.id)
    copies = changes.setdefault("copies", {})
    copies[new] = copies.get(block.id, block.id)
    if block.id in changes.get("blocks", {}):
        changes["blocks"][new] = copy.deepcopy(changes["blocks"][block.id])
    _put_after(written, changes, new, block.id)
    return True


def _split(written: Plan, changes: Changes, given: dict[str, Any]) -> bool:
    """Make two blocks of one: between two stages, or in the middle of its time."""
    block = now(written, changes, given)
    if block is None or block.minutes < 2:
        return False
    stages = [{"stage": one.stage, "minutes": one.minutes} for one in block.stages]
    half = block.minutes // 2
    if len(stages) > 1:
        sums = [sum(one.minutes for one in block.stages[:at]) for at in range(1, len(stages))]
        cut = min(range(len(sums)), key=lambda at: abs(2 * sums[at] - block.minutes)) + 1
        half = min(max(1, sums[cut - 1]), block.minutes - 1)
        parts = [stages[:cut], stages[cut:]]
    else:
        rest = block.minutes - half
        parts = [[{**one, "minutes": part} for one in stages] for part in (half, rest)]
    _duplicate(written, changes, given)
    new = changes["order"][changes["order"].index(block.id) + 1]
    whole = applied(written, changes).block(block.id.partition("~")[0]) or block
    title = {
        one: sentence("planner_part", one, title=whole.title[one], n=new.rpartition("~")[2])
        for one in LANGUAGES
    }
    edits = changes.setdefault("blocks", {})
    halves = ((block.id, half, parts[0]), (new, block.minutes - half, parts[1]))
    for name, minutes, own in halves:
        edits[name] = {
            **edits.get(name, {}),
            "minutes": minutes,
            **({"stages": own} if own else {}),
        }
    edits[new]["title"] = title
    return True


def _add(written: Plan, changes: Changes, given: dict[str, Any]) -> bool:
    kind = given.get("kind")
    if kind not in NEW:
        return False
    minutes, form, body = NEW[kind]
    new = _fresh(written, changes, str(kind))
    changes.setdefault("copies", {})[new] = ""
    title = {one: words(one)[f"planner_kind_{kind}"] for one in LANGUAGES}
    fields = {"kind": kind, "title": title, "minutes": minutes, "form": form, "body": body}
    changes.setdefault("blocks", {})[new] = fields
    _put_after(written, changes, new, given.get("after"))
    return True


def _remove(_written: Plan, changes: Changes, given: dict[str, Any]) -> bool:
    """Take a copy out again; what the file has can be skipped, never lost."""
    block = given.get("block")
    if block not in changes.get("copies", {}):
        return False
    del changes["copies"][block]
    changes.get("blocks", {}).pop(block, None)
    for key in ("order", "skipped"):
        changes[key] = [one for one in changes.get(key, []) if one != block]
    return True


def _skip(written: Plan, changes: Changes, given: dict[str, Any]) -> bool:
    block, on = now(written, changes, given), given.get("on", True)
    if block is None or not isinstance(on, bool) or block.skipped == on:
        return False
    rest = [one for one in changes.get("skipped", []) if one != block.id]
    changes["skipped"] = [*rest, block.id] if on != block.optional else rest
    return True


def _reset(written: Plan, changes: Changes, given: dict[str, Any]) -> bool:
    """Give a block, its exercise and its task their own words and times back."""
    block = now(written, changes, given)
    if block is None or changes.get("copies", {}).get(block.id) == "":
        return False
    gone = [changes.get("blocks", {}).pop(block.id, None)]
    gone.append(changes.get("texts", {}).pop(block.exercise, None))
    gone.append(changes.get("cells", {}).pop(block.notebook, None))
    return any(gone)


# ── small things ─────────────────────────────────────────────────────────
def _fresh(written: Plan, changes: Changes, of: str) -> str:
    taken = {one.id for one in written.blocks} | set(changes.get("copies", {}))
    stem = of.partition("~")[0]
    return next(name for n in range(2, 999) if (name := f"{stem}~{n}") not in taken)


def _bare(branch: dict[str, Any]) -> dict[str, Any]:
    """Take empty branches out; a block's own parts stay as they are, for "" is a word too."""
    found: dict[str, Any] = {}
    for key, value in branch.items():
        inner = isinstance(value, dict) and key not in ("copies", "blocks")
        kept = _bare(value) if inner else value
        if kept not in ({}, [], None):
            found[key] = kept
    return found


_STEPS: dict[str, Callable[[Plan, Changes, dict[str, Any]], bool]] = {
    "move": _move,
    "swap": _swap,
    "duplicate": _duplicate,
    "split": _split,
    "add": _add,
    "remove": _remove,
    "skip": _skip,
    "reset": _reset,
    "set": set_part,
    "text": set_text,
    "cell": set_cell,
    "day": set_day,
}
