"""What the readiness page measures of machine, network and day, and the findings it makes of it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

import psutil

from workshops import exercises, readiness
from workshops.dashboards.desk_facts import newest
from workshops.programme import planning
from workshops.programme.plan import Plan, moment
from workshops.readiness import Finding
from workshops.room.addresses import cards
from workshops.store import Store

PATIENCE = 1.5
"""Seconds the room has to answer on its own machine."""
OWN = ("run", "seat")
"""The kinds of events whose newest one is the newest moment of a day."""


def findings(
    store: Store, state: dict[str, Any], data: Path | None, told: dict[str, Any]
) -> list[dict[str, Any]]:
    """Look at everything and give the findings; `told` is what the browser says of itself.

    May take some seconds: never on a kernel's loop.
    """
    now = datetime.now(UTC)
    address = str((state.get("join") or {}).get("address") or "")
    people = seats(store)
    came = sum(seat.get("device") is not False for seat in people)
    found = _way_in(address, came) if address else []
    if state.get("day"):
        found += _day(store, state, now)
    found.append(readiness.screen(told.get("screen")))
    found.append(readiness.pack(sum(bool(seat.get("code")) for seat in people)))
    if data:
        at, whole = newest_copy(data)
        found.append(readiness.backup(at, readable=whole, now=now))
        found.append(readiness.disk(shutil.disk_usage(data).free))
    found.append(_power())
    found.append(readiness.clock(now, _newest(store), _moment(told.get("now"))))
    found.append(readiness.browser(told.get("browser")))
    return [one.told() for one in found]


def _way_in(address: str, came: int) -> list[Finding]:
    network = readiness.network(cards(), address)
    found = [network]
    if network.state != "wrong":
        found.append(readiness.door(address, answers=answers(address)))
    return [*found, readiness.phones(came)]


def _day(store: Store, state: dict[str, Any], now: datetime) -> list[Finding]:
    plan = planning.today(store, state["day"])
    programme = programme_of(store)
    number = int(state.get("day_number") or exercises.DAYS.index(plan.day) + 1)
    pages, lost = needed(plan)
    today = now.astimezone().date()
    return [
        readiness.day(today, programme.get("dates") or {}, number),
        readiness.content(lost, pages),
    ]


def _power() -> Finding:
    battery = None
    with suppress(AttributeError, OSError):  # a machine without sensors
        battery = psutil.sensors_battery()
    plugged = battery.power_plugged if battery else None
    return readiness.power(plugged, (battery.percent if battery else 100) / 100)


def answers(address: str) -> bool:
    """Say whether the room answers at the address that stands on the wall."""
    line = HTTPConnection(address, timeout=PATIENCE)
    try:
        with closing(line):
            line.request("GET", "/")
            return line.getresponse().status < 500
    except (OSError, HTTPException):
        return False


def programme_of(store: Store) -> dict[str, Any]:
    """Give what the first set-up kept: name, dates, people, learning groups; empty before it."""
    kept = store.events("programme")
    return dict(kept[-1].value) if kept and isinstance(kept[-1].value, dict) else {}


def seats(store: Store) -> list[dict[str, Any]]:
    """Give the seats of everybody who is on the list."""
    gone = {one.subject for one in store.events("forget")}
    newest = {one.subject: one.value for one in store.events("seat")}
    return [seat for who, seat in newest.items() if who not in gone and not seat.get("gone")]


def needed(plan: Plan) -> tuple[int, list[str]]:
    """Give how many pages the plan has and what it names that is not there."""
    folder = exercises.content() / plan.day
    blocks = [one for one in plan.blocks if not one.skipped]
    wanted = {one.notebook for one in blocks if one.notebook}
    lost = [f"{one}.ipynb" for one in sorted(wanted) if not (folder / f"{one}.ipynb").is_file()]
    for block in blocks:
        try:
            if block.exercise:
                exercises.exercise(block.exercise)
        except (LookupError, OSError, ValueError):
            lost.append(f"{block.exercise}.toml")
    return len(wanted), lost


def newest_copy(data: Path) -> tuple[datetime | None, bool]:
    """Give when the newest copy was made and whether it can be read from end to end."""
    files = sorted((data / "backups").glob("laeringsdage-*.sqlite3"), key=lambda file: file.stem)
    told = newest(data / "backups")
    if not files or not told:
        return None, False
    return _moment(told["at"]), readable(files[-1])


def readable(file: Path) -> bool:
    """Read a copy from end to end."""
    with suppress(sqlite3.Error, OSError):
        address = f"{file.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as copy:
            return bool(copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok")
    return False


def _newest(store: Store) -> datetime | None:
    moments = [moment(kept[-1].at) for kind in OWN if (kept := store.events(kind))]
    return max(moments, default=None)


def _moment(text: object) -> datetime | None:
    try:
        return moment(str(text).replace("Z", "+00:00"))
    except ValueError:
        return None
