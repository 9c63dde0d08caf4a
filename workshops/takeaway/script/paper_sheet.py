"""What the field sheet asks for on paper: the fields an exercise lists, fold by fold."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from workshops.exercises import Exercise
from workshops.takeaway.script.paper_blocks import Ask, Block, items

LEAST, MOST = 2, 6
"""How many rows a list has on paper, when the exercise wants fewer or says nothing."""
FEW = 3
"""A list that holds so many at most has a row for each."""

Spec = dict[str, Any]


def sheet_blocks(exercise: Exercise, stage: str) -> Iterator[Block]:
    """Give the blocks of a stage's sheet: neighbours of one fold together, each list on its own."""
    here = [one for one in exercise.sheet if one.get("stage", stage) == stage]
    here = [one for one in here if one["kind"] != "skip"]
    marks = "unclear" in exercise.answer.model_fields
    for (fold, listed), specs in groupby(here, key=_place):
        if listed:
            yield _list(next(specs))
        else:
            title = f"fold_{fold}" if fold else ""
            yield Block(tuple(ask for one in specs for ask in _asks(one, marks=marks)), title)


def skipped(exercise: Exercise) -> list[str]:
    """Give the fields that say «not now»: on paper one leaves the line empty."""
    return [one["field"] for one in exercise.sheet if one["kind"] == "skip"]


def _place(spec: Spec) -> tuple[str, str]:
    return spec.get("fold", ""), spec["field"] if spec["kind"] == "items" else ""


def _stem(spec: Spec, *, own: bool = False) -> str:
    """Give how the words of a field begin; its options may have theirs from elsewhere (`own`)."""
    name = str(spec["field"])
    if spec["kind"] == "items":
        name = name.removesuffix("s")
    return str(spec.get("word") if own and spec.get("word") else name).replace(".", "_")


def _asks(spec: Spec, *, marks: bool) -> Iterator[Ask]:
    stem, kind = _stem(spec), spec["kind"]
    when = kind if kind in ("date", "clock") else ""
    options, room = tuple(spec.get("options", ())), spec.get("rows", 0)
    chosen = _stem(spec, own=True) if options else ""
    hint = f"{stem}_hint"
    yield Ask(spec["field"], stem, hint, chosen, when, options, room=1 if kind == "line" else room)
    if spec.get("unclear") and marks:
        yield Ask(f"unclear.{spec['field']}", "unclear")


def _list(spec: Spec) -> Block:
    stem, field = _stem(spec), str(spec["field"])
    parts = [one if isinstance(one, dict) else {"part": one} for one in spec["parts"]]
    asks = tuple(_part(stem, one) for one in parts)
    most = spec.get("at_most", MOST)
    many = most if most <= FEW else min(most, max(LEAST, spec.get("at_least", 1)))
    return Block(asks, field.replace(".", "_"), f"{field}_hint", field, items(many))


def _part(stem: str, part: Spec) -> Ask:
    name = part["part"]
    word = f"{stem}_{name}"
    kind = part.get("kind", "") if part.get("kind") in ("date", "clock") else ""
    options = tuple(part.get("options", ()))
    return Ask(name, word, f"{word}_hint", word if options else "", kind, options)
