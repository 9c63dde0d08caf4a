"""The room's loopback side: the store's verbs for kernels of ours, and a feed of what is kept."""

from __future__ import annotations

import asyncio
import hmac
import json
from typing import Any

from tornado.iostream import StreamClosedError
from tornado.web import RequestHandler

from workshops import theme
from workshops.room.floor import BEAT, Floor
from workshops.store import verbs

PRIVATE = frozenset({"mine", "group", "history", "undo"})
"""Verbs that give or move private text: no kernel of ours needs them, so none can have them."""


class Loopback(RequestHandler):
    """Answers to the right token and a loopback name only (no DNS rebinding)."""

    def initialize(self, floor: Floor, token: str) -> None:
        """Remember the floor and the token."""
        self.floor = floor
        self.token = token

    def prepare(self) -> None:
        """Turn everybody else away."""
        given = self.request.headers.get("Authorization", "")
        name = self.request.host.rsplit(":", 1)[0]
        if name not in {"127.0.0.1", "localhost"} or not hmac.compare_digest(
            given.encode(), f"Bearer {self.token}".encode()
        ):
            self.set_status(403)
            self.finish()


class Verbs(Loopback):
    """One verb of the store, or `state`: where the room is."""

    async def post(self, verb: str) -> None:
        """Do it; a refusal is an answer too."""
        try:
            given: dict[str, Any] = json.loads(self.request.body or b"{}")
        except ValueError:
            given = {}
        if verb in PRIVATE:
            self.write({"declined": "refused_not_yours", "facts": {}})
            return
        if verb == "state":
            hall = self.floor.hall
            now = {**hall.seen(), **hall.told(), "cells": theme.rewritten()}
            answer: dict[str, Any] = {"ok": now}
        else:
            answer = await asyncio.to_thread(verbs.answer_verb, self.floor.hall.store, verb, given)
        self.set_header("Content-Type", "application/json")
        self.write(json.dumps(answer))


class Feed(Loopback):
    """All that is kept from now on (and since an id), a line each, with a beat between."""

    async def get(self) -> None:
        """Write lines until the listener is gone."""
        loop = asyncio.get_running_loop()
        lines: asyncio.Queue[str] = asyncio.Queue()
        self.set_header("Content-Type", "application/x-ndjson")
        stop = verbs.feed(
            self.floor.hall.store,
            self.get_query_argument("since", ""),
            lambda line: loop.call_soon_threadsafe(lines.put_nowait, line),
        )
        try:
            while True:
                try:
                    line = await asyncio.wait_for(lines.get(), BEAT)
                except TimeoutError:
                    line = '{"beat":1}'
                self.write(line + "\n")
                await self.flush()
        except StreamClosedError:
            pass
        finally:
            stop()
