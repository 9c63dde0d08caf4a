"""What a group's day is told from: one story per exercise, in the group's own words only.

Which fields become what is a plain rule, stated here and nowhere else: nothing is written for
the group, nothing is weighed. A text that the method's page does not show cannot become one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from workshops import fields, methods
from workshops.takeaway.gathered import Gathered, Output, legible

CHOSEN = (
    "lines.*.counter", "counter", "move", "opening", "opening.*.sentence", "new_utterance",
    "second.new_first_sentence", "first.new_first_sentence", "shift_sentence", "instead",
    "best", "best.*.question", "r*.wondering", "lines.*.instead", "ask", "questions", "first",
    "invite", "change", "next", "intention", "shift_1", "changed", "gathered", "difference",
    "notice", "goals.*.aim", "purpose",
)  # fmt: skip
"""Fields that hold what a group chose to say or try, the first of them first: one makes the
headline. Of several items the group's own first one counts."""
ABOUT = (
    "episode", "situation", "assignment", "pattern", "utterance", "tension", "the_task", "meeting",
)  # fmt: skip
"""Fields that say in a line or two what it is about: one of the same exercise stands below."""
TRANSFER = "transfer"


@dataclass(frozen=True)
class Story:
    """One exercise as the group's page tells it."""

    one: Gathered
    output: Output
    chosen: str
    about: str
    items: tuple[tuple[str, str], ...]
    """What else is on the sheet, in its order: what was asked and what the group wrote."""
    transfer: str
    rank: int
    """Where in `CHOSEN` the field stands that the chosen words are from."""


def story(one: Gathered, output: Output) -> Story | None:
    """Give what a group made in an exercise, as far as it may leave the table; None: nothing."""
    answer = output.answer.for_all()
    sections = methods.find(one.exercise.method).page(answer, one.words)
    items = [(title, text) for title, text in _items(sections) if text]
    if not items:
        return None
    texts = fields.leaves(answer.model_dump(exclude_defaults=True))
    shown = "\n".join(text for _title, text in items)
    transfer, _rank = _first(texts, (TRANSFER,), shown)
    rest = tuple(item for item in items if not transfer or item[1] != transfer)
    chosen, rank = _first(texts, CHOSEN, shown)
    about, _rank = _first(texts, ABOUT, shown)
    return Story(one, output, chosen, about, rest, transfer, rank)


def _first(texts: dict[str, Any], names: tuple[str, ...], shown: str) -> tuple[str, int]:
    for rank, name in enumerate(names):
        for path, text in texts.items():
            if path.count(".") != name.count(".") or not fnmatchcase(path, name):
                continue
            found = legible(text).strip() if isinstance(text, str) else ""
            if found and found in shown:
                return found, rank
    return "", len(names)


def _items(sections: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Give the sections as what was asked and what was said; a picture is seen, not told."""
    for section in sections:
        title = legible(section["title"])
        if section["is"] == "text":
            yield title, legible(section["text"]).strip()
        elif section["is"] == "pairs":
            for pair in section["pairs"]:
                yield legible(pair["name"]), legible(pair["value"]).strip()
        elif section["is"] == "table":
            rows = [" · ".join(legible(cell) for cell in row if cell) for row in section["rows"]]
            yield title, "\n".join(rows).strip()
