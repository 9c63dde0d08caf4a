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
from workshops.programme import run
from workshops.programme.plan import moment, plan
from workshops.room import asking
from workshops.room.hall import Hall
from workshops.store import Declined, Event, Store
from workshops.words import LANGUAGES, sentence

if TYPE_CHECKING:
    from widgets.cockpit import Cockpit

PAUSE = 0.2
"""Seconds in which what happens in the room is gathered into one redraw."""
AGAIN = 2.0
"""Seconds until a room that did not answer is asked again."""
GIVEN = {
    "go": ("block",),
    "stage": ("stage",),
    "open": (),
    "close": (),
    "timer": ("minutes",),
    "more": ("minutes",),
    "stop": (),
    "dark": (),
    "light": (),
    "theme": ("theme",),
    "spotlight": ("table",),
    "view": ("view",),
}
"""The buttons that move the day, and what each is given; a page could send anything."""
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
            "blocks": facts.blocks(plan(state["day"])) if state.get("day") else [],
            "counts": facts.numbers(self.store.counts(state.get("exercise") or "")),
            "exports": facts.files(files),
            "backup": facts.newest(copies),
            "qr": facts.qr(state.get("join") or {}),
            "asking": asking.waiting(self.store),
            "wall": self.wall,
            "note": self.note,
        }

    # ── presses ──────────────────────────────────────────────────────────
    def _pressed(self, change: Any) -> None:
        pressed = dict(change["new"] or {})
        number, button = pressed.pop("n", 0), pressed.pop("button", "")
        self.heard = number if isinstance(number, int) else 0
        if button != "look":
            self.note = None
            try:
                self._do(button, pressed)
            except Declined as no:
                self.note = None if no.word in AWAY else _sentences(no.word, **no.facts)
        self.refresh()

    def _do(self, button: object, given: dict[str, Any]) -> None:
        if button == "export":
            self._in_thread("export", lambda: self._export(given.get("language")))
        elif button == "let_in":
            asking.let_in(self.store, str(given.get("asking")))
        elif button == "backup":
            self._in_thread("backup", self.store.backup)
        else:
            self._move(str(button), given)

    def _move(self, button: str, given: dict[str, Any]) -> None:
        """Write the press down if it changes anything; the room takes it from there."""
        no_change = "desk_wrong_minutes" if button in ("timer", "more") else "desk_no_change"
        names = GIVEN.get(button)
        if names is None or any(not _is_plain(given.get(name, {})) for name in names):
            raise Declined(no_change)
        state = where(self.store)
        if not state.get("day"):
            raise Declined("desk_no_plan")
        wanted = {name: given[name] for name in names}
        if button in ("open", "close"):
            wanted["exercise"] = state.get("exercise")
        if not _changes(self.store.events("run"), state["day"], button, wanted):
            raise Declined(no_change)
        self.store.mark("run", state["day"], {"button": button, **wanted}, who="desk")

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

    def _export(self, language: object) -> None:
        from workshops import takeaway  # noqa: PLC0415 - Word and Excel are heavy

        if self.data is None:
            raise Declined("desk_export_alone")
        asked = str(language) if language in LANGUAGES else LANGUAGES[0]
        takeaway.export(self.store, self.data / "exports", progress=self._far, language=asked)

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


def _changes(presses: list[Event], day: str, button: str, given: dict[str, Any]) -> bool:
    today = plan(day)
    until = [(moment(one.at), one.value) for one in presses if one.subject == day]
    before = run.replayed(day, today, until)
    return run.press(before, button, today, datetime.now(UTC), **given) != before


def _is_plain(value: object) -> bool:
    return value is None or isinstance(value, int) or (isinstance(value, str) and len(value) < 80)


def _sentences(word: str, **given: object) -> dict[str, str]:
    return {language: sentence(word, language, **given) for language in LANGUAGES}
