"""The rehearsal: a real room on a folder for this hour only, played by bots, and what happened.

Nothing of it can mix with real answers: the database is a new file in a temporary folder, whatever
the surroundings say, and of the real one only the plan's changes are read.
"""

from __future__ import annotations

import _thread
import asyncio
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, TextIO

from workshops import exercises
from workshops.programme.plan import plan
from workshops.programme.planning import with_optional
from workshops.rehearse_crowd import Crowd
from workshops.rehearse_day import Played, play
from workshops.room.starting import LOOPBACK, Room
from workshops.words import both, sentence

Far = Callable[[dict[str, Any]], None]
"""Is told how far the rehearsal is: {day, block, title, done, of}."""
GRACE = 30
"""Seconds a rehearsal has to tidy up after its caller has gone."""
PLAN = ("plan",)
"""The kinds of events a rehearsal takes over: the day as the desk left it, and nobody in it."""


@dataclass
class Wanted:
    """What to rehearse; `events` are the plan's changes as (kind, subject, value)."""

    days: list[str]
    people: int = 25
    seed: int = 7
    out: Path | None = None
    events: list[tuple[str, str, Any]] = field(default_factory=list)


@dataclass
class Report:
    """What happened."""

    people: int
    days: dict[str, list[Played]] = field(default_factory=dict)
    fields: int = 0
    lost: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    copy: bool = False
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)

    @property
    def fine(self) -> bool:
        """Say whether everything went as it should."""
        wrong = [one for day in self.days.values() for played in day for one in played.faults]
        return self.copy and bool(self.files) and not (wrong or self.lost or self.faults)

    def told(self) -> dict[str, Any]:
        """Give it as JSON."""
        return {**asdict(self), "fine": self.fine}


def days_of(text: str) -> list[str]:
    """Give the days a range like "1-4", "2" or "1,3" names, as far as they have a plan."""
    numbers: set[int] = set()
    for part in text.split(","):
        first, _, last = part.strip().partition("-")
        if first.isdecimal() and (last or first).isdecimal():
            numbers |= set(range(int(first), min(int(last or first), len(exercises.DAYS)) + 1))
    planned = [one for one in exercises.DAYS if (exercises.content() / one / "plan.toml").is_file()]
    return [one for one in planned if exercises.DAYS.index(one) + 1 in numbers]


def whole(days: list[str], events: list[tuple[str, str, Any]]) -> list[tuple[str, str, Any]]:
    """Give the plan's changes with every optional block of the days taken in."""
    changed = {day: value for kind, day, value in events if kind in PLAN}
    more = {day: with_optional(plan(day), changed.get(day, {})) for day in days}
    return [(PLAN[0], day, value) for day, value in {**changed, **more}.items()]


def changes(store: Any) -> list[tuple[str, str, Any]]:
    """Give the plan's changes of a store, the newest of each day."""
    newest = {(kind, one.subject): one.value for kind in PLAN for one in store.events(kind)}
    return [(kind, subject, value) for (kind, subject), value in newest.items()]


async def rehearse(wanted: Wanted, far: Far = lambda _told: None) -> Report:
    """Play the days in a room of their own and give what happened."""
    from workshops.store.database import DatabaseStore  # noqa: PLC0415 - loads SQLAlchemy
    from workshops.store.opening import FILE, data_folder  # noqa: PLC0415 - as above

    begun = time.perf_counter()
    report = Report(wanted.people)
    with tempfile.TemporaryDirectory(prefix="laeringsdage-", ignore_cleanup_errors=True) as folder:
        data = data_folder(Path(folder))
        # Never open_database: surroundings may name the real one.
        store = DatabaseStore(data / FILE, data)
        for kind, subject, value in wanted.events:
            store.mark(kind, subject, value, "rehearsal")
        store.mark("run", wanted.days[0], {"button": "go", "block": None}, "rehearsal")
        room = Room(store, data, 0, LOOPBACK)
        room.hall.address = f"{LOOPBACK}:{room.port}"
        room.open()
        try:
            await _play(room, wanted, report, far)
            await asyncio.to_thread(_take_home, room, wanted, report)
        finally:
            await room.close()
    report.seconds = round(time.perf_counter() - begun, 1)
    return report


