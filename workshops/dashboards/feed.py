"""Where the room is, followed from the dashboards' process: one listener for all walls."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPError, HTTPRequest

from workshops import theme

BEAT = 2.0
"""Seconds between two looks at the room when nothing happens; also the walls' sign of life."""
SOON = 0.1
"""Seconds in which changes are gathered into one look."""
PATIENCE = 3.0
"""Seconds a room may take to answer before its line counts as gone."""


class Feed:
    """Asks the room where it is, at once when something happened and each `BEAT` anyway."""

    def __init__(self, room: str, token: str) -> None:
        self.room = room
        self.state: dict[str, Any] | None = None
        self.line = False
        self.listeners: set[Callable[[], None]] = set()
        self._headers = {"Authorization": f"Bearer {token}"}
        self._happened = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin; must be called on the loop."""
        self._client = AsyncHTTPClient(force_instance=True)
        self._tasks = [asyncio.ensure_future(one) for one in (self._listen(), self._look())]

    def stop(self) -> None:
        """Listen no more."""
        for task in self._tasks:
            task.cancel()

    async def _look(self) -> None:
        """Keep `state` fresh and tell the listeners, beat by beat, also when the line is gone."""
        while True:
            self._happened.clear()
            try:
                self.state = await self._where()
                self.line = True
            except (OSError, HTTPError, ValueError, LookupError):
                self.line = False
            for listener in tuple(self.listeners):
                listener()
            try:
                await asyncio.wait_for(self._happened.wait(), BEAT)
                await asyncio.sleep(SOON)
            except TimeoutError:
                pass

    async def _where(self) -> dict[str, Any]:
        state = await self._verb("state")
        theme.rewrite(state.pop("cells", {}))  # what Voilà reads from now on
        if state.get("exercise"):
            state["counts"] = await self._verb("counts", exercise=state["exercise"])
        return state

    async def _verb(self, verb: str, **given: Any) -> dict[str, Any]:
        request = HTTPRequest(
            f"{self.room}/verbs/{verb}",
            method="POST",
            headers=self._headers,
            body=json.dumps(given),
            request_timeout=PATIENCE,
        )
        answer = json.loads((await self._client.fetch(request)).body)
        found: dict[str, Any] = answer["ok"]
        return found

    async def _listen(self) -> None:
        """Look again as soon as the room keeps something; its beats are no reason to."""
        while True:
            request = HTTPRequest(
                f"{self.room}/feed",
                headers=self._headers,
                request_timeout=0,
                streaming_callback=self._heard,
            )
            try:
                await self._client.fetch(request)
            except (OSError, HTTPError):
                await asyncio.sleep(BEAT / 2)

    def _heard(self, piece: bytes) -> None:
        if b'"entry"' in piece or b'"event"' in piece:
            self._happened.set()
