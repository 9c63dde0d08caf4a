"""The wall as the room sees it: in a browser, with a room that is made up."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
import pytest

from tests.walls import KIT, OTHER, PAGE, Dashboards, MadeUpRoom, content, running, until

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Frame, Page

SHOWN = "iframe.shown"
CALM = {
    "block": None, "page": None, "kind": None, "next_page": PAGE, "stage": "talk", "prompt": None,
    "dark": False, "timer": None, "paused": False, "left": None, "call_back": None, "tally": None,
    "ends": None, "groups": [], "agenda": [], "theme": "light", "scale": 100, "turn": 0,
}  # fmt: skip


@pytest.fixture(scope="module")
def room() -> Iterator[MadeUpRoom]:
    made = MadeUpRoom()
    yield made
    made.stop()


@pytest.fixture(scope="module")
def dashboards(room: MadeUpRoom, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboards]:
    folder, data = content(tmp_path_factory.mktemp("content")), tmp_path_factory.mktemp("data")
    with running(folder, room, data) as found:
        yield found


@pytest.fixture
def wall(browser: Browser, dashboards: Dashboards, room: MadeUpRoom) -> Iterator[Page]:
    """Give the wall while no block runs; it may ask no other host and complain of nothing."""
    room.tell(**CALM)
    yield from opened(browser, dashboards)


def opened(browser: Browser, dashboards: Dashboards, query: str = "") -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1920, "height": 1080})
    page, asked, said = context.new_page(), [], []
    page.on("request", lambda one: asked.append(one.url))
    page.on("pageerror", lambda one: said.append(str(one)))
    page.goto(f"{dashboards.address}/wall?token={dashboards.token}{query}")
    yield page
    context.close()
    assert said == []
    assert {one.split("/")[2] for one in asked if one.startswith(("http", "ws"))} == {
        dashboards.address.removeprefix("http://")
    }


def shown(wall: Page, title: str, within: float = 30000) -> Frame:
    """Wait for the block with this title in front and give its frame."""
    wall.locator(f'{SHOWN}[title="{title}"]').wait_for(timeout=within)
    return wall.locator(SHOWN).element_handle().content_frame()


def timer(seconds: int, minutes: int) -> dict[str, Any]:
    ends = datetime.now(UTC) + timedelta(seconds=seconds)
    return {"ends": ends.isoformat(), "minutes": minutes}


# ── what it shows ────────────────────────────────────────────────────────────
def test_before_the_first_block_it_says_how_to_join(wall: Page) -> None:
    wall.locator("#ticket", has_text="192.0.2.7:8080").wait_for()
    assert "K7M Q4X" in wall.inner_text("#ticket")
    assert wall.inner_text("#count").split() == ["7", "er", "kommet", "ind"]
    assert wall.locator(".dots i").count() == 7
    qr = wall.get_by_role("img", name="QR-kode til rummets adresse")
    until(lambda: qr.evaluate("one => one.complete && one.naturalWidth > 0"))


def test_address_and_code_stand_under_every_block(wall: Page, room: MadeUpRoom) -> None:
    room.go(PAGE)
    frame = shown(wall, f"Blok {PAGE}")
    assert frame.locator(".part.on h1").inner_text() == "Lys"
    foot = wall.locator("#join")
    assert "192.0.2.7:8080" in foot.inner_text()
    assert "K7M Q4X" in foot.inner_text()
    assert "7 er med" in foot.inner_text()


def test_the_stage_is_told_by_word_and_place(wall: Page, room: MadeUpRoom) -> None:
    room.go(PAGE, "group")
    wall.get_by_text("Gruppe", exact=True).wait_for()
    current = wall.locator("[aria-current=step]")
    assert current.inner_text() == "Gruppe"
    room.go(PAGE, "plenary")
    wall.locator("[aria-current=step]", has_text="Plenum").wait_for()


def test_while_people_work_it_shows_task_and_clock(wall: Page, room: MadeUpRoom) -> None:
    room.go(PAGE, "group", timer=timer(200, 15))
    frame = shown(wall, f"Blok {PAGE}")
    frame.locator(".part.on", has_text="Opgave").wait_for()
    assert frame.locator(".part.on ol li").count() == 2
    assert not frame.get_by_text("Roller.").is_visible()
    wall.keyboard.press("ArrowRight")
    frame.get_by_text("Roller.").wait_for()


def test_a_presenter_turns_the_screens_of_a_talk(wall: Page, room: MadeUpRoom) -> None:
    room.go(PAGE)
    frame = shown(wall, f"Blok {PAGE}")
    frame.get_by_text("1 / 2").wait_for()
    wall.keyboard.press("PageDown")
    frame.get_by_role("heading", name="Teori").wait_for()
    assert frame.locator(".part.on .eyebrow").inner_text() == "Teorikort · Lys"
    frame.get_by_role("button", name="Tilbage").click()
    frame.get_by_role("heading", name="Lys").wait_for()


def test_the_dark_screen_covers_everything(wall: Page, room: MadeUpRoom) -> None:
    room.go(PAGE, dark=True)
    wall.locator("#rest").wait_for()
    assert wall.inner_text("#rest-line") == "Skærmen er mørk, mens vi taler"
    room.tell(dark=False)
    wall.locator("#rest").wait_for(state="hidden")


def test_a_block_without_notebook_is_said_in_large(wall: Page, room: MadeUpRoom) -> None:
    title = {"da": "<img src=x onerror=alert(1)>", "en": "Break"}
    room.tell(block="talk", page=None, block_title=title, timer=timer(600, 10))
    wall.get_by_role("heading", name=title["da"]).wait_for()
    assert wall.inner_text("#said .timer").startswith(("9:", "10:"))


QUESTION = {"da": "Hvor går opgaven oftest hen?", "en": "Where does the task usually go?"}
ENDS = {"da": ["Mest støtte", "Mest tilsyn"], "en": ["Mostly support", "Mostly inspection"]}


def form(room: MadeUpRoom, kind: str, **more: Any) -> None:
    """Let a block without notebook run."""
    title = {"da": f"Blok {kind}", "en": f"Block {kind}"}
    room.tell(**CALM | {"block": kind, "kind": kind, "block_title": title, **more})


def test_a_round_begins_with_a_pause_to_write(wall: Page, room: MadeUpRoom) -> None:
    form(room, "round", stage="individual", prompt=QUESTION, timer=timer(60, 1))
    wall.get_by_text("Skrivepause").wait_for()
    wall.get_by_role("heading", name=QUESTION["da"]).wait_for()
    form(room, "round", stage="group", prompt=QUESTION, timer=timer(600, 10))
    wall.get_by_text("Alle får ordet én gang").wait_for()


def test_a_walk_says_when_to_be_back(wall: Page, room: MadeUpRoom) -> None:
    form(room, "walk", prompt=QUESTION, timer=timer(600, 10), call_back="10.42")
    wall.locator("#said .back", has_text="Kom tilbage kl.").wait_for()
    assert wall.inner_text("#said .digits") == "10.42"


def test_a_break_says_what_comes_after(wall: Page, room: MadeUpRoom) -> None:
    coming = [{"id": "x", "state": "next", "title": {"da": "Positionering", "en": "Positioning"}}]
    form(room, "break", timer=timer(600, 10), call_back="12.45", agenda=coming)
    wall.get_by_text("Bagefter: Positionering").wait_for()
    assert wall.inner_text("#said .digits") == "12.45"


def test_the_line_shows_a_dot_for_each_who_stood_there(wall: Page, room: MadeUpRoom) -> None:
    form(room, "line", prompt=QUESTION, ends=ENDS)
    wall.get_by_role("img", name="En linje med fem steder, fra Mest støtte til").wait_for()
    assert wall.locator("#said .dots i").count() == 0
    form(room, "line", prompt=QUESTION, ends=ENDS, tally=[3, 8, 0, 12, 2])
    wall.get_by_role("img", name="3, 8, 0, 12, 2").wait_for()
    assert wall.locator("#said .dots i").count() == 25


def test_a_dark_talk_leaves_only_its_question(wall: Page, room: MadeUpRoom) -> None:
    form(room, "dark", prompt=QUESTION)
    wall.locator("#rest").wait_for()
    assert wall.inner_text("#rest-prompt") == QUESTION["da"]


def test_the_learning_groups_stand_with_their_people(wall: Page, room: MadeUpRoom) -> None:
    form(room, "groups")
    wall.get_by_text("Læringsgrupperne kommer her").wait_for()
    form(room, "groups", groups=[{"name": "Distrikt Nord", "people": ["Anna", "<b>Bo</b>"]}])
    wall.get_by_text("Anna, <b>Bo</b>").wait_for()


def test_a_pause_stops_the_clock_and_says_so(wall: Page, room: MadeUpRoom) -> None:
    form(room, "round", stage="group", prompt=QUESTION, paused=True, left=431)
    wall.get_by_text("Pause. Uret står stille").wait_for()
    assert wall.inner_text("#said .timer") == "7:11"


def test_the_desk_turns_the_screens_of_a_talk(wall: Page, room: MadeUpRoom) -> None:
    room.go(PAGE)
    frame = shown(wall, f"Blok {PAGE}")
    frame.get_by_text("1 / 2").wait_for()
    room.go(PAGE, turn=1)
    frame.get_by_role("heading", name="Teori").wait_for()
    room.go(PAGE, turn=0)
    frame.get_by_role("heading", name="Lys").wait_for()


def test_larger_type_never_leaves_the_screen(wall: Page, room: MadeUpRoom) -> None:
    room.go(PAGE, "group", timer=timer(200, 15), scale=200)
    frame = shown(wall, f"Blok {PAGE}")
    frame.locator('html[data-scale="200"]').wait_for()
    size = "one => parseFloat(getComputedStyle(one).fontSize)"
    assert frame.locator(".part.on ol li").first.evaluate(size) >= 2 * 36 * 0.99
    assert not frame.evaluate("document.documentElement.scrollWidth > innerWidth")
    for kind in ("round", "line", "walk", "break", "groups"):
        form(room, kind, prompt=QUESTION, ends=ENDS, scale=200, timer=timer(200, 15))
        wall.get_by_role("heading", name=QUESTION["da"]).wait_for()
        assert wall.locator("#said").evaluate(
            "one => one.scrollHeight <= one.clientHeight && one.scrollWidth <= one.clientWidth"
        )


def test_english_is_there_for_the_asking(
    browser: Browser, dashboards: Dashboards, room: MadeUpRoom
) -> None:
    room.tell(block=None, page=None, theme="light")
    with contextlib.contextmanager(opened)(browser, dashboards, "&lang=en") as wall:
        wall.get_by_text("Find your seat.").wait_for()
        room.go(PAGE)
        frame = shown(wall, f"Block {PAGE}")
        assert frame.locator(".part.on h1").inner_text() == "Lys in English"
        assert "7 have joined" in wall.inner_text("#join")


def test_the_trainer_chooses_light_or_dark(wall: Page, room: MadeUpRoom) -> None:
    room.go(PAGE, theme="dark")
    frame = shown(wall, f"Blok {PAGE}")
    wall.locator('html[data-theme="dark"]').wait_for()
    frame.locator('html[data-theme="dark"]').wait_for()


@pytest.mark.parametrize(("size", "theme"), [((1920, 1080), "light"), ((1024, 768), "dark")])
def test_everybody_can_read_it(
    wall: Page, room: MadeUpRoom, size: tuple[int, int], theme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - browser tests only

    wall.set_viewport_size({"width": size[0], "height": size[1]})
    wall.emulate_media(reduced_motion="reduce")
    axe, found = Axe(), []
    room.tell(theme=theme)
    wall.get_by_text("192.0.2.7:8080").first.wait_for()
    found += axe.run(wall).response["violations"]
    for stage in ("talk", "group"):
        room.go(PAGE, stage, timer=timer(200, 15), theme=theme)
        frame = shown(wall, f"Blok {PAGE}")
        frame.locator(f'html[data-stage="{stage}"][data-theme="{theme}"]').wait_for()
        found += axe.run(wall).response["violations"] + axe.run(frame).response["violations"]
        wide = "document.documentElement.scrollWidth > innerWidth"
        assert not wall.evaluate(wide)
        assert not frame.evaluate(wide)
    for kind in ("round", "line", "walk", "break", "groups", "placeholder", "dark"):
        form(room, kind, prompt=QUESTION, ends=ENDS, timer=timer(200, 15), theme=theme, paused=True)
        wall.get_by_text(QUESTION["da"]).filter(visible=True).first.wait_for()
        found += axe.run(wall).response["violations"]
    room.tell(dark=True)
    wall.locator("#rest").wait_for()
    found += axe.run(wall).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


# ── it never ends ────────────────────────────────────────────────────────────
def test_the_next_block_is_prepared_behind_and_comes_at_once(wall: Page, room: MadeUpRoom) -> None:
    room.go(PAGE, next_page=OTHER)
    shown(wall, f"Blok {PAGE}")
    behind = wall.locator(f'iframe[src*="{OTHER}"]')
    behind.wait_for(state="attached")
    frame = behind.element_handle().content_frame()
    frame.locator(".part.on").wait_for(state="attached", timeout=30000)
    until(lambda: frame.url != "about:blank" and frame.evaluate("Boolean(window.jupyterapp)"))
    room.go(OTHER, next_page=None)
    assert shown(wall, f"Blok {OTHER}", within=2000).locator(".part.on h1").inner_text() == "Anden"


def test_leaving_the_wall_ends_its_kernels(
    wall: Page, room: MadeUpRoom, dashboards: Dashboards
) -> None:
    room.go(PAGE, next_page=OTHER)
    shown(wall, f"Blok {PAGE}")
    frames = lambda: [kernel_of(one) for one in wall.frames[1:]]  # noqa: E731 - asked again and again
    kernels = until(lambda: len(found := frames()) == 2 and all(found) and found)
    wall.goto("about:blank")
    until(lambda: {dashboards.ask(f"/api/kernels/{one}").code for one in kernels} == {404})


def test_a_page_whose_kernel_died_comes_again_by_itself(
    wall: Page, room: MadeUpRoom, dashboards: Dashboards
) -> None:
    room.go(PAGE, next_page=None)
    first = kernel_of(shown(wall, f"Blok {PAGE}"))
    for child in psutil.Process(dashboards.process.pid).children():
        child.kill()
    until(lambda: kernel_of(shown(wall, f"Blok {PAGE}")) not in ("", first))
    assert wall.locator("#join").is_visible()


def kernel_of(frame: Frame) -> str:
    with contextlib.suppress(Exception):  # the frame may be gone while it is asked
        return frame.evaluate(
            "JSON.parse(document.getElementById('jupyter-config-data').textContent).kernelId"
        )
    return ""


def test_a_page_that_stands_alone_comes_again_too(
    browser: Browser, dashboards: Dashboards, room: MadeUpRoom
) -> None:
    with contextlib.closing(browser.new_context()) as context:
        page = context.new_page()
        page.goto(
            f"{dashboards.address}/voila/render/{PAGE}.ipynb?face=desk&token={dashboards.token}"
        )
        first = kernel_of(page.main_frame)
        assert page.get_by_role("status").count() == 0
        for child in psutil.Process(dashboards.process.pid).children():
            child.kill()
        until(lambda: kernel_of(page.main_frame) not in ("", first))
        room.silent = True
        page.get_by_text("Forbindelsen er væk").wait_for(timeout=10000)
        room.silent = False
        page.get_by_text("Forbindelsen er væk").wait_for(state="hidden", timeout=10000)


def test_the_wall_says_that_the_room_is_gone_and_goes_on(wall: Page, room: MadeUpRoom) -> None:
    room.go(PAGE)
    frame = shown(wall, f"Blok {PAGE}")
    room.silent = True
    wall.get_by_text("Forbindelsen er væk").wait_for(timeout=10000)
    assert frame.locator(".part.on h1").is_visible()
    room.silent = False
    wall.get_by_text("7 er med").wait_for(timeout=10000)


def test_after_a_restart_of_the_dashboards_the_wall_comes_back(
    browser: Browser, room: MadeUpRoom, tmp_path: Path
) -> None:
    folder = content(tmp_path / "content")
    room.tell(block=None, page=None, next_page=None, theme="light")
    with running(folder, room, tmp_path) as first:
        pages = opened(browser, first)
        wall = next(pages)
        room.go(PAGE)
        before = kernel_of(shown(wall, f"Blok {PAGE}"))
        first.process.kill()
    wall.get_by_text("Forbindelsen er væk").wait_for(timeout=15000)
    with running(folder, room, tmp_path, first.port):
        wall.get_by_text("7 er med").wait_for(timeout=30000)
        until(lambda: kernel_of(shown(wall, f"Blok {PAGE}")) not in ("", before))
        wall.context.close()


# ── pure parts ───────────────────────────────────────────────────────────────
def test_the_wall_s_pure_functions() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node here")
    script = f"""
