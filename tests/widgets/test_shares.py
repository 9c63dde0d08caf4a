"""The pooled answers on the wall, in a real browser: the whole room’s numbers, no scrolling."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.pages import show
from workshops.exercises import exercise
from workshops.methods.safety_items import Answer, plenary
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EXERCISE = exercise("safety_items")
TOLD = {"doubt": "once", "failed": "several", "help": "never"}


def model(count: int) -> dict[str, Any]:
    told = {"heading": "I læringsgruppen", "empty": [] if count else ["Her kommer de."]}
    return {
        "words": words("da") | EXERCISE.words["da"],
        "options": {**told, "eyebrow": "", "locale": "da"},
        "value": plenary([Answer.parse(TOLD)] * count),
    }


@pytest.fixture(scope="module")
def pages(browser: Browser) -> Iterator[dict[int, Page]]:
    found = {
        count: show(browser, "shares", model(count), width=1920, surface="screen")
        for count in (0, 24)
    }
    yield found
    for one in found.values():
        one.close()


def test_before_it_is_closed_a_sentence_says_what_will_come(pages: dict[int, Page]) -> None:
    assert pages[0].get_by_text("Her kommer de.").is_visible()
    assert pages[0].locator(".items").is_hidden()


def test_each_item_says_its_numbers(pages: dict[int, Page]) -> None:
    assert pages[24].locator(".items .part:visible b").all_text_contents() == ["24"] * 3
    assert pages[24].get_by_text("Aldrig: 0, Én gang: 24, Flere gange: 0").count() == 1


@pytest.mark.parametrize(("width", "surface"), [(320, "phone"), (1920, "screen")])
def test_nothing_here_shuts_anybody_out(pages: dict[int, Page], width: int, surface: str) -> None:
    page = pages[24]
    page.evaluate("one => { document.documentElement.dataset.surface = one; }", surface)
    page.set_viewport_size({"width": width, "height": 1080})
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
