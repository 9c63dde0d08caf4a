"""What the desk shows, as plain JSON: words, blocks, numbers, files, the QR code."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from stat import S_ISREG
from typing import Any
from urllib.parse import quote

from workshops import questions
from workshops.dashboards.shelf import DESK
from workshops.exercises import DAYS, content
from workshops.programme.plan import plan
from workshops.room import paper, remote_codes
from workshops.room.typed.key import link
from workshops.store import Store
from workshops.store.opening import ROOM, TOKEN
from workshops.words import LANGUAGES, words

NOTHING: dict[str, Any] = {
    "state": {},
    "blocks": [],
    "counts": {"written": 0, "shared": 0, "groups": {}},
    "items": [],
    "question": None,
    "left_open": [],
    "days": [],
    "pages": [],
    "remote": None,
    "exports": [],
    "backup": None,
    "asking": [],
    "qr": None,
    "wall": None,
    "note": None,
}
PAGES = ("begin", "planner", "groups", "readiness", "handbook")
"""The trainer's other pages, in the order of a day's work."""
QUIET = 4
"""Modules of white around a QR code."""


def desk_words() -> dict[str, dict[str, str]]:
    """Give the words of the desk in both languages: it changes language without a reload."""
    kinds = ("desk_", "ui_", "exp_", "time_", "pace_", "db_")
    return {
        language: {key: word for key, word in words(language).items() if key.startswith(kinds)}
        for language in LANGUAGES
    }


def presses(pressed: dict[str, Any], heard: int) -> list[dict[str, Any]]:
    """Give the presses that were not heard yet, in order.

    A busy kernel gets only the newest press of a quick hand; it brings the ones before it along.
    """
    earlier = pressed.get("earlier")
    newest = {name: one for name, one in pressed.items() if name != "earlier"}
    every = [*(earlier if isinstance(earlier, list) else ()), newest]
    return [
        dict(one)
        for one in every
        if isinstance(one, dict) and isinstance(one.get("n"), int) and one["n"] > heard
    ]


def days() -> list[dict[str, Any]]:
    """Give the learning days that have a plan."""
    found = [
        (number, day)
        for number, day in enumerate(DAYS, 1)
        if (content() / day / "plan.toml").is_file()
    ]
    return [
        {"day": day, "n": number, "title": plan(day).title, "cards": _cards(day)}
        for number, day in found
    ]


def _cards(day: str) -> list[str]:
    """Give the exercises of a day that have a card to fill in by hand before it."""
    return [one.id for one in paper.cards() if one.day == day]


def pages() -> list[dict[str, str]]:
    """Give the trainer's other pages, those that are there."""
    found = [
        {"name": name, "url": f"/voila/render/desk/{name}.ipynb"}
        for name in PAGES
        if (DESK / f"{name}.ipynb").is_file()
    ]
    room, token = os.environ.get(ROOM), os.environ.get(TOKEN)
    return [*found, {"name": "paper", "url": link(room, token)}] if room and token else found


def asked(store: Store, state: dict[str, Any]) -> dict[str, Any]:
    """Give how the block's anonymous question stands, and those of other blocks still open."""
    running = state.get("exercise")
    events = questions.left_open(store, running)
    blocks = plan(state["day"]).blocks if events and state.get("day") else ()
    titles = {one.exercise: one.title for one in blocks}
    left = [one.subject for one in events if one.subject in titles]
    return {
        "question": questions.told(store, running),
        "left_open": [{"exercise": one, "title": titles[one]} for one in left],
    }


def files(folder: Path | None) -> list[dict[str, Any]]:
    """Give the files that can be fetched from a folder, newest first."""
    return [
        {"name": name, "url": f"/exports/{quote(name)}", "bytes": size, "at": _moment(changed)}
        for changed, name, size in _newest_first(folder)
    ]


def newest(folder: Path | None) -> dict[str, str] | None:
    """Give when the newest file of a folder was written."""
    found = _newest_first(folder)
    return {"at": _moment(found[0][0])} if found else None


def _newest_first(folder: Path | None) -> list[tuple[float, str, int]]:
    found = []
    for file in folder.iterdir() if folder and folder.is_dir() else ():
        with suppress(FileNotFoundError):  # deleting somebody's data may take a file away meanwhile
            about = file.stat()
            if S_ISREG(about.st_mode) and not file.name.startswith("."):
                found.append((about.st_mtime, file.name, about.st_size))
    return sorted(found, key=lambda one: (-one[0], one[1]))


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def qr(join: dict[str, str]) -> dict[str, Any] | None:
    """Give the join address and code as the path of an SVG; none before the room is open."""
    if not join.get("address") or not join.get("code"):
        return None
    return drawn(f"http://{join['address']}/?k={join['code']}")


def remote(store: Store, join: dict[str, str]) -> dict[str, Any]:
    """Give the code that waits for a trainer's phone, and how many phones have the remote."""
    offer = remote_codes.offered(store) if join.get("address") else None
    code = f"http://{join['address']}/remote?k={offer.value['key']}" if offer else ""
    return {"open": drawn(code) if code else None, "phones": remote_codes.phones(store)}


@cache
def drawn(text: str) -> dict[str, Any]:
    """Give a QR code as the path of an SVG with its quiet zone."""
    import segno  # noqa: PLC0415 - only where a code is drawn

    rows = [list(row) for row in segno.make(text, micro=False, error="m").matrix]
    d = "".join(
        f"M{x + QUIET} {y + QUIET}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if dark
    )
    return {"d": d, "size": len(rows) + 2 * QUIET}
