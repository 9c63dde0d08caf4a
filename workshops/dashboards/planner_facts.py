"""What the planner shows, as plain JSON: the day's blocks and times, advice, versions, texts."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from workshops import exercises
from workshops.exercises import DAYS, content
from workshops.programme import advice, rhythm, versions
from workshops.programme.plan import Block, Plan, plan
from workshops.programme.planning import Changes, applied
from workshops.words import LANGUAGES, words

NOTHING: dict[str, Any] = {
    "day": None,
    "days": [],
    "title": None,
    "blocks": [],
    "pieces": [],
    "warnings": [],
    "versions": [],
    "open": 0,
    "note": None,
}
FIRST = ("task", "task_group")
"""The words of an exercise that a trainer changes first; the rest stands behind a door."""
KINDS = ("planner_", "ui_", "tempo_", "body_", "kq_")


def planner_words() -> dict[str, dict[str, str]]:
    """Give the words of the planner in both languages: it changes language without a reload."""
    return {
        language: {key: word for key, word in words(language).items() if key.startswith(KINDS)}
        for language in LANGUAGES
    }


def days() -> list[dict[str, Any]]:
    """Give the days that have a plan."""
    planned = [day for day in DAYS if (content() / day / "plan.toml").is_file()]
    return [{"id": day, "n": DAYS.index(day) + 1, "title": plan(day).title} for day in planned]


def shown(written: Plan, desk: versions.Desk) -> dict[str, Any]:
    """Give everything about one day's draft."""
    day = applied(written, desk.draft)
    return {
        "day": day.day,
        "title": day.title,
        "start": day.start,
        "end": day.end,
        "ends": rhythm.clock(rhythm.ends(day)),
        "blocks": [_block(block, at, desk.draft) for block, at in rhythm.timed(day)],
        "pieces": [asdict(one) for one in rhythm.rhythm(day)],
        "long": _too_long(day),
        "warnings": advice.warnings(day),
        "coverage": rhythm.coverage(day),
        "totals": rhythm.totals(day),
        "undo": len(desk.past) > 1,
        "open": _changed(written, desk.running, desk.draft),
        "versions": [_version(one) for one in reversed(desk.versions)],
    }


def _block(block: Block, at: int, changes: Changes) -> dict[str, Any]:
    about = asdict(block)
    cues = block.cues or {}
    return {
        **about,
        "at": rhythm.clock(at),
        "cues": {one: "\n".join(cues.get(one, ())) for one in LANGUAGES},
        "copy": block.id in changes.get("copies", {}),
        "changed": any(
            key in changes.get(branch, {})
            for branch, key in (
                ("blocks", block.id),
                ("texts", block.exercise),
                ("cells", block.notebook),
            )
        ),
    }


def _too_long(day: Plan) -> list[dict[str, int]]:
    runs = [(run[0].at, run[-1].ends) for run in rhythm.seated(day)]
    return [{"from": at, "to": to} for at, to in runs if to - at > advice.SEATED]


def _changed(written: Plan, before: Changes, after: Changes) -> int:
    """Give how many blocks and texts differ between two snapshots."""
    rows = versions.difference(applied(written, before), applied(written, after))
    texts = _leaves(before) ^ _leaves(after)
    times = sum(before.get(one) != after.get(one) for one in ("start", "end"))
    return sum(bool(one["changed"]) for one in rows) + len({one[:-1] for one in texts}) + times


def _leaves(changes: Changes) -> set[tuple[str, ...]]:
    texts = {
        (exercise, language, key, text)
        for exercise, said in changes.get("texts", {}).items()
        for language, words_ in said.items()
        for key, text in words_.items()
    }
    cells = {
        (notebook, cell, text)
        for notebook, said in changes.get("cells", {}).items()
        for cell, text in said.items()
    }
    return texts | cells


def _version(event: Any) -> dict[str, Any]:
    need = event.value.get("need", "") if isinstance(event.value, dict) else ""
    return {"id": event.id, "at": event.at, "who": event.who, "why": event.why, "need": need}


def compared(written: Plan, before: Changes, after: Changes) -> dict[str, Any]:
    """Give two snapshots of a day side by side."""
    old, new = applied(written, before), applied(written, after)
    return {
        "rows": versions.difference(old, new),
        "texts": _texts(new, before, after),
        "before": {"start": old.start, "ends": rhythm.clock(rhythm.ends(old))},
        "after": {"start": new.start, "ends": rhythm.clock(rhythm.ends(new))},
    }


def _texts(day: Plan, before: Changes, after: Changes) -> list[dict[str, Any]]:
    """Give the texts that differ: {block, cell, key, language, before, after}."""
    old = {one[:-1]: one[-1] for one in _leaves(before)}
    new = {one[:-1]: one[-1] for one in _leaves(after)}
    found = []
    for place in sorted(old.keys() | new.keys()):
        if old.get(place) != new.get(place):
            its = _place(day, place)
            said = {"before": old.get(place, its["own"]), "after": new.get(place, its["own"])}
            found.append({**its, **said})
    return found


def _place(day: Plan, place: tuple[str, ...]) -> dict[str, Any]:
    """Give where a text stands, from (exercise, language, key) or (notebook, cell)."""
    cell = len(place) == 2
    if cell:
        key, _, language = place[1].rpartition("-")
        own = task_cells(day.day, place[0]).get(place[1], "")
    else:
        language, key = place[1:]
        own = ""
        with suppress(LookupError):
            own = exercises.as_written(place[0]).words[language][key]
    names = [one for one in day.blocks if place[0] in (one.notebook, one.exercise)]
    block = names[0].id if names else None
    return {"block": block, "cell": cell, "key": key, "language": language, "own": own}


# ── the words behind a block ─────────────────────────────────────────────
def texts_of(day: str, block: Block, changes: Changes) -> dict[str, Any]:
    """Give the texts of a block's exercise and task, as written and as they are said now."""
    return {
        "block": block.id,
        "texts": _exercise(block.exercise, changes) if block.exercise else [],
        "cells": _tasks(day, block, changes) if block.notebook else [],
    }


def _exercise(wanted: str, changes: Changes) -> list[dict[str, Any]]:
    try:
        own = exercises.as_written(wanted).words
    except LookupError:
        return []
    anew = changes.get("texts", {}).get(wanted, {})
    keys = sorted(own["da"], key=lambda key: key not in FIRST)
    return [
        {
            "key": key,
            "first": key in FIRST,
            "own": {one: own[one].get(key, "") for one in LANGUAGES},
            "now": {one: anew.get(one, {}).get(key) or own[one].get(key, "") for one in LANGUAGES},
        }
        for key in keys
    ]


def _tasks(day: str, block: Block, changes: Changes) -> list[dict[str, Any]]:
    anew = changes.get("cells", {}).get(block.notebook, {})
    own = task_cells(day, block.notebook)
    names = dict.fromkeys(cell.rpartition("-")[0] for cell in own)
    return [
        {
            "cell": name,
            "own": {one: own.get(f"{name}-{one}", "") for one in LANGUAGES},
            "now": {
                one: anew.get(f"{name}-{one}") or own.get(f"{name}-{one}", "") for one in LANGUAGES
            },
        }
        for name in names
    ]


def task_cells(day: str, notebook: str) -> dict[str, str]:
    """Give the task cells of a day's notebook: id → Markdown."""
    file = content() / day / f"{notebook}.ipynb"
    if not file.is_file():
        return {}
    cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
    return {
        one["id"]: "".join(one["source"])
        for one in cells
        if one["cell_type"] == "markdown" and one["id"].split("-")[0] == "task"
    }