async def _play(room: Room, wanted: Wanted, report: Report, far: Far) -> None:
    crowd = Crowd(room, wanted.people, wanted.seed)
    try:
        await crowd.come()
        for day in wanted.days:

            def tell(played: Played, done: int, of: int, day: str = day) -> None:
                far({"day": day, **asdict(played), "done": done, "of": of})

            report.days[day] = await play(crowd, day, tell)
    except (TimeoutError, OSError, LookupError) as wrong:
        report.faults.append(f"{type(wrong).__name__}: {wrong}")
    finally:
        await crowd.leave()
    report.fields = sum(len(kept) for kept in crowd.kept.values())
    report.lost = await asyncio.to_thread(crowd.lost)


def _take_home(room: Room, wanted: Wanted, report: Report) -> None:
    """Export and back up, as at the end of a day."""
    from workshops.takeaway import export  # noqa: PLC0415 - Word and Excel are heavy

    out = wanted.out or room.data / "exports"
    try:
        export(room.store, out)
        report.files = sorted(one.name for one in out.iterdir() if one.is_file())
        report.copy = room.store.backup().is_file()
    except Exception as wrong:  # noqa: BLE001 - whatever a writer of files raises is a finding
        report.faults.append(f"{type(wrong).__name__}: {wrong}")


# ── the command, and the same for the desk in a process of its own ───────────
def main(options: Any) -> int:
    """Rehearse and print what happened; gives the exit code."""
    from workshops.store.opening import open_data  # noqa: PLC0415 - only here

    days = days_of(options.days)
    if not days:
        _say(both("rehearse_no_day", days=options.days), sys.stderr)
        return 1
    store = open_data(options.data)
    try:
        events = changes(store)
    finally:
        store.close()
    if options.all:
        events = whole(days, events)
    people = max(1, min(50, options.people))
    wanted = Wanted(days, people, options.seed, options.out, events)
    _say(both("rehearse_begins", people=people, days=", ".join(days)))
    shown: set[str] = set()

    def far(told: dict[str, Any]) -> None:
        if told["day"] not in shown:
            shown.add(told["day"])
            _say(f"\n{told['day']}")
        _say(_row(told))

    report = asyncio.run(rehearse(wanted, far))
    _say("\n".join(_closing(report, options.out)))
    return 0 if report.fine else 1


def _say(text: str, where: TextIO | None = None) -> None:
    print(text, file=where, flush=True)


def _row(told: dict[str, Any]) -> str:
    counts = sentence("rehearse_row", "da", **told) if told["written"] else "–"
    wrong = "".join(f"\n      {one}" for one in told["faults"])
    title = told["title"]["da"].replace("\u00ad", "")
    stages = " ".join(sentence(f"ui_{one}", "da") for one in told["stages"] if one != "talk")
    return f"  {title[:34]:<34} {counts:<26} {told['slowest']:>6.3f} s  {stages}{wrong}".rstrip()


def _closing(report: Report, out: Path | None) -> list[str]:
    facts = {"n": report.fields, "files": len(report.files), "seconds": report.seconds}
    lines = ["", both("rehearse_lost" if report.lost else "rehearse_kept", **facts)]
    lines += [f"  {one}" for one in (*report.lost[:20], *report.faults)]
    if report.files:
        lines.append(both("rehearse_files", **facts))
    if out:
        lines.append(both("cli_written", path=out))
    lines.append(both("rehearse_fine" if report.fine else "rehearse_not_fine", **facts))
    return lines


def _for_the_desk() -> None:
    """Rehearse what the first line of stdin says; JSON lines tell of it. Ends with its caller."""
    asked = json.loads(sys.stdin.readline())
    events = [(kind, subject, value) for kind, subject, value in asked["events"]]
    threading.Thread(target=_end_with_caller, daemon=True).start()
    wanted = Wanted(asked["days"], asked["people"], asked["seed"], events=events)
    with suppress(KeyboardInterrupt, BrokenPipeError):
        report = asyncio.run(rehearse(wanted, lambda told: _say(json.dumps({"far": told}))))
        _say(json.dumps({"report": report.told()}))


def _end_with_caller() -> None:
    """Wait for the end of stdin; then the room is closed and its folder removed, as by Ctrl+C."""
    sys.stdin.read()
    _thread.interrupt_main()
    time.sleep(GRACE)
    os._exit(1)


if __name__ == "__main__":
    _for_the_desk()
