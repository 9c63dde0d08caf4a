"""The field sheet's days and times of day: chosen or typed, read in words, never half a date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.pages import put_away, show
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FIELDS = [
    {"field": "meet.date", "kind": "date"},
    {"field": "meet.start", "kind": "clock"},
    {
        "field": "trials",
        "kind": "items",
        "at_least": 1,
        "parts": ["action", {"part": "date", "kind": "date"}],
    },
]
SAID = {
    "meet_date": "Dato",
    "meet_start": "Begynder kl.",
    "trials": "Prøvehandlinger",
    "trial_action": "Det vil jeg prøve",
    "trial_date": "Hvilken dag?",
}
MET = {"date": "2026-12-08", "start": "13:30"}
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}


def model(value: dict[str, Any], **options: Any) -> dict[str, Any]:
    told = {"fields": FIELDS, "locale": "da", **options}
    return {"words": words("da") | SAID, "options": told, "value": value}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    one = show(
        browser,
        "field_sheet",
        model({}),
        model({"meet": MET, "trials": [{"id": "a1b", "date": "2026-12-09"}]}, readonly=True),
        model({"meet": MET}, locale="en", readonly=True),
        width=320,
    )
    yield one
    put_away(one)


def value_of(page: Page) -> dict[str, Any]:
    return page.evaluate("models[0].data.value")


def test_a_day_is_kept_as_a_date_and_told_in_words(page: Page) -> None:
    sheet = page.locator("#el0")
    sheet.get_by_label("Dato").fill("2026-12-08")
    assert value_of(page) == {"meet": {"date": "2026-12-08"}}
    assert sheet.get_by_text("tirsdag den 8. december 2026").is_visible()


def test_a_time_of_day_is_kept_as_the_clock_has_it(page: Page) -> None:
    page.locator("#el0").get_by_label("Begynder kl.").fill("13:30")
    assert value_of(page) == {"meet": {"start": "13:30"}}


def test_keys_write_no_year_before_it_is_whole(page: Page) -> None:
    field = page.locator("#el0").get_by_label("Dato")
    field.focus()
    page.keyboard.type("12082")
    assert "meet" not in value_of(page)
    page.keyboard.type("026")
    assert value_of(page)["meet"]["date"].startswith("2026")


def test_half_a_date_gives_way_to_the_kept_one(page: Page) -> None:
    field = page.locator("#el0").get_by_label("Dato")
    field.fill("2026-12-08")
    field.focus()
    page.keyboard.press("Backspace")
    page.locator("#el0").get_by_label("Begynder kl.").focus()
    assert field.input_value() == "2026-12-08"
    assert value_of(page)["meet"]["date"] == "2026-12-08"


def test_a_day_is_taken_back_like_any_other_field(page: Page) -> None:
    sheet = page.locator("#el0")
    sheet.get_by_label("Dato").fill("2026-12-08")
    sheet.get_by_role("button", name="Fortryd").click()
    assert not value_of(page)["meet"]["date"]
    assert sheet.get_by_label("Dato").input_value() == ""


def test_a_part_of_a_row_may_be_a_day(page: Page) -> None:
    page.locator("#el0").get_by_label("Hvilken dag?").fill("2026-12-09")
    (trial,) = value_of(page)["trials"]
    assert trial["date"] == "2026-12-09"


def test_another_phone_s_day_comes_in(page: Page) -> None:
    page.evaluate("models[0].give('value', {meet: {date: '2027-01-05'}})")
    assert page.locator("#el0").get_by_label("Dato").input_value() == "2027-01-05"


def test_who_only_reads_gets_words_in_their_language(page: Page) -> None:
    danish, english = page.locator("#el1"), page.locator("#el2")
    assert danish.get_by_text("tirsdag den 8. december 2026").is_visible()
    assert danish.get_by_text("kl. 13.30").is_visible()
    assert danish.get_by_text("onsdag den 9. december 2026").is_visible()
    assert "8 December 2026" in english.inner_text()
    assert page.locator("#el1 input, #el2 input").count() == 0


def test_days_shut_nobody_out(page: Page) -> None:
    assert Axe().run(page, options=AXE).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    heights = page.evaluate("[...document.querySelectorAll('input')].map((e) => e.offsetHeight)")
    assert min(heights) >= 44
