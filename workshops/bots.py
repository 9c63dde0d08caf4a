"""Participants made of code: they join, read, write and share over HTTP and websocket like a phone.

Tests, the benchmark and pictures with 25 people use them. Load them onto 127.0.0.1 only.
"""

from __future__ import annotations

import asyncio
import json
import re
import secrets
import tomllib
from collections.abc import Iterator
from http.cookies import SimpleCookie
from itertools import cycle, islice
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urljoin

from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from workshops.fields import leaves
from workshops.wire import Answer, Wire

_NEEDED = re.compile(r"""(?:<link rel="stylesheet" href=|<script[^>]* src=)"([^"]+)\"""")
_IMPORTED = re.compile(r"""(?:from|import)\s*"(\./[^"]+)\"""")
_CONFIG = re.compile(r'<script id="config" type="application/json">(.*?)</script>', re.DOTALL)
PATIENCE = 60.0
"""Seconds a bot waits for an answer before it gives up."""


def answers(people: int) -> Iterator[dict[str, Any]]:
    """Give plausible answers for so many people, from bots.toml and again from its top."""
    table = tomllib.loads((Path(__file__).parent / "bots.toml").read_text(encoding="utf-8"))
    return islice(cycle(table["people"]), people)


def sheets() -> dict[str, dict[str, Any]]:
    """Give plausible group sheets by table."""
    table = tomllib.loads((Path(__file__).parent / "bots.toml").read_text(encoding="utf-8"))
    return {str(one["table"]): one for one in table["groups"]}


class Bot:
    """One participant with one device."""

    def __init__(self, address: str, alias: str = "Bot", table: str = "1") -> None:
        self.address = address
        self.alias = alias
        self.table = table
        self.cookie = ""
        self._jar: dict[str, str] = {}
        self.state: dict[str, Any] = {}
        self.heard: list[dict[str, Any]] = []
        self.bytes = 0
        self._wire = Wire(address)
        self._line: WebSocketClientConnection | None = None
        self._reading: asyncio.Task[None] | None = None
        self._waiting: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self._news = asyncio.Event()

    # ── pages ────────────────────────────────────────────────────────────
    async def get(self, path: str, method: str = "GET", body: str = "") -> Answer:
        """Fetch a page or file as this device; redirects are not followed."""
        headers = {"Accept-Encoding": "gzip"}
        if self.cookie:
            headers["Cookie"] = self.cookie
        if method == "POST":
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        asked = self._wire.ask(path, method, body.encode(), headers)
        answer = await asyncio.wait_for(asked, PATIENCE)
        self.bytes += len(answer.body)
        kept: SimpleCookie = SimpleCookie()
        for one in answer.cookies:
            kept.load(one)
        self._jar |= {name: one.coded_value for name, one in kept.items()}
        self.cookie = "; ".join(f"{name}={value}" for name, value in self._jar.items() if value)
        return answer

    async def join(self, code: str, learning_group: str = "") -> Answer:
        """Take a seat."""
        form = {
            "code": code,
            "alias": self.alias,
            "table": self.table,
            "learning_group": learning_group,
        }
        return await self.get("/", method="POST", body=urlencode(form))

    async def come_back(self, card: str) -> Answer:
        """Take the seat a code card belongs to."""
        return await self.get("/return", method="POST", body=urlencode({"card": card}))

    async def load(self, page: str) -> dict[str, Any]:
        """Fetch a page with its own scripts and styles, as a browser would; give its config."""
        answer = await self.get(f"/page/{page}")
        html = answer.text
        match = _CONFIG.search(html)
        config: dict[str, Any] = json.loads(match[1]) if match else {}
        wanted = [*_NEEDED.findall(html), *config["scripts"].values(), *config["styles"].values()]
        had: set[str] = set()
        while wanted:
            urls = [*{urljoin(f"/page/{page}", one) for one in wanted} - had]
            had |= set(urls)
            files = await asyncio.gather(*(self.get(one) for one in urls))
            wanted = [
                urljoin(url, name)
                for url, file in zip(urls, files, strict=True)
                if url.endswith(".js")
                for name in _IMPORTED.findall(file.text)
            ]
        return config

    # ── live ─────────────────────────────────────────────────────────────
    async def connect(self, page: str, exercises: list[str]) -> dict[str, Any]:
        """Open the live channel and give the room's state."""
        url = self.address.replace("http", "ws", 1) + "/live"
        request = HTTPRequest(url, headers={"Cookie": self.cookie}, request_timeout=PATIENCE)
        self._line = await websocket_connect(request)
        self._reading = asyncio.create_task(self._read())
        await self.say({"is": "open", "page": page, "exercises": exercises, "since": 0})
        await self.until(lambda: bool(self.state))
        return self.state

    async def say(self, message: Any) -> None:
        """Send anything at all."""
        if self._line is None:
            raise ConnectionError("not connected")
        text = message if isinstance(message, (str, bytes)) else json.dumps(message)
        await self._line.write_message(text)

    async def ask(self, message: dict[str, Any]) -> dict[str, Any]:
        """Send a message with a key; give its ack or refusal."""
        key = message.setdefault("key", secrets.token_urlsafe(12))
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._waiting[key] = answer
        await self.say(message)
        return await asyncio.wait_for(answer, PATIENCE)

    async def put(
        self, exercise: str, to: str, field: str, value: Any, seen: int = 0
    ) -> dict[str, Any]:
        """Write one field and wait until it is kept or refused."""
        return await self.ask(
            {
                "is": "put",
                "exercise": exercise,
                "subject": to,
                "field": field,
                "value": value,
                "seen": seen,
            }
        )

    async def write(self, exercise: str, to: str, value: dict[str, Any]) -> None:
        """Write a whole answer, field by field."""
        for field, leaf in leaves(value).items():
            answer = await self.put(exercise, to, field, leaf)
            if answer["is"] == "refused":
                raise ValueError(f"{field}: {answer['why']['en']}")

    async def release(self, exercise: str, to: str, audience: str) -> dict[str, Any]:
        """Share a sheet."""
        return await self.ask(
            {"is": "release", "exercise": exercise, "subject": to, "audience": audience}
        )

    async def until(self, true: Any, within: float = PATIENCE) -> None:
        """Wait until something heard makes `true()` true."""
        async with asyncio.timeout(within):
            while not true():
                self._news.clear()
                await self._news.wait()

    def last(self, kind: str) -> dict[str, Any]:
        """Give the newest message of a kind."""
        return next((one for one in reversed(self.heard) if one["is"] == kind), {})

    async def leave(self) -> None:
        """Close the channel."""
        if self._line:
            self._line.close()
        if self._reading:
            await self._reading
        self._wire.close()

    async def _read(self) -> None:
        while self._line and (text := await self._line.read_message()) is not None:
            message = json.loads(text)
            if message["is"] == "beat":
                continue
            self.heard.append(message)
            if message["is"] == "state":
                self.state = message["state"]
            answer = self._waiting.pop(message.get("key") or "", None)
            if answer and not answer.done():
                answer.set_result(message)
            self._news.set()


async def hall_of(address: str, code: str, people: int, tables: int = 5) -> list[Bot]:
    """Seat so many bots at tables in turn and give them."""
    bots = [
        Bot(address, given["alias"], str(number % tables + 1))
        for number, given in enumerate(answers(people))
    ]
    await asyncio.gather(*(bot.join(code) for bot in bots))
    return bots
