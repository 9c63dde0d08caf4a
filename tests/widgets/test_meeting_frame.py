"""I DO ART in a real browser: from blank to a running meeting, by touch and by keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.pages import show
from workshops.exercises import exercise
from workshops.methods.idoart import Answer
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EXERCISE = exercise("next_meeting")
POINTS = [{"id": "a1", "what": "Rammen", "minutes": 5}, {"id": "b1", "what": "Vælg", "minutes": 20}]
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    def model(**options: Any) -> dict[str, Any]:
        told = {**EXERCISE.options("group"), "locale": "da", **options}
        return {"words": words("da") | EXERCISE.words["da"], "options": told, "value": {}}

    one = show(browser, "meeting_frame", model(), model(readonly=True), width=320)
    yield one
    one.close()


@pytest.fixture
def frame(page: Page) -> Page:
    page.evaluate("document.activeElement.blur(); models.forEach((one) => one.give('value', {}))")
    return page


def value(page: Page) -> dict[str, Any]:
    found = page.evaluate("models[0].data.value")
    Answer.parse(found)  # what the instrument makes is always an answer of the method
    return found


def given(page: Page, one: dict[str, Any]) -> None:
    page.evaluate("one => models.forEach((model) => model.give('value', one))", one)


def test_from_blank_to_a_running_meeting(frame: Page) -> None:
    sheet = frame.locator("#el0")
    assert sheet.get_by_role("button", name="Begynd mødet").is_disabled()
    sheet.get_by_label("Hvad gør vi?").first.fill("Rammen: Skal den rettes?")
    sheet.get_by_role("button", name="Fem minutter mere").first.click()
    sheet.get_by_label("Begynder").fill("09:30")
    sheet.get_by_label("Begynder").blur()
    assert value(frame)["start"] == "09.30"
    assert "Slut kl. 09.35" in sheet.locator(".sum").inner_text()
    sheet.get_by_role("button", name="Begynd mødet").click()
    assert sheet.locator(".live .timer").inner_text() in {"5:00", "4:59"}
    assert value(frame)["live"]["point"] == value(frame)["points"][0]["id"]
    sheet.get_by_role("button", name="Slut mødet").click()
    assert sheet.get_by_role("heading", name="Mødet er slut").is_visible()


def test_the_meeting_moves_on_and_may_take_longer(frame: Page) -> None:
    given(frame, {"points": POINTS})
    sheet = frame.locator("#el0")
    sheet.get_by_role("button", name="Begynd mødet").click()
    sheet.get_by_role("button", name="5 min.", exact=True).click()
    assert value(frame)["live"]["more"] == 5
    sheet.get_by_role("button", name="Næste punkt").click()
    assert sheet.locator(".live h2").inner_text() == "Vælg"
    assert value(frame)["live"]["more"] == 0


def test_points_are_moved_by_keys_and_removed_and_undo_brings_them_back(frame: Page) -> None:
    given(frame, {"points": POINTS})
    sheet = frame.locator("#el0")
    sheet.get_by_label("Hvad gør vi?").first.press("Alt+ArrowDown")
    assert [one["id"] for one in value(frame)["points"]] == ["b1", "a1"]
    sheet.get_by_role("button", name="Fjern: Punkt 1").click()
    assert [one["id"] for one in value(frame)["points"]] == ["a1"]
    sheet.get_by_role("button", name="Fortryd").click()
    assert [one["id"] for one in value(frame)["points"]] == ["b1", "a1"]


def test_what_is_only_read_holds_the_whole_frame_and_no_field(frame: Page) -> None:
    given(frame, {"points": POINTS, "start": "09.30", "intention": "Derfor", "product": "To ting"})
    read = frame.locator("#el1")
    assert read.locator("input, textarea").count() == 0
    assert read.locator(".agenda li").all_inner_texts()[1].startswith("09.35")
    assert read.get_by_text("To ting").is_visible()


@pytest.mark.parametrize("live", [False, True])
def test_nothing_here_shuts_anybody_out(frame: Page, live: bool) -> None:
    running = {"live": {"point": "b1", "since": 1, "more": 0}} if live else {}
    given(frame, {"points": POINTS, **running})
    assert Axe().run(frame, options=AXE).response["violations"] == []
    assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")
