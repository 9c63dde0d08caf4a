"""The book: the ledger in use, shared between the thread that writes and all who read or listen."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from sqlalchemy import Connection, Engine

from workshops.store import Entry, Event, Heard
from workshops.store.ledger import Ledger
from workshops.store.rows import Draft, Kept, Outcome, after, keep, newest

T = TypeVar("T")

log = logging.getLogger(__name__)


class Book:
    """What is known (read it with `read`), what a commit adds to it, and who wants to hear."""

    def __init__(self, programme: str = "") -> None:
        self.programme = programme
        self._ledger = Ledger()
        self._reading = threading.Lock()
        self._listeners: list[Heard] = []
        self._missed: list[Entry | Event] = []

    def read(self, question: Callable[[Ledger], T]) -> T:
        """Give what the ledger answers, with no row coming in between."""
        with self._reading:
            return question(self._ledger)

    def open_at(self, engine: Engine) -> None:
        """Begin with what is on the disk, from the first row."""
        ledger = Ledger()
        with engine.begin() as connection:
            for row in after(connection):
                ledger.apply(row)
        with self._reading:
            self._ledger = ledger

    def inside(self, connection: Connection, drafts: list[Draft]) -> list[Outcome]:
        """Write drafts in an open transaction."""
        last, found = self._ledger.last, newest(connection)
        # Another program may have written meanwhile: its rows come first, in the ledger as well.
        self._missed = list(after(connection, last)) if found > last else []
        return keep(connection, drafts, max(last, found), self.common())

    def common(self) -> dict[str, str]:
        """Give what all rows of this moment share."""
        return {
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "programme": self.programme,
            "day": self._ledger.day,
        }

    def durable(self, outcomes: list[Outcome]) -> list[Outcome]:
        """Take in what a commit put on the disk; gives the outcomes as they are acknowledged."""
        with self._reading:
            self._missed = [self._ledger.apply(row) for row in self._missed]
            return [self._taken(outcome) for outcome in outcomes]

    def _taken(self, outcome: Outcome) -> Outcome:
        if not isinstance(outcome, Kept):
            return outcome
        if outcome.new:
            return replace(outcome, row=self._ledger.apply(outcome.row))
        if isinstance(outcome.row, Entry):
            return replace(outcome, row=self._ledger.current(outcome.row))
        return outcome

    def watch(self, heard: Heard) -> Callable[[], None]:
        """Let somebody hear of every new row; gives the call that stops it."""
        listeners = self._listeners
        listeners.append(heard)

        def stop() -> None:
            if heard in listeners:
                listeners.remove(heard)

        return stop

    def tell(self, outcomes: list[Outcome]) -> None:
        """Let the listeners hear of what has come in with a commit."""
        new = [one.row for one in outcomes if isinstance(one, Kept) and one.new]
        for row in [*self._missed, *new]:
            self.announce(row)

    def announce(self, row: Entry | Event) -> None:
        """Let the listeners hear of one row."""
        for heard in tuple(self._listeners):
            try:
                heard(row)
            except Exception:
                log.exception("a listener failed")
