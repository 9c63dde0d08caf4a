"""What the desk shows, as plain JSON: words, blocks, numbers, files, the QR code."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from stat import S_ISREG
from typing import Any
from urllib.parse import quote

from workshops.programme.plan import Block, Plan
from workshops.words import LANGUAGES, words

NOTHING: dict[str, Any] = {
    "state": {},
    "blocks": [],
    "counts": {"written": 0, "shared": 0, "groups": {}},
    "exports": [],
    "backup": None,
    "asking": [],
    "qr": None,
    "wall": None,
    "note": None,
}
QUIET = 4
"""Modules of white around a QR code."""


def desk_words() -> dict[str, dict[str, str]]:
    """Give the words of the desk in both languages: it changes language without a reload."""
    kinds = ("desk_", "ui_", "exp_")
    return {
        language: {key: word for key, word in words(language).items() if key.startswith(kinds)}
        for language in LANGUAGES
    }


def blocks(today: Plan) -> list[dict[str, Any]]:
    """Give the day's blocks in their order."""
    return [_block(one) for one in today.blocks]


def _block(one: Block) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "minutes": one.minutes,
        "stages": [asdict(stage) for stage in one.stages],
        "cues": one.cues,
    }


def numbers(counts: dict[str, Any]) -> dict[str, Any]:
    """Give the counts, and nothing but counts: whatever else came along stays behind."""
    groups = counts.get("groups") or {}
    return {
        "written": _number(counts.get("written")),
        "shared": _number(counts.get("shared")),
        "groups": {
            str(table)[:2]: {
                name: _number(group.get(name))
                for name in ("here", "written", "done", "ready", "released", "help")
            }
            for table, group in groups.items()
        },
    }


def _number(value: object) -> int:
    return int(value) if isinstance(value, int | float) else 0


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
    return _drawn(f"http://{join['address']}/?k={join['code']}")


@cache
def _drawn(text: str) -> dict[str, Any]:
    import segno  # noqa: PLC0415 - only where a code is drawn

    rows = [list(row) for row in segno.make(text, micro=False, error="m").matrix]
    d = "".join(
        f"M{x + QUIET} {y + QUIET}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if dark
    )
    return {"d": d, "size": len(rows) + 2 * QUIET}
