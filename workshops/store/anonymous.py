"""Anonymous questions: nobody can know who answered what, the trainer and the owner included.

Answers and those who gave them never lie in the same place. The answers are in a small file
without names (`ballots`); that somebody has answered is remembered in memory only, as a hash whose
key was never written down. So nothing on the disk, and no copy anybody takes of it, says who has
answered, let alone what: not while the question is open, not when the room falls, not of the first
answer when there is only one.

That is also why an answer cannot be changed. Changing one's mind is human, but to find an answer
again the room would have to know whose it is, and that is the one thing it promised not to know.
The phone says so before the press. The price: after a fall of the room it no longer knows who has
answered; the phones know it themselves.

A question is open on its date only. One that nobody closed is closed when it is next met on a
later date, and at the latest when the store is opened, by the same rule as any other.
"""

from __future__ import annotations

import hmac
import json
import re
import secrets
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, insert, select

from workshops.store import ENOUGH, Declined, Event
from workshops.store.ballots import Ballots
from workshops.store.book import Book
from workshops.store.rows import Draft
from workshops.store.tables import event, plain, pooled, written
from workshops.store.writer import Writer

NAME = re.compile(r"[a-z0-9_]{1,64}")
KIND = "question"
"""The events say that a question was opened and closed; of the answers they say nothing, and of
their number only when it is `ENOUGH`."""


@dataclass(slots=True)
class _Voters:
    """Who has answered, for as long as this process lives and the question is open."""

    key: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    seen: set[bytes] = field(default_factory=set)

    def hashed(self, device: str) -> bytes:
        return hmac.digest(self.key, device.encode(), "sha256")


class Questions:
    """The open questions, and the way from there into `pooled`."""

    def __init__(self, ballots: Ballots, writer: Writer, book: Book) -> None:
        self._ballots = ballots
        self._writer = writer
        self._book = book
        self._voters: dict[str, _Voters] = {}
        self._lock = threading.Lock()

    def tidy(self) -> None:
        """Destroy what a crash has left half opened or half closed; close what is of another date.

        What cannot be closed now, because the disk is full, is closed when it is next met.
        """
        known = self._book.read(lambda ledger: ledger.events(KIND))
        for question in {*self._ballots.names(), *(one.subject for one in known)}:
            newest = self._newest(question)
            if newest is None or newest.value["state"] == "closed":
                self._ballots.destroy(question)
            elif _is_over(newest):
                with suppress(Declined):
                    self.close(question)

    def ask(self, question: str) -> None:
        """Open a question; an open one stays open, a closed one is never opened again."""
        with self._lock:
            if not NAME.fullmatch(question):
                raise Declined("refused_message")
            if self._newest(question) is not None:
                self._open(question)
                return
            self._ballots.write(question, [])
            try:
                self._mark(question, {"state": "open"})
            except Declined:
                self._ballots.destroy(question)
                raise

    def answer(self, question: str, device: str, value: Any) -> bool:
        """Take an answer; False when the device has answered already: then the first one stands."""
        plain(device)
        text = written(value)
        with self._lock:
            answers = self._open(question)
            voters = self._voters.setdefault(question, _Voters())
            who = voters.hashed(device)
            if who in voters.seen:
                return False
            self._ballots.write(question, [*answers, text])
            voters.seen.add(who)
            return True

    def close(self, question: str) -> int:
        """Move the answers, shuffled, into `pooled`, and destroy file and key.

        Fewer than `ENOUGH` are destroyed unseen, and count as none: even how many they were could
        tell those who looked around.
        """
        with self._lock:
            return self._close(question)

    def pooled(self, question: str) -> list[Any]:
        """Give the answers of a closed question, in the order of the shuffle."""
        newest = self._newest(question)
        if newest is None or newest.value["state"] != "closed":
            raise Declined("refused_question_open")
        if newest.value["answers"] < ENOUGH:
            raise Declined("refused_too_few")
        wanted = select(pooled.c.value).where(pooled.c.question == question)

        def look(engine: Engine) -> list[Any]:
            with engine.begin() as connection:
                texts = connection.scalars(wanted.order_by(pooled.c.place))
                return [json.loads(text) for text in texts]

        answers: list[Any] = self._writer.do(look)
        return answers

    def _open(self, question: str) -> list[str]:
        """Give the answers so far; an open question whose date is over is closed instead."""
        newest = self._newest(question)
        if newest is None:
            raise Declined("refused_no_question")
        if newest.value["state"] == "open" and _is_over(newest):
            self._close(question)
            raise Declined("refused_question_closed")
        if newest.value["state"] == "closed":
            raise Declined("refused_question_closed")
        return self._ballots.read(question) or []  # a copy of the database brings no file along

    def _close(self, question: str) -> int:
        newest = self._newest(question)
        if newest is None:
            raise Declined("refused_no_question")
        if newest.value["state"] == "closed":
            count = int(newest.value["answers"])
        else:
            answers = self._ballots.read(question) or []
            secrets.SystemRandom().shuffle(answers)
            answers = answers if len(answers) >= ENOUGH else []
            count = len(answers)
            self._mark(question, {"state": "closed", "answers": count}, answers)
        self._voters.pop(question, None)
        self._ballots.destroy(question)
        return count

    def _newest(self, question: str) -> Event | None:
        """Give the event that says how a question stands, None for one that was never asked."""
        known = self._book.read(lambda ledger: ledger.events(KIND))
        return next((one for one in reversed(known) if one.subject == question), None)

    def _mark(self, question: str, value: dict[str, Any], answers: list[str] | None = None) -> None:
        """Write the event, and in the same commit the answers."""
        day = datetime.now().astimezone().date().isoformat()

        def pool(connection: Connection) -> dict[str, Any]:
            rows = [
                {"question": question, "place": place, "day": day, "value": text}
                for place, text in enumerate(answers or ())
            ]
            if rows:
                connection.execute(insert(pooled), rows)
            return {}

        values = {"kind": KIND, "subject": question, "who": "", "why": ""}
        key = secrets.token_urlsafe(12)
        draft = Draft(event, {**values, "value": written(value), "key": key}, ("kind",), pool)
        self._writer.wait(self._writer.submit, draft)


def _is_over(opened: Event) -> bool:
    """Say whether a question was opened on an earlier date than today's."""
    began = datetime.fromisoformat(opened.at).astimezone().date()
    return began < datetime.now().astimezone().date()
