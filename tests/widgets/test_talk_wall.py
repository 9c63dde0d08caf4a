"""The groups' meetings on the wall, in a real browser: all of them, and nothing scrolls."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.methods.test_gamemaster import EXERCISE, FIRST, FULL
from tests.widgets.pages import put_away, show
from workshops import bots_made, plenary_pictures
from workshops.methods import gamemaster
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def value(groups: int, made: bool = False) -> dict[str, Any]:
    told = [bots_made.made(EXERCISE, "group", at, 7) if made else FULL for at in range(groups)]
    answers = [gamemaster.Answer.parse(one) for one in told]
    tables = [str(at + 1) for at in range(groups)]
    return plenary_pictures._timelines(gamemaster, answers, tables)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    options = {"heading": "Hvad skete der lige efter?", "eyebrow": "", "empty": ["De kommer her."]}
    model = {"words": words("da") | EXERCISE.words["da"], "options": options, "value": {}}
    one = show(browser, "talk_wall", model, width=1920, surface="screen")
    one.set_viewport_size({"width": 1920, "height": 1080})
    one.add_style_tag(
        content="[data-surface=screen] main { height: 82vh; padding: 8px 5vw !important; }"
    )
    yield one
    put_away(one)


def given(page: Page, one: dict[str, Any]) -> None:
    page.evaluate("one => models[0].give('value', one)", one)


def test_while_nobody_has_shared_a_sentence_says_what_will_come(page: Page) -> None:
    given(page, value(0))
    assert page.get_by_text("De kommer her.").is_visible()
    assert page.locator(".meetings").is_hidden()


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)])
@pytest.mark.parametrize("groups", [1, 5, 10])
def test_every_meeting_stands_there_and_nothing_scrolls(
    page: Page, groups: int, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    given(page, value(groups))
    assert page.locator(".group:visible").count() == groups
    bottoms = page.locator(".ground").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().bottom)"
    )
    assert max(bottoms) < size[1] * 0.82
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_chosen_time_out_is_marked_and_its_sentence_stands_beside(page: Page) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    given(page, value(5))
    assert page.locator(".ground .stop").count() == 10
    assert page.locator(".ground .stop.best").count() == 5
    assert page.locator(".sentence:visible").first.inner_text() == FIRST["asked"]


def test_a_screen_reader_hears_each_meeting(page: Page) -> None:
    given(page, value(1))
    assert page.get_by_text("3:00 Proces").count() == 1
    assert page.get_by_text("4:10 Time-out 1, den time-out, bordet har valgt").count() == 1
    assert page.get_by_role("heading", name="Gruppe 1").count() == 1


@pytest.mark.parametrize(("width", "surface"), [(320, "phone"), (1920, "screen")])
def test_nothing_here_shuts_anybody_out(page: Page, width: int, surface: str) -> None:
    page.evaluate("one => { document.documentElement.dataset.surface = one; }", surface)
    page.set_viewport_size({"width": width, "height": 1080})
    given(page, value(5))
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_anybody_may_tap_can_be_drawn(page: Page) -> None:
    given(page, value(9, made=True))
    assert page.locator(".group").count() >= 1
