"""The page "Is everything ready?" in its kernel: findings, copies, and a rehearsal.

Measuring takes its time and happens beside the loop; what is shown is what was measured last.
"""

from __future__ import annotations

import errno
import os
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil

from workshops import exercises
from workshops.dashboards import measured
from workshops.dashboards.copying import Copies
from workshops.dashboards.desk import AWAY, Soon, where
from workshops.dashboards.rehearsing import Rehearsing
from workshops.programme.plan import plan
from workshops.store import Declined, Store
from workshops.words import LANGUAGES, sentence, words

if TYPE_CHECKING:
    from widgets.readiness import Readiness

LINKS = {
    "desk": "/desk",
    "wall": "/wall",
    "groups": "/voila/render/desk/groups.ipynb",
    "begin": "/voila/render/desk/begin.ipynb",
    "readiness": "/voila/render/desk/readiness.ipynb",
}
MOST_PEOPLE = 50
NAMES = ("ready_", "ui_readiness", "ui_individual", "ui_group", "ui_plenary")
"""The beginnings of the words the page uses."""
STICKS = ("/media/", "/run/media/", "/Volumes/", "/mnt/")
"""Where a USB stick turns up; Windows says itself which drives can be taken out."""
SEED = 7
FAILED = {
    "copy": "ready_copy_failed",
    "see": "ready_bring_failed",
    "bring": "ready_bring_failed",
}
"""What is said when a piece of work ends in a way nobody foresaw."""


def readiness() -> Readiness:
    """Show whether everything is ready, joined to the running room."""
    from widgets.readiness import Readiness  # noqa: PLC0415 - widgets only where there is a kernel
    from workshops import kernel  # noqa: PLC0415 - as above

    page = Readiness(words=page_words(NAMES), options={"locale": kernel.language()})
    data = os.environ.get("LAERINGSDAGE_DATA")
    alone = kernel.face() == "lab"
    Ready(kernel.store(), page, Path(data) if data else None, {} if alone else LINKS)
    return page


