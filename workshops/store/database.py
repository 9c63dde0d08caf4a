"""The database store: the verbs over SQLite or PostgreSQL, in the one process that opens it."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from workshops.store import Audience, Change, Declined, Entry, Event, Heard, Sheet, rows
from workshops.store.anonymous import Questions
from workshops.store.backup import copy
from workshops.store.ballots import Folder, Held
from workshops.store.book import Book
from workshops.store.drafting import draft_of, holding, own, share
from workshops.store.engine import PATIENCE, address, file_of, open_engine
from workshops.store.forgetting import forget
from workshops.store.rows import Draft
from workshops.store.schema import prepare
from workshops.store.tables import event, plain, written
from workshops.store.writer import Writer

GATHER = 0.002
"""Seconds a change waits for company: a finger notices nothing, two hundred share a sync."""


class DatabaseStore:
    """Memory in a database; `data` is the folder of what lies beside it (None: nothing may)."""

    def __init__(
        self, where: str | Path, data: Path | None, *, programme: str = "", wait: float = PATIENCE
    ) -> None:
        self.data = data
        self._naming = secrets.token_bytes(32)
        self._engine = _opened(where, data, wait)
        self._book = Book(programme)
        self._book.open_at(self._engine)
        self._writer = Writer(self._engine, self._book, GATHER if data else 0.0)
        ballots = Folder(data / "anonymous") if data else Held()
        self._questions = Questions(ballots, self._writer, self._book)
        self._questions.tidy()

    # ── named work ───────────────────────────────────────────────────────
    def put(self, change: Change) -> Entry:
        """Keep one field's new value."""
        return cast("Entry", self._writer.wait(self.submit, change))

    def submit(self, change: Change) -> Future[Entry]:
        """Take one field's new value; the future is done when it is on disk."""
        try:
            draft = draft_of(change)
        except Declined as no:
            declined: Future[Entry] = Future()
            declined.set_exception(no)
            return declined
        return self._writer.submit(draft)

    def release(
        self, exercise: str, subject: str, author: str, audience: Audience, key: str
    ) -> Entry:
        """Share a sheet."""
        return self.put(Change(exercise, subject, author, share(audience), True, key))

    def withdraw(
        self, exercise: str, subject: str, author: str, audience: Audience, key: str
    ) -> Entry:
        """Take a share back."""
        return self.put(Change(exercise, subject, author, share(audience), False, key))

    def undo(self, exercise: str, subject: str, author: str, key: str) -> Entry | None:
        """Set back the author's newest change that still stands."""
        draft = draft_of(Change(exercise, subject, author, "@undo", None, key))
        draft.same = ("exercise", "subject", "author")
        draft.complete = lambda connection: rows.set_back(connection, exercise, subject, author)
        return cast("Entry | None", self._writer.wait(self._writer.submit, draft))

    def mine(self, exercise: str, participant: str) -> Sheet:
        """Give the participant's own sheet."""
        return self._book.read(lambda ledger: ledger.sheet(exercise, f"p:{participant}"))

    def group(self, exercise: str, group: str, participant: str) -> list[Sheet]:
        """Give the group's sheet, then what its other members have told."""
        return self._book.read(lambda ledger: ledger.group(exercise, group, participant))

    def history(self, exercise: str, subject: str, participant: str, path: str) -> list[Entry]:
        """Give a field's rows, newest first, to somebody who may write it."""
        if subject.startswith("g:"):
            self._book.read(lambda ledger: ledger.sits_at(participant, subject[2:]))
        else:
            own(subject, participant)

        def look(engine: Engine) -> list[Entry]:
            with engine.begin() as connection:
                return rows.history(connection, exercise, subject, path)

        return cast("list[Entry]", self._writer.do(look))

    # ── shared ───────────────────────────────────────────────────────────
    def released(self, exercise: str) -> list[Sheet]:
        """Give the groups' sheets that are shared in plenary."""
        return self._book.read(lambda ledger: ledger.released(exercise))

    def unnamed(
        self, exercise: str, fields: Iterable[str], apart: bool = False
    ) -> list[dict[str, Any]]:
        """Give what is shared without names, as far as it may be shown."""
        return self._book.read(lambda ledger: ledger.unnamed(exercise, fields, apart))

    def items(
        self, exercise: str, fields: Iterable[str] = (), apart: bool = False
    ) -> list[dict[str, Any]]:
        """Give the trainer what is shared in plenary, held or not."""
        return self._book.read(lambda ledger: ledger.items(exercise, fields, apart, self._name))

    def hold(self, exercise: str, item: str, on: bool) -> None:
        """Hold an item back from the plenary, or show it again."""
        subject = self._book.read(lambda ledger: ledger.holder_of(exercise, item, self._name))
        self._writer.wait(self._writer.submit, holding(exercise, subject, on))

    def _name(self, of: str) -> str:
        """Give an opaque name, good until the store is closed."""
        return hmac.digest(self._naming, of.encode(), "sha256").hex()[:32]

    def counts(self, exercise: str) -> dict[str, Any]:
        """Give the numbers a trainer may see."""
        return self._book.read(lambda ledger: ledger.counts(exercise))

    # ── what happens ─────────────────────────────────────────────────────
    def mark(  # noqa: PLR0913 - an event's own columns
        self, kind: str, subject: str, value: Any, who: str, why: str = "", *, key: str = ""
    ) -> Event:
        """Write down an event."""
        values = {"kind": kind, "subject": subject, "who": who, "why": why}
        plain(*values.values(), key)
        kept = {**values, "value": written(value), "key": key or secrets.token_urlsafe(12)}
        draft = Draft(event, kept, same=("kind", "subject"))
        return cast("Event", self._writer.wait(self._writer.submit, draft))

    def events(self, kind: str, since: int = 0) -> list[Event]:
        """Give the events of a kind, oldest first."""
        return self._book.read(lambda ledger: ledger.events(kind, since))

    def last(self) -> int:
        """Give the newest id."""
        return self._book.read(lambda ledger: ledger.last)

    def catch_up(self, since: int) -> list[Entry | Event]:
        """Give every row after an id, oldest first."""

        def look(engine: Engine) -> list[Entry | Event]:
            with engine.begin() as connection:
                missed = list(rows.after(connection, since))
            return self._book.read(
                lambda known: [
                    known.current(row) if isinstance(row, Entry) else row for row in missed
                ]
            )

        return cast("list[Entry | Event]", self._writer.do(look))

    def watch(self, heard: Heard) -> Callable[[], None]:
        """Call `heard` for each row after its commit; give the call that stops it."""
        return self._book.watch(heard)

    # ── anonymous questions ──────────────────────────────────────────────
    def ask(self, question: str) -> None:
        """Open an anonymous question."""
        self._questions.ask(question)

    def answer(self, question: str, device: str, value: Any) -> bool:
        """Take one anonymous answer, unless the device has given one."""
        return self._questions.answer(question, device, value)

    def close_question(self, question: str) -> int:
        """Shuffle the answers, destroy what could tell whose they are, give how many there were."""
        return self._questions.close(question)

    def pooled(self, question: str) -> list[Any]:
        """Give a closed question's answers."""
        return self._questions.pooled(question)

    # ── the file ─────────────────────────────────────────────────────────
    def forget(self, participant: str) -> None:
        """Delete a participant, in the database, in its backups and in the exports."""
        plain(participant)
        forget(self._writer, self._book, self.data, participant)

    def backup(self) -> Path:
        """Write a copy, read it back, and give its path."""
        if self.data is None:
            raise Declined("refused_no_backup")
        folder = self.data / "backups"
        return cast("Path", self._writer.do(lambda engine: copy(engine, folder)))

    def close(self) -> None:
        """Finish what is under way and let go of the file."""
        self._writer.close()
        self._engine.dispose()


def _opened(where: str | Path, data: Path | None, wait: float) -> Engine:
    url = address(where)
    file = file_of(url)
    try:
        if file is not None and not file.exists():
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            file.touch(mode=0o600)
        engine = open_engine(url, wait)
        folder = (data or file.parent) / "backups" if file is not None else None
        prepare(engine, lambda: copy(engine, folder) if folder is not None else None)
    except (OSError, DBAPIError) as fault:
        raise Declined("refused_not_opened", file=str(file or url)) from fault
    return engine
