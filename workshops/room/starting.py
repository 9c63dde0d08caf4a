"""Starts the kit: store, room, dashboards; one address for the phones, one page for the trainer."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import json
import os
import secrets
import signal
import sys
import webbrowser
from pathlib import Path
from typing import Any

import tornado.web
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from workshops.room import control, door, library, mine, pages, paper, remote, take
from workshops.room.addresses import lan_address
from workshops.room.floor import Floor
from workshops.room.hall import Hall
from workshops.room.live import LONGEST, Live
from workshops.room.typed import pages as typed
from workshops.room.verbs import Feed, Verbs
from workshops.store import Declined, Store
from workshops.words import sentence

HERE = Path(__file__).parent
LOOPBACK = "127.0.0.1"
SET_UP = ("programme", "run", "seat")
"""A folder with such events has been set up: its trainer is shown the desk, not the first steps."""
FIRST = "voila/render/desk/begin.ipynb"


def public_app(floor: Floor, secret: str) -> tornado.web.Application:
    """Give the participants' application; nothing in it can run code."""
    about = {"floor": floor}
    guarded = {**about, "wrong": door.WrongCodes()}
    return tornado.web.Application(
        [
            (r"/", door.Welcome, guarded),
            (r"/return", door.Return, guarded),
            (r"/return/asked", door.Asked, about),
            (r"/card", door.Card, about),
            (r"/mine", mine.Mine, about),
            (r"/cases", library.Cases, about),
            (r"/cases/(\w+)", library.OneCase, about),
            (r"/paper/(\w+)", paper.Paper, about),
            (r"/mine\.(docx|pdf)", take.TakeMine, about),
            (r"/take/day\.(docx|pdf)", take.TakeDay, about),
            (r"/take/(\w+)/(me|group)\.(html|docx|pdf|ics)", take.Take, about),
            *typed.of_tables(floor),
            (r"/control", control.TakeControl, about),
            (r"/control/(\w+)\.svg", control.ControlQr, about),
            (r"/forget", door.Forget, about),
            (r"/seat", door.Seat, about),
            (r"/group", door.Group, about),
            (r"/now", pages.Now, about),
            (r"/page/(\w+)/([\w-]+)", pages.Notebook, about),
            (r"/static/([\w.-]+)", pages.Asset, about),
            (r"/qr\.svg", pages.JoinQr, about),
            (r"/live", Live, about),
            (r"/remote", remote.Remote, about),
            (r"/remote/press", remote.Press, about),
            (r"/remote/live", remote.Line, about),
        ],
        default_handler_class=pages.Missing,
        default_handler_args=about,
        cookie_secret=secret,
        template_path=str(HERE),
        websocket_max_message_size=64 * LONGEST,
        websocket_ping_interval=10,
        log_function=lambda _handler: None,
    )


def loopback_app(floor: Floor, token: str) -> tornado.web.Application:
    """Give the verbs for kernels of ours, and the desk's typing page: on this machine only."""
    about = {"floor": floor, "token": token}
    return tornado.web.Application(
        [
            (r"/verbs/(\w+)", Verbs, about),
            (r"/feed", Feed, about),
            *typed.of_the_desk(floor, token),
        ],
        template_path=str(HERE),
        log_function=lambda _handler: None,
    )