def page_words(beginnings: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """Give the words that begin so, in both languages: a page changes language without a reload."""
    return {
        language: {key: word for key, word in words(language).items() if key.startswith(beginnings)}
        for language in LANGUAGES
    }


class Ready:
    """One readiness page at one store."""

    def __init__(
        self, store: Store, page: Readiness, data: Path | None, links: dict[str, str]
    ) -> None:
        self.store, self.page, self.data, self.links = store, page, data, links
        self.heard = 0
        self.note: dict[str, str] | None = None
        self.copies = Copies(store, data, self._beside)
        self.found: dict[str, Any] = {"findings": [], "looked": None}
        self.told: dict[str, Any] = {}
        self.soon = Soon(self.draw)
        self.rehearsing = Rehearsing(self.soon)
        self._looking = threading.Lock()
        page.observe(self._pressed, "pressed")
        self.draw()

    def draw(self) -> None:
        """Give the page everything anew."""
        self.page.value = {
            **self.found,
            "days": planned(),
            "people": measured.programme_of(self.store).get("people", 25),
            "drives": drives(),
            "can": self.data is not None,
            **self.copies.told(),
            "rehearsal": self.rehearsing.told,
            "trying": self.rehearsing.running,
            "note": self.note,
            "links": self.links,
            "lines": lines(),
            "heard": self.heard,
        }

    # ── presses ──────────────────────────────────────────────────────────
    def _pressed(self, change: Any) -> None:
        pressed = dict(change["new"] or {})
        number, button = pressed.pop("n", 0), pressed.pop("button", "")
        if pressed.get("passphrase"):
            self._unsay({"n": number, "button": button})
        self.heard = number if isinstance(number, int) else 0
        if button != "look":
            self.note = None
        try:
            self._do(str(button), pressed)
        except Declined as no:
            self.note = sentences(no.word, **no.facts)
        self.draw()

    def _do(self, button: str, given: dict[str, Any]) -> None:
        if button == "look":
            told = {name: _small(given.get(name)) for name in ("browser", "screen")}
            self.told = {**told, "now": given.get("now")}
            self._beside("looking", self.look)
        elif button == "copy":
            to, passphrase = str(given.get("to") or ""), str(given.get("passphrase") or "")
            self.copies.take(to, passphrase, self.look)
        elif button == "see":
            self.copies.see(str(given.get("file") or ""), str(given.get("passphrase") or ""))
        elif button == "bring":
            self.copies.bring()
        elif button == "cancel":
            self.copies.cancel()
        elif button == "rehearse":
            self._rehearse(given.get("days"), given.get("people"))
        elif button == "stop":
            self.rehearsing.stop()

    def _unsay(self, pressed: dict[str, Any]) -> None:
        """Let no passphrase stay in the press: the browser and Jupyter keep what it holds."""
        self.page.unobserve(self._pressed, "pressed")
        self.page.pressed = pressed
        self.page.observe(self._pressed, "pressed")

    def look(self) -> None:
        """Measure everything; a look that comes while one is under way is that look."""
        if not self._looking.acquire(blocking=False):
            return
        try:
            self.copies.refresh()
            state = where(self.store)
            findings = measured.findings(self.store, state, self.data, self.told)
            looked = datetime.now(UTC).isoformat(timespec="seconds")
            self.found = {"findings": findings, "looked": looked, "day": state.get("day")}
            self.note = None if self.note == sentences("ready_room_gone") else self.note
        finally:
            self._looking.release()

    # ── what takes its time ──────────────────────────────────────────────
    def _beside(self, what: str, work: Callable[[], object]) -> None:
        threading.Thread(target=self._work, args=(what, work), name=what, daemon=True).start()

    def _work(self, what: str, work: Callable[[], object]) -> None:
        try:
            work()
        except Declined as no:
            word = "ready_room_gone" if no.word in AWAY else no.word
            self.note = sentences(word, **no.facts)
        except Exception as wrong:  # noqa: BLE001 - whatever a disk or a store says, the page goes on
            full = isinstance(wrong, OSError) and wrong.errno == errno.ENOSPC
            self.note = sentences("err_disk" if full else FAILED.get(what, "ready_room_gone"))
        finally:
            self.soon()

    def _rehearse(self, days: object, people: object) -> None:
        if self.data is None:
            raise Declined("ready_try_alone")
        if self.rehearsing.running:
            raise Declined("ready_try_busy")
        known = [one["day"] for one in planned()]
        wanted = [one for one in known if isinstance(days, list) and one in days]
        if not wanted:
            raise Declined("ready_try_none")
        if (
            not isinstance(people, int)
            or isinstance(people, bool)
            or not 1 <= people <= MOST_PEOPLE
        ):
            raise Declined("ready_try_many")
        from workshops.rehearse import changes  # noqa: PLC0415 - brings the room along

        self.rehearsing.begin(
            {"days": wanted, "people": people, "seed": SEED, "events": changes(self.store)}
        )


def planned() -> list[dict[str, Any]]:
    """Give the days that have a plan."""
    found = []
    for number, day in enumerate(exercises.DAYS, 1):
        try:
            found.append({"day": day, "number": number, "title": plan(day).title})
        except (OSError, ValueError, KeyError, TypeError):  # no plan, or one with a typing error
            continue
    return found


def drives() -> list[str]:
    """Give the drives a copy can be put on and taken away with."""
    parts = psutil.disk_partitions(all=False)
    return [
        one.mountpoint
        for one in parts
        if "removable" in one.opts.split(",") or one.mountpoint.startswith(STICKS)
    ][:6]


def lines() -> dict[str, str]:
    """Give the two lines to run on another computer."""
    start = f"{'py' if sys.platform == 'win32' else 'python3'} start.py"
    return {"start": start, "restore": f"{start} restore"}


def sentences(word: str, **given: object) -> dict[str, str]:
    """Give a sentence in both languages."""
    return {language: sentence(word, language, **given) for language in LANGUAGES}


def _small(told: object) -> dict[str, Any] | None:
    """Give what a browser says of itself, unless it says far too much."""
    return told if isinstance(told, dict) and len(str(told)) < 400 else None
