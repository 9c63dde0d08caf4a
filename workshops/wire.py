"""A lean HTTP/1.1 client for bots: keep-alive, a few connections each, like a browser's.

The usual clients cost more CPU a request than the room does, and would measure themselves when 200
bots arrive at once on two cores.
"""

from __future__ import annotations

import asyncio
import gzip
from dataclasses import dataclass, field
from urllib.parse import urlsplit

AT_ONCE = 6
"""Connections a browser opens to one host."""


@dataclass(frozen=True)
class Answer:
    """A response; header names are lower case, `cookies` holds the Set-Cookie lines."""

    code: int
    headers: dict[str, str]
    body: bytes
    cookies: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The body as text, unpacked if it came packed."""
        packed = self.headers.get("content-encoding") == "gzip"
        return (gzip.decompress(self.body) if packed else self.body).decode()


class Wire:
    """Connections to one address (http only, this machine)."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._host, self._port = parts.hostname or "127.0.0.1", parts.port or 80
        self._free: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []
        self._room = asyncio.Semaphore(AT_ONCE)

    async def ask(
        self,
        path: str,
        method: str = "GET",
        body: bytes = b"",
        headers: dict[str, str] | None = None,
    ) -> Answer:
        """Send a request and give its answer; a dropped connection is opened again once."""
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self._host}:{self._port}"]
        lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
        if body or method == "POST":
            lines.append(f"Content-Length: {len(body)}")
        request = "\r\n".join([*lines, "", ""]).encode() + body
        async with self._room:
            if self._free:
                pair = self._free.pop()
                try:
                    return await self._over(pair, request)
                except (asyncio.IncompleteReadError, ConnectionError):
                    pair[1].close()
            return await self._over(await asyncio.open_connection(self._host, self._port), request)

    async def _over(
        self, pair: tuple[asyncio.StreamReader, asyncio.StreamWriter], request: bytes
    ) -> Answer:
        reader, writer = pair
        writer.write(request)
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        code = int(head[0].split(" ")[1])
        headers: dict[str, str] = {}
        cookies = []
        for line in head[1:-2]:
            name, _, value = line.partition(": ")
            if name.lower() == "set-cookie":
                cookies.append(value)
            headers[name.lower()] = value
        body = await _body(reader, code, headers)
        if headers.get("connection", "").lower() == "close":
            writer.close()
        else:
            self._free.append(pair)
        return Answer(code, headers, body, cookies)

    def close(self) -> None:
        """Let all connections go."""
        for _, writer in self._free:
            writer.close()
        self._free.clear()


async def _body(reader: asyncio.StreamReader, code: int, headers: dict[str, str]) -> bytes:
    if code in {204, 304}:
        return b""
    if "content-length" in headers:
        return await reader.readexactly(int(headers["content-length"]))
    if headers.get("transfer-encoding") != "chunked":
        return await reader.read()
    chunks = []
    while size := int(await reader.readline(), 16):
        chunks.append(await reader.readexactly(size))
        await reader.readline()
    await reader.readline()
    return b"".join(chunks)