def secret_of(data: Path) -> str:
    """Give the key the seats are signed with, made once and readable by its owner only."""
    file = data / "secret.key"
    if not file.exists():
        with os.fdopen(os.open(file, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w") as out:
            out.write(secrets.token_hex(32))
    return file.read_text(encoding="ascii")


class Room:
    """The running room: two listening applications over one store."""

    def __init__(self, store: Store, data: Path, port: int, address: str | None = None) -> None:
        self.store = store
        self.data = data
        self.token = secrets.token_urlsafe(24)
        self.hall = Hall(store)
        self.floor = Floor(self.hall)
        self._sockets = bind_sockets(port, address or "0.0.0.0")  # noqa: S104 - phones come from the LAN
        self._inner = bind_sockets(0, LOOPBACK)
        self.port: int = self._sockets[0].getsockname()[1]
        self.inner_port: int = self._inner[0].getsockname()[1]
        self.hall.address = f"{lan_address()}:{self.port}"
        self._servers: list[HTTPServer] = []

    @property
    def inner(self) -> str:
        """The loopback address of the verbs."""
        return f"http://{LOOPBACK}:{self.inner_port}"

    def open(self) -> None:
        """Begin to serve; must be called on the loop."""
        for app, sockets in (
            (public_app(self.floor, secret_of(self.data)), self._sockets),
            (loopback_app(self.floor, self.token), self._inner),
        ):
            server = HTTPServer(app, max_body_size=1_000_000, idle_connection_timeout=120)
            server.add_sockets(sockets)
            self._servers.append(server)
        self.floor.start()

    def sign(self, **more: Any) -> None:
        """Leave a note in the data folder, so that the command line finds the running room."""
        note = {
            "room": self.inner,
            "token": self.token,
            "address": f"http://{self.hall.address}",
            "pid": os.getpid(),
            **more,
        }
        file = self.data / "room.json"
        with os.fdopen(os.open(file, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w") as out:
            json.dump(note, out)

    async def close(self) -> None:
        """Serve no more and let go of the file."""
        self.floor.stop()
        for server in self._servers:
            server.stop()
            await server.close_all_connections()
        (self.data / "room.json").unlink(missing_ok=True)
        self.store.close()


def start(options: Any) -> int:
    """Start everything and run until Ctrl+C; gives the exit code."""
    from workshops.store.opening import data_folder, open_database  # noqa: PLC0415 - alembic is slow

    try:
        data = data_folder(options.data)
        _take_waiting_copy(data)
        room = Room(open_database(data), data, options.port)
    except Declined as no:
        return _say(no.word, **no.facts)
    except OSError as wrong:
        if wrong.errno == errno.EADDRINUSE:
            return _say("start_port_in_use", port=options.port)
        if wrong.errno == errno.ENOSPC:
            return _say("start_disk_full")
        raise
    return asyncio.run(_run(room, options))


def _take_waiting_copy(data: Path) -> None:
    """Put the copy in place that waits for a start; when that fails, the day begins without it."""
    from workshops.store.restoring import finish  # noqa: PLC0415 - as above

    try:
        restored = finish(data)
    except Declined as no:
        _say(no.word, **no.facts)
        return
    for word, facts in restored.told if restored else []:
        _say(word, **facts)


async def _run(room: Room, options: Any) -> int:
    from workshops.dashboards.supervisor import Supervisor  # noqa: PLC0415 - as above
    from workshops.store.keeping import Keeper  # noqa: PLC0415 - as above

    room.open()
    keeper = Keeper(room.store)
    done = asyncio.Event()
    loop = asyncio.get_running_loop()
    for one in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows has no signal handlers on the loop
            loop.add_signal_handler(one, done.set)
    dashboards = Supervisor(room.inner, room.token, room.data)
    await dashboards.start()
    room.sign(dashboards=dashboards.address, dashboards_token=dashboards.token)
    page = "desk" if any(map(room.store.events, SET_UP)) else FIRST
    desk = f"{dashboards.address}/{page}?token={dashboards.token}"
    print(
        sentence("start_ready", address=room.hall.address, code=room.hall.code, desk=desk),
        flush=True,
    )
    if not options.no_browser:
        webbrowser.open(desk)
    try:
        await done.wait()
    finally:
        await dashboards.stop()
        await asyncio.to_thread(keeper.stop)
        await room.close()
    return 0


def _say(word: str, **facts: object) -> int:
    print(sentence(word, "da", **facts), sentence(word, "en", **facts), sep="\n", file=sys.stderr)
    return 1
