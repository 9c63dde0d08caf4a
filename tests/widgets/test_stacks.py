"""The groups' minutes on the wall, in a real browser: one measure, and words for all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.pages import show
from workshops.exercises import exercise
from workshops.methods import process_plan
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EXERCISE = exercise("six_to_sixty_plan")
STEPS = [
    {"id": "a", "phase": "open", "minutes": 10},
    {"id": "b", "phase": "explore", "minutes": 25},
    {"id": "c", "phase": "close", "minutes": 2},
]


def value(groups: int) -> dict[str, Any]:
    answer = {"six": {"steps": STEPS}, "sixty": {"steps": STEPS[:2]}}
    plain = process_plan.plenary([process_plan.Answer.parse(answer)] * groups)
    shown = {key: plain[key] for key in ("bars", "parts", "stacks")}
    return {**shown, "tables": [str(at + 1) for at in range(groups)]}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    model = {"words": words("da") | EXERCISE.words["da"], "options": {}, "value": {}}
    one = show(browser, "stacks", model, width=1920, surface="screen")
    one.add_style_tag(
        content="[data-surface=screen] main { height: 82vh; padding: 8px 5vw !important; }"
    )
    yield one
    one.close()


def given(page: Page, groups: int) -> None:
    waits = [] if groups else ["Her kommer de."]
    options = {"heading": "Hvor blev minutterne af?", "empty": waits, "locale": "da"}
    page.evaluate("one => models[0].give('value', one)", value(groups))
    page.evaluate("one => models[0].give('options', one)", options)


def test_while_nobody_has_shared_a_sentence_says_what_will_come(page: Page) -> None:
    given(page, 0)
    assert page.get_by_text("Her kommer de.").is_visible()
    assert page.locator(".of-groups").is_hidden()


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)])
@pytest.mark.parametrize("groups", [1, 5, 10])
def test_every_group_stands_there_and_nothing_scrolls(
    page: Page, groups: int, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    given(page, groups)
    assert page.locator(".group:visible").count() == groups
    bottoms = page.locator(".track").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().bottom)"
    )
    assert max(bottoms) < size[1] * 0.82
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_parts_are_as_wide_as_their_minutes_and_said_in_words(page: Page) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    given(page, 2)
    first = page.locator(".track").first.locator("i")
    wide, wider = (first.nth(at).bounding_box() for at in (0, 1))
    assert wide
    assert wider
    assert wider["width"] == pytest.approx(2.5 * wide["width"], rel=0.02)
    assert page.get_by_text(": Åbne 10, Udforske 25, Lukke 2").count() == 2
    assert page.locator(".legend li").all_text_contents() == ["Åbne", "Udforske", "Lukke"]


@pytest.mark.parametrize(("width", "surface"), [(320, "phone"), (1920, "screen")])
def test_nothing_here_shuts_anybody_out(page: Page, width: int, surface: str) -> None:
    page.evaluate("one => { document.documentElement.dataset.surface = one; }", surface)
    page.set_viewport_size({"width": width, "height": 1080})
    given(page, 5)
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
