"""The flow map under finger, mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.pages import show
from widgets.flow_map import FlowMap
from workshops.exercises import exercise
from workshops.methods.flow import Answer
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EXERCISE = exercise("flow_points")
FULL = {
    "first": [4, 7],
    "second": [6, 5],
    "third": [6, 5],
    "own": [8, 2],
    "own_text": "<b>Møde</b>",
}
Opened = Callable[..., "Page"]


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    """Give a function that opens a flow map; its pages are closed afterwards."""
    pages = []

    def open_it(value: Any, width: int = 390, **more: Any) -> Page:
        look = more.pop("look", {})
        options = {**EXERCISE.options("individual"), "locale": "da", **more}
        model = {"words": {**words("da"), **EXERCISE.words["da"]}, "options": options}
        pages.append(show(browser, "flow_map", {**model, "value": value}, width=width, **look))
        return pages[-1]

    yield open_it
    for page in pages:
        page.close()


def value(page: Page) -> Any:
    found = page.evaluate("models[0].data.value")
    Answer.parse({name: part for name, part in found.items() if part is not None})
    return found


def tap(page: Page, across: float, down: float) -> None:
    box = page.locator(".map").bounding_box()
    page.mouse.click(box["x"] + across * box["width"], box["y"] + down * box["height"])


def test_the_traits_keep_what_they_do_not_know() -> None:
    assert FlowMap(value={"change": "Ro"}).value["change"] == "Ro"


def test_a_tap_on_an_activity_and_one_on_the_map_place_it(opened: Opened) -> None:
    page = opened({"change": "Ro"})
    page.locator('.choice button[data-mark="third"]').click()
    tap(page, 0.5, 0.5)
    assert value(page) == {"change": "Ro", "third": [5, 5]}


def test_up_is_more_challenge_and_right_more_skill(opened: Opened) -> None:
    page = opened({})
    tap(page, 0.97, 0.03)
    assert value(page)["first"] == [10, 10]


def test_a_drag_moves_a_mark_and_undo_brings_it_back(opened: Opened) -> None:
    page = opened({"first": [4, 7]})
    pin, area = page.locator('.pin[data-mark="first"]').bounding_box(), page.locator(".map")
    box = area.bounding_box()
    page.mouse.move(pin["x"] + pin["width"] / 2, pin["y"] + pin["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=5)
    page.mouse.up()
    assert value(page)["first"] == [5, 5]
    page.get_by_role("button", name=words("da")["ui_undo"]).click()
    assert value(page)["first"] == [4, 7]


def test_arrow_keys_move_a_mark_and_delete_removes_it(opened: Opened) -> None:
    page = opened({"first": [4, 7]})
    page.locator('.pin[data-mark="first"]').focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowLeft")
    assert value(page)["first"] == [3, 8]
    page.keyboard.press("Delete")
    assert value(page)["first"] is None


def test_the_map_says_itself_in_words(opened: Opened) -> None:
    page = opened(FULL)
    assert "udfordring 7, færdigheder 4" in page.locator(".twin").inner_text()
    assert "<b>Møde</b>" in page.locator(".twin").inner_text()


def test_it_fits_the_smallest_phone(opened: Opened) -> None:
    assert opened(FULL, 320).evaluate("document.documentElement.scrollWidth") <= 320


def test_what_is_only_read_has_nothing_to_press(opened: Opened) -> None:
    page = opened(FULL, 768, readonly=True)
    assert page.get_by_role("button").count() == 0
    assert page.locator(".pin:visible").count() == 4


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(opened: Opened, theme: str) -> None:
    page = opened(FULL, look={"theme": theme})
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.response["violations"] == []
