"""The field sheet of a long card: «Endnu uafklaret» beside a field, and fields behind one name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.pages import show
from workshops import exercises
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

CARD = exercises.exercise("contract_card")
WORDS = words("da") | CARD.words["da"]
WRITTEN = {
    "requester": "Forvaltningen",
    "why_now": "Der kom nye tal",
    "unclear": {"why_now": True, "time": True, "mandate": True},
}
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}


def model(name: str, stage: str, value: dict[str, Any], **options: Any) -> dict[str, Any]:
    one = exercises.exercise(name)
    told = {**one.options(stage), "locale": "da", **options}
    return {"words": words("da") | one.words["da"], "options": told, "value": value}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    models = (
        model("contract_card", "group", {}),
        model("contract_card", "group", WRITTEN, readonly=True),
        model("power_lenses", "individual", {}),
    )
    one = show(browser, "field_sheet", *models, width=320)
    yield one
    one.close()


@pytest.fixture
def card(page: Page) -> Locator:
    """Give an empty card."""
    page.evaluate("document.activeElement.blur(); models[0].give('value', {})")
    return page.locator("#el0")


def value_of(page: Page) -> dict[str, Any]:
    return page.evaluate("models[0].data.value")


def mark(card: Locator, field: str) -> Locator:
    return card.get_by_role("button", name=f"Endnu uafklaret: {WORDS[field]}")


def test_unknown_is_marked_and_taken_back(card: Locator, page: Page) -> None:
    button = mark(card, "own_department")
    button.click()
    assert value_of(page)["unclear"]["own_department"] is True
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert not value_of(page)["unclear"]["own_department"]
    assert button.get_attribute("aria-pressed") == "false"


def test_the_mark_is_reached_and_set_by_key(card: Locator, page: Page) -> None:
    card.get_by_label(WORDS["own_department"], exact=True).focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    assert value_of(page)["unclear"] == {"own_department": True}


def test_what_is_written_stays_when_it_is_marked_as_unclear(card: Locator, page: Page) -> None:
    card.get_by_label(WORDS["own_department"], exact=True).fill("Et notat")
    mark(card, "own_department").click()
    assert value_of(page) == {"own_department": "Et notat", "unclear": {"own_department": True}}


def test_a_choice_can_be_unclear_too(card: Locator, page: Page) -> None:
    card.get_by_role("button", name="Tilsyn", exact=True).click()
    mark(card, "mandate").click()
    assert value_of(page) == {"mandate": "tilsyn", "unclear": {"mandate": True}}


def test_a_mark_is_undone(card: Locator, page: Page) -> None:
    mark(card, "mandate").click()
    card.get_by_role("button", name="Fortryd").click()
    assert not value_of(page)["unclear"]["mandate"]


def test_the_card_opens_at_its_beginning_and_the_rest_waits_behind_its_names(
    card: Locator, page: Page
) -> None:
    assert card.get_by_label(WORDS["own_department"], exact=True).is_visible()
    assert card.get_by_label(WORDS["requester"], exact=True).is_hidden()
    card.locator("summary", has_text=WORDS["fold_who"]).press("Enter")
    card.get_by_label(WORDS["requester"], exact=True).fill("Skolelederen")
    assert value_of(page)["requester"] == "Skolelederen"


def test_a_name_says_how_far_its_fields_have_come(card: Locator, page: Page) -> None:
    summary = card.locator("summary", has_text=WORDS["fold_what"])
    assert summary.inner_text().strip() == WORDS["fold_what"]
    page.evaluate("one => models[0].give('value', one)", WRITTEN)
    assert "1 af 4 · uafklaret: 1" in summary.inner_text()


def test_what_the_group_is_asked_for_does_not_stand_on_one_s_own_sheet(page: Page) -> None:
    lenses = page.locator("#el2")
    assert lenses.get_by_label("Hvad ser du?").is_visible()
    assert lenses.get_by_label("Vores træk").count() == 0


def test_to_read_only_says_what_is_not_clear_yet_with_and_without_words(page: Page) -> None:
    read = page.locator("#el1 .read:visible")
    told = dict(text.split("\n", 1) for text in read.all_inner_texts())
    assert told[WORDS["why_now"]].split() == ["Der", "kom", "nye", "tal", "Endnu", "uafklaret"]
    assert told[WORDS["time"]].strip() == "Endnu uafklaret"
    assert told[WORDS["requester"]].strip() == "Forvaltningen"
    assert WORDS["purpose"] not in told


def test_nothing_here_shuts_anybody_out(page: Page) -> None:
    page.evaluate("one => models[0].give('value', one)", WRITTEN)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert Axe().run(page, options=AXE).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    heights = page.evaluate(
        "[...document.querySelectorAll('button, summary')].filter(e => e.offsetHeight)"
        ".map(e => e.offsetHeight)"
    )
    assert min(heights) >= 44


@pytest.mark.parametrize("name", ["contract_card", "power_lenses", "role_declaration"])
def test_a_sheet_written_full_stands_whole_on_the_big_screen(browser: Browser, name: str) -> None:
    one = exercises.exercise(name)
    full: dict[str, Any] = {}
    for path, most in one.options("plenary")["limits"].items():
        if "." not in path:
            full[path] = ("Vi siger det højt, før vi går i gang, og spørger igen. " * 20)[:most]
    shown = model(name, "plenary", full, readonly=True)
    page = show(browser, "field_sheet", shown, width=1920, surface="screen")
    try:
        page.set_viewport_size({"width": 1920, "height": 1080})
        page.add_style_tag(content="main { height: 860px; padding: 8px 96px !important; }")
        page.wait_for_function("document.querySelector('.field_sheet').offsetHeight <= 860")
        assert page.locator(".read:visible").count() > 3
    finally:
        page.close()
