"""All groups' questions on the wall, in a real browser: whole pages, without words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.pages import show
from workshops import bots_made
from workshops.exercises import exercise
from workshops.methods import tomm_questions
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EXERCISE = exercise("question_types")
DA = {**words("da"), **EXERCISE.words["da"]}
ONE = {
    "id": "a1",
    "text": "Hvem sagde det?",
    "asked": [-0.5, -0.5],
    "heard": {"h1": [0.5, -0.5], "h2": [-0.5, -0.5]},
}


def value(groups: int) -> dict[str, Any]:
    sheets = [{"questions": [ONE]}, *(bots_made.made(EXERCISE, "group", n) for n in range(groups))]
    answers = [tomm_questions.Answer.parse(one) for one in sheets[:groups]]
    plain = tomm_questions.plenary(answers)
    shown = {key: part for key, part in plain.items() if key not in ("kind", "heads", "rows")}
    return shown | {"tables": [str(at + 1) for at in range(groups)]}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    options = {"heading": DA["plenary_title"], "eyebrow": "", "empty": [DA["plenary_empty"]]}
    model = {"words": DA, "options": options, "value": {}}
    one = show(browser, "question_wall", model, width=1920, surface="screen")
    one.set_viewport_size({"width": 1920, "height": 1080})
    one.add_style_tag(content="main { height: 82vh; padding: 8px 5vw !important; }")
    yield one
    one.close()


def given(page: Page, one: dict[str, Any]) -> None:
    page.evaluate("one => models[0].give('value', one)", one)


def test_while_nobody_has_shared_a_sentence_says_what_will_come(page: Page) -> None:
    given(page, value(0))
    assert page.get_by_text(DA["plenary_empty"]).is_visible()
    assert page.locator(".plots").is_hidden()


def test_asked_and_heard_are_drawn_without_words(page: Page) -> None:
    given(page, value(1))
    assert page.locator(".over-map .way").count() == 1
    assert page.locator(".over-map .ring").count() == 1
    assert page.get_by_text("Hvem sagde det?").count() == 0
    assert page.locator(".pairs .sr li").all_inner_texts() == [
        "Lineære → Lineære: 1",
        "Lineære → Strategiske: 1",
    ]


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)])
@pytest.mark.parametrize("groups", [1, 5, 40])
def test_every_group_s_way_has_its_turn_and_nothing_scrolls(
    page: Page, groups: int, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    given(page, value(0))
    given(page, value(groups))
    placed = sum(1 for path in value(groups)["paths"] if path)
    met = page.locator(".group").count()
    while met < placed:
        page.get_by_role("button", name=DA["plenary_page_on"]).click()
        met += page.locator(".group").count()
    assert met == placed
    bottoms = page.locator(".small-map, .map, .key").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().bottom)"
    )
    assert max(bottoms) < size[1] * 0.82
    sides = page.locator(".small-map, .map").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().right)"
    )
    assert max(sides) <= size[0] * 0.96
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_wall_shuts_nobody_out(page: Page) -> None:
    given(page, value(5))
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.response["violations"] == []
