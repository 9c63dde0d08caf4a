"""Every phone lands where the room is, whatever it missed; what is half written stays in place."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PAGE

if TYPE_CHECKING:
    from playwright.sync_api import Page

SAVED = re.compile(r"Gemt kl\. \d+\.\d\d")
PLACES = {
    "notebook": ("check_in", "/page/day1_context/01_check_in"),
    "form": ("walk", "/now"),
    "nothing": (None, "/now"),
}
"""Blocks a room may have moved to: one with a page of its own, one without, and none at all."""
RUNNING = ["notebook", "form"]
FIELD = "Fra a til b: Hvad sagde de?"


def write(page: Page, text: str) -> None:
    page.get_by_label(FIELD).locator("visible=true").focus()
    page.keyboard.type(text)


def stands_at(page: Page, address: str, path: str) -> None:
    """Expect the phone at a place of the room, drawn and with a line."""
    page.wait_for_url(re.compile(re.escape(address + path) + r"(\?.*)?$"), timeout=10_000)
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    expect(page.locator(".banner:visible")).to_have_count(0, timeout=10_000)


@contextmanager
def asleep(page: Page) -> Iterator[None]:
    """Let a phone sleep: its script stands still and its network is gone."""
    line = page.context.new_cdp_session(page)
    gone = {"offline": True, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", gone)
    line.send("Page.setWebLifecycleState", {"state": "frozen"})
    yield
    # Script first: with a network it may already be on its way to another page.
    line.send("Page.setWebLifecycleState", {"state": "active"})
    line.send("Network.emulateNetworkConditions", {**gone, "offline": False})
    line.detach()


@pytest.mark.parametrize("place", PLACES)
def test_a_late_joiner_lands_on_the_running_block(browser, room, place):
    block, path = PLACES[place]
    room.press("go", block=block)
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{room.address}/?k={room.code}")
    page.get_by_label("Navn eller initialer").fill("Birgitte")
    page.get_by_role("radio", name="Gruppe 3").check(force=True)
    page.get_by_role("button", name="Deltag").click()
    page.goto(room.address + "/now")
    stands_at(page, room.address, path)
    page.context.close()


@pytest.mark.parametrize("place", RUNNING)
def test_an_open_page_follows_there_and_back(phone, room, place):
    block, path = PLACES[place]
    page = phone()
    room.press("go", block=block)
    stands_at(page, room.address, path)
    room.press("go", block="positioning")
    stands_at(page, room.address, f"/page/{PAGE}")


@pytest.mark.parametrize("place", RUNNING)
def test_a_phone_that_slept_lands_on_the_running_block(phone, room, place):
    block, path = PLACES[place]
    page = phone()
    with asleep(page):
        room.press("go", block="line")
        room.press("go", block=block)
    stands_at(page, room.address, path)
    with asleep(page):
        room.press("go", block="positioning")
        room.press("stage", stage="group")
    stands_at(page, room.address, f"/page/{PAGE}")
    expect(page.locator("html")).to_have_attribute("data-stage", "group")


def test_when_nothing_runs_any_more_a_page_stays_open(phone, room):
    page = phone()
    room.press("go", block=None)
    expect(page.locator(".closed:visible, .part:visible").first).to_be_visible()
    room.press("go", block="check_in")
    stands_at(page, room.address, PLACES["notebook"][1])


def test_a_reload_stays_with_the_room(phone, room):
    page = phone()
    room.press("stage", stage="plenary")
    page.reload()
    stands_at(page, room.address, f"/page/{PAGE}")
    expect(page.locator("html")).to_have_attribute("data-stage", "plenary")


def test_after_a_restart_every_phone_is_where_the_room_was(phone, room):
    room.press("stage", stage="individual")
    page = phone()
    room.press("go", block="check_in")
    stands_at(page, room.address, PLACES["notebook"][1])
    room.kill()
    room.start()
    stands_at(page, room.address, PLACES["notebook"][1])


PRESSES: dict[str, list[tuple[str, dict[str, Any]]]] = {
    "another block": [("go", {"block": "check_in"})],
    "a block without a page": [("go", {"block": "walk"})],
    "nothing": [("go", {"block": None})],
    "a stage": [("stage", {"stage": "plenary"})],
    "pause and dark": [("pause", {}), ("dark", {})],
    "closed": [("close", {"exercise": "stuck_episode"})],
    "all at once": [("split", {}), ("next", {}), ("skip", {}), ("swap", {}), ("repeat", {})],
}


FURTHER = ("nothing", "closed", "a block without a page")
"""Presses that only the long run tries."""


@pytest.mark.parametrize(
    "presses",
    [
        pytest.param(one, marks=[pytest.mark.long] if name in FURTHER else [], id=name)
        for name, one in PRESSES.items()
    ],
)
def test_a_half_written_field_is_never_taken_away(phone, room, presses):
    room.press("stage", stage="individual")
    page = phone()
    write(page, "midt i en ")
    for button, given in presses:
        room.press(button, **given)
        page.keyboard.type("sæt")
    page.wait_for_timeout(1200)
    page.keyboard.type("ning")
    field = page.get_by_label(FIELD).locator("visible=true")
    expect(field).to_be_focused()
    expect(field).to_have_value("midt i en " + "sæt" * len(presses) + "ning")


def test_a_task_worded_anew_leaves_the_half_written_field_alone(phone, room):
    room.press("stage", stage="individual")
    page = phone()
    write(page, "midt i en ")
    words = {"title": "Et andet spørgsmål", "task": "En anden opgave"}
    texts = {"stuck_episode": {"da": words, "en": words}}
    room.store.mark("plan", "day1_context", {"texts": texts}, "test")
    expect(page.get_by_text("Et andet spørgsmål").first).to_be_visible()
    page.keyboard.type("sætning")
    field = page.get_by_label(FIELD).locator("visible=true")
    expect(field).to_be_focused()
    expect(field).to_have_value("midt i en sætning")


def test_what_was_written_while_the_room_moved_on_is_kept(phone, room):
    room.press("stage", stage="individual")
    page = phone()
    write(page, "midt i en sæt")
    room.press("go", block="check_in")
    page.keyboard.type("ning")
    expect(page.locator(".foot .save")).to_have_text(SAVED)
    page.locator(".banner").get_by_role("button", name="Følg med").click()
    stands_at(page, room.address, PLACES["notebook"][1])
    assert room.kept("Anna")["words.taken"] == "midt i en sætning"


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGSTOP there")
def test_a_laptop_that_sleeps_is_said_and_caught_up_with(phone, room):
    room.press("stage", stage="individual")
    page = phone()
    os.kill(room.process.pid, signal.SIGSTOP)
    try:
        expect(page.locator(".banner")).to_contain_text("Ingen forbindelse", timeout=6000)
        write(page, "om natten")
        page.evaluate("document.activeElement.blur()")
    finally:
        os.kill(room.process.pid, signal.SIGCONT)
    woken = time.monotonic()
    room.press("stage", stage="plenary")
    expect(page.locator(".banner")).to_be_hidden(timeout=5000)
    assert time.monotonic() - woken < 5
    expect(page.locator("html")).to_have_attribute("data-stage", "plenary")
    expect(page.locator(".foot .save")).to_have_text(SAVED)
    assert room.kept("Anna")["words.taken"] == "om natten"


SHIFTED = """(() => {
  const real = Date;
  globalThis.Date = class extends real {
    constructor(...given) { given.length ? super(...given) : super(real.now() + SHIFT); }
    static now() { return real.now() + SHIFT; }
  };
})()"""


@pytest.mark.parametrize(("block", "stage"), [("positioning", "individual"), ("round", None)])
def test_clocks_set_wrong_count_down_together(phone, room, block, stage):
    room.press("go", block=block)
    if stage:
        room.press("stage", stage=stage)
    pages = [phone(name) for name in ("Anna", "Bo", "Cille")]
    for page, shift in zip(pages, (3_600_000, -420_000, 0), strict=True):
        page.add_init_script(SHIFTED.replace("SHIFT", f"({shift})"))
        page.goto(f"{room.address}/now")
        expect(page.locator("[role=timer]:visible")).to_have_text(re.compile(r"\d+:\d\d"))
    for _ in range(5):
        pages[0].wait_for_timeout(400)
        shown = [page.locator("[role=timer]:visible").inner_text() for page in pages]
        told = [re.findall(r"(\d+):(\d\d)$", one)[0] for one in shown]
        left = [60 * int(minutes) + int(seconds) for minutes, seconds in told]
        assert max(left) - min(left) <= 1, shown
