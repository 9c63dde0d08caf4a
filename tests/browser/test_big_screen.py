"""Every notebook of every day on the big screen, in both languages, beside a real room."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ROOT, RoomProcess
from tests.browser.test_pages import STRAY, plain, titles
from tests.walls import Dashboards, running
from workshops.bench_pages import shelf
from workshops.exercises import exercise
from workshops.programme.plan import plan

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.long
WIDE = "document.documentElement.scrollWidth > innerWidth"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RoomProcess]:
    room = RoomProcess(tmp_path_factory.mktemp("room"))
    yield room
    room.stop()


@pytest.fixture(scope="module")
def dashboards(
    house: RoomProcess, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Dashboards]:
    beside: Any = SimpleNamespace(address=house.inner, token=house.token)
    with running(ROOT, beside, tmp_path_factory.mktemp("data")) as found:
        yield found


@pytest.fixture(scope="module")
def screen(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1920, "height": 1080})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("where", shelf())
def test_a_page_stands_on_the_big_screen(
    screen: Page, dashboards: Dashboards, house: RoomProcess, where: str, language: str
) -> None:
    day, _, notebook = where.partition("/")
    blocks = [one for one in plan(day).blocks if one.notebook == notebook]
    assert blocks, "no plan has this notebook"
    wrong: list[str] = []
    complain = lambda one: wrong.append(str(one))  # noqa: E731 - the same one is taken off below
    screen.on("pageerror", complain)
    house.press("go", day=day, block=blocks[0].id)
    house.press("stage", day=day, stage="talk")
    query = f"face=wall&lang={language}&token={dashboards.token}"
    screen.goto(f"{dashboards.address}/voila/render/{where}.ipynb?{query}")
    expect(screen.locator(".part.on h1").first).to_be_visible(timeout=60_000)
    assert plain(screen.locator(".part.on h1").first.inner_text()) == titles(where)[language]
    for block in blocks:
        for stage in dict.fromkeys(one.stage for one in block.stages):
            house.press("go", day=day, block=block.id)
            house.press("stage", day=day, stage=stage)
            expect(screen.locator("html")).to_have_attribute("data-stage", stage)
            if stage == "plenary":
                said = exercise(block.exercise).words[language]["plenary_title"]
                part = f'.part.on[data-part="plenary"][data-exercise="{block.exercise}"]'
                screen.locator(part, has_text=plain(said)[:24]).wait_for(timeout=60_000)
            assert screen.locator(".sorry").count() == 0
            assert screen.evaluate(STRAY) == []
            assert not screen.evaluate(WIDE)
    screen.remove_listener("pageerror", complain)
    screen.goto("about:blank")
    assert wrong == []
