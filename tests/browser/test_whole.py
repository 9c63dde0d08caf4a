"""The whole kit in a browser, and the notebook without it; each starts servers of its own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error, expect

from tests.walls import free_port
from workshops.store.client import RoomClient

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parent.parent.parent
NOTEBOOK = "day1_context/05_positioning.ipynb"

pytestmark = pytest.mark.long


@contextmanager
def process(*command: str, ready: str, log: Path, **more: str) -> Iterator[str]:
    """Run a command until the block ends; give its output once it holds `ready`."""
    with log.open("w", encoding="utf-8") as out:
        one = subprocess.Popen(
            [sys.executable, "-m", *command],
            stdout=out,
            stderr=subprocess.STDOUT,
            cwd=ROOT,
            env={**os.environ, **more},
        )
    try:
        until = time.monotonic() + 60
        while ready not in (said := log.read_text(encoding="utf-8")):
            assert one.poll() is None, said
            assert time.monotonic() < until, said
            time.sleep(0.1)
        yield said
    finally:
        one.terminate()
        one.wait()


def place(page: Page) -> None:
    """Put the first mark on the map with the keyboard and see it said in the text twin."""
    map_ = page.locator(".positioning_map").first
    map_.wait_for(timeout=90_000)
    map_.locator(".choice button", has_text="Inviteret").first.focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    twin = map_.locator("dl, .twin, ul").filter(has_text=re.compile("viden", re.IGNORECASE))
    expect(twin.last).to_contain_text(re.compile("viden", re.IGNORECASE))


def test_stock_voila_shows_the_notebook_to_one_person(browser: Browser, tmp_path: Path) -> None:
    port = free_port()
    command = ["voila", NOTEBOOK, "--no-browser", f"--port={port}"]
    with process(*command, ready="is running at", log=tmp_path / "log"):
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"http://127.0.0.1:{port}/")
        place(page)
        page.close()


def test_stock_voila_opens_the_days_set_by_its_index(browser: Browser, tmp_path: Path) -> None:
    port = free_port()
    command = ["voila", "day1_context/", "--no-browser", f"--port={port}"]
    with process(*command, ready="is running at", log=tmp_path / "log"):
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"http://127.0.0.1:{port}/voila/render/index.ipynb")
        page.locator('a[href*="05_positioning"]').first.click(timeout=60_000)
        place(page)
        page.close()


def test_lab_shows_the_notebook_to_its_author(browser: Browser, tmp_path: Path) -> None:
    command = ["workshops.cli", "lab", "--no-browser"]
    with process(*command, ready="?token=", log=tmp_path / "log") as said:
        where = re.search(r"(http://127\.0\.0\.1:\d+)/lab\?token=(\w+)", said)
        assert where, said
        page = browser.new_page(viewport={"width": 1400, "height": 1000})
        page.goto(f"{where[1]}/lab/tree/{NOTEBOOK}?token={where[2]}")
        page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=90_000)
        page.get_by_role("menuitem", name="Run").click()
        page.get_by_text("Run All Cells", exact=True).click()
        map_ = page.locator(".positioning_map")
        page.locator(".jp-Notebook").hover()
        until = time.monotonic() + 60
        page.wait_for_timeout(1000)  # Lab draws only the cells in view, and jumps to the last one
        while not map_.first.is_visible() and time.monotonic() < until:
            page.mouse.wheel(0, -200)
            page.wait_for_timeout(200)
        place(page)
        assert not page.get_by_text("Jupyter news").is_visible()
        page.close()


def test_no_page_of_the_whole_kit_asks_another_host(browser: Browser, tmp_path: Path) -> None:
    data = tmp_path / "data"
    command = ["workshops.cli", "start", "--no-browser", "--port=0", f"--data={data}"]
    with process(*command, ready="http", log=tmp_path / "log"):
        until = time.monotonic() + 30
        while not (data / "room.json").exists() and time.monotonic() < until:
            time.sleep(0.1)
        room = json.loads((data / "room.json").read_text(encoding="utf-8"))
        page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        asked: list[str] = []
        page.on("request", lambda one: asked.append(one.url))
        token = f"?token={room['dashboards_token']}"
        while True:
            try:
                page.goto(room["dashboards"] + "/desk" + token)
                break
            except Error:  # the dashboards are not up yet
                assert time.monotonic() < until
                time.sleep(0.2)
        page.locator(".cockpit .btn.main").first.wait_for(timeout=60_000)
        store = RoomClient(room["room"], room["token"])
        store.mark("run", "day1_context", {"button": "go", "block": "positioning"}, "test")
        store.close()
        wall = page.context.new_page()
        wall.on("request", lambda one: asked.append(one.url))
        wall.goto(room["dashboards"] + "/wall" + token)
        wall.locator("iframe.shown").wait_for(timeout=60_000)
        assert {one.split("/")[2] for one in asked if one.startswith(("http", "ws"))} == {
            room["dashboards"].removeprefix("http://")
        }
        page.context.close()
