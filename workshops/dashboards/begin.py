"""The first set-up in its kernel: what a programme is called, when it meets, who comes.

All of it is one event "programme"; a plan that is brought from elsewhere becomes plan events here.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshops.dashboards.desk import AWAY
from workshops.dashboards.measured import programme_of
from workshops.dashboards.readiness import LINKS, page_words, planned, sentences
from workshops.methods import cleaned
from workshops.programme.plan import plan
from workshops.store import Declined, Store

if TYPE_CHECKING:
    from widgets.first_run import FirstRun

NAMES = ("begin_", "ready_to_desk", "ready_languages", "ready_unheard")
"""The beginnings of the words the page uses."""
MOST = {"name": 60, "people": 50, "groups": 12}
GROUP_NAME = 60
TABLE = 5
"""People at a table."""
FILE = "laeringsdage.sqlite3"


def begin() -> FirstRun:
    """Show the first set-up, joined to the running room."""
    from widgets.first_run import FirstRun  # noqa: PLC0415 - widgets only where there is a kernel
    from workshops import kernel  # noqa: PLC0415 - as above

    page = FirstRun(words=page_words(NAMES), options={"locale": kernel.language()})
    data = os.environ.get("LAERINGSDAGE_DATA")
    alone = kernel.face() == "lab"
    Begin(kernel.store(), page, Path(data) if data else None, {} if alone else LINKS)
    return page


class Begin:
    """One first set-up at one store."""

    def __init__(
        self, store: Store, page: FirstRun, data: Path | None, links: dict[str, str]
    ) -> None:
        self.store, self.page, self.data, self.links = store, page, data, links
        self.heard = 0
        self.note: dict[str, str] | None = None
        page.observe(self._pressed, "pressed")
        self.draw()

    def draw(self) -> None:
        """Give the page everything anew."""
        kept = programme_of(self.store)
        self.page.value = {
            "programme": {**fresh(), **kept},
            "kept": bool(kept),
            "days": planned(),
            "sources": sources(self.data),
            "most": MOST,
            "links": self.links,
            "note": self.note,
            "heard": self.heard,
        }

    def _pressed(self, change: Any) -> None:
        pressed = dict(change["new"] or {})
        number = pressed.get("n", 0)
        self.heard = number if isinstance(number, int) else 0
        if pressed.get("button") == "keep":
            self.note = None
            try:
                self.keep(pressed.get("programme"))
            except Declined as no:
                self.note = sentences("ready_unheard" if no.word in AWAY else no.word, **no.facts)
        self.draw()

    def keep(self, given: object) -> None:
        """Write the programme down if it says anything new; a plan comes along once."""
        told = checked(given if isinstance(given, dict) else {})
        before = programme_of(self.store)
        source = told["source"]
        if source and source != before.get("source"):
            for day, changes in brought(source).items():
                self.store.mark("plan", day, {**changes, "need": ""}, "desk", "begin")
        if told != before:
            self.store.mark("programme", "programme", told, "desk")


def fresh() -> dict[str, Any]:
    """Give what a programme is before anybody has said anything."""
    days = planned()
    groups = list(plan(days[0]["day"]).learning_groups) if days else []
    name = f"Læringsdage {date.today().year}"  # noqa: DTZ011 - the trainer's own calendar
    return {"name": name, "source": "", "dates": {}, "people": 25, "learning_groups": groups}


def checked(given: dict[str, Any]) -> dict[str, Any]:
    """Give a programme as it is kept, or decline with the one thing that is wrong."""
    name = _line(given.get("name"))
    if not 1 <= len(name) <= MOST["name"]:
        raise Declined("begin_wrong_name", most=MOST["name"])
    people = given.get("people")
    if not isinstance(people, int) or isinstance(people, bool) or not 1 <= people <= MOST["people"]:
        raise Declined("begin_wrong_people")
    named, dates = given.get("learning_groups"), given.get("dates")
    groups = [one for one in map(_line, named if isinstance(named, list) else ()) if one]
    if len(groups) > MOST["groups"] or any(len(one) > GROUP_NAME for one in groups):
        raise Declined("begin_wrong_group", most=MOST["groups"])
    return {
        "name": name,
        "source": str(given.get("source") or "")[:500],
        "dates": _dates(dates if isinstance(dates, dict) else {}),
        "people": people,
        "learning_groups": list(dict.fromkeys(groups)),
    }


def _dates(given: dict[str, Any]) -> dict[str, str]:
    kept: dict[str, str] = {}
    before: tuple[int, str] | None = None
    for one in planned():
        text = str(given.get(one["day"]) or "")
        if not text:
            continue
        try:
            date.fromisoformat(text)
        except ValueError:
            raise Declined("begin_wrong_date", date=text[:20]) from None
        if before and text < before[1]:
            raise Declined("begin_wrong_order", n=one["number"], m=before[0])
        kept[one["day"]], before = text, (one["number"], text)
    return kept


def _line(text: object) -> str:
    with suppress(ValueError):
        return " ".join(str(cleaned(text or "")).split())
    return ""


# ── a plan from elsewhere: its changes and its name, never anybody's words ───
def sources(data: Path | None) -> list[dict[str, str]]:
    """Give the data folders beside this one that hold a programme."""
    found = []
    for folder in sorted(data.parent.iterdir()) if data and data.parent.is_dir() else ():
        if folder == data or not (folder / FILE).is_file():
            continue
        with suppress(sqlite3.Error, OSError, ValueError):
            told = _events(folder / FILE, "programme").get("programme") or {}
            if told or _events(folder / FILE, "plan"):
                found.append({"path": str(folder), "name": str(told.get("name") or folder.name)})
    return found[:6]


def brought(path: str) -> dict[str, dict[str, Any]]:
    """Give the plan's changes of a data folder, a database or a carried copy, by day."""
    file = Path(path).expanduser()
    file = file / FILE if file.is_dir() else file
    try:
        changes = _events(file, "plan") if file.suffix == ".sqlite3" else _carried(file)
    except (OSError, sqlite3.Error, ValueError, Declined):
        raise Declined("begin_wrong_source", path=path) from None
    known = {one["day"] for one in planned()}
    return {
        day: value for day, value in changes.items() if day in known and isinstance(value, dict)
    }


def _carried(file: Path) -> dict[str, Any]:
    from workshops.store.carrying import unpack  # noqa: PLC0415 - cryptography is heavy

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        inner = Path(folder) / FILE
        inner.write_bytes(unpack(file).database)
        return _events(inner, "plan")


def _events(file: Path, kind: str) -> dict[str, Any]:
    """Give the newest event of each subject from a database that is only read."""
    if not file.is_file():
        raise FileNotFoundError(file)
    address = f"{file.absolute().as_uri()}?mode=ro"
    query = "SELECT subject, value FROM event WHERE kind = ? ORDER BY id"
    with closing(sqlite3.connect(address, uri=True)) as database:
        rows = database.execute(query, (kind,)).fetchall()
    return {subject: json.loads(value) for subject, value in rows}
