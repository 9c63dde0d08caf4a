"""The field sheet of the forms of talk: signs, the way past a question, parts for later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.pages import show
from workshops import exercises
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TALKED = {"id": "a1b", "action": "Den første", "status": "talked"}
OPEN = {"id": "c2d", "action": "Den anden", "status": "otherwise"}
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}


def model(name: str, value: dict[str, Any] | None = None, **options: Any) -> dict[str, Any]:
    one = exercises.exercise(name)
    told = {**one.options("individual"), "locale": "da", **options}
    return {"words": words("da") | one.words["da"], "options": told, "value": value or {}}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    models = (
        model("check_in_1"),
        model("try_outs"),
        model("try_outs", {"trials": [TALKED, OPEN]}, readonly=True),
    )
    one = show(browser, "field_sheet", *models, width=320)
    yield one
    one.close()


def value_of(page: Page, at: int) -> dict[str, Any]:
    return page.evaluate("at => models[at].data.value", at)


def test_a_sign_is_chosen_and_let_go_again(page: Page) -> None:
    waves = page.get_by_role("button", name="bølger")
    waves.click()
    assert value_of(page, 0)["sign"] == "waves"
    assert waves.get_attribute("aria-pressed") == "true"
    waves.click()
    assert value_of(page, 0)["sign"] is None


def test_skipping_puts_the_question_away_and_keeps_what_was_written(page: Page) -> None:
    sheet = page.locator("#el0")
    sheet.get_by_label("Din linje").fill("Nysgerrig")
    sheet.get_by_role("button", name="Spring over").click()
    assert value_of(page, 0)["skipped"] is True
    assert sheet.get_by_label("Din linje").is_hidden()
    sheet.get_by_role("button", name="Jeg vil alligevel").click()
    assert sheet.get_by_label("Din linje").input_value() == "Nysgerrig"
    assert not value_of(page, 0)["skipped"]


def test_what_comes_afterwards_waits_behind_its_name(page: Page) -> None:
    sheet = page.locator("#el1")
    assert sheet.get_by_label("Det vil jeg prøve").is_visible()
    assert sheet.get_by_label("Hvad lærte jeg?").is_hidden()
    sheet.locator("summary", has_text="Bagefter").first.press("Enter")
    sheet.get_by_label("Hvad lærte jeg?").fill("At vente")
    (trial,) = value_of(page, 1)["trials"]
    assert trial["learning"] == "At vente"


def test_a_part_may_be_a_choice_also_in_a_row_that_nobody_has_written_in(page: Page) -> None:
    page.evaluate("models[1].give('value', {})")
    sheet = page.locator("#el1")
    sheet.get_by_text("Bagefter: Hvad skete der?").first.evaluate(
        "el => el.closest('details').open = true"
    )
    sheet.get_by_role("button", name="Prøvet af").first.click()
    (trial,) = value_of(page, 1)["trials"]
    assert trial["status"] == "tried"


def test_what_is_talked_through_is_no_longer_open(page: Page) -> None:
    sheet = page.locator("#el2")
    assert sheet.get_by_text("Den anden").is_visible()
    assert sheet.get_by_text("Gik anderledes end ventet").is_visible()
    assert sheet.get_by_text("Den første").count() == 0


def test_nothing_here_shuts_anybody_out(page: Page) -> None:
    for width in (320, 390, 768):
        page.set_viewport_size({"width": width, "height": 900})
        assert Axe().run(page, options=AXE).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_targets_are_large_enough_for_a_finger(page: Page) -> None:
    heights = page.evaluate(
        "[...document.querySelectorAll('button, summary')].filter(e => e.offsetHeight)"
        ".map(e => e.offsetHeight)"
    )
    assert min(heights) >= 44
