"""The remote: the trainer's phone runs the day, after a code that opens it once."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from tornado.web import RequestHandler
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from workshops.programme import presses
from workshops.room.floor import BEAT, Floor
from workshops.room.hall import Hall
from workshops.room.pages import Page
from workshops.room.remote_codes import A_DAY, is_remote, offered, take
from workshops.room.trainer import blocks, numbers
from workshops.store import Declined
from workshops.words import sentence, words

SOON = 0.2
"""Seconds in which changes are gathered into one message."""
LONGEST = 2_000
KINDS = ("remote_", "desk_", "db_", "time_", "pace_", "ui_")
"""The words that travel to the page."""
MAY_PRESS = presses.GIVEN.keys() - {"theme", "scale", "review"}
"""What belongs to the projector and to shared texts is done at the desk."""


def shown(hall: Hall) -> dict[str, Any]:
    """Give what the remote shows: the state, the blocks with their cues, numbers of people."""
    seen = hall.seen()
    counts = hall.store.counts(seen["exercise"] or "")
    return {
        "is": "state",
        "me": {"id": "remote"},
        "state": {**seen, **hall.told()},
        "blocks": blocks(hall.state.blocks(hall.plan)),
        "counts": numbers(counts),
    }


def allowed(handler: RequestHandler, hall: Hall) -> bool:
    """Say whether this request comes from a phone that has the remote."""
    cookie = handler.get_signed_cookie("remote", max_age_days=A_DAY)
    return bool(cookie) and is_remote(hall.store, cookie.decode())


class Remote(Page):
    """The remote's page, and the one question before it."""

    def get(self) -> None:
        """Show the remote, ask whether this phone is to be it, or say kindly that it is not."""
        key = self.get_query_argument("k", "")[:60]
        if allowed(self, self.hall):
            if key:
                self.redirect("/remote")
                return
            said = {
                name: word for name, word in words(self.language).items() if name.startswith(KINDS)
            }
            self.show("remote", config={"words": said, "lang": self.language})
            return
        offer = offered(self.hall.store)
        if offer and secrets.compare_digest(offer.value["key"].encode(), key.encode()):
            self.show("remote_take", key=key)
            return
        self._no("remote_code_void" if key else "remote_none")

    async def post(self) -> None:
        """Make this phone the remote; the code is used up."""
        key = self.get_body_argument("k", "")[:60]
        found = None
        if self.from_here():
            found = await asyncio.to_thread(take, self.hall.store, key)
        if found is None:
            self._no("remote_code_void")
            return
        self.set_signed_cookie(
            "remote", found, expires_days=A_DAY, httponly=True, samesite="Strict"
        )
        self.redirect("/remote", status=303)

    def from_here(self) -> bool:
        """Say whether a form was sent from this very page: a browser always says where from."""
        return "Origin" in self.request.headers and self.same_origin()

    def _no(self, word: str) -> None:
        self.show("sorry", 403, why=sentence(word, self.language))


class Press(Remote):
    """One press of the remote."""

    async def post(self) -> None:
        """Write the press down, or say in one sentence why not."""
        if not self.from_here() or not allowed(self, self.hall):
            self._answer(403, "remote_none")
            return
        try:
            pressed = _read(self.request.body)
            await asyncio.to_thread(_do, self.hall, pressed)
        except Declined as no:
            self._answer(409 if no.word == "desk_moved_on" else 400, no.word, **no.facts)
            return
        self.write({"ok": True})

    def get(self) -> None:
        """Give nothing: a press is sent, never fetched."""
        self.send_error(404)

    def _answer(self, status: int, word: str, **facts: Any) -> None:
        self.set_status(status)
        self.write({"ok": False, "why": sentence(word, self.language, **facts)})


def _read(body: bytes) -> dict[str, Any]:
    if len(body) > LONGEST:
        raise Declined("refused_size")
    try:
        pressed = json.loads(body)
    except (ValueError, RecursionError):
        raise Declined("refused_message") from None
    if not isinstance(pressed, dict):
        raise Declined("refused_message")
    return pressed


def _do(hall: Hall, pressed: dict[str, Any]) -> None:
    button, store, key = str(pressed.get("button")), hall.store, pressed.get("key")
    once = f"remote-press-{key}" if isinstance(key, str) and 8 <= len(key) < 80 else ""
    if button == "tally":
        running = hall.state.running(hall.plan)
        presses.tallied(store, running, pressed.get("counts"), "remote", once)
    elif button == "lower":
        presses.lowered(store, pressed.get("table"), "remote", once)
    elif button not in MAY_PRESS:
        raise Declined("desk_no_change")
    else:
        value = presses.wanted(hall.state, hall.plan, button, pressed, datetime.now(UTC))
        store.mark("run", hall.state.day, value, "remote", key=once)


class Line(WebSocketHandler):
    """What the remote hears: the room's state whenever anything happens, and a beat between."""

    def initialize(self, floor: Floor) -> None:
        """Remember the floor."""
        self.floor = floor
        self._last = ""
        self._going: asyncio.Task[None] | None = None
        self._news = asyncio.Event()

    def prepare(self) -> None:
        """Let nobody in who has not got the remote."""
        if not allowed(self, self.floor.hall):
            self.set_status(403)
            self.finish()

    def open(self, *_args: str, **_kwargs: str) -> None:
        """Begin to tell."""
        loop, store = asyncio.get_running_loop(), self.floor.hall.store
        stop = store.watch(lambda _one: loop.call_soon_threadsafe(self._news.set))
        self._going = asyncio.create_task(self._tell(stop))

    def on_message(self, _message: str | bytes) -> None:
        """Presses are posted, so that none is sent twice by a line that comes back."""

    def on_close(self) -> None:
        """Stop telling."""
        if self._going:
            self._going.cancel()

    async def _tell(self, stop: Callable[[], None]) -> None:
        try:
            while await asyncio.to_thread(allowed, self, self.floor.hall):
                await self._say()
                try:
                    await asyncio.wait_for(self._news.wait(), BEAT)
                    await asyncio.sleep(SOON)
                except TimeoutError:
                    pass
                self._news.clear()
            self.close(1000, "no remote")
        except WebSocketClosedError:
            pass
        finally:
            stop()

    async def _say(self) -> None:
        told = await asyncio.to_thread(shown, self.floor.hall)
        now = told["state"].pop("now")
        text = json.dumps(told)
        if text == self._last:
            await self.write_message('{"is":"beat"}')
            return
        self._last = text
        told["state"]["now"] = now
        await self.write_message(json.dumps(told))
