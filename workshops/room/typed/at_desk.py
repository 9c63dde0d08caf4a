"""The desk at a group's sheet: it types paper in, and reads no more than a trainer may.

That is what the desk typed itself and what the group has shared in plenary. Where a group has
written on its own phones, the desk sees that there is something, and neither reads nor covers it.
"""

from __future__ import annotations

import threading

from workshops import fields
from workshops.binding import Binding, To
from workshops.exercises import Exercise
from workshops.identity import Person
from workshops.methods import Refused
from workshops.room.hall import Hall
from workshops.store import Sheet, Store
from workshops.store.ledger import Ledger, empty

DESK = "desk"
"""Who has written what was typed in at the desk."""


class Known:
    """The groups' sheets as they stand; what people wrote for themselves never comes in here."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._ledger = Ledger()
        self._lock = threading.Lock()

    def sheet(self, exercise: str, table: str) -> Sheet:
        """Give a group's sheet. May wait."""
        with self._lock:
            rows = self.store.catch_up(self._ledger.last)
            if any(getattr(row, "kind", "") == "forget" for row in rows):
                self._ledger = Ledger()  # rows were rewritten: nothing of before may stay
                rows = self.store.catch_up(0)
            for row in rows:
                if row.subject.startswith("g:") or getattr(row, "kind", "") == "run":
                    self._ledger.apply(row)
            self._ledger.last = max([self._ledger.last, *(row.id for row in rows)])
            return self._ledger.sheet(exercise, f"g:{table}")


class AtDesk(Binding):
    """The desk at one table's sheet: the same checks, with the trainer's yes to typing."""

    def __init__(self, hall: Hall, known: Known, exercise: Exercise, table: str) -> None:
        super().__init__(
            hall.store, exercise, Person(DESK, table=table), holder=hall.controls.holder
        )
        self.known = known

    def sheet(self, to: To) -> Sheet:
        """Give the group's sheet as it stands; a desk has no sheet of its own."""
        if to != "group":
            raise Refused("refused_message")
        return self.known.sheet(self.exercise.id, self.person.table)

    def unseen(self, sheet: Sheet) -> frozenset[str]:
        """Give the fields the group wrote itself and shows nobody."""
        shown = fields.leaves(self._shown(sheet)).keys() if "plenary" in sheet.shared else ()
        return frozenset(
            path
            for path, one in sheet.entries.items()
            if one.author != DESK
            and path not in shown
            and not path.endswith(fields.ORDER)
            and not empty(one.value)
        )

    def _shown(self, sheet: Sheet) -> dict[str, object]:
        return self.exercise.for_all(fields.tree(sheet.fields))
