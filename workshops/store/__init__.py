"""Memory: every answer, and who may see it. Three shapes: entry, event, pooled.

`Store` is what every store can do; the database, the room's client and the temporary store pass the
same contract (tests/test_store.py). Privacy lives in the verbs: what a verb does not give, no screen
can show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol

Audience = Literal["group", "plenary"]
"""To whom something is released; what nobody released stays with its author ("me")."""

ENOUGH = 6
"""Fewer answers than this are never shown without names (domain.md §2)."""
BATCH = 3
"""After the first `ENOUGH`, unnamed answers are added this many at a time."""


class Declined(Exception):
    """The store does not do this; `word` names the sentence in words.toml, `facts` fill it."""

    def __init__(self, word: str, **facts: object) -> None:
        super().__init__(word)
        self.word = word
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Change:
    """One field's new value on its way in. `key` is made on the device and unique for ever.

    `seen` is the id the writer last saw of this field (0: none). Binding gives it for long texts
    only; with None the newest value simply wins.
    """

    exercise: str
    subject: str  # "p:<participant>" or "g:<group>"
    author: str  # participant id
    field: str  # leaf path; "@group", "@plenary", "@done" are the shares and the tick
    value: Any
    key: str
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One stored row; `other` is the row it overtook unseen, when both texts are to be kept."""

    id: int
    at: str  # ISO time, UTC, whole seconds
    day: str
    exercise: str
    subject: str
    author: str
    field: str
    value: Any
    key: str
    seen: int | None = None
    other: Entry | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened in the room: `kind` is "run", "seat", "role", "plan", "group" …"""

    id: int
    at: str
    day: str
    kind: str
    subject: str
    value: Any
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one subject has written in one exercise: newest entry of each field, shares apart."""

    exercise: str
    subject: str
    entries: dict[str, Entry] = field(default_factory=dict)
    shared: frozenset[str] = frozenset()  # of Audience
    done: bool = False

    @property
    def fields(self) -> dict[str, Any]:
        """Give field → value, as `methods.tree` takes it."""
        return {path: entry.value for path, entry in self.entries.items()}


class Store(Protocol):
    """What memory can do. Every writing verb returns when the write is durable, never before."""

    def put(self, change: Change) -> Entry:
        """Keep one field's new value; the same key again gives the row already kept."""

    def submit(self, change: Change) -> Future[Entry]:
        """Like `put`, without waiting: the future is done when the commit is on disk."""

    def release(self, exercise: str, subject: str, author: str, audience: Audience, key: str) -> Entry:
        """Share the subject's sheet with its group or, for a group's sheet, in plenary."""

    def withdraw(self, exercise: str, subject: str, author: str, audience: Audience, key: str) -> Entry:
        """Take a share back."""

    def undo(self, exercise: str, subject: str, author: str, key: str) -> Entry | None:
        """Set back the author's newest change that still stands; None when there is nothing left."""

    def mine(self, exercise: str, participant: str) -> Sheet:
        """Give the participant's own sheet."""

    def group(self, exercise: str, group: str, participant: str) -> list[Sheet]:
        """Give the group's sheet first, then the sheets its other members have told.

        Declines (`refused_other_group`) unless the participant sits in that group now.
        """

    def history(self, exercise: str, subject: str, participant: str, path: str) -> list[Entry]:
        """Give a field's rows, newest first, to somebody who may write it."""

    def released(self, exercise: str) -> list[Sheet]:
        """Give the groups' sheets that are shared in plenary, by group."""

    def unnamed(self, exercise: str, fields: Iterable[str]) -> list[dict[str, Any]]:
        """Give `fields` of the participants' sheets shared in plenary, without who and when.

        The values are those of the moment of sharing. Nothing below `ENOUGH`; from there in
        batches of `BATCH`, the rest when the exercise is closed; in the order of their values.
        """

    def counts(self, exercise: str) -> dict[str, Any]:
        """Give what a trainer may see of private work: {"written", "shared", "groups": {table:
        {"here", "written", "done", "released", "help"}}}: numbers only."""

    def mark(self, kind: str, subject: str, value: Any, who: str, why: str = "") -> Event:
        """Write down an event."""

    def events(self, kind: str, since: int = 0) -> list[Event]:
        """Give the events of a kind, oldest first; `since` is the last id already known."""

    def ask(self, question: str) -> None:
        """Open an anonymous question in a small file of its own, outside every backup."""

    def answer(self, question: str, device: str, value: Any) -> None:
        """Take one anonymous answer; the same device again replaces its own."""

    def close_question(self, question: str) -> int:
        """Shuffle the answers into `pooled`, destroy file and key; give how many there were.

        Fewer than `ENOUGH` are destroyed unseen.
        """

    def pooled(self, question: str) -> list[Any]:
        """Give a closed question's answers; declines (`refused_too_few`) below `ENOUGH`."""

    def forget(self, participant: str) -> None:
        """Delete a participant: own rows and events go, text in a group's sheet loses its author,
        backups and exports are rewritten or removed."""

    def backup(self) -> Path:
        """Write a copy, read it back, and give its path."""

    def watch(self, heard: Callable[[Entry | Event], None]) -> Callable[[], None]:
        """Call `heard` after each commit (from any thread); give the call that stops it."""

    def close(self) -> None:
        """Finish what is under way and let go of the file."""
