"""Psychological safety: what one has done oneself in the learning group, asked anonymously.

Source: Edmondson (1999, 2018) on the team as what is safe or not, Clark (2020). The items are our
own and about behaviour; no item of a published scale is used. Only the whole room's numbers exist.
"""

from __future__ import annotations

from typing import Any, Literal

from workshops.methods import Shape

INSTRUMENT = "field_sheet"

Often = Literal["never", "once", "several"]
SCALE = ("never", "once", "several")
ITEMS = ("doubt", "failed", "help", "different", "moved")


class Answer(Shape):
    """The past month in the learning group; every item may be left out."""

    doubt: Often | None = None
    failed: Often | None = None
    help: Often | None = None
    different: Often | None = None
    moved: Often | None = None


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give how many answered what, item by item, over the whole room.

    "shares": "counts" in the order of "items" × "scale". "n": how many answered. No mean, no sum
    over items, no group; who may see it, and from how many on, is the store's to say.
    """
    return {
        "kind": "shares",
        "n": len(answers),
        "items": list(ITEMS),
        "scale": [f"often_{often}" for often in SCALE],
        "counts": [
            [sum(getattr(one, item) == often for one in answers) for often in SCALE]
            for item in ITEMS
        ],
        "heads": [],
        "rows": [],
    }


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the items with their answers, in words; of anonymous answers nobody has one to show."""
    pairs = [
        {"name": words[item], "value": words[f"often_{getattr(answer, item)}"]}
        for item in ITEMS
        if getattr(answer, item)
    ]
    return [{"is": "pairs", "title": words["items_page"], "pairs": pairs}] if pairs else []
