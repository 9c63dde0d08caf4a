"""Running dashboards over a small content of their own and a room that is made up, for tests."""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import nbformat
import tornado.web
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

KIT = Path(__file__).resolve().parent.parent
LOOPBACK = "127.0.0.1"
PAGE, OTHER = "day1_test/01_light", "day1_test/02_other"


def until(true: Callable[[], Any], within: float = 30.0) -> Any:
    """Wait until `true()` gives something, and give it."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        found = true()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"not within {within} s")


def free_port() -> int:
    with contextlib.closing(socket.socket()) as one:
        one.bind((LOOPBACK, 0))
        return one.getsockname()[1]


# ── content ──────────────────────────────────────────────────────────────────
def notebook(file: Path, *cells: tuple[str, str]) -> None:
    """Write a notebook of (cell id, source); text cells carry their language."""
    made = []
    for name, source in cells:
        tag = name.rsplit("-", 1)[-1]
        text = tag in ("da", "en")
        cell = (nbformat.v4.new_markdown_cell if text else nbformat.v4.new_code_cell)(source)
        cell.id = name
        if text:
            cell.metadata["tags"] = [tag]
        made.append(cell)
    about = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    file.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(nbformat.v4.new_notebook(cells=made, metadata=about), file)


def content(folder: Path) -> Path:
    """Give a content folder with a light block, another one, and one that fails."""
    tell = "import os; {name: os.environ.get(name) for name in os.environ if 'DAGE_' in name}"
    for file, title in ((PAGE, "Lys"), (OTHER, "Anden")):
        notebook(
            folder / f"{file}.ipynb",
            ("title-da", f"# {title}\n\nFormål."),
            ("title-en", f"# {title} in English\n\nPurpose."),
            ("theory-da", "## Teori\n\n- **Ord** er noget.\n\n*Kilde: Nogen 1990*"),
            ("theory-en", "## Theory\n\n- **Words** are something.\n\n*Source: Someone 1990*"),
            ("task-da", "## Opgave\n\n1. Først.\n2. Så.\n\n**Roller.** Alle."),
            ("task-en", "## Task\n\n1. First.\n2. Then.\n\n**Roles.** All."),
            ("kernel", tell),
        )
    failing = ("boom", "secret_name = 'never shown'\nraise ValueError(secret_name)")
    notebook(folder / "day1_test" / "03_fails.ipynb", ("title-da", "# Fejl"), failing)
    notebook(folder / "day1_test" / "index.ipynb", ("title-da", "# Dagen"))
    notebook(folder / "elsewhere" / "01_private.ipynb", ("title-da", "# Privat"))
    return folder


# ── a room that is made up ───────────────────────────────────────────────────
class MadeUpRoom:
    """Answers `state`, `counts` and the feed, in a thread of its own."""

    token = "room-token"

    def __init__(self) -> None:
        self.silent = False
        self.counts: dict[str, Any] = {"written": 4, "groups": {}}
        self.state: dict[str, Any] = {
            "day": "day1_test",
            "day_number": 1,
            "day_title": {"da": "Prøvedag", "en": "Test day"},
            "block": None,
            "block_title": None,
            "exercise": None,
            "page": None,
            "next_page": PAGE,
            "stage": "talk",
            "open": False,
            "timer": None,
            "dark": False,
            "theme": "light",
            "spotlight": None,
            "joined": 7,
            "join": {"address": "192.0.2.7:8080", "code": "K7MQ4X"},
        }
        self._feeds: set[asyncio.Queue[str]] = set()
        self._sockets = bind_sockets(0, LOOPBACK)
        self.address = f"http://{LOOPBACK}:{self._sockets[0].getsockname()[1]}"
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self._thread.start()
        self._ready.wait(10)

    def tell(self, **changed: Any) -> None:
        """Change the state and say so on the feed."""
        self.state = {**self.state, **changed}
        for one in tuple(self._feeds):
            self._loop.call_soon_threadsafe(one.put_nowait, '{"event":{"kind":"run"}}\n')

    def go(self, page: str | None, stage: str = "talk", **more: Any) -> None:
        """Let a block run."""
        title = {"da": f"Blok {page}", "en": f"Block {page}"}
        self.tell(block=page, page=page, stage=stage, block_title=title, **more)

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._done.set)
        self._thread.join(10)

    async def _serve(self) -> None:
        self._loop, self._done = asyncio.get_running_loop(), asyncio.Event()
        handlers = [(r"/verbs/(\w+)", _Verb, {"room": self}), (r"/feed", _Feed, {"room": self})]
        app = tornado.web.Application(handlers, log_function=lambda _handler: None)
        server = HTTPServer(app)
        server.add_sockets(self._sockets)
        self._ready.set()
        await self._done.wait()
        server.stop()
        await server.close_all_connections()


class _Verb(tornado.web.RequestHandler):
    def initialize(self, room: MadeUpRoom) -> None:
        self.room = room

    async def post(self, verb: str) -> None:
        if self.request.headers.get("Authorization") != f"Bearer {self.room.token}":
            self.send_error(403)
        elif self.room.silent:
            self.send_error(500)
        elif verb == "state":
            self.write({"ok": {**self.room.state, "now": datetime.now(UTC).isoformat()}})
        else:
            self.write({"ok": self.room.counts})


class _Feed(_Verb):
    async def get(self) -> None:
        lines: asyncio.Queue[str] = asyncio.Queue()
        self.room._feeds.add(lines)
        with contextlib.suppress(tornado.iostream.StreamClosedError, asyncio.CancelledError):
            while True:
                try:
                    self.write(await asyncio.wait_for(lines.get(), 2))
                except TimeoutError:
                    self.write('{"beat":1}\n')
                await self.flush()
        self.room._feeds.discard(lines)


# ── the dashboards' process ──────────────────────────────────────────────────
@dataclass
class Answer:
    code: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Dashboards:
    """One running process, and how to ask it."""

    port: int
    process: subprocess.Popen[bytes]
    data: Path
    token: str = "dashboards-token"
    log: Path = field(default_factory=Path)

    @property
    def address(self) -> str:
        return f"http://{LOOPBACK}:{self.port}"

    def ask(self, path: str, method: str = "GET", *, token: bool = True, **headers: str) -> Answer:
        """Ask for a path, with the token unless told otherwise; redirects are not followed."""
        given = {name.replace("_", "-"): text for name, text in headers.items()}
        if token:
            given["Authorization"] = f"token {self.token}"
        line = http.client.HTTPConnection(LOOPBACK, self.port, timeout=60)
        with contextlib.closing(line):
            line.request(method, path, headers=given)
            answer = line.getresponse()
            return Answer(answer.status, answer.headers, answer.read())

    @property
    def kernels(self) -> int:
        return json.loads(self.ask("/alive").body)["kernels"]


@contextlib.contextmanager
def running(folder: Path, room: MadeUpRoom, data: Path, port: int = 0) -> Iterator[Dashboards]:
    """Give dashboards over the content in `folder`; they end with the block."""
    port, log = port or free_port(), data / "dashboards.log"
    told = {
        "LAERINGSDAGE_CONTENT": str(folder),
        "LAERINGSDAGE_ROOM": room.address,
        "LAERINGSDAGE_TOKEN": room.token,
        "LAERINGSDAGE_DASHBOARDS_TOKEN": Dashboards.token,
        "LAERINGSDAGE_PARENT": "stdin",
        "PYTHONPATH": str(KIT),
    }
    command = [sys.executable, "-m", "workshops.dashboards", str(port), str(data)]
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stderr=out, stdout=out, env={**os.environ, **told}
        )
    found = Dashboards(port, process, data, log=log)
    try:
        until(lambda: _answers(found), within=60)
        yield found
    finally:
        process.stdin.close()
        process.wait(20)


def _answers(one: Dashboards) -> bool:
    assert one.process.poll() is None, one.log.read_text()
    with contextlib.suppress(OSError):
        return one.ask("/alive").code == 200
    return False
