"""A room in a process of its own that can be killed, and phones that look at it."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from workshops.store.client import RoomClient

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAGE, EXERCISE = "day1_context/05_positioning", "stuck_episode"
ROOT = Path(__file__).resolve().parent.parent.parent


class RoomProcess:
    """The room alone, as `python -m workshops.room`, on one port and one data folder."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = 0
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "workshops.room", "--data", str(self.data)]
        command += ["--port", str(self.port)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True)
        assert self.process.stdout
        about = json.loads(self.process.stdout.readline())
        self.address: str = about["address"]
        self.code: str = about["code"]
        self.port = int(self.address.rsplit(":", 1)[1])
        self.inner: str = about["inner"]
        self.token: str = about["token"]
        self.store = RoomClient(self.inner, self.token)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        self.store.close()
        self.process.terminate()
        self.process.wait()

    def kept(self, alias: str) -> dict[str, Any]:
        """Give what the database file itself holds of somebody's map: newest value by field."""
        file = f"file:{self.data}/laeringsdage.sqlite3?mode=ro"
        with closing(sqlite3.connect(file, uri=True)) as db:
            rows = db.execute(
                "select field, value from entry where subject = ? order by id",
                (self.subject(alias),),
            )
            return {field: json.loads(value) for field, value in rows if field[0] != "@"}

    def subject(self, alias: str) -> str:
        seats = [one for one in self.store.events("seat") if one.value["alias"] == alias]
        return seats[-1].subject

    def press(self, button: str, day: str = "day1_context", **given: Any) -> None:
        self.store.mark("run", day, {"button": button, **given}, "test")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[RoomProcess]:
    one = RoomProcess(tmp_path / "data")
    yield one
    one.stop()


@pytest.fixture
def phone(browser: Browser, room: RoomProcess) -> Iterator[Callable[..., Page]]:
    """Give a call that seats somebody on a fresh phone and opens the exercise."""
    contexts = []

    def seat(alias: str = "Anna", table: str = "3", width: int = 390, lang: str = "da") -> Page:
        context = browser.new_context(viewport={"width": width, "height": 844})
        contexts.append(context)
        form = {"code": room.code, "alias": alias, "table": table}
        context.request.post(f"{room.address}/", form=form)
        context.add_cookies([{"name": "lang", "value": lang, "url": room.address}])
        page = context.new_page()
        page.goto(f"{room.address}/page/{PAGE}")
        page.wait_for_selector(".stage [aria-current], .seat *")
        return page

    yield seat
    for context in contexts:
        context.close()
