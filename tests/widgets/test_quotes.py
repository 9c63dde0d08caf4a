"""The groups' lines in a real browser: as they were written, on pages instead of scrolling."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.pages import show
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOSTILE = "<img src=x onerror=alert(1)>"
ROW = ["Bare sig, hvad vi skal gøre", f"Jeg har et bud. {HOSTILE} Må jeg høre, hvad I har prøvet?"]
HEADS = ["Invitation", "Modpositionering"]


def value(groups: int) -> dict[str, Any]:
    return {"groups": [{"table": str(at + 1), "rows": [ROW] * 3} for at in range(groups)]}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    options = {"heading": "Linjerne", "heads": HEADS, "empty": "Her kommer linjerne."}
    model = {"words": words("da"), "options": options, "value": {}}
    one = show(browser, "quotes", model, width=1280, surface="screen")
    one.set_viewport_size({"width": 1280, "height": 720})
    one.add_style_tag(content="main { height: 80vh; }")
    yield one
    one.close()


def given(page: Page, groups: int) -> None:
    page.evaluate("one => models[0].give('value', one)", value(groups))


def rows(page: Page) -> int:
    return page.locator("tbody tr:visible").count()


def test_while_nobody_has_shared_a_sentence_says_what_will_come(page: Page) -> None:
    given(page, 0)
    assert page.get_by_text("Her kommer linjerne.").is_visible()
    assert page.locator("table").is_hidden()


def test_words_are_text_and_what_was_said_stands_in_quotation_marks(page: Page) -> None:
    given(page, 1)
    assert page.get_by_text(HOSTILE).first.is_visible()
    assert page.locator("table img").count() == 0
    assert page.locator("tbody td").first.text_content() == "”Bare sig, hvad vi skal gøre”"


def test_one_group_stands_whole_on_one_page(page: Page) -> None:
    given(page, 1)
    assert rows(page) == 3
    assert page.locator(".wall-pages").is_hidden()


def test_ten_groups_stand_on_pages_and_every_row_has_its_turn(page: Page) -> None:
    given(page, 10)
    count = int(page.locator(".wall-pages .num").text_content().split()[-1])
    assert count > 1
    met = 0
    for _ in range(count):
        bottom = page.locator("#el0").evaluate("el => el.getBoundingClientRect().bottom")
        assert bottom < 0.8 * 720 + 16
        met += rows(page)
        page.get_by_role("button", name="Næste side").click()
    assert met == 30
    assert page.get_by_role("button", name="Bliv på siden").get_attribute("aria-pressed") == "true"


def test_a_page_stays_where_it_is_when_another_group_shares(page: Page) -> None:
    given(page, 9)
    page.keyboard.press("Home")
    page.locator(".wall-pages .on").press("PageDown")
    before = page.locator(".wall-pages .num").text_content().split()[1]
    given(page, 10)
    assert page.locator(".wall-pages .num").text_content().split()[1] == before


@pytest.mark.parametrize(("width", "surface"), [(320, "phone"), (768, "desk"), (1280, "screen")])
def test_nothing_here_shuts_anybody_out(page: Page, width: int, surface: str) -> None:
    page.evaluate("one => { document.documentElement.dataset.surface = one; }", surface)
    page.set_viewport_size({"width": width, "height": 720})
    given(page, 5)
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
