"""A trainer made of dice: presses in any order, sensible and not, for a room that really runs."""

from __future__ import annotations

import random
from typing import Any

from workshops.programme.plan import STAGES
from workshops.programme.state import DEBRIEF, SCALES

DAY = "day1_context"
SHARE_OF_NONSENSE = 0.1
JSON: list[Any] = [
    None, True, -1, 0, 10**9, 0.5, "", "x", "æ" * 80, [], ["map"], {}, {"block": "map"},
]  # fmt: skip
NAMES = ["block", "with", "stage", "minutes", "exercise", "table", "state", "plan", "now", "day"]
BARE = [
    "next", "next", "next", "skip", "repeat", "swap", "split", "pause", "resume", "more", "stop",
    "dark", "light", "close", "open",
]  # fmt: skip


def pressed(dice: random.Random, seen: dict[str, Any]) -> dict[str, Any]:
    """Give the value of a next press, as desk, remote or somebody's cat would send it."""
    if dice.random() < SHARE_OF_NONSENSE:
        names = dice.sample(NAMES, dice.randint(0, 3))
        button = dice.choice([*BARE, "go", "stage", "timer", "unskip", "spotlight", "boom", ""])
        return {**{name: dice.choice(JSON) for name in names}, "button": button}
    blocks = [one["id"] for one in seen["agenda"]]
    given = {
        "go": {"block": dice.choice(blocks)},
        "skip": {"block": dice.choice(blocks)},
        "unskip": {"block": dice.choice(blocks)},
        "swap": {"block": dice.choice(blocks), "with": dice.choice(blocks)},
        "stage": {"stage": dice.choice(STAGES)},
        "timer": {"minutes": dice.randint(0, 700)},
        "more": {"minutes": dice.choice([5, 10, 600])},
        "theme": {"theme": dice.choice(["light", "dark"])},
        "scale": {"scale": dice.choice(SCALES)},
        "spotlight": {"table": dice.choice([None, "1", "3"]), "beside": dice.choice([None, "3"])},
        "view": {"view": dice.choice(["arrows", "lines"])},
        "debrief": {"step": dice.choice(DEBRIEF)},
        "turn": {"by": dice.choice([1, -1])},
        "review": {"on": dice.random() < 0.5},
    }
    button = dice.choice([*BARE, *given, "go", "go", "stage", "stage"])
    return {"button": button, **given.get(button, {})}


def replanned(dice: random.Random, seen: dict[str, Any]) -> dict[str, Any]:
    """Give a snapshot of what a planner may have changed."""
    blocks = [one["id"] for one in seen["agenda"] if "+" not in one["id"] and "~" not in one["id"]]
    return {
        "order": dice.sample(blocks, len(blocks)),
        "skipped": dice.sample(blocks, dice.randint(0, min(3, len(blocks)))),
        "copies": {f"{blocks[0]}~2": blocks[0]} if dice.random() < 0.5 else {},
        "blocks": {dice.choice(blocks): {"minutes": dice.randint(5, 90)}},
        "need": "test",
    }
