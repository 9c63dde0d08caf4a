"""The writer: one thread and one connection through which everything reaches the disk, in order.

What arrives while a commit is under way goes into the next one, so that two hundred phones cost a
few syncs and not two hundred.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from queue import Empty, Queue
from typing import Any, TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DataError, IntegrityError, SQLAlchemyError

from workshops.store import Declined
from workshops.store.book import Book
from workshops.store.rows import Draft, Outcome

MOST = 500
"""Rows in one commit."""

T = TypeVar("T")

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Job:
    draft: Draft
    future: Future[Any] = field(default_factory=Future)


@dataclass(slots=True)
class _Task:
    work: Callable[[Engine], Any]
    future: Future[Any] = field(default_factory=Future)


class _Stop:
    """The last thing in the queue."""


class Writer:
    """Takes drafts and tasks from any thread and acknowledges them when they are durable."""

    def __init__(self, engine: Engine, book: Book, gather: float) -> None:
        self._engine = engine
        self._book = book
        self._gather = gather
        # Not SimpleQueue: a wait of its that is over by the time it looks may go on for ever
        # (seen on CPython 3.11), and the last change of a quiet room would never be kept.
        self._queue: Queue[_Job | _Task | _Stop] = Queue()
        self._door = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)
        self._thread.start()

    def submit(self, draft: Draft) -> Future[Any]:
        """Take a draft; the future gives its outcome after the commit."""
        return self._take(_Job(draft))

    def do(self, work: Callable[[Engine], Any]) -> Any:
        """Give what `work` gives, done alone between two commits."""
        return self.wait(self._take, _Task(work))

    def wait(self, send: Callable[[T], Future[Any]], what: T) -> Any:
        """Send something and give what comes of it."""
        if threading.current_thread() is self._thread:
            raise RuntimeError("a listener must not wait for the store that it listens to")
        return send(what).result()

    def close(self) -> None:
        """Finish what is in the queue, then take nothing more."""
        with self._door:
            if not self._closed:
                self._closed = True
                self._queue.put(_Stop())
        self._thread.join()

    def _take(self, item: _Job | _Task) -> Future[Any]:
        with self._door:
            if self._closed:
                item.future.set_exception(Declined("refused_not_saved"))
            else:
                self._queue.put(item)
        return item.future

    def _run(self) -> None:
        item = self._queue.get()
        while not isinstance(item, _Stop):
            following: _Job | _Task | _Stop | None = None
            if isinstance(item, _Task):
                self._work(item)
            else:
                jobs, following = self._company(item)
                self._commit([one for one in jobs if one.future.set_running_or_notify_cancel()])
            item = following or self._queue.get()

    def _company(self, first: _Job) -> tuple[list[_Job], _Job | _Task | _Stop | None]:
        """Give the jobs of the next commit, and what came that must wait for its end.

        A draft that looks at what is on the disk opens a commit: it must see all before it.
        """
        jobs = [first]
        until = time.monotonic() + self._gather
        while len(jobs) < MOST:
            try:
                item = self._queue.get(timeout=max(0.0, until - time.monotonic()))
            except Empty:
                break
            if not isinstance(item, _Job) or item.draft.complete:
                return jobs, item
            jobs.append(item)
        return jobs, None

    def _commit(self, jobs: list[_Job]) -> None:
        try:
            with self._engine.begin() as connection:
                outcomes = self._book.inside(connection, [job.draft for job in jobs])
            outcomes = self._book.durable(outcomes)
        except (IntegrityError, DataError):
            self._one_by_one(jobs)
        except SQLAlchemyError as fault:
            # A full disk, a held file, a lost server: nothing of the batch is kept.
            log.warning("not saved: %s", getattr(fault, "orig", fault))
            _decline(jobs, "refused_not_saved")
        except Exception as fault:
            # A mistake of ours must not end the thread that everybody waits for.
            log.exception("not saved")
            for job in jobs:
                job.future.set_exception(fault)
        else:
            for job, outcome in zip(jobs, outcomes, strict=True):
                _acknowledge(job, outcome)
            self._book.tell(outcomes)

    def _one_by_one(self, jobs: list[_Job]) -> None:
        """Find the row that the database does not take, so that its neighbours are kept."""
        if len(jobs) == 1:
            _decline(jobs, "refused_message")
            return
        for job in jobs:
            self._commit([job])

    def _work(self, task: _Task) -> None:
        if not task.future.set_running_or_notify_cancel():
            return
        try:
            task.future.set_result(task.work(self._engine))
        except SQLAlchemyError as fault:
            log.warning("not done: %s", getattr(fault, "orig", fault))
            task.future.set_exception(Declined("refused_not_read"))
        except Exception as fault:  # noqa: BLE001 - it is raised where the work was asked for
            task.future.set_exception(fault)


def _acknowledge(job: _Job, outcome: Outcome) -> None:
    if isinstance(outcome, Declined):
        job.future.set_exception(outcome)
    else:
        job.future.set_result(outcome.row if outcome else None)


def _decline(jobs: list[_Job], word: str) -> None:
    for job in jobs:
        job.future.set_exception(Declined(word))
