"""The trainer's desk in its kernel: presses become events, the store's numbers become the cockpit.

One observer of `pressed`, one watch on the store. What runs is the room's to know; nothing is kept
here that a new page would miss.
"""

from __future__ import annotations

import asyncio
import errno
import os
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tomllib import TOMLDecodeError
from typing import TYPE_CHECKING, Any

from workshops.dashboards import desk_facts as facts
from workshops.dashboards.desk_files import make
from workshops.dashboards.desk_items import items
from workshops.programme import presses, replay
from workshops.room import asking, remote_codes
from workshops.room.hall import Hall
from workshops.room.trainer import blocks, numbers
from workshops.store import Declined, Store
from workshops.words import LANGUAGES, sentence

if TYPE_CHECKING:
    from widgets.cockpit import Cockpit

PAUSE = 0.2
"""Seconds in which what happens in the room is gathered into one redraw."""
AGAIN = 2.0
"""Seconds until a room that did not answer is asked again."""
AWAY = {"refused_no_room", "refused_room_failed"}
"""How the store says that the room is being restarted: that passes, and is no answer to a press."""


def desk() -> Cockpit:
    """Show the trainer's desk, joined to the running room (or, in Lab, to a store of its own)."""
    from widgets.cockpit import Cockpit  # noqa: PLC0415 - widgets only where there is a kernel
    from workshops import kernel  # noqa: PLC0415 - as above

    cockpit = Cockpit(words=facts.desk_words(), options={"locale": kernel.language()})
    data = os.environ.get("LAERINGSDAGE_DATA")
    Desk(kernel.store(), cockpit, Path(data) if data else None, on_wall=kernel.face() != "lab")
    return cockpit


