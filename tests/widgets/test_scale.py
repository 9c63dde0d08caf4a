"""The scale under finger, mouse and keyboard, on a phone and on the wall."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.pages import show
from widgets.scale import Scale
from workshops.exercises import exercise
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

TASKS = {"tasks": {"t1": {"text": "<img src=x onerror=alert(1)>", "place": "external"}}}
Opened = Callable[..., "Page"]


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    """Give a function that opens a scale; its pages are closed afterwards."""
    pages = []

    def open_it(value: Any, name: str = "prep_card", width: int = 390, **more: Any) -> Page:
        one, look = exercise(name), more.pop("look", {})
        language = more.pop("language", "da")
        options = {**one.options("individual"), "locale": language, **more}
        model = {"words": {**words(language), **one.words[language]}, "options": options}
        pages.append(show(browser, "scale", {**model, "value": value}, width=width, **look))
        return pages[-1]

    yield open_it
    for page in pages:
        page.close()


def value(page: Page) -> Any:
    return page.evaluate("models[0].data.value")


def line(page: Page, name: str) -> Locator:
    return page.get_by_role("slider", name=name)


def test_the_traits_keep_what_they_do_not_know() -> None:
    assert Scale(value={"supports": "Ro"}).value["supports"] == "Ro"


def test_a_tap_sets_the_mark_and_another_moves_it(opened: Opened) -> None:
    page = opened({"supports": "Ro"})
    box = line(page, "Autonomi").bounding_box()
    line(page, "Autonomi").click(position={"x": 2, "y": box["height"] / 2})
    assert value(page) == {"supports": "Ro", "autonomy": 0}
    line(page, "Autonomi").click(position={"x": box["width"] - 2, "y": box["height"] / 2})
    assert value(page)["autonomy"] == 10


def test_a_drag_is_one_step_of_undo(opened: Opened) -> None:
    page = opened({"autonomy": 2})
    box = line(page, "Autonomi").bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 60, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, middle, steps=6)
    page.mouse.up()
    assert value(page)["autonomy"] == 5
    page.get_by_role("button", name=words("da")["ui_undo"]).click()
    assert value(page)["autonomy"] == 2


def test_arrow_keys_move_it_and_delete_takes_it_off(opened: Opened) -> None:
    page = opened({})
    slider = line(page, "Kompetence")
    assert slider.get_attribute("aria-valuetext") == "ikke sat"
    slider.focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowUp"):
        page.keyboard.press(key)
    assert value(page)["competence"] == 2
    assert slider.get_attribute("aria-valuetext") == "2 af 10"
    page.keyboard.press("Delete")
    assert value(page)["competence"] is None


def test_a_mark_is_taken_off_by_touch_and_the_line_keeps_the_focus(opened: Opened) -> None:
    page = opened({"autonomy": 7})
    page.get_by_role("button", name="Tag af: Autonomi").click()
    assert value(page)["autonomy"] is None
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Autonomi"


def test_a_stop_says_its_name_and_what_one_hears_there(opened: Opened) -> None:
    page = opened(TASKS, "one_task")
    first = line(page, "Opgave 1")
    assert first.get_attribute("aria-valuetext") == "Ydre: ”jeg skal”"
    first.focus()
    page.keyboard.press("End")
    assert value(page)["tasks"]["t1"]["place"] == "intrinsic"


def test_no_names_of_stops_lie_on_one_another_on_the_smallest_phone(opened: Opened) -> None:
    for language in ("da", "en"):
        page = opened({}, "one_task", width=320, language=language)
        boxes = [one.bounding_box() for one in page.locator(".stops").first.locator("span").all()]
        for at, one in enumerate(boxes):
            for other in boxes[at + 1 :]:
                beside = one["x"] + one["width"] <= other["x"] + 1
                assert beside or abs(one["y"] - other["y"]) >= one["height"] - 4
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_what_is_only_read_shows_what_was_set_on_the_wall(opened: Opened) -> None:
    page = opened(TASKS, "one_task", 1920, readonly=True, look={"surface": "screen"})
    assert page.get_by_role("slider").count() == 0
    assert page.get_by_role("img", name="Opgave 1: Ydre").count() == 1
    assert page.get_by_text("<img src=x onerror=alert(1)>").count() == 1
    assert not page.get_by_text("Opgave 2").is_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(opened: Opened, theme: str) -> None:
    page = opened({"autonomy": 0}, look={"theme": theme})
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.response["violations"] == []
