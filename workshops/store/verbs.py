"""The verbs on the wire: what the room answers its own kernels, and the feed of what is kept.

Pure functions over a store; the server that carries them is the room's.
"""

from __future__ import annotations

import dataclasses
import json
import threading
from collections.abc import Callable
from typing import Any

from workshops.store import Change, Declined, Entry, Event, Sheet, Store

Verb = Callable[..., Any]


def answer_verb(store: Store, name: str, args: object) -> dict[str, Any]:
    """Give a verb's answer as JSON: {"ok": …} or {"declined": word, "facts": {…}}. May wait."""
    verb = _VERBS.get(name)
    if verb is None or not isinstance(args, dict):
        return {"declined": "refused_unknown_verb", "facts": {"verb": name}}
    try:
        return {"ok": verb(store, **args)}
    except Declined as no:
        return {"declined": no.word, "facts": {key: str(fact) for key, fact in no.facts.items()}}
    except (TypeError, ValueError, AttributeError):  # arguments that no client of ours sends
        return {"declined": "refused_message", "facts": {}}


def feed(store: Store, since: str, push: Callable[[str], None]) -> Callable[[], None]:
    """Push a line for every row after `since` (an id; "": from now on); give the call that stops.

    First what was missed, then what comes, each row once and in order. `push` is called from other
    threads and must not wait.
    """
    gate = _Gate(int(since) if since.isdecimal() else None, push)
    stop = store.watch(gate.live)
    gate.open([] if gate.last is None else store.catch_up(gate.last))
    return stop


class _Gate:
    """Holds live rows back until the missed ones are through, and lets each pass once."""

    def __init__(self, last: int | None, push: Callable[[str], None]) -> None:
        self.last = last
        self._push = push
        self._held: list[Entry | Event] | None = []
        self._lock = threading.Lock()

    def live(self, row: Entry | Event) -> None:
        with self._lock:
            if self._held is None:
                self._pass(row)
            else:
                self._held.append(row)

    def open(self, missed: list[Entry | Event]) -> None:
        with self._lock:
            for row in [*missed, *(self._held or ())]:
                self._pass(row)
            self._held = None

    def _pass(self, row: Entry | Event) -> None:
        if self.last is None or row.id > self.last:
            self.last = row.id
            self._push(json.dumps(told_of(row)))


def told_of(row: Entry | Event) -> dict[str, Any]:
    """Give a row as the feed tells it; of a participant's own sheet only that it changed.

    Whose sheet was held is not told: who pressed would know what stands in it.
    """
    if isinstance(row, Event):
        return {"event": dataclasses.asdict(row)}
    if row.subject.startswith("p:") and row.field == "@held":
        row = dataclasses.replace(row, subject="p:", key="")
    elif row.subject.startswith("p:") and not row.field.startswith("@"):
        row = dataclasses.replace(row, value=None, key="", other=None)
    return {"entry": dataclasses.asdict(row)}


def row_of(told: dict[str, Any]) -> Entry | Event | None:
    """Give the row that the feed tells; None for a beat."""
    if "entry" in told:
        return entry_from(told["entry"])
    return Event(**told["event"]) if "event" in told else None


def entry_from(told: dict[str, Any]) -> Entry:
    """Give an entry as it was before the wire."""
    other = told.get("other")
    return Entry(**{**told, "other": entry_from(other) if other else None})


def sheet_from(told: dict[str, Any]) -> Sheet:
    """Give a sheet as it was before the wire."""
    return Sheet(
        exercise=told["exercise"],
        subject=told["subject"],
        entries={path: entry_from(one) for path, one in told["entries"].items()},
        shared=frozenset(told["shared"]),
        done=told["done"],
        shared_at=told["shared_at"],
        held=told["held"],
    )


def _entry(entry: Entry | None) -> dict[str, Any] | None:
    return dataclasses.asdict(entry) if entry else None


def _sheet(sheet: Sheet) -> dict[str, Any]:
    return {**dataclasses.asdict(sheet), "shared": sorted(sheet.shared)}


# The only way in from outside the room: what is not here is not asked for.
_VERBS: dict[str, Verb] = {
    "put": lambda store, **change: _entry(store.put(Change(**change))),
    "release": lambda store, **args: _entry(store.release(**args)),
    "withdraw": lambda store, **args: _entry(store.withdraw(**args)),
    "undo": lambda store, **args: _entry(store.undo(**args)),
    "mine": lambda store, **args: _sheet(store.mine(**args)),
    "group": lambda store, **args: [_sheet(one) for one in store.group(**args)],
    "history": lambda store, **args: [_entry(one) for one in store.history(**args)],
    "released": lambda store, **args: [_sheet(one) for one in store.released(**args)],
    "unnamed": lambda store, **args: store.unnamed(**args),
    "items": lambda store, **args: store.items(**args),
    "hold": lambda store, **args: store.hold(**args),
    "counts": lambda store, **args: store.counts(**args),
    "mark": lambda store, **args: dataclasses.asdict(store.mark(**args)),
    "events": lambda store, **args: [dataclasses.asdict(one) for one in store.events(**args)],
    "catch_up": lambda store, **args: [told_of(one) for one in store.catch_up(**args)],
    "last": lambda store, **args: store.last(**args),
    "ask": lambda store, **args: store.ask(**args),
    "answer": lambda store, **args: store.answer(**args),
    "close_question": lambda store, **args: store.close_question(**args),
    "pooled": lambda store, **args: store.pooled(**args),
    "forget": lambda store, **args: store.forget(**args),
    "backup": lambda store, **args: str(store.backup(**args)),
}
VERBS = frozenset(_VERBS)
