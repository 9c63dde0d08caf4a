"""Counts and texts of all groups on the wall, in a real browser: whole, and nothing scrolls."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.pages import show
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SAID = {
    **{f"row_{n}": f"Et udsagn, som nogen sagde en tirsdag i maj, nummer {n}" for n in range(8)},
    "left": "Produktionens domæne",
    "middle": "Refleksionens domæne",
    "right": "Det personlige domæne",
}
TEXT = "Punktet stod på dagsordenen, før nogen spurgte, og det var os, der havde skrevet den."


def counts(most: int) -> dict[str, Any]:
    rows = [f"row_{n}" for n in range(8)]
    cells = [[(n * k) % (most + 1) for k in (1, 2, 3)] for n in range(8)]
    return {"down": rows, "across": ["left", "middle", "right"], "cells": cells, "tables": []}


def texts(groups: int) -> dict[str, Any]:
    rows = [f"row_{n}" for n in range(5)]
    tables = [str(n + 1) for n in range(groups)]
    cells = [[TEXT if (n + k) % 4 else "" for k in range(groups)] for n in range(5)]
    return {"down": rows, "across": [], "cells": cells, "tables": tables}


@pytest.fixture(scope="module", params=["matrix", "bars"])
def shown(browser: Browser, request: pytest.FixtureRequest) -> Iterator[tuple[str, Page]]:
    options = {"heading": "Hvor hørte I det?", "eyebrow": "Grupper: 5", "empty": []}
    model = {"words": words("da") | SAID, "options": options, "value": {}}
    one = show(browser, request.param, model, width=1920, surface="screen")
    one.set_viewport_size({"width": 1920, "height": 1080})
    one.add_style_tag(content="main { height: 880px; padding: 8px 96px !important; }")
    yield request.param, one
    one.close()


@pytest.fixture
def matrix(shown: tuple[str, Page]) -> Page:
    name, page = shown
    if name != "matrix":
        pytest.skip("of the matrix only")
    page.set_viewport_size({"width": 1920, "height": 1080})
    return page


def given(page: Page, one: dict[str, Any]) -> None:
    page.evaluate("one => models[0].give('value', one)", one)


@pytest.mark.parametrize("most", [1, 5, 40])
def test_every_count_stands_on_the_one_page(matrix: Page, most: int) -> None:
    given(matrix, counts(most))
    cells = matrix.locator("td.count")
    assert [int(one) for one in cells.all_text_contents()] == [
        one for row in counts(most)["cells"] for one in row
    ]
    assert cells.last.bounding_box()["y"] + cells.last.bounding_box()["height"] < 880
    assert matrix.locator(".wall-pages").is_hidden()


@pytest.mark.parametrize(("groups", "pages"), [(1, 1), (5, 5), (10, 5)])
def test_texts_that_the_screen_cannot_hold_come_row_by_row(
    matrix: Page, groups: int, pages: int
) -> None:
    given(matrix, texts(groups))
    met = 0
    for _ in range(pages):
        said = matrix.locator(".voice:visible")
        met += len([one for one in said.all_text_contents() if one])
        bottoms = said.evaluate_all("all => all.map((one) => one.getBoundingClientRect().bottom)")
        assert max(bottoms) < 880
        if pages > 1:
            matrix.get_by_role("button", name="Næste side").click()
    assert met == sum(bool(one) for row in texts(groups)["cells"] for one in row)


def test_before_anybody_has_shared_a_sentence_says_what_will_come(
    shown: tuple[str, Page],
) -> None:
    _, page = shown
    page.evaluate("models[0].give('options', {...models[0].get('options'), empty: ['Snart.']})")
    assert page.get_by_text("Snart.").is_visible()
    assert page.locator("table, ul").first.is_hidden() or not page.locator("table, ul").count()
    page.evaluate("models[0].give('options', {...models[0].get('options'), empty: []})")


@pytest.mark.parametrize(("width", "surface"), [(320, "phone"), (768, "desk"), (1920, "screen")])
def test_nothing_here_shuts_anybody_out(shown: tuple[str, Page], width: int, surface: str) -> None:
    name, page = shown
    page.evaluate("one => { document.documentElement.dataset.surface = one; }", surface)
    page.set_viewport_size({"width": width, "height": 1080})
    page.add_style_tag(content="[data-surface=phone] main { padding: 8px !important; }")
    bars = {"bars": [[key, n] for n, key in enumerate(SAID)], "of": 12}
    given(page, counts(5) if name == "matrix" else bars)
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
