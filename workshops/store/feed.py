"""The feed as heard outside the room: a thread that reads it, comes back, and misses nothing."""

from __future__ import annotations

import json
import logging
import socket
import threading
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException

from workshops.store import Declined, Entry, Event, Heard
from workshops.store.verbs import row_of

SILENCE = 10.0
"""Seconds without even a beat until the line counts as gone; the room beats every second one."""
PAUSE = 0.25
"""Seconds between two tries to come back."""

log = logging.getLogger(__name__)


class Feed:
    """Calls `heard` for every row after the id that `last` gives, each once and in order."""

    def __init__(
        self, host: str, headers: dict[str, str], last: Callable[[], int], heard: Heard
    ) -> None:
        self._host = host
        self._headers = headers
        self._ask_last = last
        self._heard = heard
        self._line: socket.socket | None = None
        self._stopped = threading.Event()
        self._last = self._try_last()
        self._thread = threading.Thread(target=self._run, name="room feed", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Hear nothing more."""
        self._stopped.set()
        if self._line is not None:
            try:
                self._line.shutdown(socket.SHUT_RDWR)  # wakes the thread out of its reading
            except OSError:
                log.debug("the line was gone already")
        if threading.current_thread() is not self._thread:
            self._thread.join(SILENCE)

    def _try_last(self) -> int | None:
        try:
            return self._ask_last()
        except Declined:
            return None

    def _run(self) -> None:
        while not self._stopped.is_set():
            if self._last is None:
                self._last = self._try_last()
            else:
                try:
                    self._listen(self._last)
                except (OSError, HTTPException, ValueError):
                    log.debug("the room is away")
            self._stopped.wait(PAUSE)

    def _listen(self, since: int) -> None:
        connection = HTTPConnection(self._host, timeout=SILENCE)
        try:
            connection.connect()
            self._line = connection.sock
            connection.request("GET", f"/feed?since={since}", headers=self._headers)
            answer = connection.getresponse()
            while answer.status == 200 and not self._stopped.is_set():
                line = answer.readline()
                if not line:
                    return
                self._tell(row_of(json.loads(line)))
        finally:
            self._line = None
            connection.close()

    def _tell(self, row: Entry | Event | None) -> None:
        if row is None or self._stopped.is_set():
            return
        self._last = row.id
        try:
            self._heard(row)
        except Exception:
            log.exception("a listener failed")