import assert from "node:assert/strict";
import {{ clock, inWords, left, rest }} from "{KIT.as_uri()}/workshops/room/clock.js";
import {{ asked }} from "{KIT.as_uri()}/workshops/dashboards/debrief.js";
import {{ said, upNext }} from "{KIT.as_uri()}/workshops/dashboards/forms.js";
import {{ screens, tasks, turned }} from "{KIT.as_uri()}/workshops/dashboards/screens.js";
import {{ pause }} from "{KIT.as_uri()}/workshops/dashboards/live.js";
const part = (part, language, exercise) => ({{ part, language, exercise }});
const parts = [part("title", "da"), part("title", "en"), part("theory", "da"), part("task", "da"),
  part("exercise", "", "a"), part("exercise", "", "b"), part("plenary", "", "a"),
  part("takeaway", "da")];
assert.deepEqual(screens("talk", parts, "da", "a"), [[0], [2]]);
assert.deepEqual(screens("talk", parts, "en", "a"), [[1]]);
assert.deepEqual(screens("individual", parts, "da", "b"), [[5], [3, 5]]);
assert.deepEqual(screens("group", parts, "da", "a"), [[3, 4]]);
assert.deepEqual(screens("group", parts, "en", "a"), [[4]]);
assert.deepEqual(screens("plenary", parts, "da", "a"), [[6], [7]]);
assert.deepEqual(screens("never heard of", parts, "en", "a"), [[1]]);
const one = tasks(["H2", "P", "OL", "P", "P"], ["a"]);
assert.deepEqual(one.map((part) => part.steps), [[0, 3]]);
assert.deepEqual(one[0].roles, {{ exercise: undefined, at: [3, 5] }});
const two = tasks(["H2", "OL", "P", "H2", "P", "OL"], ["a", "b"]);
assert.deepEqual(two.map((part) => [part.exercise, part.steps]), [["a", [0, 2]], ["b", [3, 6]]]);
assert.deepEqual(two.map(({{ roles }}) => roles && roles.exercise), ["a", null]);
const bold = tasks(["H2", "P", "P", "OL", "P", "OL", "P"], ["a", "b"]);
assert.deepEqual(bold.map((part) => part.steps), [[0, 4], [4, 6]]);
assert.deepEqual(bold.map((part) => part.headed), [true, false]);
assert.deepEqual(bold[1].roles, {{ exercise: undefined, at: [6, 7] }});
assert.deepEqual(tasks(["H2", "P"], ["a"]).map((part) => part.steps), [[0, 2]]);
assert.deepEqual([turned(0, -1, 3), turned(2, 1, 3), turned(5, 0, 0)], [0, 2, 0]);
const at = Date.parse("2026-11-26T10:00:00Z");
const timer = (ends) => ({{ ends, minutes: 10 }});
assert.equal(left(null, at), null);
assert.equal(left(timer("2026-11-26T10:03:12Z"), at).text, "3:12");
assert.equal(left(timer("2026-11-26T10:05:00Z"), at).part, 0.5);
assert.equal(left(timer("2026-11-26T09:00:00Z"), at).over, true);
assert.equal(left(timer("2026-11-26T10:20:00Z"), at).part, 1);
assert.equal(clock(new Date(2026, 10, 26, 9, 5)), "9.05");
assert.deepEqual([inWords("09.30"), inWords("10.05", "en"), inWords(null)], ["9.30", "10:05", ""]);
assert.equal(rest({{ paused: true, left: 431, timer: null }}, at).text, "7:11");
assert.equal(rest({{ paused: true, left: null, timer: null }}, at), null);
assert.equal(rest({{ paused: false, timer: timer("2026-11-26T10:03:12Z") }}, at).text, "3:12");
const told = (both) => (both ? both.da : "");
const round = {{ kind: "round", block_title: {{ da: "Runde" }}, prompt: {{ da: "Hvad nu?" }} }};
assert.equal(said({{ ...round, stage: "individual" }}, told).brow, "pause_write");
assert.equal(said({{ ...round, stage: "group" }}, told).note, "wall_round_order");
assert.equal(said({{ kind: "placeholder", block_title: {{ da: "Magt" }} }}, told).title, "Magt");
assert.equal(said({{ ...round, kind: "something new" }}, told).brow, "Runde");
assert.equal(upNext({{ agenda: [{{ state: "done" }}, {{ state: "next", id: "b" }}] }}).id, "b");
assert.equal(upNext({{}}), null);
const began = {{ debrief: "silence", asked: "2026-11-26T10:00:00Z" }};
assert.deepEqual(asked(began, at + 15000), {{ step: "silence", left: 0.5 }});
assert.equal(asked(began, at + 30000).step, "notice");
assert.equal(asked({{ debrief: "meaning" }}, at).step, "meaning");
assert.equal(asked({{ debrief: "" }}, at), null);
assert.equal(pause(0, 0), 250);
assert.equal(pause(9, 1), 2000);
"""
    command = [node, "--input-type=module", "-e", script]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
