"""Keeping: a copy is written by itself when the day moves on, and once more when it ends."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from workshops.store import Declined, Entry, Event, Store

EVERY = 600.0
"""Seconds between two copies, at the least."""
MOVES = frozenset({"go", "next", "skip", "close", "day"})
"""The presses by which the day moves on."""

log = logging.getLogger(__name__)


class Keeper:
    """Writes copies of a store on a thread of its own; nobody waits for it."""

    def __init__(
        self, store: Store, every: float = EVERY, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._store = store
        self._every = every
        self._clock = clock
        self._next = clock()
        self._due = threading.Event()
        self._ended = False
        self._copied = store.last()
        self._thread = threading.Thread(target=self._run, name="copies", daemon=True)
        self._thread.start()
        self._unwatch = store.watch(self._heard)

    def stop(self) -> None:
        """Write the last copy of the day, if there is anything new, and watch no more."""
        self._unwatch()
        self._ended = True
        self._due.set()
        self._thread.join()

    def _heard(self, row: Entry | Event) -> None:
        if not isinstance(row, Event) or row.kind != "run" or not isinstance(row.value, dict):
            return
        if row.value.get("button") in MOVES and self._clock() >= self._next:
            self._next = self._clock() + self._every
            self._due.set()

    def _run(self) -> None:
        while not self._ended:
            self._due.wait()
            self._due.clear()
            if not self._ended:
                self._copy()
        self._copy()

    def _copy(self) -> None:
        try:
            upto = self._store.last()
            if upto > self._copied:
                self._store.backup()
                self._copied = upto
        except Declined as no:
            log.warning("no copy: %s", no.word)
            self._next = self._clock()  # the next move tries again
