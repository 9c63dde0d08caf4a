"""Starts the dashboards beside the room, watches and restarts them, and ends them with the room."""

from __future__ import annotations

import asyncio
import hmac
import logging
import os
import re
import secrets
import socket
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Literal

from tornado.httpclient import AsyncHTTPClient, HTTPError, HTTPRequest

from workshops.dashboards.shelf import shelf, with_kit
from workshops.exercises import content
from workshops.words import LANGUAGES, sentence

State = Literal["stopped", "starting", "running", "restarting"]

PORT = 8866
LOOK = 2.0
"""Seconds between two looks at the process."""
SILENT = 3
"""So many looks in a row without an answer, and the process counts as hanging."""
ANSWER = 4.0
"""Seconds it may take to answer one look."""
SILENCE = "silent"
BEGIN = 30.0
"""Seconds it may take until its first answer: importing everything on an old, cold laptop."""
LONGEST_PAUSE = 30.0
CALM = 5.0
"""Seconds between two pages that are drawn for proof: the trainer is starting the day meanwhile."""
DRAWN = 60.0
"""Seconds such a page may take."""
_KERNEL = re.compile(r'"kernelId":"([\w-]+)"')
_FAILED = 'class="sorry"'
_LOG = logging.getLogger("laeringsdage.dashboards")


class Supervisor:
    """The dashboards' process as the room sees it."""

    def __init__(self, room: str, room_token: str, data: Path, port: int = PORT) -> None:
        self.port = port
        self.token = _token(data)
        self.data = data
        self.state: State = "stopped"
        self.process: subprocess.Popen[bytes] | None = None
        self._told = {"LAERINGSDAGE_ROOM": room, "LAERINGSDAGE_TOKEN": room_token}
        self._running = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def address(self) -> str:
        """Where wall and desk are; only this machine can go there."""
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        """Start the process and watch it; does not wait until it answers."""
        self.state = "starting"
        self.port = await _port(self.port)
        self._launch()
        self._tasks = [asyncio.ensure_future(one) for one in (self._watch(), self._prove())]

    async def stop(self) -> None:
        """End the process and its kernels."""
        self.state = "stopped"
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._end()

    def _launch(self) -> None:
        told = {
            **self._told,
            "LAERINGSDAGE_DASHBOARDS_TOKEN": self.token,
            "LAERINGSDAGE_PARENT": "stdin",
            "PYTHONPATH": with_kit(os.environ.get("PYTHONPATH", "")),
        }
        command = [sys.executable, "-m", "workshops.dashboards", str(self.port), str(self.data)]
        # Its stdin is a pipe that closes with us, however we end: that is its sign to end too.
        self.process = subprocess.Popen(  # noqa: S603 - our own module
            command, stdin=subprocess.PIPE, env={**os.environ, **told}
        )

    async def _end(self, *, gently: bool = True) -> None:
        if self.process is None:
            return
        if self.process.stdin:
            self.process.stdin.close()
        if not gently or not await self._ended(within=5.0):
            self.process.kill()
            await self._ended(within=5.0)

    async def _ended(self, within: float) -> bool:
        for _ in range(int(within / 0.1)):
            if self.process is None or self.process.poll() is not None:
                return True
            await asyncio.sleep(0.1)
        return False

    async def _watch(self) -> None:
        """Start it again when it has ended or hangs; the pause grows while that does not help."""
        pause = 0.5
        while True:
            why = await self._lost()
            lived = self.state == "running"
            self.state = "restarting"
            self._running.clear()
            _LOG.error("%s", "\n".join(sentence("wall_again", one, why=why) for one in LANGUAGES))
            await self._end(gently=why != SILENCE)
            pause = 0.5 if lived else min(pause * 2, LONGEST_PAUSE)
            await asyncio.sleep(pause)
            self._launch()

    async def _lost(self) -> str:
        """Wait until the process has ended or hangs; give which."""
        silent, most = 0.0, BEGIN / LOOK
        while silent < most:
            await asyncio.sleep(LOOK if self.state == "running" else 0.25)
            if self.process is None or self.process.poll() is not None:
                return f"exit {self.process.returncode if self.process else '?'}"
            if await self._answers():
                self.state, silent, most = "running", 0.0, float(SILENT)
                self._running.set()
            else:
                silent += 1 if self.state == "running" else 0.25 / LOOK
        return SILENCE

    async def _answers(self) -> bool:
        try:
            await self._ask("/alive", ANSWER)
        except (OSError, HTTPError):
            return False
        return True

    async def _ask(self, path: str, patience: float, **given: Any) -> str:
        request = HTTPRequest(
            self.address + path,
            headers={"Authorization": f"token {self.token}"},
            connect_timeout=ANSWER,
            request_timeout=patience,
            **given,
        )
        return (await AsyncHTTPClient().fetch(request)).body.decode()

    async def _prove(self) -> None:
        """Draw every page once, one after the other, so that the log tells before the wall does.

        Voilà answers 200 to a page whose template or cell fails, and may never end it.
        """
        for page in sorted(shelf(content()), key=lambda one: not one.startswith("desk/")):
            await asyncio.sleep(CALM)
            await self._running.wait()
            why = await self._fault(page)
            if why and self.state == "running":
                told = (sentence("wall_page_broken", one, page=page, why=why) for one in LANGUAGES)
                _LOG.error("%s", "\n".join(told))

    async def _fault(self, page: str) -> str:
        """Draw a page and end its kernel; give what is wrong with it, "" if nothing."""
        try:
            html = await self._ask(f"/voila/render/{page}", DRAWN)
        except (OSError, HTTPError) as wrong:
            return str(wrong)
        kernel = _KERNEL.search(html)
        if kernel:
            with suppress(OSError, HTTPError):
                await self._ask(f"/voila/api/shutdown/{kernel[1]}", ANSWER, method="POST", body="")
        if _FAILED in html:
            return "a cell failed"
        return "" if html.rstrip().endswith("</html>") else "it does not end"


def _token(data: Path) -> str:
    """Give a token that is the same after a restart, so that pages out there come back."""
    try:
        key = (data / "secret.key").read_bytes()
    except OSError:
        return secrets.token_urlsafe(24)
    return hmac.new(key, b"dashboards", "sha256").hexdigest()


async def _port(wanted: int) -> int:
    """Give the wanted port; another one when a process before us does not soon let go of it."""
    for _ in range(20):
        with closing(socket.socket()) as one:
            if one.connect_ex(("127.0.0.1", wanted)):
                return wanted
        await asyncio.sleep(0.2)
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
