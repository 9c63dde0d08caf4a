"""Memory: every answer, and who may see it. Three shapes: entry, event, pooled.

`Store` is what every store can do; the database, the room's client and the temporary store pass
the same contract (tests/test_store.py). Privacy lives in the verbs: what a verb does not give, no
screen can show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol

Audience = Literal["group", "plenary", "handbook"]
"""To whom something is released; what nobody released stays with its author ("me"). `handbook` is a
group's yes to being an example there, without names."""

ENOUGH = 6
"""Fewer answers than this are never shown without names: one could guess whose they are."""
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

    `seen` is the id the writer last saw of this field (0: none). Binding gives it for long texts,
    of which both are kept, and for a list's order, which is merged; with None the newest wins.
    """

    exercise: str
    subject: str  # "p:<participant>" or "g:<group>"
    author: str  # participant id
    field: str  # leaf path; "@" and an audience is a share, "@done" the tick
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
    undoes: int | None = None  # id of the row that this one set back
    other: Entry | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened in the room, by `kind`: run, seat, role, plan and what else comes.

    The store itself understands "seat" (who sits where), "help" (a table's hand is up) and "run"
    (its subject is the day; a "close" closes an exercise, and while a "review" is on, what is
    shared in plenary is held until the trainer shows it). Ids are shared with the entries.
    """

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
    shared_at: dict[str, str] = field(default_factory=dict)  # Audience → ISO time of the share
    held: bool = False  # shared in plenary, but the trainer does not show it now

    @property
    def fields(self) -> dict[str, Any]:
        """Give field → value, as `fields.tree` takes it."""
        return {path: entry.value for path, entry in self.entries.items()}


Heard = Callable[[Entry | Event], None]


class Store(Protocol):
    """What memory can do. Every writing verb returns when the write is durable, never before.

    A group is named by its table ("3"); where a subject is asked for, it is "g:3" or "p:<id>".
    """

    def put(self, change: Change) -> Entry:
        """Keep one field's new value; the same key again gives the row already kept.

        Declines when it could not be made durable (`refused_not_saved`), when the sheet is another
        participant's (`refused_not_yours`), and when the key stands for another field already.
        """

    def submit(self, change: Change) -> Future[Entry]:
        """Like `put`, without waiting: the future is done when the commit is on disk."""

    def release(
        self, exercise: str, subject: str, author: str, audience: Audience, key: str
    ) -> Entry:
        """Share the subject's sheet with its group or, for a group's sheet, in plenary."""

    def withdraw(
        self, exercise: str, subject: str, author: str, audience: Audience, key: str
    ) -> Entry:
        """Take a share back."""

    def undo(self, exercise: str, subject: str, author: str, key: str) -> Entry | None:
        """Set back the author's newest change that still stands; None when there is nothing left.

        A change stands while it is the newest of its field. Ticks and shares are not undone.
        """

    def mine(self, exercise: str, participant: str) -> Sheet:
        """Give the participant's own sheet."""

    def group(self, exercise: str, group: str, participant: str) -> list[Sheet]:
        """Give the group's sheet first, then the sheets its other members have told.

        Declines (`refused_other_group`) unless the participant sits in that group now. What was
        told at one table stays there: it is not told to the next one its author moves to.
        """

    def history(self, exercise: str, subject: str, participant: str, path: str) -> list[Entry]:
        """Give a field's rows, newest first, to somebody who may write it."""

    def released(self, exercise: str) -> list[Sheet]:
        """Give the groups' sheets that are shared in plenary, by group, without who wrote what.

        Sheets that are held are left out.
        """

    def unnamed(
        self, exercise: str, fields: Iterable[str], apart: bool = False
    ) -> list[dict[str, Any]]:
        """Give `fields` of the participants' sheets shared in plenary, without who and when.

        The values are those of the moment of sharing; sheets that lack one of `fields` do not
        count. Nothing below `ENOUGH`; from there in batches of `BATCH`, the rest when the exercise
        is closed (a "run" event {"button": "close", "exercise": id}); in the order of their values.
        What is held is left out, and does not count towards `ENOUGH`. With `apart`, for fields that
        are shown each for itself, one of them is enough for a sheet to count, and a field that
        fewer than `ENOUGH` have is None in all.
        """

    def items(
        self, exercise: str, fields: Iterable[str] = (), apart: bool = False
    ) -> list[dict[str, Any]]:
        """Give the trainer what is shared in plenary, held or not: {"item", "table", "value" (by
        field), "at", "held", "shown"}; first the groups' sheets, then the unnamed ones.

        An unnamed one has an opaque `item` for this sitting of the store, no `table` and no `at`;
        below `ENOUGH`, and before its batch, it is not given here either.
        """

    def hold(self, exercise: str, item: str, on: bool) -> None:
        """Hold an item back from the plenary, or show it again; nothing of it is lost.

        A hold stays through a withdrawal. Declines (`refused_item_gone`) what is not shared now.
        """

    def counts(self, exercise: str) -> dict[str, Any]:
        """Give what a trainer may see of private work: {"written", "shared", "groups": {table:
        {"here", "written", "done", "told", "sheet", "ready", "released", "help"}}}: numbers only.

        `written`, `done` and `told` count people; `sheet` (the group has written), `ready` (it has
        ticked), `released` and `help` are 0 or 1.
        """

    def mark(  # noqa: PLR0913 - an event's own columns
        self, kind: str, subject: str, value: Any, who: str, why: str = "", *, key: str = ""
    ) -> Event:
        """Write down an event; with a `key` the same one again gives the event already kept."""

    def events(self, kind: str, since: int = 0) -> list[Event]:
        """Give the events of a kind, oldest first; `since` is the last id already known."""

    def last(self) -> int:
        """Give the newest id."""

    def catch_up(self, since: int) -> list[Entry | Event]:
        """Give every row after an id, oldest first: what a listener missed."""

    def ask(self, question: str) -> None:
        """Open an anonymous question in a small file of its own, outside every backup."""

    def answer(self, question: str, device: str, value: Any) -> bool:
        """Take one anonymous answer; False when the device has answered: the first one stands."""

    def close_question(self, question: str) -> int:
        """Shuffle the answers into `pooled`, destroy file and key; give how many there were.

        Fewer than `ENOUGH` are destroyed unseen and give 0. A question that nobody closes is
        closed when it is met on a later date, and when the store is opened on one.
        """

    def pooled(self, question: str) -> list[Any]:
        """Give a closed question's answers; declines (`refused_too_few`) below `ENOUGH`."""

    def forget(self, participant: str) -> None:
        """Delete a participant: own rows and events go, text in a group's sheet loses its author,
        backups and exports are rewritten or removed.

        The listeners hear an event "forget" with the subject; the one that is kept has none.
        """

    def backup(self) -> Path:
        """Write a copy, read it back, and give its path."""

    def watch(self, heard: Heard) -> Callable[[], None]:
        """Call `heard` for each row after its commit, in order; give the call that stops it.

        It comes on a thread of the store's: do not block, do not write. Heard from outside the
        room a participant's own sheet comes without its words: only that something changed.
        """

    def close(self) -> None:
        """Finish what is under way and let go of the file."""
