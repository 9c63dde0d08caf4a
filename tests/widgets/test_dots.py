"""Dots and points on the wall, in a real browser: every answer is there, and nothing scrolls."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.pages import show
from workshops import methods
from workshops.exercises import exercise
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Opened = Callable[..., "Page"]
CARDS = ({"autonomy": 3, "competence": 0, "relatedness": 9}, {"autonomy": 3, "competence": 10})
TASKS = ({"tasks": {"t1": {"place": "external"}, "t2": {"place": "external"}}},)
MAPS = ({"first": [4, 7], "second": [6, 5], "third": [0, 0]}, {"first": [10, 10]})
MADE = {"prep_card": CARDS, "one_task": TASKS, "flow_points": MAPS}


@pytest.fixture
def wall(browser: Browser) -> Iterator[Opened]:
    """Give a function that shows an exercise's picture of so many answers on the big screen."""
    pages = []

    def open_it(name: str, number: int, **look: Any) -> Page:
        one = exercise(name)
        said = {**words("da"), **one.words["da"]}
        answers = [one.answer.parse(MADE[name][n % len(MADE[name])]) for n in range(number)]
        figure = methods.find(one.method).plenary(answers)
        empty = [] if figure["n"] else [said["plenary_empty"], said["plenary_too_few"]]
        options = {"heading": said["plenary_title"], "empty": empty, "locale": "da"}
        model = {"words": said, "options": options, "value": figure}
        shape = {"width": 1920, "surface": "screen", **look}
        page = show(browser, figure["kind"], model, **shape)
        page.set_viewport_size({"width": shape["width"], "height": 1080})
        page.add_style_tag(content="main { height: 880px; padding: 8px 24px !important; }")
        pages.append(page)
        return page

    yield open_it
    for page in pages:
        page.close()


@pytest.mark.parametrize("number", [6, 40])
def test_every_answer_is_a_dot_and_all_stand_on_the_one_page(wall: Opened, number: int) -> None:
    page = wall("prep_card", number)
    circles = page.locator(".plot").first.locator("circle")
    page.wait_for_function("n => document.querySelectorAll('.plot circle').length >= n", arg=number)
    assert circles.count() == number
    assert page.evaluate("el0.offsetHeight") <= 880


def test_a_dot_stands_over_its_number_where_the_plots_stand_beside_each_other(wall: Opened) -> None:
    page = wall("prep_card", 6, width=768, surface="desk")
    page.reload()  # they are drawn once before the instrument knows how much room it has
    page.wait_for_function("el0.dataset.fit === 'wide' && document.querySelector('circle')")
    middles = "all => all.map(one => one.getBoundingClientRect()).map(one => one.x + one.width / 2)"
    plot = page.locator(".plot").first
    (number,) = plot.locator(".steps .on").evaluate_all(middles)
    assert plot.locator("circle").evaluate_all(middles) == pytest.approx([number] * 6, abs=2)


@pytest.mark.parametrize("name", ["prep_card", "flow_points"])
def test_five_are_told_from_how_many_on_it_is_shown(wall: Opened, name: str) -> None:
    page = wall(name, 5)
    assert page.locator("circle").count() == 0
    assert page.get_by_text("Vises, når mindst seks har svaret.").is_visible()


def test_tasks_of_one_group_are_shown_over_the_named_places(wall: Opened) -> None:
    page = wall("one_task", 1)
    page.wait_for_selector("circle")
    assert page.locator("circle").count() == 2
    assert page.locator(".steps .on").inner_text() == "Ydre"


@pytest.mark.parametrize("number", [6, 40])
def test_a_place_many_chose_has_their_number_in_it(wall: Opened, number: int) -> None:
    page = wall("flow_points", number)
    first = page.locator(".plot").first
    assert first.locator("text").all_text_contents() == [str(number // 2)] * 2
    assert page.evaluate("el0.offsetHeight") <= 880
    said = first.locator("li").all_text_contents()
    assert said[0] == f"udfordring 7, færdigheder 4 ({number // 2})"


@pytest.mark.parametrize("name", ["prep_card", "one_task", "flow_points"])
def test_axe_finds_nothing_and_a_phone_is_wide_enough(wall: Opened, name: str) -> None:
    page = wall(name, 12, width=320, surface="phone")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.response["violations"] == []
