"""The wall of lines in a real browser: without names, in columns, on pages instead of scrolling."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.pages import show
from widgets.quote_wall import QuoteWall
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOSTILE = "<img src=x onerror=alert(1)>"
EMPTY = ["Her kommer linjerne, når I deler dem.", "Mindst seks skal have delt."]
LONG = (
    "Når jeg spørger vejlederen først, bliver der plads til det, "
    "som ingen ellers når at få sagt på det møde."
)
WORDS_OF_IT = {"heading": "Hvad tager du med dig?", "eyebrow": "", "empty": EMPTY}


def lines(count: int, text: str = "At jeg må tøve.") -> dict[str, Any]:
    return {"lines": [f"{text} {number}" for number in range(count)]}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    model = {"words": words("da"), "options": WORDS_OF_IT, "value": {}}
    one = show(browser, "quote_wall", model, width=1280, surface="screen")
    one.set_viewport_size({"width": 1280, "height": 720})
    one.add_style_tag(content="main { height: 80vh; box-sizing: border-box; }")
    yield one
    one.close()


def given(page: Page, value: dict[str, Any]) -> None:
    page.evaluate("one => models[0].give('value', one)", value)


def test_it_keeps_what_it_was_given() -> None:
    assert QuoteWall(value=lines(2)).value == lines(2)


def test_while_nobody_has_shared_the_question_stands_alone(page: Page) -> None:
    given(page, {})
    assert page.get_by_role("heading").inner_text() == WORDS_OF_IT["heading"]
    assert page.get_by_text(EMPTY[0]).is_visible()
    assert page.locator(".columns").is_hidden()


def test_five_lines_stand_under_each_other_and_more_in_columns(page: Page) -> None:
    given(page, lines(5))
    assert page.locator(".column").count() == 1
    given(page, lines(21))
    assert page.locator(".column").count() == 3
    assert page.locator(".line:visible").count() == 21
    assert page.locator(".wall-pages").is_hidden()


def test_two_people_may_take_the_same_along(page: Page) -> None:
    given(page, {"lines": ["Cirklen."] * 7})
    assert page.locator(".line:visible").count() == 7


def test_words_are_text(page: Page) -> None:
    given(page, {"lines": [HOSTILE]})
    assert page.locator(".line").inner_text() == HOSTILE
    assert page.locator(".columns img").count() == 0


def test_long_lines_stand_on_pages_and_each_has_its_turn(page: Page) -> None:
    given(page, lines(40, LONG))
    count = int(page.locator(".wall-pages .num").inner_text().split()[-1])
    assert count > 1
    met = 0
    for _ in range(count):
        bottom = page.locator(".columns").evaluate(
            "el => el.getBoundingClientRect().bottom"
            " - parseFloat(getComputedStyle(el).paddingBottom)"
        )
        assert bottom < 0.8 * 720 + 16
        met += page.locator(".line:visible").count()
        page.locator("#el0").dispatch_event("keydown", {"key": "PageDown"})
    assert met == 40
    assert page.get_by_role("button", name="Bliv på siden").get_attribute("aria-pressed") == "true"


@pytest.mark.parametrize(("width", "surface"), [(320, "phone"), (768, "desk"), (1920, "screen")])
def test_nothing_here_shuts_anybody_out(page: Page, width: int, surface: str) -> None:
    page.evaluate("one => { document.documentElement.dataset.surface = one; }", surface)
    page.set_viewport_size({"width": width, "height": 720})
    given(page, lines(9, LONG))
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
