"""Anonymous questions: nobody can know who answered what, the trainer and the owner included."""

from __future__ import annotations

import hmac
import json
import re
import secrets
import threading
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, insert, select

from workshops.store import ENOUGH, Declined
from workshops.store.ballots import Ballot, Ballots
from workshops.store.book import Book
from workshops.store.rows import Draft
from workshops.store.tables import event, plain, pooled, written
from workshops.store.writer import Writer

NAME = re.compile(r"[a-z0-9_]{1,64}")
KIND = "question"
"""The events say that a question was opened and closed; of the answers they say nothing."""


class Questions:
    """The open questions, and the way from there into `pooled`."""

    def __init__(self, ballots: Ballots, writer: Writer, book: Book) -> None:
        self._ballots = ballots
        self._writer = writer
        self._book = book
        self._lock = threading.Lock()

    def tidy(self) -> None:
        """Destroy what a crash between closing and destroying has left."""
        for question in self._ballots.names():
            if self._closed(question) is not None:
                self._ballots.destroy(question)

    def ask(self, question: str) -> None:
        """Open a question; an open one stays open, a closed one is never opened again."""
        with self._lock:
            if not NAME.fullmatch(question):
                raise Declined("refused_message")
            if self._closed(question) is not None:
                raise Declined("refused_question_closed")
            if self._ballots.read(question) is None:
                self._ballots.write(question, Ballot(secrets.token_bytes(32)))
                try:
                    self._mark(question, {"state": "open"})
                except Declined:
                    self._ballots.destroy(question)
                    raise

    def answer(self, question: str, device: str, value: Any) -> None:
        """Take an answer; the keyed hash lets a device replace its own and nobody read its name."""
        plain(device)
        text = written(value)
        with self._lock:
            ballot = self._open(question)
            who = hmac.digest(ballot.key, device.encode(), "sha256")
            ballot.answers[who] = text
            self._ballots.write(question, ballot)

    def close(self, question: str) -> int:
        """Move the answers, shuffled, into `pooled`, and destroy file and key."""
        with self._lock:
            count = self._closed(question)
            if count is None:
                answers = list(self._open(question).answers.values())
                secrets.SystemRandom().shuffle(answers)
                count = len(answers)
                self._mark(question, {"state": "closed", "answers": count}, answers)
            self._ballots.destroy(question)
            return count

    def pooled(self, question: str) -> list[Any]:
        """Give the answers of a closed question, in the order of the shuffle."""
        count = self._closed(question)
        if count is None:
            raise Declined("refused_question_open")
        if count < ENOUGH:
            raise Declined("refused_too_few")
        wanted = select(pooled.c.value).where(pooled.c.question == question)

        def look(engine: Engine) -> list[Any]:
            with engine.begin() as connection:
                texts = connection.scalars(wanted.order_by(pooled.c.place))
                return [json.loads(text) for text in texts]

        answers: list[Any] = self._writer.do(look)
        return answers

    def _open(self, question: str) -> Ballot:
        if self._closed(question) is not None:
            raise Declined("refused_question_closed")
        ballot = self._ballots.read(question) if NAME.fullmatch(question) else None
        if ballot is None:
            raise Declined("refused_no_question")
        return ballot

    def _closed(self, question: str) -> int | None:
        """Give how many answers a closed question had, None for any other."""
        known = self._book.read(lambda ledger: ledger.events(KIND))
        for one in reversed(known):
            if one.subject == question and one.value["state"] == "closed":
                return int(one.value["answers"])
        return None

    def _mark(self, question: str, value: dict[str, Any], answers: list[str] | None = None) -> None:
        """Write the event, and in the same commit the answers, when they are enough."""
        if answers is not None and len(answers) < ENOUGH:
            answers = None
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
