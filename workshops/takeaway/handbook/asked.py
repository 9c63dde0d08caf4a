"""The traps of a method, as questions: where a notebook asks them, and where only its sheet does.

A notebook asks them in a list behind "Spørg hinanden undervejs" (or another line beginning so),
among its theory or under its steps.
"""

from __future__ import annotations

from itertools import pairwise

from workshops.exercises import Exercise
from workshops.takeaway.document import said
from workshops.takeaway.lessons import Block, Lesson, Run
from workshops.words import words

WHERE = ("theory", "task", "floor")
MOST = 6
"""Questions taken from a sheet: more is a form, not a list."""


def asked(lesson: Lesson, language: str) -> tuple[list[list[Run]], dict[str, list[Block]]]:
    """Give the questions of a notebook, and its parts without them."""
    found: list[list[Run]] = []
    parts: dict[str, list[Block]] = {}
    for name, blocks in lesson.parts.items():
        parts[name] = blocks
        if name not in WHERE:
            continue
        begins = [-1, *range(len(blocks))]
        gone: set[int] = set()
        for lead, at in pairwise(begins):
            before = blocks[lead] if lead >= 0 else _head(lesson.heads.get(name, ""))
            if _asks(before, blocks[at], language):
                found += blocks[at]["items"]
                gone |= {at, *([lead] if _only_leads(before) and lead >= 0 else [])}
        parts[name] = [block for at, block in enumerate(blocks) if at not in gone]
    return found, parts


def asked_by_the_sheet(exercises: list[Exercise], language: str) -> list[list[Run]]:
    """Give the questions that the hints of the exercises' own fields ask, each once."""
    found: dict[str, list[Run]] = {}
    for one in exercises:
        told = one.words[language]
        for key, text in told.items():
            label = told.get(key.removesuffix("_hint"), "")
            if key.endswith("_hint") and label and text.rstrip().endswith("?"):
                found.setdefault(text, [*_strong(label), *said(text)])
    return list(found.values())[:MOST]


def text_of(runs: list[Run]) -> str:
    """Give runs as plain text."""
    return "".join(str(run["text"]) for run in runs)


def with_something_below(blocks: list[Block]) -> list[Block]:
    """Give blocks without headings that have lost what stood below them."""
    kept: list[Block] = []
    for block in reversed(blocks):
        below = kept[-1] if kept else {"is": "heading"}
        if block["is"] != "heading" or below["is"] != "heading":
            kept.append(block)
    return kept[::-1]


def _asks(lead: Block, block: Block, language: str) -> bool:
    """Say whether a block is a list of questions that the one before it opens."""
    if block["is"] != "list" or block["ordered"]:
        return False
    first = lead["text"] if lead["is"] == "heading" else text_of(lead.get("runs", []))
    opens = words(language)["book_ask"].casefold()
    questions = sum("?" in text_of(item) for item in block["items"])
    return first.strip().casefold().startswith(opens) and questions * 2 > len(block["items"])


def _only_leads(lead: Block) -> bool:
    """Say whether a block says nothing but that questions follow."""
    runs = lead.get("runs", [])
    strong = all(run["bold"] for run in runs)
    return lead["is"] == "heading" or strong or text_of(runs).rstrip().endswith(":")


def _strong(label: str) -> list[Run]:
    sign = "" if label.endswith("?") else ":"
    return [{"text": f"{label}{sign} ", "bold": True, "italic": False}]


def _head(text: str) -> Block:
    return {"is": "heading", "text": text, "level": 2}
