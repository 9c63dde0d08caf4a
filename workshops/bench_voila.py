"""The same crowd on stock Voilà with a kernel each: what the room is measured against.

The notebook is light (ipywidgets and one anywidget, no pandas or plotly), and what a browser would
load lazily is left out: both favour Voilà.
"""

from __future__ import annotations

import asyncio
import json
import re
import socket
import sys
import tempfile
import time
import uuid
from pathlib import Path
from typing import Any

import nbformat
import psutil
from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from workshops.bench import cpu, memory, spread
from workshops.wire import Wire

PATIENCE = 300.0
CELLS = (
    "import sqlite3, anywidget, ipywidgets as ipw, traitlets",
    """class Note(anywidget.AnyWidget):
    _esm = "export default { render({ model, el }) { el.textContent = model.get('value'); } };"
    value = traitlets.Unicode("").tag(sync=True)""",
    """def keep(change):
    with sqlite3.connect("answers.sqlite3", timeout=60) as memory:
        memory.execute("create table if not exists answer (value text)")
        memory.execute("insert into answer values (?)", (change.new,))""",
    """note = Note()
note.observe(keep, "value")
ipw.VBox([ipw.Label("Ét øjeblik"), ipw.Text(), note])""",
)
_NEEDED = re.compile(r"""(?:<link[^>]*rel="stylesheet"[^>]*href=|<script[^>]* src=)"([^"]+)\"""")
_CONFIG = re.compile(r'id="jupyter-config-data"[^>]*>(.*?)</script>', re.DOTALL)


async def voila(people: int) -> dict[str, Any]:
    """Give stock Voilà's figures with so many people opening one light notebook at once."""
    with tempfile.TemporaryDirectory() as folder:
        book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(one) for one in CELLS])
        nbformat.write(book, Path(folder) / "light.ipynb")
        port = _free_port()
        server = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "voila", "light.ipynb", "--no-browser", f"--port={port}",
            "--Voila.ip=127.0.0.1", cwd=folder,
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        address = f"http://127.0.0.1:{port}"
        try:
            await _answering(address)
            process = psutil.Process(server.pid)
            await Visitor(address).ready()  # what is compiled or cached once is so for the crowd
            before = cpu(process)
            visitors = [Visitor(address) for _ in range(people)]
            ready = list(await asyncio.gather(*(one.ready() for one in visitors)))
            acks = [part for one in visitors for part in one.acks]
            figures = {
                "ready_p50_s": spread(ready, 0.5),
                "ready_last_s": round(max(ready), 3),
                "ack_p50_ms": spread([one * 1000 for one in acks], 0.5),
                "ack_p99_ms": spread([one * 1000 for one in acks], 0.99),
                "follow_last_ms": None,  # stock Voilà has nobody to follow
                "cpu_s": round(cpu(process) - before, 2),
                "memory_mb": round(memory(process), 1),
                "page_kb": round(visitors[-1].bytes / 1000, 1),
            }
            for one in visitors:
                one.leave()
            return figures
        finally:
            for child in psutil.Process(server.pid).children(recursive=True):
                child.terminate()
            server.terminate()
            await server.wait()


class Visitor:
    """One browser's worth of requests to stock Voilà."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.acks: list[float] = []
        self.bytes = 0
        self._session = uuid.uuid4().hex
        self._wire = Wire(address)
        self._line: WebSocketClientConnection | None = None

    async def ready(self) -> float:
        """Open the page and save once; give the seconds it took."""
        start = time.perf_counter()
        html = await self._get("/")
        match = _CONFIG.search(html)
        config = json.loads(match[1]) if match else {}
        own = {one for one in _NEEDED.findall(html) if "//" not in one}  # no network, no CDN
        await asyncio.gather(*(self._get(one) for one in own))
        kernel = config["kernelId"]
        url = f"ws{self.address[4:]}/api/kernels/{kernel}/channels?session_id={self._session}"
        self._line = await websocket_connect(HTTPRequest(url, request_timeout=PATIENCE))
        note = await self._note()
        began = time.perf_counter()
        await self._done(await self._save(note))
        self.acks.append(time.perf_counter() - began)
        return time.perf_counter() - start

    async def _get(self, path: str) -> str:
        headers = {"Accept-Encoding": "gzip"}
        answer = await asyncio.wait_for(self._wire.ask(path, headers=headers), PATIENCE)
        self.bytes += len(answer.body)
        return answer.text if path == "/" else ""

    async def _note(self) -> str:
        """Give the id of the anywidget, from the states that every widget page asks for."""
        control = uuid.uuid4().hex
        opened = {"comm_id": control, "target_name": "jupyter.widget.control", "data": {}}
        await self._say("comm_open", opened)
        await self._say("comm_msg", {"comm_id": control, "data": {"method": "request_states"}})
        async with asyncio.timeout(PATIENCE):
            while True:
                content = (await self._read()).get("content", {})
                states = content.get("data", {}).get("states") or {}
                for model, about in states.items():
                    if about["model_module"] == "anywidget":
                        return str(model)

    async def _save(self, note: str) -> str:
        data = {"method": "update", "state": {"value": "Det første"}, "buffer_paths": []}
        return await self._say("comm_msg", {"comm_id": note, "data": data})

    async def _done(self, parent: str) -> None:
        async with asyncio.timeout(PATIENCE):
            while True:
                message = await self._read()
                if (
                    message.get("msg_type") == "status"
                    and message["content"]["execution_state"] == "idle"
                    and message["parent_header"].get("msg_id") == parent
                ):
                    return

    async def _say(self, kind: str, content: dict[str, Any]) -> str:
        if self._line is None:
            raise ConnectionError("not connected")
        number = uuid.uuid4().hex
        header = {
            "msg_id": number,
            "msg_type": kind,
            "username": "",
            "session": self._session,
            "date": "",
            "version": "5.3",
        }
        message = {
            "header": header,
            "parent_header": {},
            "metadata": {"version": "1.0.0"},  # of the widgets' control channel
            "content": content,
            "channel": "shell",
            "buffers": [],
        }
        await self._line.write_message(json.dumps(message))
        return number

    async def _read(self) -> dict[str, Any]:
        if self._line is None:
            raise ConnectionError("not connected")
        text = await self._line.read_message()
        if text is None:
            raise ConnectionError("Voilà closed the channel")
        message: dict[str, Any] = json.loads(text) if isinstance(text, str) else {}
        return message

    def leave(self) -> None:
        """Close the tab."""
        if self._line:
            self._line.close()
        self._wire.close()


async def _answering(address: str) -> None:
    async with asyncio.timeout(60):
        while True:
            try:
                await Wire(address).ask("/voila/static/none")
            except OSError:
                await asyncio.sleep(0.2)
            else:
                return


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
