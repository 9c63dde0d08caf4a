"""A phone in the blocks that need no notebook, and what it may tell the trainer at any time."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.walls import until

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import RoomProcess

    Phone = Callable[..., Page]

TELL = "Sig til underviseren"


def violations(page: Page) -> list[str]:
    return [one["id"] for one in Axe().run(page).response["violations"]]


def begin(room: RoomProcess, phone: Phone, block: str, **more: object) -> Page:
    """Give a phone that stood in the exercise when the block began."""
    room.press("go", block="positioning")
    page = phone(**more)
    expect(page.locator("html")).to_have_attribute("data-stage", "talk")
    room.press("go", block=block)
    page.wait_for_url("**/now")
    return page


def told(room: RoomProcess) -> dict[str, int]:
    """Give the counts of the pace as desk and remote get them."""
    return room.store.call("state")["pace"]


def asked(room: RoomProcess, lang: str) -> str:
    """Give what the running block asks, or its title."""
    state = room.store.call("state")
    return (state["prompt"] or state["block_title"])[lang]


def test_a_phone_goes_to_the_walk_and_back_to_the_exercise(room, phone):
    page = begin(room, phone, "walk")
    expect(page.get_by_text(re.compile(r"Kom tilbage kl\. \d+\.\d\d"))).to_be_visible()
    room.press("go", block="positioning")
    page.wait_for_url("**/page/**")


def test_whoever_writes_stays_and_is_told_where_the_room_is(room, phone):
    room.press("go", block="positioning")
    room.press("stage", stage="individual")
    page = phone()
    page.get_by_label("Fra a til b: Hvad sagde de?").locator("visible=true").fill("midt i en sæ")
    room.press("go", block="lunch")
    expect(page.locator(".banner")).to_contain_text("Frokost")
    assert "/page/" in page.url
    page.get_by_role("button", name="Følg med").click()
    page.wait_for_url("**/now")
    expect(page.get_by_role("heading", level=1)).to_have_text("Frokost")


def test_a_reload_lands_on_the_block_that_runs(room, phone):
    page = begin(room, phone, "lunch")
    page.goto(f"{room.address}/page/day1_context/05_positioning")
    expect(page.locator(".banner")).to_contain_text("Frokost")
    page.reload()
    page.wait_for_url("**/now")


def test_a_round_shows_ones_place_at_the_table(room, phone):
    phone("Anna")
    page = begin(room, phone, "round", alias="Bo")
    room.press("stage", stage="individual")
    expect(page.get_by_text("Skrivepause")).to_be_visible()
    room.press("stage", stage="group")
    expect(page.get_by_role("heading", name="Du er nummer 2 af 2")).to_be_visible()
    expect(page.locator("#order li[aria-current]")).to_have_text("Bo")


def test_a_pause_is_told_and_stops_the_clock(room, phone):
    page = begin(room, phone, "learning_groups")
    room.press("pause")
    expect(page.locator("#notice")).to_contain_text("Pause")
    before = page.inner_text("#time")
    page.wait_for_timeout(1300)  # that nothing moves can only be seen in time
    assert page.inner_text("#time") == before
    room.press("resume")
    expect(page.locator("#notice")).to_be_hidden()


def test_the_pace_is_told_by_keyboard_as_a_count_and_goes_with_the_block(room, phone):
    page = begin(room, phone, "learning_groups")
    page.get_by_role("button", name=TELL).focus()
    page.keyboard.press("Enter")
    choice = page.get_by_role("button", name="Det må gerne gå langsommere")
    choice.focus()
    page.keyboard.press("Enter")
    expect(choice).to_have_attribute("aria-pressed", "true")
    until(lambda: told(room)["pace_slower"] == 1)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name=TELL)).to_be_focused()
    room.press("go", block="walk")
    expect(page.get_by_text("Kom tilbage")).to_be_visible()
    assert told(room)["pace_slower"] == 0
    chosen = page.locator("[data-pace='pace_slower']")
    expect(chosen).to_have_attribute("aria-pressed", "false")


def test_the_pace_can_be_told_from_the_exercise_and_taken_back(room, phone):
    room.press("go", block="positioning")
    page = phone()
    page.get_by_role("button", name=TELL).click()
    choice = page.get_by_role("button", name="Jeg er stået af")
    choice.click()
    until(lambda: told(room)["pace_lost"] == 1)
    choice.click()
    until(lambda: told(room)["pace_lost"] == 0)


def test_a_hand_goes_up_for_the_whole_table(room, phone):
    anna = begin(room, phone, "learning_groups")
    bo = phone("Bo")
    bo.goto(f"{room.address}/now")
    anna.get_by_role("button", name=TELL).click()
    anna.get_by_role("button", name="Vi vil gerne have hjælp").click()
    expect(anna.get_by_text("Underviseren kan se det")).to_be_visible()
    bo.get_by_role("button", name=TELL).click()
    expect(bo.get_by_role("button", name="Nu går det igen")).to_be_visible()


@pytest.mark.looks
@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_form_has_a_barrier(room, phone, lang, theme):
    room.press("go", block="welcome")
    page = phone(width=320, lang=lang)
    page.context.add_cookies([{"name": "theme", "value": theme, "url": room.address}])
    page.goto(f"{room.address}/now")
    for block in ("round", "line", "walk", "lunch", "learning_groups"):
        room.press("go", block=block)
        expect(page.locator("#title")).to_have_text(asked(room, lang))
        if page.locator("#foot .hand").is_visible():
            page.locator("#foot .hand").click()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
