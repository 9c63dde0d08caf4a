"""The room's client: the same verbs over loopback, for kernels and commands outside the room."""

from __future__ import annotations

import json
import secrets
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from workshops.store import Audience, Change, Declined, Entry, Event, Heard, Sheet
from workshops.store.feed import Feed
from workshops.store.verbs import entry_from, row_of, sheet_from

TIMEOUT = 10.0
"""Seconds until an answer counts as lost."""
PATIENCE = 5.0
"""Seconds in which a room that refuses may come back: it is being restarted."""


class RoomClient:
    """The store of a running room. Every verb may be sent twice: keys make it count once."""

    def __init__(self, address: str, token: str, *, patience: float = PATIENCE) -> None:
        self._host = urlsplit(address).netloc
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        self._patience = patience
        self._own = threading.local()  # a connection for each thread
        self._pool = ThreadPoolExecutor(4, thread_name_prefix="room")
        self._feeds: list[Feed] = []

    def call(self, verb: str, **args: Any) -> Any:
        """Give the room's answer to a verb; declines what the room declines, and a room away."""
        body = json.dumps(args).encode()
        until = time.monotonic() + self._patience
        pause = 0.05
        while True:
            try:
                status, answer = self._post(verb, body)
                break
            except (OSError, HTTPException):
                self._drop()
                if time.monotonic() + pause > until:
                    raise Declined("refused_no_room") from None
                time.sleep(pause)
                pause = min(2 * pause, 0.5)
        if status in {401, 403}:
            raise Declined("refused_other_room")
        if status != 200:
            raise Declined("refused_room_failed")
        told = json.loads(answer)
        if "declined" in told:
            raise Declined(told["declined"], **told["facts"])
        return told["ok"]

    def _post(self, verb: str, body: bytes) -> tuple[int, bytes]:
        line = getattr(self._own, "line", None)
        if line is None:
            line = self._own.line = HTTPConnection(self._host, timeout=TIMEOUT)
        line.request("POST", f"/verbs/{verb}", body, self._headers)
        answer = line.getresponse()
        return answer.status, answer.read()

    def _drop(self) -> None:
        line = getattr(self._own, "line", None)
        if line is not None:
            line.close()
            self._own.line = None

    # ── the verbs ────────────────────────────────────────────────────────
    def put(self, change: Change) -> Entry:
        """Keep one field's new value."""
        return entry_from(self.call("put", **asdict(change)))

    def submit(self, change: Change) -> Future[Entry]:
        """Like `put`, without waiting."""
        return self._pool.submit(self.put, change)

    def release(
        self, exercise: str, subject: str, author: str, audience: Audience, key: str
    ) -> Entry:
        """Share a sheet."""
        return entry_from(self._with("release", exercise, subject, author, key, audience))

    def withdraw(
        self, exercise: str, subject: str, author: str, audience: Audience, key: str
    ) -> Entry:
        """Take a share back."""
        return entry_from(self._with("withdraw", exercise, subject, author, key, audience))

    def undo(self, exercise: str, subject: str, author: str, key: str) -> Entry | None:
        """Set back the author's newest change that still stands."""
        told = self._with("undo", exercise, subject, author, key)
        return entry_from(told) if told else None

    def _with(self, verb: str, exercise: str, subject: str, author: str, key: str, *to: str) -> Any:
        more = {"audience": to[0]} if to else {}
        return self.call(verb, exercise=exercise, subject=subject, author=author, key=key, **more)

    def mine(self, exercise: str, participant: str) -> Sheet:
        """Give the participant's own sheet."""
        return sheet_from(self.call("mine", exercise=exercise, participant=participant))

    def group(self, exercise: str, group: str, participant: str) -> list[Sheet]:
        """Give the group's sheet, then what its other members have told."""
        told = self.call("group", exercise=exercise, group=group, participant=participant)
        return [sheet_from(one) for one in told]

    def history(self, exercise: str, subject: str, participant: str, path: str) -> list[Entry]:
        """Give a field's rows, newest first."""
        who = {"subject": subject, "participant": participant}
        return [
            entry_from(one) for one in self.call("history", exercise=exercise, path=path, **who)
        ]

    def released(self, exercise: str) -> list[Sheet]:
        """Give the groups' sheets that are shared in plenary."""
        return [sheet_from(one) for one in self.call("released", exercise=exercise)]

    def unnamed(
        self, exercise: str, fields: Iterable[str], apart: bool = False
    ) -> list[dict[str, Any]]:
        """Give what is shared without names, as far as it may be shown."""
        wanted = {"exercise": exercise, "fields": list(fields), "apart": apart}
        shown: list[dict[str, Any]] = self.call("unnamed", **wanted)
        return shown

    def items(
        self, exercise: str, fields: Iterable[str] = (), apart: bool = False
    ) -> list[dict[str, Any]]:
        """Give the trainer what is shared in plenary, held or not."""
        wanted = {"exercise": exercise, "fields": list(fields), "apart": apart}
        shared: list[dict[str, Any]] = self.call("items", **wanted)
        return shared

    def hold(self, exercise: str, item: str, on: bool) -> None:
        """Hold an item back from the plenary, or show it again."""
        self.call("hold", exercise=exercise, item=item, on=on)

    def counts(self, exercise: str) -> dict[str, Any]:
        """Give the numbers a trainer may see."""
        numbers: dict[str, Any] = self.call("counts", exercise=exercise)
        return numbers

    def mark(  # noqa: PLR0913 - an event's own columns
        self, kind: str, subject: str, value: Any, who: str, why: str = "", *, key: str = ""
    ) -> Event:
        """Write down an event."""
        key = key or secrets.token_urlsafe(12)
        said = {"kind": kind, "subject": subject, "value": value, "who": who, "why": why}
        return Event(**self.call("mark", **said, key=key))

    def events(self, kind: str, since: int = 0) -> list[Event]:
        """Give the events of a kind, oldest first."""
        return [Event(**one) for one in self.call("events", kind=kind, since=since)]

    def last(self) -> int:
        """Give the newest id."""
        return int(self.call("last"))

    def catch_up(self, since: int) -> list[Entry | Event]:
        """Give what was missed, as the feed tells it."""
        rows = [row_of(told) for told in self.call("catch_up", since=since)]
        return [row for row in rows if row is not None]

    def watch(self, heard: Heard) -> Callable[[], None]:
        """Call `heard` for each row the room keeps from now on; give the call that stops it."""
        feed = Feed(self._host, self._headers, self.last, heard)
        self._feeds.append(feed)
        return feed.stop

    def ask(self, question: str) -> None:
        """Open an anonymous question."""
        self.call("ask", question=question)

    def answer(self, question: str, device: str, value: Any) -> bool:
        """Take one anonymous answer, unless the device has given one."""
        return bool(self.call("answer", question=question, device=device, value=value))

    def close_question(self, question: str) -> int:
        """Close an anonymous question and give how many answers there were."""
        return int(self.call("close_question", question=question))

    def pooled(self, question: str) -> list[Any]:
        """Give a closed question's answers."""
        answers: list[Any] = self.call("pooled", question=question)
        return answers

    def forget(self, participant: str) -> None:
        """Delete a participant."""
        self.call("forget", participant=participant)

    def backup(self) -> Path:
        """Write a copy and give its path."""
        return Path(self.call("backup"))

    def close(self) -> None:
        """Let go of the room."""
        for feed in self._feeds:
            feed.stop()
        self._pool.shutdown()
        self._drop()