class Desk:
    """One cockpit at one store."""

    def __init__(
        self, store: Store, cockpit: Cockpit, data: Path | None, *, on_wall: bool = True
    ) -> None:
        self.store = store
        self.cockpit = cockpit
        self.data = data
        self.wall = "/wall" if on_wall else None
        self.heard = 0
        self.note: dict[str, str] | None = None
        self.busy: dict[str, Any] | None = None
        self.soon = Soon(self.refresh)
        self.pages = facts.pages() if on_wall else []
        cockpit.observe(self._pressed, "pressed")
        self.stop = store.watch(lambda _one: self.soon())
        self.refresh()

    def refresh(self) -> None:
        """Give the cockpit everything anew; when the room is silent, say so and try again."""
        try:
            told = self._told()
        except Declined as no:
            word = "desk_room_gone" if no.word in AWAY else no.word
            told = {**self.cockpit.value, "note": _sentences(word, **no.facts)}
            self.soon.later(AGAIN)
        except (OSError, TOMLDecodeError, KeyError, TypeError):
            note = _sentences("desk_plan_broken", file="plan.toml")
            told = {**self.cockpit.value, "note": note}
        self.cockpit.value = {**facts.NOTHING, **told, "heard": self.heard, "busy": self.busy}

    def _told(self) -> dict[str, Any]:
        state = where(self.store)
        files = self.data / "exports" if self.data else None
        copies = self.data / "backups" if self.data else None
        return {
            "state": state,
            "blocks": self._blocks(state.get("day")),
            "counts": numbers(self.store.counts(state.get("exercise") or "")),
            "items": items(self.store, state.get("exercise") or ""),
            **facts.asked(self.store, state),
            "days": facts.days(),
            "pages": self.pages,
            "exports": facts.files(files),
            "backup": facts.newest(copies),
            "qr": facts.qr(state.get("join") or {}),
            "remote": facts.remote(self.store, state.get("join") or {}),
            "asking": asking.waiting(self.store),
            "wall": self.wall,
            "note": self.note,
        }

    def _blocks(self, day: str | None) -> list[dict[str, Any]]:
        if not day:
            return []
        state, plan = replay.where(self.store, day)
        return blocks(state.blocks(plan))

    # ── presses ──────────────────────────────────────────────────────────
    def _pressed(self, change: Any) -> None:
        for one in facts.presses(change["new"] or {}, self.heard):
            self.heard, button = one.pop("n"), one.pop("button", "")
            if button != "look":
                self._try(button, one)
        self.refresh()

    def _try(self, button: object, given: dict[str, Any]) -> None:
        self.note = None
        try:
            self._do(button, given)
        except Declined as no:
            self.note = None if no.word in AWAY else _sentences(no.word, **no.facts)

    def _do(self, button: object, given: dict[str, Any]) -> None:
        if button == "export":
            self._in_thread("export", lambda: self._export(given))
        elif button == "backup":
            self._in_thread("backup", self.store.backup)
        elif button == "let_in":
            asking.let_in(self.store, str(given.get("asking")))
        elif button == "lower":
            presses.lowered(self.store, given.get("table"), "desk")
        else:
            self._in_the_day(button, given)

    def _in_the_day(self, button: object, given: dict[str, Any]) -> None:
        """Do what needs a day with a plan."""
        seen = where(self.store)
        day = seen.get("day")
        if not day:
            raise Declined("desk_no_plan")
        if button == "remote":
            remote_codes.offer(self.store, day)
        elif button == "remote_off":
            remote_codes.withdraw(self.store, day)
        elif button == "day":
            self._change_day(given.get("day"), day)
        elif button == "control_back":
            table, exercise = given.get("table"), seen.get("exercise")
            presses.called_back(self.store, exercise, table, "desk")
        elif button == "tally":
            state, plan = replay.where(self.store, day)
            presses.tallied(self.store, state.running(plan), given.get("counts"), "desk")
        elif button == "hold":
            on = given.get("on") is True
            self.store.hold(seen["exercise"] or "", str(given.get("item")), on)
        else:
            self._move(button, given, day)

    def _move(self, button: object, given: dict[str, Any], day: str) -> None:
        """Write the press down if it changes anything; the room takes it from there."""
        state, plan = replay.where(self.store, day)
        value = presses.wanted(state, plan, button, given, datetime.now(UTC))
        self.store.mark("run", day, value, who="desk")

    def _change_day(self, wanted: object, day: str) -> None:
        if wanted == day or wanted not in {one["day"] for one in facts.days()}:
            raise Declined("desk_no_change")
        self.store.mark("run", str(wanted), {"button": "day"}, who="desk")

    # ── what takes its time ──────────────────────────────────────────────
    def _in_thread(self, what: str, work: Callable[[], object]) -> None:
        if self.busy:
            raise Declined("desk_export_busy")
        self.busy = {"what": what, "done": 0, "of": 0}
        thread = threading.Thread(target=self._work, args=(what, work), name="desk", daemon=True)
        thread.start()

    def _work(self, what: str, work: Callable[[], object]) -> None:
        try:
            work()
        except Declined as no:
            self.note = _sentences(no.word, **no.facts)
        except Exception as wrong:  # noqa: BLE001 - whatever a writer of files raises, the desk goes on
            full = isinstance(wrong, OSError) and wrong.errno == errno.ENOSPC
            self.note = _sentences("desk_disk_full" if full else f"desk_{what}_failed")
        finally:
            self.busy = None
            self.soon()

    def _export(self, given: dict[str, Any]) -> None:
        if self.data is None:
            raise Declined("desk_export_alone")
        make(self.store, self.data / "exports", given, where(self.store), self._far)

    def _far(self, done: int, of: int, _file: str) -> None:
        """Tell how far the export is; nobody waits for the cockpit."""
        self.busy = {"what": "export", "done": done, "of": of}
        self.soon()


class Soon:
    """Gathers many wishes for one call, made on the kernel's own loop; without a loop, at once."""

    def __init__(self, call: Callable[[], None]) -> None:
        self._call = call
        self._waiting = False
        try:
            self._loop: asyncio.AbstractEventLoop | None = asyncio.get_running_loop()
        except RuntimeError:
            self._loop = None

    def __call__(self) -> None:
        """Wish for the call; from any thread."""
        if self._loop is None:
            self._call()
        else:
            self._loop.call_soon_threadsafe(self.later, PAUSE)

    def later(self, seconds: float) -> None:
        """Wish for the call in a while; only on the loop."""
        if self._loop is not None and not self._waiting:
            self._waiting = True
            self._loop.call_later(seconds, self._now)

    def _now(self) -> None:
        self._waiting = False
        self._call()


def where(store: Store) -> dict[str, Any]:
    """Give the room's state; where there is no room, the one the store's own events lead to.

    Without a plan it is empty.
    """
    ask = getattr(store, "call", None)
    if ask is not None:
        found: dict[str, Any] = ask("state")
        return found
    try:
        return Hall(store).seen()
    except (IndexError, FileNotFoundError):
        return {}


def _sentences(word: str, **given: object) -> dict[str, str]:
    return {language: sentence(word, language, **given) for language in LANGUAGES}
